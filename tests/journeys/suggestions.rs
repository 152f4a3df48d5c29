//! While somebody types, worries, places and organisations are offered: for the
//! keyboard, a finger, a mouse and a screen reader alike.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

use crate::own_words::field;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    let box_ = page.find(Role::ComboBox, "Say it in your own words");
    for (attribute, value) in
        [("spellcheck", "false"), ("autocomplete", "off"), ("autocapitalize", "off"), ("autocorrect", "off")]
    {
        ensure!(box_.attribute(attribute)?.as_deref() == Some(value), "{attribute} is not {value}");
    }
    ensure!(box_.attribute("name")?.is_none(), "a name could be sent");
    with_the_keyboard(&page)?;
    with_a_mouse(&page)?;
    // This driver has no fingers.
    if engine != Engine::WebKit {
        with_a_finger(&page)?;
    }
    Ok(())
}

/// Waits until the option that the keys have come to has this name; nothing: none.
fn is_active(page: &Page<'_>, name: &str) -> Result<()> {
    page.until(&format!("\"{name}\" to be active"), || {
        let active = page.ask(
            "const id = document.getElementById('words').getAttribute('aria-activedescendant');
             const one = id && document.getElementById(id);
             return one && one.getAttribute('aria-selected') === 'true' ? one.innerText.replace(/\\s+/g, ' ') : ''",
        )?;
        let is_so = active
            .as_str()
            .is_some_and(|active| if name.is_empty() { active.is_empty() } else { active.starts_with(name) });
        Ok(is_so.then_some(()))
    })
}

fn is_open(page: &Page<'_>, is_open: bool) -> Result<()> {
    page.until(&format!("the list to be open: {is_open}"), || {
        let expanded = page.css("#words").attribute("aria-expanded")?.as_deref() == Some("true");
        let shown = !page.find(Role::ListBox, "Suggestions").all()?.is_empty();
        Ok((expanded == is_open && shown == is_open).then_some(()))
    })
}

fn with_the_keyboard(page: &Page<'_>) -> Outcome {
    let text = page.css("#words");
    field(page)?;
    text.write("meadow c")?;
    is_open(page, true)?;
    is_active(page, "")?;
    page.find(Role::Option, "Made-up Meadow Counselling*").see()?;
    page.css("[role=listbox] [role=group][aria-label=Places]").see()?;
    page.until("how many there are", || {
        let said = page.ask("return document.querySelector('#words-below [role=status]').innerText")?;
        Ok(said.as_str().is_some_and(|said| said.contains(" suggestion")).then_some(()))
    })?;
    page.audit()?;

    page.press(Key::Down)?;
    let first = page.find(Role::Option, "*").nth(0).see()?.text;
    is_active(page, &first)?;
    page.press(Key::Up)?;
    page.press(Key::Down)?;
    is_active(page, &first)?;
    page.press(Key::Home)?;
    is_active(page, "")?;
    page.press(Key::Up)?;
    page.press(Key::End)?;
    is_active(page, "")?;
    ensure!(text.with("return thing.value")? == "meadow c", "the arrows leave the text alone");
    page.press(Key::Escape)?;
    is_open(page, false)?;
    ensure!(text.with("return thing.value")? == "meadow c", "the first Escape only closes");
    page.press(Key::Down)?;
    is_open(page, true)?;
    page.press(Key::Tab)?;
    is_open(page, false)?;
    page.is_on("Search")?;
    page.press_with_shift(Key::Tab)?;
    page.press(Key::Escape)?;
    page.until("an empty field", || Ok((text.with("return thing.value")? == "").then_some(())))?;

    // A worry is chosen, a listing is opened; the focus is at its heading.
    text.write("slee")?;
    is_open(page, true)?;
    page.press(Key::Down)?;
    is_active(page, "Sleep")?;
    page.press(Key::Enter)?;
    page.is_at("results.html#need=sleep")?;
    page.is_on("Places to try")?;
    page.sees_no("you typed")?;
    field(page)?;
    text.write("meadow")?;
    page.press(Key::Down)?;
    is_active(page, "Made-up Meadow Counselling")?;
    page.press(Key::Enter)?;
    page.is_at("service/meadow-counselling.html")?;
    page.is_on("Made-up Meadow Counselling")
}

fn with_a_mouse(page: &Page<'_>) -> Outcome {
    page.open("staff/results.html")?;
    field(page)?;
    page.css("#words").write("meadow")?;
    page.find(Role::Option, "Made-up Meadow Counselling*").click()?;
    page.is_at("staff/service/meadow-counselling.html")?;

    // An organisation is asked for by its name.
    page.open("results.html")?;
    field(page)?;
    page.css("#words").write("made-up beacon")?;
    page.css("[role=group][aria-label='Everything by'] [role=option]").click()?;
    page.until("the name in the field", || {
        Ok((page.css("#words").with("return thing.value")? == "Made-up Beacon").then_some(()))
    })?;
    page.link("Made-up Beacon Parents Helpline").see()?;
    page.sees("Made-up Beacon")?;
    page.audit()
}

fn with_a_finger(page: &Page<'_>) -> Outcome {
    page.open("")?;
    page.tap(&page.css("#words"))?;
    page.css("#words").write("slee")?;
    page.tap(&page.find(Role::Option, "Sleep"))?;
    page.is_at("results.html#need=sleep")?;
    field(page)?;
    page.css("#words").write("meadow")?;
    is_open(page, true)?;
    page.tap(&page.heading("Places to try"))?;
    is_open(page, false)
}
