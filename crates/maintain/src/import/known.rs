//! The entries that are there before an import, as far as it needs to know them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::id::ListingId;
use directory::shortlist::Code;
use directory::words::fold;
use serde::Deserialize;

use crate::files;
use crate::numbers;

/// The longest id that is made of a name; a number may follow.
const LONGEST: usize = 60;

/// What is known of all entries: digests, and the ids.
#[derive(Default)]
pub(super) struct Known {
    /// Every id that an entry has or had.
    ids: HashSet<String>,
    /// The letters of the code of each.
    codes: HashSet<String>,
    /// The last number that was given to ids of one name.
    numbers: HashMap<String, u32>,
    /// Which entry was made of which service of a source.
    made_of: HashMap<u64, String>,
    /// Listed entries of services that have not come this time, with their source.
    awaited: HashMap<u64, u64>,
    /// Entries written here, by their names and their numbers.
    alike: HashMap<u64, String>,
}

/// The part of an entry that is looked at.
#[derive(Deserialize)]
struct Part {
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    standing: String,
    #[serde(default)]
    former_slugs: Vec<String>,
    #[serde(default)]
    contacts: Contacts,
    imported: Option<Imported>,
}

#[derive(Default, Deserialize)]
struct Contacts {
    #[serde(default)]
    phones: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    number: String,
}

#[derive(Deserialize)]
struct Imported {
    #[serde(default)]
    from: String,
    #[serde(default)]
    id: String,
}

/// A number that stands for a text.
pub(super) fn key(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn key_of(from: &str, id: &str) -> u64 {
    key(&format!("{}\n{id}", fold(from)))
}

impl Known {
    /// Looks through the entries of a folder, one after the other.
    pub(super) fn read(data: &Path) -> Result<Self> {
        let mut known = Self::default();
        for path in entries(data)? {
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            known.own(&stem);
            let Some(text) = files::text_at(&path)? else { continue };
            // What cannot be read is for the check to say; its id is taken.
            let Ok(part) = serde_json::from_str::<Part>(&text) else { continue };
            [&part.id].into_iter().chain(&part.former_slugs).for_each(|id| known.own(id));
            match part.imported {
                Some(imported) => {
                    let service = key_of(&imported.from, &imported.id);
                    if is_listed(&part.standing) {
                        known.awaited.insert(service, key(&fold(&imported.from)));
                    }
                    known.made_of.insert(service, stem);
                }
                None => {
                    known.alike.entry(key(&fold(&part.name))).or_insert_with(|| stem.clone());
                    for phone in part.contacts.phones {
                        known.alike.entry(key(&numbers::digits(&phone.number))).or_insert_with(|| stem.clone());
                    }
                }
            }
        }
        Ok(known)
    }

    fn own(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
        self.codes.insert(Code::of(id).to_string());
    }

    /// The entry that was made of a service before.
    pub(super) fn made_of(&self, from: &str, id: &str) -> Option<&str> {
        self.made_of.get(&key_of(from, id)).map(String::as_str)
    }

    /// Takes note that a service is in the feed.
    pub(super) fn came(&mut self, from: &str, id: &str) {
        self.awaited.remove(&key_of(from, id));
    }

    /// Listed entries of a source whose services did not come, in order.
    pub(super) fn gone(&self, from: &str) -> Vec<&str> {
        let source = key(&fold(from));
        let gone = self.awaited.iter().filter(|(_, of)| **of == source);
        let mut gone: Vec<&str> = gone.filter_map(|(service, _)| Some(self.made_of.get(service)?.as_str())).collect();
        gone.sort_unstable();
        gone
    }

    /// An entry written here that has one of these names or numbers.
    pub(super) fn alike(&self, name: &str, phones: &[String]) -> Option<&str> {
        let by_name = self.alike.get(&key(&fold(name)));
        let by_phone = || phones.iter().find_map(|phone| self.alike.get(&key(&numbers::digits(phone))));
        by_name.or_else(by_phone).map(String::as_str)
    }

    /// A new id for a service: of its name, with a number where that is taken, or
    /// where a link to it could not be told from another.
    pub(super) fn new_id(&mut self, from: &str, id: &str, wanted: &str) -> String {
        let base = slug(wanted);
        let from_number = self.numbers.get(&base).copied().unwrap_or(1);
        let mut free = base.clone();
        for number in from_number.. {
            free = if number == 1 { base.clone() } else { format!("{base}-{number}") };
            if self.is_free(&free) {
                self.numbers.insert(base, number);
                break;
            }
        }
        self.own(&free);
        self.made_of.insert(key_of(from, id), free.clone());
        free
    }
}

impl Known {
    /// Whether nobody has an id, and no link to it could be taken for another's.
    fn is_free(&self, id: &str) -> bool {
        let code = Code::of(id);
        let is_apart = !self.codes.contains(code.as_str()) && !self.codes.contains(id);
        is_apart && !self.ids.contains(id) && !self.ids.contains(code.as_str())
    }
}

/// Whether readers find an entry that stands like this.
pub(super) fn is_listed(standing: &str) -> bool {
    ["active", "doubtful"].contains(&standing)
}

/// The files of the entries, in the order of their names.
fn entries(data: &Path) -> Result<Vec<PathBuf>> {
    let folder = data.join("listings");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let cannot = || format!("cannot read the folder {}", folder.display());
    let all = fs::read_dir(&folder).with_context(cannot)?.map(|entry| Ok(entry?.path()));
    let mut paths = all.collect::<std::io::Result<Vec<PathBuf>>>().with_context(cannot)?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    Ok(paths)
}

/// A name as an id: small letters, digits and hyphens, and nothing that could
/// lead out of a folder.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for word in directory::words::fold_apart(name).split(|sign: char| !sign.is_ascii_alphanumeric()) {
        let more = word.len() + usize::from(!slug.is_empty());
        if word.is_empty() || slug.len() + more > LONGEST {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug += word;
    }
    if ListingId::new(&slug).is_some() { slug } else { "entry".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_of_one_name_have_two_ids() {
        let mut known = Known::default();
        assert_eq!(known.new_id("A", "1", "Being There"), "being-there");
        assert_eq!(known.new_id("A", "2", "Being  there!"), "being-there-2");
        assert_eq!((known.made_of("a", "2"), known.made_of("A", "3")), (Some("being-there-2"), None));
    }

    proptest! {
        #[test]
        fn no_name_leads_out_of_the_folder(names in prop::collection::vec(".{0,40}|[./\\\\ A-Z-]{0,20}", 1..20)) {
            let mut known = Known::default();
            let mut all = HashSet::new();
            for (at, name) in names.iter().enumerate() {
                let id = known.new_id("A", &at.to_string(), name);
                prop_assert!(ListingId::new(&id).is_some(), "{:?}: {}", name, id);
                prop_assert!(all.insert(id));
            }
        }
    }
}
