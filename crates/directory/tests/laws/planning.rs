//! Courses and plans: what is offered is what the records say, day by day, and
//! a plan keeps to the hours allowed.

use crate::made_up::courses::{courses as made_up, team, wanted};
use crate::made_up::{areas, directory_of, today};
use directory::closed::Choices;
use directory::day::Day;
use directory::filters::Filters;
use directory::listing::Listing;
use directory::record::ListingRecord;
use directory::search::{Outcome, judge};
use directory::training::plan::{Plan, Team, sheet};
use directory::training::search::{find, outcome, reasons};
use directory::training::wanted::{GROUPS, Group, Wanted, options};
use directory::training::{DayLength, courses};
use directory::vocabulary::{Need, Role};
use directory::{Directory, training};
use proptest::prelude::*;

fn check_wanted(text: &str) -> Result<(), TestCaseError> {
    let areas = areas();
    let (wanted, dropped) = Wanted::read(text, &areas);
    prop_assert!(dropped.len() <= 8);
    prop_assert_eq!(Wanted::read(&wanted.write(&areas), &areas), (wanted, Vec::new()));
    let (team, dropped) = Team::read(text, &areas);
    prop_assert!(dropped.len() <= 8);
    prop_assert_eq!(Team::read(&team.write(&areas), &areas), (team, Vec::new()));
    Ok(())
}

