//! A family is going where there is no signal. They keep a copy, lose the
//! connection, read on with filters and listings, and remove every trace.

use anyhow::{Result, ensure};
use serde_json::json;
use waymark_tests::page::nothing;
use waymark_tests::{Edition, Engine, Manner, Outcome, Page, Visit, visit};

use crate::site;

/// What each page of a copy from 3 September says on 21 November.
pub(crate) const AGE: &str = "You are reading the copy on this device, from 3 September 2026. It is 11 weeks old. The \
    publisher has not yet checked all crisis numbers. If a number fails, call 999 or 111.";

/// Presses the button, and waits for the copy.
pub(crate) fn keep(page: &Page<'_>) -> Outcome {
    page.open("keep.html")?;
    page.sees("There is no copy on this device. A copy takes * MB")?;
    nothing("kept before it was asked for", &page.kept()?)?;
    page.button("Keep a copy on this device").click()?;
    page.sees("The copy is on this device now.")
}

/// The site as it was on 3 September; it says so only to a copy.
fn in_september() -> Result<Edition> {
    Edition::read(&visit::fixtures()?)?.noting("made", json!("2026-09-03"))
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    for base in ["/", "/a/b/"] {
        let visit = Visit::to_pages(engine, in_september()?.pages()?, base)?;
        let page = visit.open(&Manner::PHONE, "")?;
        page.link("Keep a copy on this device").click()?;
        page.is_at("keep.html")?;
        keep(&page)?;
        page.sees("It is from 3 September 2026. It is 11 weeks old.")?;
        page.audit()?;
        reads_with_a_network(&page)?;

        visit.server.cut();
        reads_without(&page)?;
        removes(&page)?;
        visit.server.heal();
        page.open("keep.html")?;
        page.sees("There is no copy on this device.")?;
        nothing("asked for, and not there", &visit.server.missed())?;
        nothing("it left the site", &visit.server.left_the_site())?;
    }
    Ok(())
}

/// With a connection the pages are the site's own, and say nothing of a copy.
/// A machine with much to do may be too slow for that once.
fn reads_with_a_network(page: &Page<'_>) -> Outcome {
    page.until("the site itself", || {
        page.open("results.html")?;
        Ok((!page.text()?.contains("You are reading the copy")).then_some(()))
    })
}

fn reads_without(page: &Page<'_>) -> Outcome {
    page.open("")?;
    page.sees(AGE)?;
    page.checkbox("Sleep").click()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=sleep")?;
    ensure!(!site::rows(page)?.is_empty(), "filters work");
    page.sees(AGE)?;
    page.audit()?;
    page.link("Made-up Moon Sleep Workshops").click()?;
    page.is_on("Made-up Moon Sleep Workshops")?;
    page.sees(AGE)?;
    reload(page)?;
    page.heading("Made-up Moon Sleep Workshops").see()?;
    page.link("All urgent help").nth(0).click()?;
    page.heading("Urgent help").see()?;
    page.sees(AGE)?;
    ensure!(page.link("call 999").href()? == "tel:999");
    page.open("staff/results.html")?;
    page.sees(AGE)?;
    // A file to take away is in no copy, and no page is taken for one.
    // Some drivers call what a browser says instead an error, others do not.
    let _ = page.open_plain("service/moon-sleep-workshops.vcf");
    ensure!(!page.text()?.contains("This page is not here"), "a page came as a contact card");
    // What the site does not have is not made up.
    page.open_plain("service/nowhere.html")?;
    page.heading("This page is not here").see()?;
    page.sees(AGE)?;
    Ok(())
}

/// As the reader's own button does it: Firefox's driver passes workers by.
fn reload(page: &Page<'_>) -> Outcome {
    page.ask("document.documentElement.id = 'before'; location.reload()")?;
    page.until("the page to be loaded again", || {
        Ok((page.ask("return document.documentElement.id")? == json!("")).then_some(()))
    })?;
    page.is_ready()
}

fn removes(page: &Page<'_>) -> Outcome {
    page.open("keep.html")?;
    page.sees("A copy is kept on this device.")?;
    page.button("Remove from this device").click()?;
    page.sees("The copy is removed. Nothing of it is left on this device.")?;
    nothing("left after it was removed", &page.kept()?)
}
