//! How long the directory takes: filtering with all counts, a question in
//! plain words, and reading the bundle, at four sizes; and finding a school.
//!
//! The listings are made up and the same on every run, so that figures of two
//! days can be compared.

#![allow(clippy::unwrap_used, missing_docs)]

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use directory::day::Day;
use directory::filters::Filters;
use directory::gaps::GapChoices;
use directory::schools::{MOST_OFFERED, Register};
use directory::search::{Column, Query, Sort};
use directory::{Directory, closed::Closed, vocabulary};
use std::fmt::Write;
use std::hint::black_box;

const SIZES: [usize; 4] = [150, 2_000, 20_000, 100_000];

/// Numbers that look like chance and are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn some<T: Closed>(&mut self, most: usize) -> String {
        let count = 1 + self.below(most);
        let slugs: Vec<_> =
            (0..count).map(|_| format!("\"{}\"", T::all()[self.below(T::all().len())].slug())).collect();
        format!("[{}]", slugs.join(","))
    }

    fn one<T: Closed>(&mut self) -> &'static str {
        T::all()[self.below(T::all().len())].slug()
    }
}

fn bundle(size: usize) -> String {
    use vocabulary::{Asker, CostKind, Format, Kind, Need, Thrive};
    let mut dice = Dice(2026);
    let mut listings = String::new();
    for at in 0..size {
        let (from, to) = (dice.below(14), 11 + dice.below(15));
        let names = ["Harbour", "Willow", "Bridge", "Lantern", "Meadow", "Compass", "Acorn", "Beacon"];
        let places = ["national", "national", "havering", "southwark", "london"];
        let comma = if at == 0 { "" } else { "," };
        write!(
            listings,
            r#"{comma}{{"id":"made-up-{at}","name":"{} {} {at}","provider":"{} Trust","kind":"{}","standing":"active",
            "summary":"Help for children and families with worry, sleep and feeling sad, at school or at home.",
            "needs":{},"audience":["parent","staff"],"area":{{"places":["{}"]}},"sources":[]"#,
            names[dice.below(8)],
            names[dice.below(8)],
            names[dice.below(8)],
            dice.one::<Kind>(),
            dice.some::<Need>(4),
            places[dice.below(5)],
        )
        .unwrap();
        // Each of these is not known for some.
        if dice.below(5) > 0 {
            write!(listings, r#","ages":{{"from":{from},"to":{}}}"#, from.max(to)).unwrap();
        }
        if dice.below(5) > 0 {
            write!(listings, r#","thrive":{}"#, dice.some::<Thrive>(2)).unwrap();
        }
        if dice.below(4) > 0 {
            write!(listings, r#","access":{{"who":{}}}"#, dice.some::<Asker>(3)).unwrap();
        }
        if dice.below(4) > 0 {
            write!(listings, r#","formats":{}"#, dice.some::<Format>(3)).unwrap();
        }
        if dice.below(3) > 0 {
            write!(listings, r#","cost":{{"kind":"{}"}}"#, dice.one::<CostKind>()).unwrap();
        }
        if dice.below(10) > 0 {
            listings.push_str(r#","contacts":{"phones":[{"number":"020 7946 0000"}],"web":"https://example.org/"}"#);
        }
        if dice.below(3) > 0 {
            listings.push_str(r#","stated":["ages","access","cost"]"#);
        }
        listings.push('}');
    }
    format!(
        r#"{{"format":1,"made":"2026-11-21","crisis":{{"strip":[],"routes":[]}},"site":{{"name":"Made up","areas":[
        {{"slug":"havering","label":"Havering","within":"london","choice":true,"next_step":"Ask your GP."}},
        {{"slug":"southwark","label":"Southwark","within":"london","choice":true,"next_step":"Ask your GP."}},
        {{"slug":"london","label":"London","choice":false,"next_step":"Ask your GP."}}]}},
        "words":{{"needs":{{"sleep":["tired","nightmares"],"anxiety":["worry","panic attack"]}}}},"listings":[{listings}]}}"#
    )
}

fn today() -> Day {
    Day::of(2026, 11, 21).unwrap()
}

fn directory(size: usize) -> Directory {
    let (directory, _) = Directory::read(&bundle(size), today()).unwrap();
    assert_eq!(directory.listings().len(), size);
    directory
}

fn search(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("search");
    for size in SIZES {
        let directory = directory(size);
        let filters = |fragment| Filters::read(fragment, &directory.site.areas).0;
        let question = directory.read_question("my son is tired and has panic attacks");
        let queries = [
            ("everything", Query::default()),
            ("one-filter", Query { filters: filters("need=sleep"), ..Query::default() }),
            (
                "six-filters",
                Query {
                    filters: filters(
                        "age=primary,y6&need=anxiety,sleep,low-mood&area=havering&access=parent,school&format=group,course&cost=free",
                    ),
                    ..Query::default()
                },
            ),
            (
                "by-name",
                Query { filters: filters("age=10&area=havering"), sort: Sort::Up(Column::Name), ..Query::default() },
            ),
            ("question", Query { question: question.as_ref(), ..Query::default() }),
        ];
        for (name, query) in queries {
            group.bench_with_input(BenchmarkId::new(name, size), &query, |bench, query| {
                bench.iter(|| black_box(directory.search(black_box(*query))));
            });
        }
    }
    group.finish();
}

/// The gap map: 140 cells, or 700 where each grouping has its own.
fn gaps(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("gaps");
    for size in SIZES {
        let directory = directory(size);
        for fragment in ["area=havering", "show=each"] {
            let choices = GapChoices::read(fragment, &directory.site.areas).0;
            group.bench_with_input(BenchmarkId::new(fragment, size), &choices, |bench, choices| {
                bench.iter(|| black_box(directory.gaps(black_box(*choices))));
            });
        }
    }
    group.finish();
}

fn read(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("read");
    group.sample_size(10);
    for size in SIZES {
        let text = bundle(size);
        group.bench_with_input(BenchmarkId::from_parameter(size), &text, |bench, text| {
            bench.iter(|| black_box(Directory::read(black_box(text), today())));
        });
    }
    group.finish();
}

/// A school found among so many by what somebody types of it, one mistake at
/// the worst.
fn schools(bench: &mut Criterion) {
    let mut group = bench.benchmark_group("schools");
    for size in [100, 1_000, 10_000] {
        let mut dice = Dice(2026);
        let saints = ["St Mary’s", "Hill View", "Oak Tree", "Saint Peter’s", "The Brook", "Harbour"];
        let kinds = ["Primary School", "Academy", "Infants", "College", "High School"];
        let school = |at: usize| {
            let name = format!("{} {} {at}", saints[dice.below(6)], kinds[dice.below(5)]);
            format!(r#"{{"id":"{at}","name":"{name}","area":"havering","locality":"Romford"}}"#)
        };
        let all: Vec<_> = (0..size).map(school).collect();
        let text = format!(r#"{{"format":1,"source":"","taken_on":"2026-11-21","schools":[{}]}}"#, all.join(","));
        let register = Register::read(&text).unwrap().0.unwrap();
        for typed in ["s", "st marys", "school peters", "harbuor acadmy"] {
            bench_offer(&mut group, &register, size, typed);
        }
    }
    group.finish();
}

fn bench_offer(group: &mut BenchmarkGroup<'_, WallTime>, register: &Register, size: usize, typed: &str) {
    group.bench_with_input(BenchmarkId::new(typed, size), typed, |bench, typed| {
        bench.iter(|| black_box(register.offered(black_box(typed), MOST_OFFERED).len()));
    });
}

criterion_group!(benches, search, gaps, read, schools);
criterion_main!(benches);
