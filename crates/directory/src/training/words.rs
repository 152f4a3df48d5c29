//! The facts of a course in words. `None` is not known, and whoever shows it
//! says so; what nobody states but us says that, too.

use super::course::Training;
use crate::fact::Basis;
use crate::listing::Listing;
use crate::vocabulary::Phase;

/// What stands where a fact is not known.
pub const NOT_KNOWN: &str = "Not known: ask";

/// What follows a fact that nobody states but us.
const OURS: &str = " (we believe, not checked)";

/// How long it is: as its source says it, or else as it is counted.
pub fn length(listing: &Listing) -> Option<String> {
    let training = listing.training.as_ref()?;
    let ways: Vec<_> = training.time.iter().map(|time| time.words()).collect();
    let words = training.length.clone().or_else(|| (!ways.is_empty()).then(|| ways.join(", or ")))?;
    Some(said(words, training.basis))
}

/// Where it is held: "in person, online".
pub fn modes(listing: &Listing) -> Option<String> {
    let modes = listing.training.as_ref()?.modes.as_ref()?;
    let words: Vec<_> = modes.value.iter().map(|mode| mode.label()).collect();
    Some(said(words.join(", "), modes.basis))
}

/// Which phases it is for.
pub fn phases(listing: &Listing) -> Option<String> {
    let training = listing.training.as_ref().filter(|training| !training.phases.is_empty())?;
    let words: Vec<_> = training.phases.iter().map(Phase::label).collect();
    Some(said(words.join(", "), training.basis))
}

/// What it costs: its price if one is known, else the kind of cost.
pub fn cost(listing: &Listing) -> Option<String> {
    if let Some((price, basis)) = listing.training.as_ref().and_then(|training| Some((training.price?, training.basis)))
    {
        return Some(said(price.words(), basis));
    }
    let cost = listing.cost.as_ref()?;
    let label = cost.value.kind.label();
    let note = cost.value.note.trim_end_matches('.');
    let words = if note.is_empty() { label.to_owned() } else { format!("{label}. {note}") };
    Some(said(words, cost.basis))
}

/// What goes on after it.
pub fn follow_up(listing: &Listing) -> Option<&str> {
    listing.training.as_ref().and_then(|training: &Training| training.follow_up.as_deref())
}

fn said(words: String, basis: Basis) -> String {
    if basis == Basis::Ours { words + OURS } else { words }
}
