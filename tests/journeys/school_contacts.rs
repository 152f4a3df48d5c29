//! A SENCO finds the link worker and the MHST of her school among a thousand, by
//! keyboard; what is not known says so, and without the app the schools stand by
//! letter.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff.html")?;
    page.find(Role::Navigation, "For school staff").link("Contacts").click()?;
    page.is_at("staff/contacts.html")?;
    page.find(Role::ComboBox, "Your school").see()?;
    page.sees("Tell your DSL or deputy now.")?;

    // Eight of a thousand are offered at most; her words narrow it down.
    page.css("#words").write("made-up")?;
    page.until("eight schools", || Ok((page.find(Role::Option, "*").all()?.len() == 8).then_some(())))?;
    page.until("how many there are", || {
        let said = page.ask("return document.querySelector('form [role=status]').innerText")?;
        Ok(said.as_str().is_some_and(|said| said.starts_with("8 suggestions")).then_some(()))
    })?;
    page.audit()?;
    page.press(Key::Escape)?;
    page.press(Key::Escape)?;
    page.until("an empty field", || Ok((page.css("#words").with("return thing.value")? == "").then_some(())))?;
    page.css("#words").write("town st marys")?;
    page.press(Key::Down)?;
    page.press(Key::Enter)?;
    page.is_at("staff/contacts.html#school=900100")?;
    page.is_on("St Mary’s Made-up Primary School")?;

    at_her_school(&page)?;
    page.audit()?;

    // A school of which nobody has said anything.
    page.css("#words").write("heatherbeck")?;
    page.press(Key::Down)?;
    page.press(Key::Enter)?;
    page.sees("Not known: ask the school office")?;
    page.css("#words").write("xyzzy")?;
    page.sees("No school here has that in its name.")?;

    // Back leads back to her school; a phone shows every header.
    page.open("staff/contacts.html#school=900100")?;
    page.heading("St Mary’s Made-up Primary School").see()?;
    let phone = visit.open(&Manner::NARROW, "staff/contacts.html#school=900100")?;
    phone.heading("St Mary’s Made-up Primary School").see()?;
    nothing("it scrolls sideways", &phone.sideways()?)?;
    phone.audit()?;
    of_a_service(&phone)?;
    nothing("it left the site", &visit.server.left_the_site())
}

fn at_her_school(page: &Page<'_>) -> Outcome {
    let row = |role: &str| {
        let row = page.ask(&format!(
            "const row = document.querySelector('[data-role=\"{role}\"]');
             return row ? row.innerText.replace(/\\s+/g, ' ') : ''"
        ))?;
        anyhow::Ok(row.as_str().unwrap_or_default().to_owned())
    };
    let holds = |role: &str, words: &[&str]| {
        let row = row(role)?;
        for words in words {
            ensure!(row.contains(words), "{role}: no {words:?} in {row:?}");
        }
        Ok(())
    };
    holds("Link worker in CAMHS", &["camhs.link@example.org", "10 September 2026, by: team manager", "duty worker"])?;
    holds("Mental Health Support Team (MHST)", &["mhst@example.org", "Made-up Tie School Team"])?;
    holds("SENCO", &["senco@stmarys.example.org", "more than two terms before: ask first", "the deputy head"])?;
    holds("Educational psychologist", &["Not known: ask the service"])?;
    holds("Designated safeguarding lead (DSL)", &["Not known: ask the school office"])?;
    ensure!(page.link("mhst@example.org").href()? == "mailto:mhst@example.org");
    page.heading("Covers this school").see()?;
    page.link("Made-up Tie Governor Line").nth(0).see()?;
    Ok(())
}

fn of_a_service(page: &Page<'_>) -> Outcome {
    page.open("staff/service/tie-school-team.html")?;
    page.link("Find your school and its contacts").click()?;
    page.is_at("staff/contacts.html#service=tie-school-team")?;
    page.is_ready()?;
    page.heading("Made-up Tie School Team").see()?;
    page.sees("For 4 schools that we know of.")?;
    page.sees("Made-up Alder Primary School")?;
    page.sees("St Mary’s Made-up Primary School")?;
    page.audit()
}
