//! A parent rings: a number in an entry is wrong. The coordinator takes it out in
//! the browser, at once, and has the file to publish; nothing is sent.

use anyhow::{Context, ensure};
use serde_json::Value;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "staff.html")?;
    page.link("For partners and coordinators").click()?;
    page.is_at("update.html")?;
    page.link("Take in what came back, or take an entry out").click()?;
    page.is_at("merge.html")?;
    page.is_ready()?;
    page.catch_files()?;
    visit.server.forget();
    takes_out(&page)?;
    what_helps_in_a_crisis_is_not_taken_out_in_silence(&page)?;
    is_warned(&page)?;
    nothing("kept on the device", &page.kept()?)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("the browser complains", &page.complaints()?)?;
    by_keyboard(&visit)
}

fn takes_out(page: &Page<'_>) -> Outcome {
    page.css("#merge-out-find").write("meadow")?;
    page.button("Made-up Meadow Counselling").click()?;
    page.sees("Write your role, such as coordinator.")?;
    page.css("#merge-out-by").write("coordinator")?;
    page.css("#merge-out-reason").write("Ring 01632 960009 instead.")?;
    page.sees("without a number to call")?;
    page.button("Save meadow-counselling.json").is_gone()?;
    page.css("#merge-out-reason").with("thing.value = ''")?;
    page.css("#merge-out-reason").write("The phone number may be wrong.")?;
    page.heading("We have taken this entry out for now").see()?;
    page.audit()?;
    page.button("Save meadow-counselling.json").click()?;
    let file = page.taken(0)?;
    ensure!(file.name == "meadow-counselling.json", "{}", file.name);
    let record: Value = serde_json::from_slice(&file.bytes)?;
    let out = &record["withdrawn"];
    ensure!(record["standing"] == "withdrawn" && record["format"] == 1, "{record}");
    ensure!(out["on"] == "2026-11-21" && out["by"] == "coordinator" && out["before"] == "active", "{out}");
    ensure!(out["reason"] == "The phone number may be wrong.", "{out}");
    // What it says stays in its file, to be put back.
    ensure!(record["contacts"]["phones"][0]["number"] == "01632 960001", "{record}");
    page.sees("This file changes nothing by itself.")?;
    page.button("Choose another entry").click()
}

fn what_helps_in_a_crisis_is_not_taken_out_in_silence(page: &Page<'_>) -> Outcome {
    page.css("#merge-out-find").with("thing.value = ''")?;
    page.css("#merge-out-find").write("beacon")?;
    page.button("Made-up Beacon Parents Helpline").click()?;
    page.heading("More must be done").see()?;
    page.css("#merge-out-reason").write("It may have closed.")?;
    page.css("#merge-out-by").write("coordinator")?;
    page.sees("Read what else must be done, and tick the box.")?;
    page.checkbox("I have read this, and will see to it").click()?;
    page.button("Save beacon-helpline.json").see()?;
    page.audit()
}

/// What is decided and not saved is not lost without a word.
fn is_warned(page: &Page<'_>) -> Outcome {
    page.link("Privacy").click()?;
    page.heading("Save first?").see()?;
    page.button("Stay here").click()?;
    page.button("Save beacon-helpline.json").click()?;
    page.sees("The file is saved. Now publish it.")?;
    page.link("Privacy").click()?;
    page.is_at("privacy.html")
}

/// On the narrowest screen, by keyboard alone.
fn by_keyboard(visit: &Visit) -> Outcome {
    let page = visit.open(&Manner::NARROW, "merge.html")?;
    page.css("#merge-out-find").with("thing.focus()")?;
    page.css("#merge-out-find").write("orchard")?;
    page.button("Made-up Orchard Drop-in").see()?;
    page.tab_to("Made-up Orchard Drop-in", 2)?;
    page.press(Key::Enter)?;
    page.is_on("Made-up Orchard Drop-in")?;
    page.tab_to("Why is it taken out?*", 2)?;
    nothing("wider than the screen", &page.sideways()?)?;
    let id = page.focus()?.id;
    ensure!(id == "merge-out-reason", "the focus is on {id}");
    page.ask("return document.querySelector('[data-id]').dataset.id")?.as_str().context("no entry")?;
    Ok(())
}
