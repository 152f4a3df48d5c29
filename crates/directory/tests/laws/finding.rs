//! A search finds what the rule says of each listing, and counts it.

use crate::made_up::{directory_of, filters, records};
use directory::age::AgeChoice;
use directory::area::{Area, Areas, Places};
use directory::closed::{Choices, Closed};
use directory::fact::Answer;
use directory::filters::{Choice, Filters, GROUPS, Group, options};
use directory::freshness::Freshness;
use directory::listing::{Listing, Standing};
use directory::search::{Column, Found, Outcome, Query, Row, Sort, View, judge};
use directory::vocabulary::{Asker, Audience, Need};
use directory::{Directory, listing};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn view() -> impl Strategy<Value = View> {
    prop_oneof![Just(View::Families), Just(View::Staff)]
}

fn is_seen(listing: &Listing, view: View) -> bool {
    let is_for_families = listing.audience.is_empty()
        || listing.audience.contains(Audience::Parent)
        || listing.audience.contains(Audience::YoungPerson);
    listing.standing.is_listed() && (view == View::Staff || is_for_families)
}

/// Those that a view shows and of which the rule says this.
fn judged(directory: &Directory, filters: Filters, view: View, outcome: Outcome) -> BTreeSet<&str> {
    let areas = &directory.site.areas;
    let seen = directory.listings().iter().filter(|listing| is_seen(listing, view));
    seen.filter(|one| judge(one, filters, areas).0 == outcome).map(|one| one.id.as_str()).collect()
}

fn ids<'a>(directory: &'a Directory, rows: &[Row]) -> Vec<&'a str> {
    rows.iter().map(|row| directory.at(*row).unwrap().id.as_str()).collect()
}

fn set<'a>(directory: &'a Directory, rows: &[Row]) -> BTreeSet<&'a str> {
    let all: BTreeSet<_> = ids(directory, rows).into_iter().collect();
    assert_eq!(all.len(), rows.len(), "a listing is found once");
    all
}

fn shown(found: &Found) -> BTreeSet<Row> {
    found.fits.iter().chain(&found.any).chain(&found.may).copied().collect()
}

/// The binding words once more, as plainly as can be, to hold the rule to.
mod in_plain_words {
    use super::*;

    fn group<T: Closed>(chosen: Choices<T>, known: Option<Choices<T>>) -> Answer {
        if chosen.is_empty() {
            return Answer::Yes;
        }
        match known {
            None => Answer::NotKnown,
            Some(known) => {
                if chosen.iter().any(|one| known.contains(one)) {
                    Answer::Yes
                } else {
                    Answer::No
                }
            }
        }
    }

    fn age(listing: &Listing, chosen: Choices<AgeChoice>) -> Answer {
        let Some(ages) = &listing.ages else {
            return if chosen.is_empty() { Answer::Yes } else { Answer::NotKnown };
        };
        let years: BTreeSet<u8> = chosen.iter().flat_map(|one| one.years().iter().collect::<Vec<_>>()).collect();
        let takes = |year: &u8| (ages.value.youngest()..=ages.value.oldest()).contains(year);
        let takes_some =
            |year: &u8| listing.ages_extended.iter().any(|more| (ages.value.oldest()..=more.to).contains(year));
        if chosen.is_empty() || years.iter().any(takes) {
            Answer::Yes
        } else if years.iter().any(takes_some) {
            Answer::NotKnown
        } else {
            Answer::No
        }
    }

    fn area(area: &Area, chosen: Places, areas: &Areas) -> Answer {
        let has = |slug: &str| area.places.iter().any(|place| place == slug);
        let answer = if area.is_national {
            Answer::Yes
        } else if chosen.is_empty() || area.places.is_empty() {
            Answer::NotKnown
        } else {
            let one = |slug: &str| match slug {
                "havering" if has("havering") || has("london") => Answer::Yes,
                "havering" if has("harold-hill") => Answer::NotKnown,
                "southwark" if has("southwark") || has("london") => Answer::Yes,
                "kent" if has("kent") => Answer::Yes,
                "elsewhere" if has("london") || has("nowhere-we-know") => Answer::NotKnown,
                _ => Answer::No,
            };
            let slugs = areas.choices().filter(|place| chosen.contains(*place)).map(|place| areas.slug(place));
            slugs.map(one).fold(Answer::No, Answer::or)
        };
        if area.is_limited() && answer == Answer::Yes { Answer::NotKnown } else { answer }
    }

