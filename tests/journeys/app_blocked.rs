//! A school blocks WebAssembly, a train loses the connection. The page that is
//! there stays there: the list, the numbers, and a sentence about the filters.

use anyhow::ensure;
use waymark_tests::{Engine, Instead, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::PHONE)?;
    for instead in [Instead::Status(404), Instead::Status(403), Instead::Body(b"blocked".to_vec()), Instead::CutOff] {
        visit.server.heal();
        visit.server.answer(".wasm", instead);
        page.open_plain("results.html")?;
        page.sees("Filters are not available just now.")?;
        ensure!(!site::rows(&page)?.is_empty(), "the list stays");
        ensure!(page.link("call 999").href()? == "tel:999");
        ensure!(page.link("Call 01632 960001").href()? == "tel:01632960001");
        page.button("Filters*").is_gone()?;
    }
    page.audit()?;

    // Filters in the address that nothing can read are not passed over.
    page.open_plain("about.html")?;
    page.open_plain("results.html#need=sleep")?;
    page.sees("Filters are not available just now.")?;
    page.sees("All places. Your filters could not be applied.")?;
    page.audit()?;

    page.open_plain("")?;
    page.sees("Filters are not available just now.")?;
    page.checkbox("Sleep").is_gone()?;
    page.link("Sleep").click()?;
    page.is_at("need/sleep.html")?;
    page.link("Made-up Moon Sleep Workshops").see()?;
    page.audit()?;
    page.link("Made-up Moon Sleep Workshops").click()?;
    page.is_at("service/moon-sleep-workshops.html")?;
    page.sees("How to get it")?;

    // Not even the small script: a page of plain HTML.
    visit.server.answer(".js", Instead::Status(404));
    page.open_plain("results.html")?;
    page.button("Filters*").is_gone()?;
    ensure!(page.link("Call 01632 960001").href()? == "tel:01632960001");
    page.audit()
}
