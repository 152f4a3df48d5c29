//! Who answers for a school, role by role: what is not known says so.

use super::markup::{Markup, el, link};
use directory::freshness::Freshness;
use directory::schools::{ContactRole, Reach, Register, RoleContact, School, Side};
use directory::{Address, Directory};

/// The roles of one side for a school, each with who answers.
pub fn role_table(directory: &Directory, register: &Register, school: &School, side: Side) -> Markup {
    let title = match side {
        Side::School => "In the school",
        Side::Service => "In the services",
    };
    let roles = ContactRole::ALL.iter().filter(|role| role.side() == side);
    let rows = roles.flat_map(|role| {
        let found = register.contacts(*role, school, &directory.site.areas);
        match found.is_empty() {
            true => vec![unknown(*role)],
            false => found.into_iter().map(|one| row(directory, one, role.label())).collect(),
        }
    });
    table(title, "Role", rows.collect())
}

/// Everyone who answers for a service, with for whom.
pub fn service_table<'a>(
    directory: &Directory,
    register: &'a Register,
    all: impl Iterator<Item = &'a RoleContact>,
) -> Markup {
    let rows = all.map(|one| {
        let whom = match &one.reach {
            Reach::School(id) => register.find(id).map_or_else(|| id.as_str().to_owned(), |school| school.name.clone()),
            Reach::Area(slug) => area_words(directory, slug),
        };
        row(directory, one, &[one.role.label(), ", ", &whom].concat())
    });
    table("Who answers for this service", "Role, and for whom", rows.collect())
}

fn table(title: &'static str, first: &'static str, rows: Vec<Markup>) -> Markup {
    let head =
        |words: &'static str| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(words);
    let heads = [first, "Mailbox", "Confirmed", "In absence"].map(head);
    el("table", "table")
        .with("role", "table")
        .holds(el("caption", "table__caption").says(title))
        .holds(
            el("thead", "table__heads")
                .with("role", "rowgroup")
                .holds(el("tr", "").with("role", "row").each(heads.into())),
        )
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows))
}

fn area_words(directory: &Directory, slug: &str) -> String {
    let label = directory.site.areas.named(slug).map_or(slug, |area| area.label.as_str());
    ["all schools in ", label].concat()
}

fn row(directory: &Directory, one: &RoleContact, words: &str) -> Markup {
    let by = |words: String| el("span", "table__by").says(words);
    let area = match &one.reach {
        Reach::Area(slug) => Some(by(["For ", &area_words(directory, slug)].concat())),
        Reach::School(_) => None,
    };
    let service = one.service.as_ref().and_then(|id| directory.find(id).listing());
    let service = service.map(|listing| {
        el("span", "table__by").holds(link("", Address::StaffListing(listing.id.clone()).file()).says(&listing.name))
    });
    let name = el("th", "table__name").with("role", "rowheader").with("scope", "row");
    let name = name.holds(el("b", "").says(words.to_owned())).maybe(area).maybe(service);
    let mailbox = match &one.mailbox {
        Some(mailbox) => mail(mailbox),
        None => el("span", "").says("Not known: ask"),
    };
    let cover = match &one.cover {
        Some(cover) => {
            let mailbox = cover.mailbox.as_ref().map(|mailbox| el("span", "table__by").holds(mail(mailbox)));
            el("span", "").says(&cover.says).maybe(mailbox)
        }
        None => el("span", "").says("Not known: ask"),
    };
    el("tr", "table__row")
        .with("role", "row")
        .with("data-role", one.role.label())
        .holds(name)
        .holds(cell("Mailbox", mailbox))
        .holds(cell("Confirmed", el("span", "").says(confirmed(directory, one))))
        .holds(cell("In absence", cover))
}

fn unknown(role: ContactRole) -> Markup {
    let whom = match role.side() {
        Side::School => "Not known: ask the school office",
        Side::Service => "Not known: ask the service",
    };
    el("tr", "table__row")
        .with("role", "row")
        .with("data-role", role.label())
        .holds(
            el("th", "table__name")
                .with("role", "rowheader")
                .with("scope", "row")
                .holds(el("b", "").says(role.label())),
        )
        .holds(cell("Mailbox", el("span", "").says(whom)))
        .holds(cell("Confirmed", el("span", "").says("–")))
        .holds(cell("In absence", el("span", "").says("–")))
}

/// When somebody last said that it is right; a page may be read long after it
/// was drawn, so what is old is old on a day.
fn confirmed(directory: &Directory, one: &RoleContact) -> String {
    let Some(confirmed) = &one.confirmed else { return "Not confirmed yet: ask".to_owned() };
    let on = confirmed.on.words();
    let words = format!("{on}, by: {}", confirmed.by);
    match directory.site.terms.freshness(Some(confirmed.on), directory.today) {
        Freshness::VeryLate => {
            format!("{words}. On {} that was more than two terms before: ask first", directory.today.words())
        }
        _ => words,
    }
}

fn mail(mailbox: &str) -> Markup {
    link("", ["mailto:", mailbox].concat()).says(mailbox.to_owned())
}

fn cell(label: &'static str, content: Markup) -> Markup {
    el("td", "table__cell").with("role", "cell").with("data-label", label).holds(content)
}
