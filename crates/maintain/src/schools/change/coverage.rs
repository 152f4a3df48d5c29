//! Which schools a service covers. The list of a service counts as confirmed
//! only if every school that stands on it is in the rows, each with a day.

use std::collections::{BTreeMap, BTreeSet};

use directory::day::Day;
use directory::record::{ConfirmedRecord, ListingRecord};
use directory::words::fold;

use super::Work;
use crate::report::counted;
use crate::schools::columns::Column;
use crate::schools::names;
use crate::schools::table::Table;

/// What one row says of a service.
struct Told {
    school: String,
    is_covered: bool,
    day: Option<Day>,
    by: Option<String>,
}

/// Takes in which services cover which schools. Gives the listings that change.
pub(super) fn apply(
    work: &mut Work<'_>,
    table: &Table,
    closed: &BTreeSet<String>,
    said: &mut Vec<(String, Vec<String>)>,
) -> Vec<ListingRecord> {
    let mut told: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for row in &table.rows {
        let Some(text) = row.get(Column::Covered) else { continue };
        let Some(is_covered) = names::yes_or_no(text) else {
            work.problem(row, &format!("{text} is neither yes nor no"));
            continue;
        };
        if row.get(Column::Service).is_none() {
            work.problem(row, "it says yes or no, and of which service it does not say");
            continue;
        }
        if let (Some(school), Some(service), Ok(day)) = (work.school(row), work.service(row), work.day(row)) {
            let by = work.confirmer(row);
            told.entry(service).or_default().push(Told { school, is_covered, day, by });
        }
    }
    let mut changed = Vec::new();
    for file in &work.data.listings {
        let mut listing = file.record.clone();
        let before = listing.area.clone();
        listing.area.school_ids.retain(|id| !closed.contains(id));
        let mut lines = Vec::new();
        if let Some(rows) = told.get(&listing.id) {
            if listing.area.schools.as_deref() == Some("all") {
                work.problems.push(format!("{}: it says all schools; take that out before it has a list", listing.id));
            } else if let Some(both) = said_both_ways(rows) {
                work.problems.push(format!("{}: the list says yes and no of {}", listing.id, work.name(&both)));
            } else {
                lines = cover(work, &mut listing, rows);
            }
        }
        let gone = before.school_ids.iter().filter(|id| closed.contains(*id)).count();
        if gone > 0 {
            lines.push(format!("{} taken out, closed", counted(gone, "school")));
        }
        if serde_json::to_string(&before).ok() != serde_json::to_string(&listing.area).ok() {
            said.push((format!("listings/{}.json", listing.id), lines));
            changed.push(listing);
        }
    }
    changed
}

/// A school of which the rows say both.
fn said_both_ways(rows: &[Told]) -> Option<String> {
    let yes: BTreeSet<_> = rows.iter().filter(|row| row.is_covered).map(|row| &row.school).collect();
    rows.iter().find(|row| !row.is_covered && yes.contains(&row.school)).map(|row| row.school.clone())
}

fn cover(work: &Work<'_>, listing: &mut ListingRecord, rows: &[Told]) -> Vec<String> {
    let old: BTreeSet<String> = listing.area.school_ids.iter().cloned().collect();
    let mut new = old.clone();
    for row in rows {
        if row.is_covered {
            new.insert(row.school.clone());
        } else {
            new.remove(&row.school);
        }
    }
    let rowed: BTreeSet<&String> = rows.iter().map(|row| &row.school).collect();
    let names: BTreeSet<String> =
        rowed.iter().filter_map(|id| work.schools.get(*id)).map(|school| fold(&school.name)).collect();
    let area = &mut listing.area;
    area.schools = Some("listed".to_owned());
    area.school_names.retain(|name| !names.contains(&fold(name)));
    let mut lines: Vec<String> = new.difference(&old).map(|id| format!("covers: {}", work.name(id))).collect();
    lines.extend(old.difference(&new).map(|id| format!("no longer covers: {}", work.name(id))));
    let is_whole = new.iter().all(|id| rowed.contains(id)) && area.school_names.is_empty();
    let days: Option<Vec<Day>> = rows.iter().map(|row| row.day).collect();
    let by = rows.iter().find_map(|row| row.by.clone());
    match (is_whole, days.and_then(|days| days.into_iter().min()), by) {
        (true, Some(on), Some(by)) => {
            lines.push(format!("its list is confirmed on {}, by {by}", on.iso()));
            area.coverage_confirmed = Some(ConfirmedRecord { on: on.iso(), by });
        }
        (true, Some(_), None) => lines.push("not confirmed: say which role confirmed it with --by".to_owned()),
        (true, None, _) => lines.push("not confirmed: a row has no day".to_owned()),
        (false, ..) => lines.push("not confirmed: its list has schools that are not in these rows".to_owned()),
    }
    area.school_ids = new.into_iter().collect();
    lines
}
