//! The list does not come, or comes broken. A parent still sees places to
//! call, and is told what is wrong in a sentence.

use std::fs;

use anyhow::{Context, ensure};
use waymark_tests::{Engine, Instead, Manner, Outcome, Visit, root};

use crate::site;

/// Lists that are none, from `tests/fixtures/broken`.
const BROKEN: [&str; 4] = ["truncated.json", "wrong-version.json", "not-json.html", "empty.json"];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let broken = root().join("tests/fixtures/broken");
    let read = |name: &str| fs::read(broken.join(name)).with_context(|| format!("no {name}"));
    let mut ways = vec![Instead::Status(404), Instead::Status(500), Instead::CutOff];
    for name in BROKEN {
        ways.push(Instead::Body(read(name)?));
    }
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::PHONE)?;
    for instead in ways {
        visit.server.heal();
        visit.server.answer(".json", instead);
        page.open_plain("results.html")?;
        page.sees("Filters are not available just now.")?;
        ensure!(!site::rows(&page)?.is_empty(), "the list stays");
        ensure!(page.link("Call 01632 960001").href()? == "tel:01632960001");
        page.button("Filters*").is_gone()?;
    }
    page.audit()?;
    page.open_plain("service/meadow-counselling.html")?;
    page.sees("Call 01632 960001")?;
    page.audit()?;

    // One bad entry never hides the rest.
    visit.server.heal();
    visit.server.answer(".json", Instead::Body(read("one-bad-listing.json")?));
    page.open("results.html")?;
    page.heading("Part of our list could not be read").see()?;
    ensure!(!site::rows(&page)?.is_empty(), "the others are there");
    page.audit()?;

    visit.server.heal();
    page.reload()?;
    page.heading("Part of our list could not be read").is_gone()
}
