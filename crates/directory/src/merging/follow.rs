//! What changes because of something else: a fact that would be wrong beside the
//! new one is taken out, and said.

use super::Follow;
use crate::day::Day;
use crate::record::ListingRecord;
use crate::sheet::Column;
use crate::site::Site;

/// Mends what no longer holds of an entry once these columns of it were changed,
/// and says what.
pub(super) fn all(
    before: &ListingRecord,
    next: &mut ListingRecord,
    changed: &[Column],
    on: Day,
    site: &Site,
) -> Vec<Follow> {
    let is = |column: Column| changed.contains(&column);
    if is(Column::Hours) && !is(Column::Opening) {
        next.opening.clear();
    }
    if let (true, false, Some(training)) = (is(Column::Length), is(Column::Time), &mut next.training) {
        training.time.clear();
    }
    let says_wait = is(Column::Runs) || is(Column::Wait) || is(Column::OpensOn);
    if says_wait && !is(Column::SaidOn) && next.standing != "ended" {
        next.availability.said_on = Some(on.iso());
    }
    let mut follows = Vec::new();
    if next.name != before.name && !next.former_names.contains(&before.name) {
        next.former_names.push(before.name.clone());
        follows.push(Follow {
            of: "Former names",
            was: String::new(),
            now: before.name.clone(),
            why: "Whoever looks for the old name still finds it.",
        });
    }
    let facts = Column::ALL.iter().copied().filter(|column| column.is_fact() && !is(*column));
    for column in facts {
        let (was, now) = (column.cell(before, site), column.cell(next, site));
        if was != now {
            follows.push(Follow { of: column.label(), was, now, why: why(column) });
        }
    }
    follows
}

fn why(column: Column) -> &'static str {
    match column {
        Column::Opening => "The hours have changed, so the times for the clock no longer hold.",
        Column::Time => "The length has changed, so the one to count with no longer holds.",
        Column::SaidOn => "It is the day of this statement.",
        Column::OpensOn => "It is not paused any more.",
        Column::AgesExtended => "The ages reach as far now.",
        Column::Successor => "It has ended.",
        _ => "It follows from another change.",
    }
}

/// A partner's tick settles what we were not sure of.
pub(super) fn doubt(next: &mut ListingRecord) -> Option<Follow> {
    if next.standing != "doubtful" {
        return None;
    }
    "active".clone_into(&mut next.standing);
    let was = next.doubt.take().unwrap_or_default();
    Some(Follow { of: Column::Doubt.label(), was, now: String::new(), why: "The partner says that it is right." })
}
