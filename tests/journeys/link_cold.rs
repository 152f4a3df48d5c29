//! A mother chooses, copies the address, and sends it to the father. He opens
//! it on a phone that has never seen the site. Later one of its words is gone.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let hers = visit.open(&Manner::DESKTOP, "results.html")?;
    hers.checkbox("Worry and anxiety").click()?;
    hers.checkbox("Southwark").click()?;
    hers.checkbox("Primary school, about 5 to 11").click()?;
    hers.is_at("results.html#age=primary&need=anxiety&area=southwark")?;
    let (sent, rows) = (hers.place()?, site::rows(&hers)?);
    ensure!(!rows.is_empty(), "there is something to send");
    drop(hers);

    let his = visit.open(&Manner::PHONE, &sent)?;
    ensure!(site::rows(&his)? == rows, "{:?} instead of {rows:?}", site::rows(&his)?);
    his.is_at(&sent)?;
    for tag in ["Remove 5 to 11", "Remove Worry and anxiety", "Remove Southwark"] {
        his.link(tag).see()?;
    }
    his.audit()?;
    his.link("Remove Southwark").click()?;
    his.is_at("results.html#age=primary&need=anxiety")?;
    his.reload()?;
    his.link("Remove Southwark").is_gone()?;
    drop(his);

    // What is no longer understood is named, and never read as "all".
    let late = visit.open(&Manner::PHONE, "results.html#age=primary&need=anxiety,dragons&area=atlantis")?;
    late.heading("Part of this link no longer works").see()?;
    late.sees("dragons")?;
    late.sees("atlantis")?;
    late.link("Remove Worry and anxiety").see()?;
    late.audit()?;
    let with_stranger = site::rows(&late)?;
    late.open("urgent.html")?;
    late.open("results.html#age=primary&need=anxiety")?;
    ensure!(site::rows(&late)? == with_stranger, "the rest of the link is used as it is");
    late.heading("Part of this link no longer works").is_gone()
}
