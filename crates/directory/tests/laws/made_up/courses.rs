//! Made-up courses: lengths, recommendations, prices and dates, each sometimes
//! not known.

use super::{records, slugs};
use directory::closed::Closed;
use directory::record::{ListingRecord, PriceRecord, RecommendationRecord, SessionRecord, TimeRecord, TrainingRecord};
use directory::training::plan::Team;
use directory::training::wanted::{Choice, GROUPS, Wanted, options};
use directory::training::{DayLength, Mode, Per, Unit};
use directory::vocabulary::{Audience, Kind, Phase, Role};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn slug<T: Closed>() -> impl Strategy<Value = String> {
    select(T::slugs().iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>())
}

/// Some roles; every third time all staff.
fn roles() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => slugs::<Role>(3), 1 => Just(vec![Role::AllStaff.slug().to_owned()])]
}

fn time() -> impl Strategy<Value = TimeRecord> {
    (slug::<Unit>(), 1_u32..7, of(0_u32..3), of(slug::<Mode>())).prop_map(|(unit, from, more, mode)| {
        let each = if unit == Unit::Minutes.slug() { 45 } else { 1 };
        TimeRecord { unit, from: from * each, to: more.map(|more| (from + more) * each), mode }
    })
}

fn recommendation() -> impl Strategy<Value = RecommendationRecord> {
    (slug::<Role>(), roles(), select(vec!["2024", "2026-03", "2026-09-21"])).prop_map(|(one, mut roles, on)| {
        roles.push(one);
        RecommendationRecord { roles, by: "A made-up council".to_owned(), on: on.to_owned() }
    })
}

/// A day of two years, of which the first half is past.
fn day() -> impl Strategy<Value = String> {
    (2026..2028, 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"))
}

fn session() -> impl Strategy<Value = SessionRecord> {
    (day(), day(), any::<bool>(), of(Just("09:30".to_owned()))).prop_map(|(one, other, is_long, from)| {
        let (on, until) = if one <= other { (one, other) } else { (other, one) };
        SessionRecord { on, until: is_long.then_some(until), from, ..SessionRecord::default() }
    })
}

fn training() -> impl Strategy<Value = TrainingRecord> {
    let price = (0_u32..500, of(0_u8..100), slug::<Per>());
    let price = price.prop_map(|(pounds, pence, per)| PriceRecord { pounds, pence, per });
    let who = (roles(), vec(recommendation(), 0..3), slugs::<Phase>(2));
    let how =
        (vec(time(), 0..3), slugs::<Mode>(2), of(price), vec(session(), 0..4), of(Just("=Supervision, \"twice\"")));
    (who, how).prop_map(|((roles, recommended, phases), (time, modes, price, dates, follow_up))| TrainingRecord {
        roles,
        recommended,
        phases,
        time,
        modes,
        price,
        dates,
        follow_up: follow_up.map(str::to_owned),
        ..TrainingRecord::default()
    })
}

/// Records, so many at most, most of them courses for staff.
pub fn courses(most: usize) -> impl Strategy<Value = Vec<ListingRecord>> {
    let is_course = prop::bool::weighted(0.9);
    (records(most), vec((is_course, of(training())), most)).prop_map(|(mut records, courses)| {
        for (record, (is_course, training)) in records.iter_mut().zip(courses) {
            if is_course {
                record.kind = Kind::Training.slug().to_owned();
                record.audience.push(Audience::Staff.slug().to_owned());
                record.training = training;
            }
        }
        records
    })
}

/// Choices among courses as an address may hold them.
pub fn wanted() -> impl Strategy<Value = Wanted> {
    vec((any::<Index>(), any::<Index>()), 0..5).prop_map(|chosen| {
        let areas = super::areas();
        chosen.into_iter().fold(Wanted::default(), |wanted, (group, option)| {
            let of_group = options(*group.get(&GROUPS), &areas);
            // Most choices are among the first, so that they and records meet.
            let option: Choice<'_> = of_group[option.index(of_group.len().min(4))];
            if wanted.contains(option) { wanted } else { wanted.toggled(option) }
        })
    })
}

/// A team with some roles, needs, phases, and perhaps a limit.
pub fn team() -> impl Strategy<Value = Team> {
    let people = vec(prop_oneof![1 => Just(0_u16), 2 => 1_u16..40], Role::ALL.len());
    (people, wanted(), 0_u16..60, 1_u16..=48).prop_map(|(people, wanted, hours, day)| {
        let team = Role::ALL.iter().zip(people).fold(Team::default(), |team, (role, people)| team.with(*role, people));
        team.looking_for(wanted).allowing(hours).counting(DayLength::new(day).unwrap())
    })
}
