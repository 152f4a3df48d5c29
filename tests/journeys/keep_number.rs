//! A number for urgent help changes, another is given up. Whoever is reading an
//! old copy sees it at once, also in what is drawn later, and also when the
//! rest of the new copy never arrives.

use anyhow::ensure;
use serde_json::json;
use waymark_tests::{Edition, Engine, Instead, Manner, Outcome, Page, Visit, visit};

use crate::keep_copy::keep;

const PAGE: &str = "results.html#need=self-harm";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    keep(&page)?;
    visit.server.cut();
    page.open(PAGE)?;
    ensure!(page.link("Call 0800 1111").href()? == "tel:08001111");
    ensure!(page.link("Call 116 123").href()? == "tel:116123");

    let newer =
        Edition::read(&visit::fixtures()?)?.saying("0800 1111", "0800 2222").saying("tel:08001111", "tel:08002222");
    let mut numbers = newer.notice()?["numbers"].clone();
    numbers["childline"] = json!([["tel:08002222", "0800 2222", "Call 0800 2222"]]);
    numbers["samaritans"] = json!([]);
    visit.server.publish(newer.noting("numbers", numbers)?.pages()?);
    visit.server.heal();
    // The numbers come, the pages do not.
    visit.server.answer(".html", Instead::Nothing);
    page.ask("window.dispatchEvent(new Event('online'))")?;
    page.sees("A number for urgent help has changed.")?;
    is_changed(&page)?;
    page.audit()?;

    // What the app draws anew is right too.
    page.link("Remove Self-harm").click()?;
    page.is_at("results.html")?;
    page.back()?;
    page.open(PAGE)?;
    is_changed(&page)?;

    visit.server.cut();
    for place in ["urgent.html", PAGE] {
        page.open("about.html")?;
        page.open(place)?;
        is_changed(&page)?;
    }
    // 111 stands in other routes too: it is left alone.
    ensure!(page.link("call 111").href()? == "tel:111");
    Ok(())
}

fn is_changed(page: &Page<'_>) -> Outcome {
    page.link("Call 0800 2222").nth(0).see()?;
    ensure!(page.link("Call 0800 2222").nth(0).href()? == "tel:08002222");
    page.link("Call 0800 1111").is_gone()?;
    page.link("Call 116 123").is_gone()?;
    page.sees("This number is no longer used. Call 999 or 111.")
}
