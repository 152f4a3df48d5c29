//! Whoever holds a sheet holds nothing else: every kind of page is printed on A4
//! and on A5, and read from the paper letter by letter.

use anyhow::{Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Size, Visit};

/// What people print, and words that must not be missing from it.
const PRINTED: [(&str, &[&str]); 13] = [
    ("index.html", &[]),
    ("service/ward-full.html", &["01632 960301", "Checked 6 October 2026", "If things get worse while you wait"]),
    ("service/cards-clinic.html", &["01632 960402", "It says it opens again on 11 January 2027."]),
    ("staff/service/ward-full.html", &["01632 960302", "Pupil’s initials:"]),
    ("staff/plan.html#have=class-teacher:12,senco:1,dsl:2&hours=8", &["What to book"]),
    ("results.html#need=sleep", &["Made-up Moon Sleep Workshops"]),
    ("staff/results.html#area=havering", &["Made-up Ward Wellbeing Clinic", "Checked 6 October 2026"]),
    ("staff/training.html", &["Made-up First Talk"]),
    ("staff/funding.html", &["Closes on"]),
    ("urgent.html", &["85258"]),
    ("need/sleep.html", &["Made-up Moon Sleep Workshops"]),
    ("young.html", &["85258"]),
    ("a-z.html", &["Made-up Moon Sleep Workshops"]),
];

/// What every sheet says: help now, who publishes it, of which day it is.
const EVERY: [&str; 6] = [
    "call 999",
    "call 111",
    "Text SHOUT to 85258",
    "Made-up Publisher: not published by a council or a service.",
    "21 November 2026",
    "Trial copy.",
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let mut wrong = Vec::new();
    for (place, words) in PRINTED {
        // Each has the time of a whole journey: paper is read slowly.
        let page = visit.open(&Manner::DESKTOP, place)?;
        for size in [Size::A4, Size::A5] {
            if let Err(error) = is_whole(&page, place, size, words) {
                wrong.push(format!("{place} on {size:?}: {error:#}"));
            }
        }
    }
    nothing("printed wrong", &wrong)?;
    gap_map(&visit.open(&Manner::DESKTOP, "staff/gaps.html")?)
}

fn is_whole(page: &Page<'_>, place: &str, size: Size, words: &[&str]) -> Result<()> {
    let paper = page.prints_soundly(size, &format!("{size:?} {place}"))?;
    ensure!(paper.is_on(size)?, "{:?}", paper.sizes()?);
    let file = place.split('#').next().unwrap_or_default();
    let missing: Vec<_> = EVERY.iter().chain(words).chain([&file]).filter(|words| !paper.says(words)).collect();
    ensure!(missing.is_empty(), "not on paper: {missing:?}");
    let chosen = place.split_once('#').map_or("no choice", |(_, chosen)| chosen);
    ensure!(!paper.says(chosen), "what was chosen stands in the address");
    Ok(())
}

/// The gap map is one sheet, on its side. Stripes, which tell its cells apart
/// without colours, are letters, and are meant to be cut off.
fn gap_map(page: &Page<'_>) -> Outcome {
    let paper = page.print()?;
    ensure!(paper.sheets.len() == 1, "the gap map takes {} sheets", paper.sheets.len());
    let cut: Vec<_> = paper.cut()?.into_iter().filter(|word| !word.contains("////")).collect();
    nothing("cut off", &cut)?;
    nothing("not in the file", &paper.fonts_missing()?)?;
    for words in EVERY.iter().chain(&["staff/gaps.html"]) {
        ensure!(paper.says(words), "the gap map lacks {words}");
    }
    Ok(())
}
