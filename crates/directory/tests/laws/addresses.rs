//! Reading an address never fails; writing one is canonical.

use crate::made_up::{areas, filters};
use directory::area::{Areas, MOST_AREAS, NamedArea};
use directory::filters::{GROUPS, options};
use directory::{Address, Filters};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Text that is nearly an address.
fn nearly() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "age",
        "need",
        "thrive",
        "area",
        "=",
        "=",
        ",",
        ",",
        "&",
        "&",
        "%2C",
        "%2c",
        "%",
        "#",
        "sleep",
        "anxiety",
        "y6",
        "10",
        "primary",
        "havering",
        "elsewhere",
        "general",
        "free",
        "é",
        "\u{0}",
        "dragons",
        "words",
        "not-kept",
    ]);
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let areas = areas();
    let (filters, dropped) = Filters::read(text, &areas);
    prop_assert!(dropped.len() <= 8);
    prop_assert!(dropped.iter().all(|one| one.key.chars().count() <= 41 && one.value.chars().count() <= 41));
    let written = filters.write(&areas);
    prop_assert_eq!(Filters::read(&written, &areas), (filters, Vec::new()));
    for page in ["index.html", "results.html", "staff/results.html", "service/kooth.html", text] {
        let (address, dropped) = Address::read(page, text, &areas);
        prop_assert!(dropped.len() <= 8);
        let href = address.href(&areas);
        let (file, fragment) = href.split_once('#').unwrap_or((&href, ""));
        prop_assert_eq!(Address::read(file, fragment, &areas), (address, Vec::new()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_as_an_address(text in ".*") {
        check(&text)?;
    }

    #[test]
    fn any_bytes_are_read_as_an_address(bytes in vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn what_is_nearly_an_address_is_read_as_one(text in nearly()) {
        check(&text)?;
    }

    #[test]
    fn what_is_written_is_read_back_with_nothing_dropped(filters in filters()) {
        let areas = areas();
        let written = filters.write(&areas);
        prop_assert_eq!(Filters::read(&written, &areas), (filters, Vec::new()));
        prop_assert_eq!(Filters::read(&written, &areas).0.write(&areas), written);
    }

    #[test]
    fn the_order_in_which_things_were_chosen_does_not_matter(filters in filters(), seed in any::<Index>()) {
        let areas = areas();
        let mut chosen = filters.chosen(&areas);
        let middle = seed.index(chosen.len() + 1);
        chosen.rotate_left(middle);
        let none = Filters::default().with_words(filters.has_words);
        let again = chosen.into_iter().fold(none, Filters::toggled);
        prop_assert_eq!(again.write(&areas), filters.write(&areas));
    }

    #[test]
    fn a_long_address_is_cut_between_its_parts(filters in filters(), junk in 1..20_000_usize) {
        let areas = areas();
        let written = filters.write(&areas);
        let long = format!("{written}&x={}&age=10", "1".repeat(junk));
        let (read, dropped) = Filters::read(&long, &areas);
        let whole = Filters::read(&format!("{written}&age=10"), &areas).0;
        prop_assert!(read == filters || read == whole);
        prop_assert!(!dropped.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_mark_of_own_words_comes_last_and_changes_nothing_before_it(filters in filters()) {
        let areas = areas();
        let [with, without] = [true, false].map(|has_words| filters.with_words(has_words).write(&areas));
        let and = if without.is_empty() { "" } else { "&" };
        prop_assert_eq!(with, format!("{without}{and}words=not-kept"));
    }

    #[test]
    fn whatever_is_taken_out_of_filters_can_be_put_back(one in filters(), other in filters()) {
        prop_assert_eq!(one.without(other).and(one.shared(other)), one);
        prop_assert_eq!(one.without(other).shared(other), Filters::default());
        prop_assert_eq!(one.and(other).without(other), one.without(other));
    }
}

/// Some hosts leave the ending out, and send whoever writes it on.
#[test]
fn a_page_is_the_same_without_its_ending() {
    for file in ["index", "results", "staff", "staff/results", "service/kooth", "staff/service/kooth", "need/sleep"] {
        let read = |file: &str| Address::read(file, "need=sleep", &areas());
        assert_eq!(read(file), read(&format!("{file}.html")), "{file}");
        assert_ne!(read(file).0, Address::NotFound, "{file}");
    }
}

#[test]
fn everything_chosen_in_the_largest_site_is_read_back() {
    let area = |at: usize| NamedArea {
        slug: format!("{at:0>80}"),
        label: String::new(),
        within: None,
        is_choice: true,
        next_step: String::new(),
    };
    let areas = Areas { named: (0..MOST_AREAS).map(area).collect() };
    let all = GROUPS.into_iter().flat_map(|group| options(group, &areas)).fold(Filters::default(), Filters::toggled);
    assert_eq!(Filters::read(&all.write(&areas), &areas), (all, Vec::new()));
}
