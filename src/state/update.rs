//! What whoever answers for entries has before them: the entries, what they have
//! changed in them, and who they are. The page is drawn from this and from
//! nothing else; nothing of it is stored or sent.

mod entry;
mod told;
mod wrong;

pub use entry::{Edited, Typed};

use super::Copied;
use directory::catalogue::Lookup;
use directory::closed::Closed;
use directory::id::ListingId;
use directory::listing::Standing;
use directory::record::ListingRecord;
use directory::sheet::Column;
use directory::{Address, Directory};
use std::sync::Arc;

/// The most entries on one page. Who answers for more uses the spreadsheet.
pub const MOST: usize = 60;

/// The most entries that are offered for what is typed.
const MOST_OFFERED: usize = 12;

/// Why an entry that a link names cannot be updated here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No entry that is published has this id.
    Unknown(String),
    /// It has ended: its name, and its id.
    Ended(String, ListingId),
    /// It is published as being out for now.
    Withdrawn(String, ListingId),
    /// There are more than one page holds: how many were left out.
    TooMany(usize),
}

/// Who says so, and how they know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    /// Their role.
    pub role: String,
    /// The day on which they looked.
    pub on: String,
    /// How they know.
    pub means: String,
}

/// What somebody has before them.
#[derive(Clone)]
pub struct Update {
    /// What is published, as of today.
    pub directory: Arc<Directory>,
    /// Each entry of it as its file has it.
    pub records: Arc<[ListingRecord]>,
    /// Whether the device has a sheet of its own to share with.
    pub can_share: bool,
    /// The entries that are open, in the order of the link.
    pub entries: Vec<Edited>,
    /// What of the link is not here.
    pub missing: Vec<Missing>,
    /// What is typed to find an entry.
    pub wanted: String,
    /// Who says so.
    pub who: Answering,
    /// What became of the text that was to be copied.
    pub copied: Option<Copied>,
    /// Whether all that was said has been saved since.
    pub is_saved: bool,
    /// Where somebody wants to go who would lose what they have written.
    pub leaving_to: Option<String>,
    /// What was done last, to be read out.
    pub said: String,
}

impl Update {
    /// Someone who has just arrived.
    pub fn at(directory: Arc<Directory>, records: Arc<[ListingRecord]>) -> Self {
        let means = Column::Means.choices(&directory.site).into_iter().next().unwrap_or_default();
        let who = Answering { role: String::new(), on: directory.today.words(), means };
        Self {
            directory,
            records,
            can_share: false,
            entries: Vec::new(),
            missing: Vec::new(),
            wanted: String::new(),
            who,
            copied: None,
            is_saved: true,
            leaving_to: None,
            said: String::new(),
        }
    }

