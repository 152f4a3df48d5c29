//! A mental health lead with eight roles in the school has twenty minutes: who
//! should go on which course? They get one page, print it, and take it away as a
//! spreadsheet and as dates for a calendar.

use anyhow::{Context, Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

/// The roles of the school, and how many people have each.
const ROLES: [(&str, &str, &str); 8] = [
    ("Class teacher", "class-teacher", "12"),
    ("Teaching assistant or ELSA", "teaching-assistant", "6"),
    ("SENCO", "senco", ""),
    ("Designated safeguarding lead (DSL)", "dsl", "2"),
    ("Senior mental health lead", "mental-health-lead", ""),
    ("Pastoral lead", "pastoral-lead", "2"),
    ("School nurse", "school-nurse", ""),
    ("Headteacher or senior leader", "senior-leader", "3"),
];

/// The address of their plan.
const PLAN: &str = "staff/plan.html#have=class-teacher:12,teaching-assistant:6,senco:1,dsl:2,mental-health-lead:1,pastoral-lead:2,school-nurse:1,senior-leader:3&hours=8";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.find(Role::Navigation, "For school staff").link("Training").click()?;
    page.is_at("staff/training.html")?;
    reads_who_says_what(&page)?;
    filters(&page)?;
    page.link("Make a plan for my school").click()?;
    page.is_at("staff/plan.html#have=senco:1&need=anxiety")?;
    page.is_on("A training plan for my school")?;
    page.audit()?;

    page.open("staff/plan.html")?;
    ticks_roles(&page)?;
    reads_the_plan(&page)?;
    takes_it_away(&page)?;
    if engine == Engine::Chromium {
        it_is_one_sheet(&page)?;
    }
    page.reload()?;
    page.is_at(PLAN)?;
    page.sees("8 roles, 28 people, * courses.")?;
    on_a_phone(&visit)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("kept on the device", &page.kept()?)
}

fn row<'a>(page: &'a Page<'a>, id: &str) -> waymark_tests::Thing<'a> {
    page.css(&format!("tr[data-id=\"{id}\"]"))
}

/// Each cell says on whose word; what is past, ended or held is offered nowhere.
fn reads_who_says_what(page: &Page<'_>) -> Outcome {
    let talk = row(page, "lesson-first-talk");
    talk.says("Recommended by Made-up Psychology Service, 2026, for all staff")?;
    talk.says("21 November 2026, 15:30 to 17:00, Online")?;
    let said = talk.with("return thing.textContent.includes('20 November 2026')")?;
    ensure!(said == false, "a date that is past is offered");
    row(page, "lesson-senco-anxiety").says("The provider says suitable for this role")?;
    row(page, "lesson-old-page").says("Ask if this still runs.")?;
    row(page, "lesson-unknown-length").says("Not known, ask: where, phase, cost, dates")?;
    row(page, "lesson-ended").is_gone()?;
    page.link("Made-up One Day Course").see()?;
    page.sees("What replaced it: Made-up Mental Health First Aid")?;
    nothing("runs off the side", &page.sideways()?)?;
    page.audit()
}

fn filters(page: &Page<'_>) -> Outcome {
    let count = page.css("#role-senco-count").with("return thing.textContent")?;
    page.checkbox("SENCO").click()?;
    page.is_at("staff/training.html#role=senco")?;
    let fits = page.ask("return document.querySelector('.grid__wide').querySelectorAll('tbody tr').length")?;
    ensure!(
        count.as_str().is_some_and(|count| count.starts_with(&format!("{fits} "))),
        "{count} beside {fits} that fit"
    );
    page.css(".chooser__button").click()?;
    page.checkbox("Worry and anxiety").click()?;
    page.is_at("staff/training.html#role=senco&need=anxiety")?;
    row(page, "lesson-senco-anxiety").see()?;
    row(page, "lesson-safe-plan").is_gone()?;
    page.checkbox("Up to 2 hours").click()?;
    page.link("Remove Up to 2 hours").click()?;
    page.is_at("staff/training.html#role=senco&need=anxiety")
}

fn ticks_roles(page: &Page<'_>) -> Outcome {
    page.sees("No role is ticked.")?;
    for (label, slug, people) in ROLES {
        page.checkbox(label).click()?;
        let field = page.css(&format!("#people-{slug}"));
        field.see()?;
        if !people.is_empty() {
            field.with("thing.select()")?;
            field.write(people)?;
        }
    }
    page.find(Role::ComboBox, "Hours for each person, at most").choose("8 hours")?;
    page.is_at(PLAN)
}

