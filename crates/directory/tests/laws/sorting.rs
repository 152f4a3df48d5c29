//! A list in the order of one fact: what stands last stays last, what is not
//! known follows what is, and the rest is in order, in either direction.

use crate::finding::stands_last;
use crate::made_up::{directory_of, filters, records};
use directory::closed::Closed;
use directory::day::Day;
use directory::listing::{AvailabilityState, Listing};
use directory::record::AvailabilityRecord;
use directory::search::{Column, Query, Row, Sort, View};
use directory::vocabulary::Asker;
use directory::words::fold;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

const COLUMNS: [Column; 6] =
    [Column::Name, Column::Referrers, Column::Ages, Column::Wait, Column::Cost, Column::Checked];

fn availability() -> impl Strategy<Value = AvailabilityRecord> {
    let state = of(select(vec!["open", "long-wait", "paused"]));
    let said_on = of(select(vec!["2026-11-02", "2026-09", "2025"]));
    (state, any::<bool>(), said_on).prop_map(|(state, has_words, said_on)| AvailabilityRecord {
        state: state.map(str::to_owned),
        wait: has_words.then(|| "About six weeks".to_owned()),
        said_on: said_on.map(str::to_owned),
        opens_on: None,
    })
}

/// Where a listing stands in a column, as plainly as can be; `None`: the fact
/// is not known.
fn place(column: Column, listing: &Listing) -> Option<(i64, i64, String)> {
    let number = |one: i64, two: i64| Some((one, two, String::new()));
    let day = |day: Day| day.iso().replace('-', "").parse::<i64>().unwrap();
    match column {
        Column::Name => Some((0, 0, fold(&listing.name))),
        Column::Referrers => {
            let known = listing.access.askers.as_ref()?.value;
            let order = ["school", "professional", "turn-up", "parent", "young-person", "gp", "known"];
            let first = order.iter().position(|slug| known.contains(Asker::from_slug(slug).unwrap()));
            number(first.unwrap() as i64, 0)
        }
        Column::Ages => {
            let ages = listing.ages.as_ref()?.value;
            number(ages.youngest().into(), ages.oldest().into())
        }
        Column::Wait => {
            let now = &listing.availability;
            let state = match (now.state, &now.wait) {
                (Some(AvailabilityState::Open), _) => 0,
                (None, Some(_)) => 1,
                (None, None) => return None,
                (Some(AvailabilityState::LongWait), _) => 2,
                (Some(AvailabilityState::Paused), _) => 3,
            };
            number(state, -now.said_on.map_or(0, day))
        }
        Column::Cost => {
            let order = ["free", "free-to-schools", "donation", "paid", "school-package"];
            let kind = listing.cost.as_ref()?.value.kind.slug();
            number(order.iter().position(|slug| *slug == kind).unwrap() as i64, 0)
        }
        Column::Checked => number(day(listing.checked.as_ref()?.on), 0),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_order_keeps_what_stands_last_last_and_what_is_not_known_after_what_is(
        records in records(30),
        waits in vec(availability(), 30),
        filters in filters(),
        column in select(COLUMNS.to_vec()),
        is_down in any::<bool>(),
        is_asked in any::<bool>(),
    ) {
        let mut records = records;
        records.iter_mut().zip(waits).for_each(|(record, wait)| record.availability = wait);
        let directory = directory_of(&records);
        let question = directory.read_question("sleep worry school").filter(|_| is_asked);
        let sort = if is_down { Sort::Down(column) } else { Sort::Up(column) };
        let query = Query { filters, view: View::Staff, sort, question: question.as_ref() };
        let found = directory.search(query);
        for rows in [&found.fits, &found.any, &found.may] {
            let listing = |row: &Row| directory.at(*row).unwrap();
            let outer = |row: &Row| (stands_last(&directory, listing(row)), place(column, listing(row)).is_none());
            prop_assert!(rows.iter().map(outer).is_sorted());
            for pair in rows.windows(2).filter(|pair| outer(&pair[0]) == outer(&pair[1])) {
                let (one, next) = (place(column, listing(&pair[0])), place(column, listing(&pair[1])));
                prop_assert!(if is_down { one >= next } else { one <= next }, "{:?} {:?}", one, next);
            }
        }
        // An order leaves nothing out and adds nothing.
        let best = directory.search(Query { sort: Sort::Best, ..query });
        for (mut one, mut other) in [(found.fits, best.fits), (found.any, best.any), (found.may, best.may)] {
            one.sort_unstable();
            other.sort_unstable();
            prop_assert_eq!(one, other);
        }
    }
}
