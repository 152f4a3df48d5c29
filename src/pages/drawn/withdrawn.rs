//! What is taken out for now: it says so, why, and where to turn instead.

use super::log::Log;
use crate::components::contact::first_contact;
use crate::components::crisis;
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{Tone, notice, safeguarding};
use directory::Address;
use directory::Directory;
use directory::area::NamedArea;
use directory::closed::Choices;
use directory::listing::Listing;
use directory::withdrawal::Withdrawal;
use leptos::prelude::*;

/// The page of a listing that is taken out: nothing that may be wrong is on it.
#[component]
pub fn Withdrawn<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// When it was taken out, and why.
    withdrawal: Option<&'a Withdrawal>,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let crisis = crisis::pinned(&directory.crisis, listing.needs, Choices::default());
    let why = withdrawal.map(|one| {
        let on = el("b", "").says([&one.on.words(), ": "].concat());
        el("p", "").holds(on).says(&one.reason)
    });
    let before = "What it said may be wrong. So we do not show its number, its hours or how to ask. \
        If you have them on paper or on your phone, do not rely on them.";
    let banner = notice(Tone::Warn, "We have taken this entry out for now").maybe(why).holds(el("p", "").says(before));
    view! {
        <main id="main" class="wrap stack" tabindex="-1">
            <div class="hero">
                <h1 class="hero__title">{listing.name.clone()}</h1>
                <p class="hero__lead">"This entry is taken out for now. Below stands why, and where to turn instead."</p>
            </div>
            {is_staff.then(safeguarding)}
            {crisis}
            {banner}
            {instead(directory, listing, is_staff)}
            {is_staff.then(|| view! { <Log directory listing/> })}
        </main>
    }
}

/// Where to turn instead: the next step of its area, who gives advice, all
/// other places, and help now.
fn instead(directory: &Directory, listing: &Listing, is_staff: bool) -> Markup {
    let results = if is_staff { "staff/results.html" } else { "results.html" };
    let urgent = el("p", "")
        .says("Urgent: ")
        .holds(link("", "tel:111").says("call 111"))
        .says(" and choose the mental health option. Life at risk: ")
        .holds(link("", "tel:999").says("call 999"))
        .says(".");
    el("section", "stack")
        .with("aria-labelledby", "instead")
        .holds(el("h2", "").with("id", "instead").says("Where to turn instead"))
        .each(steps(directory, listing, is_staff))
        .each(advice(directory, is_staff))
        .holds(urgent)
        .holds(el("p", "").holds(link("link", results).says("Look for something else")))
}

/// The next step of each of its areas; what serves everywhere is left to who
/// knows the child.
fn steps(directory: &Directory, listing: &Listing, is_staff: bool) -> Vec<Markup> {
    let named = listing.area.places.iter().filter_map(|slug| directory.site.areas.named(slug));
    let named: Vec<_> = named.filter(|area| !area.next_step.trim().is_empty()).collect();
    let step = |area: &&NamedArea| match named.len() {
        1 => el("p", "").says(&area.next_step),
        _ => el("p", "").holds(el("b", "").says([&area.label, ": "].concat())).says(&area.next_step),
    };
    match named.is_empty() {
        true if is_staff => vec![el("p", "").says("Ask the family’s GP, or another service in the list.")],
        true => vec![el("p", "").says("Ask your GP or your child’s school.")],
        false => named.iter().map(step).collect(),
    }
}

/// Who can be called for advice today, and for school staff who advises them.
fn advice(directory: &Directory, is_staff: bool) -> Vec<Markup> {
    let referrers = directory.site.referrers_advice.as_ref().filter(|_| is_staff);
    let referrers = referrers.and_then(|id| directory.find(id).listing());
    let referrers = referrers.filter(|listing| listing.standing.is_listed());
    let said = |words: &'static str, listing: &Listing| {
        let id = listing.id.clone();
        let address = if is_staff { Address::StaffListing(id) } else { Address::Listing(id) };
        let name = link("link", address.file()).says(&listing.name);
        let words = el("p", "").says(words).holds(name).says(".");
        el("div", "").holds(words).holds(el("p", "").maybe(first_contact(&listing.contacts)))
    };
    let referrers = referrers.map(|listing| said("Before you refer, ask: ", listing));
    let advice = directory.advice().map(|listing| said("For advice today: ", listing));
    referrers.into_iter().chain(advice).collect()
}
