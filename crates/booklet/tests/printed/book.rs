//! A made-up booklet, with words that would do harm if they were commands.

use directory::booklet::{Book, Entry, Help, HelpRoute, Index, IndexGroup, Line, Part, PartGroup, Row, Said, Section};

/// What a template, a page or a shell would act upon.
pub const HOSTILE: [&str; 8] = [
    "#set page(width: 1mm)",
    "#panic(\"stop\")",
    "*not bold* and _not slanted_",
    "$ 1/2 $ @entry-a <help> // no comment",
    "#read(\"/etc/passwd\")",
    "= No heading",
    "\\ [a](b) `code` ~ ---",
    "<b>no tag</b> & \u{201c}quoted\u{201d} 'words'",
];

/// A number in each entry, of its own.
pub fn number(at: usize) -> String {
    format!("0800 {:03} {:04}", at, 9000 + at)
}

/// The day on which an entry was checked.
pub fn checked(at: usize) -> String {
    format!("{} October 2026", at % 28 + 1)
}

fn text(words: &str) -> String {
    words.to_owned()
}

fn row(term: &str, words: &str) -> Row {
    Row { term: text(term), says: vec![Said { words: text(words), href: None }] }
}

fn entry(at: usize) -> Entry {
    let hostile = HOSTILE[at % HOSTILE.len()];
    let call = Said { words: number(at), href: Some(format!("tel:{at}")) };
    // Every ninth is longer than a page.
    let more =
        (0..if at.is_multiple_of(9) { 90 } else { 2 }).map(|row_at| row(&format!("Fact {row_at}"), "Not known: ask"));
    Entry {
        id: format!("made-up-{at}"),
        name: format!("Made up {at}"),
        by: Some(text("Made up for tests")),
        summary: text(hostile),
        notices: (at.is_multiple_of(4)).then(|| text("Ask if this still runs.")).into_iter().collect(),
        rows: [Row { term: text("Call"), says: vec![call] }]
            .into_iter()
            .chain(more)
            .chain([row(hostile, hostile)])
            .collect(),
        last: vec![format!("Checked {}. End of {at}.", checked(at))],
    }
}

fn index(title: &str, slug: &str, count: usize) -> Index {
    let line = |at: usize| Line {
        name: format!("Made up {at}"),
        note: if at.is_multiple_of(3) { text("Havering") } else { String::new() },
        id: Some(format!("made-up-{at}")),
    };
    let gone = Line { name: text("Gone"), note: text("has ended"), id: None };
    let lines = (0..count).map(line).chain([gone]).collect();
    let groups = vec![IndexGroup { title: format!("{title}, a group"), is_urgent: true, lines }];
    Index { title: text(title), slug: text(slug), says: vec![text("Our own sorting.")], groups }
}

/// A booklet of so many entries.
pub fn book(count: usize) -> Book {
    let route = |name: &str, way: &str| HelpRoute { name: text(name), says: text("Made up."), ways: vec![text(way)] };
    let group = |title: &str, range: std::ops::Range<usize>| PartGroup {
        title: text(title),
        entries: range.map(entry).collect(),
    };
    let half = count / 2;
    Book {
        title: text("Made up"),
        subtitle: text("A booklet for tests"),
        edition: vec![text("Edition of 21 November 2026"), text("Published by nobody")],
        warning: Some(text("Trial copy.")),
        help: Help {
            title: text("Get help now"),
            says: text("Call now."),
            first: vec![route("Emergency", "Call 999"), route("Text line", "Text WORD to 85258")],
            all: text("All urgent help"),
            groups: vec![(text("For anyone"), vec![route("Emergency", "Call 999"), route("Another", "Call 116 123")])],
            checked: text("Checked by nobody."),
        },
        contents: text("Contents"),
        guide: Section { title: text("How to use this booklet"), says: vec![text("Look for the worry.")] },
        waiting: Section { title: text("While you wait"), says: vec![text("If things get worse, tell them.")] },
        parts: vec![
            Part { title: text("Here"), slug: text("place-1"), groups: vec![group("Services", 0..half)] },
            Part { title: text("Everywhere"), slug: text("place-2"), groups: vec![group("Helplines", half..count)] },
        ],
        indexes: vec![index("Find by worry", "by-worry", count), index("A to Z", "a-to-z", count)],
        foot: vec![text("Made up, edition of 21 November 2026."), text("Life at risk: call 999")],
    }
}
