//! What a young person can reach by themselves, and from what age.
//!
//! A child who asks for help and is sent away may not ask again. So a listing
//! is offered to those under 13 only where a source says that they may ask;
//! what is our own reading is offered from 13, and what is not known says so.

use crate::closed::Choices;
use crate::crisis::{Crisis, Group, Route};
use crate::fact::Basis;
use crate::listing::{Listing, Standing};
use crate::vocabulary::{Asker, Audience};
use crate::words::fold;

/// The age from which our own reading is enough; below it a source must say so.
const OWN_READING_FROM: u8 = 13;

/// The age from which somebody is no young person but an adult.
const ADULT: u8 = 18;

/// From what age a young person can ask by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWay {
    /// From this age, which is under 13: a source says so.
    Child(u8),
    /// From this age, 13 to 15.
    Teenager(u8),
    /// From this age, 16 or 17.
    Older(u8),
    /// Nobody knows from what age: ask them.
    NotKnown,
}

impl OwnWay {
    /// Its place among the four, the youngest first.
    pub fn step(self) -> usize {
        match self {
            Self::Child(_) => 0,
            Self::Teenager(_) => 1,
            Self::Older(_) => 2,
            Self::NotKnown => 3,
        }
    }
}

/// From what age a young person can ask for a listing by themselves. `None`: it
/// is not theirs to ask for, it cannot be reached, it is a crisis line (those
/// stand before everything else), or it is nothing that helps.
pub fn own_way(listing: &Listing) -> Option<OwnWay> {
    let alone = Choices::default().with(Asker::YoungPerson).with(Asker::TurnUp);
    let askers = listing.access.askers.as_ref().filter(|askers| askers.value.meets(alone))?;
    let is_theirs = listing.audience.contains(Audience::YoungPerson)
        && listing.standing.is_listed()
        && listing.kind.is_help()
        && listing.crisis_route.is_none()
        && !listing.contacts.is_empty();
    if !is_theirs {
        return None;
    }
    let Some((from, is_stated)) = first_age(listing, askers.basis) else { return Some(OwnWay::NotKnown) };
    let from = if is_stated { from } else { from.max(OWN_READING_FROM) };
    if last_age(listing).is_some_and(|last| last < from) {
        return None;
    }
    match from {
        0..OWN_READING_FROM => Some(OwnWay::Child(from)),
        OWN_READING_FROM..16 => Some(OwnWay::Teenager(from)),
        16..ADULT => Some(OwnWay::Older(from)),
        _ => None,
    }
}

/// The youngest age at which somebody can ask alone, and whether a source says
/// so. Of several limits the highest holds.
fn first_age(listing: &Listing, asking: Basis) -> Option<(u8, bool)> {
    let alone = listing.access.youngest_asker;
    let helped = listing.ages.as_ref();
    let limits = [alone, listing.user_ages.map(|ages| ages.youngest()), helped.map(|ages| ages.value.youngest())];
    let from = limits.into_iter().flatten().max()?;
    let is_age_stated = alone.is_some() || helped.is_some_and(|ages| ages.basis == Basis::Stated);
    Some((from, asking == Basis::Stated && is_age_stated))
}

/// The oldest age that is helped, if it is known; a longer reach under a
/// condition counts.
fn last_age(listing: &Listing) -> Option<u8> {
    let helped = listing.ages.as_ref()?.value.oldest();
    let longer = listing.ages_extended.iter().map(|more| more.to);
    let helped = longer.fold(helped, u8::max);
    Some(listing.user_ages.map_or(helped, |ages| ages.oldest().min(helped)))
}

/// The listings that a young person can reach by themselves: by age, what is
/// doubtful after the rest, then by name.
pub fn own_listings(listings: &[Listing]) -> Vec<(OwnWay, &Listing)> {
    let mut own: Vec<_> = listings.iter().filter_map(|one| Some((own_way(one)?, one))).collect();
    let is_doubtful = |listing: &Listing| matches!(listing.standing, Standing::Doubtful(_));
    own.sort_by_cached_key(|(way, listing)| (way.step(), is_doubtful(listing), fold(&listing.name)));
    own
}

