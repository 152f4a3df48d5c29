//! A council's own site, made by the program from its own data: a parent
//! filters by the council's own word for a kind of support.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Outcome, Visit, visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_pages(engine, Pages::Folder(visit::council()?), "/")?;
    let page = visit.open(&Manner::DESKTOP, "results.html")?;
    page.link("Northmarch Families*").see()?;
    let kinds = page.ask(
        "return [...document.querySelectorAll('input[name=thrive]')].map((one) => one.labels[0].textContent).join('|')",
    )?;
    let order = "A few sessions|Feeling good|Someone to ask|Help to stay safe|A team of specialists";
    ensure!(kinds == order, "the kinds of support are {kinds}");
    page.checkbox("A few sessions").click()?;
    page.is_at("results.html#thrive=getting-help")?;
    page.link("Remove A few sessions").see()?;
    let ids = |rows: Vec<(String, String)>| rows.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let found = ids(site::rows(&page)?);
    ensure!(found.iter().any(|id| id == "six-meetings"), "what is found is {found:?}");
    ensure!(found.iter().all(|id| id != "tide-team"), "what is found is {found:?}");
    site::row(&page, "six-meetings").says("A few sessions")?;
    page.checkbox("Saltby-on-Sea").click()?;
    page.is_at("results.html#thrive=getting-help&area=saltby")?;
    let first = site::rows(&page)?.into_iter().next();
    ensure!(first == Some(("saltby-swimmers".to_owned(), "fits".to_owned())), "the first is {first:?}");
    let brand = "return getComputedStyle(document.documentElement).getPropertyValue('--brand').trim()";
    ensure!(page.ask(brand)? == "#5b2a86", "the colour is not the council's");
    page.audit()?;

    page.open("staff/results.html#thrive=thriving")?;
    site::row(&page, "saltby-swimmers").says("Thriving together")?;
    page.audit()?;
    page.open("results.html#thrive=getting-risk-support")?;
    page.region("Get help now").see()?;
    page.sees("Made-up Northmarch Night Line")?;
    for kind in ["", "kinds.html", "service/saltby-swimmers.html"] {
        page.open(kind)?;
        page.audit()?;
    }
    nothing("asked for, and not there", &visit.server.missed())?;
    nothing("the browser complains", &page.complaints()?)?;

    let dark = visit.open(&Manner { dark: true, ..Manner::PHONE }, "kinds.html")?;
    ensure!(dark.ask(brand)? == "#d3b8f2", "the dark colour is not the council's");
    dark.audit()?;
    dark.open("results.html#thrive=getting-help")?;
    dark.audit()
}
