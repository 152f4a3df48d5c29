//! A computer that others use: a list is made, and the window is closed. Nothing
//! of it is left. On a device of one's own it stays when that is asked for, and
//! "Clear everything" takes all of it away.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::DESKTOP, "results.html")?;
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.link("My list *").click()?;
    page.heading("Made-up Meadow Counselling").see()?;
    page.sees("This list is in this page only. If you close or reload the page, it is gone.")?;
    nothing_is_left(&page)?;

    another_window(&page)?;
    page.open("list.html")?;
    page.heading("Nothing is saved yet").see()?;
    nothing_is_left(&page)?;
    if engine == Engine::Chromium {
        ensure!(page.print()?.says("Nothing is saved yet"), "an empty list prints an empty page");
    }
    page.audit()?;

    page.open("results.html")?;
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.link("My list *").click()?;
    page.css("[data-id=meadow-counselling] summary").click()?;
    page.css("#list-note-meadow-counselling").write("zebra")?;
    remembers(&page)?;
    clears(&page)
}

/// What the site has left in this browser: storage, caches, databases, cookies,
/// the address, the entry of the history, and the memory of the page.
fn traces(page: &Page<'_>) -> Result<String> {
    let said = page.ask(
        "return [location.href, JSON.stringify(history.state), document.title, document.cookie,
            JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join(' ')",
    )?;
    Ok(format!("{} {}", said.as_str().context("no traces")?, page.kept()?.join(" ")))
}

fn nothing_is_left(page: &Page<'_>) -> Outcome {
    let traces = traces(page)?;
    ensure!(!traces.contains("meadow") && !traces.contains("zebra"), "it is left: {traces}");
    nothing("kept on the device", &page.kept()?)
}

/// Opens another window of the same browser, and closes the one before.
fn another_window(page: &Page<'_>) -> Outcome {
    let made = page.session().send("POST", "/window/new", Some(&json!({ "type": "tab" })))?;
    page.session().send("DELETE", "/window", None)?;
    page.session().send("POST", "/window", Some(&json!({ "handle": made["handle"] })))?;
    Ok(())
}

/// Only what was asked for is kept: the ids. It is there in another window and
/// after a reload.
fn remembers(page: &Page<'_>) -> Outcome {
    page.checkbox("Remember on this device. Not on a shared computer.").click()?;
    page.sees("Anyone who uses the device can see it.")?;
    ensure!(
        page.ask("return JSON.stringify({ ...localStorage })")? == "{\"waymark-shortlist\":\"meadow-counselling\"}"
    );
    another_window(page)?;
    page.open("list.html")?;
    page.heading("Made-up Meadow Counselling").see()?;
    page.checkbox("Remember on this device*").becomes_ticked(true)?;
    ensure!(!page.text()?.contains("zebra") && !traces(page)?.contains("zebra"), "the note is kept");
    page.audit()
}

fn clears(page: &Page<'_>) -> Outcome {
    page.sees("Your browser’s own history still shows which pages were opened.")?;
    page.css("[data-id=meadow-counselling] summary").click()?;
    page.css("#list-note-meadow-counselling").write("zebra")?;
    // On the way to an entry and back the note stays where it is.
    page.link("Made-up Meadow Counselling").click()?;
    page.is_on("Made-up Meadow Counselling")?;
    page.back()?;
    page.is_at("list.html")?;
    let note = "return (document.querySelector('#list-note-meadow-counselling') || {}).value || ''";
    page.until("the note", || Ok((page.ask(note)? == "zebra").then_some(())))?;
    page.button("Clear everything").click()?;
    page.sees("Your list and your notes are gone.")?;
    page.is_on("Nothing is saved yet")?;
    nothing_is_left(page)?;
    let memory =
        page.ask("return String(globalThis['waymark-shortlist'] || '') + document.documentElement.outerHTML")?;
    ensure!(!memory.to_string().contains("meadow"), "the page still knows it");
    page.button("Bring it back*").is_gone()?;
    page.reload()?;
    page.heading("Nothing is saved yet").see()?;
    page.open("results.html")?;
    page.button("Save: Made-up Meadow Counselling").see()?;
    nothing_is_left(page)
}