fn nearly() -> impl Strategy<Value = String> {
    let pieces = [
        "role", "have", "hours", "day", "when", "phase", "=", "=", ",", ",", "&", "&", ":", ":", "senco", "dsl", "1",
        "12", "6", "6.5", "0", "99999", "any-date", "primary", "%2C", "é",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

/// How long a course is in the shortest way whose hours are known, worked out
/// from the record as a person would.
fn minutes(record: &ListingRecord, day: DayLength) -> Option<u32> {
    let ways = record.training.iter().flat_map(|training| &training.time);
    let each = |unit: &str| match unit {
        "minutes" => Some(1),
        "half-days" => Some(day.minutes() / 2),
        "days" => Some(day.minutes()),
        _ => None,
    };
    ways.filter_map(|time| Some(each(&time.unit)? * time.to.unwrap_or(time.from))).min()
}

fn is_recommended(listing: &Listing, role: Role) -> bool {
    let all = listing.training.iter().flat_map(|training| &training.recommended);
    all.into_iter().any(|one| one.roles.contains(role) || one.roles.contains(Role::AllStaff))
}

fn record_of<'a>(records: &'a [ListingRecord], listing: &Listing) -> &'a ListingRecord {
    records.iter().find(|record| record.id == listing.id.as_str()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read_as_choices_among_courses_and_as_a_team(text in ".*", nearly in nearly()) {
        check_wanted(&text)?;
        check_wanted(&nearly)?;
    }

    #[test]
    fn what_is_chosen_among_courses_is_read_back(wanted in wanted(), team in team()) {
        let areas = areas();
        prop_assert_eq!(Wanted::read(&wanted.write(&areas), &areas), (wanted, Vec::new()));
        prop_assert_eq!(Team::read(&team.write(&areas), &areas), (team, Vec::new()));
    }
}

proptest! {
    #[test]
    fn each_count_beside_an_option_is_what_choosing_it_alone_finds(records in made_up(12), wanted in wanted()) {
        let directory = directory_of(&records);
        let found = find(&directory, wanted);
        for (part, outcome_of) in [(&found.fits, Outcome::Fits), (&found.any, Outcome::AnyWorry), (&found.may, Outcome::May)] {
            let one_by_one: Vec<_> =
                courses(&directory).filter(|one| outcome(&directory, one, wanted) == outcome_of).map(|one| &one.id).collect();
            prop_assert_eq!(part.iter().map(|one| &one.id).collect::<Vec<_>>(), one_by_one);
        }
        for listing in &found.may {
            prop_assert!(!reasons(&directory, listing, wanted).is_empty(), "{} may fit, and nobody says why", listing.id);
        }
        for choice in GROUPS.into_iter().flat_map(|group| options(group, &directory.site.areas)) {
            let alone = wanted.lifted(choice.group).toggled(choice);
            let fits = courses(&directory).filter(|one| outcome(&directory, one, alone) == Outcome::Fits).count();
            prop_assert_eq!(found.count(choice), fits, "{:?} beside {:?}", choice, wanted);
        }
    }

    #[test]
    fn by_need_cost_and_area_a_course_fits_as_it_does_in_the_whole_directory(records in made_up(8), wanted in wanted()) {
        let directory = directory_of(&records);
        let wanted = [Group::Role, Group::Phase, Group::Length, Group::Mode, Group::When].into_iter().fold(wanted, Wanted::lifted);
        let filters = Filters { need: wanted.need, cost: wanted.cost, area: wanted.area, ..Filters::default() };
        for listing in courses(&directory) {
            prop_assert_eq!(outcome(&directory, listing, wanted), judge(listing, filters, &directory.site.areas).0);
        }
    }

    #[test]
    fn a_plan_never_exceeds_the_hours_allowed(records in made_up(12), team in team()) {
        let directory = directory_of(&records);
        let plan = Plan::of(&directory, team);
        for row in plan.rows.iter().filter(|_| team.minutes().is_some()) {
            let lengths: Option<Vec<u32>> =
                row.picks.iter().map(|pick| minutes(record_of(&records, pick.listing), team.day)).collect();
            let lengths = lengths.expect("with a limit only what is known to fit is planned");
            prop_assert!(lengths.iter().sum::<u32>() <= team.minutes().unwrap());
        }
    }

    #[test]
    fn each_role_has_a_recommended_course_wherever_one_fits(records in made_up(12), team in team()) {
        let directory = directory_of(&records);
        let plan = Plan::of(&directory, team);
        prop_assert_eq!(plan.rows.iter().map(|row| (row.role, row.people)).collect::<Vec<_>>(), team.roles().collect::<Vec<_>>());
        for row in &plan.rows {
            let is_right = |listing: &&Listing| {
                let minutes = minutes(record_of(&records, listing), team.day);
                let is_short = team.minutes().is_none_or(|allowed| minutes.is_some_and(|minutes| minutes <= allowed));
                is_recommended(listing, row.role) && is_short && outcome(&directory, listing, team.wanted()) != Outcome::No
            };
            let is_there = courses(&directory).any(|listing| is_right(&listing));
            let first = row.picks.first();
            prop_assert_eq!(first.is_some_and(|pick| is_recommended(pick.listing, row.role)), is_there, "{:?}", row.role);
        }
    }

    #[test]
    fn whoever_is_in_a_plan_has_one_or_two_courses_that_somebody_says_are_for_them(records in made_up(12), team in team()) {
        let directory = directory_of(&records);
        for row in Plan::of(&directory, team).rows {
            prop_assert!(row.picks.len() <= 2);
            prop_assert!(row.picks.len() < 2 || row.picks[0].listing.id != row.picks[1].listing.id);
            for pick in row.picks.iter().chain(&row.ask) {
                let roles = pick.listing.training.as_ref().unwrap().roles;
                let suits = roles.contains(row.role) || roles.contains(Role::AllStaff);
                prop_assert!(suits || is_recommended(pick.listing, row.role));
                prop_assert!(pick.listing.standing.is_listed());
            }
        }
    }

    #[test]
    fn a_need_that_was_asked_is_met_or_named_as_missing(records in made_up(12), team in team()) {
        let directory = directory_of(&records);
        for row in Plan::of(&directory, team).rows {
            let is_about = |listing: &Listing, need: Need| {
                listing.needs.contains(need) || listing.needs.contains(Need::General) && need.is_for_families()
            };
            let missing: Choices<Need> = row.missing.iter().filter_map(|one| one.need).collect();
            for need in team.need.iter() {
                let is_met = row.picks.iter().any(|pick| is_about(pick.listing, need));
                prop_assert!(is_met != missing.contains(need), "{:?} for {:?}", need, row.role);
            }
            if team.need.is_empty() {
                prop_assert_eq!(row.picks.is_empty(), row.missing.len() == 1);
            }
        }
    }

    #[test]
    fn what_is_not_known_is_counted_apart_in_hours_and_in_money(records in made_up(12), team in team()) {
        let directory = directory_of(&records);
        let plan = Plan::of(&directory, team);
        let (mut most, mut unknown, mut pence) = (0, 0, 0);
        for booking in plan.bookings() {
            match minutes(record_of(&records, booking.listing), team.day) {
                Some(minutes) => most += minutes * booking.people,
                None => unknown += 1,
            }
            if let Some(price) = record_of(&records, booking.listing).training.as_ref().unwrap().price.as_ref() {
                let times = if price.per == "person" { u64::from(booking.people) } else { 1 };
                pence += times * (u64::from(price.pounds) * 100 + u64::from(price.pence.unwrap_or(0)));
            }
        }
        prop_assert_eq!((plan.hours().known.most, plan.hours().unknown), (most, unknown));
        let costs = plan.costs();
        prop_assert_eq!(costs.people + costs.courses + costs.schools, pence);
        let priced = plan.bookings().iter().filter(|one| one.listing.training.as_ref().unwrap().price.is_some()).count();
        prop_assert_eq!(costs.free.len() + costs.ask.len() + priced, plan.bookings().len());
    }

    #[test]
    fn a_sheet_is_read_back_cell_by_cell_and_holds_no_formula(records in made_up(8), team in team()) {
        let directory = directory_of(&records);
        let plan = Plan::of(&directory, team);
        let text = sheet(&plan, today());
        let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let wanted: usize = plan.rows.iter().map(|row| row.picks.len() + row.missing.len()).sum();
        prop_assert_eq!(lines.len(), wanted);
        let names = lines.iter().filter_map(|line| line.get(2)).filter(|name| !name.is_empty());
        let picks = plan.rows.iter().flat_map(|row| &row.picks).map(|pick| pick.listing.name.as_str());
        prop_assert!(names.eq(picks));
        prop_assert!(lines.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])));
    }
}

