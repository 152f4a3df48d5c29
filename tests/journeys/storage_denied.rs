//! A school's browser refuses cookies and storage. Everything works as before.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner { no_storage: true, ..Manner::PHONE }, "")?;
    page.checkbox("Sleep").click()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=sleep")?;
    let rows = site::rows(&page)?;
    page.link("Made-up Moon Sleep Workshops").click()?;
    page.is_on("Made-up Moon Sleep Workshops")?;
    page.back()?;
    page.is_at("results.html#need=sleep")?;
    page.until("the list as it was", || Ok((site::rows(&page)? == rows).then_some(())))?;
    page.reload()?;
    ensure!(site::rows(&page)? == rows, "reloading keeps what was chosen");
    nothing("the browser complains", &page.complaints()?)?;
    page.audit()
}
