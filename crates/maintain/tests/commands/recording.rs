//! A law of the history: whatever is edited, on however many days, is told
//! once, and nothing that is private ever.

use std::collections::{BTreeMap, BTreeSet};

use directory::crisis::Crisis;
use directory::day::Day;
use directory::finding::Findings;
use directory::history::{Field, Since, What};
use directory::record::{self, CrisisRecord, WordsRecord};
use directory::site::Site;
use directory::{Directory, Listing};
use maintain::data::Data;
use maintain::files::{Folder, TextFile, WordFiles};
use maintain::record::lines;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::folder::listing;

/// What stands in no public file, and may be in no line.
const SECRET: &str = "07700900123";

/// The entry that nobody sees.
const HELD: usize = 4;

/// Each field that is edited: where it stands, how the format calls it, and
/// what may stand there.
fn fields() -> Vec<(&'static str, &'static str, [Value; 3])> {
    let phone = |number: &str| json!([{"number": number}]);
    let check = |on: &str| json!({"on": on, "by": "coordinator", "means": "called"});
    vec![
        ("/name", "name", ["One", "Two", "Three"].map(|name| json!(name))),
        ("/ages", "ages", [5, 6, 7].map(|from| json!({"from": from, "to": 11}))),
        ("/summary", "summary", ["Sleep.", "Rest.", "Dreams."].map(|text| json!(text))),
        ("/hours", "hours", [json!("Always"), json!("Weekdays"), Value::Null]),
        ("/cost", "cost", [json!({"kind": "free"}), json!({"kind": "paid"}), Value::Null]),
        ("/needs", "needs", [json!(["sleep"]), json!(["anxiety", "sleep"]), json!([])]),
        ("/contacts/phones", "contacts.phones", [phone("0300 000 0001"), phone("0300 000 0002"), json!([])]),
        ("/contacts/web", "contacts.web", [json!("https://a.example"), json!("https://b.example"), Value::Null]),
        ("/access/route", "access.route", [json!("Call."), json!("Write."), Value::Null]),
        ("/help/after", "help.after", [json!("Rest."), json!("Call."), Value::Null]),
        ("/checked", "checked", ["2026-10-01", "2026-10-02", "2026-10-03"].map(check)),
        ("/last_source", "last_source", [json!("2026"), json!("2026-09"), Value::Null]),
    ]
}

fn file(stem: &str, text: Option<String>) -> TextFile {
    TextFile { path: format!("{stem}.json"), stem: stem.to_owned(), is_missing: text.is_none(), text }
}

/// A folder of these entries, with this history and a private note.
fn data(entries: &[Value], history: &str, note: &str) -> Data {
    let word = |stem| file(stem, None);
    let words = WordFiles {
        needs: word("needs"),
        crisis: word("crisis"),
        alike: word("alike"),
        people: word("people"),
        asks: word("asks"),
        spelling: word("spelling"),
    };
    let site = json!({"format": 1, "gathered": "2026-09-01", "terms": ["01-01", "04-15", "09-01"]});
    let named = |entry: &Value| file(entry["id"].as_str().unwrap_or_default(), Some(entry.to_string()));
    Data::read(&Folder {
        site: file("site", Some(site.to_string())),
        crisis: file("crisis", None),
        words,
        listings: entries.iter().map(named).collect(),
        editor: vec![file("entry-0", Some(json!({ "notes": note }).to_string()))],
        schools: file("schools", None),
        contacts: file("contacts", None),
        glossary: file("glossary", None),
        self_help: file("self-help", None),
        leaflets: file("leaflets", None),
        history: file("history", Some(history.to_owned())),
        strays: Vec::new(),
    })
}

fn directory(data: &Data, today: Day) -> Directory {
    let mut findings = Findings::default();
    let site = data.site.as_ref().map(|file| Site::read(file.record.clone(), &mut findings)).unwrap_or_default();
    let read = |record: &record::ListingRecord| record::listing(record.clone(), &mut Findings::default());
    let listings: Vec<Listing> = data.listings.iter().filter_map(|file| read(&file.record)).collect();
    let crisis = Crisis::read(CrisisRecord::default(), &mut findings);
    let mut directory = Directory::new(site, crisis, WordsRecord::default(), listings, today);
    directory.history = data.history.changes();
    directory
}

