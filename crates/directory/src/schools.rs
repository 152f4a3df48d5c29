//! Schools: which there are, which services cover them, and who answers for
//! them.
//!
//! They are read from a register of their own, which only those pages load
//! where somebody looks for a school. Which schools a service covers is said by
//! that service, once; a school that stands on no list may still be covered.

mod choice;
mod contact;
mod cover;
mod letters;
mod picker;

pub use choice::Choice;
pub use contact::{ContactRole, Cover, Reach, RoleContact, Side};
pub use cover::{Coverage, Covering, Why, tied};
pub use letters::Letter;
pub use picker::MOST_OFFERED;

use crate::catalogue::LoadError;
use crate::closed::{Choices, Closed};
use crate::day::Day;
use crate::finding::{Finding, Findings, listed};
use crate::id::SchoolId;
use crate::record::{self, RegisterRecord, SchoolRecord, school_id};
use crate::sorted;
use crate::vocabulary::Phase;
use crate::words::fold;
use picker::Key;

/// A school that people can choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// Its own for ever.
    pub id: SchoolId,
    /// What it is called.
    pub name: String,
    /// What it teaches. Empty: not known.
    pub phases: Choices<Phase>,
    /// The slug of the site's area that it lies in. `None`: not known.
    pub area: Option<String>,
    /// The town or part of it. `None`: not known.
    pub locality: Option<String>,
}

/// Every school, and who answers for each.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// Where the schools were taken from.
    pub source: String,
    /// When.
    pub taken_on: Option<Day>,
    /// Who answers for them. `None`: the publisher does not say.
    pub contacts: Option<Vec<RoleContact>>,
    /// Invariant: by folded name, each id once, held by [`Register::of`].
    schools: Vec<School>,
    /// What is compared with what somebody types, in the same order.
    keys: Vec<Key>,
}

impl Register {
    /// Reads a register, or the one in a bundle. `None`: that bundle has none.
    pub fn read(text: &str) -> Result<(Option<Self>, Vec<Finding>), LoadError> {
        let mut findings = Findings::of_file("schools");
        let record = record::register_in(text, &mut findings)?;
        let register = record.map(|record| Self::of(record, &mut findings));
        Ok((register, findings.into_vec()))
    }

    /// The register that a record spells. One bad school never hides another.
    pub fn of(record: RegisterRecord, findings: &mut Findings) -> Self {
        let taken_on = Day::read(&record.taken_on);
        if taken_on.is_none() {
            findings.error("taken_on", &record.taken_on, "Write the day on which the schools were taken: 2026-09-21.");
        }
        let read: Vec<School> = record.schools.into_iter().filter_map(|one| school(one, findings)).collect();
        let names: Vec<String> = read.iter().map(|school| fold(&school.name)).collect();
        let rows = (0..read.len() as u32).collect();
        let rows = sorted::by_text(rows, &|row| read.get(row as usize).map_or("", |school| school.id.as_str()));
        let rows = sorted::by_text(rows, &|row| names.get(row as usize).map_or("", String::as_str));
        let mut schools: Vec<School> = Vec::with_capacity(read.len());
        let mut seen = std::collections::BTreeSet::new();
        for school in rows.iter().filter_map(|row| read.get(*row as usize)) {
            if seen.insert(school.id.as_str()) {
                schools.push(school.clone());
            } else {
                findings.error("schools.id", school.id.as_str(), "Write an id of its own: two schools have this one.");
            }
        }
        let contacts =
            record.contacts.map(|all| all.into_iter().filter_map(|one| contact::read(one, findings)).collect());
        let keys = schools.iter().map(Key::of).collect();
        Self { source: record.source, taken_on, contacts, schools, keys }
    }

    /// The same for families: without who answers for a school.
    #[must_use]
    pub fn for_families(&self) -> Self {
        Self { contacts: None, ..self.clone() }
    }

    /// Every school, by name.
    pub fn schools(&self) -> &[School] {
        &self.schools
    }

    /// The school with this id.
    pub fn find(&self, id: &SchoolId) -> Option<&School> {
        self.schools.iter().find(|school| school.id == *id)
    }

    /// Whether exactly one school has a name, however it is written.
    pub fn has_one_named(&self, name: &str) -> bool {
        self.named(name) == 1
    }

    /// How many schools have a name, however it is written.
    fn named(&self, name: &str) -> usize {
        let name = fold(name);
        self.keys.iter().filter(|key| key.name() == name).count()
    }
}

impl School {
    /// What tells it from another of its name: "Romford, primary".
    pub fn beside(&self) -> String {
        let phases: Vec<String> = self.phases.iter().map(|phase| phase.label().to_ascii_lowercase()).collect();
        let parts: Vec<&str> = self.locality.iter().chain(&phases).map(String::as_str).collect();
        parts.join(", ")
    }
}

fn school(record: SchoolRecord, findings: &mut Findings) -> Option<School> {
    let id = school_id("schools.id", &record.id, findings)?;
    if record.name.trim().is_empty() {
        findings.error("schools.name", id.as_str(), "Write the name of the school.");
        return None;
    }
    let mut phases = Choices::default();
    for slug in &record.phases {
        match Phase::from_slug(slug) {
            Some(phase) => phases = phases.with(phase),
            None => findings.error("schools.phases", slug, format_args!("Write one of: {}.", listed(Phase::slugs()))),
        }
    }
    Some(School { id, name: record.name, phases, area: record.area, locality: record.locality })
}

#[cfg(test)]
mod tests;
