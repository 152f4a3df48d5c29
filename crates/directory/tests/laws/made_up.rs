//! Made-up records: like real ones, with each field sometimes not known.

pub mod offers;
pub mod courses;
pub mod talk;

use directory::Directory;
use directory::age::AgeChoice;
use directory::area::{Areas, Place};
use directory::closed::{Choices, Closed};
use directory::day::Day;
use directory::filters::Filters;
use directory::freshness::Terms;
use directory::record::{
    AccessRecord, AgesRecord, AreaRecord, BundleRecord, CheckRecord, ContactsRecord, CostRecord, CrisisRecord,
    ExtensionRecord, FORMAT, ListingAreaRecord, ListingRecord, Named, NumberRecord, ReleaseRecord, RouteRecord,
    SiteRecord, StripLineRecord, WithdrawnRecord, WordsRecord,
};
use directory::vocabulary::{Asker, Audience, CostKind, Format, Kind, Need, Thrive};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

/// The day of every made-up directory.
pub fn today() -> Day {
    Day::read("2026-11-21").unwrap()
}

/// Half of all choices are among so many, so that records and filters meet.
const FIRST: usize = 3;

/// Some slugs of a closed set, at most so many.
fn slugs<T: Closed>(most: usize) -> impl Strategy<Value = Vec<String>> {
    let all: Vec<_> = T::all().iter().map(|one| one.slug().to_owned()).collect();
    let first = all.iter().take(FIRST).cloned().collect::<Vec<_>>();
    let most = most.min(first.len());
    prop_oneof![subsequence(all, 0..=most), subsequence(first, 0..=most)]
}

fn slug<T: Closed>() -> impl Strategy<Value = String> {
    select(T::all().iter().map(|one| one.slug().to_owned()).collect::<Vec<_>>())
}

/// The areas: two boroughs, their region, a part of one, and one alone.
pub fn site() -> SiteRecord {
    let area = |slug: &str, within: Option<&str>, choice| AreaRecord {
        slug: slug.to_owned(),
        label: slug.to_uppercase(),
        within: within.map(str::to_owned),
        choice,
        next_step: "Ask your GP.".to_owned(),
    };
    SiteRecord {
        name: "Made up".to_owned(),
        release: ReleaseRecord::Word("none".to_owned()),
        gathered: "2026-11-21".to_owned(),
        leave_to: "https://example.org/".to_owned(),
        advice: "listing-0".to_owned(),
        areas: vec![
            area("havering", Some("london"), true),
            area("southwark", Some("london"), true),
            area("london", None, false),
            area("harold-hill", Some("havering"), false),
            area("kent", None, true),
        ],
        terms: ["01-01", "04-15", "09-01"].map(str::to_owned).to_vec(),
        ..SiteRecord::default()
    }
}

/// Crisis help with one route.
fn crisis() -> CrisisRecord {
    let line = StripLineRecord { route: "emergency".to_owned(), link: "Call 999".to_owned(), ..Default::default() };
    let route = RouteRecord {
        id: "emergency".to_owned(),
        group: "everyone".to_owned(),
        block: true,
        says: "Call 999.".to_owned(),
        call: Some("999".to_owned()),
        ..RouteRecord::default()
    };
    CrisisRecord { format: FORMAT, strip: vec![line.clone(), line.clone(), line], routes: vec![route] }
}

fn ages() -> impl Strategy<Value = AgesRecord> {
    (0_i64..20, 0_i64..20).prop_map(|(from, more)| AgesRecord { from: Some(from), to: Some((from + more).min(120)) })
}

fn area() -> impl Strategy<Value = ListingAreaRecord> {
    let places = prop_oneof![
        4 => Just(vec!["national".to_owned()]),
        4 => subsequence(["havering", "southwark", "london", "harold-hill", "kent"].to_vec(), 1..3)
            .prop_map(|places| places.into_iter().map(str::to_owned).collect()),
        1 => Just(vec!["nowhere-we-know".to_owned()]),
        1 => Just(Vec::new()),
    ];
    let coverage = prop_oneof![5 => Just(None), 1 => Just(Some("only where the school pays".to_owned()))];
    let schools = prop_oneof![5 => Just(None), 1 => select(vec!["all", "listed", "not-known"]).prop_map(Some)];
    (places, coverage, schools).prop_map(|(places, coverage, schools)| ListingAreaRecord {
        places,
        coverage,
        schools: schools.map(str::to_owned),
        ..ListingAreaRecord::default()
    })
}

fn contacts() -> impl Strategy<Value = ContactsRecord> {
    let number = NumberRecord { number: "0800 1111".to_owned(), ..NumberRecord::default() };
    (any::<bool>(), any::<bool>()).prop_map(move |(has_phone, has_web)| ContactsRecord {
        phones: if has_phone { vec![number.clone()] } else { Vec::new() },
        web: has_web.then(|| "https://example.org/help".to_owned()),
        ..ContactsRecord::default()
    })
}

fn check() -> impl Strategy<Value = CheckRecord> {
    let day = select(vec!["2026-11-01", "2026-06-01", "2026-02-01", "2025-10-01", "2019"]);
    day.prop_map(|on| CheckRecord {
        on: on.to_owned(),
        by: "coordinator".to_owned(),
        means: "called".to_owned(),
        ..CheckRecord::default()
    })
}

fn standing() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        8 => Just("active"), 2 => Just("doubtful"), 1 => Just("held"), 1 => Just("withdrawn"), 1 => Just("ended")
    ]
}

fn withdrawn() -> WithdrawnRecord {
    let (on, reason) = ("2026-11-20".to_owned(), "Its number may be wrong.".to_owned());
    WithdrawnRecord { on, reason, ..WithdrawnRecord::default() }
}

