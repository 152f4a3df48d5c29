//! The data as records, with what could not be read among the findings.

mod history;
pub(crate) mod shape;
mod words;

use directory::finding::{Finding, Findings, Level};
use directory::record::{
    CrisisRecord, EditorRecord, FORMAT, Fields, GlossaryRecord, LeafletsRecord, ListingRecord, RoleContactsRecord,
    SchoolsRecord, SelfHelpRecord, SiteRecord,
};
use serde_json::Value;

pub use self::history::{History, Line};
pub use self::words::Words;

use crate::files::{Folder, TextFile};

/// One file that could be read: its record, and the JSON it was read from.
#[derive(Debug)]
pub struct Read<T> {
    /// Its path, as people see it in findings.
    pub path: String,
    /// Its name without `.json`.
    pub stem: String,
    /// The record that it spells.
    pub record: T,
    /// The same as plain JSON, for rules about every text of it.
    pub value: Value,
}

/// Everything in a folder of data that could be read.
#[derive(Debug)]
pub struct Data {
    /// Who publishes, and where.
    pub site: Option<Read<SiteRecord>>,
    /// The one place of crisis numbers.
    pub crisis: Option<Read<CrisisRecord>>,
    /// People's words.
    pub words: Words,
    /// The schools. `None`: there is no register of them.
    pub schools: Option<Read<SchoolsRecord>>,
    /// Who answers for them. `None`: nobody has collected that.
    pub contacts: Option<Read<RoleContactsRecord>>,
    /// The words that are explained, if there are any.
    pub glossary: Option<Read<GlossaryRecord>>,
    /// Published pages to read at home, if there are any.
    pub self_help: Option<Read<SelfHelpRecord>>,
    /// Our own words on leaflets, approved or not, if there are any.
    pub leaflets: Option<Read<LeafletsRecord>>,
    /// The entries, in the order of their file names.
    pub listings: Vec<Read<ListingRecord>>,
    /// The private notes.
    pub editor: Vec<Read<EditorRecord>>,
    /// What has changed.
    pub history: History,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

impl Data {
    /// Reads every file; one bad file never hides the others.
    pub fn read(folder: &Folder) -> Self {
        let mut found = Vec::new();
        let site = read(&folder.site, |site: &SiteRecord| Some(site.format), &mut found);
        let crisis = read(&folder.crisis, |crisis: &CrisisRecord| Some(crisis.format), &mut found);
        let words = Words::read(&folder.words, &mut found);
        let schools = read_if_there(&folder.schools, |one: &SchoolsRecord| Some(one.format), &mut found);
        let contacts = read_if_there(&folder.contacts, |one: &RoleContactsRecord| Some(one.format), &mut found);
        let explained = |glossary: &GlossaryRecord| Some(glossary.format);
        // A directory is whole without it: its page says that nothing is explained.
        let glossary = (!folder.glossary.is_missing).then(|| read(&folder.glossary, explained, &mut found)).flatten();
        let self_help = read_if_there(&folder.self_help, |one: &SelfHelpRecord| Some(one.format), &mut found);
        let leaflets = read_if_there(&folder.leaflets, |one: &LeafletsRecord| Some(one.format), &mut found);
        let version = |listing: &ListingRecord| Some(listing.format.unwrap_or_default());
        let listings = folder.listings.iter().filter_map(|file| read(file, version, &mut found)).collect();
        let editor = folder.editor.iter().filter_map(|file| read(file, |_| None, &mut found)).collect();
        for stray in &folder.strays {
            let mut findings = Findings::of_file(stray);
            findings.add(Level::Warning, "", "", "Move it elsewhere: nothing reads a file of this name here.");
            found.extend(findings.into_vec());
        }
        let history = History::read(&folder.history);
        found.extend(history.findings.iter().cloned());
        Self {
            site,
            crisis,
            words,
            schools,
            contacts,
            glossary,
            self_help,
            leaflets,
            listings,
            editor,
            history,
            findings: found,
        }
    }

    /// Reads one entry, for whoever does not hold them all; with what is wrong
    /// with its file.
    pub fn entry(file: &TextFile) -> (Option<Read<ListingRecord>>, Vec<Finding>) {
        let mut found = Vec::new();
        let version = |listing: &ListingRecord| Some(listing.format.unwrap_or_default());
        (read(file, version, &mut found), found)
    }

    /// Each public file with its path and JSON.
    pub fn public(&self) -> impl Iterator<Item = (&str, &Value)> {
        let site = self.site.iter().map(|file| (file.path.as_str(), &file.value));
        let crisis = self.crisis.iter().map(|file| (file.path.as_str(), &file.value));
        let schools = self.schools.iter().map(|file| (file.path.as_str(), &file.value));
        let contacts = self.contacts.iter().map(|file| (file.path.as_str(), &file.value));
        let glossary = self.glossary.iter().map(|file| (file.path.as_str(), &file.value));
        let self_help = self.self_help.iter().map(|file| (file.path.as_str(), &file.value));
        let leaflets = self.leaflets.iter().map(|file| (file.path.as_str(), &file.value));
        site.chain(crisis)
            .chain(self.words.public())
            .chain(glossary)
            .chain(self_help)
            .chain(leaflets)
            .chain(schools)
            .chain(contacts)
            .chain(self.listings.iter().map(|file| (file.path.as_str(), &file.value)))
            .chain([(self.history.path.as_str(), &self.history.value)])
    }
}

/// A file that many publishers do not have.
pub(crate) fn read_if_there<T: Fields + Default>(
    file: &TextFile,
    version: impl Fn(&T) -> Option<u32>,
    found: &mut Vec<Finding>,
) -> Option<Read<T>> {
    if file.is_missing { None } else { read(file, version, found) }
}

fn read<T: Fields + Default>(
    file: &TextFile,
    version: impl Fn(&T) -> Option<u32>,
    found: &mut Vec<Finding>,
) -> Option<Read<T>> {
    let mut findings = Findings::of_file(&file.path);
    let read = match &file.text {
        Some(text) => shape::read::<T>(text, &mut findings),
        None => {
            findings.error("", "", "Write this file, as UTF-8 text. It is missing, or is no such text.");
            None
        }
    };
    let version = read.as_ref().and_then(|(record, _)| version(record));
    if let Some(other) = version.filter(|version| *version != FORMAT) {
        findings.error("format", other.to_string(), format!("Write \"format\": {FORMAT}, the version of the file."));
    }
    found.extend(findings.into_vec());
    let (record, value) = read?;
    Some(Read { path: file.path.clone(), stem: file.stem.clone(), record, value })
}

/// Calls back with each text in a JSON value and its place, `sources[0].source`.
pub fn each_text<'a>(value: &'a Value, tell: &mut impl FnMut(&str, &'a str)) {
    walk(value, "", tell);
}

fn walk<'a>(value: &'a Value, place: &str, tell: &mut impl FnMut(&str, &'a str)) {
    match value {
        Value::String(text) => tell(place, text),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| walk(item, &format!("{place}[{at}]"), tell))
        }
        Value::Object(fields) => fields.iter().for_each(|(key, item)| walk(item, &shape::inside(place, key), tell)),
        _ => {}
    }
}
