//! Which course for which role: what is looked for, and the grid of what was
//! found, with who says that it is for whom.

mod ended;
mod panel;
mod rows;

pub use panel::{fieldset, legend, tick};

use crate::components::chooser::{Chosen, chosen};
use crate::components::crisis::pinned;
use crate::components::facts::capital;
use crate::components::markup::{Markup, el, link};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::pages::results::counted;
use crate::state::{Desk, SavedFile};
use directory::Address;
use directory::address::StaffPage;
use directory::closed::Choices;
use directory::training::plan::Team;
use directory::training::search::{Found, find};
use directory::training::wanted::{Choice, GROUPS, Group, ROWS, Wanted, options};

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let areas = &desk.directory.site.areas;
    let (wanted, dropped) = Wanted::read(&desk.fragment, areas);
    let found = find(&desk.directory, wanted);
    let lead = "Which course for which role, how long it takes, and when. We recommend none ourselves: each line says who does.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let words = capital(&counted(found.fits.len() + found.any.len(), found.may.len()));
    let status = el("p", "results__status").with("role", "status").says(words);
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .maybe(pinned(&desk.directory.crisis, wanted.need, Choices::default()))
        .maybe(not_understood(&dropped))
        .holds(plan_link(desk, wanted))
        .each(panel::panel(desk, wanted, &found))
        .holds(chosen(tags(desk, wanted), desk.href("")))
        .holds(status)
        .maybe(nothing(desk, wanted, &found))
        .each(rows::parts(desk, wanted, &found))
        .maybe(ended::ended(desk))
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let areas = &desk.directory.site.areas;
    let wanted = Wanted::read(&desk.fragment, areas).0;
    let group = GROUPS.into_iter().find(|group| group.key() == name);
    let choice = group.and_then(|group| options(group, areas).into_iter().find(|choice| choice.slug == value));
    let next = choice.map_or(wanted, |choice| wanted.toggled(choice).showing(ROWS));
    next.write(areas)
}

/// There is nothing to take away here but on paper.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}

/// The plan for the same roles, needs, phases and places, with one person each.
fn plan_link(desk: &Desk, wanted: Wanted) -> Markup {
    let areas = &desk.directory.site.areas;
    let team =
        wanted.role.iter().fold(Team::default().looking_for(wanted), |team, role| team.with(role, 1)).write(areas);
    let file = Address::StaffPage(StaffPage::Plan).file();
    let href = if team.is_empty() { file } else { [&file, "#", &team].concat() };
    let words = "Tick your roles and get one page: who goes on what, how long it takes, what to ask.";
    el("p", "notice").holds(link("button button--quiet", href).says("Make a plan for my school")).says(" ").says(words)
}

/// What is chosen, each with a link that takes it away.
fn tags(desk: &Desk, wanted: Wanted) -> Vec<Chosen> {
    let areas = &desk.directory.site.areas;
    let tag = |choice: Choice<'_>| Chosen {
        words: option_words(desk, choice),
        href: desk.href(&wanted.toggled(choice).write(areas)),
    };
    wanted.chosen(areas).into_iter().map(tag).collect()
}

/// The words of an option; a time is given in dates, which stay true on paper.
fn option_words(desk: &Desk, choice: Choice<'_>) -> String {
    let directory = &desk.directory;
    let own = || choice.label.to_owned();
    if choice.group != Group::When {
        return own();
    }
    let terms = directory.site.terms.coming(directory.today);
    match (choice.slug, terms) {
        ("30-days", _) => directory.today.after(30).map_or_else(own, |day| format!("Up to {}", day.words())),
        ("this-term", Some([first, _])) => format!("Before {}", first.words()),
        ("next-term", Some([first, second])) => format!("From {}, before {}", first.words(), second.words()),
        _ => own(),
    }
}

/// Where nothing fits: which one group to leave open, and how many that gives.
fn nothing(desk: &Desk, wanted: Wanted, found: &Found<'_>) -> Option<Markup> {
    if found.all().next().is_some() {
        return None;
    }
    let areas = &desk.directory.site.areas;
    let without = |group: Group| {
        let lifted = wanted.lifted(group);
        let count = if lifted == wanted { 0 } else { find(&desk.directory, lifted).all().count() };
        (count > 0).then(|| {
            let courses = if count == 1 { "1 course".to_owned() } else { format!("{count} courses") };
            let words = format!("Without “{}”: {courses}", legend(group));
            el("li", "").holds(link("link", desk.href(&lifted.write(areas))).says(words))
        })
    };
    let ways: Vec<_> = GROUPS.into_iter().filter_map(without).collect();
    let help = if wanted == Wanted::default() {
        "We list no course for school staff yet."
    } else {
        "We list no course that fits all of that."
    };
    let ways = (!ways.is_empty()).then(|| el("ul", "").each(ways));
    Some(el("div", "notice").holds(el("p", "").says(help)).maybe(ways))
}
