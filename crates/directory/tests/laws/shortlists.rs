//! A list that somebody sends: what is written is read, whatever else is in the
//! link is named, and nothing in it panics.

use crate::made_up::{directory_of, records};
use directory::Directory;
use directory::id::ListingId;
use directory::listing::Standing;
use directory::record::ListingRecord;
use directory::shortlist::{Code, Entry, KEY, LETTERS, MOST, Shortlist, Way};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// A directory in which every third entry had another id before.
fn directory(mut records: Vec<ListingRecord>) -> Directory {
    for (at, record) in records.iter_mut().enumerate().filter(|(at, _)| at % 3 == 0) {
        record.former_slugs = vec![format!("before-{at}")];
    }
    directory_of(&records)
}

/// The ids of all that is shown, by any of their names.
fn shown(directory: &Directory) -> Vec<ListingId> {
    let shown = directory.listings().iter().filter(|listing| listing.standing != Standing::Held);
    shown.flat_map(|listing| [vec![listing.id.clone()], listing.former_slugs.clone()].concat()).collect()
}

fn some(ids: &[ListingId], picks: &[Index]) -> Shortlist {
    let pick = |pick: &Index| (!ids.is_empty()).then(|| ids[pick.index(ids.len())].as_str());
    Shortlist::of(picks.iter().filter_map(pick))
}

