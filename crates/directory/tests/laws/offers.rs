//! On every day of a year nothing past is offered and nothing open is hidden;
//! what is not known is never said; counts are what one would find.

use crate::made_up::offers::{date, funding, offers};
use crate::made_up::{areas, bundle, directory_of, today};
use directory::Directory;
use directory::closed::{Choices, Closed};
use directory::day::Day;
use directory::funding::{Funding, FundingChoice, Stage};
use directory::listing::{Listing, Standing};
use directory::record::{FundingRecord, ListingRecord};
use directory::resource::{Limit, ResourceChoice, Sort};
use directory::vocabulary::{Kind, Need, Phase};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Every day of a year, as files write it.
fn days(year: i32) -> impl Iterator<Item = String> {
    let first = time::Date::from_calendar_date(year, time::Month::January, 1).unwrap();
    (0..i64::from(time::util::days_in_year(year))).map(move |day| (first + time::Duration::days(day)).to_string())
}

/// The days that a date may be, as texts that sort as days do; `None` is any
/// day at all.
fn may_be(date: Option<&str>) -> Option<Vec<String>> {
    let date = date?;
    Some(days(date[..4].parse().unwrap()).filter(|day| day.starts_with(date)).collect())
}

/// Whether one can apply, for all that the two dates may be: yes on all of
/// them, no on all of them, or not known.
fn brute_force(record: &FundingRecord, today: &str) -> Option<bool> {
    let before = may_be(record.opens.as_deref()).map(|days| days.iter().map(|day| day.as_str() <= today).collect());
    let after = may_be(record.closes.as_deref()).map(|days| days.iter().map(|day| day.as_str() >= today).collect());
    let is_rolling = record.rolling == Some(true);
    // What takes requests at any time has no last day; of another nothing is known.
    let unknown = if is_rolling { vec![true] } else { vec![true, false] };
    let before: Vec<bool> = before.unwrap_or_else(|| unknown.clone());
    let after: Vec<bool> = after.unwrap_or(unknown);
    let can = |all: bool| before.iter().flat_map(|b| after.iter().map(move |a| *b && *a)).any(|one| one == all);
    match (can(true), can(false)) {
        (true, false) => Some(true),
        (false, _) => Some(false),
        (true, true) => None,
    }
}

/// A record that the core takes as it stands, and its offer.
fn sound(record: &FundingRecord) -> Option<Funding> {
    let whole = ListingRecord {
        id: "one".to_owned(),
        name: "One".to_owned(),
        kind: "funding".to_owned(),
        standing: "active".to_owned(),
        audience: vec!["staff".to_owned()],
        funding: Some(record.clone()),
        ..ListingRecord::default()
    };
    let mut findings = Default::default();
    let listing = directory::record::listing(whole, &mut findings)?;
    let is_sound = findings.list().iter().all(|finding| !finding.field.starts_with("funding"));
    is_sound.then_some(listing.funding).flatten()
}

fn check_a_year(record: &FundingRecord) -> Result<(), TestCaseError> {
    let Some(funding) = sound(record) else { return Ok(()) };
    for iso in days(2026) {
        let stage = funding.stage(Day::read(&iso).unwrap());
        let said = match stage {
            Stage::Closing | Stage::Open => Some(true),
            Stage::Opening | Stage::Closed => Some(false),
            Stage::NotKnown => None,
        };
        prop_assert_eq!(said, brute_force(record, &iso), "{} {:?}", iso, record);
        let closes_this_month = record.closes.as_deref().is_some_and(|closes| closes.get(..7) == iso.get(..7));
        prop_assert_eq!(stage == Stage::Closing, said == Some(true) && closes_this_month);
    }
    Ok(())
}

/// The days of the directory, so that a listing is read as of each.
fn on(records: &[ListingRecord], iso: &str) -> Directory {
    Directory::read(&bundle(records), Day::read(iso).unwrap()).unwrap().0
}

