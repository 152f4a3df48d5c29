//! What school staff come for, at a glance: five questions on one screen,
//! safeguarding above them.

mod says;
mod without_app;

use crate::components::contact::all_contacts;
use crate::components::first_steps::first_steps;
use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::safeguarding;
use crate::components::staff_nav::staff_nav;
use crate::state::Desk;
use directory::address::StaffPage;
use directory::filters::Choice;
use directory::search::View;
use directory::vocabulary::{Need, Thrive};
use directory::{Address, Directory, Filters};

/// A question that somebody comes with: what it is, where its answer stands, and
/// what can be said of it at once.
struct Door {
    title: &'static str,
    href: String,
    says: String,
}

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says("Support for your pupils and your team"))
        .holds(el("p", "hero__lead").says("The same directory, with the facts that schools need."));
    let doors = doors(desk).into_iter().map(door).chain([advice(&desk.directory)]);
    let doors = el("ul", "tile__row").each(doors.collect());
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .holds(doors)
        .holds(more(desk))
        .maybe(drawn_only(|| without_app::everything(desk)))
}

fn doors(desk: &Desk) -> [Door; 5] {
    let directory = &desk.directory;
    let page = |title, page: StaffPage, says| Door { title, href: Address::StaffPage(page).file(), says };
    let pupils = Door {
        title: "Help for a pupil",
        href: Address::StaffResults(Filters::default()).file(),
        says: "Who may refer, how, for which ages, what it costs, how long the wait is: one table.".to_owned(),
    };
    [
        pupils,
        page("Training", StaffPage::Training, says::training(directory)),
        page("Funding", StaffPage::Funding, says::funding(directory)),
        page("My contact", StaffPage::Contacts, says::CONTACTS.to_owned()),
        page("What changed", StaffPage::Changed, says::changed(directory)),
    ]
}

fn door(door: Door) -> Markup {
    let title = el("h2", "tile__title").holds(link("tile__link", door.href).says(door.title));
    el("li", "tile").holds(title).holds(el("p", "tile__text").says(door.says))
}

/// Who advises whoever refers: told here, so that nobody looks for it in vain.
fn advice(directory: &Directory) -> Markup {
    let listing = directory.site.referrers_advice.as_ref().and_then(|id| directory.find(id).listing());
    let listing = listing.filter(|listing| listing.standing.is_listed());
    let title = el("h2", "tile__title").says("Advice before you refer");
    let says = el("p", "tile__text");
    let tile = el("li", "tile tile--plain").holds(title);
    match listing {
        Some(listing) => {
            let name = link("link", Address::StaffListing(listing.id.clone()).file()).says(&listing.name);
            tile.holds(says.holds(name)).each(all_contacts(&listing.contacts))
        }
        None => {
            tile.holds(says.says("Not known: we know of no advice line for those who refer. Ask the service itself."))
        }
    }
}

/// Other ways in: by need, by grouping.
fn more(desk: &Desk) -> Markup {
    let areas = &desk.directory.site.areas;
    let chosen = |choice: Choice| Address::StaffResults(Filters::default().toggled(choice)).href(areas);
    let item = |href: String, words: &'static str| el("li", "").holds(link("link", href).says(words));
    let needs = Need::for_staff().map(|need| item(chosen(Choice::Need(need)), need.label()));
    let groupings = &desk.directory.site.groupings;
    let thrive = groupings.order().map(|thrive: Thrive| {
        let name = groupings.name(thrive, View::Staff).to_owned();
        let link = link("link needs-app", chosen(Choice::Thrive(thrive))).says(name.clone());
        let drawn = drawn_only(|| without_app::link_to(Address::Thrive(thrive), name));
        el("li", "").holds(link).maybe(drawn).says(": ").says(groupings.line(thrive).to_owned()).says(".")
    });
    let leaflets = link("link", Address::Leaflets.file()).says("Leaflets and pages to read, by worry");
    el("div", "prose")
        .holds(el("h2", "").says("To give to families"))
        .holds(el("p", "").holds(leaflets))
        .holds(el("h2", "").says("By need"))
        .holds(el("ul", "prose__columns needs-app").each(needs.collect()))
        .maybe(drawn_only(without_app::needs))
        .holds(el("h2", "").says("By THRIVE grouping"))
        .holds(el("p", "").says("What kind of help are you looking for? The groupings are not steps of a ladder, and a clinician has not yet reviewed our sorting."))
        .holds(el("ul", "").each(thrive.collect()))
        .holds(first_steps(&desk.directory.site))
}
