//! Who answers for schools, by role. A row for a role that is known already
//! changes what it says, and keeps what it leaves open.

use std::collections::BTreeSet;

use directory::closed::Closed;
use directory::record::{ConfirmedRecord, CoverRecord, FORMAT, RoleContactRecord, RoleContactsRecord};
use directory::schools::{ContactRole, Side};

use super::Work;
use crate::report::counted;
use crate::schools::columns::Column;
use crate::schools::names;
use crate::schools::table::{Row, Table};

/// Takes in who answers for schools. Gives all of them as they will be, if that
/// is something else.
pub(super) fn apply(
    work: &mut Work<'_>,
    table: &Table,
    closed: &BTreeSet<String>,
    said: &mut Vec<(String, Vec<String>)>,
) -> Option<RoleContactsRecord> {
    let before: Vec<_> = work.data.contacts.iter().flat_map(|file| file.record.contacts.clone()).collect();
    let mut contacts = before.clone();
    contacts.retain(|one| one.school.as_ref().is_none_or(|id| !closed.contains(id)));
    let mut lines = Vec::new();
    if contacts.len() < before.len() {
        lines.push(format!("{} taken out, of closed schools", counted(before.len() - contacts.len(), "role")));
    }
    for row in &table.rows {
        let Some(text) = row.get(Column::Role) else { continue };
        match names::role(text) {
            None => {
                let known: Vec<_> = ContactRole::ALL.iter().map(|role| role.slug()).collect();
                work.problem(row, &format!("{text} is no role that is known; write one of: {}", known.join(", ")));
            }
            Some(role) => lines.extend(take(work, &mut contacts, row, role)),
        }
    }
    let mut before = before;
    [&mut before, &mut contacts].into_iter().for_each(|all| all.sort_by(|one, other| key(one).cmp(&key(other))));
    if contacts == before {
        return None;
    }
    said.push((format!("contacts.json: {} changed", counted(lines.len(), "role")), lines));
    Some(RoleContactsRecord { format: FORMAT, contacts })
}

/// One school after the other; areas before them.
fn key(one: &RoleContactRecord) -> (&Option<String>, &Option<String>, usize, &Option<String>) {
    let role = ContactRole::from_slug(&one.role).map_or(usize::MAX, ContactRole::index);
    (&one.school, &one.area, role, &one.service)
}

/// Takes in one row; says what it changes.
fn take(work: &mut Work<'_>, contacts: &mut Vec<RoleContactRecord>, row: &Row, role: ContactRole) -> Option<String> {
    let says_nothing = [Column::Mailbox, Column::Date, Column::Cover].iter().all(|column| row.get(*column).is_none());
    if says_nothing {
        return None;
    }
    let names_school = row.get(Column::Id).or(row.get(Column::Name)).is_some();
    let (school, area) = match (names_school, work.area(row)) {
        (true, _) => (Some(work.school(row)?), None),
        (false, Ok(Some(area))) if role.side() == Side::Service => (None, Some(area)),
        (false, Ok(Some(_))) => {
            work.problem(row, "this role is of one school; write which");
            return None;
        }
        (false, _) => {
            work.problem(row, "it names neither a school nor an area of the site");
            return None;
        }
    };
    let service = match row.get(Column::Service) {
        None => None,
        Some(_) => Some(work.service(row)?),
    };
    let day = work.day(row).ok()?;
    let by = work.confirmer(row);
    if day.is_some() && by.is_none() {
        work.problem(row, "its day is not used: say which role confirmed it with --by");
    }
    let is_it = |one: &RoleContactRecord| {
        let is_of_service = service.is_none() || one.service.is_none() || one.service == service;
        one.role == role.slug() && one.school == school && one.area == area && is_of_service
    };
    let at = contacts.iter().position(is_it);
    let old = at.and_then(|at| contacts.get(at)).cloned().unwrap_or_default();
    let cover = row
        .get(Column::Cover)
        .map(|says| CoverRecord { says: says.to_owned(), mailbox: row.get(Column::CoverMailbox).map(str::to_owned) });
    let confirmed = day.zip(by).map(|(day, by)| ConfirmedRecord { on: day.iso(), by });
    let new = RoleContactRecord {
        role: role.slug().to_owned(),
        service: service.or(old.service.clone()),
        mailbox: row.get(Column::Mailbox).map(str::to_owned).or(old.mailbox.clone()),
        confirmed: confirmed.or(old.confirmed.clone()),
        cover: cover.or(old.cover.clone()),
        school: school.clone(),
        area: area.clone(),
    };
    let whose = school.map(|id| work.name(&id)).or(area).unwrap_or_default();
    let mailbox = new.mailbox.clone().unwrap_or_else(|| "no mailbox".to_owned());
    let line = format!("{} for {whose}: {mailbox}", role.label());
    match at.and_then(|at| contacts.get_mut(at)) {
        Some(one) if *one == new => None,
        Some(one) => {
            *one = new;
            Some(format!("changed: {line}"))
        }
        None => {
            contacts.push(new);
            Some(format!("new: {line}"))
        }
    }
}
