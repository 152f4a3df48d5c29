//! What the check would call an error is left out before it comes in: a private
//! mailbox, a crisis number, an address that is none. Each is named.

use anyhow::{Context, Result};
use directory::day::Day;
use directory::finding::Level;
use directory::record::ListingRecord;
use open_referral::read::Report;
use serde_json::Value;

use super::update::record_in;
use crate::check::{self, Dates};
use crate::command::Setting;
use crate::data::{Data, Read};
use crate::files::Folder;

/// How often what is left is looked at again.
const ROUNDS: usize = 30;

/// What no entry can do without.
const NEEDED: [&str; 6] = ["id", "name", "kind", "standing", "format", "imported"];

/// Runs the check over entries that are not there yet.
pub(super) struct Cleaner {
    data: Data,
    today: Day,
}

impl Cleaner {
    /// Over a folder, whose own entries are not read.
    pub(super) fn new(at: &Setting) -> Result<Self> {
        let mut folder = Folder::without_entries(&at.data)?;
        // What speaks of entries that are not there would only take its time.
        for file in [&mut folder.history, &mut folder.glossary, &mut folder.self_help, &mut folder.leaflets] {
            (file.text, file.is_missing) = (None, true);
        }
        Ok(Self { data: Data::read(&folder), today: at.today })
    }

    /// The slug and the label of each area of the site.
    pub(super) fn areas(&self) -> Result<Vec<(String, String)>> {
        let site = self.data.site.as_ref().context("site.json cannot be read; mend it first")?;
        Ok(site.record.areas.iter().map(|area| (area.slug.clone(), area.label.clone())).collect())
    }

    /// Each entry without what the check would call an error; nothing where
    /// nothing is left of it.
    pub(super) fn clean(
        &mut self,
        mut records: Vec<ListingRecord>,
        report: &mut Report,
    ) -> Result<Vec<Option<ListingRecord>>> {
        let mut lost = vec![false; records.len()];
        let mut unclean: Vec<usize> = (0..records.len()).collect();
        for round in 0..=ROUNDS {
            self.data.listings = unclean.iter().filter_map(|at| Some(file(*at, records.get(*at)?))).collect();
            let mut errors = check::run(&self.data, self.today, Dates::Lenient);
            errors.retain(|finding| finding.level == Level::Error);
            let is_last = round == ROUNDS;
            unclean.clear();
            for error in &errors {
                let Some(at) = place_of(&error.file) else { continue };
                let Some(record) = records.get_mut(at) else { continue };
                // An item that goes moves those behind it: of each entry one thing
                // at a time.
                if unclean.last() == Some(&at) {
                    continue;
                }
                unclean.push(at);
                let mut value = serde_json::to_value(&*record)?;
                let found = format!("{}: {}", record.id, error.found);
                if is_last || NEEDED.contains(&error.field.as_str()) || !take_out(&mut value, &error.field) {
                    lost.get_mut(at).into_iter().for_each(|lost| *lost = true);
                    report.left("services", &error.write, &found);
                } else {
                    report.left(&field_of(&error.field), &error.write, &found);
                    *record = record_in(&value.to_string())?;
                }
            }
            unclean.retain(|at| lost.get(*at) == Some(&false));
            if unclean.is_empty() {
                break;
            }
        }
        self.data.listings = Vec::new();
        Ok(records.into_iter().zip(lost).map(|(record, is_lost)| (!is_lost).then_some(record)).collect())
    }
}

/// An entry as a file whose path says its place.
fn file(at: usize, record: &ListingRecord) -> Read<ListingRecord> {
    let value = serde_json::to_value(record).unwrap_or_default();
    Read { path: format!("\u{1}{at:06}"), stem: record.id.clone(), record: record.clone(), value }
}

fn place_of(path: &str) -> Option<usize> {
    path.strip_prefix('\u{1}')?.parse().ok()
}

/// A field without its places in lists: `contacts.phones[0].number` is
/// `contacts.phones`.
fn field_of(field: &str) -> String {
    field.split('[').next().unwrap_or_default().to_owned()
}

/// Takes out what a finding names: an item of a list as a whole, else the field.
/// `false`: there is nothing of that name.
fn take_out(value: &mut Value, field: &str) -> bool {
    let mut steps = Vec::new();
    for part in field.split('.') {
        let mut pieces = part.split('[');
        steps.push(Step::Name(pieces.next().unwrap_or_default().to_owned()));
        let places = pieces.filter_map(|piece| piece.trim_end_matches(']').parse().ok());
        steps.extend(places.map(Step::Item));
    }
    // A number is taken out with the note beside it: to the last place in a list.
    if let Some(at) = steps.iter().rposition(|step| matches!(step, Step::Item(_))) {
        steps.truncate(at + 1);
    }
    let Some((last, outer)) = steps.split_last() else { return false };
    let holder = outer.iter().try_fold(value, |value, step| match step {
        Step::Name(name) => value.get_mut(name.as_str()),
        Step::Item(at) => value.get_mut(at),
    });
    match (holder, last) {
        (Some(Value::Object(fields)), Step::Name(name)) => fields.remove(name).is_some(),
        (Some(Value::Array(items)), Step::Item(at)) if *at < items.len() => {
            items.remove(*at);
            true
        }
        _ => false,
    }
}

enum Step {
    Name(String),
    Item(usize),
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_found_is_taken_out_and_nothing_else() {
        let check = |field: &str, left: Value| {
            let mut value = json!({"a": {"b": [{"n": "1"}, {"n": "2"}], "c": "x"}, "d": "y"});
            assert_eq!((take_out(&mut value, field), value), (true, left), "{field}");
        };
        check("a.b[0].n", json!({"a": {"b": [{"n": "2"}], "c": "x"}, "d": "y"}));
        check("a.c", json!({"a": {"b": [{"n": "1"}, {"n": "2"}]}, "d": "y"}));
        check("d", json!({"a": {"b": [{"n": "1"}, {"n": "2"}], "c": "x"}}));
        let mut value = json!({"a": 1});
        assert!(!take_out(&mut value, "b.c[3]") && !take_out(&mut value, ""));
    }
}
