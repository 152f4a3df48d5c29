//! A report as one page to read, to print and to send: a scorecard for each
//! partner, and what was found in their entries. It needs nothing else: no
//! script, no picture, no other file. Whatever stands in the data is words here.

use directory::finding::{Finding, Level};

use super::card::total;
use super::{Card, Group, Report, counted, counts};
use crate::tokens;

const STYLE: &str = include_str!("scorecard.css");

/// What a browser may do with this page: nothing but draw it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The columns of the scorecard, and what of a card stands in each.
type Column = (&'static str, fn(&Card) -> usize);
const COLUMNS: [Column; 7] = [
    ("Entries", |card| card.entries),
    ("Checked this term", |card| card.this_term),
    ("Checked before, not late", |card| card.before),
    ("Late", |card| card.late),
    ("Very late", |card| card.very_late),
    ("Never checked", |card| card.never),
    ("Held or taken out", |card| card.held),
];

pub(super) fn page(report: &Report<'_>) -> String {
    let (name, day) = match &report.head {
        Some((name, today)) => (format!("Check of {name}"), format!("<p class=\"day\">{}</p>", today.words())),
        None => ("Check of the data".to_owned(), String::new()),
    };
    let name = escaped(&name);
    let checked = escaped(&format!("{} checked: {}.", counted(report.listings, "listing"), report.counts()));
    let body = if report.groups.is_empty() {
        format!("<section><h2>What was found</h2>{}</section>\n", findings(report.findings.iter()))
    } else {
        let told = report.groups.iter().filter(|group| !group.findings.is_empty());
        let sections: String = told.map(section).collect();
        scorecard(&report.groups) + &sections
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{name}</title>\n<style>\n{}\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{name}</h1>\n{day}\n<p class=\"lead\">{checked}</p>\n\
         <p>An error keeps the data from being published. Look at each warning. Advice would make it better.</p>\n\
         {body}</main>\n</body>\n</html>\n",
        tokens::STYLE
    )
}

/// All partners at a glance, with their sum.
fn scorecard(groups: &[Group<'_>]) -> String {
    const LEVELS: [(Level, &str); 3] =
        [(Level::Error, "Errors"), (Level::Warning, "Warnings"), (Level::Advice, "Advice")];
    let heads = COLUMNS.iter().map(|(head, _)| *head).chain(LEVELS.iter().map(|(_, head)| *head));
    let heads: String = heads.map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let row = |name: &str, card: &Card, levels: [usize; 3]| {
        let counts = COLUMNS.iter().map(|(_, count)| count(card)).chain(levels);
        let cells: String = counts.map(|count| format!("<td{}>{count}</td>", quiet(count))).collect();
        format!("<tr><th scope=\"row\">{name}</th>{cells}</tr>\n")
    };
    let partners = groups.iter().filter_map(|group| Some((group, group.card.as_ref()?)));
    let partners = partners.filter(|(group, card)| card.entries > 0 || !group.findings.is_empty());
    let rows =
        partners.clone().map(|(group, card)| row(&name(group), card, LEVELS.map(|(level, _)| group.count(level))));
    let rows: String = rows.collect();
    let sum = total(partners.clone().map(|(_, card)| card));
    let all = LEVELS.map(|(level, _)| partners.clone().map(|(group, _)| group.count(level)).sum());
    // The sum of one is that one again.
    let foot = if partners.count() > 1 { row("All partners", &sum, all) } else { String::new() };
    format!(
        "<section><h2>By partner</h2>\n<div class=\"wide\" role=\"region\" aria-label=\"By partner\" tabindex=\"0\">\
         <table>\n<thead><tr><th scope=\"col\">Partner</th>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n<tfoot>\n{foot}</tfoot>\n</table></div></section>\n"
    )
}

/// A nought is there to be read, and not to be looked at.
fn quiet(count: usize) -> &'static str {
    if count == 0 { " class=\"none\"" } else { "" }
}

/// A partner's name, with a link to what was found, if anything was.
fn name(group: &Group<'_>) -> String {
    let name = escaped(&group.name);
    if group.findings.is_empty() { name } else { format!("<a href=\"#{}\">{name}</a>", escaped(&anchor(group))) }
}

fn section(group: &Group<'_>) -> String {
    let card =
        group.card.map(|card| format!("<p class=\"card\">{}.</p>\n", escaped(&card.words()))).unwrap_or_default();
    let (anchor, name) = (escaped(&anchor(group)), escaped(&group.name));
    let counts = counts(group.findings.iter().copied());
    let found = findings(group.findings.iter().copied());
    format!("<section id=\"{anchor}\">\n<h2>{name}</h2>\n{card}<p>{counts}.</p>\n{found}</section>\n")
}

fn anchor(group: &Group<'_>) -> String {
    if group.id.is_empty() { "directory".to_owned() } else { format!("partner-{}", group.id) }
}

fn findings<'f>(all: impl Iterator<Item = &'f Finding>) -> String {
    let items: String = all.map(one).collect();
    if items.is_empty() {
        "<p>Nothing was found.</p>\n".to_owned()
    } else {
        format!("<ul class=\"found\">\n{items}</ul>\n")
    }
}

fn one(finding: &Finding) -> String {
    let level = finding.level.word();
    let field = match finding.field.as_str() {
        "" => String::new(),
        field => format!(", <code>{}</code>", escaped(field)),
    };
    let found = match finding.found.as_str() {
        "" => String::new(),
        found => format!("<p class=\"was\">Found: {}</p>", escaped(found)),
    };
    format!(
        "<li class=\"{level}\"><p><strong>{level}</strong> {}{field}</p>{found}<p>{}</p></li>\n",
        escaped(file_name(&finding.file)),
        escaped(&finding.write)
    )
}

/// A file without the folders before it: the page may be sent on, and where
/// somebody keeps the data is nobody's business.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Words as they stand in HTML, between tags and in quotes.
pub fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            // A page must not hold these, and a finding names them in words.
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::{Format, write};
    use super::*;

    #[test]
    fn whatever_stands_in_the_data_is_words_on_the_page() -> anyhow::Result<()> {
        let hostile = "<script>alert('x')</script>\" onload=\"x&\u{0}";
        let finding = Finding {
            level: Level::Error,
            file: hostile.to_owned(),
            field: hostile.to_owned(),
            found: hostile.to_owned(),
            write: hostile.to_owned(),
        };
        let group = Group {
            id: hostile.to_owned(),
            name: hostile.to_owned(),
            card: Some(Card::default()),
            findings: vec![&finding],
        };
        let all = [finding.clone()];
        let report = Report { head: None, listings: 1, findings: &all, groups: vec![group] };
        for page in [write(&all, 1, Format::Html)?, report.write(Format::Html)?] {
            let body = page.split("<body>").nth(1).unwrap_or_default();
            assert!(!body.contains("<script") && !body.contains("\" onload=\"") && !body.contains('\0'), "{body}");
            assert!(body.contains("&lt;script&gt;"));
        }
        Ok(())
    }
}
