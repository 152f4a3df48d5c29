//! The gap map counts what a brute-force count of every entry gives, and each
//! cell opens a list that says the same.

use crate::made_up::{areas, directory_of, records};
use directory::age::AgeChoice;
use directory::area::Place;
use directory::closed::Closed;
use directory::freshness::Freshness;
use directory::gaps::{Cell, GapChoices, GapMap, Layers, Price, kinds};
use directory::listing::{Listing, Standing};
use directory::search::{Outcome, Query, View, judge};
use directory::vocabulary::{Kind, Need, Thrive};
use directory::{Directory, Filters};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn choices() -> impl Strategy<Value = GapChoices> {
    let areas: Vec<Place> = GapChoices::areas(&areas()).collect();
    let layers =
        prop_oneof![Just(Layers::Together), Just(Layers::Each), select(Thrive::ALL.to_vec()).prop_map(Layers::One),];
    let kind = of(select(kinds().collect::<Vec<_>>()));
    let all = (of(select(areas)), layers, kind, of(select(Price::ALL.to_vec())), any::<bool>());
    all.prop_map(|(area, layers, kind, price, is_checked)| GapChoices { area, layers, kind, price, is_checked })
}

/// Every cell, with the layer, the need and the age that it is of.
fn cells(map: &GapMap) -> Vec<(Option<Thrive>, Need, AgeChoice, Cell)> {
    let mut cells = Vec::new();
    for (layer, thrive) in map.layers.iter().enumerate() {
        for need in Need::for_families() {
            cells.extend(AgeChoice::groups().map(|age| (*thrive, need, age, map.cell(layer, need, age))));
        }
    }
    cells
}

