//! People's words: one file for each subject. Only that of the needs must be
//! there; without another, search still works, and cannot do what it is for.

use directory::finding::{Finding, Findings, Level};
use directory::record::{
    AlikeRecord, AsksRecord, CrisisWordsRecord, Fields, NeedWordsRecord, PeopleRecord, SpellingRecord, WordsRecord,
};
use serde_json::Value;

use super::{Read, read};
use crate::files::{TextFile, WordFiles};

/// Every file of `data/words/` that could be read.
#[derive(Debug, Default)]
pub struct Words {
    /// What people say for each need.
    pub needs: Option<Read<NeedWordsRecord>>,
    /// What they say in danger.
    pub crisis: Option<Read<CrisisWordsRecord>>,
    /// What only looks like something else.
    pub alike: Option<Read<AlikeRecord>>,
    /// Classes of words that sayings name.
    pub people: Option<Read<PeopleRecord>>,
    /// What becomes a filter, and who is looking.
    pub asks: Option<Read<AsksRecord>>,
    /// Mistakes, small words, everyday words.
    pub spelling: Option<Read<SpellingRecord>>,
}

impl Words {
    /// Reads every file; one bad file never hides the others.
    pub(super) fn read(files: &WordFiles, found: &mut Vec<Finding>) -> Self {
        Self {
            needs: read(&files.needs, |one: &NeedWordsRecord| Some(one.format), found),
            crisis: if_there(
                &files.crisis,
                |one: &CrisisWordsRecord| Some(one.format),
                "search shows no emergency for “took tablets”, and notices few other signs of danger",
                found,
            ),
            alike: if_there(
                &files.alike,
                |one: &AlikeRecord| Some(one.format),
                "search takes “hanging out” for danger, and “school counsellor” for a worry about school",
                found,
            ),
            people: if_there(
                &files.people,
                |one: &PeopleRecord| Some(one.format),
                "search cannot read a saying that names people, such as “@parent hits me”",
                found,
            ),
            asks: if_there(
                &files.asks,
                |one: &AsksRecord| Some(one.format),
                "search does not understand “free”, “online”, “toddler” or the name of a town",
                found,
            ),
            spelling: if_there(
                &files.spelling,
                |one: &SpellingRecord| Some(one.format),
                "search mends fewer mistakes, and may take an everyday word for a misspelt one",
                found,
            ),
        }
    }

    /// All of them together, as a bundle holds them. `None`: what people say
    /// for each need could not be read.
    pub fn merged(self) -> Option<WordsRecord> {
        let NeedWordsRecord { needs, faint, .. } = self.needs?.record;
        let CrisisWordsRecord { emergency, a, b, with_eating, .. } = record(self.crisis);
        let AlikeRecord { harmless, .. } = record(self.alike);
        let PeopleRecord { people, .. } = record(self.people);
        let AsksRecord { ages, formats, cost, kinds, access, thrive, places, who, .. } = record(self.asks);
        let SpellingRecord { misspelt, small, ordinary, .. } = record(self.spelling);
        Some(WordsRecord {
            needs,
            faint,
            emergency,
            a,
            b,
            with_eating,
            harmless,
            people,
            ages,
            formats,
            cost,
            kinds,
            access,
            thrive,
            places,
            who,
            misspelt,
            small,
            ordinary,
        })
    }

    /// Each file with its path and JSON.
    pub fn public(&self) -> impl Iterator<Item = (&str, &Value)> {
        let all = [
            shown(&self.needs),
            shown(&self.crisis),
            shown(&self.alike),
            shown(&self.people),
            shown(&self.asks),
            shown(&self.spelling),
        ];
        all.into_iter().flatten()
    }
}

/// Where whoever lacks such a file finds one: beside the program, or in the repository.
const EXAMPLE: &str = "the folder example/words that came with the program, or data/words of its repository";

/// A file that may be absent: what search lacks then is said, and no more.
fn if_there<T: Fields + Default>(
    file: &TextFile,
    version: impl Fn(&T) -> Option<u32>,
    lack: &str,
    found: &mut Vec<Finding>,
) -> Option<Read<T>> {
    if !file.is_missing {
        return read(file, version, found);
    }
    let mut findings = Findings::of_file(&file.path);
    findings.add(Level::Warning, "", "", format!("Copy this file from {EXAMPLE}, or write it. Without it {lack}."));
    found.extend(findings.into_vec());
    None
}

fn record<T: Default>(file: Option<Read<T>>) -> T {
    file.map(|file| file.record).unwrap_or_default()
}

fn shown<T>(file: &Option<Read<T>>) -> Option<(&str, &Value)> {
    file.as_ref().map(|file| (file.path.as_str(), &file.value))
}
