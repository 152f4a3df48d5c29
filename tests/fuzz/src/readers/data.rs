//! The files of the data, as the check reads them and as the app does.

use std::path::Path;
use std::sync::OnceLock;

use directory::Directory;
use directory::day::Day;
use maintain::check::{self, Dates};
use maintain::data::Data;
use maintain::files::{Folder, TextFile};

/// The day that is taken as today.
pub(super) fn today() -> Day {
    Day::read("2026-11-21").unwrap_or_else(|| unreachable!("this is a day"))
}

/// The made-up directory of the tests.
fn folder() -> &'static Folder {
    static FOLDER: OnceLock<Folder> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/directory");
        Folder::read(&path).unwrap_or_else(|why| unreachable!("the made-up directory is there: {why:#}"))
    })
}

/// The made-up directory, read.
pub(super) fn made_up() -> Data {
    Data::read(folder())
}

/// One file of the data, in the place of the made-up one. Its first line says
/// which; a name that is none is that of an entry.
pub(super) fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (name, text) = text.split_once('\n').unwrap_or(("", &text));
    let mut folder = folder().clone();
    folder.listings.truncate(3);
    put(&mut folder, name.trim(), text);
    let data = Data::read(&folder);
    let findings = check::run(&data, today(), Dates::Lenient);
    assert!(findings.iter().all(|finding| !finding.file.is_empty()));
    let _ = maintain::bundle::write(data, today());
}

fn put(folder: &mut Folder, name: &str, text: &str) {
    let known = [&mut folder.site, &mut folder.crisis, &mut folder.schools, &mut folder.contacts];
    let other = [&mut folder.glossary, &mut folder.self_help, &mut folder.leaflets, &mut folder.history];
    let mut all = known.into_iter().chain(other);
    let is_it = |file: &&mut TextFile| Path::new(&file.path).file_name().is_some_and(|own| own == name);
    if let Some(file) = all.find(is_it) {
        file.text = Some(text.to_owned());
        file.is_missing = false;
        return;
    }
    folder.listings.push(TextFile {
        path: "data/listings/made-up.json".to_owned(),
        stem: "made-up".to_owned(),
        text: Some(text.to_owned()),
        is_missing: false,
    });
}

/// What the app loads.
pub(super) fn bundle(bytes: &[u8]) {
    let _ = Directory::read(&String::from_utf8_lossy(bytes), today());
}
