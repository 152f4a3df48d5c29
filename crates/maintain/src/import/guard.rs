//! Where a life may hang on a number, one role's yes is not enough, and no feed
//! changes what two roles have looked at.

use directory::day::Day;
use directory::guarded;
use directory::person;
use directory::record::{CheckRecord, ListingRecord};
use directory::withdrawal::WITHDRAWN;
use directory::words::fold;

/// Who looked at entries before they said yes.
pub(super) struct Looked<'a> {
    /// The role that says yes.
    pub(super) by: &'a str,
    /// The other role that looked as well.
    pub(super) second: Option<&'a str>,
    /// The day on which somebody dialled the number.
    pub(super) called_on: Option<Day>,
    /// The day of the yes.
    pub(super) today: Day,
    /// How many days old a test call may be.
    pub(super) days: i32,
}

/// An entry with the check of those who looked at it, if they dialled its
/// number; or what is missing where that is asked for.
pub(super) fn looked_at(entry: &ListingRecord, looked: &Looked<'_>) -> Result<ListingRecord, String> {
    let mut next = entry.clone();
    if let Some((second, called_on)) = looked.second.zip(looked.called_on) {
        next.checked = Some(CheckRecord {
            on: looked.today.iso(),
            by: looked.by.to_owned(),
            means: "called".to_owned(),
            second: Some(second.to_owned()),
            called_on: Some(called_on.iso()),
        });
        if let Some(why) = missing(&next, looked) {
            return Err(why);
        }
    }
    let Some(guard) = guarded::why_record(entry) else { return Ok(next) };
    match missing(&next, looked) {
        None => Ok(next),
        Some(why) => Err(format!(
            "one yes is not enough: it is {}. {why}. Let a second role look as well and somebody dial its number, \
             then add --second ROLE --called-on DAY",
            guard.words()
        )),
    }
}

/// What a check lacks that a life may hang on: two roles, and a call of late.
fn missing(entry: &ListingRecord, looked: &Looked<'_>) -> Option<String> {
    let Some(check) = &entry.checked else { return Some("Nobody has checked it yet".to_owned()) };
    let Some(second) = &check.second else { return Some("No second role has looked at it".to_owned()) };
    let own = [entry.name.as_str(), entry.provider.as_deref().unwrap_or_default()];
    if let Some(why) = person::no_role(second, &own) {
        return Some(format!("The second must be a role, never a person: {why}"));
    }
    if fold(second) == fold(&check.by) {
        return Some("The second must be another role than the first".to_owned());
    }
    let called = check.called_on.as_deref().and_then(Day::read);
    let Some(called) = called else { return Some("Nobody has dialled its number yet".to_owned()) };
    match called.days_until(looked.today) {
        age if age < 0 => Some(format!("The test call is of a day that has not come: {}", called.words())),
        age if age > looked.days => Some(format!("The test call is more than {} days old: call again", looked.days)),
        _ => None,
    }
}

/// Why a feed may not change what an entry says, even if that is asked for.
pub(super) fn why_kept(entry: &ListingRecord, next: &ListingRecord) -> Option<String> {
    if entry.standing == WITHDRAWN {
        return Some("it is taken out, and comes back as it stood".to_owned());
    }
    // What a change would make of it counts as well.
    let guard = guarded::why_record(entry).or_else(|| guarded::why_record(next))?;
    Some(format!("it is {}", guard.words()))
}
