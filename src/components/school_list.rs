//! The schools by name, thirty to a page, for whoever has no app: who covers
//! each, and for school staff who answers for it.

use super::markup::{Markup, el, link};
use directory::address::PageNumber;
use directory::fact::Answer;
use directory::schools::{ContactRole, Register, School};
use directory::search::View;
use directory::{Address, Directory};

/// How many schools stand on a page.
pub const ON_A_PAGE: usize = 30;

/// How many services a row names at most; the rest stand on their own pages.
const MOST_NAMED: usize = 8;

/// The page on which a school stands, counted from nought among all of them. The
/// first page is that of the schools itself.
pub fn page_of(view: View, row: usize) -> Address {
    use directory::address::StaffPage;
    match (view, PageNumber::new(row / ON_A_PAGE + 1)) {
        (View::Families, Some(number)) => Address::SchoolsPage(number),
        (View::Families, None) => Address::Schools,
        (View::Staff, Some(number)) => Address::StaffContactsPage(number),
        (View::Staff, None) => Address::StaffPage(StaffPage::Contacts),
    }
}

/// How many pages the schools take.
pub fn last_page(register: &Register) -> usize {
    register.schools().len().div_ceil(ON_A_PAGE).max(1)
}

/// The way to each letter.
pub fn letters(register: &Register, view: View) -> Markup {
    let item = |letter: directory::schools::Letter| {
        let href = [&page_of(view, letter.from).file(), "#", &letter.slug].concat();
        let count = el("span", "hidden").says(if letter.count == 1 {
            ": 1 school".to_owned()
        } else {
            format!(": {} schools", letter.count)
        });
        el("li", "").holds(link("atoz__jump", href).says(letter.capital).holds(count))
    };
    let all = register.letters().into_iter().map(item).collect();
    el("nav", "").with("aria-label", "Schools by letter").holds(el("ul", "atoz__letters").each(all))
}

/// The way through the pages, `here` among them.
pub fn numbered(register: &Register, view: View, here: usize) -> Option<Markup> {
    let last = last_page(register);
    let number = |number: usize| {
        let file = page_of(view, (number - 1) * ON_A_PAGE).file();
        let words = link("pages__link", file).holds(el("span", "hidden").says("Page ")).says(number.to_string());
        el("li", "").holds(if number == here { words.with("aria-current", "page") } else { words })
    };
    (last > 1).then(|| {
        let list = el("ul", "pages__list").each((1..=last).map(number).collect());
        el("nav", "pages").with("aria-label", "Pages of schools").holds(list)
    })
}

/// The schools of one page.
pub fn school_rows(directory: &Directory, register: &Register, view: View, page: usize) -> Markup {
    let from = (page - 1) * ON_A_PAGE;
    let letters = register.letters();
    let schools = register.schools().iter().enumerate().skip(from).take(ON_A_PAGE);
    let rows = schools.map(|(at, school)| {
        let letter = letters.iter().find(|letter| letter.from == at).map(|letter| letter.slug.clone());
        row(directory, register, view, school, letter)
    });
    let heads: &[&'static str] = match view {
        View::Families => &["School", "Covered by", "Not known: ask"],
        View::Staff => &["School", "Covered by", "Not known: ask", "Who answers"],
    };
    let head =
        |words: &&'static str| el("th", "table__head").with("role", "columnheader").with("scope", "col").says(*words);
    let heads = el("tr", "").with("role", "row").each(heads.iter().map(head).collect());
    let shown = register.schools().len().min(from + ON_A_PAGE);
    let caption = format!("{} to {shown} of {}", from + 1, register.schools().len());
    el("table", "table")
        .with("role", "table")
        .holds(
            el("caption", "table__caption").says("Schools by name ").holds(el("span", "table__number").says(caption)),
        )
        .holds(el("thead", "table__heads").with("role", "rowgroup").holds(heads))
        .holds(el("tbody", "table__body").with("role", "rowgroup").each(rows.collect()))
}

fn row(directory: &Directory, register: &Register, view: View, school: &School, letter: Option<String>) -> Markup {
    let services = register.services(directory, school, view);
    let of = |answer| services.iter().filter(move |one| one.coverage.answer == answer);
    let to = if view == View::Staff { Address::StaffListing } else { Address::Listing };
    let named = of(Answer::Yes)
        .take(MOST_NAMED)
        .map(|one| el("li", "").holds(link("", to(one.listing.id.clone()).file()).says(&one.listing.name)));
    let named: Vec<_> = named.collect();
    let more = of(Answer::Yes).count() - named.len();
    let covered = match named.is_empty() {
        true => el("span", "").says("None that we know of"),
        false => el("div", "")
            .holds(el("ul", "tie__names").each(named))
            .maybe((more > 0).then(|| el("span", "").says(format!("and {more} more")))),
    };
    let unknown = match of(Answer::NotKnown).count() {
        0 => "Nothing".to_owned(),
        1 => "1 service: ask the school".to_owned(),
        count => format!("{count} services: ask the school"),
    };
    let beside = school.beside();
    let name = el("th", "table__name").with("role", "rowheader").with("scope", "row");
    let name = match letter {
        Some(letter) => name.with("id", letter).with("tabindex", "-1"),
        None => name,
    };
    let name = name
        .holds(el("b", "").says(&school.name))
        .maybe((!beside.is_empty()).then(|| el("span", "table__by").says(beside)));
    el("tr", "table__row")
        .with("role", "row")
        .with("data-school", school.id.as_str().to_owned())
        .holds(name)
        .holds(cell("Covered by", covered))
        .holds(cell("Not known: ask", el("span", "").says(unknown)))
        .maybe((view == View::Staff).then(|| cell("Who answers", answering(directory, register, school))))
}

/// Every role that answers for a school, with its mailbox.
fn answering(directory: &Directory, register: &Register, school: &School) -> Markup {
    let all = ContactRole::ALL.iter().flat_map(|role| register.contacts(*role, school, &directory.site.areas));
    let item = |one: &directory::schools::RoleContact| {
        let mailbox = one.mailbox.as_ref().map(|mailbox| link("", ["mailto:", mailbox].concat()).says(mailbox));
        let item = el("li", "").says(one.role.label()).says(": ");
        if let Some(mailbox) = mailbox { item.holds(mailbox) } else { item.says("mailbox not known") }
    };
    let items: Vec<_> = all.map(item).collect();
    if items.is_empty() { el("span", "").says("Not known: ask") } else { el("ul", "tie__names").each(items) }
}

fn cell(label: &'static str, content: Markup) -> Markup {
    el("td", "table__cell").with("role", "cell").with("data-label", label).holds(content)
}
