//! Which pages to take: one of each kind that a built site has.
//!
//! They are found in the site, so that no list has to be kept and any data
//! will do. Pages that are drawn alike lie together in a folder, and of those
//! the longest is taken, since it shows most; a page of an entry that has
//! ended says something else, and is taken too.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// What to open, and what to call its pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    pub(crate) name: String,
    pub(crate) page: String,
}

/// What a reader may have chosen. The words are closed sets, so that each is
/// understood whatever the data is.
const CHOSEN: [(&str, &str); 3] = [
    ("results-filtered", "results.html#age=primary&need=anxiety"),
    ("results-crisis", "results.html#need=self-harm"),
    ("staff-results-filtered", "staff/results.html#age=primary&need=anxiety"),
];

/// How the page of an entry that has ended can be told.
const ENDED: &str = "notice--closed";

impl Kind {
    /// A page that somebody named.
    pub(crate) fn named(page: &str) -> Self {
        let words = page.replace(".html", "");
        let parts: Vec<_> = words.split(|letter: char| !letter.is_alphanumeric()).collect();
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self { name: parts.join("-"), page: page.to_owned() }
    }
}

/// One page of each kind, in order of their names.
pub(crate) fn of(dist: &Path) -> Result<Vec<Kind>> {
    let mut files = Vec::new();
    list(dist, "", &mut files)?;
    let mut longest: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for page in files {
        let text = fs::read_to_string(dist.join(&page)).with_context(|| format!("cannot read {page}"))?;
        let ended = if text.contains(ENDED) { "-ended" } else { "" };
        let found = longest.entry(format!("{}{ended}", name(&page))).or_default();
        if text.len() > found.0 {
            *found = (text.len(), page);
        }
    }
    ensure!(longest.contains_key("results"), "{} is no built site", dist.display());
    let chosen = CHOSEN.map(|(name, page)| Kind { name: name.to_owned(), page: page.to_owned() });
    let mut kinds: Vec<_> = longest.into_iter().map(|(name, (_, page))| Kind { name, page }).collect();
    kinds.extend(chosen);
    kinds.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(kinds)
}

/// The kind of a page: its folder; at the top of a view, its own name.
fn name(page: &str) -> String {
    let path = page.trim_end_matches(".html");
    let (view, path) = path.strip_prefix("staff/").map_or(("", path), |rest| ("staff-", rest));
    let parts: Vec<_> = path.split('/').collect();
    match parts.len() {
        1 => format!("{view}{}", without_number(parts[0])),
        2 => format!("{view}{}", parts[0]),
        deeper => format!("{view}{}-{}", parts[0], deeper - 1),
    }
}

/// Pages that continue a list differ by their number.
fn without_number(stem: &str) -> &str {
    match stem.rsplit_once('-') {
        Some((rest, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => stem,
    }
}

fn list(folder: &Path, prefix: &str, pages: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), pages)?;
        } else if name.ends_with(".html") {
            pages.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_are_drawn_alike_are_one_kind() {
        for (page, kind) in [
            ("index.html", "index"),
            ("404.html", "404"),
            ("results-2.html", "results"),
            ("service/kooth.html", "service"),
            ("staff/results.html", "staff-results"),
            ("staff/service/kooth.html", "staff-service"),
            ("need/sleep/primary.html", "need-2"),
        ] {
            assert_eq!(name(page), kind, "{page}");
        }
        assert_eq!(Kind::named("results.html#need=sleep").name, "results-need-sleep");
    }

    #[test]
    fn the_longest_page_of_a_kind_is_taken_and_the_one_that_has_ended() {
        let folder = std::env::temp_dir().join(format!("waymark-look-{}", std::process::id()));
        fs::create_dir_all(folder.join("service")).unwrap();
        for (page, text) in [
            ("results.html", "1"),
            ("service/a.html", "12"),
            ("service/b.html", "123"),
            ("service/c.html", "notice--closed"),
            ("app.js", ""),
        ] {
            fs::write(folder.join(page), text).unwrap();
        }
        let found = of(&folder).unwrap();
        let pages: Vec<_> = found.iter().map(|kind| (kind.name.as_str(), kind.page.as_str())).collect();
        assert_eq!(pages[0], ("results", "results.html"));
        assert_eq!(pages[3..5], [("service", "service/b.html"), ("service-ended", "service/c.html")]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
