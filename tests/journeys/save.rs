//! A mother saves what she finds, from the list, from a page of its own and from
//! the table for school staff; her list goes with her from page to page, and is
//! nowhere else.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

const LOST: &str = "It is gone when you close or reload this page.";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::DESKTOP, "results.html")?;
    visit.server.forget();
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.sees(LOST)?;
    saved(&page, "Made-up Meadow Counselling", true)?;
    counts(&page, "1")?;
    page.button("Save: Made-up Harbour School Team").click()?;
    page.sees_no(LOST)?;
    counts(&page, "2")?;
    page.button("Saved: Made-up Harbour School Team").click()?;
    page.sees("Taken out of your list.")?;
    saved(&page, "Made-up Harbour School Team", false)?;
    counts(&page, "1")?;
    page.audit()?;

    // What is chosen draws the list anew, and the buttons stay true.
    page.checkbox("Havering").click()?;
    page.checkbox("Havering").becomes_ticked(true)?;
    saved(&page, "Made-up Meadow Counselling", true)?;

    ensure!(page.ask("return [document.cookie, localStorage.length, sessionStorage.length].join()")? == ",0,0");
    let traces = page.ask("return [location.href, JSON.stringify(history.state), document.title].join(' ')")?;
    ensure!(!traces.to_string().contains("meadow"), "the list stands in {traces}");

    // Its own page, the staff's, and pages with nothing to choose know it too.
    page.link("Made-up Meadow Counselling").click()?;
    page.is_on("Made-up Meadow Counselling")?;
    saved(&page, "Made-up Meadow Counselling", true)?;
    page.link("Privacy").click()?;
    page.is_on("Privacy")?;
    counts(&page, "1")?;
    for _ in 0..2 {
        page.back()?;
    }
    page.is_at("results.html#area=havering")?;
    saved(&page, "Made-up Meadow Counselling", true)?;
    let asked = visit.server.requests().into_iter().map(|one| one.target);
    nothing(
        "asked for the list's own app before anybody went there",
        &asked.filter(|one| one.contains("shortlist")).collect::<Vec<_>>(),
    )?;

    // Pages of the other app do not know the list: they are told once.
    page.link("School staff").click()?;
    page.sees("going there loses it")?;
    page.is_at("results.html#area=havering")?;
    page.link("School staff").click()?;
    page.is_at("staff.html")?;
    page.is_ready()?;
    counts(&page, "")?;

    page.open("staff/results.html")?;
    page.button("Save: Made-up Harbour School Team").click()?;
    page.link("Made-up Harbour School Team").click()?;
    page.is_on("Made-up Harbour School Team")?;
    saved(&page, "Made-up Harbour School Team", true)?;
    page.reload()?;
    saved(&page, "Made-up Harbour School Team", false)?;

    // From a page of its own, opened by a link, to the next without an app's list.
    page.open("service/meadow-counselling.html")?;
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.link("Privacy").click()?;
    page.is_on("Privacy")?;
    counts(&page, "1")?;
    nothing("kept on the device", &page.kept()?)?;
    page.audit()
}

/// Whether the button of an entry says that it is on the list.
fn saved(page: &Page<'_>, name: &str, is_saved: bool) -> Result<()> {
    let (words, pressed) = if is_saved { ("Saved", "true") } else { ("Save", "false") };
    let button = page.button(&format!("{words}: {name}"));
    button.see()?;
    ensure!(button.attribute("aria-pressed")?.as_deref() == Some(pressed), "{name} is not {words}");
    Ok(())
}

/// How many there are, as the way to the list says.
fn counts(page: &Page<'_>, count: &str) -> Result<()> {
    page.until(&format!("the list to say {count:?}"), || {
        Ok((page.ask("return document.getElementById('count').textContent")? == count).then_some(()))
    })
}
