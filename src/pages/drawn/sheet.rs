//! The referral sheet of an entry: what school staff need to refer a pupil, on
//! one page of paper, with what the family takes home.
//!
//! Every sentence about the entry is its own; what is not known says so. What
//! is written about a pupil is written by hand, and never in a browser.

mod home;

use crate::components::facts::{NOT_KNOWN, OURS, Said, ages, area, capital, cost, hours};
use crate::components::first_steps::first_steps_at;
use crate::components::fresh::checked;
use crate::components::how::referrers;
use crate::components::markup::{Markup, Words, el, link};
use crate::components::table::wait;
use directory::closed::Choices;
use directory::fact::{Basis, Fact};
use directory::finding::Findings;
use directory::first_step::FirstStep;
use directory::listing::{Contacts, Listing};
use directory::site::Site;
use directory::vocabulary::Thrive;
use directory::{Address, Directory};

/// What is written by hand: its name, and how many lines it needs.
const BY_HAND: [(&str, &str); 7] = [
    ("Pupil’s initials", "sheet__blank"),
    ("Date", "sheet__blank"),
    ("Who called", "sheet__blank"),
    ("Who answered", "sheet__blank"),
    ("Who gave consent, and when", "sheet__blank sheet__blank--wide"),
    ("What was agreed", "sheet__blank sheet__blank--tall"),
    ("Who calls back, and when", "sheet__blank sheet__blank--wide"),
];

/// The sheet of an entry.
pub fn sheet(directory: &Directory, listing: &Listing) -> Markup {
    let access = &listing.access;
    let help = &listing.course_of_help;
    let site = &directory.site;
    let askers = access.askers.as_ref().map(|fact| fact.basis);
    let who = el("p", "").says([referrers(access).as_str(), "."].concat()).says(ours(askers));
    let next = part("What happens next, and when", words(help.next.as_ref()));
    let parts = el("div", "sheet__parts")
        .holds(part("Who may refer", who))
        .holds(how(listing))
        .holds(on_paper("Get in touch", contacts(&listing.contacts, hours(listing))))
        .holds(on_paper("Who it is for", who_for(directory, listing)))
        .holds(part("Threshold", fact(access.threshold.as_ref())))
        .holds(part("Who it does not take", items("ul", "", &access.exclusions)))
        .holds(part("Wait", el("p", "").says(wait(listing).as_deref().map_or(NOT_KNOWN.to_owned(), capital))))
        .holds(part("What school does first", first(site, listing.thrive.unwrap_or_default())))
        .holds(part("Have ready", checklist(&access.have_ready)))
        .holds(part("Consent", fact(access.consent.as_ref())))
        .holds(part("What to say on the phone", items("ul", "", &access.phone_words)))
        .holds(next)
        .holds(part("If it is not the right place", words(help.if_not_right.as_ref())));
    el("section", "listing__section sheet")
        .with("aria-labelledby", "sheet")
        .holds(el("h2", "").with("id", "sheet").says("Referral sheet"))
        .holds(print())
        .holds(parts)
        .holds(el("div", "sheet__paper").holds(by_hand()).maybe(home::take_home(directory, listing)))
        .holds(foot(directory, listing))
}

/// The way to print it, for whoever has scripts; what comes out, for everybody.
fn print() -> Markup {
    let button = el("button", "button button--quiet sheet__print").with("type", "button").with("data-print", "");
    let words = "What prints of this page is the sheet, on one side of A4. You can also use your browser’s menu.";
    el("div", "sheet__act").holds(button.says("Print this sheet")).holds(el("p", "").says(words))
}

fn part(title: &'static str, content: Markup) -> Markup {
    el("div", "sheet__part").holds(el("h3", "sheet__title").says(title)).holds(content)
}

/// A part that only the paper needs: on a screen it stands beside the sheet.
fn on_paper(title: &'static str, content: Markup) -> Markup {
    let title = el("h3", "sheet__title").says(title);
    el("div", "sheet__part sheet__part--paper").holds(title).holds(content)
}

fn ours(basis: Option<Basis>) -> &'static str {
    if basis == Some(Basis::Ours) { OURS } else { "" }
}

fn words(words: Option<&String>) -> Markup {
    el("p", "").says(words.map_or(Words::from(NOT_KNOWN), Words::from))
}

fn fact(fact: Option<&Fact<String>>) -> Markup {
    words(fact.map(|fact| &fact.value)).says(ours(fact.map(|fact| fact.basis)))
}

/// A list, or that nothing is known.
fn items(tag: &'static str, class: &'static str, all: &[String]) -> Markup {
    if all.is_empty() {
        return words(None);
    }
    el(tag, class).each(all.iter().map(|item| el("li", "").says(item)).collect())
}