/// What one does to a list.
fn steps() -> impl Strategy<Value = Vec<(u8, Index)>> {
    vec((0_u8..5, any::<Index>()), 0..200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_list_that_is_sent_arrives_as_it_is(records in records(90), picks in vec(any::<Index>(), 0..70)) {
        let directory = directory(records);
        let sent = some(&shown(&directory), &picks);
        let link = sent.write();
        let read = directory.read_list(&link);
        // What was saved by an id of before arrives by the present one.
        let now = sent.ids().iter().filter_map(|id| directory.find(id).listing()).map(|listing| listing.id.as_str());
        prop_assert_eq!(&read.list, &Shortlist::of(now));
        prop_assert_eq!((read.unknown, read.beyond, read.dropped.len()), (0, 0, 0));
        prop_assert_eq!(read.is_list(), !sent.ids().is_empty());
        // One list has one link.
        prop_assert_eq!(&directory.read_list(&read.list.write()).list, &read.list);
        // Nothing of an id stands in it, and nothing that an address would have to escape.
        let is_plain = |byte: u8| LETTERS.contains(&byte) || byte == b',';
        prop_assert!(link.strip_prefix("list=").unwrap_or_default().bytes().all(is_plain), "{}", link);
        // The ids themselves are read as well, also with `%2C` between them.
        for between in [",", "%2C", "%2c"] {
            let ids: Vec<_> = sent.ids().iter().map(ListingId::as_str).collect();
            prop_assert_eq!(&directory.read_list(&format!("{KEY}={}", ids.join(between))).list, &read.list);
        }
    }

    #[test]
    fn no_link_of_a_list_panics_and_each_part_of_it_is_counted(
        records in records(90),
        words in vec(prop_oneof!["[a-z0-9]{6}", "listing-[0-9]{1,2}", "before-[0-9]{1,2}", ".{0,12}", "[%,&=#]{0,4}"], 0..80),
        around in "(list=|x=|list=list=|&)?",
    ) {
        let directory = directory(records);
        let fragment = format!("{around}{}", words.join(","));
        let read = directory.read_list(&fragment);
        prop_assert_eq!(read.named, read.list.ids().len() + read.unknown + read.beyond);
        prop_assert!(read.list.ids().len() <= MOST && read.unknown_parts.len() <= 8 && read.dropped.len() <= 8);
        prop_assert!(read.beyond == 0 || read.list.is_full());
        prop_assert!(read.unknown_parts.iter().all(|part| part.chars().count() <= 41));
        for id in read.list.ids() {
            prop_assert!(directory.listings().iter().any(|one| one.id == *id && one.standing != Standing::Held));
        }
        prop_assert!(read.renamed.iter().all(|id| !directory.find(id).listing().unwrap().former_slugs.is_empty()));
    }

    #[test]
    fn a_list_never_holds_an_entry_twice_and_never_too_many(steps in steps()) {
        let ids: Vec<_> = (0..80).map(|at| ListingId::new(&format!("entry-{at}")).unwrap()).collect();
        let mut list = Shortlist::default();
        for (step, pick) in steps {
            let (id, before) = (&ids[pick.index(ids.len())], list.clone());
            list = match step {
                0 => list.without(id),
                1 => list.moved(id, Way::Up),
                2 => list.moved(id, Way::Down),
                3 => list.put_back(id, pick.index(60)),
                _ => list.with(id),
            };
            let mut sorted: Vec<_> = list.ids().to_vec();
            sorted.sort();
            sorted.dedup();
            prop_assert!(sorted.len() == list.ids().len() && sorted.len() <= MOST);
            // To take out and put back is to have done nothing.
            if let Some(at) = before.position(id) {
                prop_assert_eq!(before.clone().without(id).put_back(id, at), before.clone());
                prop_assert_eq!(before.clone().moved(id, Way::Up).moved(id, Way::Down).position(id).is_some(), true);
            }
            prop_assert_eq!(before.clone().joined(&before), before);
        }
    }

    #[test]
    fn whatever_a_list_holds_leads_to_an_entry_or_says_that_it_is_gone(records in records(60), words in vec("[a-z0-9-]{1,9}", 0..9)) {
        let directory = directory(records);
        for id in shown(&directory) {
            match directory.entry(&id) {
                Entry::Here(listing, is_old) => {
                    prop_assert!(listing.standing.is_listed());
                    prop_assert_eq!(is_old, listing.id != id);
                }
                Entry::Ended(listing, next) => {
                    prop_assert!(matches!(listing.standing, Standing::Ended(_)));
                    prop_assert!(next.is_none_or(|next| next.id != listing.id));
                }
                Entry::Withdrawn(listing) => {
                    prop_assert!(matches!(listing.standing, Standing::Withdrawn(Some(_))));
                }
                Entry::Gone => prop_assert!(false, "{} is shown", id),
            }
        }
        for id in words.iter().filter_map(|word| ListingId::new(word)) {
            let is_known = directory.find(&id).listing().is_some();
            prop_assert_eq!(matches!(directory.entry(&id), Entry::Gone), !is_known);
        }
    }

    #[test]
    fn a_code_is_six_plain_letters_and_hangs_on_the_id_alone(id in "[a-z0-9-]{1,80}", other in "[a-z0-9-]{1,80}") {
        prop_assert_eq!(Code::of(&id), Code::of(&id));
        prop_assert!(Code::of(&id).as_str().len() == 6 && Code::of(&id).as_str().bytes().all(|b| LETTERS.contains(&b)));
        // Of two at random hardly any are one: one in 387 million.
        prop_assert!(id == other || Code::of(&id) != Code::of(&other));
    }
}

#[test]
fn a_link_says_what_it_names_and_this_directory_has_not() {
    let mut records: Vec<ListingRecord> = Vec::new();
    for (id, standing) in [("one", "active"), ("two", "ended"), ("three", "held"), ("four", "active")] {
        let record = ListingRecord {
            id: id.to_owned(),
            name: id.to_owned(),
            kind: "service".to_owned(),
            standing: standing.to_owned(),
            successor: (id == "two").then(|| "four".to_owned()),
            former_slugs: if id == "four" { vec!["fourth".to_owned()] } else { Vec::new() },
            area: directory::record::ListingAreaRecord { places: vec!["national".to_owned()], ..Default::default() },
            ..ListingRecord::default()
        };
        records.push(record);
    }
    let directory = directory_of(&records);
    let code = |id: &str| Code::of(id).to_string();
    // As it comes out of a message: twice the same, a full stop at the end.
    let link = ["one", "two", "three", "fourth", "one", "nowhere"].map(code).join(",");
    let read = directory.read_list(&format!("list={link}.&then=x"));
    let ids: Vec<_> = read.list.ids().iter().map(ListingId::as_str).collect();
    assert_eq!(ids, ["one", "two", "four"]);
    assert_eq!((read.named, read.unknown, read.beyond), (5, 2, 0));
    assert_eq!(read.unknown_parts, [code("three"), code("nowhere")]);
    assert_eq!(read.renamed.iter().map(ListingId::as_str).collect::<Vec<_>>(), ["four"]);
    assert_eq!(read.dropped.len(), 1);
    let two = ListingId::new("two").unwrap();
    let Entry::Ended(ended, Some(next)) = directory.entry(&two) else { panic!("it has ended") };
    assert_eq!((ended.id.as_str(), next.id.as_str()), ("two", "four"));
    for nothing in ["", "list=", "list", "part", "list=,,,", "age=10"] {
        assert!(!directory.read_list(nothing).is_list(), "{nothing}");
    }
}
