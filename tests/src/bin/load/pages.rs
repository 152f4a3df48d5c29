//! The staff pages, one after the other: from the click on a link to the frame
//! in which its page is drawn, and one choice on each.

use std::collections::VecDeque;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use waymark_tests::Page;

use crate::visit::{click, open, place, until};
use crate::{SLOWER, Target};

/// The pages that only another page leads to, each with that page.
const WITHIN: [(&str, &str); 2] = [("staff/training.html", "staff/plan.html"), ("staff/contacts.html", "schools.html")];

/// The links above every staff page. The list for pupils belongs to the app for
/// families, which loads its page anew.
const NAV: &str = "[...document.querySelectorAll('.staff-nav__link')]
    .map((link) => link.getAttribute('href')).filter((href) => href !== 'staff/results.html')";

/// How many pages the links are looked for on, going back.
const BACK: usize = 3;

/// Opens each page by its link; gives how long each took.
pub(crate) fn drawn(page: &Page<'_>, target: &Target) -> Result<Value> {
    // Only the processor matters here: what the pages need may come at once.
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    page.session().chromium(
        "Network.emulateNetworkConditions",
        &json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    )?;
    open(page, target)?;
    until(page, target, || Ok(()))?;
    page.ask(include_str!("pages.js"))?;
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    let nav = page.ask(&format!("return {NAV}"))?;
    let mut pages: VecDeque<String> =
        nav.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    ensure!(pages.len() > 1, "no links above the page");
    // The page that is open is the last to be opened again.
    pages.rotate_left(1);
    let mut seen = Vec::new();
    while let Some(file) = pages.pop_front() {
        let drawn = followed(page, &format!(".staff-nav__link[href=\"{file}\"]"), &file)?;
        seen.push(json!({ "file": file, "drawn": drawn, "choice": choice(page)? }));
        for (_, inner) in WITHIN.iter().filter(|(outer, _)| *outer == file) {
            let link = format!("main a[href^=\"{inner}\"]");
            if page.ask(&format!("return document.querySelector('{link}') !== null"))? == json!(true) {
                let drawn = followed(page, &link, inner)?;
                seen.push(json!({ "file": inner, "drawn": drawn, "choice": choice(page)? }));
            }
        }
    }
    Ok(json!({ "pages": seen }))
}

/// Clicks on a link, and gives how long its page took.
fn followed(page: &Page<'_>, link: &str, file: &str) -> Result<f64> {
    let link = format!("document.querySelector('{link}')");
    // A page for families has no links of school staff above it.
    for _ in 0..BACK {
        if page.ask(&format!("return {link} !== null"))? == json!(true) {
            break;
        }
        page.ask("history.back()")?;
        sleep(Duration::from_millis(500));
    }
    page.ask(&format!("{link}.scrollIntoView({{ block: 'center' }})"))?;
    sleep(Duration::from_millis(250));
    let before = count(page)?;
    click(page, place(page, &link)?)?;
    noted(page, before).with_context(|| format!("{file} was not drawn by the app that runs"))
}

/// Makes one choice, if the page has any.
fn choice(page: &Page<'_>) -> Result<Option<f64>> {
    page.ask("__open()")?;
    // What the page still has to do is none of the choice.
    sleep(Duration::from_millis(500));
    let before = count(page)?;
    if page.ask("return __choose()")? != json!(true) {
        return Ok(None);
    }
    noted(page, before).map(Some)
}

fn count(page: &Page<'_>) -> Result<usize> {
    let count = page.ask("return window.__drawn ? __drawn.length : null")?;
    usize::try_from(count.as_u64().context("the whole page was loaded anew")?).context("too many")
}

/// Waits for the next note, and gives it.
fn noted(page: &Page<'_>, before: usize) -> Result<f64> {
    for _ in 0..500 {
        if count(page)? > before {
            return page.ask(&format!("return __drawn[{before}]"))?.as_f64().context("no time was noted");
        }
        sleep(Duration::from_millis(20));
    }
    bail!("nothing was drawn within ten seconds")
}
