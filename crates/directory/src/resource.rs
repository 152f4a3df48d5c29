//! Something to read, teach with or use: what sort of thing it is, for which
//! phases, of which version, and when to look for a newer one.
//!
//! A version that is older than its limit is shown with "Check before you use
//! it". Of one without a date nobody says that it is fresh, or old.

mod choice;
mod shelf;

pub use choice::ResourceChoice;
pub use shelf::{Missing, OnShelf, ResourceCounts, Shelf};

use crate::closed::{Choices, closed_set};
use crate::day::Day;
use crate::vocabulary::Phase;

/// How many months after its date a version may be relied on, unless its entry
/// or the publisher says otherwise: a year, since rules for schools come out
/// anew in September. It is our own rule.
pub const LIMIT: u8 = 12;

/// What a source says of a resource. `None` and empty: not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// What sort of thing it is; our own sorting. Empty: not known.
    pub sorts: Choices<Sort>,
    /// For which phases of education.
    pub phases: Option<Choices<Phase>>,
    /// Which version, in words.
    pub version: Option<String>,
    /// The date of that version.
    pub dated: Option<Day>,
    /// After how many months to look for a newer one, where that is stated.
    pub check_after: Option<u8>,
    /// What can be downloaded.
    pub files: Vec<ResourceFile>,
}

/// A file that can be downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceFile {
    /// What type it is of.
    pub kind: FileKind,
    /// How big, in kilobytes.
    pub kilobytes: Option<u32>,
    /// How many pages or slides it has.
    pub pages: Option<u32>,
    /// Where it is.
    pub web: String,
}

closed_set! {
    /// What sort of thing a resource is.
    Sort {
        Curriculum: "curriculum", "Curriculum framework";
        ResourceBank: "resource-bank", "Resource bank";
        ReadingList: "reading-list", "Reading list";
        Policy: "policy", "Policy";
        Guidance: "guidance", "Guidance";
        Toolkit: "toolkit", "Toolkit";
        Framework: "framework", "Framework or standard";
        Directory: "directory", "List of local help";
        Website: "website", "Website";
    }
}

closed_set! {
    /// The type of a file. The label is for people.
    FileKind {
        Pdf: "pdf", "PDF";
        Word: "word", "Word document";
        Slides: "slides", "Slides";
        Sheet: "sheet", "Spreadsheet";
        Page: "page", "Web page";
        Picture: "picture", "Picture";
        Film: "film", "Film";
        Sound: "sound", "Sound";
        Zip: "zip", "Zip folder";
    }
}

/// Whether a version may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It has no date.
    NotKnown,
    /// Until this day it may.
    Until(Day),
    /// Since this day it is past its limit: check before you use it.
    Past(Day),
}

impl Resource {
    /// Whether its version may be relied on, on a day, with the publisher's
    /// limit for entries that state none.
    pub fn limit(&self, months: u8, today: Day) -> Limit {
        limit(self.dated, self.check_after.unwrap_or(months), today)
    }
}

/// Whether something of a date may be relied on, on a day, so many months after
/// it at most.
pub fn limit(dated: Option<Day>, months: u8, today: Day) -> Limit {
    match dated.map(|dated| dated.after_months(months)) {
        None => Limit::NotKnown,
        Some(last) if today > last => Limit::Past(last),
        Some(last) => Limit::Until(last),
    }
}

impl Resource {
    /// From when its version is; "Date not known" where nobody says.
    pub fn dated_words(&self) -> String {
        match self.dated {
            Some(day) => ["From ", &day.words()].concat(),
            None => "Date not known".to_owned(),
        }
    }
}

impl ResourceFile {
    /// What it is, in words: "PDF, 12 pages, 1.4 MB". What is not known says so.
    pub fn words(&self) -> String {
        let pages = match (self.pages, self.kind) {
            (None, _) => None,
            (Some(1), FileKind::Slides) => Some("1 slide".to_owned()),
            (Some(count), FileKind::Slides) => Some(format!("{count} slides")),
            (Some(1), _) => Some("1 page".to_owned()),
            (Some(count), _) => Some(format!("{count} pages")),
        };
        let size = match self.kilobytes {
            None => "size not known".to_owned(),
            Some(small) if small < 1000 => format!("{small} KB"),
            Some(big) => {
                let tenths = big / 100 + u32::from(big % 100 >= 50);
                format!("{}.{} MB", tenths / 10, tenths % 10)
            }
        };
        let parts = [Some(self.kind.label().to_owned()), pages, Some(size)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dated: &str, check_after: Option<u8>, today: &str, expected: &str) {
        let resource = Resource { dated: Day::read(dated), check_after, ..Resource::default() };
        let limit = Day::read(today).map(|today| resource.limit(LIMIT, today));
        let said = match limit {
            Some(Limit::Past(day)) => format!("past {}", day.iso()),
            Some(Limit::Until(day)) => format!("until {}", day.iso()),
            _ => "not known".to_owned(),
        };
        assert_eq!(said, expected, "{dated} on {today}");
    }

    #[test]
    fn a_version_is_past_its_limit_the_day_after() {
        check("2025-11-21", None, "2026-11-21", "until 2026-11-21");
        check("2025-11-21", None, "2026-11-22", "past 2026-11-21");
        check("2026-09-01", Some(24), "2028-09-01", "until 2028-09-01");
        check("2026-09-01", Some(24), "2028-09-02", "past 2028-09-01");
    }

    #[test]
    fn a_month_or_a_year_counts_from_its_first_day() {
        check("2020-03", None, "2026-11-21", "past 2021-03-01");
        check("2026", None, "2026-12-31", "until 2027-01-01");
    }

    #[test]
    fn what_has_no_date_is_neither_fresh_nor_old() {
        check("", None, "2026-11-21", "not known");
        check("", Some(12), "2199-12-31", "not known");
    }

    #[test]
    fn a_file_says_its_type_and_size_and_what_is_not_known() {
        let file = |kind, kilobytes, pages| ResourceFile { kind, kilobytes, pages, web: String::new() }.words();
        assert_eq!(file(FileKind::Pdf, Some(1449), Some(12)), "PDF, 12 pages, 1.4 MB");
        assert_eq!(file(FileKind::Pdf, Some(999), Some(1)), "PDF, 1 page, 999 KB");
        assert_eq!(file(FileKind::Slides, Some(1950), Some(1)), "Slides, 1 slide, 2.0 MB");
        assert_eq!(file(FileKind::Word, None, None), "Word document, size not known");
        assert_eq!(file(FileKind::Zip, Some(u32::MAX), None), "Zip folder, 4294967.3 MB");
    }
}
