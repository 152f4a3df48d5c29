//! School staff go from one page to the next, on a machine that may block the
//! app: each page is there at once, Back leads back, and without the app or its
//! list the page that was drawn stays, with the numbers on it.

use std::fs;

use anyhow::{Context, Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Instead, Manner, Outcome, Page, Role, Visit, root};

/// The pages that the app of the staff pages works, by their links.
const PAGES: [(&str, &str); 6] = [
    ("Training", "staff/training.html"),
    ("Funding", "staff/funding.html"),
    ("Resources", "staff/resources.html"),
    ("Contacts", "staff/contacts.html"),
    ("Where the gaps are", "staff/gaps.html"),
    ("What changed", "staff/changed.html"),
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "")?;
    page.find(Role::Navigation, "Choose a view").link("School staff").click()?;
    page.is_at("staff.html")?;
    page.is_ready()?;
    five_answers_stand_on_one_screen(&page)?;
    page.audit()?;
    one_page_after_the_other(&page)?;
    nothing_is_made_anew(&visit, &page)?;
    without_the_app_the_page_stays(&visit, &page)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("kept on the device", &page.kept()?)
}

/// Safeguarding first, then what they came for, none of it below the screen.
fn five_answers_stand_on_one_screen(page: &Page<'_>) -> Outcome {
    let tops = page.ask(
        "const box = (thing) => thing.getBoundingClientRect();
         return [box(document.querySelector('.notice--safety')).top, innerHeight,
             ...[...document.querySelectorAll('.tile:not(.tile--plain)')].map((tile) => [box(tile).top, box(tile).bottom])]",
    )?;
    let all = tops.as_array().context("no tiles")?;
    let (safety, screen) = (all[0].as_f64().context("no safeguarding")?, all[1].as_f64().context("no screen")?);
    ensure!(all.len() == 7, "{} tiles, not five", all.len() - 2);
    for tile in &all[2..] {
        let (top, bottom) = (tile[0].as_f64().unwrap_or(0.0), tile[1].as_f64().unwrap_or(f64::MAX));
        ensure!(safety < top && bottom <= screen, "a tile from {top} to {bottom} of {screen}");
    }
    page.heading("Advice before you refer").see()?;
    page.link("Made-up Ward Consultation Line").see()?;
    Ok(())
}

fn one_page_after_the_other(page: &Page<'_>) -> Outcome {
    page.ask("window.stays = true")?;
    let nav = |page: &Page<'_>, name: &str| page.find(Role::Navigation, "For school staff").link(name).click();
    for (name, file) in PAGES {
        nav(page, name)?;
        page.is_at(file)?;
        let heading = page.ask("return document.querySelector('h1').textContent")?;
        let heading = heading.as_str().context("no heading")?.to_owned();
        page.is_on(&heading)?;
        ensure!(page.title()?.starts_with(&heading), "{file} is called {}", page.title()?);
        page.sees("Tell your DSL or deputy now.")?;
        ensure!(page.ask("return window.stays === true")? == true, "{file}: the whole page was loaded again");
        page.audit()?;
    }
    for (_, file) in PAGES.iter().rev().skip(1) {
        page.back()?;
        page.is_at(file)?;
    }
    page.back()?;
    page.is_at("staff.html")?;
    page.heading("Support for your pupils and your team").see()?;
    Ok(())
}

/// What was drawn is taken over as it stands.
fn nothing_is_made_anew(visit: &Visit, page: &Page<'_>) -> Outcome {
    for (_, file) in PAGES.into_iter().chain([("", "staff.html"), ("", "staff/plan.html"), ("", "schools.html")]) {
        visit.server.heal();
        visit.server.answer(".wasm", Instead::Held);
        page.open_plain("leaving.html")?;
        page.open_plain(file)?;
        page.ask("for (const element of document.querySelectorAll('#app *')) element.mine = true")?;
        visit.server.heal();
        page.is_ready()?;
        let new = new_elements(page)?;
        nothing(&format!("{file}: made anew"), &new)?;
    }
    Ok(())
}

fn new_elements(page: &Page<'_>) -> Result<Vec<String>> {
    let new = page.ask(
        "return [...document.querySelectorAll('#app *')].filter((element) => !element.mine)
             .map((element) => element.outerHTML.slice(0, 200))",
    )?;
    Ok(new.as_array().into_iter().flatten().map(ToString::to_string).collect())
}

fn without_the_app_the_page_stays(visit: &Visit, page: &Page<'_>) -> Outcome {
    // A plan or a map of a part of the list would be wrong in silence.
    let in_part = fs::read(root().join("tests/fixtures/broken/one-bad-listing.json"))?;
    for (ending, instead) in [
        (".wasm", Instead::Status(403)),
        (".json", Instead::Status(404)),
        (".json", Instead::CutOff),
        (".json", Instead::Body(in_part)),
    ] {
        visit.server.heal();
        visit.server.answer(ending, instead);
        page.open_plain("leaving.html")?;
        page.open_plain("staff/training.html")?;
        page.sees("Filters are not available just now.")?;
        page.heading("Training for school staff").see()?;
        ensure!(page.link("call 999").href()? == "tel:999");
        page.sees("Tell your DSL or deputy now.")?;
        page.audit()?;
    }
    visit.server.heal();
    Ok(())
}
