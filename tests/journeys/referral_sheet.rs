//! A SENCO with a pupil who worries: she puts the table in order, opens an entry
//! and prints its sheet, to fill in by hand and to give to the parents.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

use crate::site;

/// The names in the first column, as they stand.
fn order(page: &Page<'_>) -> Result<Vec<String>> {
    let rows = site::rows(page)?;
    Ok(rows.into_iter().map(|(id, _)| id).collect())
}

/// Which head says that the rows are in its order, and in which direction.
fn sorted(page: &Page<'_>) -> Result<String> {
    let said = page.ask(
        "return [...new Set([...document.querySelectorAll('th[aria-sort]')].map((head) =>
            head.getAttribute('aria-label') + ' ' + head.getAttribute('aria-sort')))].join(', ')",
    )?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff/results.html#area=havering")?;
    let best = order(&page)?;
    ensure!(sorted(&page)?.is_empty(), "nothing is in the order of a column yet");
    let table = page.find(Role::Table, "Fits what you chose*");
    let head = |name: &str| table.button(name);

    // Up, and the keyboard stays on the head; then down.
    head("Wait").click()?;
    page.until("the order of the wait", || Ok((sorted(&page)? == "Wait ascending").then_some(())))?;
    ensure!(page.focus()?.words == "Wait", "the focus is on {:?}", page.focus()?);
    let up = order(&page)?;
    ensure!(up != best, "another order has the rows at the same places");
    page.press(waymark_tests::Key::Enter)?;
    page.until("the other way round", || Ok((sorted(&page)? == "Wait descending").then_some(())))?;
    let down = order(&page)?;
    let place = |all: &[String], id: &str| all.iter().position(|one| one == id);
    let (open, long) = ("meadow-counselling", "ward-full");
    ensure!(place(&up, open) < place(&up, long), "who takes people stands before a long wait: {up:?}");
    ensure!(place(&down, long) < place(&down, open), "and after it the other way round: {down:?}");
    // What has no contact stays last, and the address says nothing of an order.
    ensure!(page.place()? == "staff/results.html#area=havering", "the order is in the address: {}", page.place()?);
    for name in ["Name", "Who may refer", "Ages", "Cost", "Last checked"] {
        head(name).click()?;
        page.until(name, || Ok(sorted(&page)?.starts_with(name).then_some(())))?;
    }
    page.find(Role::Table, "May fit: ask*").find(Role::ColumnHeader, "Threshold").see()?;
    let row = site::row(&page, long);
    row.says("Moderate difficulties that have lasted three months or more")?;
    row.says("Not while with CAMHS")?;
    row.says("Long wait. About 18 weeks to the first meeting (said 5 October 2026)")?;
    page.audit()?;
    page.open("staff/results.html#area=havering")?;
    on_a_phone(&visit)?;

    site::row(&page, long).link("Made-up Ward Wellbeing Clinic").click()?;
    page.is_at("staff/service/ward-full.html")?;
    let sheet = page.region("Referral sheet");
    for words in [
        "Parent or carer, school, GP",
        "Moderate difficulties that have lasted three months or more",
        "A parent’s or carer’s. From 16 the young person’s own is enough.",
        "What the pupil says would help",
        "I am calling from a school about a pupil.",
        "The team says why in a letter",
        "agree one small change at school",
        "You can contact them yourself",
        "If things get worse while you wait, do not wait for the appointment.",
    ] {
        sheet.says(words)?;
    }
    // Lines to write on are on paper alone: nothing about a pupil is typed.
    ensure!(page.ask("return document.querySelectorAll('.sheet input, .sheet textarea').length")? == 0, "no field");
    page.audit()?;
    prints(&page, engine)?;
    what_has_none(&page)?;
    nothing_known(&page)
}

/// The button needs no app, and opens the printer; what comes out is one sheet.
fn prints(page: &Page<'_>, engine: Engine) -> Result<()> {
    page.ask("window.printed = 0; window.print = () => { window.printed += 1 }")?;
    page.button("Print this sheet").click()?;
    ensure!(page.ask("return window.printed")? == 1, "the button prints once");
    if engine == Engine::WebKit {
        return Ok(());
    }
    ensure!(page.sheets()? == 1, "the sheet takes {} pages", page.sheets()?);
    if engine != Engine::Chromium {
        return Ok(());
    }
    let paper = page.print()?;
    for words in [
        "call 999",
        "call 111",
        "Text SHOUT to 85258",
        "Call 01632 960301",
        "Tell your DSL or deputy now.",
        "Have ready",
        "Who has parental responsibility",
        "Pupil’s initials:",
        "What was agreed:",
        "For parents and carers to take home",
        "Checked 6 October 2026",
        "staff/service/ward-full.html",
        "Made-up Publisher",
        "This page was made on 21 November 2026.",
        "Trial copy.",
    ] {
        ensure!(paper.says(words), "the paper lacks {words:?}: {:?}", paper.sheets);
    }
    ensure!(!paper.says("Where we know this from"), "more than the sheet is printed");
    Ok(())
}

/// A child in danger, a crisis line and a course have no sheet.
fn what_has_none(page: &Page<'_>) -> Result<()> {
    for (place, says) in [
        ("staff/service/ward-hub.html", "There is no referral sheet for a child in danger."),
        ("staff/service/nhs-111-mental-health.html", "There is no referral sheet for a crisis line"),
        ("staff/service/keep-safe-training.html", "Tell your DSL or deputy now."),
    ] {
        page.open_plain(place)?;
        page.sees(says)?;
        page.region("Referral sheet").is_gone()?;
    }
    page.audit()
}

/// What is not known says so, and stays a blank to ask about.
fn nothing_known(page: &Page<'_>) -> Result<()> {
    page.open_plain("staff/service/ward-bare.html")?;
    let sheet = page.region("Referral sheet");
    sheet.says("Not known: ask")?;
    sheet.says("Not written yet by the publisher.")?;
    sheet.says("We have no contact yet. Ask your GP or your child’s school.")?;
    page.audit()
}

/// At 320 pixels rows are blocks: no head is lost, and the order is chosen above.
fn on_a_phone(visit: &Visit) -> Result<()> {
    let page = visit.open(&Manner::NARROW, "staff/results.html#area=havering")?;
    page.button("Wait").is_gone()?;
    page.css("#sort").choose("Wait")?;
    page.until("the order of the wait", || Ok((sorted(&page)? == "Wait ascending").then_some(())))?;
    let labels = page.ask(
        "return [...document.querySelectorAll('.table__row:first-child td')].every((cell) => {
            const before = getComputedStyle(cell, '::before').content;
            return cell.dataset.label && (before.includes(cell.dataset.label) || before === 'attr(data-label)');
        })",
    )?;
    ensure!(labels == true, "a cell has lost its head");
    waymark_tests::page::nothing("wider than the screen", &page.sideways()?)?;
    page.audit()
}
