//! A partner's file comes back. The coordinator has no command line: they open
//! it in the browser beside their own folder, see each difference, decide what
//! both sides changed, and take the new files, on which the check finds nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use directory::day::Day;
use directory::finding::Level;
use maintain::check::{self, Dates};
use maintain::data::Data;
use maintain::files::Folder;
use serde_json::{Value, json};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit, root};

const PARTNERS: &str = r#"{"format": 1, "partners": [{"id": "meadow", "name": "Made-up Meadow Trust",
    "mailboxes": ["meadow@example.org"], "entries": ["meadow-counselling", "orchard-drop-in"]}]}"#;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let returned = comes_back(&visit)?;
    let page = visit.open(&Manner::DESKTOP, "merge.html")?;
    page.catch_files()?;
    visit.server.forget();
    page.heading("Take in what came back").see()?;
    page.audit()?;
    hostile_files_are_refused_by_name(&page)?;
    page.css("#merge-returned").give(&[("returned.xlsx", &returned)])?;
    page.sees("It was made on the update page")?;
    let own = own_folder(&visit)?;
    let given: Vec<(&str, &[u8])> = own.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    page.css("#merge-own-folder").give(&given)?;
    page.sees("Who answers for what is among them.")?;
    page.css("#merge-sender-1").choose("Made-up Meadow Trust")?;
    decides(&page)?;
    takes_the_new_data(&page, &own)?;
    nothing(
        "asked for while files were read",
        &visit.server.requests().into_iter().map(|one| one.target).collect::<Vec<_>>(),
    )?;
    nothing("kept on the device", &page.kept()?)?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("the browser complains", &page.complaints()?)?;
    let narrow = visit.open(&Manner::NARROW, "merge.html")?;
    nothing("wider than the screen", &narrow.sideways()?)?;
    narrow.audit()
}

/// The partner confirms two entries and corrects one number.
fn comes_back(visit: &Visit) -> Result<Vec<u8>> {
    let page = visit.open(&Manner::DESKTOP, "update.html#meadow-counselling,orchard-drop-in")?;
    page.catch_files()?;
    page.button("Something has changed: Made-up Meadow Counselling").click()?;
    let phones = page.css("#update-0-phones");
    phones.with("thing.value = ''")?;
    phones.write("01632 960009\u{E007}01632 960002 (evenings)")?;
    page.button("With these changes it is right: Made-up Meadow Counselling").click()?;
    page.button("Everything is still right: Made-up Orchard Drop-in").click()?;
    page.css("#update-role").write("team manager")?;
    page.css("#update-means").choose("Called")?;
    page.button("Save the file").click()?;
    Ok(page.taken(0)?.bytes)
}

/// What cannot be read is answered with a sentence, and hides nothing.
fn hostile_files_are_refused_by_name(page: &Page<'_>) -> Outcome {
    page.css("#merge-returned").give(&[("letter.xlsx", b"PK\x03\x04 and then nothing")])?;
    page.sees("letter.xlsx was not read")?;
    page.css("#merge-own-files")
        .give(&[("meadow-counselling.json", b"{\"id\": \"meadow-counselling\", \"nmae\": 1}")])?;
    page.sees("a field that this page does not know: nmae")?;
    page.button("Work on what is published instead").click()?;
    page.sees("You work on what is published here, made on 21 November 2026.")?;
    page.audit()
}

/// The coordinator's folder: as it is published, but that somebody has changed
/// the same number since.
fn own_folder(visit: &Visit) -> Result<BTreeMap<String, Vec<u8>>> {
    let _ = visit;
    let data = root().join("tests/fixtures/directory");
    let mut files = BTreeMap::from([("waymark/partners/partners.json".to_owned(), PARTNERS.as_bytes().to_vec())]);
    for (path, bytes) in files_in(&data)? {
        files.insert(format!("waymark/data/{path}"), bytes);
    }
    let entry = files.get_mut("waymark/data/listings/meadow-counselling.json").context("no entry")?;
    let mut record: Value = serde_json::from_slice(entry)?;
    record["contacts"]["phones"][0]["number"] = json!("01632 960005");
    *entry = serde_json::to_vec(&record)?;
    Ok(files)
}

fn files_in(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            all.extend(files_in(&entry.path())?.into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            all.push((name, fs::read(entry.path())?));
        }
    }
    Ok(all)
}

/// What both changed is shown with both, and waits; the rest does not.
fn decides(page: &Page<'_>) -> Outcome {
    page.sees("Changed by both: you decide")?;
    page.sees("01632 960005")?;
    page.sees("01632 960009")?;
    page.sees("row 2")?;
    page.sees("1 file changes.")?;
    page.audit()?;
    page.radio("Take what they write").click()?;
    page.sees("2 files change.")?;
    page.sees_no("Something above is refused or not decided.")
}

/// The .zip, laid over the data: the check finds no error that was not there.
fn takes_the_new_data(page: &Page<'_>, own: &BTreeMap<String, Vec<u8>>) -> Outcome {
    page.button("Leave it out: letter.xlsx").click()?;
    page.button("Save all as one .zip").click()?;
    let taken = page.taken(0)?;
    ensure!(taken.name == "entries-2026-11-21.zip", "{}", taken.name);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(taken.bytes))?;
    let names: Vec<String> = zip.file_names().map(|name| Ok(name?.into_owned())).collect::<Result<_>>()?;
    ensure!(names == ["meadow-counselling.json", "orchard-drop-in.json"], "{names:?}");
    let folder =
        std::env::temp_dir().join(format!("waymark-merge-{}-{}", std::process::id(), page.session().engine.slug()));
    for (path, bytes) in own {
        write(&folder.join(path), bytes)?;
    }
    let data = folder.join("waymark/data");
    let before = errors(&data)?;
    for name in names {
        let mut text = String::new();
        zip.by_name(&name)?.read_to_string(&mut text)?;
        write(&data.join("listings").join(&name), text.as_bytes())?;
        let record: Value = serde_json::from_str(&text)?;
        ensure!(record["checked"]["by"] == "team manager" && record["checked"]["on"] == "2026-11-21", "{text}");
        let is_right = name.starts_with("orchard") || record["contacts"]["phones"][0]["number"] == "01632 960009";
        ensure!(is_right, "{text}");
    }
    let after = errors(&data)?;
    fs::remove_dir_all(&folder)?;
    nothing("wrong with the new data", &after.into_iter().filter(|one| !before.contains(one)).collect::<Vec<_>>())
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::create_dir_all(path.parent().map(PathBuf::from).unwrap_or_default())?;
    Ok(fs::write(path, bytes)?)
}

fn errors(data: &Path) -> Result<Vec<String>> {
    let today = Day::of(2026, 11, 21).context("no such day")?;
    let findings = check::run(&Data::read(&Folder::read(data)?), today, Dates::Lenient);
    let errors = findings.into_iter().filter(|finding| finding.level == Level::Error);
    Ok(errors.map(|one| format!("{} {}: {}", one.file, one.field, one.found)).collect())
}
