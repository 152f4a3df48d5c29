//! A phone comes out of a drawer after a year, with a copy and no signal. The
//! numbers are there; the lists stand behind a step and are never called new.

use anyhow::ensure;
use serde_json::json;
use waymark_tests::{Edition, Engine, Manner, Outcome, Visit, visit};

use crate::keep_copy::keep;

const OLD: &str = "This copy is too old to rely on";

pub(crate) fn journey(engine: Engine) -> Outcome {
    // Made in January; the first of the second term after it has gone by.
    let old = Edition::read(&visit::fixtures()?)?;
    let old = old.noting("made", json!("2026-01-05"))?.noting("old_from", json!("2026-09-01"))?;
    let visit = Visit::to_pages(engine, old.noting("checked", json!("2026-01-02"))?.pages()?, "/")?;
    let page = visit.open(&Manner::PHONE, "")?;
    keep(&page)?;
    visit.server.cut();
    for place in ["index.html", "results.html", "service/moon-sleep-workshops.html", "need/sleep.html", "a-z.html"] {
        page.open(place)?;
        page.heading(OLD).see()?;
        page.sees("It is from 5 January 2026. It is 45 weeks old.")?;
        page.sees("Crisis numbers were checked on 2 January 2026, 46 weeks ago. If a number fails, call 999 or 111.")?;
        page.link("call 999").see()?;
        page.link("Made-up*").is_gone()?;
        page.audit()?;
    }
    page.open("results.html")?;
    page.css("summary").nth(0).says("Show the old pages anyway")?;
    page.css("summary").nth(0).click()?;
    page.link("Made-up*").nth(0).see()?;
    page.heading(OLD).see()?;
    page.audit()?;

    // Urgent help is never put away, nor the way to remove the copy.
    page.open("urgent.html")?;
    page.heading(OLD).see()?;
    page.link("Call 116 123").see()?;
    page.open("keep.html")?;
    page.button("Remove from this device").see()?;

    // A clock that is before the copy says nothing of its age.
    visit.server.heal();
    let ahead = Edition::read(&visit::fixtures()?)?.noting("made", json!("2027-03-01"))?;
    visit.server.publish(ahead.noting("old_from", json!("2027-09-01"))?.pages()?);
    page.button("Look for a newer copy").click()?;
    page.sees("We cannot tell how old it is")?;
    visit.server.cut();
    page.open("results.html")?;
    page.heading(OLD).see()?;
    ensure!(page.text()?.contains("the clock of this device is wrong"));
    Ok(())
}
