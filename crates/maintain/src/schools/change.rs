//! What a list would change: the register, who answers for schools, and which
//! schools listings cover. Rows that cannot be understood are named, and change
//! nothing.

mod contacts;
mod coverage;
mod register;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use directory::day::{Day, typed};
use directory::record::{ListingRecord, RoleContactsRecord, SchoolRecord, SchoolsRecord, SiteRecord};
use directory::words::fold;

use super::columns::Column;
use super::table::{Row, Table};
use crate::data::Data;
use crate::{files, pending};

/// What would change.
pub(super) struct Change {
    schools: Option<SchoolsRecord>,
    contacts: Option<RoleContactsRecord>,
    listings: Vec<ListingRecord>,
    /// What is said of it, under headings.
    said: Vec<(String, Vec<String>)>,
    /// Rows that were not understood, in words.
    pub(super) problems: Vec<String>,
    unread: Vec<String>,
    read: Vec<String>,
}

/// What the rows of a list are compared with, and what becomes of it.
pub(super) struct Work<'a> {
    data: &'a Data,
    site: &'a SiteRecord,
    /// The schools by id, as they will be.
    schools: BTreeMap<String, SchoolRecord>,
    /// The day on which the list is read in.
    today: Day,
    /// The role that confirmed it, where a row names none.
    by: Option<&'a str>,
    problems: Vec<String>,
}

impl Change {
    /// What a list would change in some data.
    pub(super) fn of(data: &Data, table: &Table, source: &str, today: Day, by: Option<&str>) -> Result<Self> {
        let site = &data.site.as_ref().context("site.json cannot be read; mend it first")?.record;
        let known = data.schools.iter().flat_map(|file| &file.record.schools);
        let schools = known.map(|school| (school.id.clone(), school.clone())).collect();
        let mut work = Work { data, site, schools, today, by, problems: table.problems.clone() };
        let mut said = Vec::new();
        let (schools, closed) = register::apply(&mut work, table, source, &mut said);
        let listings = coverage::apply(&mut work, table, &closed, &mut said);
        let contacts = contacts::apply(&mut work, table, &closed, &mut said);
        let (read, unread) = (table.read.clone(), table.unread.clone());
        Ok(Self { schools, contacts, listings, said, problems: work.problems, read, unread })
    }

    /// Each file as it would be.
    pub(super) fn files(&self) -> Result<Vec<pending::Change>> {
        let mut files = Vec::new();
        if let Some(schools) = &self.schools {
            files.push(pending::Change::of_data("schools.json", files::pretty(schools)?));
        }
        if let Some(contacts) = &self.contacts {
            files.push(pending::Change::of_data("contacts.json", files::pretty(contacts)?));
        }
        for listing in &self.listings {
            files.push(pending::Change::of_entry(listing)?);
        }
        Ok(files)
    }

    /// All of it in words; of each sort at most so many lines.
    pub(super) fn told(&self, most: usize) -> String {
        let mut text = format!("Columns that are read: {}\n", self.read.join(", "));
        if !self.unread.is_empty() {
            text += &format!("Columns that are not read: {}\n", self.unread.join(", "));
        }
        let problems =
            (!self.problems.is_empty()).then(|| ("Not understood, and left out".to_owned(), self.problems.clone()));
        for (heading, lines) in self.said.iter().chain(&problems) {
            text += &format!("\n{heading}\n");
            lines.iter().take(most).for_each(|line| text += &format!("    {line}\n"));
            if lines.len() > most {
                text += &format!("    and {} more\n", lines.len() - most);
            }
        }
        text
    }
}

impl Work<'_> {
    /// Notes that a row was not understood.
    fn problem(&mut self, row: &Row, why: &str) {
        self.problems.push(format!("line {}: {why}", row.line));
    }

    /// The slug of the area that a row names. `Err`: it is none of the site's.
    fn area(&self, row: &Row) -> Result<Option<String>, ()> {
        let Some(text) = row.get(Column::Area).map(fold) else { return Ok(None) };
        let is_it = |label: &str| fold(label) == text;
        let area = self.site.areas.iter().find(|area| is_it(&area.slug) || is_it(&area.label));
        area.map(|area| Some(area.slug.clone())).ok_or(())
    }

    /// The school that a row names: by its id, else by its name and where it
    /// lies, if one alone has them. Nothing if it names none, or an unknown one,
    /// which is noted.
    fn school(&mut self, row: &Row) -> Option<String> {
        if let Some(id) = row.get(Column::Id).map(str::to_lowercase) {
            if self.schools.contains_key(&id) {
                return Some(id);
            }
            self.problem(row, &format!("no school of the register has the number {id}"));
            return None;
        }
        let name = row.get(Column::Name)?;
        let place = row.get(Column::Town).or(row.get(Column::Locality)).map(fold);
        let is_there = |school: &&SchoolRecord| place.is_none() || school.locality.as_deref().map(fold) == place;
        let found: Vec<_> =
            self.schools.values().filter(|school| fold(&school.name) == fold(name)).filter(is_there).collect();
        if let [school] = found.as_slice() {
            return Some(school.id.clone());
        }
        let how_many = if found.is_empty() { "no school" } else { "more than one school" };
        self.problem(row, &format!("{how_many} of the register is called {name}; write its URN"));
        None
    }

    /// The id of the service that a row names by its id or its name.
    fn service(&mut self, row: &Row) -> Option<String> {
        let text = row.get(Column::Service)?;
        let all = self.data.listings.iter().map(|file| &file.record);
        let named: Vec<_> = all.filter(|one| one.id == text || fold(&one.name) == fold(text)).collect();
        if let [one] = named.as_slice() {
            return Some(one.id.clone());
        }
        self.problem(row, &format!("no entry, or more than one, has the id or the name {text}"));
        None
    }

    /// The day of a row. `Err`: what stands there is none, which is noted.
    fn day(&mut self, row: &Row) -> Result<Option<Day>, ()> {
        let Some(text) = row.get(Column::Date) else { return Ok(None) };
        match typed::day(text).filter(|day| self.today.days_until(*day) <= 0) {
            Some(day) => Ok(Some(day)),
            None => {
                self.problem(row, &format!("{text} is no day up to today; write 21/11/2026"));
                Err(())
            }
        }
    }

    /// The role that confirmed a row.
    fn confirmer(&self, row: &Row) -> Option<String> {
        row.get(Column::By).or(self.by).map(str::to_owned)
    }

    /// What a school is called.
    fn name(&self, id: &str) -> String {
        self.schools.get(id).map_or_else(|| id.to_owned(), in_a_line)
    }
}

/// A school in a line: its name and its number.
fn in_a_line(school: &SchoolRecord) -> String {
    format!("{} ({})", school.name, school.id)
}