/// Every day of a year that begins before the first date and ends after many.
fn a_year() -> impl Iterator<Item = Day> {
    (1..=12).flat_map(|month| (1..=31).filter_map(move |day| Day::of(2027, month, day)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn on_every_day_of_a_year_no_past_date_is_offered_and_no_coming_one_hidden(records in made_up(6)) {
        let mut directory: Directory = directory_of(&records);
        let text = |at: &training::Session| (at.on.iso(), at.until.map(Day::iso));
        for day in a_year() {
            directory = directory.on(day);
            let any_date = Wanted::read("when=any-date", &directory.site.areas).0;
            for listing in courses(&directory) {
                let Some(training) = &listing.training else { continue };
                let written = record_of(&records, listing).training.as_ref().unwrap();
                // Dates in files are in the order of the calendar, as texts.
                let is_left = |last: &str| last >= day.iso().as_str();
                let left = written.dates.iter().filter(|one| is_left(one.until.as_ref().unwrap_or(&one.on)));
                let mut left: Vec<_> = left.map(|one| (one.on.clone(), one.until.clone())).collect();
                let mut offered: Vec<_> = training.coming(day).into_iter().map(text).collect();
                prop_assert!(offered.is_sorted_by_key(|one| one.0.clone()));
                left.sort();
                offered.sort();
                prop_assert_eq!(&offered, &left);
                let is_offered = outcome(&directory, listing, any_date);
                prop_assert_eq!(is_offered == Outcome::No, false);
                prop_assert!(offered.is_empty() || is_offered == outcome(&directory, listing, Wanted::default()));
            }
        }
    }
}