fn ids<'a>(listings: impl Iterator<Item = &'a Listing>) -> Vec<String> {
    let mut ids: Vec<_> = listings.map(|listing| listing.id.to_string()).collect();
    ids.sort();
    ids
}

fn some<T: Closed + std::fmt::Debug>() -> impl Strategy<Value = Choices<T>> {
    vec(select(T::all().to_vec()), 0..3).prop_map(|some| some.into_iter().collect())
}

fn funding_choice() -> impl Strategy<Value = FundingChoice> {
    (some::<Stage>(), some::<Need>(), vec(any::<Index>(), 0..2), 1_u16..20).prop_map(|(stage, need, places, steps)| {
        let places_of: Vec<_> = areas().choices().collect();
        let area = places.iter().map(|at| *at.get(&places_of)).fold(Default::default(), directory::area::Places::with);
        FundingChoice { stage, need: need.without(Need::General), area, rows: steps * 20 }
    })
}

fn resource_choice() -> impl Strategy<Value = ResourceChoice> {
    (some::<Phase>(), some::<Sort>(), funding_choice()).prop_map(|(phase, sort, other)| ResourceChoice {
        phase,
        need: other.need,
        sort,
        area: other.area,
        rows: other.rows,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn on_every_day_of_a_year_one_can_apply_exactly_where_the_dates_say_so(record in funding()) {
        check_a_year(&record)?;
    }

    #[test]
    fn on_any_day_nothing_past_is_offered_and_nothing_open_is_hidden(
        records in offers(12),
        at in 0..365_usize,
    ) {
        let iso = days(2026).nth(at).unwrap();
        let directory = on(&records, &iso);
        let offers = directory.offers(FundingChoice::default());
        let given = |listing: &Listing| {
            let record = records.iter().find(|record| record.id == listing.id.as_str()).unwrap();
            record.funding.clone().filter(|funding| sound(funding).is_some()).unwrap_or_default()
        };
        for offer in &offers.offers {
            prop_assert!(offer.listing.standing.is_listed());
        }
        prop_assert!(offers.open().all(|offer| brute_force(&given(offer.listing), &iso) == Some(true)));
        let listed = directory.listings().iter().filter(|one| one.kind == Kind::Funding && one.standing.is_listed());
        let open = listed.clone().filter(|one| brute_force(&given(one), &iso) == Some(true));
        prop_assert_eq!(ids(offers.open().map(|offer| offer.listing)), ids(open));
        // Each stands once, with nothing chosen.
        prop_assert_eq!(ids(offers.offers.iter().map(|offer| offer.listing)), ids(listed));
        let ended = directory.listings().iter();
        let ended = ended.filter(|one| one.kind == Kind::Funding && matches!(one.standing, Standing::Ended(_)));
        prop_assert_eq!(ids(offers.ended.iter().map(|offer| offer.listing)), ids(ended));
    }

    #[test]
    fn what_is_chosen_leaves_out_only_what_cannot_fit(records in offers(12), choice in funding_choice()) {
        let directory = directory_of(&records);
        let found = directory.offers(choice);
        for offer in &directory.offers(FundingChoice::default()).offers {
            let by_stage = choice.stage.is_empty() || choice.stage.contains(offer.stage);
            let by_need = choice.need.is_empty() || offer.listing.needs.meets(choice.need);
            let is_here = choice.area.is_empty() || offer.listing.area.is_national && !offer.listing.area.is_limited();
            let there = found.offers.iter().find(|one| one.listing.id == offer.listing.id);
            if by_stage && by_need && is_here {
                prop_assert_eq!(there.map(|one| one.why.len()), Some(0));
            }
            if !by_stage && offer.stage != Stage::NotKnown {
                prop_assert!(there.is_none());
            }
        }
    }

    #[test]
    fn a_number_beside_an_option_is_what_one_finds_with_it(
        records in offers(12),
        funding in funding_choice(),
        resource in resource_choice(),
    ) {
        let directory = directory_of(&records);
        let areas = &directory.site.areas;
        let counts = directory.funding_counts(funding);
        for (stage, count) in counts.stages {
            let alone = FundingChoice { stage: Choices::default(), ..funding }.toggled("stage", stage.slug(), areas);
            prop_assert_eq!(directory.offers(alone).fit(), count);
        }
        for (need, count) in counts.needs {
            let alone = FundingChoice { need: Choices::default(), ..funding }.toggled("need", need.slug(), areas);
            prop_assert_eq!(directory.offers(alone).fit(), count);
        }
        let counts = directory.resource_counts(resource);
        for (sort, count) in counts.sorts {
            let alone = ResourceChoice { sort: Choices::default(), ..resource }.toggled("sort", sort.slug(), areas);
            prop_assert_eq!(directory.shelf(alone).fits.len(), count);
        }
        for (place, count) in counts.areas {
            let none = ResourceChoice { area: Default::default(), ..resource };
            let alone = none.toggled("area", areas.slug(place), areas);
            prop_assert_eq!(directory.shelf(alone).fits.len(), count);
        }
    }

    #[test]
    fn a_resource_of_no_known_phase_is_never_one_that_fits_a_phase(records in offers(12), phase in select(Phase::ALL)) {
        let directory = directory_of(&records);
        let shelf = directory.shelf(ResourceChoice { phase: Choices::default().with(phase), ..Default::default() });
        for one in shelf.fits.iter().chain(&shelf.any) {
            prop_assert!(one.resource.phases.is_some_and(|phases| phases.contains(phase)));
        }
        prop_assert!(shelf.may.iter().all(|one| one.resource.phases.is_none()));
        let all = directory.shelf(ResourceChoice::default());
        let unknown = all.fits.iter().filter(|one| one.resource.phases.is_none()).count();
        prop_assert_eq!(shelf.may.len(), unknown);
    }

    #[test]
    fn a_version_is_past_its_limit_from_the_day_after_for_ever(dated in date(), months in 1_u8..60) {
        let resource = directory::resource::Resource { dated: Day::read(&dated), ..Default::default() };
        let mut was_past = false;
        for iso in days(2026) {
            let limit = resource.limit(months, Day::read(&iso).unwrap());
            let is_past = match limit {
                Limit::Past(last) => {
                    prop_assert!(last.iso() < iso);
                    true
                }
                Limit::Until(last) => {
                    prop_assert!(last.iso() >= iso);
                    false
                }
                Limit::NotKnown => return Err(TestCaseError::fail("it has a date")),
            };
            prop_assert!(is_past || !was_past);
            was_past = is_past;
        }
    }

    #[test]
    fn any_text_is_read_as_a_choice_and_written_in_one_way(text in "(stage|need|area|sort|phase|rows|[=&,]|%2C|open|sleep|primary|havering|toolkit|4?0|.){0,24}") {
        let areas = areas();
        let (funding, lost) = FundingChoice::read(&text, &areas);
        prop_assert!(lost.len() <= 8);
        prop_assert_eq!(FundingChoice::read(&funding.write(&areas), &areas), (funding, Vec::new()));
        let (resource, lost) = ResourceChoice::read(&text, &areas);
        prop_assert!(lost.len() <= 8);
        prop_assert_eq!(ResourceChoice::read(&resource.write(&areas), &areas), (resource, Vec::new()));
    }

    #[test]
    fn what_is_chosen_is_read_back(funding in funding_choice(), resource in resource_choice()) {
        let areas = areas();
        prop_assert_eq!(FundingChoice::read(&funding.write(&areas), &areas), (funding, Vec::new()));
        prop_assert_eq!(ResourceChoice::read(&resource.write(&areas), &areas), (resource, Vec::new()));
    }

    #[test]
    fn what_pays_for_a_course_is_an_offer_that_names_it(records in offers(12)) {
        let directory = directory_of(&records);
        for course in directory.listings() {
            for offer in directory.funding_for(course) {
                prop_assert!(offer.funding.pays_for.contains(&course.id) && offer.listing.standing.is_listed());
                prop_assert_eq!(offer.stage, offer.funding.stage(today()));
            }
        }
    }
}