/// How to refer, step by step.
fn how(listing: &Listing) -> Markup {
    let access = &listing.access;
    let steps = (!access.steps.is_empty()).then(|| items("ol", "", &access.steps));
    let route = (access.route.is_some() || steps.is_none()).then(|| fact(access.route.as_ref()));
    part("How", el("div", "").maybe(route).maybe(steps))
}

/// Every way to get in touch, in words that are still there on paper.
fn contacts(contacts: &Contacts, hours: Said) -> Markup {
    if contacts.is_empty() {
        return el("p", "").says("We have no contact yet.");
    }
    let line = |link: Markup, note: &str| {
        let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
        el("li", "").holds(link).says(note)
    };
    let call = contacts.phones.iter().map(|one| {
        let call = link("", one.call_link()).says(["Call ", &one.shown].concat());
        line(call, &one.note)
    });
    let text = contacts.texts.iter().map(|one| {
        let text = link("", one.text_link()).says(crate::components::contact::text_words(one));
        line(text, &one.note)
    });
    let mail = contacts.emails.iter().map(|mail| line(link("", ["mailto:", mail].concat()).says(mail), ""));
    let web =
        contacts.web.iter().map(|web| line(link("sheet__web", web.clone()).with("rel", "noreferrer").says(web), ""));
    let ways: Vec<_> = contacts.ways.iter().map(|way| way.label()).collect();
    let ways = (!ways.is_empty()).then(|| el("li", "").says(format!("How: {}", ways.join(", ").to_lowercase())));
    let hours = hours.words.map(|words| {
        let ours = if hours.is_ours { OURS } else { "" };
        el("li", "").says(format!("Hours: {words}{ours}"))
    });
    el("ul", "").each(call.chain(text).chain(mail).chain(web).chain(ways).chain(hours).collect())
}

/// Whom it helps, where, and what it costs.
fn who_for(directory: &Directory, listing: &Listing) -> Markup {
    let line = |name: &'static str, said: Said| {
        let ours = if said.is_ours { OURS } else { "" };
        let words = said.words.as_deref().map_or(NOT_KNOWN.to_owned(), capital);
        el("li", "").says(format!("{name}: {words}{ours}"))
    };
    let place = Said { words: Some(area(listing, &directory.site.areas)), is_ours: listing.area.basis == Basis::Ours };
    let limit = listing.area.coverage.as_ref().map(|limit| el("li", "").says(format!("Not everywhere: {limit}")));
    let whom = listing.eligibility.as_ref().map(|fact| el("li", "").says(&fact.value).says(ours(Some(fact.basis))));
    el("ul", "")
        .maybe(whom)
        .holds(line("Ages", ages(listing)))
        .holds(line("Where", place))
        .maybe(limit)
        .holds(line("Cost", cost(listing)))
}

/// What a school does first at the groupings of the entry.
fn first(site: &Site, groupings: Choices<Thrive>) -> Markup {
    let steps = FirstStep::all(&site.first_steps, &mut Findings::default());
    let written = |thrive: &Thrive| steps.iter().any(|step| step.thrive == *thrive);
    let has: Vec<_> = site.groupings.order().filter(|one| groupings.contains(*one)).filter(written).collect();
    match has.as_slice() {
        [] => el("p", "").says(crate::components::first_steps::NONE),
        some => el("div", "").each(some.iter().map(|thrive| first_steps_at(site, *thrive)).collect()),
    }
}

/// What to have ready, each with a box to tick on paper.
fn checklist(all: &[String]) -> Markup {
    if all.is_empty() {
        return words(None);
    }
    let item = |item: &String| {
        let square = el("span", "sheet__box").with("aria-hidden", "true");
        el("li", "sheet__check").holds(square).holds(el("span", "").says(item))
    };
    el("ul", "sheet__checks").with("role", "list").each(all.iter().map(item).collect())
}

/// What is written by hand: on paper alone.
fn by_hand() -> Markup {
    let blank = |(name, class): (&'static str, &'static str)| el("p", class).says(name).says(":");
    el("div", "sheet__hand").each(BY_HAND.map(blank).into())
}

/// Where it comes from and when it was checked: paper grows old.
fn foot(directory: &Directory, listing: &Listing) -> Markup {
    let file = Address::StaffListing(listing.id.clone()).file();
    let address = [directory.site.folder().unwrap_or_default().as_str(), &file].concat();
    let checked = format!("{}. From: ", checked(listing, directory));
    el("p", "sheet__foot").says(checked).holds(el("span", "sheet__address").says(address)).says(".")
}
