//! The parts of a listing's page that are read at length: how to get it, who
//! it is for, what happens then, and from where we know.

use crate::components::facts::{area, capital};
use crate::components::icon::{Icon, picture};
use crate::components::markup::{Markup, el, link};
use crate::components::worse::worse;
use crate::state::use_self_help;
use directory::Address;
use directory::Directory;
use directory::fact::{Basis, Fact};
use directory::listing::Listing;
use directory::search::View;
use directory::vocabulary::Need;
use leptos::prelude::*;

/// A heading and what stands under it.
#[component]
pub fn Section(
    /// Its id.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// Its class beside that of every section.
    #[prop(optional)]
    variant: &'static str,
    /// What stands under it.
    children: Children,
) -> impl IntoView {
    let class = format!("listing__section {variant}");
    view! { <section class=class.trim().to_owned() aria-labelledby=id><h2 id=id>{title}</h2>{children()}</section> }
}

fn said(fact: &Fact<String>) -> impl IntoView + use<> {
    let ours =
        (fact.basis == Basis::Ours).then(|| view! { <span class="listing__ours">" we believe, not checked"</span> });
    view! { <p>{fact.value.clone()}{ours}</p> }
}

fn bullets(items: &[String]) -> Option<impl IntoView + use<>> {
    let list = items.iter().map(|item| view! { <li>{item.clone()}</li> }).collect_view();
    (!items.is_empty()).then(|| view! { <ul>{list}</ul> })
}

/// How to get it, step by step.
#[component]
pub fn HowTo<'a>(
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let access = &listing.access;
    let route = access.route.as_ref().map(said);
    let unknown = if is_staff {
        "We do not know how to ask for this."
    } else {
        "We do not know how to ask for this. Your GP or your child’s school may know."
    };
    let unknown = (access.route.is_none() && access.steps.is_empty()).then(|| view! { <p>{unknown}</p> });
    let steps = access.steps.iter().map(|step| view! { <li class="listing__step"><div>{step.clone()}</div></li> });
    let steps = (!access.steps.is_empty()).then(|| view! { <ol class="listing__steps">{steps.collect_view()}</ol> });
    let ready = bullets(&access.have_ready).map(|list| view! { <h3>"What to have ready"</h3>{list} });
    let not_for = bullets(&access.exclusions).map(|list| view! { <h3>"Who it does not take"</h3>{list} });
    view! { <Section id="how-to" title="How to get it">{route}{steps}{unknown}{ready}{not_for}</Section> }
}

/// Who it is for, and where.
#[component]
pub fn WhoFor<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let said = listing.eligibility.as_ref().map(said);
    let coverage = listing.area.coverage.clone().map(|limit| view! { <p>"Not everywhere: "{limit}"."</p> });
    let needs: Vec<_> = listing.needs.iter().map(Need::label).collect();
    let needs = match needs.is_empty() {
        true => "We do not know which worries it helps with.".to_owned(),
        false => format!("We list it under: {}. This is our own sorting.", needs.join("; ")),
    };
    let users = listing.user_ages.map(|ages| view! { <p>"Who may use it themselves: people "{ages.words()}"."</p> });
    let (schools, ask) = (super::tied::which(listing), super::tied::ask(listing, is_staff));
    let area = area(listing, &directory.site.areas);
    view! {
        <Section id="who-for" title="Who it is for">
            {said}<p>"Where: "{area}"."</p>{coverage}{schools}{ask}{users}<p>{needs}</p>
        </Section>
    }
}

fn part(title: &'static str, words: &Option<String>) -> Option<impl IntoView + use<>> {
    words.clone().map(|words| view! { <h3>{title}</h3><p>{words}</p> })
}

/// What happens next, and what if it is not the right place.
#[component]
pub fn Next<'a>(
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let help = &listing.course_of_help;
    let is_known = help.next.is_some() || help.if_not_right.is_some();
    let next = help.next.clone().map(|words| view! { <p>{words}</p> });
    let wrong = part("If it is not the right place", &help.if_not_right);
    is_known.then(|| view! { <Section id="next" title="What happens next">{next}{wrong}</Section> })
}

/// What to do while waiting; nobody waits for a course, a grant or a page.
#[component]
pub fn Waiting<'a>(
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let waiting = listing.course_of_help.while_waiting.clone().map(|words| view! { <p>{words}</p> });
    let read = to_read(listing);
    listing.kind.is_help().then(|| {
        view! {
            <Section id="waiting" title="While you wait" variant="listing__wait">
                {waiting}
                {worse("")}
                {read}
            </Section>
        }
    })
}

/// The most needs whose published pages are linked from an entry: one that
/// helps with more, or with any worry, leads to all of them.
const MOST_TO_READ: usize = 6;

