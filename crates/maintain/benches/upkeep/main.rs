//! How long the upkeep of a directory takes: the check, a merge, an export, an
//! import, at four sizes; and how much memory an import of the largest needs.
//!
//! `cargo bench -p maintain` measures all of it and ends with a table: if time
//! grows in line with the entries, each row of it has one figure. The entries
//! are made up and the same on every run. `WAYMARK_BENCH_MOST=2000` leaves out
//! what is larger.

#![allow(clippy::unwrap_used, missing_docs)]

mod figures;
mod made_up;

use std::cell::OnceCell;
use std::hint::black_box;
use std::io::sink;
use std::path::Path;

use clap::{Args, Parser};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};
use maintain::check::{self, Dates};
use maintain::command::{Ended, Setting};
use maintain::data::Data;
use maintain::files::Folder;
use maintain::{export, import, merge, template};

use made_up::MadeUp;

/// A school's own list, this directory, a county, a country.
const SIZES: [usize; 4] = [212, 2_000, 20_000, 100_000];

/// What makes of this program one that does a single thing, so that its memory
/// is that of the thing.
const ALONE: &str = "WAYMARK_BENCH_ALONE";

/// What a command takes, as it is typed.
#[derive(Parser)]
struct Typed<A: Args> {
    #[command(flatten)]
    asked: A,
}

fn typed<A: Args>(words: &[&str]) -> A {
    Typed::parse_from(["command"].iter().chain(words)).asked
}

fn at(data: &Path, partners: &Path) -> Setting {
    Setting { data: data.to_owned(), partners: partners.to_owned(), today: made_up::today(), is_quiet: true }
}

fn export_to(data: &Path, to: &str) {
    let setting = at(data, &data.join("../partners"));
    let ended = export::tell(&setting, &typed(&["--to", to]), &mut sink(), &mut sink()).unwrap();
    assert_eq!(ended, Ended::Well);
}

/// Takes a feed in, into a directory that has nothing of it.
fn import_into(data: &Path, feed: &Path, is_written: bool) {
    let setting = at(data, &data.join("../partners"));
    let feed = feed.to_str().unwrap();
    let mut words = vec![feed, "--source", "Made up", "--licence", "None: made up"];
    words.extend(is_written.then_some("--write"));
    import::tell(&setting, &typed(&words), &mut sink(), &mut sink()).unwrap();
}

/// One list for each partner, with every entry ticked as still right.
fn sheets(made_up: &MadeUp) -> Vec<String> {
    let folder = made_up.data.join("../back");
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).unwrap();
    let setting = at(&made_up.data, &made_up.data.join("../partners"));
    let to = folder.to_str().unwrap();
    template::tell(&setting, &typed(&["--all", "--csv", "--replace", "--out", to]), &mut sink(), &mut sink()).unwrap();
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    paths.sort();
    for path in &paths {
        let list = std::fs::read_to_string(path).unwrap();
        std::fs::write(path, list.replace("\r\n,", "\r\nYes,")).unwrap();
    }
    paths.iter().map(|path| path.to_str().unwrap().to_owned()).collect()
}

/// Shows what came back.
fn merge_into(made_up: &MadeUp, sheets: &[String]) {
    let setting = at(&made_up.data, &made_up.data.join("../partners"));
    let mut words: Vec<&str> = sheets.iter().map(String::as_str).collect();
    words.extend(["--by", "office manager", "--on", "2026-11-20"]);
    merge::tell(&setting, &typed(&words), &mut sink(), &mut sink()).unwrap();
}

fn upkeep(bench: &mut Criterion) {
    let most = std::env::var("WAYMARK_BENCH_MOST").ok().and_then(|most| most.parse().ok()).unwrap_or(usize::MAX);
    for size in SIZES.into_iter().filter(|size| *size <= most) {
        let made_up = MadeUp::of(size);
        let mut group = bench.benchmark_group("upkeep");
        group.sample_size(10).sampling_mode(SamplingMode::Flat).throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::new("check", size), |bench| {
            bench.iter(|| {
                let data = Data::read(&Folder::read(&made_up.data).unwrap());
                // Of 100,000 ids some share the short code of links, and the check
                // says so.
                black_box(check::run(&data, made_up::today(), Dates::Lenient));
            });
        });
        // Only whoever measures it waits until the lists are written.
        let lists = OnceCell::new();
        group.bench_function(BenchmarkId::new("merge, shown", size), |bench| {
            let lists = lists.get_or_init(|| sheets(&made_up));
            bench.iter(|| merge_into(&made_up, lists));
        });
        for to in ["oruk", "csv"] {
            group.bench_function(BenchmarkId::new(format!("export {to}"), size), |bench| {
                bench.iter(|| export_to(&made_up.data, to));
            });
        }
        group.bench_function(BenchmarkId::new("import, shown", size), |bench| {
            bench.iter(|| import_into(&made_up.empty, &made_up.feed, false));
        });
        group.finish();
    }
}

/// One thing, alone in its process.
fn alone(what: &str) {
    let (what, size) = what.split_once(' ').unwrap();
    let made_up = MadeUp::of(size.parse().unwrap());
    match what {
        "import" => import_into(&made_up.fresh(), &made_up.feed, true),
        _ => export_to(&made_up.data, what),
    }
    figures::tell_memory(what, size);
}

fn main() {
    if let Ok(what) = std::env::var(ALONE) {
        return alone(&what);
    }
    let mut criterion = Criterion::default().configure_from_args();
    upkeep(&mut criterion);
    criterion.final_summary();
    figures::table(&SIZES);
    // Whoever names one measurement asks for no other.
    if std::env::args().skip(1).any(|word| word != "--bench") {
        return;
    }
    let largest = SIZES.into_iter().filter(|size| made_up::is_made(*size)).max().unwrap_or(SIZES[0]);
    for what in ["import", "oruk", "hsds", "csv", "json-ld"] {
        figures::memory(ALONE, what, largest);
    }
}
