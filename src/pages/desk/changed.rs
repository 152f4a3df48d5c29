//! What changed: new, changed, renamed and closed entries since a day, to be
//! read, opened, and pasted into a newsletter.

mod groups;
mod newsletter;

use crate::components::facts::capital;
use crate::components::markup::{Markup, drawn_only, el};
use crate::components::notice::{not_understood, safeguarding};
use crate::components::staff_nav::staff_nav;
use crate::state::{Desk, SavedFile};
use directory::history::{Changes, Since, Wanted};

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let (wanted, dropped) = Wanted::read(&desk.fragment);
    let changes = changes(desk, wanted.since);
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
        .holds(form(desk, wanted.since))
        .holds(told(desk, &changes, wanted))
        .maybe(drawn_only(|| before(desk)))
        .holds(newsletter::newsletter(desk, &changes))
}

/// What is chosen next: since when, or every row.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    let (wanted, _) = Wanted::read(&desk.fragment);
    let since = |since| Wanted { since, ..Wanted::default() };
    let next = match (name, Since::typed(value)) {
        ("since", Some(typed)) => since(typed),
        // A day that is taken out again asks for what the page shows anyway.
        ("since", None) if value.is_empty() => since(Since::default()),
        ("do", _) if value == groups::ALL_ROWS => Wanted { has_all_rows: true, ..wanted },
        _ => wanted,
    };
    next.write()
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
fn told(desk: &Desk, changes: &Changes<'_>, wanted: Wanted) -> Markup {
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
        .each(groups::groups(desk, changes, wanted.has_all_rows))
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
        .each(groups::groups(desk, &changes, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::address::StaffPage;
    use directory::day::Day;
    use directory::{Address, Directory};
    use std::sync::Arc;

    /// So many entries that were all checked on one day of this term.
    fn desk(count: usize) -> Desk {
        let listing = |number: usize| {
            format!(
                r#"{{ "id": "e{number}", "name": "Entry {number}", "kind": "service", "standing": "active",
                "summary": "S.", "needs": [], "audience": ["staff"], "area": {{ "places": ["national"] }} }}"#
            )
        };
        let line = |number: usize| format!(r#"{{ "on": "2026-10-01", "id": "e{number}", "what": "checked" }}"#);
        let all = |each: &dyn Fn(usize) -> String| (0..count).map(each).collect::<Vec<_>>().join(", ");
        let text = format!(
            r#"{{ "format": 1, "made": "2026-11-21", "site": {{ "terms": ["09-01"] }}, "crisis": {{}}, "words": {{}},
            "listings": [{}], "history": [{}] }}"#,
            all(&listing),
            all(&line)
        );
        let directory = Day::read("2026-11-21").and_then(|today| Directory::read(&text, today).ok());
        let (directory, _) = directory.unwrap();
        Desk::at(Arc::new(directory), Address::StaffPage(StaffPage::Changed))
    }

    fn rows(desk: &Desk) -> usize {
        shown(desk).matches("\"table__row\"").count()
    }

    fn shown(desk: &Desk) -> String {
        format!("{:?}", draw(desk))
    }

    #[test]
    fn a_table_stops_at_twenty_rows_until_all_are_asked_for() {
        let mut desk = desk(25);
        assert_eq!(rows(&desk), 20);
        assert!(shown(&desk).contains("Show all 25"));
        desk.fragment = choose(&desk, "do", "all-rows");
        assert_eq!((desk.fragment.as_str(), rows(&desk)), ("rows=all", 25));
        assert!(!shown(&desk).contains("Show all"));
    }

    #[test]
    fn another_period_begins_with_the_first_rows_and_what_is_no_choice_changes_nothing() {
        let mut desk = desk(1);
        desk.fragment = "rows=all".to_owned();
        for (name, value, fragment) in [
            ("since", "2026-09-21", "since=2026-09-21"),
            ("since", "last-term", "since=last-term"),
            ("since", "term", ""),
            ("since", "", ""),
            ("since", "soon", "rows=all"),
            ("need", "sleep", "rows=all"),
            ("do", "print-all", "rows=all"),
        ] {
            assert_eq!(choose(&desk, name, value), fragment, "{name} {value}");
        }
    }
}
