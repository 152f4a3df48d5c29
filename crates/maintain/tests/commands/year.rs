//! A year as a coordinator has it: forty partners, three terms. Some answer
//! late, some wrongly, some never; one sends another file; one entry is taken
//! out, and what another directory sent waits. Everything is made up for tests.

mod answers;
mod kept;
mod people;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::sheet::Column;
use serde_json::{Value, json};

use crate::folder::Said;
use answers::{Form, Saved, put};
use kept::{Year, is_listed, state};
use people::{COUNT, GUARDED, SILENT, entries, id};

/// What becomes of some partners in the autumn; all others answer well.
const CORRECTS: usize = 30;
const MISTAKES_THE_DATE: usize = 31;
const SENDS_ANOTHER_FILE: usize = 32;
const ANSWERS_IN_WINTER: usize = 33;
const NEVER_ANSWERS: usize = 34;
const HAS_ENDED: usize = 35;
const AT_ONCE: [usize; 2] = [36, 37];

/// What came from another directory, and waits until the winter.
const WAITS: &str = "quiet-nights";

const FORMS: [Saved; 4] = [Saved::Workbook, Saved::Commas, Saved::Semicolons, Saved::Tabs];

#[test]
fn a_year_loses_nothing_asks_for_all_that_is_due_and_calls_nothing_current_that_is_overdue() -> Result<()> {
    let mut year = Year::begin(people::directory()?, "2026-09-07");
    year.holds()?;
    assert_eq!(year.run(&["record", "--write"])?.code, Some(0));
    autumn(&mut year)?;
    winter(&mut year)?;
    spring(&mut year)?;
    let said = year.run(&["record"])?;
    assert_eq!(said.out, "The history holds everything.\n");
    Ok(())
}

