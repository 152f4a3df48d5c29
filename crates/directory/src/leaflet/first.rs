//! Whom a leaflet names: a few, whom a family can ask first.
//!
//! Paper is kept for years and passed on, so it names nobody of whom it is in
//! doubt that they still run or take people. First comes whom a family can ask
//! by itself and call or text; then of whom the ages are known, since what says
//! nothing of children may be for adults; of equals, the order is that of every
//! list.

use crate::area::Place;
use crate::catalogue::Directory;
use crate::closed::Choices;
use crate::fact::Answer;
use crate::filters::{Choice, Filters};
use crate::listing::{AvailabilityState, Listing, Standing};
use crate::referral::Referral;
use crate::search::{Query, Row};
use crate::vocabulary::{Asker, Need};

/// The most that a leaflet names for everybody.
const MOST: usize = 3;
/// The most that it names in one area.
const MOST_IN_AREA: usize = 2;

/// Whom a leaflet names.
#[derive(Clone, Debug, Default)]
pub struct ToAsk<'a> {
    /// In each area that a family can choose, in the order people see.
    pub areas: Vec<(Place, Vec<&'a Listing>)>,
    /// Wherever a family lives.
    pub everywhere: Vec<&'a Listing>,
    /// For any worry: who gives advice today. `None`: nobody else than above.
    pub advice: Option<&'a Listing>,
}

impl ToAsk<'_> {
    /// Whether nobody is known who helps with the need itself.
    pub fn is_empty(&self) -> bool {
        self.everywhere.is_empty() && self.areas.iter().all(|(_, some)| some.is_empty())
    }
}

impl Directory {
    /// Whom a leaflet about a need names.
    pub fn to_ask_first(&self, need: Need) -> ToAsk<'_> {
        let areas = &self.site.areas;
        let places: Vec<_> = areas.choices().filter(|place| *place != Place::Elsewhere).collect();
        let chosen = Filters::default().toggled(Choice::Need(need));
        let serves_all = |listing: &&Listing| {
            let is_there = |place: &Place| listing.area.serves(*place, areas) == Answer::Yes;
            listing.area.is_national || places.len() > 1 && places.iter().all(is_there)
        };
        let at = |place: &Place| self.ranked(need, chosen.toggled(Choice::Area(*place)));
        // What serves all places serves the first; with no place chosen nothing
        // local is known to fit.
        let first = places.first().map_or_else(|| self.ranked(need, chosen), at);
        let everywhere = first.into_iter().filter(serves_all).take(MOST).collect();
        let of = |place: &Place| {
            let here = at(place);
            (*place, here.into_iter().filter(|one| !serves_all(one)).take(MOST_IN_AREA).collect())
        };
        let mut to_ask = ToAsk { areas: places.iter().map(of).collect(), everywhere, advice: None };
        let advice = self.advice();
        let is_named = |listing: &Listing| {
            let all = to_ask.areas.iter().flat_map(|(_, some)| some).chain(&to_ask.everywhere);
            all.into_iter().any(|one| one.id == listing.id)
        };
        let advice = advice.filter(|listing| may_be_named(need, listing) && !is_named(listing));
        to_ask.advice = advice;
        to_ask
    }

    /// What fits and may stand on paper, first whom one can ask at once.
    fn ranked(&self, need: Need, filters: Filters) -> Vec<&Listing> {
        let found = self.search(Query { filters, ..Query::default() });
        let all = found.fits.iter().filter_map(|row: &Row| self.at(*row)).filter(|listing| may_be_named(need, listing));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|listing| (!can_be_asked_at_once(listing), listing.ages.is_none()));
        all
    }
}

/// Whether a listing may stand on paper as somebody to ask about a need. A place
/// where danger is reported is asked first about danger alone; one that only its
/// own team can ask, by no family.
fn may_be_named(need: Need, listing: &Listing) -> bool {
    let is_for_danger = listing.referral() == Referral::Safeguarding && need != Need::AbuseSafety;
    let askers = listing.access.askers.as_ref().map(|askers| askers.value);
    let is_for_known = askers.is_some_and(|askers| askers == Choices::default().with(Asker::Known));
    !is_for_danger
        && !is_for_known
        && listing.standing == Standing::Active
        && listing.kind.is_help()
        && listing.is_for_families()
        && listing.crisis_route.is_none()
        && !listing.contacts.is_empty()
        && listing.availability.state != Some(AvailabilityState::Paused)
}