    /// Opens the entries that stand after `#`. What was written for one that
    /// stays open is kept, and one with changes never goes by itself.
    pub fn open(&mut self, fragment: &str) {
        let mut before = std::mem::take(&mut self.entries);
        (self.missing, self.leaving_to) = (Vec::new(), None);
        let mut left_out = 0;
        for id in fragment.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            let here = match self.look_up(id) {
                Ok(record) => record,
                Err(missing) if self.missing.contains(&missing) => continue,
                Err(missing) => {
                    self.missing.push(missing);
                    continue;
                }
            };
            if self.entries.iter().any(|one| one.record.id == here.id) {
                continue;
            }
            if self.entries.len() >= MOST {
                left_out += 1;
                continue;
            }
            let known = before.iter().position(|one| one.record.id == here.id).map(|at| before.remove(at));
            let opened = known.unwrap_or_else(|| Edited::new(here, &self.directory));
            self.entries.push(opened);
        }
        if left_out > 0 {
            self.missing.push(Missing::TooMany(left_out));
        }
        before.retain(Edited::says_anything);
        self.entries.extend(before);
    }

    fn look_up(&self, id: &str) -> Result<ListingRecord, Missing> {
        let unknown = || Missing::Unknown(id.chars().take(80).collect());
        let id = ListingId::new(id).ok_or_else(unknown)?;
        let listing = match self.directory.find(&id) {
            Lookup::Found(listing) | Lookup::Moved(listing) => listing,
            Lookup::Unknown => return Err(unknown()),
        };
        match listing.standing {
            Standing::Active | Standing::Doubtful(_) => {}
            Standing::Ended(_) => return Err(Missing::Ended(listing.name.clone(), listing.id.clone())),
            _ => return Err(Missing::Withdrawn(listing.name.clone(), listing.id.clone())),
        }
        self.records.iter().find(|record| record.id == listing.id.as_str()).cloned().ok_or_else(unknown)
    }

    /// The entries that are offered for what is typed: by name, those that are
    /// open left out.
    pub fn offered(&self) -> Vec<&ListingRecord> {
        let wanted = directory::words::fold(&self.wanted);
        if wanted.is_empty() {
            return Vec::new();
        }
        let is_open = |record: &ListingRecord| self.entries.iter().any(|one| one.record.id == record.id);
        let is_meant = |record: &&ListingRecord| {
            let has = |text: &str| directory::words::fold(text).contains(&wanted);
            let provider = record.provider.as_deref().is_some_and(has);
            !is_open(record) && (has(&record.name) || provider) && self.look_up(&record.id).is_ok()
        };
        self.records.iter().filter(is_meant).take(MOST_OFFERED).collect()
    }

    /// The link to the entries that are open and these, from the folder of the
    /// site.
    pub fn href(&self, more: Option<&str>) -> String {
        let open = self.entries.iter().map(|one| one.record.id.as_str());
        let ids: Vec<_> = open.chain(more).collect();
        [&Address::Update.file(), "#", &ids.join(",")].concat()
    }

    /// Takes in what was typed or chosen in the field of this name, such as
    /// `update-0-phones`. Says whether it is one of these.
    pub fn write(&mut self, name: &str, text: &str) -> bool {
        let Some(rest) = name.strip_prefix("update-") else { return false };
        match rest {
            "find" => self.wanted = text.chars().take(80).collect(),
            "role" => self.who.role = text.to_owned(),
            "on" => self.who.on = text.to_owned(),
            "means" => self.who.means = text.to_owned(),
            _ => {
                let Some((at, slug)) = rest.split_once('-') else { return false };
                let entry = at.parse().ok().and_then(|at: usize| self.entries.get_mut(at));
                let (Some(entry), Some(column)) = (entry, Column::from_slug(slug)) else { return false };
                entry.write(column, text, &self.directory.site);
            }
        }
        if rest != "find" {
            (self.is_saved, self.copied, self.leaving_to) = (false, None, None);
        }
        true
    }

    /// Does what a button says, such as `right-0`, and gives the id of the element
    /// where one goes on; `None` if it is no such button.
    pub fn press(&mut self, action: &str) -> Option<String> {
        let (what, at) = action.rsplit_once('-')?;
        let at: usize = at.parse().ok()?;
        let entry = self.entries.get_mut(at)?;
        let name = entry.record.name.clone();
        match what {
            "right" => {
                entry.is_right = !entry.is_right;
                self.said = match entry.is_right {
                    true => [&name, ": still right."].concat(),
                    false => [&name, ": no longer marked as right."].concat(),
                };
            }
            "change" => {
                entry.is_open = !entry.is_open;
                return Some(match entry.is_open {
                    true => format!("update-{at}-name"),
                    false => format!("update-change-{at}"),
                });
            }
            "undo" => {
                entry.undo();
                self.said = [&name, ": as it was."].concat();
            }
            _ => return None,
        }
        (self.is_saved, self.copied, self.leaving_to) = (false, None, None);
        Some(format!("update-{what}-{at}"))
    }

    /// Whether anything would be lost by going to another page.
    pub fn would_be_lost(&self) -> bool {
        !self.is_saved && self.entries.iter().any(Edited::says_anything)
    }

    /// The entries of which something is said.
    pub fn told(&self) -> impl Iterator<Item = &Edited> {
        self.entries.iter().filter(|one| one.says_anything())
    }
}

#[cfg(test)]
pub(super) mod tests;