fn autumn(year: &mut Year) -> Result<()> {
    asks_for_all_that_is_due(year, 1)?;
    let forms: Vec<_> = (0..COUNT).map(|partner| Form::of(&year.folder, "2026-09-07", &id(partner)).ok()).collect();
    assert!(forms.iter().enumerate().all(|(partner, form)| form.is_some() != (partner == SILENT)));
    year.goes_on("2026-09-10")?;
    // Meanwhile somebody here corrects an entry, and another is taken out.
    let [corrected, ..] = entries(10);
    year.folder.set(&format!("listings/{corrected}.json"), "/hours", json!("Weekdays, 9 to 5"))?;
    let [taken_out, ..] = entries(5);
    let said = year.run(&["withdraw", &taken_out, "--reason", "Its number may be wrong.", "--by", "coordinator"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    another_directory_is_taken_in(year)?;
    year.goes_on("2026-09-21")?;
    let files = autumn_answers(year, forms)?;
    let before = year.entries()?;
    let said = merge(year, &files, &[])?;
    assert_eq!(year.entries()?, before, "nothing is written until it is asked for");
    assert_eq!(said.code, Some(1), "some of it is refused: {}", said.out);
    // They ticked before they could see what was corrected here: somebody decides.
    assert!(said.out.contains("it does not stand in their file"), "{}", said.out);
    let decided = ["--write", "--take", &format!("{corrected}.hours=ours")];
    merge(year, &files, &decided)?;
    autumn_is_taken_in(year, &before, &corrected, &taken_out)?;
    changes_nothing(year, |year| merge(year, &files, &decided))?;
    year.goes_on("2026-10-05")?;
    let asked = asks_for_all_that_is_due(year, 2)?;
    let [one, other] = AT_ONCE;
    let late =
        [MISTAKES_THE_DATE, SENDS_ANOTHER_FILE, ANSWERS_IN_WINTER, NEVER_ANSWERS, HAS_ENDED, one, other, GUARDED];
    assert_eq!(asked, late.map(id).into_iter().chain(["council".to_owned()]).collect());
    two_at_once(year)
}

/// The feed of another directory. Nobody is asked about what waits.
fn another_directory_is_taken_in(year: &Year) -> Result<()> {
    let feed = put(&year.folder, "feed.json", crate::import::feed().to_string().as_bytes())?;
    let feed = feed.to_str().context("the path is UTF-8")?;
    let taken = ["import", feed, "--source", "Made-up Council", "--licence", "OGL v3", "--write"];
    let said = year.run(&taken)?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(year.entry(WAITS)?["standing"], "held");
    changes_nothing(year, |year| year.run(&taken))
}

/// What is on the coordinator's desk two weeks later.
fn autumn_answers(year: &Year, forms: Vec<Option<Form>>) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (partner, form) in forms.into_iter().enumerate() {
        let Some(mut form) = form else { continue };
        let [first, second, _] = entries(partner);
        match partner {
            ANSWERS_IN_WINTER | NEVER_ANSWERS => continue,
            partner if AT_ONCE.contains(&partner) => continue,
            SENDS_ANOTHER_FILE => {
                files.push(put(&year.folder, "holiday.xlsx", b"%PDF-1.7 A picture of somebody's holiday")?);
                continue;
            }
            MISTAKES_THE_DATE => form.tick_all("20/09/2062")?,
            CORRECTS => {
                form.tick_all("20/9/26")?;
                form.set(&first, Column::Phones, "01632 960999")?;
            }
            HAS_ENDED => {
                form.tick(&first, "20 Sept 2026")?;
                let gone = Column::Runs.choices(&directory::site::Site::default()).into_iter().next_back();
                form.set(&second, Column::Runs, &gone.context("a word for it")?)?;
            }
            _ => form.tick_all(["20/9/26", "20 September 2026", "20.09.2026", "2026-09-20"][partner % 4])?,
        }
        files.push(form.send(&year.folder, &id(partner), FORMS[partner % FORMS.len()])?);
    }
    Ok(files)
}

fn autumn_is_taken_in(
    year: &Year,
    before: &std::collections::BTreeMap<String, Value>,
    corrected: &str,
    taken_out: &str,
) -> Result<()> {
    let now = year.entries()?;
    let ended = entries(HAS_ENDED)[1].clone();
    for partner in 0..COUNT {
        for (number, id) in entries(partner).iter().enumerate() {
            let (was, is) = (&before[id], &now[id]);
            let is_quiet =
                [MISTAKES_THE_DATE, SENDS_ANOTHER_FILE, ANSWERS_IN_WINTER, NEVER_ANSWERS, SILENT].contains(&partner);
            let is_open = AT_ONCE.contains(&partner) || id == taken_out || partner == HAS_ENDED && number == 2;
            if is_quiet || is_open || partner == GUARDED && number == 0 {
                assert_eq!(was, is, "{id}: nobody said anything of it that holds");
            } else if *id == ended {
                assert_eq!(is["standing"], "ended", "{id}");
            } else {
                assert_eq!(is["checked"]["on"], "2026-09-20", "{id}");
                assert_eq!(is["checked"]["by"], "service manager", "{id}");
                let phone = if partner == CORRECTS && number == 0 {
                    json!("01632 960999")
                } else {
                    was["contacts"]["phones"][0]["number"].clone()
                };
                assert_eq!(digits(&is["contacts"]["phones"][0]["number"]), digits(&phone), "{id}");
                assert_eq!(
                    (&is["name"], &is["ages"], &is["needs"]),
                    (&was["name"], &was["ages"], &was["needs"]),
                    "{id}"
                );
            }
        }
    }
    assert_eq!(now[corrected]["hours"], "Weekdays, 9 to 5", "what was corrected meanwhile stays");
    assert_eq!(now[taken_out]["standing"], "withdrawn");
    Ok(())
}

fn digits(number: &Value) -> String {
    number.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect()
}

/// Two partners' files in one go, in either order.
fn two_at_once(year: &mut Year) -> Result<()> {
    let mut files = Vec::new();
    for partner in AT_ONCE {
        let mut form = Form::of(&year.folder, "2026-10-05", &id(partner))?;
        form.tick_all("5/10/2026")?;
        form.set(&entries(partner)[0], Column::Hours, &format!("Mondays, says {partner}"))?;
        files.push(form.send(&year.folder, &format!("again-{partner}"), Saved::Workbook)?);
    }
    let before = year.entries()?;
    merge(year, &files, &["--write"])?;
    let one_way = year.entries()?;
    assert_ne!(before, one_way);
    for (id, entry) in &before {
        year.folder.write(&format!("listings/{id}.json"), &entry.to_string())?;
    }
    files.reverse();
    merge(year, &files, &["--write"])?;
    assert_eq!(year.entries()?, one_way, "the order makes no difference");
    assert_eq!(one_way[&entries(AT_ONCE[1])[0]]["hours"], format!("Mondays, says {}", AT_ONCE[1]));
    year.holds()
}

fn winter(year: &mut Year) -> Result<()> {
    year.goes_on("2027-01-11")?;
    // Whoever has September's spreadsheet may still send it back.
    let mut form = Form::of(&year.folder, "2026-09-07", &id(ANSWERS_IN_WINTER))?;
    form.tick_all("9 January 2027")?;
    let file = form.send(&year.folder, "late", Saved::Commas)?;
    merge(year, &[file], &["--write"])?;
    assert_eq!(year.entry(&entries(ANSWERS_IN_WINTER)[0])?["checked"]["on"], "2027-01-09");
    // A person looks at what waited, sorts it, and says yes: from now on somebody is asked.
    for (pointer, value) in
        [("/needs", json!(["sleep"])), ("/audience", json!(["parent"])), ("/area", json!({"places": ["anytown"]}))]
    {
        year.folder.set(&format!("listings/{WAITS}.json"), pointer, value)?;
    }
    let said = year.run(&["import", "--accept", WAITS, "--by", "directory coordinator", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    year.holds()?;
    let asked = asks_for_all_that_is_due(year, 1)?;
    assert!(year.run(&["remind"])?.out.contains("[ ] Made-up Trust: 1 of 1 entry. made-up-trust.txt"));
    assert!(!asked.contains(&id(ANSWERS_IN_WINTER)) && asked.contains(&id(0)) && asked.contains(&id(NEVER_ANSWERS)));
    let mut files = Vec::new();
    for partner in 0..20 {
        let mut form = Form::of(&year.folder, "2027-01-11", &id(partner))?;
        form.tick_all("15/01/2027")?;
        files.push(form.send(&year.folder, &format!("winter-{partner}"), FORMS[partner % FORMS.len()])?);
    }
    year.goes_on("2027-01-25")?;
    merge(year, &files, &["--write"])?;
    changes_nothing(year, |year| merge(year, &files, &["--write"]))?;
    // A role of its own, a second one, and a test call: then it holds.
    let mut form = Form::of(&year.folder, "2027-01-11", &id(GUARDED))?;
    let [guarded, ..] = entries(GUARDED);
    form.tick(&guarded, "20/01/2027")?;
    form.set(&guarded, Column::SecondRole, "team lead")?;
    form.set(&guarded, Column::CalledOn, "21/01/2027")?;
    let file = form.send(&year.folder, "guarded", Saved::Workbook)?;
    merge(year, &[file], &["--write"])?;
    assert_eq!(year.entry(&guarded)?["checked"]["on"], "2027-01-20");
    year.holds()
}

fn spring(year: &mut Year) -> Result<()> {
    year.goes_on("2027-04-20")?;
    let [of_winter, of_autumn, never] = [0, 25, NEVER_ANSWERS].map(|partner| entries(partner)[0].clone());
    let states = |year: &Year| -> Result<[String; 3]> {
        let entries = year.entries()?;
        Ok([&of_winter, &of_autumn, &never].map(|id| state(&entries[id], &year.day)))
    };
    assert_eq!(states(year)?, ["to-check", "late", "never"]);
    let asked = asks_for_all_that_is_due(year, 1)?;
    assert!([0, 25, NEVER_ANSWERS].iter().all(|partner| asked.contains(&id(*partner))));
    year.goes_on("2027-09-06")?;
    assert_eq!(states(year)?, ["late", "very-late", "never"]);
    asks_for_all_that_is_due(year, 1)?;
    year.holds()
}

/// Reminds everybody: whoever owes something is written to, or is on the list of
/// what the coordinator has to find out. Twice is as once. Whom it wrote to.
fn asks_for_all_that_is_due(year: &mut Year, number: usize) -> Result<BTreeSet<String>> {
    let said = year.run(&["remind", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let log = fs::read_to_string(year.folder.partners().join("log.jsonl"))?;
    let lines: Vec<Value> = log.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let today: Vec<_> = lines.iter().filter(|line| line["on"] == json!(year.day)).collect();
    assert!(today.iter().all(|line| line["number"] == json!(number)), "{}", year.day);
    let mut asked: Vec<_> = today.iter().flat_map(|line| line["entries"].as_array().into_iter().flatten()).collect();
    asked.sort_by_key(|id| id.as_str());
    let due = year.entries()?;
    let due = due.iter().filter(|(_, entry)| is_listed(entry) && state(entry, &year.day) != "checked");
    for (id, _) in due {
        let is_asked = asked.iter().any(|asked| *asked == id);
        let is_on_list = said.out.contains(&format!("({id})")) || entries(SILENT).contains(id) || id == WAITS;
        assert!(is_asked || is_on_list, "{}: nobody is asked about {id}", year.day);
    }
    assert!(said.out.contains(&format!("{}.txt", id(SILENT))), "{}", said.out);
    changes_nothing(year, |year| year.run(&["remind", "--write"]))?;
    Ok(today.iter().filter_map(|line| line["partner"].as_str().map(str::to_owned)).collect())
}

fn merge(year: &Year, files: &[PathBuf], more: &[&str]) -> Result<Said> {
    let files: Vec<&str> = files.iter().filter_map(|file| file.to_str()).collect();
    year.run(&[&["merge"], &files[..], more].concat())
}

/// Does something once more, after which everything is as it was.
fn changes_nothing(year: &Year, work: impl Fn(&Year) -> Result<Said>) -> Result<()> {
    let before = everything(year.folder.path().parent().context("a folder around it")?)?;
    work(year)?;
    let after = everything(year.folder.path().parent().context("a folder around it")?)?;
    let others: Vec<_> = after.iter().filter(|one| !before.contains(one)).map(|(path, _)| path).collect();
    assert!(others.is_empty() && before.len() == after.len(), "{}: {others:?}", year.day);
    Ok(())
}

/// Every file under a folder, with what stands in it.
fn everything(folder: &Path) -> Result<BTreeSet<(PathBuf, Vec<u8>)>> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(everything(&path)?);
        } else {
            found.insert((path.clone(), fs::read(&path)?));
        }
    }
    Ok(found)
}
