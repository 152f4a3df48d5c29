use super::*;
use crate::finding::Findings;
use crate::record::{CheckRecord, ListingRecord, listing};

fn day(iso: &str) -> Day {
    Day::read(iso).expect("a day of the calendar")
}

fn entry(id: &str, standing: &str, checked: Option<&str>) -> Listing {
    let check = |on: &str| CheckRecord {
        on: on.to_owned(),
        by: "coordinator".to_owned(),
        means: "called".to_owned(),
        ..CheckRecord::default()
    };
    let successor = (standing == "ended").then(|| "none-known".to_owned());
    let record = ListingRecord {
        format: Some(1),
        id: id.to_owned(),
        name: format!("The {id}"),
        kind: "service".to_owned(),
        standing: standing.to_owned(),
        successor,
        checked: checked.map(check),
        ..ListingRecord::default()
    };
    listing(record, &mut Findings::default()).expect("a sound entry")
}

fn check(checked: Option<&str>, today: &str, expected: State) {
    let state = State::of(checked.map(day), &Terms::default(), day(today));
    assert_eq!(state, expected, "{checked:?} {today}");
}

#[test]
fn every_entry_is_asked_for_once_a_term() {
    check(Some("2026-09-01"), "2026-09-01", State::Checked);
    check(Some("2026-09-01"), "2026-12-31", State::Checked);
    check(Some("2026-09-01"), "2027-01-01", State::ToCheck);
    check(Some("2026-08-31"), "2026-09-01", State::ToCheck);
    check(Some("2026-04-14"), "2026-09-01", State::Late);
    check(Some("2025-12-31"), "2026-09-01", State::VeryLate);
    check(None, "2026-09-01", State::Never);
}

#[test]
fn a_check_that_is_still_to_come_keeps_nothing_from_being_asked_for() {
    check(Some("2062-11-21"), "2026-11-21", State::Never);
    check(Some("2026-11-22"), "2026-11-21", State::Never);
    check(Some("2026-11-21"), "2026-11-21", State::Checked);
}

#[test]
fn a_state_is_overdue_exactly_where_readers_are_told_so() {
    let terms = Terms::default();
    for checked in ["2024-01-01", "2025-09-01", "2026-01-01", "2026-04-15", "2026-09-01", "2026-11-20"].map(day) {
        for today in ["2026-11-21", "2027-01-01", "2027-04-15", "2028-09-01"].map(day) {
            let is_current = matches!(State::of(Some(checked), &terms, today), State::Checked | State::ToCheck);
            assert_eq!(terms.freshness(Some(checked), today) == Freshness::Current, is_current);
        }
    }
}

#[test]
fn the_most_urgent_comes_first_and_what_is_not_listed_owes_nothing() {
    let entries = [
        entry("fine", "active", Some("2026-10-01")),
        entry("soon", "active", Some("2026-05-01")),
        entry("old", "active", Some("2020-05-01")),
        entry("new", "active", None),
        entry("kept", "held", None),
        entry("gone", "ended", None),
    ];
    let term =
        Term::of([("them", "Them", &entries[..]), ("nobody", "Nobody", &[])], &Terms::default(), day("2026-11-21"));
    assert_eq!(term.shares.len(), 1);
    let share = &term.shares[0];
    let ids: Vec<_> = share.entries.iter().map(|entry| entry.listing.id.as_str()).collect();
    assert_eq!(ids, ["old", "new", "soon", "fine"]);
    assert_eq!((share.owed().count(), share.apart.len()), (3, 1));
    assert_eq!(share.tally().words(), "1 checked this term, 1 to check this term, 1 never checked, 1 very late");
    assert_eq!((share.tally().owed(), share.tally().all()), (3, 4));
    assert_eq!(share.entries[2].late_from, Some(day("2027-01-01")));
    assert_eq!(term.words(), "1 September 2026 to 31 December 2026");
}

#[test]
fn a_partner_who_has_checked_everything_is_not_among_those_who_owe() {
    let (done, owed) = ([entry("a", "active", Some("2026-10-01"))], [entry("b", "active", None)]);
    let partners = [("done", "Done", &done), ("owing", "Owing", &owed)];
    let term = Term::of(partners, &Terms::default(), day("2026-11-21"));
    assert_eq!(term.owing().map(|share| share.id).collect::<Vec<_>>(), ["owing"]);
    assert_eq!(term.tally().all(), 2);
}

#[test]
fn the_picture_is_sound_xml_with_every_name_and_number_in_words() {
    let entries = [entry("a", "active", Some("2020-01-01")), entry("b", "active", Some("2026-10-01"))];
    for count in [0, 1, 3, 60] {
        let names: Vec<_> =
            (0..count).map(|at| format!("Partner {at} <&> \u{7}\u{ffff} of a name as long as these")).collect();
        let partners = names.iter().map(|name| ("id", name.as_str(), &entries));
        let term = Term::of(partners, &Terms::default(), day("2026-11-21"));
        let picture = term.picture("Made up for tests & more");
        let document = roxmltree::Document::parse(&picture).expect("sound XML");
        let root = document.root_element();
        assert_eq!(root.attribute("aria-labelledby"), Some("title told"));
        let texts: Vec<_> =
            root.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect();
        for at in 0..count {
            assert!(texts.contains(&format!("Partner {at} <&>  of a name as long as these").as_str()), "{at}");
        }
        let told = format!("{count} very late: ");
        assert!(texts.iter().any(|text| text.starts_with(&told)), "{told}");
        assert!(!picture.contains('#') || picture.matches('#').count() == picture.matches("url(#").count(), "a colour");
    }
}
