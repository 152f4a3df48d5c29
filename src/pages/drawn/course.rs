//! A course, in the words of its provider and of whoever recommends it.

use super::parts::Section;
use crate::components::course::dates;
use crate::components::facts::capital;
use directory::Directory;
use directory::listing::Listing;
use directory::training::words;
use directory::vocabulary::Role;
use leptos::prelude::*;

/// A course: for whom on whose word, how long, where, when, and what follows.
#[component]
pub fn Course<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let course = listing.training.clone();
    let facts = [
        ("Phase", words::phases(listing)),
        ("Length", words::length(listing)),
        ("Where it is held", words::modes(listing)),
        ("Cost", words::cost(listing)),
    ];
    let dates = dates(listing, directory.today);
    let on = format!("Dates, as known on {}", directory.today.words());
    let names = |roles: directory::closed::Choices<Role>| {
        let names: Vec<_> = roles.iter().map(Role::label).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    course.map(|course| {
        let row = |term: &'static str, words: Option<String>| {
            let words = words.filter(|words| !words.is_empty()).unwrap_or_else(|| "Not known".to_owned());
            view! { <dt class="listing__term">{term}</dt><dd class="listing__fact">{capital(&words)}</dd> }
        };
        let recommended = course.recommended.iter().map(|one| {
            let roles = names(one.roles).unwrap_or_default();
            row("Recommended", Some(format!("{}, {}, for: {roles}", one.by, one.on.words())))
        });
        let recommended = recommended.collect_view();
        let facts = facts.map(|(term, words)| row(term, words)).into_iter().collect_view();
        let note = course.note.map(|note| view! { <p>{note}</p> });
        view! {
            <Section id="course" title="The course">
                <dl class="listing__facts">
                    {row("The provider says it suits", Some(course.suits))}
                    {row("Roles", names(course.roles))}
                    {recommended}
                    {facts}
                    {row("Level", course.level)}
                    {row("Afterwards", course.follow_up)}
                    <dt class="listing__term">{on}</dt><dd class="listing__fact">{dates}</dd>
                </dl>
                {note}
            </Section>
        }
    })
}
