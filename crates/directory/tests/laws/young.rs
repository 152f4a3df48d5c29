//! What a young person is offered: nothing that would send a child away.

use crate::made_up::{directory_of, records};
use directory::fact::Basis;
use directory::vocabulary::{Asker, Audience};
use directory::young::{OwnWay, own_listings, own_way};
use proptest::prelude::*;

proptest! {
    #[test]
    fn nothing_is_offered_to_a_child_that_no_source_offers_them(records in records(30)) {
        let directory = directory_of(&records);
        for listing in directory.listings() {
            let Some(way) = own_way(listing) else { continue };
            prop_assert!(listing.standing.is_listed() && listing.audience.contains(Audience::YoungPerson));
            prop_assert!(!listing.contacts.is_empty());
            let askers = listing.access.askers.as_ref().unwrap();
            let is_alone = askers.value.contains(Asker::YoungPerson) || askers.value.contains(Asker::TurnUp);
            prop_assert!(is_alone);
            if let OwnWay::Child(from) = way {
                let is_age_stated = listing.ages.as_ref().is_some_and(|ages| ages.basis == Basis::Stated);
                prop_assert!(from < 13 && askers.basis == Basis::Stated && is_age_stated);
            }
        }
        let own = own_listings(directory.listings());
        prop_assert!(own.windows(2).all(|pair| pair[0].0.step() <= pair[1].0.step()));
        prop_assert_eq!(own.len(), directory.listings().iter().filter(|one| own_way(one).is_some()).count());
    }
}
