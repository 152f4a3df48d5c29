//! What somebody chose on a page of schools: a school, and a service that they
//! came to ask about. It stands in the address after `#`.

use crate::filters::Dropped;
use crate::finding::cut;
use crate::id::{ListingId, SchoolId};

/// The most dropped parts that are named.
const MOST_DROPPED: usize = 8;

/// A school, a service, both or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The school that was chosen, which the register may not know.
    pub school: Option<SchoolId>,
    /// The service that they came to ask about, which the directory may not know.
    pub service: Option<ListingId>,
}

impl Choice {
    /// The same with another school.
    #[must_use]
    pub fn at(self, school: Option<SchoolId>) -> Self {
        Self { school, ..self }
    }

    /// Reads what stands after `#`, with what was dropped. A text without `=` is
    /// a place in the page, and no choice.
    pub fn read(fragment: &str) -> (Self, Vec<Dropped>) {
        let mut choice = Self::default();
        let mut dropped = Vec::new();
        let parts = fragment.split('&').filter(|part| !part.is_empty() && fragment.as_bytes().contains(&b'='));
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let is_taken = match key {
                "school" if choice.school.is_none() => {
                    choice.school = SchoolId::new(value);
                    choice.school.is_some()
                }
                "service" if choice.service.is_none() => {
                    choice.service = ListingId::new(value);
                    choice.service.is_some()
                }
                _ => false,
            };
            if !is_taken && dropped.len() < MOST_DROPPED {
                dropped.push(Dropped { key: cut(key, 40), value: cut(value, 40) });
            }
        }
        (choice, dropped)
    }

    /// Writes what stands after `#`: one choice, one text.
    pub fn write(&self) -> String {
        let school = self.school.as_ref().map(|id| ["school=", id.as_str()].concat());
        let service = self.service.as_ref().map(|id| ["service=", id.as_str()].concat());
        school.into_iter().chain(service).collect::<Vec<_>>().join("&")
    }
}