    pub(super) fn outcome(listing: &Listing, filters: Filters, areas: &Areas) -> Outcome {
        let mut askers = listing.access.askers.as_ref().map(|fact| fact.value);
        if let Some(known) = askers.filter(|known| known.contains(Asker::TurnUp)) {
            askers = Some(known.with(Asker::Parent).with(Asker::YoungPerson));
        }
        let needs = if listing.needs.is_empty() { None } else { Some(listing.needs) };
        let exact = group(filters.need, needs);
        let is_worry = filters.need.iter().any(|need| Need::for_families().any(|one| one == need));
        let is_any = exact != Answer::Yes && is_worry && listing.needs.contains(Need::General);
        let answers = [
            age(listing, filters.age),
            if is_any { Answer::Yes } else { exact },
            group(filters.thrive, listing.thrive),
            area(&listing.area, filters.area, areas),
            group(filters.access, askers),
            group(filters.format, listing.format.as_ref().map(|fact| fact.value)),
            group(filters.cost, listing.cost.as_ref().map(|fact| [fact.value.kind].into_iter().collect())),
            group(filters.kind, Some([listing.kind].into_iter().collect())),
        ];
        if answers.contains(&Answer::No) {
            Outcome::No
        } else if answers.contains(&Answer::NotKnown) {
            Outcome::May
        } else if is_any {
            Outcome::AnyWorry
        } else {
            Outcome::Fits
        }
    }
}

