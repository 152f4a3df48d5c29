//! The place below the field for own words: help now as soon as it is
//! understood, then what is offered, and the one line that is read out.

use crate::components::crisis::{Place, help_now};
use crate::components::markup::{Markup, el};
use crate::components::search::{Offer, offered};
use crate::state::{Reader, Typing};
use directory::closed::Choices;
use directory::question::Suggestion;
use directory::{Address, Directory};

/// Draws the place below the field.
pub fn below(directory: &Directory, reader: &Reader, typing: &Typing) -> Vec<Markup> {
    let is_home = matches!(reader.address, Address::Home(_));
    // On the page of results, what was asked stands above the list already.
    let is_new = is_home || typing.urgency > reader.urgency();
    let urgency = typing.urgency.filter(|_| is_new);
    let needs = if urgency.is_some() { typing.needs } else { Choices::default() };
    let now = help_now(&directory.crisis, Place::BelowField, urgency, needs, Choices::default());
    let list = offered(groups(directory, typing), typing.is_open, typing.active);
    let said = el("p", "hidden").with("role", "status").says(&typing.said);
    vec![el("div", "search__now").each(now), el("div", "search__pop").holds(list), said]
}

/// What is offered, like with like, in the order in which it is counted.
fn groups(directory: &Directory, typing: &Typing) -> Vec<(&'static str, Vec<Offer>)> {
    let (mut needs, mut listings, mut organisations) = (Vec::new(), Vec::new(), Vec::new());
    for one in &typing.offered {
        let (group, words, beside) = match one {
            Suggestion::Need(need) => (&mut needs, need.label().to_owned(), None),
            Suggestion::Listing(row) => {
                let listing = directory.at(*row);
                let name = listing.map(|listing| listing.name.clone()).unwrap_or_default();
                let by = listing.and_then(|listing| listing.provider.as_ref()).map(|by| by.value.clone());
                let by = by.filter(|by| *by != name);
                (&mut listings, name, by)
            }
            Suggestion::Organisation(name) => (&mut organisations, name.clone(), None),
        };
        group.push(Offer { words, beside });
    }
    vec![("Worries", needs), ("Places", listings), ("Everything by", organisations)]
}
