//! The schools themselves. A list is a register of them if it says where they
//! lie, what they teach or whether they are open; one that only names them is
//! not, and renames none.

use std::collections::BTreeSet;

use directory::day::Day;
use directory::id::SchoolId;
use directory::record::{FORMAT, SchoolRecord, SchoolsRecord};
use directory::words::fold_apart;

use super::{Work, in_a_line};
use crate::report::counted;
use crate::schools::columns::Column;
use crate::schools::names;
use crate::schools::table::{Row, Table};

/// The columns of which a register has one at least.
const OF_REGISTER: [Column; 4] = [Column::Phase, Column::Area, Column::Town, Column::Status];

/// Takes in the schools of a list. Gives the register as it will be, if that is
/// another, and the ids of those that have closed.
pub(super) fn apply(
    work: &mut Work<'_>,
    table: &Table,
    source: &str,
    said: &mut Vec<(String, Vec<String>)>,
) -> (Option<SchoolsRecord>, BTreeSet<String>) {
    let is_register = table.has(Column::Name) && OF_REGISTER.iter().any(|column| table.has(*column));
    let mut closed = BTreeSet::new();
    if !is_register {
        return (None, closed);
    }
    let before = work.schools.clone();
    let mut elsewhere = 0;
    for row in &table.rows {
        match status(row) {
            Status::Closed => closed.extend(row.get(Column::Id).map(str::to_lowercase)),
            Status::Planned => {}
            Status::Open => match work.area(row) {
                Err(()) => elsewhere += 1,
                Ok(area) => take(work, row, area),
            },
        }
    }
    closed.retain(|id| work.schools.remove(id).is_some() || is_named(work, id));
    let mut lines = Vec::new();
    for (id, school) in &work.schools {
        match before.get(id) {
            None => lines.push(format!("new: {}", in_a_line(school))),
            Some(old) if old.name != school.name => {
                lines.push(format!("renamed: {}, before {}", in_a_line(school), old.name))
            }
            Some(old) if old != school => lines.push(format!("changed: {}", in_a_line(school))),
            Some(_) => {}
        }
    }
    lines.extend(
        before
            .values()
            .filter(|school| closed.contains(&school.id))
            .map(|school| format!("closed: {}", in_a_line(school))),
    );
    let same = work.schools.iter().filter(|(id, school)| before.get(*id) == Some(school)).count();
    let heading = format!(
        "schools.json: {} changed, {same} as they were, {} left out because they lie elsewhere",
        counted(lines.len(), "school"),
        counted(elsewhere, "row"),
    );
    said.push((heading, lines));
    let old = work.data.schools.as_ref().map(|file| &file.record);
    let source = source.to_owned();
    let is_same =
        old.is_some_and(|old| before == work.schools && old.source == source && old.taken_on == work.today.iso());
    let schools = work.schools.values().cloned().collect();
    let record = SchoolsRecord { format: FORMAT, source, taken_on: Day::iso(work.today), schools };
    ((!is_same).then_some(record), closed)
}

enum Status {
    Open,
    Closed,
    /// It is to open some day.
    Planned,
}

fn status(row: &Row) -> Status {
    let status = row.get(Column::Status).map(str::to_lowercase).unwrap_or_default();
    match () {
        () if status.starts_with("closed") => Status::Closed,
        () if status.starts_with("proposed") => Status::Planned,
        () => Status::Open,
    }
}

/// Whether something still names a school that has gone from the register.
fn is_named(work: &Work<'_>, id: &str) -> bool {
    let listings = work.data.listings.iter().flat_map(|file| &file.record.area.school_ids);
    let contacts =
        work.data.contacts.iter().flat_map(|file| &file.record.contacts).filter_map(|one| one.school.as_ref());
    listings.chain(contacts).any(|one| one == id)
}

fn take(work: &mut Work<'_>, row: &Row, area: Option<String>) {
    let Some(name) = row.get(Column::Name) else { return };
    let locality = row.get(Column::Town).or(row.get(Column::Locality)).map(str::to_owned);
    let Some(id) = id(work, row, name, locality.as_deref()) else { return };
    let phases = match row.get(Column::Phase).map(|text| (text, names::phases(text))) {
        None => Vec::new(),
        Some((_, Some(phases))) => phases,
        Some((text, None)) => {
            work.problem(row, &format!("{text} is no phase that is known; write Primary or Secondary"));
            Vec::new()
        }
    };
    let old = work.schools.get(&id).cloned().unwrap_or_default();
    let school = SchoolRecord {
        id: id.clone(),
        name: name.to_owned(),
        phases: if phases.is_empty() { old.phases } else { phases },
        area: area.or(old.area),
        locality: locality.or(old.locality),
    };
    work.schools.insert(id, school);
}

/// The id of a school: its number, else its name and place in small letters.
fn id(work: &mut Work<'_>, row: &Row, name: &str, locality: Option<&str>) -> Option<String> {
    let known = row.get(Column::Id).map(str::to_lowercase);
    let made = || fold_apart(&[name, locality.unwrap_or("")].join(" ")).replace(' ', "-");
    let id = known.unwrap_or_else(made);
    if SchoolId::new(&id).is_none() {
        work.problem(row, &format!("{id} is no number of a school; write its URN"));
        return None;
    }
    Some(id)
}
