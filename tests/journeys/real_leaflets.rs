//! Every leaflet of the directory is one side of A4 and one of A5, and the poster
//! two sheets: all are printed, and read as whoever holds them does.

use std::cmp::Reverse;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use directory::vocabulary::Need;
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Outcome, Page, Paper, Size, Visit, visit};

/// As long as it takes to print and read every one of them.
const LIMIT: Duration = Duration::from_secs(900);

/// What must be on paper word for word, as far as it is printed at all: every way
/// to get in touch, every date, and the crisis lines.
const MUST: &str = "return [...document.querySelectorAll('.leaflet__ways, .leaflet__small, .crisis-box__route, .origin p, \
    .poster__strip span')].map((one) => one.textContent.trim()).filter((text) => text)";

/// Of so many each letter is looked at: what is longer than all others is among
/// them.
const LONGEST: usize = 6;

/// The leaflets, the longest first.
fn leaflets(page: &Page<'_>) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for need in Need::for_families() {
        let place = format!("leaflet/{}.html", need.page_slug());
        page.open_plain(&place)?;
        let length = page.ask("return document.querySelector('.leaflet').textContent.length")?;
        all.push((length.as_u64().context("a length")?, place));
    }
    all.sort_by_key(|(length, place)| (Reverse(*length), place.clone()));
    Ok(all.into_iter().map(|(_, place)| place).collect())
}

/// What comes out of the printer: so many sheets, and nothing that is to be
/// printed is lost.
fn printed(page: &Page<'_>, name: &str, size: Size, sheets: usize) -> Result<Paper> {
    let paper = page.print_as_asked()?;
    ensure!(paper.is_on(size)?, "{name} is on {:?} and not on {size:?}", paper.sizes()?);
    ensure!(paper.sheets.len() == sheets, "{name} takes {} sheets of {size:?}", paper.sheets.len());
    let must = page.ask(MUST)?;
    let must: Vec<_> = must.as_array().context("a list of texts")?.iter().filter_map(|text| text.as_str()).collect();
    let told = must.iter().filter(|text| paper.says(text)).count();
    // On half the paper fewer are named; of those that are, nothing is lost.
    let least = if size == Size::A4 { must.len() } else { 10 };
    ensure!(told >= least, "{name} on {size:?} has {told} of {} texts", must.len());
    let lost = page.lost(&paper)?;
    ensure!(lost.is_empty(), "{name} on {size:?} loses {lost:?}");
    Ok(paper)
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_real(engine)?;
    let page = visit.browser_for(&Manner::DESKTOP, LIMIT)?;
    for (at, place) in leaflets(&page)?.into_iter().enumerate() {
        page.open_plain(&place)?;
        for size in [Size::A4, Size::A5] {
            if size == Size::A5 {
                page.ask("document.getElementById('paper-a5').click()")?;
            }
            let paper = printed(&page, &place, size, 1)?;
            if at < LONGEST {
                paper.is_sound(&format!("{} on {size:?}", place.replace('/', "-")))?;
            }
        }
    }
    page.open_plain("poster.html")?;
    printed(&page, "poster", Size::A4, 2)?.is_sound("poster")?;
    drop(page);

    // Where the site is public, the code on paper leads to it, and is large
    // enough for any phone.
    let visit = Visit::to_pages(engine, Pages::Folder(visit::released()?), "/")?;
    let page = visit.browser_for(&Manner::DESKTOP, LIMIT)?;
    for (place, leads, least, sheets) in [
        ("leaflet/sleep.html", "https://waymark.example/directory/need/sleep.html", 20.0, 1),
        ("poster.html", "https://waymark.example/directory/", 55.0, 2),
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