fn words() -> impl Strategy<Value = String> {
    let word =
        select(vec!["help", "with", "Sleep", "self-harm", "at", "school,", "Zoë's", "café", "&", "worry", "aged"]);
    vec(word, 1..8).prop_map(|words| words.join(" "))
}

/// A record, whose id is to be written in.
fn record() -> impl Strategy<Value = ListingRecord> {
    let what = (words(), words(), slug::<Kind>(), standing(), of(words()), of(check()));
    let extension = (10_i64..30, words()).prop_map(|(to, condition)| ExtensionRecord { to, condition });
    let whom = (of(ages()), vec(extension, 0..3), slugs::<Need>(4), of(slugs::<Thrive>(2)), slugs::<Audience>(3));
    let cost = (slug::<CostKind>(), words()).prop_map(|(kind, note)| CostRecord { kind, note });
    let how = (area(), of(slugs::<Asker>(3)), of(slugs::<Format>(3)), of(cost), contacts());
    let is_general = prop::bool::weighted(0.2);
    let stated = subsequence(["ages", "area", "access", "formats", "cost"].map(str::to_owned).to_vec(), 0..5);
    (what, whom, how, is_general, stated).prop_map(|(what, whom, how, is_general, stated)| {
        let (name, summary, kind, standing, provider, checked) = what;
        let (ages, ages_extended, mut needs, thrive, audience) = whom;
        let (area, who, formats, cost, contacts) = how;
        if is_general {
            needs.push(Need::General.slug().to_owned());
        }
        ListingRecord {
            name,
            summary,
            kind,
            standing: standing.to_owned(),
            doubt: Some("Its page is old.".to_owned()),
            successor: Some("none-known".to_owned()),
            withdrawn: Some(withdrawn()),
            provider,
            checked,
            ages,
            ages_extended,
            needs,
            thrive,
            audience,
            area,
            access: AccessRecord { who, ..AccessRecord::default() },
            formats,
            cost,
            contacts,
            stated,
            ..ListingRecord::default()
        }
    })
}

/// Records with ids of their own, so many at most.
pub fn records(most: usize) -> impl Strategy<Value = Vec<ListingRecord>> {
    vec(record(), 0..=most).prop_map(|mut records| {
        records.iter_mut().enumerate().for_each(|(at, record)| record.id = format!("listing-{at}"));
        records
    })
}

/// The bundle of these records.
pub fn bundle(records: &[ListingRecord]) -> String {
    let words = ["sleep", "anxiety"].map(|need| (need.to_owned(), vec!["tired".to_owned(), "panic attack".to_owned()]));
    bundle_saying(records, WordsRecord { needs: Named(words.to_vec()), ..WordsRecord::default() })
}

/// The bundle of these records, and of these words.
pub fn bundle_saying(records: &[ListingRecord], words: WordsRecord) -> String {
    let bundle = BundleRecord {
        format: FORMAT,
        made: "2026-11-21".to_owned(),
        site: site(),
        crisis: crisis(),
        words,
        glossary: Vec::new(),
        self_help: Vec::new(),
        leaflets: Vec::new(),
        listings: records.to_vec(),
        history: Vec::new(),
        schools: None,
    };
    serde_json::to_string(&bundle).unwrap()
}

/// A directory of these records.
pub fn directory_of(records: &[ListingRecord]) -> Directory {
    let (directory, _) = Directory::read(&bundle(records), today()).unwrap();
    assert_eq!(directory.site.terms, Terms::default());
    directory
}

/// The areas of every made-up directory.
pub fn areas() -> Areas {
    directory_of(&[]).site.areas
}

/// Some of a closed set: often none, seldom many.
fn choices<T: Closed + std::fmt::Debug>() -> impl Strategy<Value = Choices<T>> {
    let all = T::all().to_vec();
    let (first, most) = (all.iter().copied().take(FIRST).collect::<Vec<_>>(), all.len());
    let some = prop_oneof![
        12 => Just(Vec::new()),
        4 => subsequence(first, 1..=2),
        2 => subsequence(all.clone(), 1..=3),
        1 => subsequence(all, 0..=most),
    ];
    some.prop_map(|some| some.into_iter().collect())
}

/// Filters as an address may hold them.
pub fn filters() -> impl Strategy<Value = Filters> {
    let places: Vec<Place> = areas().choices().collect();
    let area = prop_oneof![2 => Just(Vec::new()), 3 => subsequence(places, 0..=4)];
    let first = (choices::<AgeChoice>(), choices::<Need>(), choices::<Thrive>(), area);
    let last = (choices::<Asker>(), choices::<Format>(), choices::<CostKind>(), choices::<Kind>(), any::<bool>());
    (first, last).prop_map(|((age, need, thrive, area), (access, format, cost, kind, has_words))| Filters {
        age,
        // The hidden need can be chosen by nobody.
        need: need.without(Need::General),
        thrive,
        area: area.into_iter().fold(Default::default(), directory::area::Places::with),
        access,
        format,
        cost,
        kind,
        has_words,
    })
}

/// Any JSON at all, not too deep.
pub fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        select(vec!["national", "active", "none", "65535:59", "2026-02-30", "https://"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map("[a-z_]{0,12}", inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Puts a value in the place of any value inside another, at any depth.
pub fn replace_somewhere(value: &mut serde_json::Value, path: &[Index], new: serde_json::Value) {
    use serde_json::Value;
    let Some((step, rest)) = path.split_first() else {
        *value = new;
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = step.index(items.len());
            replace_somewhere(&mut items[at], rest, new);
        }
        Value::Object(fields) if !fields.is_empty() => {
            let key = fields.keys().nth(step.index(fields.len())).unwrap().clone();
            replace_somewhere(&mut fields[&key], rest, new);
        }
        _ => *value = new,
    }
}