/// Whether a family can ask by itself, and call or text.
fn can_be_asked_at_once(listing: &Listing) -> bool {
    let family = Choices::default().with(Asker::Parent).with(Asker::YoungPerson).with(Asker::TurnUp);
    let askers = listing.access.askers.as_ref();
    let has_number = !listing.contacts.phones.is_empty() || !listing.contacts.texts.is_empty();
    has_number && askers.is_some_and(|askers| askers.value.meets(family))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use serde_json::{Value, json};

    /// A listing on sleep that a parent can call, with these fields instead.
    fn listing(id: &str, place: &str, fields: Value) -> Value {
        let mut record = json!({
            "id": id, "name": id, "kind": "service", "standing": "active", "audience": ["parent"], "needs": ["sleep"],
            "area": {"places": [place]}, "contacts": {"phones": [{"number": "0300 000 0000"}]},
            "access": {"who": ["parent"]},
        });
        for (name, value) in fields.as_object().into_iter().flatten() {
            record[name] = value.clone();
        }
        record
    }

    /// Whom the leaflet on sleep names: in the first area, in the second,
    /// everywhere, for any worry.
    fn check(listings: &[Value], expected: [&[&str]; 4]) {
        let area = |slug: &str, within: Option<&str>, choice: bool| json!({"slug": slug, "label": slug, "within": within, "choice": choice, "next_step": "Ask your GP."});
        let areas = [area("one", Some("shire"), true), area("two", Some("shire"), true), area("shire", None, false)];
        let site = json!({"areas": areas, "advice": "advice"});
        let advice = listing("advice", "national", json!({"needs": ["general"]}));
        let listings: Vec<_> = [&advice].into_iter().chain(listings).collect();
        let bundle = json!({"format": 1, "made": "", "site": site, "crisis": {}, "words": {}, "listings": listings});
        let today = Day::read("2026-11-21").unwrap();
        let (directory, _) = Directory::read(&bundle.to_string(), today).unwrap();
        let to_ask = directory.to_ask_first(Need::Sleep);
        let ids = |all: &[&Listing]| all.iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
        let mut named: Vec<_> = to_ask.areas.iter().map(|(_, some)| ids(some)).collect();
        named.extend([ids(&to_ask.everywhere), ids(to_ask.advice.as_slice())]);
        assert_eq!(named, expected);
        assert_eq!(to_ask.is_empty(), expected[..3].iter().all(|some| some.is_empty()));
    }

    #[test]
    fn each_area_has_its_own_and_what_serves_all_of_them_stands_once() {
        let listings = [
            listing("a-one", "one", json!({})),
            listing("b-two", "two", json!({})),
            listing("c-both", "shire", json!({})),
            listing("d-all", "national", json!({})),
        ];
        check(&listings, [&["a-one"], &["b-two"], &["c-both", "d-all"], &["advice"]]);
        check(&[], [&[], &[], &[], &["advice"]]);
    }

    #[test]
    fn whom_a_family_can_call_by_itself_comes_first_and_few_are_named() {
        let school = json!({"access": {"who": ["school"]}});
        let silent = json!({"contacts": {"web": "https://example.org/"}});
        let national = |id: &str, fields: Value| listing(id, "national", fields);
        let listings = [
            national("a-school", school),
            national("b-silent", silent),
            national("c-calls", json!({})),
            national("d-texts", json!({"contacts": {"texts": [{"number": "85258"}]}})),
            listing("e-local", "one", json!({})),
            listing("f-local", "one", json!({})),
            listing("g-local", "one", json!({})),
        ];
        check(&listings, [&["e-local", "f-local"], &[], &["c-calls", "d-texts", "a-school"], &["advice"]]);
    }

    #[test]
    fn whose_ages_are_known_comes_before_what_may_be_for_adults() {
        let silent = |id: &str, fields: Value| {
            let mut one = listing(id, "national", fields);
            one["contacts"] = json!({"web": "https://example.org/"});
            one
        };
        let ages = json!({"ages": {"from": 5, "to": 18}});
        let listings =
            [silent("a-silent", json!({})), silent("b-silent", ages), listing("c-calls", "national", json!({}))];
        check(&listings, [&[], &[], &["c-calls", "b-silent", "a-silent"], &["advice"]]);
    }

    #[test]
    fn nobody_is_named_of_whom_it_is_in_doubt_that_they_can_be_asked() {
        for fields in [
            json!({"standing": "doubtful", "doubt": "Old page."}),
            json!({"standing": "ended", "successor": "none-known"}),
            json!({"standing": "held"}),
            json!({"contacts": {}}),
            json!({"kind": "resource"}),
            json!({"kind": "training"}),
            json!({"audience": ["staff"]}),
            json!({"availability": {"state": "paused"}}),
            json!({"needs": ["bullying"]}),
            json!({"needs": ["general"]}),
            json!({"needs": ["sleep", "abuse-safety"], "thrive": []}),
            json!({"access": {"who": ["known"]}}),
        ] {
            check(&[listing("out", "national", fields)], [&[], &[], &[], &["advice"]]);
        }
        let limited = json!({"area": {"places": ["one"], "coverage": "only where the school pays"}});
        check(&[listing("out", "one", limited)], [&[], &[], &[], &["advice"]]);
    }
}