/// Whether one listing must stand before another: a contact, no doubt, and
/// nothing very late come first.
pub(crate) fn stands_last(directory: &Directory, listing: &Listing) -> (bool, bool, bool) {
    let is_doubtful = matches!(listing.standing, Standing::Doubtful(_));
    (listing.contacts.is_empty(), is_doubtful, directory.freshness(listing) == Freshness::VeryLate)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_rule_is_what_the_vocabulary_says(records in records(12), filters in filters()) {
        let directory = directory_of(&records);
        for listing in directory.listings() {
            let (outcome, reasons) = judge(listing, filters, &directory.site.areas);
            prop_assert_eq!(outcome, in_plain_words::outcome(listing, filters, &directory.site.areas));
            prop_assert_eq!(reasons.is_empty(), outcome != Outcome::May, "{:?}", reasons);
        }
    }

    #[test]
    fn a_search_finds_what_the_rule_says_of_each_listing(records in records(30), filters in filters(), view in view()) {
        let directory = directory_of(&records);
        for sort in [Sort::Best, Sort::Up(Column::Name)] {
            let found = directory.search(Query { filters, view, sort, ..Query::default() });
            prop_assert_eq!(set(&directory, &found.fits), judged(&directory, filters, view, Outcome::Fits));
            prop_assert_eq!(set(&directory, &found.any), judged(&directory, filters, view, Outcome::AnyWorry));
            prop_assert_eq!(set(&directory, &found.may), judged(&directory, filters, view, Outcome::May));
        }
    }

    #[test]
    fn each_count_is_of_what_fits_with_this_option_alone_in_its_group(
        records in records(30),
        filters in filters(),
        view in view(),
    ) {
        let directory = directory_of(&records);
        let counts = directory.search(Query { filters, view, ..Query::default() }).counts;
        for group in GROUPS {
            for choice in options(group, &directory.site.areas) {
                let alone = filters.lifted(group).toggled(choice);
                let fit = judged(&directory, alone, view, Outcome::Fits).len();
                prop_assert_eq!(counts.of(choice), fit, "{:?}", choice);
            }
        }
        prop_assert_eq!(counts.of(Choice::Need(Need::General)), 0);
    }

    #[test]
    fn a_choice_in_an_empty_group_never_adds_and_one_more_in_a_group_never_removes(
        records in records(30),
        filters in filters(),
        group in 0..8_usize,
        option in any::<prop::sample::Index>(),
        view in view(),
    ) {
        let directory = directory_of(&records);
        let all: Vec<_> = options(GROUPS[group], &directory.site.areas).collect();
        let choice = all[option.index(all.len())];
        let filters = if filters.contains(choice) { filters.toggled(choice) } else { filters };
        let search = |filters| directory.search(Query { filters, view, ..Query::default() });
        let (before, after) = (search(filters), search(filters.toggled(choice)));
        if filters == filters.lifted(GROUPS[group]) {
            prop_assert!(shown(&after).is_subset(&shown(&before)));
        } else {
            prop_assert!(shown(&before).is_subset(&shown(&after)));
            prop_assert!(before.fits.iter().all(|row| after.fits.contains(row)));
        }
    }

    #[test]
    fn the_order_of_the_file_does_not_matter(records in records(20), filters in filters(), middle in 0..20_usize) {
        let mut turned = records.clone();
        turned.rotate_left(middle.min(records.len()));
        turned.reverse();
        let (one, two) = (directory_of(&records), directory_of(&turned));
        let query = Query { filters, view: View::Staff, ..Query::default() };
        let (first, second) = (one.search(query), two.search(query));
        prop_assert_eq!(ids(&one, &first.fits), ids(&two, &second.fits));
        prop_assert_eq!(ids(&one, &first.any), ids(&two, &second.any));
        prop_assert_eq!(ids(&one, &first.may), ids(&two, &second.may));
    }

    #[test]
    fn nothing_without_a_contact_stands_above_what_has_one_and_what_is_very_late_stands_last(
        records in records(30),
        filters in filters(),
        is_asked in any::<bool>(),
    ) {
        let directory = directory_of(&records);
        let question = directory.read_question("sleep worry school").filter(|_| is_asked);
        let query = Query { filters, view: View::Staff, question: question.as_ref(), ..Query::default() };
        let found = directory.search(query);
        for rows in [&found.fits, &found.any, &found.may] {
            // What a question names stands first all the same.
            let unnamed = rows.iter().filter(|row| !question.as_ref().is_some_and(|question| question.names(**row)));
            let order: Vec<_> = unnamed.map(|row| stands_last(&directory, directory.at(*row).unwrap())).collect();
            prop_assert!(order.is_sorted(), "{:?}", order);
        }
    }

    #[test]
    fn a_question_only_narrows_what_was_chosen(records in records(20), filters in filters(), view in view()) {
        let directory = directory_of(&records);
        let question = directory.read_question("self harm");
        let all = directory.search(Query { filters, view, ..Query::default() });
        let asked = directory.search(Query { filters, view, question: question.as_ref(), ..Query::default() });
        prop_assert!(asked.fits.iter().all(|row| all.fits.contains(row)));
        prop_assert!(shown(&asked).is_subset(&shown(&all)));
    }

    #[test]
    fn the_group_to_lift_gives_what_it_promises_and_none_gives_more(
        records in records(20),
        filters in filters(),
        view in view(),
    ) {
        let directory = directory_of(&records);
        let query = Query { filters, view, ..Query::default() };
        let given = |group: Group| directory.search(Query { filters: filters.lifted(group), ..query }).to_try();
        let most = GROUPS.into_iter().map(given).max().unwrap_or(0);
        match directory.best_to_lift(query) {
            Some((group, count)) => prop_assert_eq!((count, count), (given(group), most)),
            None => prop_assert!(most <= directory.search(query).to_try()),
        }
    }

    #[test]
    fn what_is_similar_is_shown_can_be_reached_and_is_another(records in records(20), view in view()) {
        let directory = directory_of(&records);
        for listing in directory.listings() {
            let similar: Vec<&listing::Listing> = directory.similar(listing, view, 4);
            prop_assert!(similar.len() <= 4);
            for other in similar {
                prop_assert!(is_seen(other, view) && !other.contacts.is_empty() && other.id != listing.id);
                prop_assert!(other.needs.meets(listing.needs));
            }
        }
    }

    #[test]
    fn what_is_held_or_ended_is_found_by_no_search(records in records(20), filters in filters()) {
        let directory = directory_of(&records);
        let found = directory.search(Query { filters, view: View::Staff, ..Query::default() });
        for row in shown(&found) {
            prop_assert!(directory.at(row).unwrap().standing.is_listed());
        }
    }
}
