//! A young person of eleven, with a phone that is not always their own, finds
//! whom they can text without a parent; with the keyboard alone, too.

use anyhow::ensure;
use waymark_tests::{Engine, Key, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.link("I am a young person").click()?;
    page.is_at("young.html")?;
    page.is_on("For young people")?;
    // Help for now comes first, with what can be reached without speaking.
    page.sees("Get help now")?;
    let links = page.ask("return [...document.querySelectorAll('main .crisis a.button')].map((link) => link.href)")?;
    let links: Vec<_> = links.as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    ensure!(links.first() == Some(&"tel:08001111"), "{links:?}");
    ensure!(links.get(1).is_some_and(|link| link.starts_with("sms:85258")), "{links:?}");
    page.sees("Most services keep what you say private unless they think someone is in danger. Ask them first.")?;
    page.sees("School devices may be watched.")?;

    // At eleven: what a source offers them, with its number; and nothing else.
    page.sees("If you are under 13")?;
    page.link("Text 01632 960071").see()?;
    let own = page.ask(
        "return [...document.querySelectorAll('section[aria-labelledby=under-13] .atoz__link')].map((link) => link.innerText)",
    )?;
    let own: Vec<_> = own.as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    ensure!(own.contains(&"Made-up Otter Text Line"), "{own:?}");
    page.css("summary").click()?;
    for other in ["Made-up Heron Chat", "Made-up Badger Drop-in", "Made-up Magpie Line", "Made-up Kestrel Chat"] {
        ensure!(!own.contains(&other), "{other} is offered to a child of eleven, and no source says so");
        page.link(other).see()?;
    }
    page.sees("Ask if this still runs.")?;
    page.audit()?;

    // What it is, and back; what leaving cannot hide.
    page.link("Made-up Otter Text Line").click()?;
    page.is_on("Made-up Otter Text Line")?;
    page.back()?;
    page.heading("For young people").see()?;
    page.link("What it cannot hide").click()?;
    page.heading("About leaving this site").see()?;
    drop(page);

    // With the keyboard alone, from urgent help.
    let page = visit.open(&Manner::NARROW, "urgent.html")?;
    page.link("More for young people").with("thing.focus()")?;
    page.press(Key::Enter)?;
    page.heading("For young people").see()?;
    page.tab_to("Text SHOUT to 85258", 30)?;
    page.tab_to("Text 01632 960071", 60)?;
    page.audit()
}
