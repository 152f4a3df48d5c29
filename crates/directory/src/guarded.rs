//! The entries of which a tick is not enough: a wrong number there may cost a
//! child's life. A second role looks as well, and somebody dials the number.

use crate::closed::{Choices, Closed};
use crate::listing::Listing;
use crate::record::ListingRecord;
use crate::vocabulary::{Need, Thrive};
use crate::words::fold_apart;

/// What the cells say in which more is asked for than a tick.
pub const ASKED: &str = "needed";

/// Why an entry is guarded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// It is a crisis line, or leads to one.
    Crisis,
    /// It helps with suicidal thoughts.
    Suicide,
    /// It is help to stay safe: getting risk support.
    Risk,
    /// It is a safeguarding hub.
    Safeguarding,
    /// It is a team of specialist mental health services for children.
    Camhs,
}

impl Guard {
    /// In words, after "it is".
    pub fn words(self) -> &'static str {
        match self {
            Self::Crisis => "a crisis line",
            Self::Suicide => "help with suicidal thoughts",
            Self::Risk => "help for a child at risk",
            Self::Safeguarding => "a safeguarding service",
            Self::Camhs => "a CAMHS team",
        }
    }
}

/// What a safeguarding hub is called, folded, as whole words.
const HUBS: [&str; 6] =
    ["mash", "safeguarding", "safeguarding hub", "childrens social care", "front door", "child protection"];

/// What specialist mental health services for children are called.
const CAMHS: [&str; 5] = [
    "camhs",
    "cypmhs",
    "cyp mhs",
    "child and adolescent mental health",
    "children and young peoples mental health service",
];

/// Why an entry is guarded. `None`: a tick is enough.
pub fn why(listing: &Listing) -> Option<Guard> {
    let names = [listing.name.as_str(), listing.id.as_str()];
    let names = names.into_iter().chain(listing.former_names.iter().map(String::as_str));
    guard(listing.crisis_route.is_some(), listing.needs, listing.thrive.unwrap_or_default(), names)
}

/// Whether an entry is guarded.
pub fn is_guarded(listing: &Listing) -> bool {
    why(listing).is_some()
}

/// The same of a record.
pub fn why_record(record: &ListingRecord) -> Option<Guard> {
    let names = [record.name.as_str(), record.id.as_str()];
    let names = names.into_iter().chain(record.former_names.iter().map(String::as_str));
    let needs = record.needs.iter().filter_map(|slug| Need::from_slug(slug)).collect();
    let thrive = record.thrive.iter().flatten().filter_map(|slug| Thrive::from_slug(slug)).collect();
    guard(record.crisis.is_some(), needs, thrive, names)
}

/// The same of a record.
pub fn is_guarded_record(record: &ListingRecord) -> bool {
    why_record(record).is_some()
}

fn guard<'a>(
    is_crisis: bool,
    needs: Choices<Need>,
    thrive: Choices<Thrive>,
    names: impl Iterator<Item = &'a str>,
) -> Option<Guard> {
    if is_crisis {
        return Some(Guard::Crisis);
    }
    let mut is_hub = false;
    for name in names.map(|name| format!(" {} ", fold_apart(name))) {
        let is_called = |words: &[&str]| words.iter().any(|words| name.contains(&format!(" {words} ")));
        if is_called(&CAMHS) {
            return Some(Guard::Camhs);
        }
        is_hub |= is_called(&HUBS);
    }
    match (is_hub, needs.contains(Need::Suicide), thrive.contains(Thrive::RiskSupport)) {
        (true, ..) => Some(Guard::Safeguarding),
        (_, true, _) => Some(Guard::Suicide),
        (_, _, true) => Some(Guard::Risk),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, needs: &[&str], thrive: &[&str], crisis: bool, expected: Option<Guard>) {
        let slugs = |slugs: &[&str]| slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
        let crisis = crisis.then(|| "made-up".to_owned());
        let (needs, thrive) = (slugs(needs), Some(slugs(thrive)));
        let record = ListingRecord { name: name.to_owned(), needs, thrive, crisis, ..ListingRecord::default() };
        assert_eq!(why_record(&record), expected, "{name}");
    }

    #[test]
    fn a_tick_is_not_enough_where_a_life_may_hang_on_it() {
        check("Made-up line", &["sleep"], &[], true, Some(Guard::Crisis));
        check("Havering CAMHS", &["sleep"], &[], false, Some(Guard::Camhs));
        check("Child & Adolescent Mental Health Service", &[], &[], false, Some(Guard::Camhs));
        check("Made-up MASH", &[], &[], false, Some(Guard::Safeguarding));
        check("Children’s Social Care", &[], &[], false, Some(Guard::Safeguarding));
        check("Made-up club", &["suicide", "sleep"], &[], false, Some(Guard::Suicide));
        check("Made-up club", &["sleep"], &["getting-risk-support"], false, Some(Guard::Risk));
        check("Made-up club", &["sleep", "self-harm"], &["getting-help"], false, None);
        check("The Mashed Potato Club", &[], &[], false, None);
    }
}