fn reads_the_plan(page: &Page<'_>) -> Outcome {
    page.sees("8 roles, 28 people, * courses.")?;
    let role = |slug: &str| page.css(&format!("tr[data-role=\"{slug}\"]"));
    role("teaching-assistant").says("Recommended by Made-up Psychology Service, 2026")?;
    role("dsl").says("Made-up Safe Plan Day")?;
    role("senco").says("Made-up First Talk")?;
    // Twelve weeks are no number of hours: it is named apart, and not counted.
    role("mental-health-lead").says("Ask how long this takes: Made-up Leading Mental Health.")?;
    page.sees("A day counts for 6 hours: your school’s own setting.")?;
    page.sees("in all, where a price is for a person")?;
    page.audit()
}

/// A file that was offered: its name, its media type and its text.
fn offered(page: &Page<'_>, at: usize) -> Result<(String, String, String)> {
    let file = page.taken(at)?;
    Ok((file.name, file.kind, String::from_utf8(file.bytes)?))
}

fn takes_it_away(page: &Page<'_>) -> Outcome {
    page.catch_files()?;
    page.ask("window.printed = 0; window.print = () => { window.printed += 1 }")?;
    page.button("Print this plan").click()?;
    ensure!(page.ask("return window.printed")? == 1, "nothing was printed");
    page.button("Save as a spreadsheet").click()?;
    let (name, kind, text) = offered(page, 0)?;
    ensure!(name == "training-plan-2026-11-21.csv" && kind.starts_with("text/csv"), "{name}, {kind}");
    let mut lines = text.strip_prefix('\u{feff}').context("no mark of UTF-8")?.split("\r\n");
    let heads = lines.next().unwrap_or_default();
    ensure!(heads.starts_with("Role,People,Course,Provider,Who says so,Length,"), "{heads}");
    let dsl =
        lines.find(|line| line.starts_with("Designated safeguarding lead (DSL),2,")).context("no line for the DSL")?;
    ensure!(
        dsl.contains("Made-up Safe Plan Day,Made-up Trainers,\"Recommended by Made-up Psychology Service, 2026\""),
        "{dsl}"
    );

    page.button("Save the dates for a calendar").click()?;
    let (name, kind, text) = offered(page, 1)?;
    ensure!(name == "training-plan-2026-11-21.ics" && kind.starts_with("text/calendar"), "{name}, {kind}");
    ensure!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let unfolded = text.replace("\r\n ", "");
    for line in [
        "UID:lesson-first-talk-20261121-1@waymark",
        "DTSTART:20261121T153000",
        "DTSTART;VALUE=DATE:20261203",
        "DTEND;VALUE=DATE:20261205",
        "LOCATION:Old Hall\\, Room 2",
    ] {
        ensure!(unfolded.lines().any(|one| one == line), "no line {line} in {unfolded}");
    }
    ensure!(!unfolded.contains("20261120"), "a date that is past is in the calendar");
    Ok(())
}

/// One sheet of paper, with the numbers to call on top and nothing of the form.
fn it_is_one_sheet(page: &Page<'_>) -> Outcome {
    let paper = page.print()?;
    ensure!(paper.sheets.len() == 1, "the plan takes {} pages", paper.sheets.len());
    let all = ["call 999", "Training plan", "As of 21 November 2026.", "Time for everyone", "What to book"];
    for words in ROLES.iter().map(|(label, ..)| *label).chain(all) {
        ensure!(paper.says(words), "not on paper: {words}");
    }
    ensure!(!paper.says("Who is in your school?"), "the form is on paper");
    Ok(())
}

/// The same plan in one hand: nothing is lost at the side, and each cell says
/// its head.
fn on_a_phone(visit: &Visit) -> Outcome {
    for address in ["staff/training.html", PLAN] {
        let page = visit.open(&Manner::PHONE, address)?;
        page.is_ready()?;
        nothing("runs off the side", &page.sideways()?)?;
        let heads = page.ask(
            "return [...document.querySelectorAll('td.table__cell:not(:has(> :empty:only-child))')]
            .filter((cell) => !cell.dataset.label || getComputedStyle(cell, '::before').content === 'none').length",
        )?;
        ensure!(heads == 0, "{address}: {heads} cells do not say their head");
        page.audit()?;
    }
    Ok(())
}
