//! What one cell of an OpenDocument spreadsheet shows.

use quick_xml::events::BytesStart;

use crate::doubt::Doubt;
use crate::limits::MOST_IN_CELL;
use crate::refused::Why;
use crate::xml::{Next, Xml, attribute};

/// What a cell shows.
pub(crate) struct Shown {
    pub(crate) text: String,
    pub(crate) doubt: Option<Doubt>,
}

impl Shown {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.doubt.is_none()
    }

    /// Reads the cell that has just begun.
    pub(crate) fn read(xml: &mut Xml, element: &BytesStart) -> Result<Self, Why> {
        let get = |name| attribute(element, name);
        let kind = get("value-type").unwrap_or_default();
        let (value, day, truth) = (get("value"), get("date-value"), get("boolean-value"));
        let formula = get("formula").unwrap_or_default();
        let written = paragraphs(xml)?;
        let (text, doubt) = match kind.as_str() {
            "float" | "currency" | "percentage" => number(&written, value.as_deref()),
            "date" => day_of(&written, day),
            "boolean" => (if truth.as_deref() == Some("false") { "FALSE" } else { "TRUE" }.to_owned(), None),
            _ => (written, None),
        };
        let is_fault = !formula.is_empty() && (text.starts_with('#') || text.starts_with("Err:"));
        let is_far = formula.contains("'file:") || formula.contains("://") || formula.contains("DDE(");
        let is_not_worked_out = !formula.is_empty() && kind.is_empty() && text.is_empty();
        let worse = [(is_far, Doubt::OtherFile), (is_fault, Doubt::Fault), (is_not_worked_out, Doubt::NotWorkedOut)];
        let worse = worse.into_iter().find(|(is_so, _)| *is_so).map(|(_, doubt)| doubt);
        Ok(Self { text, doubt: worse.or(doubt) })
    }
}

/// A number as it is shown. One that is shown as a power of ten is written out,
/// since all of its digits are in the file.
fn number(written: &str, value: Option<&str>) -> (String, Option<Doubt>) {
    let value = value.and_then(|value| value.trim().parse::<f64>().ok()).filter(|value| value.is_finite());
    match value {
        Some(value) if value.abs() >= 1e15 => (written.to_owned(), Some(Doubt::Rounded)),
        Some(value) if written.is_empty() || Doubt::of(written) == Some(Doubt::Shortened) => {
            let text = value.to_string();
            let doubt = Doubt::of(&text);
            (text, doubt)
        }
        _ => (written.to_owned(), Doubt::of(written)),
    }
}

/// A day, with its time if it has one.
fn day_of(written: &str, day: Option<String>) -> (String, Option<Doubt>) {
    let Some(day) = day else { return (written.to_owned(), Some(Doubt::NoDay)) };
    let (date, time) = day.split_once('T').unwrap_or((&day, ""));
    let is_date = date.len() == 10 && date.bytes().all(|sign| sign.is_ascii_digit() || sign == b'-');
    if !is_date {
        return (written.to_owned(), Some(Doubt::NoDay));
    }
    let time = time.get(..5).filter(|time| *time != "00:00");
    let doubt = is_of_two_parts(written).then_some(Doubt::MayBeAges);
    (time.map_or_else(|| date.to_owned(), |time| format!("{date} {time}")), doubt)
}

/// Whether a day is shown without its year or without its day of the month.
fn is_of_two_parts(written: &str) -> bool {
    let has_letters = written.chars().any(char::is_alphabetic);
    let parts = written.split(|sign: char| !sign.is_alphanumeric()).filter(|part| !part.is_empty()).count();
    parts == 2 && (has_letters || written.len() <= 5)
}

/// The text of a cell, line by line. Comments and drawings are left out.
fn paragraphs(xml: &mut Xml) -> Result<String, Why> {
    let (mut text, mut depth, mut lines) = (String::new(), 1_usize, 0);
    let mut is_in_line = 0_usize;
    while depth > 0 {
        match xml.next()? {
            Some(Next::Begin(element)) => match element.local_name().as_ref() {
                "annotation" | "frame" | "custom-shape" | "detective" | "table" => xml.skip()?,
                name => {
                    depth += 1;
                    if name == "p" || name == "h" {
                        text.push_str(if lines > 0 { "\n" } else { "" });
                        lines += 1;
                    }
                    is_in_line += usize::from(is_in_line > 0 || name == "p" || name == "h");
                    match name {
                        "s" => {
                            let count = attribute(&element, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                            text += &" ".repeat(count.min(1_000));
                        }
                        "tab" => text.push('\t'),
                        "line-break" => text.push('\n'),
                        _ => {}
                    }
                }
            },
            Some(Next::End(_)) => {
                depth -= 1;
                is_in_line = is_in_line.saturating_sub(1);
            }
            Some(Next::Text(piece)) if is_in_line > 0 => text += &piece,
            Some(Next::Text(_)) => {}
            None => break,
        }
        if text.len() > MOST_IN_CELL * 4 {
            return Err(Why::TooManyCells);
        }
    }
    Ok(text)
}
