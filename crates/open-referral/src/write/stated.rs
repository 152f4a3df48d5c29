//! An entry without what is only our own reading, for those who cannot read on
//! whose word a field stands.

use super::attributes::given;
use directory::record::{AccessRecord, ListingAreaRecord, ListingRecord};

/// Takes a field out of an entry.
type TakeOut = fn(&mut ListingRecord);

/// The same with the fields that some source states, and without our sorting;
/// and the fields that were taken out. What an entry must have stays: its name,
/// kind and summary, and how to get in touch.
#[must_use]
pub fn stated_alone(record: &ListingRecord) -> (ListingRecord, Vec<&'static str>) {
    let is = |field: &str| record.stated.iter().any(|stated| stated == field);
    let mut alone = record.clone();
    let parts: [(&str, TakeOut); 12] = [
        ("provider", |one| one.provider = None),
        ("eligibility", |one| one.eligibility = None),
        ("ages", |one| {
            one.ages = None;
            one.ages_extended.clear();
        }),
        ("needs", |one| one.needs.clear()),
        ("thrive", |one| one.thrive = None),
        ("audience", |one| one.audience.clear()),
        ("area", |one| one.area = ListingAreaRecord::default()),
        ("access", |one| one.access = AccessRecord::default()),
        ("hours", |one| {
            one.hours = None;
            one.opening.clear();
        }),
        ("cost", |one| one.cost = None),
        ("formats", |one| one.formats = None),
        ("training", |one| one.training = None),
    ];
    let given: Vec<_> = given(record).collect();
    let mut taken = Vec::new();
    for (field, take_out) in parts {
        if !is(field) {
            take_out(&mut alone);
            taken.extend(given.contains(&field).then_some(field));
        }
    }
    (alone, taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::AgesRecord;

    #[test]
    fn what_no_source_states_stays_here() {
        let record = ListingRecord {
            name: "A".to_owned(),
            ages: Some(AgesRecord { from: Some(5), to: Some(11) }),
            hours: Some("all day".to_owned()),
            needs: vec!["sleep".to_owned()],
            stated: vec!["hours".to_owned()],
            ..ListingRecord::default()
        };
        let (alone, taken) = stated_alone(&record);
        assert_eq!(taken, ["ages", "needs"]);
        assert!(alone.ages.is_none() && alone.needs.is_empty());
        assert_eq!((alone.name.as_str(), alone.hours.as_deref()), ("A", Some("all day")));
    }
}
