//! What a listing's page says of money to apply for, and of something to read
//! or use. It gives dates, and of which day it speaks.

use super::parts::Section;
use crate::components::facts::capital;
use crate::components::markup::{Markup, el};
use crate::components::notice::{Tone, notice};
use directory::Address;
use directory::Directory;
use directory::funding::Offer;
use directory::listing::Listing;
use directory::resource::{Limit, Resource, ResourceFile, Sort};
use directory::vocabulary::Phase;
use leptos::prelude::*;

/// A row of facts; what is not known says so.
fn row(term: &'static str, words: Option<String>) -> impl IntoView + use<> {
    let is_known = words.is_some();
    let class = if is_known { "listing__fact" } else { "listing__fact listing__fact--unknown" };
    let words = words.unwrap_or_else(|| "Not known: ask".to_owned());
    view! { <dt class="listing__term">{term}</dt><dd class=class>{capital(&words)}</dd> }
}

/// Money to apply for: how much, who may, what for, and when.
#[component]
pub fn Money<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    listing.as_funding().map(|funding| {
        let funding = funding.into_owned();
        let said = format!("{}.", funding.stage(directory.today).said(directory.today));
        let courses = funding.pays_for.iter().filter_map(|id| directory.find(id).listing());
        let course = |course: &Listing| {
            let ended = course.standing.beside_name();
            let href = Address::StaffListing(course.id.clone()).file();
            view! { <li><a class="link" href=href>{course.name.clone()}</a>{ended}</li> }
        };
        let courses: Vec<_> = courses.map(course).collect();
        let courses = (!courses.is_empty())
            .then(|| view! { <h3>"Courses that it pays for"</h3><ul class="listing__list">{courses}</ul> });
        view! {
            <Section id="money" title="The money">
                <p>{said}</p>
                <dl class="listing__facts">
                    {row("How much", funding.amount.clone())}
                    {row("Who may apply", funding.who.clone())}
                    {row("What for", funding.purpose.clone())}
                    {row("When", Some(funding.when().join(". ")))}
                </dl>
                {courses}
            </Section>
        }
    })
}

/// The offers of money that say they pay for a course.
#[component]
pub fn PaidFor<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which course.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let offers = directory.funding_for(listing);
    let offer = |offer: &Offer<'_>| {
        let href = Address::StaffListing(offer.listing.id.clone()).file();
        let said = format!(": {}.", offer.stage.said(directory.today));
        view! { <li><a class="link" href=href>{offer.listing.name.clone()}</a>{said}</li> }
    };
    let list = offers.iter().map(offer).collect_view();
    (!offers.is_empty())
        .then(|| view! { <Section id="paid-for" title="Money that may pay for it"><ul>{list}</ul></Section> })
}

/// What has to be read before a version that is past its limit.
pub fn past_its_limit(directory: &Directory, listing: &Listing) -> Option<Markup> {
    let resource = listing.resource.as_ref()?;
    let Limit::Past(last) = resource.limit(directory.site.resource_months, directory.today) else { return None };
    let from = resource.dated_words();
    let words = format!("{from}: past its limit of {}. Look for a newer version.", last.words());
    Some(notice(Tone::Warn, "Check before you use it").holds(el("p", "").says(words)))
}

/// Something to read or use: what sort of thing, which version, which files.
#[component]
pub fn Version<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it: families hear only of what is known.
    is_staff: bool,
) -> impl IntoView + use<> {
    let limit = |resource: &Resource| resource.limit(directory.site.resource_months, directory.today);
    let resource = listing.resource.clone();
    let has_version = |one: &Resource| one.version.is_some() || one.dated.is_some() || !one.files.is_empty();
    resource.filter(|one| is_staff || has_version(one)).map(|resource| {
        let until = match limit(&resource) {
            Limit::Until(day) => Some(view! { <p>{format!("Check before you use it after {}.", day.words())}</p> }),
            Limit::Past(_) | Limit::NotKnown => None,
        };
        let sorts: Vec<_> = resource.sorts.iter().map(Sort::label).collect();
        let phases = resource.phases.map(|phases| phases.iter().map(Phase::label).collect::<Vec<_>>().join(", "));
        let for_staff = is_staff.then(|| {
            let sorts = Some(sorts.join(", ")).filter(|sorts| !sorts.is_empty());
            view! { {row("Kind (our own sorting)", sorts)}{row("Phase", phases)} }
        });
        let version = (is_staff || resource.version.is_some()).then(|| row("Version", resource.version.clone()));
        let file = |file: &ResourceFile| {
            view! { <li><a class="link" rel="noreferrer" href=file.web.clone()>{file.words()}</a></li> }
        };
        let files = resource.files.iter().map(file).collect_view();
        let files =
            (!resource.files.is_empty()).then(|| view! { <h3>"Files"</h3><ul class="listing__list">{files}</ul> });
        view! {
            <Section id="version" title="Version and files">
                <dl class="listing__facts">{for_staff}{version}{row("Date", Some(resource.dated_words()))}</dl>
                {until}{files}
            </Section>
        }
    })
}
