//! The directory that this repository publishes, searched as people search it:
//! whatever is listed is found, what is held or has ended is not, and each
//! count is what counting one by one gives.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use directory::closed::Closed;
use directory::crisis::Crisis;
use directory::day::Day;
use directory::filters::{Choice, GROUPS, Group, options};
use directory::finding::Findings;
use directory::listing::{Listing, Standing};
use directory::record;
use directory::referral::Referral;
use directory::search::{Found, Outcome, Query, Row, View, judge};
use directory::site::Site;
use directory::vocabulary::{Audience, Need};
use directory::{Directory, Filters};
use maintain::data::{Data, each_text};
use maintain::files::Folder;

/// As many entries as the directory began with; none ever goes without a trace.
const FIRST: usize = 212;

/// Searches of many kinds, as they stand in addresses.
const SEARCHES: [&str; 36] = [
    "",
    "age=primary",
    "age=secondary,post-16",
    "age=9",
    "age=y11",
    "age=0",
    "age=25",
    "need=anxiety",
    "need=school-avoidance",
    "need=self-harm,suicide",
    "need=psychosis",
    "need=babies-toddlers",
    "need=whole-school",
    "need=staff-wellbeing,anxiety",
    "thrive=getting-help",
    "thrive=getting-risk-support,getting-more-help",
    "area=havering",
    "area=southwark",
    "area=elsewhere",
    "area=havering,southwark",
    "access=parent",
    "access=gp,known",
    "access=turn-up",
    "format=phone,text-chat",
    "format=school",
    "cost=free",
    "cost=paid,free-to-schools",
    "kind=helpline",
    "kind=training,resource",
    "age=9&need=school-avoidance&area=havering",
    "age=9&need=school-avoidance&area=havering&access=parent&cost=free",
    "age=secondary&need=low-mood,anxiety&thrive=getting-help&area=southwark",
    "age=y6&need=bullying&area=elsewhere&kind=helpline",
    "age=18&need=eating&area=southwark&access=young-person",
    "need=autism,adhd,send&area=havering&access=school&format=group",
    "age=17&need=suicide&thrive=getting-advice&area=southwark&access=parent&format=phone&cost=free&kind=helpline",
];

fn data() -> Data {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    Data::read(&Folder::read(&folder).unwrap())
}

/// Everything in the data, held entries too, so that only search keeps them out.
fn whole() -> Directory {
    let data = data();
    let mut findings = Findings::of_file("data");
    let listings: Vec<Listing> =
        data.listings.iter().filter_map(|file| record::listing(file.record.clone(), &mut findings)).collect();
    assert_eq!(listings.len(), data.listings.len(), "an entry could not be read");
    let site = Site::read(data.site.unwrap().record, &mut findings);
    let crisis = Crisis::read(data.crisis.unwrap().record, &mut findings);
    let words = data.words.merged().unwrap();
    Directory::new(site, crisis, words, listings, Day::read("2026-11-21").unwrap())
}

fn rows(found: &Found) -> impl Iterator<Item = &Row> {
    found.fits.iter().chain(&found.any).chain(&found.may)
}

fn ids<'a>(directory: &'a Directory, found: &Found) -> BTreeSet<&'a str> {
    rows(found).filter_map(|row| directory.at(*row)).map(|listing| listing.id.as_str()).collect()
}

/// The view in which an entry is to be found: that of families, if it speaks to them.
fn view_of(listing: &Listing) -> View {
    if is_for_families(listing) { View::Families } else { View::Staff }
}

fn is_for_families(listing: &Listing) -> bool {
    listing.audience.contains(Audience::Parent) || listing.audience.contains(Audience::YoungPerson)
}

fn is_seen(listing: &Listing, view: View) -> bool {
    listing.standing.is_listed() && (view == View::Staff || is_for_families(listing))
}

/// The areas that a family may choose to find what is for this listing's places.
fn own_areas(directory: &Directory, listing: &Listing) -> Vec<Choice> {
    let areas = &directory.site.areas;
    let within = |slug: &str| areas.named(slug).and_then(|area| area.within.clone());
    let is_own = |choice: &Choice| {
        let slug = choice.slug(areas);
        let mut around: Vec<String> = vec![slug.to_owned()];
        around.extend(within(slug));
        listing.area.is_national || listing.area.places.iter().any(|place| around.contains(place))
    };
    options(Group::Area, areas).filter(is_own).collect()
}

#[test]
fn every_entry_that_the_directory_began_with_is_there_with_a_standing() {
    let data = data();
    let ids: BTreeSet<_> = data.listings.iter().map(|file| file.record.id.as_str()).collect();
    assert!(ids.len() >= FIRST, "{}", ids.len());
    assert_eq!(ids.len(), data.listings.len(), "an id stands twice");
    for file in &data.listings {
        let standing = file.record.standing.as_str();
        assert!(["active", "doubtful", "held", "ended"].contains(&standing), "{}: {standing}", file.path);
    }
}

#[test]
fn the_data_names_nothing_outside_itself() {
    for (path, value) in data().public() {
        each_text(value, &mut |place, text| {
            let is_path = ["/", "../", "./", "~", "file:"].iter().any(|start| text.starts_with(start));
            assert!(!is_path && !text.contains("shared/facts"), "{path}, {place}: {text}");
        });
    }
}

#[test]
fn whatever_is_listed_is_found_with_nothing_chosen() {
    let directory = whole();
    for listing in directory.listings().iter().filter(|listing| listing.standing.is_listed()) {
        for view in [view_of(listing), View::Staff] {
            let found = ids(&directory, &directory.search(Query { view, ..Query::default() }));
            assert!(found.contains(listing.id.as_str()), "{} in {view:?}", listing.id);
        }
    }
}

