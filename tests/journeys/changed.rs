//! The coordinator writes the newsletter at the end of a term: what changed,
//! entry by entry, copied and pasted with the keyboard alone.

use anyhow::{Context, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.tab_to("What changed", 20)?;
    page.press(Key::Enter)?;
    page.is_at("staff/changed.html")?;
    page.is_on("What changed in this directory")?;
    what_changed_since_the_term_began(&page)?;
    page.audit()?;
    another_term_and_another_day(&page)?;
    copied_and_pasted(&page)?;
    an_entry_has_its_own_log(&page)?;
    on_a_narrow_screen(&visit)?;
    nothing("it left the site", &visit.server.left_the_site())
}

fn what_changed_since_the_term_began(page: &Page<'_>) -> Outcome {
    page.sees("7 changes")?;
    for (table, column, id, words) in [
        ("New 1 entry", "What it is", "log-lamp-group", "A weekly group for children who worry at night."),
        ("Changed 2 entries", "What changed", "beacon-helpline", "phone number, hours"),
        ("Renamed 1 entry", "It was called", "new-bridge-service", "Made-up Old Bridge Service"),
        ("Closed 1 entry", "Instead", "old-mill-helpline", "Made-up Beacon Parents Helpline"),
        ("Listed again 1 entry", "Day", "moon-sleep-workshops", "12 October 2026"),
        ("Newly checked 1 entry", "Checked on", "beacon-helpline", "14 September 2026"),
    ] {
        let table = page.find(Role::Table, table);
        table.find(Role::ColumnHeader, column).see()?;
        table.css(&format!("[data-id={id}]")).says(words)?;
    }
    page.sees("Of these only our own notes changed")?;
    page.link("Made-up Quiet Corner").see()?;
    // What is held is told of nowhere; what was gathered is not called new.
    page.sees_no("Hidden Heath")
}

fn another_term_and_another_day(page: &Page<'_>) -> Outcome {
    page.tab_to("Since 1 September 2026", 30)?;
    page.press(Key::Down)?;
    page.is_at("staff/changed.html#since=last-term")?;
    page.is_on("From 15 April 2026 to 31 August 2026")?;
    page.sees("Changed from 15 April 2026 to 31 August 2026")?;
    page.find(Role::Table, "Newly checked 1 entry").says("Made-up Cradle Visits")?;
    page.link("Made-up Lamp Group").is_gone()?;
    page.reload()?;
    page.is_ready()?;
    page.radio("From 15 April 2026 to 31 August 2026").becomes_ticked(true)?;

    page.open("staff/changed.html#since=2026-11-16&until=never")?;
    page.sees("Part of this link no longer works")?;
    page.sees("until: never")?;
    page.find(Role::Table, "Changed 1 entry").says("Made-up Orchard Drop-in")?;
    page.open("staff/changed.html#since=2026-11-17")?;
    page.sees("Nothing was recorded as changed since 17 November 2026.")?;
    page.audit()?;
    page.open("staff/changed.html#since=2026-01-01")?;
    page.sees("What changed before 2 March 2026 is not told here.")?;
    // Every row is asked for by a button only where there are more than twenty.
    page.button("Show all*").is_gone()?;
    page.open("staff/changed.html")
}

fn copied_and_pasted(page: &Page<'_>) -> Outcome {
    page.sees("7 changes")?;
    page.tab_to("Plain text", 60)?;
    page.tab_to("Copy the plain text", 2)?;
    page.press(Key::Enter)?;
    page.sees("Copied. You can paste it where you need it.")?;
    page.is_on("Copy the plain text")?;
    // Where they paste it: any field of any page.
    page.open("")?;
    page.css("#words").with("thing.focus()")?;
    page.press_with_control(Key::V)?;
    let pasted = page.until("the text in the field", || {
        let value = page.css("#words").with("return thing.value")?;
        Ok(value.as_str().filter(|value| !value.is_empty()).map(str::to_owned))
    })?;
    for words in [
        "What changed in Waymark, since 1 September 2026",
        "Changed (2)",
        "- Made-up Orchard Drop-in: ages (16 November",
    ] {
        ensure!(pasted.contains(words), "pasted: {pasted}");
    }
    ensure!(!pasted.contains("Hidden Heath"), "pasted: {pasted}");
    // By hand, without the button, it is all there too.
    page.open("staff/changed.html")?;
    page.tab_to("The same as Markdown", 60)?;
    page.press(Key::Enter)?;
    let markdown = page.css("#newsletter-markdown").with("return [thing.value, thing.readOnly]")?;
    ensure!(markdown[1] == true, "the text can be changed");
    let markdown = markdown[0].as_str().context("no text")?;
    ensure!(
        markdown.contains("### Closed (1)\n\n- Made-up Old Mill Helpline has closed. Use Made-up Beacon"),
        "{markdown}"
    );
    Ok(())
}

fn an_entry_has_its_own_log(page: &Page<'_>) -> Outcome {
    site::row(page, "new-bridge-service").link("Made-up New Bridge Service").click()?;
    page.is_at("staff/service/new-bridge-service.html")?;
    page.region("What changed here").says("5 October 2026: renamed. It was called Made-up Old Bridge Service.")?;
    page.audit()?;
    page.open("service/new-bridge-service.html")?;
    page.sees_no("What changed here")
}

fn on_a_narrow_screen(visit: &Visit) -> Outcome {
    let page = visit.open(&Manner::NARROW, "staff/changed.html")?;
    nothing("it is wider than the screen", &page.sideways()?)?;
    let heads = page.find(Role::Table, "Closed 1 entry");
    heads.find(Role::ColumnHeader, "Instead").see()?;
    // Each cell is wide enough to hold its own head before what it says.
    let labels = page.ask(
        "return [...document.querySelectorAll('[data-id=old-mill-helpline] td')].map((cell) =>
             [cell.dataset.label, getComputedStyle(cell, '::before').display, cell.getBoundingClientRect().width])",
    )?;
    let labels = labels.as_array().context("no cells")?;
    for (cell, label) in labels.iter().zip(["Instead", "Day"]) {
        let width = cell[2].as_f64().unwrap_or_default();
        ensure!(cell[0] == label && cell[1] != "none" && width > 200.0, "a cell says what it is: {cell}");
    }
    page.audit()
}
