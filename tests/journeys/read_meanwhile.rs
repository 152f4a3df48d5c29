//! A parent waits for an answer, and finds what others have published to read
//! meanwhile; and comes back to where she was.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::PHONE, "results.html#need=sleep")?;
    page.link("Made-up Moon Sleep Workshops").click()?;
    page.is_at("service/moon-sleep-workshops.html")?;
    let waiting = page.region("While you wait");
    waiting.says("If things get worse while you wait, do not wait for the appointment.")?;
    waiting.link("Sleep").click()?;
    page.is_at("self-help/sleep.html")?;
    page.is_on("Sleep: pages to read")?;

    // For parents, young people and staff apart; what is known of each, and what
    // is not.
    let parents = page.region("Parents and carers");
    parents.says("Leaflet bedtimes")?;
    parents.says("Made-up Sleep Charity. The link leads to example.org.")?;
    parents.says("From 26 March 2026. Check before you use it after 26 March 2027.")?;
    parents.says("From 2023: past its limit of 1 January 2024. Check before you use it.")?;
    parents.says("Leaflet where to start")?;
    let young = page.region("Young people");
    young.says("We have not looked at this page yet.")?;
    young.says("Date not known: check before you use it.")?;
    page.region("School staff").says("Leaflet lesson on rest")?;
    let out = parents.link("Leaflet bedtimes");
    ensure!(out.href()? == "https://www.example.org/leaflet/bedtimes", "the link leads to {}", out.href()?);
    ensure!(out.attribute("rel")?.as_deref() == Some("noreferrer"), "the other site is told where she was");
    page.audit()?;

    page.back()?;
    page.is_at("service/moon-sleep-workshops.html")?;
    page.heading("Made-up Moon Sleep Workshops").see()?;
    page.back()?;
    page.is_at("results.html#need=sleep")?;
    page.link("Made-up Moon Sleep Workshops").see()?;

    // Help now comes first where a worry cannot wait, and neither the address
    // nor the title names it; where nothing is known, that is said.
    page.open("self-help/someone-to-talk-to.html")?;
    page.region("Get help now").see()?;
    let title = page.title()?;
    ensure!(title.starts_with("Pages to read: Someone to talk to"), "the title is {title:?}");
    let first = page.ask(
        "return document.querySelector('.crisis').compareDocumentPosition(document.querySelector('.to-read__part'))",
    )?;
    ensure!(first.as_u64().is_some_and(|order| order & 4 != 0), "the numbers come before what is to be read");
    page.region("Parents and carers").says("We know of no page about this for these readers yet.")?;
    page.audit()
}
