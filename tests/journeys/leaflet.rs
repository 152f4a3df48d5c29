//! A school office prints a leaflet for a family: for its own area, on the paper
//! that the printer holds.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Manner, Outcome, Page, Size, Visit};

/// What every leaflet says, whatever it is about.
const ALWAYS: [&str; 8] = [
    "Call 999",
    "Call 111",
    "Text SHOUT to 85258",
    "If things get worse while you wait, do not wait for the appointment.",
    "Made-up Publisher",
    "Made on 21 November 2026.",
    "Trial copy.",
    "Who to ask first",
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.link("Leaflets and pages to read, by worry").click()?;
    page.is_at("leaflets.html")?;
    page.audit()?;
    page.link("Leaflet: Sleep").click()?;
    page.is_at("leaflet/sleep.html")?;
    page.heading("Sleep").see()?;
    page.sees("Made up for tests: approved words on what helps.")?;
    page.sees("Approved on 5 October 2026 by: Consultant clinical psychologist.")?;
    page.audit()?;

    // The button needs no app, and opens the printer.
    page.ask("window.printed = 0; window.print = () => { window.printed += 1 }")?;
    page.button("Print this leaflet").click()?;
    ensure!(page.ask("return window.printed")? == 1, "the button prints once");
    prints(&page, engine, Size::A4)?;
    page.radio("A5, half as big").click()?;
    page.radio("A5, half as big").becomes_ticked(true)?;
    prints(&page, engine, Size::A5)?;

    // One area alone: the others are still on the screen, and not on the paper.
    page.radio("Print Southwark only").click()?;
    page.radio("Print Southwark only").becomes_ticked(true)?;
    page.radio("A5, half as big").becomes_ticked(true)?;
    page.heading("In Havering*").see()?;
    if engine == Engine::Chromium {
        let paper = page.print_as_asked()?;
        ensure!(paper.says("In Southwark") && !paper.says("In Havering"), "one area alone: {:?}", paper.sheets);
    }
    page.audit()?;

    // What nobody approved is nowhere, and there is no heading for it.
    page.link("All leaflets").click()?;
    page.is_at("leaflets.html")?;
    page.link("Leaflet: Bullying").click()?;
    page.is_at("leaflet/bullying.html")?;
    page.heading("Bullying").see()?;
    page.sees_no("nobody approved")?;
    page.sees_no("What helps at home")?;
    page.audit()?;
    drop(page);

    // On a phone of 320 px nothing is cut off.
    let page = visit.open(&Manner::NARROW, "leaflet/sleep.html")?;
    ensure!(page.sideways()?.is_empty(), "sideways: {:?}", page.sideways()?);
    page.audit()
}

/// One sheet of the paper that was chosen, with all that a leaflet says.
fn prints(page: &Page<'_>, engine: Engine, size: Size) -> Result<()> {
    if engine != Engine::Chromium {
        return Ok(());
    }
    let paper = page.print_as_asked()?;
    ensure!(paper.is_on(size)?, "{size:?} was chosen, and it is {:?}", paper.sizes()?);
    ensure!(paper.sheets.len() == 1, "on {size:?} it takes {} sheets", paper.sheets.len());
    paper.is_sound(&format!("leaflet on {size:?}"))?;
    ensure!(page.lost(&paper)?.is_empty(), "on {size:?} it loses {:?}", page.lost(&paper)?);
    for words in ALWAYS.into_iter().chain(["Made up for tests: approved words on what it is."]) {
        ensure!(paper.says(words), "the paper lacks {words:?}: {:?}", paper.sheets);
    }
    ensure!(!paper.says("Print this leaflet") && !paper.says("Leave this site"), "more than the leaflet is printed");
    Ok(())
}
