//! A booklet as plain words, in the order in which they are read: what its page
//! and its PDF are both made of, so that neither says what the other does not.

use serde::Serialize;

/// A booklet in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Book {
    /// What it is called.
    pub title: String,
    /// Of which directory it is, and for where.
    pub subtitle: String,
    /// Which edition it is, who publishes it, where it stands: a line each.
    pub edition: Vec<String>,
    /// What has to be known before it is trusted, if anything.
    pub warning: Option<String>,
    /// Help for now, before everything else.
    pub help: Help,
    /// The heading of the contents.
    pub contents: String,
    /// How to use it.
    pub guide: Section,
    /// What to do while one waits.
    pub waiting: Section,
    /// Every entry once, by place.
    pub parts: Vec<Part>,
    /// The ways to find an entry; the first stands before the entries.
    pub indexes: Vec<Index>,
    /// What stands at the foot of each page.
    pub foot: Vec<String>,
}

/// Help for now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Help {
    /// Its heading.
    pub title: String,
    /// What stands before the numbers.
    pub says: String,
    /// Those that come first.
    pub first: Vec<HelpRoute>,
    /// The heading of all of them.
    pub all: String,
    /// All of them, each group under its heading.
    pub groups: Vec<(String, Vec<HelpRoute>)>,
    /// Since when they were checked.
    pub checked: String,
}

/// A way to get help now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HelpRoute {
    /// What it is called.
    pub name: String,
    /// What to do, and when it answers.
    pub says: String,
    /// How to reach it: "Call 999".
    pub ways: Vec<String>,
}

/// A heading, and what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Each a paragraph.
    pub says: Vec<String>,
}

/// The entries for one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The place.
    pub title: String,
    /// A word in links to it, its own in the booklet.
    pub slug: String,
    /// The entries by kind.
    pub groups: Vec<PartGroup>,
}

/// The entries of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartGroup {
    /// The kind.
    pub title: String,
    /// Its entries.
    pub entries: Vec<Entry>,
}

/// An entry in full.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The id of its listing.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Who provides it, where that is somebody else.
    pub by: Option<String>,
    /// What it is.
    pub summary: String,
    /// What has to be read first: "Ask if this still runs".
    pub notices: Vec<String>,
    /// The facts.
    pub rows: Vec<Row>,
    /// What is our own reading, and when it was checked: a line each.
    pub last: Vec<String>,
}

/// A fact: what is asked, and the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What is asked: "Ages".
    pub term: String,
    /// The answer, each a line.
    pub says: Vec<Said>,
}

/// A line of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The words.
    pub words: String,
    /// Where they lead, if they are a link.
    pub href: Option<String>,
}

/// A way to find an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Index {
    /// Its heading.
    pub title: String,
    /// A word in links to it.
    pub slug: String,
    /// What stands under the heading.
    pub says: Vec<String>,
    /// Its parts.
    pub groups: Vec<IndexGroup>,
}

/// A part of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IndexGroup {
    /// Its heading.
    pub title: String,
    /// Whether the page of help for now is named first.
    pub is_urgent: bool,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The name.
    pub name: String,
    /// What is said beside it, or empty: "now called …".
    pub note: String,
    /// The id of the entry that it leads to, if there is one.
    pub id: Option<String>,
}
