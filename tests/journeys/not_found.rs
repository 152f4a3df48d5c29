//! Somebody follows a dead link, as deep as links go. The host has one page for
//! all of them: it has its colours, its numbers and ways up, and asks for
//! nothing else.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

/// Each dead link, with the step of which each leads on, and how often it takes
/// that step to the first page.
const DEAD: [(&str, &str, usize); 3] =
    [("x", "One step up", 1), ("service/x", "Two steps up", 1), ("x/y/z", "Two steps up", 2)];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures_under(engine, "/a/b/")?;
    for (dead, step, times) in DEAD {
        // A new browser each time: the page before would still ask for icons.
        let page = visit.browser(&Manner { dark: true, ..Manner::NARROW })?;
        visit.server.forget();
        page.open_plain(dead)?;
        page.heading("This page is not here").see()?;
        page.sees("Life at risk, overdose or badly hurt: call 999 or go to A&E")?;
        page.sees("Call 116 123")?;
        ensure!(page.link("call 999").nth(0).href()? == "tel:999");
        ensure!(page.link("Text SHOUT to 85258").nth(0).href()? == "sms:85258?&body=SHOUT");
        page.link("Leave this site").see()?;
        let ground = page.ask("return getComputedStyle(document.querySelector('.urgent')).backgroundColor")?;
        ensure!(ground == "rgb(143, 29, 44)", "{dead}: its style was not allowed: {ground}");
        let paper = page.ask("return getComputedStyle(document.documentElement).backgroundColor")?;
        ensure!(paper == "rgb(15, 29, 29)", "{dead}: not dark: {paper}");
        nothing(&format!("{dead} is wider than the screen"), &page.sideways()?)?;
        page.audit()?;
        // A browser asks for the picture of a host by itself.
        let asked = visit.server.requests().into_iter().map(|one| one.target);
        let more: Vec<_> = asked.filter(|path| *path != format!("/a/b/{dead}") && path != "/favicon.ico").collect();
        nothing("the page asked for more", &more)?;

        for _ in 0..times {
            page.heading("This page is not here").see()?;
            page.link(step).click()?;
        }
        page.is_at("")?;
        nothing("the browser complains", &refusals(&page.complaints()?))?;
    }
    Ok(())
}

/// What the browser says, but for the status of the dead links themselves.
fn refusals(complaints: &[String]) -> Vec<String> {
    complaints.iter().filter(|one| !one.contains("404 (")).cloned().collect()
}
