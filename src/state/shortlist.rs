//! What somebody has before them on the page of a list: their own, or one that
//! somebody sent them; with what they do to it. The page is drawn from this and
//! from nothing else.

use super::Copied;
use directory::filters::Dropped;
use directory::id::ListingId;
use directory::shortlist::{Entry, MOST_COMPARED, ReadList, Shortlist, Way};
use directory::{Address, Directory, Listing};
use std::sync::Arc;

/// The longest note to oneself, in characters.
pub const LONGEST_NOTE: usize = 500;

/// The size of the paper that a list is printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// A4.
    #[default]
    A4,
    /// Half of that.
    A5,
}

impl Paper {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::A4, Self::A5];

    /// The word for it in the page.
    pub fn slug(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A5 => "a5",
        }
    }
}

/// Where the reader's own list is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// In this page alone.
    #[default]
    InPage,
    /// On this device, because they asked for it.
    OnDevice,
    /// In this page alone, because the browser lets nothing be kept.
    Denied,
}

/// What somebody has before them.
#[derive(Clone)]
pub struct OpenList {
    /// The directory, as of today.
    pub directory: Arc<Directory>,
    /// The folder that the site was opened from, for links that others open.
    pub folder: String,
    /// Whether the device has a sheet of its own to share with.
    pub can_share: bool,
    /// The reader's own list.
    pub own: Shortlist,
    /// The list that came with the link, if one did.
    pub sent: Option<ReadList>,
    /// What of the link was not understood.
    pub dropped: Vec<Dropped>,
    /// Notes to oneself. They are in the memory of this page, and nowhere else.
    pub notes: Vec<(ListingId, String)>,
    /// What was taken out last, and where it stood.
    pub taken: Option<(ListingId, usize)>,
    /// What is to be compared.
    pub compared: Vec<ListingId>,
    /// On which paper it is to be printed.
    pub paper: Paper,
    /// Whether it is to be printed in large letters.
    pub is_large: bool,
    /// Where the reader's own list is kept.
    pub kept: Kept,
    /// What became of the link that was to be copied.
    pub copied: Option<Copied>,
    /// What was done last, to be read out.
    pub said: String,
}

impl OpenList {
    /// Somebody who has just arrived, at a page that was opened from this folder.
    pub fn at(directory: Arc<Directory>, folder: String) -> Self {
        Self {
            directory,
            folder,
            can_share: false,
            own: Shortlist::default(),
            sent: None,
            dropped: Vec::new(),
            notes: Vec::new(),
            taken: None,
            compared: Vec::new(),
            paper: Paper::default(),
            is_large: false,
            kept: Kept::default(),
            copied: None,
            said: String::new(),
        }
    }

    /// Reads what stands after `#`: a list that somebody sent, or none.
    pub fn open(&mut self, fragment: &str) {
        let mut read = self.directory.read_list(fragment);
        self.dropped = std::mem::take(&mut read.dropped);
        self.sent = Some(read).filter(ReadList::is_list);
        (self.compared, self.taken, self.copied) = (Vec::new(), None, None);
        self.said.clear();
    }

    /// The list on show: the one that was sent, else the reader's own.
    pub fn shown(&self) -> &Shortlist {
        self.sent.as_ref().map_or(&self.own, |sent| &sent.list)
    }

    /// Each entry of it that can be asked for help, in order: without those that
    /// have ended, are taken out or are gone.
    pub fn listings(&self) -> Vec<&Listing> {
        let here = |id: &ListingId| match self.directory.entry(id) {
            Entry::Here(listing, _) => Some(listing),
            Entry::Ended(..) | Entry::Withdrawn(_) | Entry::Gone => None,
        };
        self.shown().ids().iter().filter_map(here).collect()
    }

    /// Those of them that are to be compared.
    pub fn compared(&self) -> Vec<&Listing> {
        let mut listings = self.listings();
        listings.retain(|listing| self.compared.contains(&listing.id));
        listings
    }

    /// The link to the list on show, which others can open.
    pub fn link(&self) -> String {
        let here = self.listings();
        let list = Shortlist::of(here.iter().map(|listing| listing.id.as_str()));
        [&self.folder, &Address::List.file(), "#", &list.write()].concat()
    }

