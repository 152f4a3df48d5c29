//! When an entry was checked, by whom, and from what source it comes.

use super::icon::{Icon, picture};
use super::markup::{Markup, el};
use directory::Directory;
use directory::freshness::Freshness;
use directory::listing::{Listing, Standing};

/// When it was last checked, in a few words. A page may be read long after it
/// was drawn, so what they say stays true: what is late is late on a day.
pub fn checked(listing: &Listing, directory: &Directory) -> String {
    let freshness = directory.freshness(listing);
    let on = listing.checked.as_ref().map(|check| check.on.words()).unwrap_or_default();
    match (&listing.standing, freshness) {
        (Standing::Doubtful(_), Freshness::NeverChecked) => "Ask if this still runs".to_owned(),
        (_, Freshness::NeverChecked) => "Not yet checked by the publisher".to_owned(),
        (_, Freshness::Current) => format!("Checked {on}"),
        (_, Freshness::Late) => format!("Last checked {on}"),
        (_, Freshness::VeryLate) => {
            let today = directory.today.words();
            format!("Last checked {on}. On {today} that was more than two terms ago: call first")
        }
    }
}

/// How fresh an entry is, by whose word, and by when it is checked again.
pub fn fresh(directory: &Directory, listing: &Listing) -> Markup {
    let freshness = directory.freshness(listing);
    let variant = match (&listing.standing, freshness) {
        (Standing::Doubtful(_), _) => "fresh fresh--doubtful",
        (_, Freshness::Current) => "fresh fresh--current",
        (_, Freshness::Late) => "fresh fresh--late",
        (_, Freshness::NeverChecked) => "fresh fresh--never",
        (_, Freshness::VeryLate) => "fresh fresh--very-late",
    };
    let state = match &listing.checked {
        None => "Not yet checked by the publisher.".to_owned(),
        Some(_) => format!("{}.", checked(listing, directory)),
    };
    let by = listing.checked.as_ref().map(|check| {
        let due = directory.site.terms.due(check.on).map(|due| format!(" To be checked again by {}.", due.words()));
        format!(" By: {}. How: {}.{}", check.by, check.means, due.unwrap_or_default())
    });
    let newest = match listing.last_source {
        Some(day) => format!(" The newest dated source is from {}.", day.words()),
        None => " None of our sources has a date.".to_owned(),
    };
    let words = el("span", "").holds(el("span", "fresh__state").says(state)).says(by.unwrap_or_default()).says(newest);
    el("p", variant).holds(picture(Icon::Clock)).holds(words)
}
