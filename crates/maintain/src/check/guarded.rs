//! Rules of checks: by roles, and by two of them with a test call where a life
//! may hang on it.

use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::guarded;
use directory::listing::{Check, Listing};
use directory::person;
use directory::words::fold;

use super::dates::not_yet;

/// What is missing of a check, or is no role.
pub(super) fn check(listing: &Listing, findings: &mut Findings) {
    let Some(check) = &listing.checked else { return };
    if let Some(second) = &check.second {
        if let Some(name) = person::named_in(second, &[&listing.name]) {
            let write = format!("Write the role, and no name: “{name}” looks like a person's name or title.");
            findings.error("checked.second", second, write);
        }
        if fold(second) == fold(&check.by) {
            findings.error("checked.second", second, "Write another role than in checked.by: two of them look.");
        }
    }
    let Some(guard) = guarded::why(listing).filter(|_| listing.standing.is_listed()) else { return };
    let missing = missing(check);
    if !missing.is_empty() {
        let write =
            format!("It is {}, so one look is not enough. Write {missing}, or take checked out.", guard.words());
        findings.add(Level::Warning, "checked", &check.by, write);
    }
}

/// A test call that has not been made yet is a slip of the pen.
pub(super) fn dates(listing: &Listing, today: Day, findings: &mut Findings) {
    let called_on = listing.checked.as_ref().and_then(|check| check.called_on);
    not_yet(called_on, "checked.called_on", today, findings);
}

fn missing(check: &Check) -> String {
    let second = check.second.is_none().then_some("second: the other role that looked");
    let called = check.called_on.is_none().then_some("called_on: when somebody dialled its number");
    second.into_iter().chain(called).collect::<Vec<_>>().join("; ")
}
