//! Every leaflet of the directory is one side of A4 and one of A5, and the poster
//! two sheets: all are printed, and read as whoever holds them does.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use directory::vocabulary::Need;
use waymark_tests::{Engine, Manner, Outcome, Page, Paper, Size, Visit};

/// As long as it takes to print and read every one of them.
const LIMIT: Duration = Duration::from_secs(900);

/// What must be on paper word for word: every way to get in touch, every date,
/// and the crisis lines.
const MUST: &str = "return [...document.querySelectorAll('.leaflet__ways, .leaflet__small, .crisis-box__route, .origin p, \
    .poster__strip span')].map((one) => one.textContent.trim()).filter((text) => text)";

fn printed(page: &Page<'_>, name: &str, size: Size, sheets: usize) -> Result<Paper> {
    let paper = page.print_as_asked()?;
    ensure!(paper.is_on(size)?, "{name} is on {:?} and not on {size:?}", paper.sizes()?);
    ensure!(paper.sheets.len() == sheets, "{name} takes {} sheets of {size:?}", paper.sheets.len());
    paper.is_sound(&format!("{} on {size:?}", name.replace('/', "-")))?;
    let must = page.ask(MUST)?;
    let must = must.as_array().context("a list of texts")?;
    ensure!(must.len() > 6, "{name} says only {must:?}");
    for text in must.iter().filter_map(|text| text.as_str()) {
        ensure!(paper.says(text), "{name} on {size:?} lacks {text:?}");
    }
    let lost = page.lost(&paper)?;
    ensure!(lost.is_empty(), "{name} on {size:?} loses {lost:?}");
    Ok(paper)
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_real(engine)?;
    let page = visit.browser_for(&Manner::DESKTOP, LIMIT)?;
    for need in Need::for_families() {
        let place = format!("leaflet/{}.html", need.page_slug());
        page.open_plain(&place)?;
        printed(&page, &place, Size::A4, 1)?;
        page.ask("document.getElementById('paper-a5').click()")?;
        printed(&page, &place, Size::A5, 1)?;
    }
    page.open_plain("poster.html")?;
    printed(&page, "poster", Size::A4, 2)?;
    drop(page);

    // Where the site is public, the code on paper leads to it, and is large
    // enough for any phone.
    let visit = Visit::to_released(engine)?;
    let page = visit.browser_for(&Manner::DESKTOP, LIMIT)?;
    for (place, leads, least, sheets) in [
        ("leaflet/sleep.html", "https://waymark.example/directory/need/sleep.html", 20.0, 1),
        ("poster.html", "https://waymark.example/directory/", 60.0, 2),
    ] {
        page.open_plain(place)?;
        let paper = printed(&page, place, Size::A4, sheets)?;
        let codes = paper.codes()?;
        let [code] = codes.as_slice() else { anyhow::bail!("{place} has {} codes", codes.len()) };
        ensure!(code.text == leads, "{place} leads to {}", code.text);
        ensure!(code.side >= least && code.is_quiet, "{place}: the code is {} mm, quiet {}", code.side, code.is_quiet);
    }
    Ok(())
}
