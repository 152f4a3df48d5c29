//! A need at an age has a page exactly where there is something.

use crate::made_up::{directory_of, records};
use directory::Filters;
use directory::age::AgeChoice;
use directory::filters::Choice;
use directory::listing::Listing;
use directory::search::{Outcome, judge};
use directory::vocabulary::{Audience, Need};
use proptest::prelude::*;

fn is_for_families(listing: &Listing) -> bool {
    let families = [Audience::Parent, Audience::YoungPerson];
    let speaks_to_them = listing.audience.is_empty() || families.iter().any(|one| listing.audience.contains(*one));
    listing.standing.is_listed() && speaks_to_them
}

proptest! {
    // Each case asks every pair of a need and an age.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_need_at_an_age_is_missing_only_where_nothing_that_names_it_could_fit(records in records(12)) {
        let directory = directory_of(&records);
        let areas = &directory.site.areas;
        let pairs: Vec<_> = directory.pairs().collect();
        for need in Need::for_families() {
            for age in AgeChoice::groups() {
                let filters = Filters::default().toggled(Choice::Need(need)).toggled(Choice::Age(age));
                let could_fit = |one: &Listing| {
                    one.needs.contains(need) && matches!(judge(one, filters, areas).0, Outcome::Fits | Outcome::May)
                };
                let is_there = directory.listings().iter().any(|one| is_for_families(one) && could_fit(one));
                prop_assert_eq!(pairs.contains(&(need, age)), is_there, "{:?} {:?}", need, age);
            }
        }
    }
}