/// The cell of one need at one age, counted by asking of every entry.
fn by_hand(directory: &Directory, choices: GapChoices, filters: Filters, need: Need) -> Cell {
    let areas = &directory.site.areas;
    let is_checked = |one: &&Listing| {
        !choices.is_checked || matches!(directory.freshness(one), Freshness::Current | Freshness::Late)
    };
    let mut cell = Cell::default();
    let shown = directory.listings().iter().filter(|one| one.standing.is_listed() && one.needs.contains(need));
    for listing in shown.filter(is_checked) {
        let places = &listing.area.places;
        let is_local = match choices.area {
            Some(place) => places.iter().any(|slug| slug == areas.slug(place)),
            None => ["havering", "southwark", "kent"].iter().any(|one| places.iter().any(|slug| slug == one)),
        };
        match judge(listing, filters, areas).0 {
            Outcome::No => {}
            Outcome::May => cell.ask += 1,
            Outcome::AnyWorry => panic!("it names the need"),
            Outcome::Fits if listing.standing != Standing::Active => cell.doubtful += 1,
            Outcome::Fits if listing.area.is_national => cell.national += 1,
            Outcome::Fits if is_local => cell.local += 1,
            Outcome::Fits => cell.wider += 1,
        }
    }
    cell
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_cell_is_what_a_count_of_every_entry_gives(records in records(40), choices in choices()) {
        let directory = directory_of(&records);
        let map = directory.gaps(choices);
        for (thrive, need, age, cell) in cells(&map) {
            let filters = map.choices.of_cell(&directory.site.areas, thrive, need, age);
            prop_assert_eq!(cell, by_hand(&directory, map.choices, filters, need), "{:?} {:?} {:?}", need, age, thrive);
        }
    }

    #[test]
    fn the_list_that_a_cell_opens_has_as_many_that_fit_and_every_one_to_ask(
        records in records(24),
        choices in choices(),
    ) {
        let directory = directory_of(&records);
        // The list has no filter for what is checked, which its page says.
        let map = directory.gaps(GapChoices { is_checked: false, ..choices });
        for (thrive, need, age, cell) in cells(&map) {
            let filters = map.choices.of_cell(&directory.site.areas, thrive, need, age);
            let found = directory.search(Query { filters, view: View::Staff, ..Query::default() });
            prop_assert_eq!(found.fits.len(), cell.fits());
            let names = |row: &&_| directory.at(**row).unwrap().needs.contains(need);
            prop_assert_eq!(found.may.iter().filter(names).count(), cell.ask);
        }
    }

    #[test]
    fn no_course_grant_or_entry_that_is_not_listed_is_in_any_cell(records in records(24), choices in choices()) {
        let left_out: Vec<_> = records
            .into_iter()
            .filter(|one| ["training", "funding"].contains(&one.kind.as_str()) || ["held", "ended"].contains(&one.standing.as_str()))
            .collect();
        let directory = directory_of(&left_out);
        prop_assert!(cells(&directory.gaps(choices)).iter().all(|(.., cell)| *cell == Cell::default()));
    }

    #[test]
    fn what_serves_any_worry_alone_is_counted_beside_the_cells_and_in_none(
        mut records in records(24),
        choices in choices(),
    ) {
        records.iter_mut().for_each(|one| one.needs = vec![Need::General.slug().to_owned()]);
        let directory = directory_of(&records);
        let map = directory.gaps(GapChoices { is_checked: false, ..choices });
        prop_assert!(cells(&map).iter().all(|(.., cell)| *cell == Cell::default()));
        let filters = map.choices.filters(&directory.site.areas);
        let may_serve = |one: &&Listing| {
            one.standing.is_listed() && judge(one, filters, &directory.site.areas).0 != Outcome::No
        };
        prop_assert_eq!(map.any_worry, directory.listings().iter().filter(may_serve).count());
    }

    #[test]
    fn each_grouping_beside_the_others_is_the_same_as_alone(records in records(24), choices in choices()) {
        let directory = directory_of(&records);
        let each = directory.gaps(GapChoices { layers: Layers::Each, ..choices });
        prop_assert_eq!(each.layers.len(), Thrive::ALL.len());
        for (layer, thrive) in each.layers.iter().enumerate() {
            let thrive = thrive.unwrap();
            let alone = directory.gaps(GapChoices { layers: Layers::One(thrive), ..choices });
            for need in Need::for_families() {
                for age in AgeChoice::groups() {
                    prop_assert_eq!(each.cell(layer, need, age), alone.cell(0, need, age));
                }
            }
        }
    }

    #[test]
    fn what_is_checked_is_some_of_all_and_where_nothing_is_checked_all_is_shown(
        mut records in records(24),
        choices in choices(),
        is_none_checked in any::<bool>(),
    ) {
        if is_none_checked {
            records.iter_mut().for_each(|one| one.checked = None);
        }
        let directory = directory_of(&records);
        let all = directory.gaps(GapChoices { is_checked: false, ..choices });
        let checked = directory.gaps(GapChoices { is_checked: true, ..choices });
        prop_assert_eq!(checked.choices.is_checked, directory.has_checked());
        if is_none_checked {
            prop_assert_eq!(&checked, &all);
        }
        for ((.., of_checked), (.., of_all)) in cells(&checked).into_iter().zip(cells(&all)) {
            prop_assert!(of_checked.fits() <= of_all.fits() && of_checked.ask <= of_all.ask);
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_there_is_one_address_for_one_map(choices in choices()) {
        let areas = areas();
        let written = choices.write(&areas);
        prop_assert_eq!(GapChoices::read(&written, &areas), (choices, Vec::new()));
        let mut parts: Vec<_> = written.split('&').collect();
        parts.reverse();
        prop_assert_eq!(GapChoices::read(&parts.join("&"), &areas), (choices, Vec::new()));
    }

    #[test]
    fn any_text_is_read_and_what_is_dropped_is_named(text in prop_oneof![".*", nearly()]) {
        let areas = areas();
        let (choices, dropped) = GapChoices::read(&text, &areas);
        prop_assert!(dropped.len() <= 8);
        prop_assert!(dropped.iter().all(|one| one.key.chars().count() <= 41 && one.value.chars().count() <= 41));
        prop_assert_eq!(GapChoices::read(&choices.write(&areas), &areas), (choices, Vec::new()));
    }
}

/// Text that is nearly an address of the map.
fn nearly() -> impl Strategy<Value = String> {
    let pieces = [
        "area=",
        "thrive=",
        "kind=",
        "cost=",
        "checked=",
        "show=",
        "&",
        "&",
        "=",
        "havering",
        "elsewhere",
        "london",
        "getting-help",
        "each",
        "one",
        "service",
        "training",
        "free",
        "publisher",
        "all",
        "dragons",
        "%",
        "é",
    ];
    proptest::collection::vec(select(pieces.to_vec()), 0..16).prop_map(|pieces| pieces.concat())
}

#[test]
fn what_the_map_cannot_show_is_dropped_and_named_and_the_rest_is_kept() {
    let check = |text: &str, canonical: &str, lost: &[&str]| {
        let (choices, dropped) = GapChoices::read(text, &areas());
        let dropped: Vec<_> = dropped.iter().map(|one| one.key.as_str()).collect();
        assert_eq!((choices.write(&areas()).as_str(), dropped.as_slice()), (canonical, lost), "{text}");
    };
    check("show=one&checked=all", "", &[]);
    check("area=elsewhere&kind=training", "", &["area", "kind"]);
    check("thrive=getting-help&show=each", "thrive=getting-help", &["show"]);
    check("show=each&thrive=getting-help", "show=each", &["thrive"]);
    check("area=havering&area=southwark&utm=1", "area=havering", &["area", "utm"]);
    check("cost=free&kind=digital&area=kent", "area=kent&kind=digital&cost=free", &[]);
}

#[test]
fn a_course_and_a_grant_cannot_be_asked_for_and_documents_only_by_name() {
    let choices = GapChoices::default();
    let filters = choices.filters(&areas());
    for kind in [Kind::Training, Kind::Funding, Kind::Resource] {
        assert!(!filters.kind.contains(kind), "{kind:?}");
    }
    assert!(kinds().all(|kind| !matches!(kind, Kind::Training | Kind::Funding)));
}
