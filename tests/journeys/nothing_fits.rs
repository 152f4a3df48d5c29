//! Nothing fits all that a parent chose. She is never told that there is no
//! help: she sees what to take away, and where to turn today.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page =
        visit.open(&Manner::PHONE, "results.html#age=early-years&need=ocd&area=southwark&cost=paid&kind=digital")?;
    page.heading("Nothing here fits all of that yet").see()?;
    page.sees("That does not mean there is no help.")?;
    page.sees("Ask your GP or your child’s school.")?;
    page.link("Made-up Beacon Parents Helpline").see()?;
    ensure!(page.link("call 111").nth(0).href()? == "tel:111");
    page.find(Role::Status, "*").see()?;
    page.audit()?;

    page.link("Clear all").nth(0).click()?;
    page.is_at("results.html")?;
    page.heading("Nothing here fits all of that yet").is_gone()?;
    ensure!(!site::rows(&page)?.is_empty(), "everything is back");

    page.open("results.html#age=young-adult&need=babies-toddlers&format=home&cost=free")?;
    page.link("Take away *").click()?;
    page.until("what was promised", || Ok((!site::rows(&page)?.is_empty()).then_some(())))?;
    page.audit()
}
