//! Courses: what is known of each, which of them answer what a school asks,
//! and the plan of who should go on what.
//!
//! Nothing here is our own advice. A course is recommended where some body
//! recommends it, by name and date; else its provider says whom it suits. How
//! long it is, what it costs and when it runs are known or not known, and what
//! is not known is never counted as nought.

pub mod course;
pub mod grid;
pub mod length;
pub mod money;
pub mod plan;

pub mod search;
pub mod session;
pub mod wanted;
pub mod words;

pub use course::{Mode, Recommendation, Training};
pub use length::{Band, DayLength, Span, Time, Unit};
pub use money::{Per, Price};
pub use session::Session;
pub use wanted::Wanted;

use crate::Directory;
use crate::listing::{Listing, Standing};
use crate::vocabulary::{Audience, Kind};

/// Every course that school staff can be sent on, in the order of the
/// directory: running or doubtful, never held or ended.
pub fn courses(directory: &Directory) -> impl Iterator<Item = &Listing> {
    directory.listings().iter().filter(|listing| listing.standing.is_listed() && is_for_staff(listing))
}

/// The courses for school staff that have ended: each has its page, and is
/// named apart with what replaced it.
pub fn ended(directory: &Directory) -> impl Iterator<Item = &Listing> {
    let has_ended = |listing: &&Listing| matches!(listing.standing, Standing::Ended(_));
    directory.listings().iter().filter(has_ended).filter(|listing| is_for_staff(listing))
}

/// A course for parents alone is none of these. Whom it speaks to may be not
/// known, and then it may be staff.
fn is_for_staff(listing: &Listing) -> bool {
    let audience = listing.audience;
    listing.kind == Kind::Training && (audience.is_empty() || audience.contains(Audience::Staff))
}
