//! What school staff come for, at a glance: five questions on one screen,
//! safeguarding above them.

mod without_app;

use crate::components::markup::{Markup, drawn_only, el, link};
use crate::components::notice::safeguarding;
use crate::components::staff_nav::staff_nav;
use crate::state::Desk;
use directory::address::StaffPage;
use directory::filters::Choice;
use directory::search::View;
use directory::vocabulary::{Need, Thrive};
use directory::{Address, Filters};

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
        .holds(el("p", "hero__lead").says("Who may refer, and how; training, resources and funding. The same directory, with the facts that schools need."));
    let doors = el("ul", "tile__row").each(doors(desk).into_iter().map(door).collect());
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

fn doors(desk: &Desk) -> Vec<Door> {
    let page = |page: StaffPage| Address::StaffPage(page).file();
    let _ = desk;
    vec![
        Door {
            title: "Help for a pupil",
            href: Address::StaffResults(Filters::default()).file(),
            says: "Who may refer, how, for which ages, and what it costs: one table.".to_owned(),
        },
        Door { title: "Training", href: page(StaffPage::Training), says: "Which course for which role.".to_owned() },
        Door { title: "Funding", href: page(StaffPage::Funding), says: "What is open, and until when.".to_owned() },
        Door { title: "My contact", href: page(StaffPage::Contacts), says: "Who to call for your school.".to_owned() },
        Door {
            title: "What changed",
            href: page(StaffPage::Changed),
            says: "What is new, renamed or closed.".to_owned(),
        },
    ]
}

fn door(door: Door) -> Markup {
    let title = el("h2", "tile__title").holds(link("tile__link", door.href).says(door.title));
    el("li", "tile").holds(title).holds(el("p", "tile__text").says(door.says))
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
    el("div", "prose")
        .holds(el("h2", "").says("By need"))
        .holds(el("ul", "prose__columns needs-app").each(needs.collect()))
        .maybe(drawn_only(without_app::needs))
        .holds(el("h2", "").says("By THRIVE grouping"))
        .holds(el("p", "").says("What kind of help are you looking for? The groupings are not steps of a ladder, and a clinician has not yet reviewed our sorting."))
        .holds(el("ul", "").each(thrive.collect()))
}
