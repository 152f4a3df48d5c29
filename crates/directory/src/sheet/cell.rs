//! From an entry to a cell.

use super::chosen::{ENDED, written};
use super::held::{Held, held};
use super::{Column, age, course, number, opening};
use crate::day::Day;
use crate::record::ListingRecord;
use crate::site::Site;

impl Column {
    /// What an entry says in this column; empty where it is not known.
    /// [`Column::put`] reads it back.
    pub fn cell(self, record: &ListingRecord, site: &Site) -> String {
        match held(self, record) {
            Some(Held::Words(words)) => words.to_owned(),
            Some(Held::Maybe(words)) if self.kind() == super::Cells::Day => words.map(day_words).unwrap_or_default(),
            Some(Held::Maybe(words)) => words.unwrap_or_default().to_owned(),
            Some(Held::Lines(lines)) => lines.join("\n"),
            Some(Held::Slugs(slugs)) => written(self, slugs, site),
            None => self.own_cell(record, site),
        }
    }

    /// The columns whose field has a form of its own.
    fn own_cell(self, record: &ListingRecord, site: &Site) -> String {
        let one = |slug: Option<&String>| slug.map(|slug| written(self, std::slice::from_ref(slug), site));
        match self {
            Self::Phones => number::written(&record.contacts.phones),
            Self::Texts => number::written(&record.contacts.texts),
            Self::Ages => age::written(record.ages),
            Self::UserAges => age::written(record.user_ages),
            Self::AgesExtended => age::extensions_written(&record.ages_extended),
            Self::Youngest => record.access.youngest.map(|age| age.to_string()).unwrap_or_default(),
            Self::Opening => opening::written(&record.opening),
            Self::Places => written(self, &record.area.places, site),
            Self::Schools => schools(record),
            Self::Cost => one(record.cost.as_ref().map(|cost| &cost.kind)).unwrap_or_default(),
            Self::CostNote => record.cost.as_ref().map(|cost| cost.note.clone()).unwrap_or_default(),
            Self::Kind => one(Some(&record.kind)).filter(|_| !record.kind.is_empty()).unwrap_or_default(),
            Self::Runs if record.standing == ENDED => one(Some(&record.standing)).unwrap_or_default(),
            Self::Runs => one(record.availability.state.as_ref()).unwrap_or_default(),
            Self::Successor if record.successor.as_deref() == Some(NONE_KNOWN) => NOTHING_KNOWN.to_owned(),
            Self::Successor => record.successor.clone().unwrap_or_default(),
            Self::Time => record.training.as_ref().map(|one| course::times_written(&one.time)).unwrap_or_default(),
            Self::Price => course::price_written(record.training.as_ref().and_then(|one| one.price.as_ref())),
            Self::Dates => record.training.as_ref().map(|one| course::dates_written(&one.dates)).unwrap_or_default(),
            Self::Rolling => {
                let rolling = record.funding.as_ref().and_then(|one| one.rolling).map(|is| is.to_string());
                one(rolling.as_ref()).unwrap_or_default()
            }
            Self::LastChecked => record.checked.as_ref().map(|check| day_words(&check.on)).unwrap_or_default(),
            Self::Id => record.id.clone(),
            _ => String::new(),
        }
    }
}

/// A day as people read it; what is none stays as it is.
fn day_words(iso: &str) -> String {
    Day::read(iso).map_or_else(|| iso.to_owned(), Day::words)
}

/// Which schools, as a cell says it: a word, or the names of those listed.
fn schools(record: &ListingRecord) -> String {
    let area = &record.area;
    match area.schools.as_deref() {
        Some("all") => ALL_SCHOOLS.to_owned(),
        Some("not-known") => SCHOOLS_NOT_KNOWN.to_owned(),
        Some("listed") if area.school_names.is_empty() => SCHOOLS_LISTED.to_owned(),
        Some("listed") => area.school_names.join("\n"),
        other => other.unwrap_or_default().to_owned(),
    }
}

/// What an ended entry has where nobody knows what replaces it.
pub(super) const NONE_KNOWN: &str = "none-known";

/// The same in a cell.
pub(super) const NOTHING_KNOWN: &str = "Nothing that we know of";

/// Every school of its area.
pub(super) const ALL_SCHOOLS: &str = "All schools";

/// Some schools; which, is not known.
pub(super) const SCHOOLS_NOT_KNOWN: &str = "Some schools: we do not know which";

/// Some schools, which another list names.
pub(super) const SCHOOLS_LISTED: &str = "The schools on its list";
