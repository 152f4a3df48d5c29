//! The gap map as a picture (SVG), for a report or a slide.
//!
//! It has no colours of its own: words, lines and grounds are `currentColor`,
//! so that it is black on white by itself, takes the colour of whatever it
//! stands in, and prints alike. A pattern tells each state, and a number.

use super::{Cell, GapMap, State};
use crate::age::AgeChoice;
use crate::catalogue::Directory;
use crate::closed::Closed;
use crate::search::View;
use crate::svg::{PRESSED, escaped, text};
use crate::vocabulary::{Need, Thrive};

/// The edge all around, the width of the column of needs, the height of a row.
const EDGE: usize = 24;
const NAMES: usize = 400;
const ROW: usize = 26;
/// Where the first row of cells begins: below the title and the heads.
const TOP: usize = 150;
/// The width of a column, with room for words or for a few signs.
const WIDE: usize = 170;
const NARROW: usize = 42;
/// Between two layers.
const GAP: usize = 10;
/// The height of what stands below the cells.
const FOOT: usize = 132;

/// What the signs in a cell mean, where there is one layer, and where there
/// are several.
const WORDS: &str = "local: for the area. wider: for a wider area. national: for the whole country.";
const SIGNS: &str = "2: local. 2+1: local, and for a wider area. (4): national only. 0: none.";

impl GapMap {
    /// The picture, as the text of an SVG file.
    pub fn picture(&self, directory: &Directory) -> String {
        let column = if self.layers.len() == 1 { WIDE } else { NARROW };
        let rows = Need::for_families().count();
        let layer_width = column * AgeChoice::groups().count() + GAP;
        let width = EDGE * 2 + NAMES + layer_width * self.layers.len();
        let height = TOP + rows * ROW + FOOT;
        let said = self.choices.words(&directory.site).join(". ");
        let told = format!("{said}. {}, {}.", directory.site.name, directory.today.words());
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" role=\"img\" aria-labelledby=\"title told\" font-family=\"sans-serif\" \
             font-size=\"12\" fill=\"currentColor\">\n<title id=\"title\">{TITLE}</title>\n<desc id=\"told\">{}</desc>\n",
            escaped(&told)
        );
        svg += PATTERNS;
        svg += &text(EDGE, EDGE + 20, " font-size=\"24\" font-weight=\"bold\"", TITLE);
        svg += &text(EDGE, EDGE + 44, "", &told);
        for (layer, thrive) in self.layers.iter().enumerate() {
            let left = EDGE + NAMES + layer * layer_width;
            svg += &self.heads(directory, *thrive, left, column);
            for (row, need) in Need::for_families().enumerate() {
                for (at, age) in AgeChoice::groups().enumerate() {
                    let words = |cell: Cell| {
                        if column == WIDE { cell.words_on_two_lines() } else { [cell.short(), String::new()] }
                    };
                    let cell = self.cell(layer, need, age);
                    svg += &drawn(cell.state(), words(cell), left + at * column, TOP + row * ROW, column);
                }
            }
        }
        for (row, need) in Need::for_families().enumerate() {
            svg += &text(EDGE, TOP + row * ROW + 17, "", need.label());
        }
        svg += &legend(TOP + rows * ROW + EDGE, if column == WIDE { WORDS } else { SIGNS });
        svg += "</svg>\n";
        svg
    }

    /// The name of a layer, and the ages below it.
    fn heads(&self, directory: &Directory, thrive: Option<Thrive>, left: usize, column: usize) -> String {
        let name = thrive.map_or("", |thrive| directory.site.groupings.name(thrive, View::Staff));
        // A publisher's own name may be longer than its columns: it is pressed.
        let room = column * AgeChoice::groups().count() - 10;
        let pressed = if name.chars().count() * 7 < room { "" } else { PRESSED };
        let how = format!(" font-size=\"11\" font-weight=\"bold\"{}", pressed.replace("{room}", &room.to_string()));
        let mut heads = text(left + 4, TOP - 34, &how, name);
        for (at, age) in AgeChoice::groups().enumerate() {
            let size = if column == WIDE { "" } else { " font-size=\"9\"" };
            heads += &text(left + at * column + 4, TOP - 10, size, &age.short());
        }
        heads
    }
}

/// Its title, which is that of the page.
const TITLE: &str = "What is listed, not what is needed";

/// The ground of each state: stripes, dots, a light one and a darker one.
const PATTERNS: &str = "<defs>\n\
<pattern id=\"none\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path d=\"M0 0V6\" stroke=\"currentColor\" stroke-opacity=\"0.28\" stroke-width=\"2\"/></pattern>\n\
<pattern id=\"only-national\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
<circle cx=\"3\" cy=\"3\" r=\"0.8\" fill-opacity=\"0.4\"/></pattern>\n</defs>\n";

fn ground(state: State) -> &'static str {
    match state {
        State::None => "fill=\"url(#none)\"",
        State::OnlyNational => "fill=\"url(#only-national)\"",
        State::Thin => "fill-opacity=\"0.08\"",
        State::Some => "fill-opacity=\"0.22\"",
    }
}

impl Cell {
    fn words_on_two_lines(self) -> [String; 2] {
        let counted = self.counted();
        [if counted.is_empty() { State::None.label().to_owned() } else { counted }, self.apart()]
    }
}

/// A cell: its ground, its edge, and one or two lines of words.
fn drawn(state: State, [first, second]: [String; 2], left: usize, top: usize, width: usize) -> String {
    let ground = ground(state);
    let mut drawn = format!(
        "<rect class=\"{}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{ROW}\" {ground} \
         stroke=\"currentColor\" stroke-opacity=\"0.5\"/>\n",
        state.slug()
    );
    let line = if second.is_empty() { 17 } else { 12 };
    drawn += &text(left + 5, top + line, " font-size=\"11\"", &first);
    if !second.is_empty() {
        drawn += &text(left + 5, top + 22, " font-size=\"8\"", &second);
    }
    drawn
}

/// What each ground means.
fn legend(top: usize, signs: &str) -> String {
    let mut legend = String::new();
    for (at, state) in State::ALL.iter().enumerate() {
        let top = top + at * 20;
        legend += &format!(
            "<rect x=\"{EDGE}\" y=\"{top}\" width=\"28\" height=\"14\" {} stroke=\"currentColor\"/>\n",
            ground(*state)
        );
        legend += &text(EDGE + 36, top + 11, "", &format!("{}: {}", state.label(), state.meaning()));
    }
    legend + &text(EDGE, top + State::ALL.len() * 20 + 12, "", signs)
}
