//! A parent looks at one place after another. Back brings the list as it was,
//! where it was; reloading loses nothing; a filter is no step of the way back.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.checkbox("Worry and anxiety").click()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=anxiety")?;
    page.button("Filters*").click()?;
    page.checkbox("Secondary school, about 11 to 16").click()?;
    page.is_at("results.html#age=secondary&need=anxiety")?;
    page.button("Show * results").click()?;
    let rows = site::rows(&page)?;
    let last = rows.iter().rfind(|(_, fit)| fit == "fits");
    let (last, _) = last.cloned().unwrap_or_default();

    let link = site::row(&page, &last).css("a").nth(0);
    let name = link.see()?.text;
    link.with("thing.scrollIntoView({ block: 'center' })")?;
    let depth = page.scrolled()?;
    ensure!(depth > 100.0, "the list is longer than the screen: {depth}");
    link.click()?;
    page.is_at(&format!("service/{last}.html"))?;
    page.is_on(&name)?;
    ensure!(page.scrolled()? == 0.0, "a new page begins at its top");

    page.back()?;
    page.is_at("results.html#age=secondary&need=anxiety")?;
    page.until("the list as it was", || Ok((site::rows(&page)? == rows).then_some(())))?;
    page.is_on(&name)?;
    page.until("the place in the list", || Ok(((page.scrolled()? - depth).abs() < 60.0).then_some(())))?;
    page.audit()?;

    page.reload()?;
    page.is_at("results.html#age=secondary&need=anxiety")?;
    ensure!(site::rows(&page)? == rows, "reloading keeps what was chosen");
    page.link("Remove Worry and anxiety").see()?;

    // What was chosen at home is still chosen there.
    page.back()?;
    page.is_at("#need=anxiety").or_else(|_| page.is_at("index.html#need=anxiety"))?;
    page.checkbox("Worry and anxiety").becomes_ticked(true)?;
    page.audit()
}
