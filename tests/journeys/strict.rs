//! Every kind of page, served with the headers that the site ships: nothing is
//! stopped by a policy, nothing fails, nothing is asked of anybody else, from
//! the first byte on.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

/// Kinds of page that other journeys open only on their way.
const MORE: [&str; 4] =
    ["leaving.html", "kind/getting-help.html", "need/help-and-advice.html", "service/old-bridge-service.html"];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    ensure!(visit.server.sends_a_policy(), "the site ships no headers");
    visit.server.listens("early.js");
    let page = visit.browser(&Manner::PHONE)?;
    for kind in site::KINDS.into_iter().chain(MORE) {
        // Another page first: a new fragment alone loads nothing. It is waited
        // for, since what is broken off half-way complains.
        page.open("leaving.html")?;
        page.open(kind)?;
        nothing(&format!("{kind}: stopped or failed"), &visit.server.refusals())?;
        nothing(&format!("{kind}: the browser complains"), &page.complaints()?)?;
        nothing(&format!("{kind}: loaded from elsewhere"), &page.strangers()?)?;
    }
    nothing("asked for, and not there", &visit.server.missed())?;
    nothing("it left the site", &visit.server.left_the_site())?;

    // The page for what is missing has a policy of its own, and two hold.
    page.open_plain("404.html")?;
    page.heading("This page is not here").see()?;
    nothing("404.html: stopped or failed", &visit.server.refusals())?;
    // A browser asks for the picture of a host by itself, and misses it.
    let complaints = page.complaints()?.into_iter().filter(|one| !one.contains("/favicon.ico "));
    nothing("404.html: the browser complains", &complaints.collect::<Vec<_>>())?;

    // What a policy stops is told here, or all of the above would mean nothing.
    page.open("about.html")?;
    page.ask("document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { top: 0 }' }))")?;
    page.until("a report", || Ok(visit.server.refusals().join(" ").contains("style").then_some(())))
}
