//! Who to contact for a school: roles on both sides, and which services cover
//! it. Roles and their mailboxes, never people.

use super::find_school::{find_school, nowhere, plain_list, source};
use crate::components::coverage::{covering, tied_services, which_schools};
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{Tone, not_understood, notice, safeguarding};
use crate::components::role_table::{role_table, service_table};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::Address;
use directory::area::Schools;
use directory::fact::Answer;
use directory::listing::Listing;
use directory::schools::{Choice, Register, School, Side, tied};
use directory::search::View;

/// How many schools of a service are named at most.
const MOST_NAMED: usize = 30;

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let (choice, dropped) = Choice::read(&desk.fragment);
    let lead =
        "Find your school: who answers for it, on both sides, and which services cover it. Roles only, no names.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let register = desk.schools.register();
    let school = choice.school.as_ref().zip(register).and_then(|(id, register)| Some((register, register.find(id)?)));
    let service = choice.service.as_ref().and_then(|id| desk.directory.find(id).listing());
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .maybe(not_understood(&dropped))
        .maybe(nowhere(desk, &choice))
        .holds(find_school(desk, "Your school"))
        .maybe(school.map(|(register, school)| at_school(desk, register, school)))
        .maybe(service.map(|listing| of_service(desk, listing)))
        .holds(services(desk))
        .maybe(plain_list(desk, View::Staff))
        .maybe(source(desk))
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    super::find_school::choose(desk, name, value)
}

/// Nothing is taken away from here.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}

/// What is known of a school.
fn at_school(desk: &Desk, register: &Register, school: &School) -> Markup {
    let directory = &desk.directory;
    let all = register.services(directory, school, View::Staff);
    let answers = [Answer::Yes, Answer::NotKnown, Answer::No];
    let covers: Vec<_> = answers.into_iter().filter_map(|answer| covering(&all, answer, View::Staff)).collect();
    let beside = school.beside();
    let section = el("div", "tie__school")
        .holds(el("h2", "").with("id", "school").with("tabindex", "-1").says(&school.name))
        .maybe((!beside.is_empty()).then(|| el("p", "").says(beside)));
    let section = match &register.contacts {
        Some(_) => section.holds(role_table(directory, register, school, Side::School)).holds(role_table(
            directory,
            register,
            school,
            Side::Service,
        )),
        None => section.holds(not_switched_on()),
    };
    section.each(covers)
}

fn not_switched_on() -> Markup {
    let words =
        "Who answers for a school is not published here. Not known: ask the school office, or the service itself.";
    notice(Tone::Doubt, "No contacts").holds(el("p", "").says(words))
}

/// What is known of a service: who answers for it, and which schools it covers.
fn of_service(desk: &Desk, listing: &Listing) -> Markup {
    let page = Address::StaffListing(listing.id.clone()).file();
    let register = desk.schools.register();
    let contacts = register.and_then(|register| Some((register, register.contacts.as_ref()?)));
    let own = contacts.and_then(|(register, all)| {
        let own: Vec<_> = all.iter().filter(|one| one.service.as_ref() == Some(&listing.id)).collect();
        (!own.is_empty()).then(|| service_table(&desk.directory, register, own.into_iter()))
    });
    let unknown = own.is_none().then(|| el("p", "").says("Who answers for it, by school: not known. Ask the service."));
    let confirmed = listing.area.coverage_confirmed.as_ref();
    let confirmed = confirmed.map(|one| el("p", "").says(format!("Confirmed on {}, by: {}.", one.on.words(), one.by)));
    el("div", "tie__school")
        .holds(el("h2", "").with("id", "service").says(&listing.name))
        .holds(el("p", "").says(which_schools(listing, &desk.directory)))
        .maybe(confirmed)
        .maybe(register.and_then(|register| named(listing, register)))
        .maybe(own)
        .maybe(unknown)
        .holds(el("p", "").holds(link("link", page).says("Everything about this service")))
}

/// The first schools of a list.
fn named(listing: &Listing, register: &Register) -> Option<Markup> {
    let Schools::Listed(list) = &listing.area.schools else { return None };
    let known = list.ids.iter().filter_map(|id| register.find(id)).map(|school| &school.name);
    let all: Vec<_> = known.chain(&list.names).collect();
    let more = all.len().saturating_sub(MOST_NAMED);
    let item = |name: &&String| el("li", "").says(name.to_string());
    let names = el("ul", "tie__names").each(all.iter().take(MOST_NAMED).map(item).collect());
    let more =
        (more > 0).then(|| el("p", "").says(format!("and {more} more. Find a school above to see if it is one.")));
    (!all.is_empty()).then(|| el("div", "").holds(names).maybe(more))
}

/// Every service that is tied to schools.
fn services(desk: &Desk) -> Markup {
    let items = tied_services(tied(&desk.directory, View::Staff), &desk.directory, View::Staff);
    let none = items.is_empty().then(|| el("p", "").says("We know of nothing that is tied to schools."));
    el("section", "tie")
        .with("aria-labelledby", "tied")
        .holds(el("h2", "").with("id", "tied").says("Services that are tied to schools"))
        .maybe(none)
        .holds(el("ul", "tie__list").each(items))
}
