//! A parent asks whether her child's school is covered: yes, no and not known
//! are three answers, each with its reason, and none names a person.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::PHONE, "service/tie-school-team.html")?;
    // On the page of the team she sees which schools, and asks about hers.
    page.sees("At these schools:")?;
    page.sees("Confirmed on 10 September 2026, by: team manager.")?;
    page.link("Is my school covered?").click()?;
    page.is_at("schools.html#service=tie-school-team")?;
    page.is_ready()?;
    page.sees("You asked about Made-up Tie School Team.")?;
    nothing("it scrolls sideways", &page.sideways()?)?;
    page.audit()?;

    // Two schools have one name: the town tells them apart.
    pick(&page, "st marys", "St Mary’s Made-up Primary School Made-up Town*")?;
    page.is_at("schools.html#school=900100&service=tie-school-team")?;
    page.is_on("St Mary’s Made-up Primary School")?;
    answers(&page, "You asked: yes, this school is covered", "tie-school-team")?;
    answers(&page, "Yes: this school is covered", "tie-link-team")?;
    answers(&page, "Not known: ask", "tie-counsellors")?;
    ensure!(page.css(".tie__item[data-id=tie-governors]").all()?.is_empty(), "families see what is for staff alone");
    page.sees_no("@")?;
    page.audit()?;

    pick(&page, "green marys", "St Mary’s Made-up Primary School Made-up Green*")?;
    page.is_at("schools.html#school=900101&service=tie-school-team")?;
    answers(&page, "You asked: no, not for this school", "tie-school-team")?;
    page.sees("The service confirmed its list on 10 September 2026. This school is not on it.")?;
    answers(&page, "No: not for this school", "tie-link-team")?;

    pick(&page, "without place", "Made-up School Without Place*")?;
    answers(&page, "Not known: ask", "tie-link-team")?;
    page.sees("We do not know if this school is in its area. Ask.")?;
    page.audit()?;

    // It comes back by itself, and from a cold link; a strange one is named.
    page.reload()?;
    page.is_ready()?;
    page.heading("Made-up School Without Place").see()?;
    page.open("schools.html#school=nowhere&cake=1")?;
    page.heading("We do not know this school").see()?;
    page.sees("cake: 1")?;
    page.find(Role::ComboBox, "Your child’s school").see()?;

    // What she types goes nowhere.
    ensure!(!page.address()?.contains("marys"));
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("kept on the device", &page.kept()?)
}

/// Types, and takes the school of this name by the keyboard.
fn pick(page: &Page<'_>, typed: &str, name: &str) -> Outcome {
    page.css("#words").write(typed)?;
    page.find(Role::Option, name).see()?;
    for _ in 0..8 {
        page.press(Key::Down)?;
        let active = page.ask(
            "const one = document.getElementById(document.getElementById('words').getAttribute('aria-activedescendant'));
             return one ? one.innerText.replace(/\\s+/g, ' ') : ''",
        )?;
        let begin = name.trim_end_matches('*');
        if active.as_str().is_some_and(|active| active.starts_with(begin)) {
            page.press(Key::Enter)?;
            let focused = "return document.activeElement ? document.activeElement.id : ''";
            return page.until("the focus on the answer", || Ok((page.ask(focused)? == "school").then_some(())));
        }
    }
    anyhow::bail!("the keys never came to {name}")
}

/// Waits until a service stands under an answer.
fn answers(page: &Page<'_>, answer: &str, service: &str) -> Result<()> {
    page.until(&format!("{service} under {answer:?}"), || {
        let found = page.ask(&format!(
            "const one = document.querySelector('.tie__school [data-id={service}]');
             return one ? one.closest('section').querySelector('h3').innerText : ''"
        ))?;
        Ok((found == answer).then_some(()))
    })
}
