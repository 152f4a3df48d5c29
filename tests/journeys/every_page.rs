//! A screen reader's user opens one page after another: each has a title of
//! its own, one main heading, a way to skip to it, and no fault.

use std::collections::BTreeSet;

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::DESKTOP)?;
    let mut titles = BTreeSet::new();
    for kind in site::KINDS {
        // Another page between two that differ after `#` alone.
        page.open_plain("leaving.html")?;
        page.open(kind)?;
        let title = page.title()?;
        let is_new = titles.insert(title.clone());
        ensure!(!title.is_empty() && (is_new || kind.contains('#')), "{kind}: a second page called {title}");
        let headings = page.ask("return document.querySelectorAll('h1').length")?;
        ensure!(headings == 1, "{kind} has {headings} main headings");
        page.any(Role::Main).see()?;
        page.link("Skip to the main part").see()?;
        page.link("Leave this site").see()?;
        page.sees("Trial copy. Gathered from published pages on 21 November 2026.")?;
        page.audit()?;
        nothing(&format!("{kind}: the browser complains"), &page.complaints()?)?;
    }
    nothing("asked for, and not there", &visit.server.missed())?;
    nothing("it left the site", &visit.server.left_the_site())
}
