//! Links in newsletters outlive names. An old one leads to what it is now, an
//! ended one says so, and one that leads nowhere is not silently home.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "service/old-bridge-service.html")?;
    page.heading("Made-up New Bridge Service").see()?;
    page.sees("You came by an old link.")?;
    page.sees("Made-up Old Bridge Service")?;
    page.audit()?;

    page.open("service/old-mill-helpline.html")?;
    page.heading("This has ended").see()?;
    page.audit()?;
    page.link("Made-up Beacon Parents Helpline").click()?;
    page.is_at("service/beacon-helpline.html")?;

    page.open("service/closed-cottage.html")?;
    page.sees("We know of nothing that replaced it.")?;

    for nowhere in ["service/hidden-heath-service.html", "nowhere.html"] {
        page.open_plain(nowhere)?;
        page.heading("This page is not here").see()?;
        ensure!(page.link("call 999").href()? == "tel:999");
        page.is_at(nowhere)?;
    }
    page.audit()
}
