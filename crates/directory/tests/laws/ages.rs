//! Whole years: "up to the 18th birthday" is to 17.

use crate::made_up::{directory_of, records};
use directory::Filters;
use directory::age::{AgeChoice, AgeRange, OLDEST, OLDEST_CHOICE, Years};
use directory::closed::Closed;
use directory::day::Day;
use directory::freshness::{Freshness, Terms};
use directory::record::{AgesRecord, ExtensionRecord};
use directory::search::{Outcome, Reason, judge};
use proptest::prelude::*;

/// How old someone is, in whole years, on a day.
fn years_old(born: Day, today: Day) -> u8 {
    let has_had_birthday = (today.month(), today.day_of_month()) >= (born.month(), born.day_of_month());
    u8::try_from(today.year() - born.year() - i32::from(!has_had_birthday)).unwrap()
}

fn day() -> impl Strategy<Value = Day> {
    (2000..2010_i32, 1..=12_u8, 1..=31_u8)
        .prop_filter_map("no such day", |(year, month, day)| Day::of(year, month, day))
}

proptest! {
    #[test]
    fn up_to_a_birthday_takes_the_day_before_and_not_the_day(born in day(), birthday in 1..=25_u8) {
        let range = AgeRange::new(0, u64::from(birthday) - 1).unwrap();
        let takes = |today: Day| range.years().meets(Years::between(years_old(born, today), years_old(born, today)));
        let year = born.year() + i32::from(birthday);
        // Who is born on 29 February has a birthday on 1 March in other years.
        let on = Day::of(year, born.month(), born.day_of_month()).or_else(|| Day::of(year, 3, 1)).unwrap();
        let before = (1..=31).rev().filter_map(|day| Day::of(year, on.month(), day)).find(|day| *day < on);
        prop_assert!(!takes(on));
        prop_assert!(before.is_none_or(takes));
    }

    #[test]
    fn a_range_takes_exactly_the_years_between_its_ends(from in 0..=140_u64, to in 0..=140_u64) {
        let range = AgeRange::new(from, to);
        prop_assert_eq!(range.is_some(), from <= to && to <= u64::from(OLDEST));
        let expected: Vec<u8> = (0..=OLDEST_CHOICE).filter(|year| (from..=to).contains(&u64::from(*year))).collect();
        prop_assert!(range.is_none_or(|range| range.years().iter().eq(expected)));
        prop_assert!(range.is_none_or(|range| !range.words().contains(['-', '–'])));
    }

    #[test]
    fn years_over_the_oldest_choice_are_left_out(first in any::<u8>(), last in any::<u8>()) {
        let expected = (0..=OLDEST_CHOICE).filter(|year| (first..=last).contains(year));
        prop_assert!(Years::between(first, last).iter().eq(expected));
    }

    #[test]
    fn a_longer_reach_may_fit_and_says_each_condition(
        records in records(1),
        usual in 5..20_i64,
        more in proptest::collection::vec(1..9_i64, 1..3),
        asked in 0..=25_u8,
    ) {
        prop_assume!(!records.is_empty());
        let mut record = records[0].clone();
        record.ages = Some(AgesRecord { from: Some(0), to: Some(usual) });
        let extension = |more: &i64| ExtensionRecord { to: usual + more, condition: format!("condition {more}") };
        record.ages_extended = more.iter().map(extension).collect();
        record.area.places = vec!["national".to_owned()];
        (record.area.coverage, record.area.schools) = (None, None);
        let directory = directory_of(&[record]);
        let exact = AgeChoice::from_slug(&asked.to_string()).unwrap();
        let filters = Filters { age: [exact].into_iter().collect(), ..Filters::default() };
        let (outcome, reasons) = judge(&directory.listings()[0], filters, &directory.site.areas);
        let asked = i64::from(asked);
        let reaching: Vec<_> = more.iter().filter(|more| asked <= usual + **more)
            .map(|more| Reason::AgesIf(u8::try_from(usual + more).unwrap(), format!("condition {more}"))).collect();
        match (asked <= usual, reaching.is_empty()) {
            (true, _) => prop_assert_eq!((outcome, reasons), (Outcome::Fits, Vec::new())),
            (false, true) => prop_assert_eq!((outcome, reasons), (Outcome::No, Vec::new())),
            (false, false) => prop_assert_eq!((outcome, reasons), (Outcome::May, reaching)),
        }
    }

    #[test]
    fn any_text_is_read_as_a_day_or_not_and_written_back_the_same(text in "[0-9]{0,5}-?[0-9]{0,3}-?[0-9]{0,3}|.*") {
        if let Some(day) = Day::read(&text) {
            prop_assert_eq!(day.iso(), text);
            prop_assert!(!day.words().is_empty());
            prop_assert_eq!(day.days_until(day), 0);
        }
    }

    #[test]
    fn an_older_check_is_never_fresher(one in day(), two in day(), today in day()) {
        let terms = Terms::default();
        let (older, newer) = (one.min(two), one.max(two));
        prop_assert!(terms.freshness(Some(older), today) >= terms.freshness(Some(newer), today));
        prop_assert_eq!(terms.freshness(None, today), Freshness::NeverChecked);
    }
}
