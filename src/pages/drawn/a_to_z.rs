//! Every listing for families by name. What is for school staff alone stands in
//! their view, and is met by no link of a page for families.

use super::names::names;
use crate::state::use_directory;
use directory::Address;
use directory::listing::Listing;
use directory::words::fold;
use leptos::prelude::*;

/// The letter under which a name stands: its first, or `0` for a digit.
fn letter(listing: &Listing) -> char {
    let first = fold(&listing.name).chars().next().unwrap_or('0');
    if first.is_ascii_lowercase() { first } else { '0' }
}

fn shown(letter: char) -> String {
    if letter == '0' { "0 to 9".to_owned() } else { letter.to_ascii_uppercase().to_string() }
}

/// Every listing for families by name.
#[component]
pub fn AToZ() -> impl IntoView {
    let directory = use_directory();
    let is_shown = |listing: &&Listing| listing.standing.is_listed() && listing.is_for_families();
    let mut listings: Vec<_> = directory.listings().iter().filter(is_shown).collect();
    listings.sort_by_cached_key(|listing| fold(&listing.name));
    let letters: Vec<char> = ['0'].into_iter().chain('a'..='z').collect();
    let jump = |one: &char| {
        let has = listings.iter().any(|listing| letter(listing) == *one);
        let (href, words) = (format!("a-z.html#letter-{one}"), shown(*one));
        match has {
            true => view! { <li><a class="atoz__jump" href=href>{words}</a></li> }.into_any(),
            false => view! { <li><span class="atoz__jump atoz__jump--none">{words}</span></li> }.into_any(),
        }
    };
    let part = |one: &char| {
        let items: Vec<_> = listings.iter().copied().filter(|listing| letter(listing) == *one).collect();
        let id = format!("letter-{one}");
        (!items.is_empty()).then(|| {
            view! {
                <section class="atoz__part" aria-labelledby=id.clone()>
                    <h2 class="atoz__letter" id=id.clone() tabindex="-1">{shown(*one)}</h2>
                    {names(items.into_iter(), Address::Listing)}
                </section>
            }
        })
    };
    let (jumps, parts) = (letters.iter().map(jump).collect_view(), letters.iter().map(part).collect_view());
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">"A to Z"</h1>
                <p class="hero__lead">{format!("All {} places and things for families that we know of, by name.", listings.len())}</p>
                <p>"What is for school staff alone is in "<a href=Address::Staff.file()>"the view for school staff"</a>"."</p>
                <p>"To print all of it for somebody without the internet: "<a href=Address::Booklet.file()>"the booklet"</a>"."</p>
            </div>
            <nav aria-label="Letters"><ul class="atoz__letters">{jumps}</ul></nav>
            {parts}
        </main>
    }
}
