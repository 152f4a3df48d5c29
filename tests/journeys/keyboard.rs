//! From the front page to a number to call with nothing but Tab, Space and
//! Enter: everything is reached, the focus is seen, and nothing traps it.

use anyhow::ensure;
use waymark_tests::{Engine, Key, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.tab_to("Skip to the main part", 1)?;
    page.press(Key::Enter)?;
    page.until("the focus in the main part", || Ok((page.focus()?.id == "main").then_some(())))?;

    page.tab_to("Struggling to go to school", 20)?;
    let seen = page.ask("return document.activeElement.matches(':focus-visible')")?;
    ensure!(seen == true, "the focus is seen");
    page.press(Key::Space)?;
    page.checkbox("Struggling to go to school").becomes_ticked(true)?;
    page.is_on("Struggling to go to school")?;
    page.tab_to("Show * to try*", 40)?;
    page.press(Key::Enter)?;
    page.is_at("results.html#need=school-avoidance")?;
    page.is_on("Places to try")?;

    page.tab_to("Filters (1)", 12)?;
    page.press(Key::Enter)?;
    page.tab_to("Primary school, about 5 to 11", 4)?;
    page.press(Key::Space)?;
    page.is_at("results.html#age=primary&need=school-avoidance")?;
    page.is_on("Primary school, about 5 to 11")?;
    page.audit()?;
    page.tab_to("Show * result*", 90)?;
    page.press(Key::Enter)?;
    page.is_on("Places to try")?;
    page.checkbox("Primary school, about 5 to 11").is_gone()?;

    page.tab_to("Made-up Meadow Counselling", 30)?;
    page.press(Key::Enter)?;
    page.is_at("service/meadow-counselling.html")?;
    page.is_on("Made-up Meadow Counselling")?;
    page.tab_to("Call 01632 960001*", 10)?;

    // Backwards, up to the top of the page, every step can be seen.
    page.back()?;
    page.is_at("results.html#age=primary&need=school-avoidance")?;
    page.is_on("Made-up Meadow Counselling")?;
    page.tab_back_to("Skip to the main part", 40)?;

    // Taking a filter away keeps the keyboard in the page.
    page.link("Remove 5 to 11").with("thing.focus()")?;
    page.press(Key::Enter)?;
    page.is_at("results.html#need=school-avoidance")?;
    page.until("the focus in the page", || Ok((page.focus()?.tag != "body").then_some(())))?;

    // A skip link goes on doing its work after the app has changed the page.
    page.link("Skip to the main part").with("thing.focus()")?;
    page.press(Key::Enter)?;
    page.until("the focus in the main part", || Ok((page.focus()?.id == "main").then_some(())))?;
    page.audit()
}
