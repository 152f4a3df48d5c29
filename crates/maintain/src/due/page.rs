//! The term as one page: the picture, the numbers as a table, and what each
//! partner owes. It needs no other file and no script, and has no colours of its
//! own, so that it prints as it is read.

use directory::closed::Closed;
use directory::term::{Share, State, Tally};

use super::{Told, told::said};

const STYLE: &str = "body{font-family:sans-serif;line-height:1.4;max-width:64rem;margin:1rem auto;padding:0 1rem}\
svg{max-width:100%;min-width:46rem;height:auto}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}\
th,td{border-bottom:1px solid;padding:.3rem .5rem;text-align:right}\
th:first-child,th:last-child,td:last-child{text-align:left}section,tr{break-inside:avoid}li{margin:.2rem 0}\
@media print{svg{min-width:0}}";

/// What may be wider than a small screen is moved sideways by itself, also with
/// the keyboard.
fn wide(name: &str, holds: &str) -> String {
    format!("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n{holds}</div>\n")
}

/// The page, as the text of an HTML file.
pub(super) fn write(told: &Told<'_>) -> String {
    let heading = escaped(&told.heading());
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>How the term stands</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>How the term stands</h1>\n<p>{heading}</p>\n"
    );
    for note in told.notes() {
        page += &format!("<p>{}</p>\n", escaped(&note));
    }
    page += &wide("Picture", &told.term.picture(told.site));
    page += "<h2>The same in numbers</h2>\n";
    page += &wide("Numbers", &table(told));
    page += "<h2>What is still to be checked</h2>\n";
    let mut owing = told.term.owing().peekable();
    if owing.peek().is_none() {
        page += "<p>Nothing. Everything is checked this term.</p>\n";
    }
    owing.for_each(|share| page += &owed(share));
    page + "</main>\n</body>\n</html>\n"
}

fn table(told: &Told<'_>) -> String {
    let mut table = "<table>\n<thead><tr><th scope=\"col\">Partner</th>".to_owned();
    State::ALL.iter().for_each(|state| table += &format!("<th scope=\"col\">{}</th>", state.label()));
    table += "<th scope=\"col\">all</th><th scope=\"col\">asked this term</th></tr></thead>\n<tbody>\n";
    for share in told.term.answering() {
        let asked = told.asked(share.id).unwrap_or_else(|| "not yet".to_owned());
        table += &row(share.name, share.tally(), &asked);
    }
    table += &row("All", told.term.tally(), "");
    table + "</tbody>\n</table>\n"
}

fn row(name: &str, tally: Tally, asked: &str) -> String {
    let mut row = format!("<tr><th scope=\"row\">{}</th>", escaped(name));
    State::ALL.iter().for_each(|state| row += &format!("<td>{}</td>", tally.count(*state)));
    row + &format!("<td>{}</td><td>{}</td></tr>\n", tally.all(), escaped(asked))
}

/// What a partner owes, entry by entry.
fn owed(share: &Share<'_>) -> String {
    let mut owed = format!("<section>\n<h3>{}</h3>\n<ul>\n", escaped(share.name));
    for entry in share.owed() {
        let name = escaped(&entry.listing.name);
        owed += &format!("<li class=\"{}\"><strong>{name}</strong>: {}</li>\n", entry.state.slug(), said(entry));
    }
    owed + "</ul>\n</section>\n"
}

/// Words as they may stand in HTML.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
