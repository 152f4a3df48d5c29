//! What matters of an entry, in the order in which it is compared. What is not
//! known says so; what nobody states but us says that, too.

use crate::components::facts::{OURS, Said, ages, area, capital, cost, format};
use crate::components::fresh::checked;
use crate::components::how::how_words;
use crate::components::table::wait;
use directory::fact::Basis;
use directory::{Directory, Listing};

/// What stands where nobody says.
pub const NOT_KNOWN: &str = "Not known";

/// The facts of an entry, each with its name.
pub fn facts(directory: &Directory, listing: &Listing) -> [(&'static str, String); 7] {
    let askers = listing.access.askers.as_ref().map(|fact| fact.basis);
    let who = Said { words: Some(how_words(listing).as_str().to_owned()), is_ours: askers == Some(Basis::Ours) };
    let place = area(listing, &directory.site.areas);
    let place = Said { words: Some(place), is_ours: listing.area.basis == Basis::Ours };
    [
        ("Who can ask", words(who)),
        ("Wait", wait(listing).unwrap_or_else(|| NOT_KNOWN.to_owned())),
        ("Cost", words(cost(listing))),
        ("Ages", words(ages(listing))),
        ("What it is like", words(format(listing))),
        ("Where", words(place)),
        ("Last checked", checked(listing, directory)),
    ]
}

fn words(said: Said) -> String {
    let ours = if said.is_ours { OURS } else { "" };
    said.words.map_or_else(|| NOT_KNOWN.to_owned(), |words| [&capital(&words), ours].concat())
}