/// The routes of the pinned block as a young person needs them: first the
/// children's own line, then what is reached without speaking, then the rest.
pub fn first_routes(crisis: &Crisis) -> Vec<&Route> {
    let own = crisis.block().find(|route| route.group == Group::Children);
    let is_own = |route: &&Route| own.is_some_and(|own| own.id == route.id);
    let place = |route: &&Route| {
        let is_silent = route.contacts.phones.is_empty() && !route.contacts.texts.is_empty();
        (!is_own(route), !is_silent)
    };
    let mut routes: Vec<_> = crisis.block().collect();
    routes.sort_by_key(place);
    routes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::json::Json;
    use crate::record::listing_in;
    use serde_json::{Value, json};

    /// A service that young people can ask, with these fields instead.
    fn check(fields: Value, expected: Option<OwnWay>) {
        let mut record = json!({
            "id": "one", "name": "One", "kind": "service", "standing": "active", "audience": ["young-person"],
            "area": {"places": ["national"]}, "contacts": {"web": "https://example.org"},
            "access": {"who": ["young-person"]},
        });
        for (name, value) in fields.as_object().into_iter().flatten() {
            record[name] = value.clone();
        }
        let text = record.to_string();
        let listing = Json::parse(&text).ok().and_then(|json| listing_in(&json, &mut Findings::default()));
        assert_eq!(listing.map(|listing| own_way(&listing)), Some(expected), "{fields}");
    }

    #[test]
    fn a_child_under_13_is_offered_only_what_a_source_says_they_may_ask_for() {
        let ages = json!({"from": 8, "to": 18});
        check(json!({"ages": ages, "stated": ["access", "ages"]}), Some(OwnWay::Child(8)));
        check(json!({"ages": ages, "stated": ["access"]}), Some(OwnWay::Teenager(13)));
        check(json!({"ages": ages, "stated": ["ages"]}), Some(OwnWay::Teenager(13)));
        check(json!({"ages": {"from": 8, "to": 11}, "stated": ["ages"]}), None);
        let from_ten = json!({"who": ["young-person"], "youngest": 10});
        check(json!({"access": from_ten, "stated": ["access"]}), Some(OwnWay::Child(10)));
        check(json!({"access": from_ten}), Some(OwnWay::Teenager(13)));
        let door = json!({"access": {"who": ["turn-up"]}, "ages": {"from": 0, "to": 17}, "stated": ["access", "ages"]});
        check(door, Some(OwnWay::Child(0)));
    }

    #[test]
    fn the_highest_limit_holds_and_what_is_not_known_says_so() {
        let sixteen = json!({"who": ["young-person"], "youngest": 16});
        let ages = json!({"from": 8, "to": 25});
        check(json!({"access": sixteen, "ages": ages, "stated": ["access", "ages"]}), Some(OwnWay::Older(16)));
        check(json!({"user_ages": {"from": 18, "to": 120}}), None);
        check(
            json!({"user_ages": {"from": 14, "to": 17}, "ages": ages, "stated": ["ages"]}),
            Some(OwnWay::Teenager(14)),
        );
        check(json!({}), Some(OwnWay::NotKnown));
        check(json!({"stated": ["access"]}), Some(OwnWay::NotKnown));
    }

    #[test]
    fn what_they_cannot_reach_by_themselves_is_not_offered() {
        check(json!({"access": {"who": ["parent", "school"]}}), None);
        check(json!({"access": {}}), None);
        check(json!({"standing": "held"}), None);
        check(json!({"standing": "ended", "successor": "none-known"}), None);
        check(json!({"kind": "resource"}), None);
        check(json!({"audience": ["parent"]}), None);
        check(json!({"contacts": {}}), None);
        check(json!({"crisis": "childline"}), None);
    }
}
