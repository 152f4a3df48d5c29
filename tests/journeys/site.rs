//! What the journeys know of the site: its kinds of page, the rows of a list,
//! and the directory behind it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use directory::day::Day;
use directory::search::{Found, Query, View};
use directory::{Directory, Filters, Listing};
use waymark_tests::{Page, Thing};

/// One page of each kind, all of them in the directory of the tests.
pub(crate) const KINDS: [&str; 36] = [
    "index.html",
    "results.html",
    "results.html#age=primary&need=school-avoidance&area=havering",
    "results.html#need=self-harm",
    "results/2.html",
    "service/meadow-counselling.html",
    "service/kestrel-self-harm-chat.html",
    "service/closed-cottage.html",
    "need/sleep.html",
    "need/sleep/primary.html",
    "need/someone-to-talk-to.html",
    "age/primary.html",
    "urgent.html",
    "about.html",
    "privacy.html",
    "keep.html",
    "accessibility.html",
    "kinds.html",
    "a-z.html",
    "glossary.html",
    "young.html",
    "schools.html",
    "staff.html",
    "staff/training.html",
    "staff/plan.html",
    "staff/funding.html",
    "staff/resources.html",
    "staff/contacts.html",
    "staff/gaps.html",
    "staff/changed.html",
    "staff/results.html",
    "staff/results/2.html",
    "staff/service/meadow-counselling.html",
    "update.html",
    "update.html#meadow-counselling,closed-cottage",
    "merge.html",
];

/// The rows of the list that is open: the id of each, and how it fits.
pub(crate) fn rows(page: &Page<'_>) -> Result<Vec<(String, String)>> {
    let found = page.ask(
        "return [...document.querySelectorAll('main [data-id][data-fit]')]
            .map((row) => [row.dataset.id, row.dataset.fit])",
    )?;
    let rows = found.as_array().into_iter().flatten();
    let word = |row: &serde_json::Value, at: usize| row[at].as_str().unwrap_or_default().to_owned();
    Ok(rows.map(|row| (word(row, 0), word(row, 1))).collect())
}

/// The row of a listing.
pub(crate) fn row<'a>(page: &'a Page<'_>, id: &str) -> Thing<'a> {
    page.css(&format!("main [data-id='{id}']"))
}

/// The directory that a built site carries.
pub(crate) fn directory(dist: &Path) -> Result<Directory> {
    let files = fs::read_dir(dist)?.flatten().map(|entry| entry.path());
    let is_list = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("directory-") && name.ends_with(".json")
    };
    let path = files.into_iter().find(|path| is_list(path)).context("the site carries no directory")?;
    let today = Day::of(2026, 11, 21).context("no such day")?;
    let (directory, _) = Directory::read(&fs::read_to_string(path)?, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    Ok(directory)
}

/// What a search for the filters of an address finds, for families.
pub(crate) fn found(directory: &Directory, fragment: &str) -> Found {
    let (filters, _) = Filters::read(fragment, &directory.site.areas);
    directory.search(Query { filters, view: View::Families, ..Query::default() })
}

/// The first that fits.
pub(crate) fn first<'a>(directory: &'a Directory, found: &Found) -> Result<&'a Listing> {
    let row = found.fits.first().context("nothing fits")?;
    directory.at(*row).context("a row without a listing")
}
