//! A slow line: the page is there long before the app. What is ticked, typed
//! and opened meanwhile is kept, nothing moves when the app arrives, and
//! nothing is loaded twice.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use waymark_tests::{Engine, Instead, Key, Manner, Outcome, Page, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::PHONE)?;
    nothing_is_made_anew(&visit, &page)?;
    what_is_ticked_is_kept(&visit, &page)?;
    what_is_typed_goes_along(&visit, &page)?;
    filters_replace_the_list(&visit, &page)?;
    a_page_that_was_changed_is_drawn_again(&visit, &page)?;
    page.audit()
}

/// Keeps the app away.
fn hold(visit: &Visit) {
    visit.server.heal();
    visit.server.answer(".wasm", Instead::Held);
}

/// Lets the app come.
fn release(visit: &Visit, page: &Page<'_>) -> Outcome {
    let is_ready = page.ask("return document.documentElement.hasAttribute('data-ready')")?;
    ensure!(is_ready == false, "the app came while it was held");
    visit.server.heal();
    page.is_ready()
}

/// Marks every element of the place of the app, and begins to note what moves.
fn mark(page: &Page<'_>) -> Result<()> {
    page.ask(
        "window.moved = [];
         for (const element of document.querySelectorAll('#app *')) element.mine = true;
         if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
             new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                 const what = entry.sources.map(({ node }) => node && (node.outerHTML || node.textContent).slice(0, 120));
                 window.moved.push(`${entry.value} at ${entry.startTime}: ${what}`);
             })).observe({ type: 'layout-shift', buffered: true });
         }",
    )?;
    Ok(())
}

/// How many elements of the app are marked, and how many are new.
fn marked(page: &Page<'_>) -> Result<(u64, u64)> {
    let count = page.ask(
        "const all = [...document.querySelectorAll('#app *')];
         const mine = all.filter((element) => element.mine).length;
         return [mine, all.length - mine]",
    )?;
    let number = |at: usize| count[at].as_u64().context("no number");
    Ok((number(0)?, number(1)?))
}

/// That nothing jumped; only Chromium can say.
fn nothing_moved(page: &Page<'_>) -> Result<()> {
    let moved = page.ask("return window.moved")?;
    ensure!(moved == serde_json::json!([]), "the page moved: {moved:#}");
    Ok(())
}

fn nothing_is_made_anew(visit: &Visit, page: &Page<'_>) -> Outcome {
    for kind in ["results.html", "index.html", "staff/results.html"] {
        hold(visit);
        let before = visit.server.requests().len();
        page.open_plain(kind)?;
        mark(page)?;
        page.ask("window.scrollTo(0, 500)")?;
        let depth = page.scrolled()?;
        release(visit, page)?;
        let (mine, new) = marked(page)?;
        ensure!(mine > 100 && new == 0, "{kind}: {mine} elements stand, {new} are new");
        ensure!(page.scrolled()? == depth && depth > 0.0, "{kind}: scrolled from {depth} to {}", page.scrolled()?);
        nothing_moved(page)?;
        let asked = visit.server.requests();
        let mut seen = BTreeSet::new();
        for request in asked.iter().skip(before).filter(|request| request.method == "GET") {
            ensure!(seen.insert(request.target.clone()), "{kind}: {} was asked for twice", request.target);
        }
        ensure!(seen.iter().any(|target| target.contains("directory-")), "{kind}: the directory was not loaded");
    }
    Ok(())
}

fn what_is_ticked_is_kept(visit: &Visit, page: &Page<'_>) -> Outcome {
    hold(visit);
    page.open_plain("results.html")?;
    page.button("Filters*").click()?;
    page.checkbox("Worry and anxiety").click()?;
    mark(page)?;
    release(visit, page)?;
    page.is_at("results.html#need=anxiety")?;
    page.checkbox("Worry and anxiety").becomes_ticked(true)?;
    page.is_on("Worry and anxiety")?;
    page.button("Filters (1)").see()?;
    page.link("Remove Worry and anxiety").see()?;
    let found = site::found(&site::directory(&waymark_tests::visit::fixtures()?)?, "need=anxiety");
    let rows = site::rows(page)?.iter().filter(|(_, fit)| fit == "fits").count();
    ensure!(rows == found.fits.len().min(20), "{rows} rows fit, not {}", found.fits.len());
    page.button("Show * results").click()?;
    page.is_on("Places to try")
}

fn what_is_typed_goes_along(visit: &Visit, page: &Page<'_>) -> Outcome {
    hold(visit);
    page.open_plain("index.html")?;
    page.checkbox("Sleep").click()?;
    let words = page.find(Role::ComboBox, "Say it in your own words");
    words.write("nightmares")?;
    release(visit, page)?;
    page.is_at("index.html#need=sleep")?;
    page.is_on("Say it in your own words")?;
    page.sees("The words that you typed above are used too.")?;

    // Somebody who is quicker than the app waits a moment, and loses nothing.
    hold(visit);
    page.open_plain("index.html")?;
    page.radio("11 to 16").click()?;
    words.write("nightmares")?;
    page.press(Key::Enter)?;
    page.sees("One moment. What you chose is loading.")?;
    release(visit, page)?;
    page.is_at("results.html#age=secondary&need=sleep")?;
    page.sees("(you typed “nightmares”)")?;

    hold(visit);
    page.open_plain("index.html")?;
    page.checkbox("Sleep").click()?;
    page.link("Show * to try*").click()?;
    page.sees("One moment. What you chose is loading.")?;
    release(visit, page)?;
    page.is_at("results.html#need=sleep")
}

fn filters_replace_the_list(visit: &Visit, page: &Page<'_>) -> Outcome {
    hold(visit);
    page.open_plain("about.html")?;
    page.open_plain("results.html#age=secondary&need=sleep")?;
    page.sees("All places. Your filters are loading.")?;
    let all = site::rows(page)?.len();
    mark(page)?;
    page.button("Filters*").with("thing.focus()")?;
    release(visit, page)?;
    page.sees_no("All places.")?;
    page.link("Remove Sleep").see()?;
    ensure!(site::rows(page)?.len() < all, "the list knows the filters");
    nothing_moved(page)?;
    visit.server.heal();
    visit.server.answer(".wasm", Instead::Status(404));
    page.open_plain("about.html")?;
    page.open_plain("results.html#need=sleep")?;
    page.sees("All places. Your filters could not be applied.")?;
    page.sees("Filters are not available just now.")?;
    ensure!(site::rows(page)?.len() == all, "the list stays");
    Ok(())
}

/// An extension or a proxy put something into a card: no word of the app may
/// end up in the wrong place.
fn a_page_that_was_changed_is_drawn_again(visit: &Visit, page: &Page<'_>) -> Outcome {
    fn changed(page: Vec<u8>) -> Vec<u8> {
        let text = String::from_utf8_lossy(&page).into_owned();
        text.replacen("<h3 class=\"card__title\"", "<b>Advertisement</b><h3 class=\"card__title\"", 1).into_bytes()
    }
    visit.server.heal();
    visit.server.answer("results.html", Instead::Changed(changed));
    page.open_plain("about.html")?;
    page.open("results.html")?;
    page.sees_no("Advertisement")?;
    page.button("Filters*").click()?;
    page.checkbox("Sleep").click()?;
    page.button("Show * results").click()?;
    page.link("Remove Sleep").see()?;
    visit.server.heal();
    Ok(())
}