    /// The note to an entry.
    pub fn note(&self, id: &ListingId) -> &str {
        self.notes.iter().find(|(one, _)| one == id).map_or("", |(_, note)| note)
    }

    /// Writes a note to an entry down, in memory.
    pub fn write_note(&mut self, id: &ListingId, text: &str) {
        self.notes.retain(|(one, _)| one != id);
        if !text.is_empty() {
            self.notes.push((id.clone(), text.chars().take(LONGEST_NOTE).collect()));
        }
    }

    /// Chooses something in a field of this name.
    pub fn choose(&mut self, name: &str, value: &str) {
        match name {
            "list-compare" => self.compare(value),
            "list-paper" => self.paper = Paper::ALL.into_iter().find(|one| one.slug() == value).unwrap_or_default(),
            "list-large" => self.is_large = !self.is_large,
            _ => {}
        }
    }

    fn compare(&mut self, value: &str) {
        let Some(id) = ListingId::new(value) else { return };
        let before = self.compared.len();
        self.compared.retain(|one| *one != id);
        if self.compared.len() == before && before < MOST_COMPARED {
            self.compared.push(id);
        }
    }

    /// Does what a button says, such as `up-kooth`, and gives the id of the
    /// element where the reader goes on; `None` if it is no such button.
    pub fn press(&mut self, action: &str) -> Option<String> {
        let (what, id) = action.split_once('-').unwrap_or((action, ""));
        let id = ListingId::new(id);
        self.copied = None;
        match (what, id) {
            ("up", Some(id)) => Some(self.go(&id, Way::Up)),
            ("down", Some(id)) => Some(self.go(&id, Way::Down)),
            ("remove", Some(id)) => {
                let at = self.own.position(&id)?;
                self.own = std::mem::take(&mut self.own).without(&id);
                self.compared.retain(|one| *one != id);
                self.said = [&self.name(&id), " is taken out."].concat();
                self.taken = Some((id, at));
                Some("list-undo".to_owned())
            }
            ("undo", None) => {
                let (id, at) = self.taken.take()?;
                self.own = std::mem::take(&mut self.own).put_back(&id, at);
                self.said = [&self.name(&id), " is back in your list."].concat();
                Some(["list-remove-", id.as_str()].concat())
            }
            ("take", Some(id)) => {
                self.add(&Shortlist::default().with(&id));
                Some("list-title".to_owned())
            }
            ("keep", None) => {
                let sent = self.sent.take()?;
                self.add(&sent.list);
                self.compared.clear();
                Some("list-title".to_owned())
            }
            _ => None,
        }
    }

    /// Takes entries into the reader's own list, after those that are there.
    fn add(&mut self, more: &Shortlist) {
        let before = self.own.ids().len();
        self.own = std::mem::take(&mut self.own).joined(more);
        let added = self.own.ids().len() - before;
        let left_out = more.ids().iter().filter(|id| self.own.position(id).is_none()).count();
        self.said = match (added, left_out) {
            (0, 0) => "Your list has them already.".to_owned(),
            (added, 0) => [&added.to_string(), " more in your list."].concat(),
            (added, left) => {
                [&added.to_string(), " more in your list. It is full now: ", &left.to_string(), " did not fit."]
                    .concat()
            }
        };
    }

    fn go(&mut self, id: &ListingId, way: Way) -> String {
        self.own = std::mem::take(&mut self.own).moved(id, way);
        let at = self.own.position(id).map_or(0, |at| at + 1);
        let count = self.own.ids().len();
        self.said = [&self.name(id), " is number ", &at.to_string(), " of ", &count.to_string(), " now."].concat();
        let way = if way == Way::Up { "list-up-" } else { "list-down-" };
        [way, id.as_str()].concat()
    }

    /// What an entry is called, as far as it is here.
    fn name(&self, id: &ListingId) -> String {
        self.directory.find(id).listing().map_or_else(|| "The entry".to_owned(), |listing| listing.name.clone())
    }

    /// Forgets all that the reader has done: list, notes, and what came by link.
    pub fn clear(&mut self) {
        let (directory, folder) = (self.directory.clone(), std::mem::take(&mut self.folder));
        *self = Self { can_share: self.can_share, ..Self::at(directory, folder) };
        self.said = "Your list and your notes are gone.".to_owned();
    }
}

#[cfg(test)]
pub(super) mod tests;
