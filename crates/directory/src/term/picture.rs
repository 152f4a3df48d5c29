//! The term as a picture (SVG), for the group's meeting or a wall.
//!
//! Like the picture of the gap map it has no colours of its own, but
//! `currentColor`: it prints alike in black and white. A pattern tells each
//! state, and every number stands in words beside it.

use super::{State, Tally, Term};
use crate::closed::Closed;
use crate::svg::{PRESSED, escaped, text};

/// The edge all around, the width of the column of names, that of a bar, of a
/// column of numbers, and the height of a row.
const EDGE: usize = 24;
const NAMES: usize = 300;
const BAR: usize = 240;
const NUMBER: usize = 66;
const ROW: usize = 22;
/// Where the bar of all entries begins, and the rows of the partners.
const ALL: usize = 92;
const TOP: usize = ALL + 30 + State::ALL.len() * 20 + 56;
/// The width of everything.
const WIDTH: usize = EDGE * 2 + NAMES + BAR + 10 + NUMBER * (State::ALL.len() + 1);

/// Its title.
const TITLE: &str = "How the term stands";

/// The grounds that are patterns: dots, stripes, a lattice.
const PATTERNS: &str = "<defs>\n\
<pattern id=\"late\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path d=\"M0 0V6\" stroke=\"currentColor\" stroke-width=\"2\"/></pattern>\n\
<pattern id=\"never\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<circle cx=\"3\" cy=\"3\" r=\"1.2\"/></pattern>\n\
<pattern id=\"very-late\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path d=\"M0 0H5M0 0V5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/></pattern>\n</defs>\n";

fn ground(state: State) -> String {
    match state {
        State::Checked => "fill-opacity=\"0.75\"".to_owned(),
        State::ToCheck => "fill-opacity=\"0.08\"".to_owned(),
        patterned => format!("fill=\"url(#{})\"", patterned.slug()),
    }
}

impl Term<'_> {
    /// The picture, as the text of an SVG file; `site` is what the directory is
    /// called.
    pub fn picture(&self, site: &str) -> String {
        let height = TOP + self.answering().count() * ROW + EDGE;
        let tally = self.tally();
        let told = format!("{site}, {}. Term: {}.", self.today.words(), self.words());
        let described = format!("{told} {}.", tally.words());
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"title told\" font-family=\"sans-serif\" \
             font-size=\"12\" fill=\"currentColor\">\n<title id=\"title\">{TITLE}</title>\n<desc id=\"told\">{}</desc>\n",
            escaped(&described)
        );
        svg += PATTERNS;
        svg += &text(EDGE, EDGE + 20, " font-size=\"24\" font-weight=\"bold\"", TITLE);
        svg += &text(EDGE, EDGE + 44, "", &told);
        svg += &bar(tally, EDGE, ALL, WIDTH - EDGE * 2, 22);
        svg += &legend(tally);
        svg += &heads();
        for (row, share) in self.answering().enumerate() {
            svg += &drawn(share.name, share.tally(), TOP + row * ROW);
        }
        svg += "</svg>\n";
        svg
    }
}

/// Where a column of numbers ends.
fn column(at: usize) -> usize {
    EDGE + NAMES + BAR + 10 + NUMBER * (at + 1)
}

/// The heads of the rows.
fn heads() -> String {
    let line = TOP - 14;
    let mut heads = text(EDGE, line, BOLD, "Partner");
    heads += &text(EDGE + NAMES, line, BOLD, "Share of their entries");
    for (at, state) in State::ALL.iter().enumerate() {
        // Two words at most stand one above the other.
        let words = match state {
            State::Checked => ["", "checked"],
            State::ToCheck => ["", "to check"],
            State::Late => ["", "late"],
            State::Never => ["never", "checked"],
            State::VeryLate => ["very", "late"],
        };
        for (up, word) in [14, 0].into_iter().zip(words) {
            heads += &text(column(at), line - up, &format!("{BOLD}{RIGHT}"), word);
        }
    }
    heads += &text(column(State::ALL.len()), line, &format!("{BOLD}{RIGHT}"), "all");
    heads + &format!("<path d=\"M{EDGE} {0}H{1}\" stroke=\"currentColor\" fill=\"none\"/>\n", TOP - 7, WIDTH - EDGE)
}

const BOLD: &str = " font-weight=\"bold\"";
const RIGHT: &str = " text-anchor=\"end\"";

/// A partner: the name, the bar, and each number.
fn drawn(name: &str, tally: Tally, top: usize) -> String {
    // A long name is pressed into its column, and never cut.
    let pressed = PRESSED.replace("{room}", &(NAMES - 12).to_string());
    let how = if name.chars().count() * 7 < NAMES - 12 { "" } else { &pressed };
    let mut row = text(EDGE, top + 14, how, name);
    row += &bar(tally, EDGE + NAMES, top + 2, BAR, ROW - 6);
    for (at, state) in State::ALL.iter().enumerate() {
        row += &text(column(at), top + 14, RIGHT, &tally.count(*state).to_string());
    }
    row + &text(column(State::ALL.len()), top + 14, RIGHT, &tally.all().to_string())
}

/// A bar of so much room, divided as the entries are.
fn bar(tally: Tally, left: usize, top: usize, width: usize, height: usize) -> String {
    let (mut bar, mut before) = (String::new(), 0);
    let place = |count: usize| width * count / tally.all().max(1);
    for state in State::ALL {
        let until = before + tally.count(*state);
        if until > before {
            let (from, to) = (place(before), place(until));
            bar += &format!(
                "<rect class=\"{}\" x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{height}\" {} stroke=\"currentColor\"/>\n",
                state.slug(),
                left + from,
                to - from,
                ground(*state),
            );
        }
        before = until;
    }
    bar
}

/// What each pattern means, and how many there are of it.
fn legend(tally: Tally) -> String {
    let mut legend = String::new();
    for (at, state) in State::ALL.iter().enumerate() {
        let top = ALL + 34 + at * 20;
        legend += &format!(
            "<rect x=\"{EDGE}\" y=\"{top}\" width=\"28\" height=\"14\" {} stroke=\"currentColor\"/>\n",
            ground(*state)
        );
        let words = format!("{} {}: {}", tally.count(*state), state.label(), state.meaning());
        legend += &text(EDGE + 36, top + 11, "", &words);
    }
    legend
}
