//! The whole directory in memory: read from a bundle, ready to be searched.
//!
//! Reading collects what is wrong and goes on; one bad entry never hides the
//! rest. Only a text that is no bundle at all, or of another version, fails.

mod entries;
mod order;

pub use entries::Entries;

use crate::crisis::Crisis;
use crate::day::Day;
use crate::finding::Finding;
use crate::freshness::Freshness;
use crate::history::History;
use crate::id::ListingId;
use crate::listing::{Listing, Standing, Successor};
use crate::question::{Hearing, Question};
use crate::record::{Bundle, FORMAT, WordsRecord};
use crate::search::{Index, Row};
use crate::site::Site;
use order::Order;
use std::fmt;
use std::sync::OnceLock;

/// Every listing, and what is needed to find among them.
#[derive(Debug)]
pub struct Directory {
    /// Who publishes, and where.
    pub site: Site,
    /// The one place of crisis numbers.
    pub crisis: Crisis,
    /// People's words.
    pub words: WordsRecord,
    /// The day on which the bundle was made.
    pub made: Option<Day>,
    /// What has changed, for school staff; families' bundle has none of it.
    pub history: History,
    /// The day that decides what is late.
    pub today: Day,
    /// Invariant: in the order of `catalogue/order.rs`, held by [`Directory::new`].
    listings: Vec<Listing>,
    index: Index,
    /// What questions are compared with, made at the first one.
    hearing: OnceLock<Hearing>,
}

/// Why a text is no directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// It is no JSON, or not of this shape; what the reader said.
    NotABundle(String),
    /// It is of a version that this code does not know.
    WrongVersion(u32),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle(why) => write!(f, "this is not a directory file: {why}"),
            Self::WrongVersion(found) => {
                write!(f, "this directory file is of version {found}, not {FORMAT}")
            }
        }
    }
}

/// What a link to a listing leads to.
#[derive(Clone, Copy, Debug)]
pub enum Lookup<'a> {
    /// The listing itself.
    Found(&'a Listing),
    /// A listing that had this id before.
    Moved(&'a Listing),
    /// No listing had this id.
    Unknown,
}

impl<'a> Lookup<'a> {
    /// The listing, by whichever of its ids.
    pub fn listing(self) -> Option<&'a Listing> {
        match self {
            Self::Found(listing) | Self::Moved(listing) => Some(listing),
            Self::Unknown => None,
        }
    }
}

impl Directory {
    /// Reads a bundle, as of a day.
    pub fn read(text: &str, today: Day) -> Result<(Self, Vec<Finding>), LoadError> {
        Ok(Entries::of(Bundle::read(text)?).directory(today))
    }

    /// A directory of these listings, as of a day. Of several with one id the
    /// first is kept.
    pub fn new(site: Site, crisis: Crisis, words: WordsRecord, mut listings: Vec<Listing>, today: Day) -> Self {
        for listing in &mut listings {
            let route = listing.crisis_route.as_deref().and_then(|id| crisis.route(id));
            if let Some(route) = route {
                listing.contacts = route.contacts.clone();
            }
        }
        let order = Order::of(&listings, &site, today);
        let mut given: Vec<Option<Listing>> = listings.into_iter().map(Some).collect();
        let mut take = |row: &u32| given.get_mut(*row as usize).and_then(Option::take);
        let listings: Vec<Listing> = order.rows.iter().filter_map(&mut take).collect();
        let index = Index::new(&listings, &site.areas, order.tiers, &order.by_name);
        let (made, history) = (None, History::default());
        Self { site, crisis, words, made, history, today, listings, index, hearing: OnceLock::new() }
    }

    /// The same directory on another day: what has become late takes its place.
    /// Within a school term nothing has.
    #[must_use]
    pub fn on(self, today: Day) -> Self {
        if self.site.terms.is_one_term(self.today, today) {
            return Self { today, ..self };
        }
        let (made, history) = (self.made, self.history);
        Self { made, history, ..Self::new(self.site, self.crisis, self.words, self.listings, today) }
    }

    /// Every listing, held and ended ones too, in the order of equals.
    pub fn listings(&self) -> &[Listing] {
        &self.listings
    }

    /// The listing in a row that a search gave.
    pub fn at(&self, row: Row) -> Option<&Listing> {
        self.listings.get(row.0 as usize)
    }

    /// What an id leads to, old ids too.
    pub fn find(&self, id: &ListingId) -> Lookup<'_> {
        let has_it = |listing: &&Listing| listing.id == *id && listing.standing != Standing::Held;
        let had_it = |listing: &&Listing| listing.former_slugs.contains(id) && listing.standing != Standing::Held;
        let found = self.listings.iter().find(has_it).map(Lookup::Found);
        found.or_else(|| self.listings.iter().find(had_it).map(Lookup::Moved)).unwrap_or(Lookup::Unknown)
    }

    /// What replaced a listing that has ended, if that is still there.
    pub fn successor(&self, listing: &Listing) -> Option<&Listing> {
        let Standing::Ended(Successor::Listing(id)) = &listing.standing else {
            return None;
        };
        self.find(id).listing()
    }

    /// The listing that can be called for advice today, unless it is taken out.
    pub fn advice(&self) -> Option<&Listing> {
        self.find(self.site.advice.as_ref()?).listing().filter(|listing| listing.standing.is_listed())
    }

    /// How fresh a listing is today.
    pub fn freshness(&self, listing: &Listing) -> Freshness {
        self.site.terms.freshness(listing.checked.as_ref().map(|check| check.on), self.today)
    }

    /// What a question asks for; `None` if no word stands in it. The first
    /// question takes longer: all words are made ready.
    pub fn read_question(&self, typed: &str) -> Option<Question> {
        self.hearing().read(typed)
    }

    /// What questions are compared with.
    pub(crate) fn hearing(&self) -> &Hearing {
        self.hearing.get_or_init(|| Hearing::of(&self.words, &self.listings, &self.site.areas))
    }

    /// The facets.
    pub fn index(&self) -> &Index {
        &self.index
    }
}

#[cfg(test)]
mod tests;
