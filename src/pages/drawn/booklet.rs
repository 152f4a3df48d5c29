//! The booklet as a page: the same words as its PDF, with the way to that. For
//! whoever prints it for somebody without the internet.

mod book;
mod entry;
mod indexes;
mod page;

pub use book::book;

use crate::components::crisis::crisis_route;
use crate::components::markup::{Markup, el, link};
use crate::state::{PrintedBooklet, use_booklets, use_directory};
use directory::booklet::{Book, Help, Scope};
use directory::{Address, Directory};
use leptos::prelude::*;
use page::Page;

/// How many entries a page holds in full, some 2 KB each. Of more, it has the
/// names, and each leads to its own page.
const MOST_IN_FULL: usize = 400;

/// The booklet of the whole directory, or of an area.
#[component]
pub fn BookletPage(
    /// How much it holds.
    scope: Scope,
) -> impl IntoView {
    let directory = use_directory();
    let book = book(&directory, scope);
    let printed = use_booklets().into_iter().find(|one| one.scope == scope);
    let count: usize = book.parts.iter().flat_map(|part| &part.groups).map(|group| group.entries.len()).sum();
    let page = Page { file: address(&directory, scope).file(), is_in_full: count <= MOST_IN_FULL };
    el("main", "wrap stack booklet")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero(&directory, scope))
        .holds(paper(&directory, scope, printed.as_ref(), count))
        .holds(help(&book.help, &directory))
        .holds(guide(&book))
        .holds(page.contents(&book))
        .each(book.indexes.first().map(|index| page.index(index)).into_iter().collect())
        .each(book.parts.iter().map(|part| page.part(part)).collect())
        .each(book.indexes.iter().skip(1).map(|index| page.index(index)).collect())
        .into_any()
}

/// The page of a booklet.
pub fn address(directory: &Directory, scope: Scope) -> Address {
    match scope.slug(&directory.site.areas) {
        None => Address::Booklet,
        Some(slug) => Address::BookletOf(slug.to_owned()),
    }
}

/// Its heading.
pub fn heading(directory: &Directory, scope: Scope) -> String {
    match scope {
        Scope::Whole => "The booklet".to_owned(),
        Scope::Area(_) => format!("The booklet for {}", book::where_for(directory, scope)),
    }
}

fn hero(directory: &Directory, scope: Scope) -> Markup {
    let lead = "All that is here for families, to print for somebody without the internet.";
    let title = el("h1", "hero__title").says(heading(directory, scope));
    el("div", "hero").holds(title).holds(el("p", "hero__lead").says(lead))
}

/// The way to the PDF, and to the other booklets.
fn paper(directory: &Directory, scope: Scope, printed: Option<&PrintedBooklet>, count: usize) -> Markup {
    let areas = &directory.site.areas;
    let pdf = printed.map(|one| {
        let words = format!("Open the booklet to print: PDF, {}, {} pages", weight(one.bytes), one.pages);
        el("p", "").holds(link("button", scope.file(areas)).with("type", "application/pdf").says(words))
    });
    let none = printed.is_none().then(|| el("p", "").says("This copy has no PDF. You can print this page."));
    let says = format!(
        "It has {count} entries, with page numbers, and is made for A4. It is plain black on white. It was made on {}.",
        directory.today.words()
    );
    let other = |(one, words): (Scope, String)| {
        let here = (one == scope).then(|| el("b", "").says(&words));
        let there = (one != scope).then(|| link("link", address(directory, one).file()).says(words));
        el("li", "").maybe(here).maybe(there)
    };
    let others = el("ul", "").each(book::others(areas).into_iter().map(other).collect());
    el("section", "prose")
        .with("aria-labelledby", "paper")
        .holds(el("h2", "").with("id", "paper").says("On paper"))
        .maybe(pdf)
        .maybe(none)
        .holds(el("p", "").says(says))
        .holds(el("p", "").says("There is a booklet for:"))
        .holds(others)
}

/// How heavy a file is, as people say it.
fn weight(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

fn help(help: &Help, directory: &Directory) -> Markup {
    let routes = directory.crisis.block().map(crisis_route).collect();
    el("section", "crisis")
        .with("aria-labelledby", "crisis-title")
        .holds(el("h2", "crisis__title").with("id", "crisis-title").says(&help.title))
        .holds(el("p", "").says(&help.says))
        .holds(el("ul", "crisis__routes").each(routes))
        .holds(
            el("p", "crisis__note")
                .says(&help.checked)
                .says(" ")
                .holds(link("link", Address::Urgent.file()).says("All urgent help")),
        )
}

fn guide(book: &Book) -> Markup {
    let says = |all: &[String]| all.iter().map(|one| el("p", "").says(one)).collect::<Vec<_>>();
    el("section", "prose")
        .with("aria-labelledby", "guide")
        .holds(el("h2", "").with("id", "guide").says(&book.guide.title))
        .each(says(&book.guide.says))
        .holds(el("h3", "").says(&book.waiting.title))
        .each(says(&book.waiting.says))
}
