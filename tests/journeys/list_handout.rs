//! A teacher has four minutes before a mother comes in: four places from the
//! table for school staff, put in order, side by side, on paper. What the mother
//! takes home has every number and every date, and a code for each place.

use anyhow::{Context, Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::paper::{Paper, Size};
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

/// What she saves: name, id, and what of it must stand on the paper.
const SAVED: [(&str, &str, &[&str]); 4] = [
    (
        "Made-up Meadow Counselling",
        "meadow-counselling",
        &["01632 960001", "01632 960002 (evenings)", "About three weeks", "Checked 14 September 2026"],
    ),
    ("Made-up New Bridge Service", "new-bridge-service", &["01632 960071", "bridge@example.org"]),
    ("Made-up Harbour School Team", "harbour-school-team", &["https://example.org/harbour", "11 May 2026"]),
    ("Made-up Beacon Parents Helpline", "beacon-helpline", &["08081 570 101", "Text BEACON to 07700 900101"]),
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff/results.html")?;
    for (name, id, _) in SAVED {
        save(&page, name, id)?;
    }
    page.link("My list *").click()?;
    page.is_at("list.html")?;
    page.heading("What you saved").see()?;
    page.audit()?;
    puts_in_order(&page)?;
    writes_a_note(&page)?;
    page.button("Print the handout").see()?;
    match engine {
        Engine::Chromium => takes_it_home(&page)?,
        Engine::Firefox => says_where_and_when(&page.print()?)?,
        Engine::WebKit => {}
    }
    nothing("kept on the device", &page.kept()?)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("the browser complains", &page.complaints()?)
}

/// Saves an entry in the table; more rows are shown until it is there.
fn save(page: &Page<'_>, name: &str, id: &str) -> Outcome {
    let button = format!("button[data-do=\"save-{id}\"]");
    while page.css(&button).all()?.is_empty() {
        page.css("[data-do^=more-]").nth(0).click()?;
    }
    page.button(&format!("Save: {name}")).click()
}

fn order(page: &Page<'_>) -> Result<String> {
    let ids = page.ask("return [...document.querySelectorAll('.list__item')].map((item) => item.dataset.id).join()")?;
    Ok(ids.as_str().context("no list")?.to_owned())
}

/// The helpline goes to the top, by buttons that keep the focus and say where it
/// is now; what was taken out comes back where it was.
fn puts_in_order(page: &Page<'_>) -> Outcome {
    for at in [3, 2, 1] {
        page.button("Up: Made-up Beacon Parents Helpline").click()?;
        page.sees(&format!("Made-up Beacon Parents Helpline is number {at} of 4 now."))?;
        ensure!(page.focus()?.id == "list-up-beacon-helpline", "the focus is on {:?}", page.focus()?);
    }
    page.button("Remove: Made-up New Bridge Service").click()?;
    page.sees("Made-up New Bridge Service is taken out.")?;
    page.is_on("Bring it back*Made-up New Bridge Service")?;
    page.button("Bring it back*").click()?;
    page.is_on("Remove*Made-up New Bridge Service")?;
    let expected = "beacon-helpline,meadow-counselling,new-bridge-service,harbour-school-team";
    ensure!(order(page)? == expected, "{}", order(page)?);
    Ok(())
}

/// A note goes along with its place, and nowhere else.
fn writes_a_note(page: &Page<'_>) -> Outcome {
    page.css("[data-id=meadow-counselling] summary").click()?;
    page.css("#list-note-meadow-counselling").write("zebra on Monday")?;
    page.button("Down: Made-up Meadow Counselling").click()?;
    let note = "return [...document.querySelectorAll('textarea')].filter((one) => one.value.includes('zebra')).map((one) => one.id).join()";
    ensure!(page.ask(note)? == "list-note-meadow-counselling", "the note is at {}", page.ask(note)?);
    page.button("Up: Made-up Meadow Counselling").click()?;
    ensure!(page.ask(note)? == "list-note-meadow-counselling", "the note is at {}", page.ask(note)?);
    let link = page.css("#list-link").with("return thing.value")?;
    ensure!(!link.to_string().contains("zebra"), "the note is sent: {link}");
    let traces = page.ask("return location.href + JSON.stringify(history.state) + document.title")?;
    ensure!(!traces.to_string().contains("zebra") && !traces.to_string().contains("meadow"), "{traces}");
    Ok(())
}

/// Every number and every date, and nothing of the page around it.
fn says_all(paper: &Paper) -> Outcome {
    for (name, id, facts) in SAVED {
        for fact in [name, &format!("service/{id}.html")].iter().chain(facts) {
            ensure!(paper.says(fact), "the handout lacks {fact}: {:?}", paper.sheets);
        }
    }
    for words in [
        "Places that may help",
        "If things get worse while you wait, do not wait for the appointment.",
        "call 999 or go to A&E",
        "Printed on 21 November 2026",
        "not published by a council or a service",
        "Who can ask: You can contact them yourself",
    ] {
        ensure!(paper.says(words), "the handout lacks {words}: {:?}", paper.sheets);
    }
    for words in ["zebra", "Note to yourself", "Clear everything", "Remove", "WhatsApp"] {
        ensure!(!paper.says(words), "the handout has {words}");
    }
    Ok(())
}

/// What Firefox prints in bold nobody can read back, so only the rest is looked
/// for: every address, every date.
fn says_where_and_when(paper: &Paper) -> Outcome {
    for (_, id, _) in SAVED {
        ensure!(paper.says(&format!("service/{id}.html")), "the handout lacks {id}: {:?}", paper.sheets);
    }
    for words in
        ["Checked 14 September 2026", "Checked 11 May 2026", "About three weeks", "Printed on 21 November 2026"]
    {
        ensure!(paper.says(words), "the handout lacks {words}: {:?}", paper.sheets);
    }
    ensure!(!paper.says("Note to yourself"), "the handout has what only a screen needs");
    Ok(())
}

/// On A4, on A5 and in large print, with codes that a phone reads.
fn takes_it_home(page: &Page<'_>) -> Outcome {
    for (size, words) in [(Size::A4, "A4"), (Size::A5, "A5, half of A4")] {
        page.radio(words).click()?;
        let paper = page.print_as_asked()?;
        ensure!(paper.is_on(size)?, "{:?} is not {size:?}", paper.sizes());
        says_all(&page.prints_soundly(size, &format!("handout-{words}"))?)?;
        codes(page, &paper)?;
    }
    page.radio("A4").click()?;
    page.checkbox("Large print").click()?;
    let paper = page.prints_soundly(Size::A4, "handout-large")?;
    says_all(&paper)?;
    nothing("smaller than 18 points", &paper.below(17.9)?)?;
    page.checkbox("Large print").click()
}

/// Each place has a code of 20 mm or more that leads to its page; the whole list
/// has one, too.
fn codes(page: &Page<'_>, paper: &Paper) -> Outcome {
    let codes = paper.codes()?;
    let link = page.css("#list-link").with("return thing.value")?;
    let list = link.as_str().context("no link")?;
    let ends = SAVED.iter().map(|(_, id, _)| format!("/service/{id}.html"));
    for end in ends.chain([list.to_owned()]) {
        let code = codes.iter().find(|code| code.text.ends_with(&end));
        let code = code.with_context(|| format!("no code for {end} among {codes:?}"))?;
        ensure!(code.side >= 20.0 && code.module >= 0.4 && code.is_quiet, "{code:?}");
    }
    ensure!(codes.len() == SAVED.len() + 1, "{codes:?}");
    Ok(())
}
