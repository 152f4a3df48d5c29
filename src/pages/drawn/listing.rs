//! A listing: what it is, who it is for, who may ask and how, and from where
//! we know.

use super::course::Course;
use super::device::OnDevice;
use super::log::Log;
use super::offers::{Money, PaidFor, Version, past_its_limit};
use super::parts::{HowTo, Later, Next, Others, Sources, Waiting, WhoFor, Wrong};
use super::referral::{OtherView, WhoMayRefer};
use super::sheet::sheet;
use super::tombstone::Tombstone;
use super::withdrawn::Withdrawn;
use crate::components::contact::all_contacts;
use crate::components::crisis;
use crate::components::facts::{Said, ages, area, capital, cost, format, hours};
use crate::components::fresh::{checked, fresh};
use crate::components::how::how_to_ask;
use crate::components::icon::{Icon, picture};
use crate::components::markup::el;
use crate::components::notice::{Tone, notice, safeguarding};
use crate::components::save::save_button;
use crate::components::table::wait;
use crate::components::thrive::badges;
use crate::pages::hours::written;
use crate::state::use_directory;
use directory::Directory;
use directory::catalogue::Lookup;
use directory::freshness::Freshness;
use directory::id::ListingId;
use directory::listing::{AvailabilityState, Listing, Standing};
use directory::referral::Referral;
use directory::search::View;
use leptos::prelude::*;
use std::sync::Arc;

/// The name of the listing that an id leads to; that it has ended or is taken
/// out stands beside it, since a title is also read in lists that show nothing else.
pub fn name_of(id: &ListingId, directory: &Directory) -> String {
    match directory.find(id) {
        Lookup::Found(listing) | Lookup::Moved(listing) => {
            [&listing.name, listing.standing.beside_name().unwrap_or_default()].concat()
        }
        Lookup::Unknown => "This page is not here".to_owned(),
    }
}

/// A listing, for families or for school staff.
#[component]
pub fn ListingPage(
    /// Its id, or one that it had before.
    id: ListingId,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView {
    let directory = use_directory();
    match directory.find(&id) {
        Lookup::Found(listing) | Lookup::Moved(listing) => match &listing.standing {
            Standing::Ended(_) => view! { <Tombstone directory=&directory listing is_staff/> }.into_any(),
            Standing::Withdrawn(one) => {
                let withdrawal = one.as_ref();
                view! { <Withdrawn directory=&directory listing withdrawal is_staff/> }.into_any()
            }
            _ => {
                let is_former = listing.id != id;
                view! { <Body directory=directory.clone() listing=listing.clone() is_staff is_former/> }.into_any()
            }
        },
        Lookup::Unknown => view! { <super::not_found::NotFound/> }.into_any(),
    }
}

#[component]
fn Body(
    /// The directory that it is of.
    directory: Arc<Directory>,
    /// Which listing.
    listing: Listing,
    /// Whether school staff read it.
    is_staff: bool,
    /// Whether it was reached by an old link.
    is_former: bool,
) -> impl IntoView {
    let view = if is_staff { View::Staff } else { View::Families };
    let back = if is_staff { ("staff/results.html", "Support for pupils") } else { ("results.html", "All places") };
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    let provider = provider.map(|provider| view! { <p class="hero__by">{provider.value.clone()}</p> });
    let former = is_former.then(|| view! { <p>"You came by an old link. This is where it leads."</p> });
    let listing = &listing;
    let referral = listing.referral();
    let has_sheet = is_staff && referral == Referral::Sheet;
    let class = if has_sheet { "wrap stack sheet__page" } else { "wrap stack" };
    let sheet = has_sheet.then(|| sheet(&directory, listing));
    let way = (!has_sheet).then(|| {
        view! {
            {is_staff.then(|| view! { <WhoMayRefer listing referral/> })}
            <HowTo listing is_staff/>
            {listing.training.as_ref().map(|_| view! { <Course directory=&directory listing/> })}
            {is_staff.then(|| view! { <Money directory=&directory listing/> })}
            {is_staff.then(|| view! { <PaidFor directory=&directory listing/> })}
            <Version directory=&directory listing is_staff/>
            <Next listing/>
        }
    });
    view! {
        <main id="main" class=class tabindex="-1">
            <div class="hero">
                <p class="hero__back"><a class="link" href=back.0>{picture(Icon::ArrowLeft)}{back.1}</a></p>
                <div class="hero__badges">{badges(&directory.site.groupings, listing.thrive, view)}</div>
                <h1 class="hero__title">{listing.name.clone()}</h1>
                {provider}
                <p class="hero__lead">{listing.summary.clone()}</p>
                {former}
            </div>
            {is_staff.then(safeguarding)}
            <Pinned directory=&directory listing/>
            <div class="listing">
                <Ask directory=&directory listing is_staff/>
                <div class="listing__main">
                    {sheet}
                    <WhoFor directory=&directory listing is_staff/>
                    <OtherView listing is_staff/>
                    {way}
                    <Others directory=&directory listing is_staff/>
                    <Waiting listing/>
                    <Later listing/>
                </div>
                <aside class="listing__aside listing__aside--facts" aria-label="Main facts">
                    <Facts directory=&directory listing is_staff/>
                    {fresh(&directory, listing)}
                </aside>
                <div class="listing__foot">
                    <Sources listing/>
                    {is_staff.then(|| view! { <Log directory=&directory listing/> })}
                    <Wrong directory=&directory listing is_staff/>
                </div>
            </div>
        </main>
    }
}

/// What must be read first: crisis help, doubt, a pause, an old version.
#[component]
fn Pinned<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
) -> impl IntoView + use<> {
    let crisis = crisis::pinned(&directory.crisis, listing.needs, listing.thrive.unwrap_or_default());
    let say = |tone, title, words: String| notice(tone, title).holds(el("p", "").says(words));
    let doubt = match &listing.standing {
        Standing::Doubtful(why) => Some(say(Tone::Doubt, "Ask if this still runs", why.clone())),
        _ => None,
    };
    let is_late = directory.freshness(listing) == Freshness::VeryLate;
    let late = is_late.then(|| say(Tone::Warn, "Call first", format!("{}.", checked(listing, directory))));
    let is_paused = listing.availability.state == Some(AvailabilityState::Paused);
    let again = opens_again(directory, listing).map(|words| format!(" {words}")).unwrap_or_default();
    let paused = is_paused.then(|| say(Tone::Warn, "Paused", format!("{}.{again}", wait(listing).unwrap_or_default())));
    let old = past_its_limit(directory, listing);
    let pinned = (crisis.is_some() || doubt.is_some() || late.is_some() || paused.is_some() || old.is_some())
        .then(|| view! { <div class="listing__pinned">{crisis}{doubt}{late}{paused}{old}</div> });
    view! { {pinned} }
}