/// The published pages to read meanwhile, on the needs that an entry names.
fn to_read(listing: &Listing) -> Option<Markup> {
    let pages = use_self_help();
    if pages.pages().is_empty() || !listing.is_for_families() {
        return None;
    }
    let item = |address: Address, words: &'static str| el("li", "").holds(link("link", address.file()).says(words));
    let needs: Vec<_> = listing.needs.iter().filter(|need| need.is_for_families() && pages.has(*need)).collect();
    let list = match needs.len() {
        1..=MOST_TO_READ => needs.iter().map(|need| item(Address::SelfHelp(*need), need.label())).collect(),
        _ => vec![item(Address::Leaflets, "Choose a worry")],
    };
    Some(el("div", "").holds(el("h3", "").says("Pages to read")).holds(el("ul", "").each(list)))
}

/// What comes after, and at 18.
#[component]
pub fn Later<'a>(
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let help = &listing.course_of_help;
    let is_known = help.after.is_some() || help.at_18.is_some();
    let after = part("After it ends", &help.after);
    let at_18 = part("At 18", &help.at_18);
    is_known.then(|| view! { <Section id="later" title="Later">{after}{at_18}</Section> })
}

/// Others with the same needs.
#[component]
pub fn Others<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let view_of = if is_staff { View::Staff } else { View::Families };
    let others = directory.similar(listing, view_of, 3);
    let other = |other: &&Listing| {
        let id = other.id.clone();
        let address = if is_staff { Address::StaffListing(id) } else { Address::Listing(id) };
        view! { <li><a class="link" href=address.file()>{other.name.clone()}</a></li> }
    };
    let list = others.iter().map(other).collect_view();
    (!others.is_empty()).then(|| {
        view! {
            <Section id="others" title="If this isn’t the right place">
                <p>"You do not have to start again. These help with something of the same kind:"</p>
                <ul>{list}</ul>
            </Section>
        }
    })
}

/// What a source speaks of, as a reader would say it.
fn field_words(field: &str) -> String {
    let words = match field {
        "summary" => "what it is",
        "web" => "website",
        "access" => "how to ask",
        "formats" => "what it is like",
        "eligibility" => "who it is for",
        "area" => "where",
        "standing" => "if it still runs",
        "user_ages" => "who may use it",
        "accessibility" => "access for disabled people",
        "training" => "the course",
        "funding" => "how much, for whom and when",
        "resource" => "version and files",
        "provider" => "who runs it",
        other => return other.replace('_', " "),
    };
    words.to_owned()
}

/// Where we know it from.
#[component]
pub fn Sources<'a>(
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let source = |source: &directory::listing::Source| {
        let fields: Vec<_> = source.fields.iter().map(|field| field_words(field)).collect();
        let (fields, says, kind) = (fields.join(", "), source.says.clone(), source.kind.clone());
        view! { <li>{capital(&kind)}": "{says}" (for: "{fields}")"</li> }
    };
    let list = listing.sources.iter().map(source).collect_view();
    let count = match listing.sources.len() {
        1 => "1 source".to_owned(),
        count => format!("{count} sources"),
    };
    let former = (!listing.former_names.is_empty()).then(|| {
        view! { <p>"It was called: "{listing.former_names.join(", ")}"."</p> }
    });
    view! {
        <Section id="sources" title="Where we know this from">
            {former}
            <details>
                <summary class="filters__summary">{count}</summary>
                <ul class="listing__sources">{list}</ul>
            </details>
        </Section>
    }
}

/// How to tell the publisher of a mistake.
#[component]
pub fn Wrong<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let id = listing.id.to_string();
    let update = is_staff.then(|| {
        let href = format!("{}#{id}", Address::Update.file());
        view! { <p><a class="link" href=href>"Is this entry yours? Say what is right"</a></p> }
    });
    let mail = directory.site.email.clone().map(|email| {
        let href = format!(
            "mailto:{email}?subject=Something%20is%20wrong%3A%20{id}&body=What%20is%20wrong%20on%20this%20page%3A%0A%0A"
        );
        view! { <p><a class="link" href=href>{picture(Icon::Mail)}"Write to the publisher"</a></p> }
    });
    let none =
        mail.is_none().then(|| view! { <p>"There is no address for this yet. When there is one, it stands here."</p> });
    view! {
        <Section id="wrong" title="Something wrong?" variant="listing__wrong">
            <p>
                "This is only for mistakes on this page. Nobody reads it at night. Do not send names or anything about a child. "
                "Need help? "<a href="urgent.html">"See urgent help"</a>"."
            </p>
            <p>"This page: "<code class="listing__id">{id}</code></p>
            {mail}{none}{update}
        </Section>
    }
}
