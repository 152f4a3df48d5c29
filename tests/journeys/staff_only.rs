//! A parent never meets what is for school staff alone: not by filters, not by
//! words, not by links; and is led to what school needs where school must ask.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

use crate::site;

/// Entries for school staff alone, of every kind.
const STAFF: [&str; 6] = [
    "ward-staff-line",
    "glance-open-course",
    "keep-safe-training",
    "small-grants",
    "school-contacts",
    "elm-classroom-workshops",
];

/// No row and no link leads to one of them.
fn meets_none(page: &Page<'_>) -> Result<()> {
    let links = page.ask(
        "return [...document.querySelectorAll('main a[href], main [data-id]')].map((one) => one.dataset.id || one.href)",
    )?;
    let links: Vec<String> = links.as_array().into_iter().flatten().map(ToString::to_string).collect();
    let met = links.into_iter().filter(|link| STAFF.iter().any(|id| link.contains(id)) || link.contains("/staff"));
    nothing(&format!("{} shows", page.place()?), &met.collect::<Vec<_>>())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::PHONE, "results.html")?;
    ensure!(!site::rows(&page)?.is_empty(), "an empty list meets nothing");
    meets_none(&page)?;
    // Filters that only staff have, in a link that somebody sent.
    for filters in [
        "kind=training,resource,funding",
        "kind=contact",
        "need=whole-school",
        "need=staff-wellbeing&kind=training",
        "cost=free-to-schools,school-package",
        "access=school,professional",
    ] {
        page.open(&format!("results.html#{filters}"))?;
        meets_none(&page)?;
    }
    // Their names in words of one's own.
    page.open("results.html")?;
    for words in ["ward consultation line", "training for teachers", "open course"] {
        let field = page.css("#words");
        field.write(words)?;
        page.until("what is offered", || Ok((page.css("#words").attribute("aria-expanded")?.is_some()).then_some(())))?;
        meets_none(&page)?;
        page.button("Search").click()?;
        meets_none(&page)?;
    }
    page.audit()?;

    // Old links: an entry for families that has ended, and what is for staff.
    page.open_plain("service/ward-ended.html")?;
    page.sees("What replaced it is for school staff. Ask your child’s school.")?;
    meets_none(&page)?;
    page.open_plain("a-z.html")?;
    let named = page.ask("return document.querySelector('main').innerText")?;
    ensure!(!named.to_string().contains("Made-up Ward Consultation Line"), "the A to Z names what is for staff");

    // Where school is the one way in, the page says so and leads to what school needs.
    page.open("results.html#need=school-stress")?;
    site::row(&page, "ward-school-way").link("Made-up Ward School Team").click()?;
    page.is_at("service/ward-school-way.html")?;
    page.sees("Your child’s school asks for this.")?;
    page.audit()?;
    page.link("For your child’s school: what they need to ask").click()?;
    page.is_at("staff/service/ward-school-way.html")?;
    page.sees("This page is for school staff.")?;
    page.region("Referral sheet").see()?;
    // It comes with its own style, which pages for families do not load.
    let border = page.css(".sheet__home").with("return getComputedStyle(thing).borderTopStyle")?;
    ensure!(border == "dashed", "the sheet has no style: {border}");
    page.link("For parents and carers").click()?;
    page.is_at("service/ward-school-way.html")
}
