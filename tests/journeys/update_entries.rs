//! A partner opens the link of a reminder on a council laptop: two entries are
//! still right, one number is not. A wrong date is answered while it is typed.
//! They save a file; nothing is sent, stored or lost.

use anyhow::{Context, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::DESKTOP, "update.html#meadow-counselling,orchard-drop-in")?;
    page.catch_files()?;
    visit.server.forget();
    page.heading("Keep your entries right").see()?;
    page.sees("Nothing is sent and nothing is kept.")?;
    page.sees("Call 999")?;
    page.audit()?;
    corrects_a_number(&page)?;
    confirms_both(&page)?;
    let file = page.taken(0)?;
    ensure!(file.name == "entries-2026-11-21.xlsx" && file.bytes.starts_with(b"PK"), "{} is no workbook", file.name);
    takes_a_text(&page)?;
    let asked = visit.server.requests().into_iter().map(|one| one.target).collect::<Vec<_>>();
    nothing("asked for while somebody wrote", &asked)?;
    is_warned_before_it_is_lost(&page)?;
    strange_links_are_answered(&page)?;
    nothing("kept on the device", &page.kept()?)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("the browser complains", &page.complaints()?)?;
    on_a_narrow_screen(&visit)
}

/// Nothing but what is wrong is changed; a wrong date is answered at once.
fn corrects_a_number(page: &Page<'_>) -> Outcome {
    page.button("Something has changed: Made-up Meadow Counselling").click()?;
    let phones = page.css("#update-0-phones");
    phones.see()?;
    page.audit()?;
    let said_on = page.css("#update-0-said-on");
    said_on.with("thing.value = ''")?;
    said_on.write("31/2/2026")?;
    page.css("#update-0-said-on[aria-invalid=true]").see()?;
    let wrong = page.css("#update-0-said-on-wrong").with("return thing.textContent")?;
    ensure!(!wrong.as_str().context("no words")?.is_empty(), "the date is not answered");
    page.button("Take it all back: Made-up Meadow Counselling").click()?;
    page.button("Something has changed: Made-up Meadow Counselling").click()?;
    ensure!(page.css("#update-0-said-on").with("return thing.value")? != "31/2/2026", "the date is not taken back");
    let phones = page.css("#update-0-phones");
    phones.with("thing.value = ''")?;
    phones.write("01632 960009\u{E007}01632 960002 (evenings)")?;
    page.heading("What you have changed").see()?;
    page.sees("New: 01632 960009")
}

/// One button for each entry; who says so is asked once.
fn confirms_both(page: &Page<'_>) -> Outcome {
    page.button("With these changes it is right: Made-up Meadow Counselling").click()?;
    page.button("Everything is still right: Made-up Orchard Drop-in").click()?;
    page.sees("Made-up Orchard Drop-in: still right.")?;
    page.is_on("✓ Still right*Made-up Orchard Drop-in")?;
    page.link("Write your role*").click()?;
    ensure!(page.focus()?.id == "update-role", "the focus is on {:?}", page.focus()?);
    let role = page.css("#update-role");
    role.write("Sarah")?;
    page.sees("looks like a person's name")?;
    role.with("thing.value = ''")?;
    role.write("team manager")?;
    page.sees_no("looks like a person's name")?;
    page.css("#update-means").choose("Called")?;
    page.sees("Still right: 2 entries. With changes: 1 entry.")?;
    page.audit()?;
    page.button("Save the file").click()?;
    page.sees("The file is saved. Now send it.")
}

/// Whoever cannot attach a file sends a text.
fn takes_a_text(page: &Page<'_>) -> Outcome {
    page.css(".upkeep__more summary").click()?;
    let text = page.css("#update-text").with("return thing.value")?;
    let text = text.as_str().context("no text")?;
    for words in
        ["Checked by: team manager", "new: 01632 960009", "Made-up Orchard Drop-in (orchard-drop-in)\nStill right: yes"]
    {
        ensure!(text.contains(words), "the text lacks {words}: {text}");
    }
    ensure!(page.link("Write an e-mail with it").href()?.starts_with("mailto:directory@example.org?subject="));
    page.audit()
}

/// A link that would lose what is written is held back once, within the page.
fn is_warned_before_it_is_lost(page: &Page<'_>) -> Outcome {
    page.button("✓ Still right: Made-up Orchard Drop-in").click()?;
    page.link("About this directory").click()?;
    page.heading("Save first?").see()?;
    page.audit()?;
    page.button("Stay here").click()?;
    page.heading("Save first?").is_gone()?;
    page.sees("New: 01632 960009")?;
    page.link("About this directory").click()?;
    page.link("Go on without saving").click()?;
    page.is_at("about.html")
}

fn strange_links_are_answered(page: &Page<'_>) -> Outcome {
    page.open("update.html#closed-cottage,hidden-heath-service,..%2Fx,meadow-counselling")?;
    page.heading("One entry has ended here").see()?;
    ensure!(page.find(Role::Heading, "One entry of the link is not here").all()?.len() == 2);
    page.heading("Made-up Meadow Counselling").see()?;
    page.open("leaving.html")?;
    page.open("update.html")?;
    page.css("#update-find").write("orchard")?;
    page.link("Made-up Orchard Drop-in").click()?;
    page.is_at("update.html#orchard-drop-in")?;
    page.heading("Made-up Orchard Drop-in").see()?;
    page.audit()
}

/// On the narrowest screen, by keyboard alone.
fn on_a_narrow_screen(visit: &Visit) -> Outcome {
    let page = visit.open(&Manner::NARROW, "update.html#orchard-drop-in")?;
    nothing("wider than the screen", &page.sideways()?)?;
    page.tab_to("Skip to the main part", 8)?;
    page.press(waymark_tests::Key::Enter)?;
    page.tab_to("Something has changed*", 6)?;
    page.press(waymark_tests::Key::Enter)?;
    page.css("#update-0-needs").see()?;
    nothing("wider than the screen", &page.sideways()?)?;
    page.audit()
}
