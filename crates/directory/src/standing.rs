//! How an entry stands: shown, doubtful, held, taken out for now, or ended.

use crate::id::ListingId;
use crate::withdrawal::Withdrawal;

/// Whether an entry is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A source describes it running and none says it ended.
    Active,
    /// Doubtful or old: shown, with the reason, after the rest.
    Doubtful(String),
    /// Kept in the data and shown nowhere until someone confirms it.
    Held,
    /// Taken out for now, because something in it is or may be wrong: its page
    /// says so. A bundle for lists does not say since when, and why.
    Withdrawn(Option<Withdrawal>),
    /// It has ended: its page is a tombstone.
    Ended(Successor),
}

impl Standing {
    /// Whether it stands in lists, search and counts.
    pub fn is_listed(&self) -> bool {
        matches!(self, Self::Active | Self::Doubtful(_))
    }

    /// What must stand beside its name wherever that is a link: nobody should
    /// have to open its page to learn that there is no help.
    pub fn beside_name(&self) -> Option<&'static str> {
        match self {
            Self::Ended(_) => Some(" (has ended)"),
            Self::Withdrawn(_) => Some(" (taken out for now)"),
            Self::Active | Self::Doubtful(_) | Self::Held => None,
        }
    }
}

/// What replaced an entry that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Successor {
    /// This listing.
    Listing(ListingId),
    /// No successor is known.
    NoneKnown,
}