#[test]
fn whatever_is_listed_is_found_by_each_of_its_needs_and_in_its_own_area() {
    let directory = whole();
    let mut tried = 0;
    for listing in directory.listings().iter().filter(|listing| listing.standing.is_listed()) {
        let view = view_of(listing);
        let of_view: Vec<Need> = match view {
            View::Families => Need::for_families().collect(),
            View::Staff => Need::for_staff().collect(),
        };
        let areas = own_areas(&directory, listing);
        assert!(!areas.is_empty(), "{} is in no area that can be chosen", listing.id);
        for need in of_view.into_iter().filter(|need| listing.needs.contains(*need)) {
            let by_need = Filters::default().toggled(Choice::Need(need));
            let by_area = areas.iter().map(|area| by_need.toggled(*area));
            for filters in [by_need].into_iter().chain(by_area) {
                let found = ids(&directory, &directory.search(Query { filters, view, ..Query::default() }));
                let address = filters.write(&directory.site.areas);
                assert!(found.contains(listing.id.as_str()), "{} by {address} in {view:?}", listing.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "only {tried} searches");
}

#[test]
fn an_entry_for_any_worry_is_found_by_every_worry() {
    let directory = whole();
    let general = directory.listings().iter().filter(|listing| listing.needs.contains(Need::General));
    let general: Vec<_> = general.filter(|listing| is_seen(listing, View::Families)).collect();
    assert!(!general.is_empty());
    for need in Need::for_families() {
        let filters = Filters::default().toggled(Choice::Need(need));
        let found = ids(&directory, &directory.search(Query { filters, ..Query::default() }));
        for listing in &general {
            assert!(found.contains(listing.id.as_str()), "{} by {}", listing.id, need.slug());
        }
    }
}

#[test]
fn what_is_held_or_has_ended_is_found_by_no_search() {
    let directory = whole();
    let is_hidden = |listing: &&Listing| matches!(listing.standing, Standing::Held | Standing::Ended(_));
    let hidden: BTreeSet<_> = directory.listings().iter().filter(is_hidden).map(|one| one.id.as_str()).collect();
    assert!(hidden.len() >= 20, "{hidden:?}");
    let areas = &directory.site.areas;
    let single = GROUPS.into_iter().flat_map(|group| options(group, areas));
    let single = single.map(|choice| Filters::default().toggled(choice));
    for filters in SEARCHES.iter().map(|search| Filters::read(search, areas).0).chain(single) {
        for view in [View::Families, View::Staff] {
            let found = ids(&directory, &directory.search(Query { filters, view, ..Query::default() }));
            let shown: Vec<_> = found.intersection(&hidden).collect();
            assert!(shown.is_empty(), "{shown:?} by {} in {view:?}", filters.write(areas));
        }
    }
}

#[test]
fn what_is_found_is_what_judging_one_by_one_gives() {
    let directory = whole();
    let areas = &directory.site.areas;
    for search in SEARCHES {
        let filters = Filters::read(search, areas).0;
        for view in [View::Families, View::Staff] {
            let found = directory.search(Query { filters, view, ..Query::default() });
            let parts = [(&found.fits, Outcome::Fits), (&found.any, Outcome::AnyWorry), (&found.may, Outcome::May)];
            for (part, outcome) in parts {
                let found: BTreeSet<_> = part.iter().map(|row| directory.at(*row).unwrap().id.as_str()).collect();
                let seen = directory.listings().iter().filter(|listing| is_seen(listing, view));
                let judged = seen.filter(|listing| judge(listing, filters, areas).0 == outcome);
                let judged: BTreeSet<_> = judged.map(|listing| listing.id.as_str()).collect();
                assert_eq!(found, judged, "{search} in {view:?}: {outcome:?}");
            }
        }
    }
}

#[test]
fn the_count_beside_each_option_is_what_counting_one_by_one_gives() {
    let directory = whole();
    let areas = &directory.site.areas;
    for search in SEARCHES {
        let (filters, dropped) = Filters::read(search, areas);
        assert!(dropped.is_empty(), "{search}: {dropped:?}");
        for view in [View::Families, View::Staff] {
            let found = directory.search(Query { filters, view, ..Query::default() });
            for choice in GROUPS.into_iter().flat_map(|group| options(group, areas)) {
                let alone = filters.lifted(choice.group()).toggled(choice);
                let seen = directory.listings().iter().filter(|listing| is_seen(listing, view));
                let count = seen.filter(|listing| judge(listing, alone, areas).0 == Outcome::Fits).count();
                let option = format!("{}={}", choice.group().key(), choice.slug(areas));
                assert_eq!(found.counts.of(choice), count, "{option} beside {search} in {view:?}");
            }
        }
    }
}

#[test]
fn no_sheet_invites_to_refer_a_child_in_danger_or_to_a_crisis_line() {
    let directory = whole();
    let has = |id: &str| directory.listings().iter().find(|one| one.id.as_str() == id).map(Listing::referral);
    for hub in ["havering-mash", "southwark-mash", "ceop", "report-remove"] {
        assert_eq!(has(hub), Some(Referral::Safeguarding), "{hub}");
    }
    for listing in directory.listings() {
        let is_line = listing.crisis_route.is_some();
        assert!(!is_line || listing.referral() != Referral::Sheet, "{} is a crisis line", listing.id);
    }
    let sheets = directory.listings().iter().filter(|listing| listing.referral() == Referral::Sheet).count();
    assert!(sheets > 80, "only {sheets} entries have a sheet");
}
