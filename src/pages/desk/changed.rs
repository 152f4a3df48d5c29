//! What changed: new, changed, renamed and closed entries since a day, to be
//! read, opened, and pasted into a newsletter.

mod groups;
mod newsletter;

use crate::components::facts::capital;
use crate::components::markup::{Markup, drawn_only, el};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::history::{Changes, Since};

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let (since, dropped) = Since::read(&desk.fragment);
    let changes = changes(desk, since);
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says("What is new, changed, renamed or closed, with a text for your newsletter."));
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .holds(staff_nav(&desk.address))
        .holds(safeguarding())
        .maybe(not_understood(&dropped))
        .holds(form(desk, since))
        .holds(told(desk, &changes))
        .maybe(drawn_only(|| before(desk)))
        .holds(newsletter::newsletter(desk, &changes))
}

/// What is chosen next: since when.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    match (name, Since::typed(value)) {
        ("since", Some(since)) => since.write(),
        // A day that is taken out again asks for what the page shows anyway.
        ("since", None) if value.is_empty() => Since::default().write(),
        _ => desk.fragment.clone(),
    }
}

/// The page has no file to save: what it says is there to be copied.
pub fn file(_desk: &Desk, _action: &str) -> Option<SavedFile> {
    None
}

fn changes(desk: &Desk, since: Since) -> Changes<'_> {
    desk.directory.changes(since.period(&desk.directory.site.terms, desk.directory.today))
}

/// The two terms, by their days, and any other day.
fn form(desk: &Desk, since: Since) -> Markup {
    let terms = [Since::ThisTerm, Since::LastTerm].map(|term| {
        let id = ["since-", &term.value()].concat();
        let period = term.period(&desk.directory.site.terms, desk.directory.today);
        let input = el("input", "chips__input")
            .with("type", "radio")
            .with("name", "since")
            .with("id", id.clone())
            .with("value", term.value())
            .is("checked", since == term);
        let label = el("label", "chips__label").with("for", id).says(capital(&period.words()));
        el("li", "chips__item").holds(input).holds(label)
    });
    let day = match since {
        Since::Day(day) => day.iso(),
        _ => String::new(),
    };
    let field = el("input", "changed__day")
        .with("type", "date")
        .with("name", "since")
        .with("id", "since-day")
        .with("max", desk.directory.today.iso())
        .now("value", &day);
    let day = el("p", "changed__since")
        .holds(el("label", "").with("for", "since-day").says("Or since another day"))
        .holds(field);
    let choice = el("fieldset", "changed__when")
        .holds(el("legend", "").says("Since when?"))
        .holds(el("ul", "chips").each(terms.into()))
        .holds(day);
    el("form", "needs-app").holds(choice)
}

/// What changed, group by group, under a line that is read out after a choice.
fn told(desk: &Desk, changes: &Changes<'_>) -> Markup {
    let period = changes.period.words();
    let title = el("h2", "").with("id", "told").says(["Changed ", &period].concat());
    let status = match changes.count() {
        0 => ["Nothing was recorded as changed ", &period, "."].concat(),
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    };
    el("section", "changed")
        .with("aria-labelledby", "told")
        .holds(title)
        .holds(el("p", "changed__status").with("role", "status").says(status))
        .each(groups::groups(desk, changes))
        .maybe(begins(desk, changes))
}

/// Where the history begins, if that is later than what is asked for.
fn begins(desk: &Desk, changes: &Changes<'_>) -> Option<Markup> {
    let words = match desk.directory.history.first_day() {
        Some(first) if first > changes.period.from => {
            ["What changed before ", &first.words(), " is not told here."].concat()
        }
        Some(_) => return None,
        None => "This directory has no record of changes yet.".to_owned(),
    };
    Some(el("p", "changed__note").says(words))
}

/// For readers without the app: the term before, too.
fn before(desk: &Desk) -> Markup {
    let changes = changes(desk, Since::LastTerm);
    let period = changes.period.words();
    let nothing = changes
        .groups
        .is_empty()
        .then(|| el("p", "changed__note").says(["Nothing was recorded as changed ", &period, "."].concat()));
    el("section", "changed without-app")
        .with("aria-labelledby", "before")
        .holds(el("h2", "").with("id", "before").says(["Changed ", &period].concat()))
        .maybe(nothing)
        .each(groups::groups(desk, &changes))
}
