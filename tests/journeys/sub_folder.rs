//! A council puts the site into a folder of its own website, with no rules for
//! its server: every page, link, file and Back works there too.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures_under(engine, "/a/b/")?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.checkbox("Sleep").click()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=sleep")?;
    page.link("Made-up Moon Sleep Workshops").click()?;
    page.is_at("service/moon-sleep-workshops.html")?;
    page.reload()?;
    page.heading("Made-up Moon Sleep Workshops").see()?;
    page.link("All urgent help").nth(0).click()?;
    page.is_at("urgent.html")?;
    page.back()?;
    page.is_at("service/moon-sleep-workshops.html")?;
    page.back()?;
    page.is_at("results.html#need=sleep")?;
    page.ask("scrollTo(0, 0)")?;
    page.link("School staff").click()?;
    page.is_at("staff.html")?;
    page.link("Support for pupils").click()?;
    page.is_at("staff/results.html")?;
    page.reload()?;
    ensure!(!site::rows(&page)?.is_empty(), "a list in a folder of a folder");
    page.audit()?;

    let all = visit.server.requests();
    let outside: Vec<_> = all.iter().filter(|one| !one.target.starts_with("/a/b/")).collect();
    ensure!(outside.is_empty(), "asked outside its folder: {outside:?}");
    nothing("asked for, and not there", &visit.server.missed())?;
    nothing("the browser complains", &page.complaints()?)
}
