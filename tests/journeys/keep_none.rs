//! A school computer refuses storage, a site offers no copy, a connection
//! breaks, a browser runs no scripts: a sentence says so, and nothing is left.

use std::time::Duration;

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Instead, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner { no_storage: true, ..Manner::PHONE }, "keep.html")?;
    // WebKit's switch refuses cookies and not workers: there the worker is.
    if engine == Engine::WebKit {
        visit.server.answer("worker.js", Instead::Status(403));
        page.button("Keep a copy on this device").click()?;
    }
    page.sees("This browser does not let this site keep a copy.")?;
    page.button("Keep a copy on this device").is_gone()?;
    ensure!(page.link("call 999").href()? == "tel:999");
    nothing("the browser complains", &page.complaints()?)?;
    nothing("kept where nothing can be", &page.kept()?)?;
    page.audit()?;
    drop(page);

    // Without its script the page says what it needs.
    visit.server.answer(".js", Instead::Status(404));
    let page = visit.browser(&Manner::PHONE)?;
    page.open_plain("keep.html")?;
    page.sees("Keeping a copy needs scripts")?;
    page.button("Keep a copy on this device").is_gone()?;
    page.audit()?;
    if engine != Engine::Chromium {
        return Ok(());
    }

    visit.server.heal();
    visit.server.answer("copy.json", Instead::Status(404));
    page.open("keep.html")?;
    page.sees("This site offers no copy just now.")?;

    for (ending, instead) in [
        ("urgent.html", Instead::CutOff),
        ("urgent.html", Instead::Status(500)),
        // A notice that no build has written.
        (
            "copy.json",
            Instead::Changed(|text| String::from_utf8_lossy(&text).replace("tel:116123", "javascript:1").into()),
        ),
        // A host that changes pages on their way, or is half-way to a new build.
        ("urgent.html", Instead::Changed(|page| [page, b"<!-- added -->".to_vec()].concat())),
    ] {
        visit.server.heal();
        page.open("keep.html")?;
        page.sees("There is no copy on this device.")?;
        visit.server.answer(ending, instead);
        page.button("Keep a copy on this device").click()?;
        page.sees("The copy did not arrive whole, so nothing was kept.")?;
        nothing("left of half a copy", &page.kept()?)?;
    }

    // The browser ends the worker half-way, and nobody comes back to the page.
    visit.server.heal();
    page.open("keep.html")?;
    page.sees("There is no copy on this device.")?;
    visit.server.answer("urgent.html", Instead::Late(Duration::from_secs(20)));
    page.button("Keep a copy on this device").click()?;
    page.until("half a copy", || Ok((page.kept()?.len() > 1).then_some(())))?;
    page.session().chromium("ServiceWorker.enable", &serde_json::json!({}))?;
    page.session().chromium("ServiceWorker.stopAllWorkers", &serde_json::json!({}))?;
    visit.server.heal();
    page.open("index.html")?;
    page.until("half a copy to go away", || Ok(page.kept()?.is_empty().then_some(())))?;

    // A full device.
    visit.server.heal();
    page.open("keep.html")?;
    page.sees("There is no copy on this device.")?;
    let origin = visit.server.address("").trim_end_matches('/').to_owned();
    let quota = serde_json::json!({ "origin": origin, "quotaSize": 1_000_000 });
    page.session().chromium("Storage.overrideQuotaForOrigin", &quota)?;
    page.button("Keep a copy on this device").click()?;
    page.sees("There is not enough free space on this device. Nothing was kept.")?;
    nothing("left on a full device", &page.kept()?)?;
    page.audit()
}