/// What is told of each entry: its id, and the words of what is another now.
fn told(directory: &Directory) -> Vec<(String, &'static str)> {
    let changes = directory.changes(Since::ThisTerm.period(&directory.site.terms, directory.today));
    let mut told = Vec::new();
    let groups = changes.groups.iter().map(|(what, items)| (*what, items));
    for (what, items) in groups.chain([(What::Changed, &changes.kept)]) {
        for item in items {
            let fields = match what {
                What::Renamed => vec![Field::of("name")],
                What::Checked => vec![Field::of("checked")],
                _ => item.fields.clone(),
            };
            told.extend(fields.iter().map(|field| (item.listing.id.to_string(), field.words())));
        }
    }
    told.sort();
    told
}

/// An edit: of which entry, which field, to which value.
type Edit = (usize, usize, usize);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_edit_of_a_public_field_is_told_once_and_no_private_one_ever(
        days in prop::collection::vec(prop::collection::vec((0..=HELD, 0..12_usize, 0..3_usize), 0..8), 1..6)
    ) {
        let days: Vec<Vec<Edit>> = days;
        let fields = fields();
        let mut entries: Vec<Value> = (0..=HELD).map(|number| listing(&format!("entry-{number}"))).collect();
        entries.iter_mut().for_each(|entry| entry["access"] = json!({}));
        entries.iter_mut().for_each(|entry| entry["contacts"] = json!({}));
        entries.iter_mut().for_each(|entry| entry["help"] = json!({}));
        entries[HELD]["standing"] = json!("held");
        let first: Vec<Value> = entries.clone();
        let (mut history, mut expected) = (String::new(), BTreeMap::new());
        let mut record = |entries: &[Value], number: usize| {
            let today = Day::of(2026, 9, number as u8 + 2).expect("a day of September");
            let note = format!("Never publish {SECRET}, {number}");
            for line in lines(&data(entries, &history, &note), today, Some("coordinator")) {
                history += &(serde_json::to_string(&line).expect("a line is JSON") + "\n");
            }
            let again = lines(&data(entries, &history, &note), today, Some("coordinator"));
            assert!(again.is_empty(), "recording twice adds {again:?}");
            (history.clone(), today)
        };
        let (mut written, mut today) = record(&entries, 0);
        prop_assert_eq!(told(&directory(&data(&entries, &written, ""), today)), Vec::new());
        for (number, edits) in days.iter().enumerate() {
            let before = entries.clone();
            for (entry, field, value) in edits {
                let (pointer, _, values) = &fields[*field];
                let (above, key) = pointer.rsplit_once('/').expect("a pointer starts with /");
                entries[*entry].pointer_mut(above).expect("it is there")[key] = values[*value].clone();
            }
            for (at, (was, now)) in before.iter().zip(&entries).enumerate().filter(|(at, _)| *at != HELD) {
                // An empty list of numbers is not written: it says what none says.
                let value = |entry: &Value, pointer: &str| entry.pointer(pointer).filter(|value| **value != json!([])).cloned();
                let is_other = |pointer: &str| value(was, pointer).unwrap_or_default() != value(now, pointer).unwrap_or_default();
                let changed = fields.iter().filter(|(pointer, ..)| is_other(pointer));
                let words = changed.map(|(_, path, _)| Field::of(path).words());
                expected.entry(at).or_insert_with(BTreeSet::new).extend(words);
            }
            (written, today) = record(&entries, number + 1);
        }
        for (at, words) in &mut expected {
            if first[*at]["name"] == entries[*at]["name"] {
                words.remove("name");
            }
        }
        let expected: Vec<_> = expected
            .into_iter()
            .flat_map(|(at, words)| words.into_iter().map(move |words| (format!("entry-{at}"), words)))
            .collect();
        prop_assert_eq!(told(&directory(&data(&entries, &written, ""), today)), expected);
        let held = format!("entry-{HELD}");
        prop_assert!(!written.contains(SECRET) && !written.contains(&held));
    }
}