/// When it takes people again, as the service says it. Once that day has come
/// nobody knows if it does.
pub fn opens_again(directory: &Directory, listing: &Listing) -> Option<String> {
    let day = listing.availability.opens_on?;
    let at = if day.first_day() == day.last_day() { "on" } else { "in" };
    let is_to_come = directory.today.days_until(day.first_day()) > 0;
    let tense = if is_to_come { "It says it opens again" } else { "It said it would open again" };
    let ask = if is_to_come { "" } else { " Ask if it has." };
    Some(format!("{tense} {at} {}.{ask}", day.words()))
}

/// Who can ask, and every way to get in touch.
#[component]
fn Ask<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let contact = if !listing.contacts.is_empty() {
        view! { <div class="listing__act">{all_contacts(&listing.contacts)}</div> }.into_any()
    } else if listing.kind.is_help() && !is_staff {
        view! { <p>"We have no contact yet. Ask your GP or your child’s school."</p> }.into_any()
    } else {
        view! { <p>"We have no contact yet."</p> }.into_any()
    };
    let how = (!is_staff).then(|| how_to_ask(listing));
    view! { <section class="listing__aside" aria-label="Get in touch">{how}{contact}{save_button(listing)}<OnDevice directory listing/></section> }
}

/// A fact that is rarely known: its term, its name in a sentence, its words.
type Rare = (&'static str, &'static str, Option<String>);

/// The facts, each with who says so; what is not known says so too: for staff
/// in its row, for families the rare ones in one sentence.
#[component]
fn Facts<'a>(
    /// The directory that it is of.
    directory: &'a Directory,
    /// Which listing.
    listing: &'a Listing,
    /// Whether school staff read it.
    is_staff: bool,
) -> impl IntoView + use<> {
    let stated = |words| Said { words, is_ours: false };
    let yes_or_no = |is_so: Option<bool>| is_so.map(|is_so| if is_so { "Yes".to_owned() } else { "No".to_owned() });
    let languages = listing.languages.as_ref().map(|languages| languages.join(", "));
    let common = [
        ("Ages", ages(listing)),
        ("Cost", cost(listing)),
        ("Hours", hours(listing)),
        ("What it is like", format(listing)),
        ("Where", stated(Some(area(listing, &directory.site.areas)))),
    ];
    let rare: [Rare; 6] = [
        ("Wait", "how long the wait is", wait(listing)),
        ("Languages", "languages", languages),
        ("Access", "access for disabled people", listing.accessibility.clone()),
        ("Who pays for it", "who pays for it", listing.commissioner.clone()),
        ("Pilot", "if it is a trial", yes_or_no(listing.is_pilot)),
        ("Evaluated", "if it has been tested", yes_or_no(listing.is_evaluated)),
    ];
    // Nobody waits for a document, a course for staff or a grant.
    let rare = rare.into_iter().filter(|(term, _, words)| *term != "Wait" || listing.kind.is_help() || words.is_some());
    let rare: Vec<_> = rare.collect();
    let unknown: Vec<_> = rare.iter().filter(|(_, _, words)| words.is_none()).map(|(_, name, _)| *name).collect();
    let unknown = (!is_staff && !unknown.is_empty())
        .then(|| view! { <p class="listing__unknown">{format!("Not known: {}.", unknown.join(", "))}</p> });
    let rare = rare.into_iter().filter(|(_, _, words)| is_staff || words.is_some());
    let rows = common.into_iter().chain(rare.map(|(term, _, words)| (term, stated(words))));
    let row = |(term, said): (&'static str, Said)| match said.words {
        Some(value) => {
            let ours = said.is_ours.then(|| view! { <span class="listing__ours">"we believe, not checked"</span> });
            let now = (term == "Hours" && !listing.opening.is_empty()).then(|| written(&listing.opening));
            let now = now.map(|hours| view! { " "<b data-opening=hours></b> });
            view! { <dt class="listing__term">{term}</dt><dd class="listing__fact">{capital(&value)}{now}{ours}</dd> }
                .into_any()
        }
        None => view! {
            <dt class="listing__term">{term}</dt>
            <dd class="listing__fact listing__fact--unknown">"Not known"</dd>
        }
        .into_any(),
    };
    view! { <dl class="listing__facts">{rows.map(row).collect_view()}</dl>{unknown} }
}
