//! `cargo xtask fixture`: a directory of made-up services, as large as wanted.
//!
//! Each takes its sorting (needs, ages, area, who may ask, cost) piece by piece
//! from real entries, so that a search finds as much of it as in real life; its
//! name and numbers are made up, and its words are those of many. The same numbers give the same files on
//! any machine. The vocabulary is not compiled in: what was written is checked
//! by `cargo maintain check`, as any other data.

mod dice;
pub(crate) mod schools;
mod history;
mod staff;
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::{Map, Value, json};

use crate::{files, process, repository};
use dice::Dice;
use words::Words;

/// Of `cargo xtask fixture`.
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// How many services to make up
    #[arg(long)]
    listings: u32,
    /// How many schools to make up; one service in ten covers some of them
    #[arg(long, default_value_t = 0)]
    schools: u32,
    /// The folder to write, new or empty
    out: PathBuf,
}

/// The fields that say how an entry is sorted, and that are taken together.
const TOGETHER: [&[&str]; 4] = [
    &["kind", "audience", "training", "resource"],
    &["needs", "thrive", "ages", "user_ages"],
    &["area"],
    &["cost", "formats", "hours", "opening"],
];

/// Writes the directory, and checks it.
pub(crate) fn run(options: &Options) -> Result<()> {
    let out = repository::typed(&options.out)?;
    write(options.listings, options.schools, &out)?;
    let mut check = process::cargo();
    check.args(["run", "--quiet", "--package", "maintain", "--", "check", "--data"]).arg(&out);
    process::run(&mut check)?;
    println!("{} made-up services are in {}", options.listings, out.display());
    Ok(())
}

/// Writes so many services, into a folder that is new or empty.
pub(crate) fn write(listings: u32, schools: u32, out: &Path) -> Result<()> {
    if fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        bail!("{} is not empty; name a new folder", out.display());
    }
    let real = real(&repository::data())?;
    let folder = out.join("listings");
    fs::create_dir_all(&folder)?;
    keep(&real, &folder)?;
    let models: Vec<_> = real.iter().filter(|one| is_model(one)).collect();
    let words = Words::of(&models);
    if schools > 0 {
        schools::write(schools, out)?;
    }
    let mut dice = Dice::new(u64::from(listings));
    let (mut courses, mut of_staff) = (Vec::new(), Dice::new(u64::from(listings) + 1));
    (1..=listings).try_for_each(|number| {
        let mut made = made_up(number, &models, &words, schools, &mut dice);
        staff::add(&mut made, &mut courses, &mut of_staff);
        file(&folder, &made)
    })?;
    history::write(out, listings, &mut dice)
}

/// The real entries, in order of their ids.
fn real(data: &Path) -> Result<Vec<Value>> {
    let folder = data.join("listings");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
        .map(|file| {
            let text = fs::read(file)?;
            serde_json::from_slice(&text).with_context(|| file.display().to_string())
        })
        .collect()
}

/// The site needs its own files, and the entries that they name.
fn keep(real: &[Value], listings: &Path) -> Result<()> {
    let (data, out) = (repository::data(), listings.with_file_name(""));
    files::copy(&data.join("words"), &out.join("words"))?;
    for file in ["site.json", "crisis.json"] {
        fs::copy(data.join(file), out.join(file)).with_context(|| format!("cannot copy data/{file}"))?;
    }
    let site: Value = serde_json::from_slice(&fs::read(data.join("site.json"))?)?;
    real.iter()
        .filter(|one| one.get("crisis").is_some() || one["id"] == site["advice"])
        .try_for_each(|one| file(listings, one))
}

fn is_model(entry: &Value) -> bool {
    entry["standing"] == "active" && entry.get("crisis").is_none()
}

fn made_up(number: u32, models: &[&Value], words: &Words<'_>, schools: u32, dice: &mut Dice) -> Value {
    let mut made = Map::new();
    for fields in TOGETHER {
        let Some(model) = dice.one(models) else { continue };
        for field in fields {
            if let Some(value) = model.get(*field) {
                made.insert((*field).to_owned(), value.clone());
            }
        }
    }
    let who = dice.one(models).and_then(|model| model["access"].get("who"));
    if let Some(who) = who {
        made.insert("access".to_owned(), json!({ "who": who }));
    }
    let covered = schools::covered(schools, dice);
    if let Some(area) = made.get_mut("area").and_then(Value::as_object_mut) {
        if let Some(coverage) = area.get_mut("coverage") {
            *coverage = json!("only some of it, made up: ask");
        }
        if let Some((ids, confirmed)) = covered {
            area.insert("schools".to_owned(), json!("listed"));
            area.insert("school_ids".to_owned(), json!(ids));
            area.extend(confirmed.map(|confirmed| ("coverage_confirmed".to_owned(), confirmed)));
        }
    }
    let sentence = words.sentence(made.get("needs").unwrap_or(&Value::Null), dice);
    let about = made.get("needs").and_then(|needs| needs.get(0)?.as_str()).unwrap_or("any worry").replace('-', " ");
    // Numbers that are kept free for stories, so that they ring nowhere.
    let phone = format!("01632 960{:03}", number % 1000);
    made.extend([
        ("format".to_owned(), json!(1)),
        ("id".to_owned(), json!(format!("made-up-{number:06}"))),
        ("name".to_owned(), json!(words::name(&about, dice))),
        ("provider".to_owned(), json!(words::provider(dice.below(number.div_ceil(3))))),
        ("standing".to_owned(), json!("active")),
        ("summary".to_owned(), json!(format!("Made up for tests. {sentence}"))),
        ("contacts".to_owned(), json!({ "phones": [{ "number": phone }] })),
        ("sources".to_owned(), json!([{ "type": "made up", "source": "Made up for tests.", "fields": ["summary"] }])),
    ]);
    Value::Object(made)
}

fn file(listings: &Path, entry: &Value) -> Result<()> {
    let id = entry["id"].as_str().context("an entry without an id")?;
    let path = listings.join(format!("{id}.json"));
    fs::write(&path, format!("{entry:#}\n")).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_make_the_same_services() {
        let model = json!({ "kind": "service", "needs": ["sleep"], "area": { "places": ["national"] }, "access": { "who": ["parent"] } });
        let make = || {
            let (mut dice, words) = (Dice::new(7), Words::of(&[&model]));
            (1..=50).map(|number| made_up(number, &[&model], &words, 9, &mut dice)).collect::<Vec<_>>()
        };
        let made = make();
        assert_eq!(made, make());
        assert_eq!(made[4]["id"], "made-up-000005");
        assert_eq!(made[4]["access"]["who"], json!(["parent"]));
        assert!(made.iter().any(|one| one["area"]["schools"] == "listed"));
        assert!(made.iter().any(|one| one["area"].get("schools").is_none()));
    }
}
