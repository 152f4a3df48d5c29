//! A school's browser refuses storage. The list works, and says that it cannot be
//! kept.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner { no_storage: true, ..Manner::PHONE }, "results.html")?;
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.link("My list *").click()?;
    page.heading("Made-up Meadow Counselling").see()?;
    page.checkbox("Remember on this device*").click()?;
    page.sees("This browser lets us keep nothing on the device.")?;
    page.checkbox("Remember on this device*").becomes_ticked(false)?;
    page.link("Made-up Meadow Counselling").click()?;
    page.is_on("Made-up Meadow Counselling")?;
    page.back()?;
    page.heading("What you saved").see()?;
    page.button("Clear everything").click()?;
    page.heading("Nothing is saved yet").see()?;
    ensure!(page.ask("return location.pathname.endsWith('list.html')")? == true);
    nothing("the browser complains", &page.complaints()?)?;
    page.audit()
}
