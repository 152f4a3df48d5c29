//! A new member of staff reads a page with words that nobody has told them yet.
//! They look one up, with the keyboard alone, and come back to where they were.

use anyhow::ensure;
use waymark_tests::{Engine, Key, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    // From the list, so that the page was put in place by the app.
    let page = visit.open(&Manner::DESKTOP, "staff/results.html#need=anxiety")?;
    page.link("Made-up School Team").click()?;
    page.is_at("staff/service/word-school-team.html")?;
    page.is_on("Made-up School Team")?;
    page.audit()?;

    page.tab_to("MHST", 30)?;
    ensure!(page.ask("return document.activeElement.matches(':focus-visible')")? == true, "the focus is seen");
    page.press(Key::Enter)?;
    page.is_at("glossary.html#word-mhst")?;
    page.heading("What the words mean").see()?;
    page.sees("A team that works in some schools.")?;
    let is_shown = "const box = document.getElementById('word-mhst').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight";
    page.until("the word on the screen", || Ok((page.ask(is_shown)? == true).then_some(())))?;
    page.sees("example.org (a made-up page), 21 September 2026.")?;
    page.audit()?;

    // From one word to the next, and back to the page that was read.
    page.back()?;
    page.is_at("staff/service/word-school-team.html")?;
    page.heading("Made-up School Team").see()?;
    page.back()?;
    page.is_at("staff/results.html#need=anxiety")?;
    page.link("Made-up School Team").see()?;
    drop(page);

    // On a phone at 320 px, for whoever comes by the foot of a page: by letter,
    // and apart what school staff alone meet.
    let page = visit.open(&Manner::NARROW, "kinds.html")?;
    page.link("What the words mean").click()?;
    page.heading("What the words mean").see()?;
    page.link("M").click()?;
    page.is_at("glossary.html#letter-m")?;
    page.link("Words for school staff alone").click()?;
    page.is_at("glossary.html#for-school-staff")?;
    page.sees("An officer whom heads may call.")?;
    // A word within the meaning of another leads on.
    page.link("MHST").click()?;
    page.is_at("glossary.html#word-mhst")?;
    page.audit()
}
