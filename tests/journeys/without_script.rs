//! A phone that runs no script at all. A mother narrows down by links, a worry
//! and then an age, opens a listing and calls; a colleague finds what school
//! staff need; nothing on any page waits for an app that will not come.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

use crate::site;

/// Nothing has run: neither the small script nor the app.
fn is_untouched(page: &Page<'_>) -> Result<()> {
    let marks = page.ask("return [...document.documentElement.attributes].map((one) => one.name)")?;
    let marks: Vec<_> = marks.as_array().into_iter().flatten().filter_map(|mark| mark.as_str()).collect();
    let ran: Vec<_> = marks.into_iter().filter(|mark| ["data-script", "data-ready"].contains(mark)).collect();
    ensure!(ran.is_empty(), "scripts have run: {ran:?}");
    Ok(())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner { no_script: true, ..Manner::PHONE })?;
    page.open_plain("")?;
    is_untouched(&page)?;
    page.checkbox("Sleep").is_gone()?;
    page.link("I am a young person").see()?;
    page.audit()?;

    page.link("Struggling to go to school").click()?;
    page.is_at("need/school-avoidance.html")?;
    page.region("How old is your child?").link("Primary school, about 5 to 11*to try*").click()?;
    page.is_at("need/school-avoidance/primary.html")?;
    page.heading("Struggling to go to school: 5 to 11").see()?;
    page.link("Struggling to go to school, at any age").see()?;
    page.audit()?;
    page.link("Made-up Meadow Counselling").click()?;
    page.is_at("service/meadow-counselling.html")?;
    page.sees("How to get it")?;
    page.sees("This page was made on 21 November 2026.")?;
    let call = page.link("Call 01632 960001*");
    ensure!(call.href()? == "tel:01632960001", "{} is no number to call", call.href()?);
    page.audit()?;

    // The other way round: an age, then a worry.
    page.open_plain("")?;
    page.link("Primary school, about 5 to 11").click()?;
    page.region("What are you worried about?").link("Sleep*").click()?;
    page.is_at("need/sleep/primary.html")?;

    // The whole list, page by page.
    page.open_plain("results.html")?;
    page.button("*").is_gone()?;
    page.link("Next page").click()?;
    page.is_at("results/2.html")?;
    page.sees("21 to ")?;
    ensure!(!site::rows(&page)?.is_empty(), "a page of the list without a row");
    page.link("First page").click()?;
    page.is_at("results.html")?;

    // School staff.
    page.link("School staff").click()?;
    page.find(Role::Navigation, "For school staff").link("Training").click()?;
    page.is_at("staff/training.html")?;
    page.link("Made-up Worry in Class").click()?;
    page.is_at("staff/service/*")?;

    for kind in site::KINDS {
        page.open_plain(kind)?;
        is_untouched(&page)?;
        page.link("call 999").see()?;
        nothing(&format!("{kind} is wider than the screen"), &page.sideways()?)?;
        page.audit()?;
    }
    nothing("asked for, and not there", &visit.server.missed())?;
    nothing("it left the site", &visit.server.left_the_site())
}
