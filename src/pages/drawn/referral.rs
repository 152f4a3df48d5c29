//! Between the two views of an entry: who may refer, and the way to the page
//! for whoever has to ask.

use super::parts::Section;
use crate::components::how::referrers;
use directory::Address;
use directory::fact::Basis;
use directory::listing::Listing;
use directory::referral::Referral;
use leptos::prelude::*;

/// The same entry in the other view, where that is the way on: families whose
/// school has to ask are led to what school needs, and staff to what families
/// read.
#[component]
pub fn OtherView<'a>(
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let id = || listing.id.clone();
    let is_ours = listing.access.askers.as_ref().is_some_and(|fact| fact.basis == Basis::Ours);
    let ours = is_ours.then(|| view! { <span class="listing__ours">"we believe, not checked"</span> });
    match is_staff {
        false if listing.is_asked_by_school_alone() => Some(view! {
            <p class="listing__section">
                "Your child’s school asks for this. "
                {ours}
                <a class="link" href=Address::StaffListing(id()).file()>"For your child’s school: what they need to ask"</a>
            </p>
        }
        .into_any()),
        true if listing.is_for_families() => Some(view! {
            <p class="listing__section">"This page is for school staff. "<a class="link" href=Address::Listing(id()).file()>"For parents and carers"</a></p>
        }
        .into_any()),
        _ => None,
    }
}

/// Who may refer, where there is no sheet, and why there is none.
#[component]
pub fn WhoMayRefer<'a>(
    /// Which listing.
    listing: &'a Listing,
    /// Why it has no sheet.
    referral: Referral,
) -> impl IntoView + use<> {
    let why = match referral {
        Referral::Crisis => Some("There is no referral sheet for a crisis line: call or text it."),
        Referral::Safeguarding => {
            Some("There is no referral sheet for a child in danger. Tell your DSL or deputy now.")
        }
        _ => None,
    };
    let why = why.map(|why| view! { <p>{why}</p> });
    let ours = listing.access.askers.as_ref().is_some_and(|fact| fact.basis == Basis::Ours);
    let ours = ours.then(|| view! { <span class="listing__ours">" we believe, not checked"</span> });
    let who = referrers(&listing.access);
    view! {
        <Section id="referral" title="Who may refer">
            <p>{who}"."{ours}</p>
            {why}
        </Section>
    }
}
