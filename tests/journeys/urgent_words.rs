//! Somebody types what cannot wait. Help now stands there before they have
//! finished, nothing moves away under their hands, and it stays until the words
//! or the filters are gone.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

use crate::own_words::{ask, field};

const EMERGENCY: &str =
    "Call 999 or go to A&E now, even if they seem well. Do not wait for a reply from any service here.";
const LINE: &str = "If you or your child are not safe tonight: 999, or 111 and choose the mental health option.";

/// How far from the top of the screen the field is.
fn height(page: &Page<'_>) -> Result<f64> {
    Ok(page.css("#words").with("return thing.getBoundingClientRect().top")?.as_f64().unwrap_or_default())
}

/// Types at home, and sees that the field stays where it is.
fn types(page: &Page<'_>, words: &str) -> Result<()> {
    page.open("")?;
    field(page)?;
    let before = height(page)?;
    page.css("#words").write(words)?;
    page.until("the words in the field", || {
        Ok((page.css("#words").with("return thing.value")? == words).then_some(()))
    })?;
    ensure!((height(page)? - before).abs() < 2.0, "{words}: the field moved from {before} to {}", height(page)?);
    ensure!(page.focus()?.id == "words", "{words}: the focus left the field");
    Ok(())
}

/// That one thing stands above another.
fn stands_above(page: &Page<'_>, above: &str, below: &str) -> Result<()> {
    let order = page.ask(&format!(
        "const [one, other] = ['{above}', '{below}'].map((what) => document.querySelector(what));
         return !!(one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)"
    ))?;
    ensure!(order == true, "{above} stands above {below}");
    Ok(())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    emergency(&page)?;
    crisis(&page)?;
    line(&page)?;
    harmless(&page)
}

fn emergency(page: &Page<'_>) -> Outcome {
    types(page, "she took tablets")?;
    let alert = page.any(Role::Alert);
    alert.says(&format!("*{EMERGENCY}*"))?;
    ensure!(alert.link("Call 999").href()? == "tel:999");
    page.audit()?;
    page.press(Key::Enter)?;
    page.is_at("results.html*")?;
    page.any(Role::Alert).says(&format!("*{EMERGENCY}*"))?;
    stands_above(page, ".crisis--emergency", "h1")?;
    page.region("Get help now").link("Call 999").see()?;
    page.audit()?;

    // Nothing that is found is a way round the numbers.
    field(page)?;
    page.css("#words").write("zzqq")?;
    page.press(Key::Enter)?;
    page.heading("Sorry, we do not know those words yet").see()?;
    page.css(".crisis--emergency").is_gone()
}

fn crisis(page: &Page<'_>) -> Outcome {
    types(page, "she is cutting")?;
    let block = page.region("Get help now");
    block.link("Call 999").see()?;
    block.link("Text SHOUT to 85258").see()?;
    page.any(Role::Alert).see()?;
    page.audit()?;
    page.press(Key::Enter)?;
    page.is_at("results.html#need=self-harm*")?;
    block.see()?;
    ensure!(block.all()?.len() == 1, "help now stands there once");
    // The filters still pin it when the words are lost.
    page.reload()?;
    block.see()?;
    page.link("Remove Self-harm").click()?;
    block.is_gone()?;

    // Said without naming any worry.
    types(page, "he ran away")?;
    block.see()?;
    page.press(Key::Enter)?;
    page.is_at("results.html*")?;
    block.see()?;
    page.audit()?;

    types(page, "hearing voices")?;
    page.sees("Hearing voices or seeing things is a reason to call 111 today.")?;
    page.press(Key::Enter)?;
    page.is_at("results.html#need=psychosis*")?;
    page.sees("Hearing voices or seeing things is a reason to call 111 today.")?;

    // Where nothing fits, the numbers come first, and no service in their place.
    page.open("results.html#age=early-years&area=southwark&cost=paid&kind=digital")?;
    ask(page, "hearing voices")?;
    page.heading("Nothing here fits all of that yet").see()?;
    stands_above(page, ".crisis", ".empty")?;
    page.sees("Life at risk: call 999. Urgent: call 111 and choose the mental health option. When everyone is safe")
}

fn line(page: &Page<'_>) -> Outcome {
    types(page, "we have had enough")?;
    page.sees(LINE)?;
    ensure!(page.css(".crisis--line a").nth(0).href()? == "tel:999");
    ensure!(page.css(".crisis--line a").nth(1).href()? == "tel:111");
    page.audit()?;
    page.press(Key::Enter)?;
    page.is_at("results.html*")?;
    page.sees(LINE)?;
    page.region("Get help now").is_gone()?;
    page.audit()
}

/// Where nobody is in danger, nobody is frightened.
fn harmless(page: &Page<'_>) -> Outcome {
    for words in ["ending my subscription", "hanging out with friends", "the school counsellor"] {
        types(page, words)?;
        page.css("main .crisis").is_gone()?;
    }
    Ok(())
}
