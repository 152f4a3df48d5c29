//! What of a booklet stands on its page: the contents, the entries in full, and
//! the indexes, which open.

use crate::components::markup::{Markup, el, link};
use directory::booklet::{Book, Entry, Index, IndexGroup, Line, Part, Row};

/// The page on which it all stands.
pub(super) struct Page {
    /// Its file.
    pub(super) file: String,
    /// Whether it has the entries in full, and not their names alone.
    pub(super) is_in_full: bool,
}

impl Page {
    fn to(&self, place: &str) -> String {
        format!("{}#{place}", self.file)
    }

    /// Where an entry stands: here, or where there are too many on its own page.
    fn to_entry(&self, id: &str) -> String {
        if self.is_in_full { self.to(&format!("entry-{id}")) } else { format!("service/{id}.html") }
    }

    /// The way to each part.
    pub(super) fn contents(&self, book: &Book) -> Markup {
        let item = |slug: &String, title: &String| el("li", "").holds(link("link", self.to(slug)).says(title));
        let index = |index: &Index| item(&index.slug, &index.title);
        let first = book.indexes.iter().take(1).map(index);
        let parts = book.parts.iter().map(|part| item(&part.slug, &part.title));
        let all = first.chain(parts).chain(book.indexes.iter().skip(1).map(index)).collect();
        let heading = el("h2", "").with("id", "contents").says(&book.contents);
        el("nav", "prose").with("aria-labelledby", "contents").holds(heading).holds(el("ul", "").each(all))
    }

    /// A way to find an entry.
    pub(super) fn index(&self, index: &Index) -> Markup {
        let says = index.says.iter().map(|one| el("p", "").says(one)).collect();
        el("section", "booklet__index")
            .with("aria-labelledby", index.slug.clone())
            .holds(el("h2", "").with("id", index.slug.clone()).with("tabindex", "-1").says(&index.title))
            .each(says)
            .each(index.groups.iter().map(|group| self.index_group(group)).collect())
    }

    fn index_group(&self, group: &IndexGroup) -> Markup {
        let urgent = group.is_urgent.then(|| {
            el("li", "booklet__line").holds(link("booklet__link", self.to("crisis-title")).says("Get help now"))
        });
        let line = |line: &Line| {
            let note = (!line.note.is_empty()).then(|| el("span", "booklet__note").says(&line.note));
            let name = match &line.id {
                Some(id) => link("booklet__link", self.to_entry(id)).says(&line.name),
                None => el("span", "booklet__link").says(&line.name),
            };
            el("li", "booklet__line").holds(name).says(" ").maybe(note)
        };
        let lines = el("ul", "booklet__lines").maybe(urgent).each(group.lines.iter().map(line).collect());
        el("details", "booklet__group").holds(el("summary", "filters__summary").says(&group.title)).holds(lines)
    }

    /// The entries for one place.
    pub(super) fn part(&self, part: &Part) -> Markup {
        let groups = part.groups.iter().flat_map(|group| {
            let title = el("h3", "booklet__kind").says(&group.title);
            let entries = match self.is_in_full {
                true => group.entries.iter().map(entry).collect(),
                false => {
                    vec![el("ul", "booklet__lines").each(group.entries.iter().map(|one| self.name(one)).collect())]
                }
            };
            [title].into_iter().chain(entries)
        });
        el("section", "booklet__part")
            .with("aria-labelledby", part.slug.clone())
            .holds(el("h2", "atoz__letter").with("id", part.slug.clone()).with("tabindex", "-1").says(&part.title))
            .each(groups.collect())
    }

    fn name(&self, entry: &Entry) -> Markup {
        el("li", "booklet__line").holds(link("booklet__link", self.to_entry(&entry.id)).says(&entry.name))
    }
}

fn entry(entry: &Entry) -> Markup {
    let said = |row: &Row| {
        let all = row.says.iter().map(|said| match &said.href {
            Some(href) => {
                el("dd", "booklet__said").holds(link("", href.clone()).with("rel", "noreferrer").says(&said.words))
            }
            None => el("dd", "booklet__said").says(&said.words),
        });
        [el("dt", "booklet__term").says(&row.term)].into_iter().chain(all).collect::<Vec<_>>()
    };
    let words = |class, all: &[String]| all.iter().map(|one| el("p", class).says(one)).collect::<Vec<_>>();
    el("article", "booklet__entry")
        .holds(
            el("h4", "booklet__name")
                .with("id", format!("entry-{}", entry.id))
                .with("tabindex", "-1")
                .says(&entry.name),
        )
        .maybe(entry.by.as_ref().map(|by| el("p", "booklet__by").says(by)))
        .each(words("booklet__notice", &entry.notices))
        .holds(el("p", "").says(&entry.summary))
        .holds(el("dl", "booklet__rows").each(entry.rows.iter().flat_map(said).collect()))
        .each(words("booklet__last", &entry.last))
}
