//! A fact of an entry as a field, of the shape in which people fill it in.

use crate::components::field::{Field, boxes, line, lines, list};
use crate::components::markup::Markup;
use crate::state::Typed;
use directory::closed::Closed;
use directory::sheet::{Cells, Column};
use directory::site::Site;

/// The longest text of a field of one line, in letters.
const ONE_LINE: usize = 60;

/// The field of a column, for the entry at this place.
pub fn id_of(at: usize, column: Column) -> String {
    format!("update-{at}-{}", column.slug())
}

/// What a column of the template is as a field.
pub fn of<'a>(id: &'a str, column: Column, wrong: Option<&'a str>) -> Field<'a> {
    Field { id, label: column.label(), hint: column.note(), wrong }
}

/// A fact of the entry at this place.
pub fn fact(at: usize, fact: &Typed, site: &Site) -> Markup {
    let column = fact.column;
    let id = id_of(at, column);
    let field = of(&id, column, fact.wrong.as_deref());
    let ticked = Field { hint: "Tick each that is right.", ..field };
    match column.kind() {
        Cells::Several => boxes(ticked, |choice| fact.has(choice), &column.choices(site)),
        Cells::One => list(field, &fact.now, &column.choices(site)),
        Cells::Lines => lines(field, &fact.now, 3),
        _ if fact.before.chars().count() > ONE_LINE || is_told(column) => lines(field, &fact.now, 3),
        _ => line(field, &fact.now),
    }
}

/// What a fact is about: a heading above the first of several fields.
pub fn subject(column: Column) -> &'static str {
    use Column::*;
    match column {
        Name | Summary | Runs | OpensOn | Successor => "What it is",
        Phones | Texts | Emails | Web | Ways | Hours | Opening => "How to reach it",
        Eligibility | Ages | AgesExtended | UserAges | Needs | Audience | Places | WhoCounts | Coverage | Schools => {
            "Who it is for, and where"
        }
        Askers | Youngest | Route | Steps | HaveReady | PhoneWords | Threshold | Consent | Exclusions => "How to ask",
        Cost | CostNote | Formats | FormatNote | Languages | Accessibility => "What it costs, and what it is like",
        Wait | SaidOn | Next | IfNotRight | WhileWaiting | After | AtEighteen => "What comes after asking",
        Provider | Commissioner | Kind => "Who is behind it",
        _ => "More about it",
    }
}

/// Whether people tell it in sentences.
fn is_told(column: Column) -> bool {
    matches!(
        column,
        Column::Summary | Column::Eligibility | Column::Route | Column::Next | Column::WhileWaiting | Column::After
    )
}
