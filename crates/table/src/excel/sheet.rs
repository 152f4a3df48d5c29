//! The cells of one sheet of a workbook.

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use super::Shared;
use super::strings::{rich, unescaped};
use crate::column::{Column, Place};
use crate::doubt::Doubt;
use crate::grid::{Budget, Grid};
use crate::limits::MOST_COLUMNS;
use crate::refused::Why;
use crate::xml::{Next, Xml, attribute};

/// A cell as the file has it.
#[derive(Default)]
struct Raw {
    kind: String,
    style: usize,
    value: Option<String>,
    formula: Option<Formula>,
}

/// What is known of a formula without working it out.
struct Formula {
    takes_from_other_file: bool,
}

/// Puts every cell of a sheet that holds something into a grid.
pub(crate) fn read(text: &str, shared: &Shared, grid: &mut Grid, budget: &mut Budget) -> Result<(), Why> {
    let mut xml = Xml::of(text);
    let mut far = BTreeSet::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    while let Some(next) = xml.next()? {
        let Next::Begin(element) = next else { continue };
        match element.local_name().as_ref() {
            "row" => {
                let stated = attribute(&element, "r").and_then(|row| row.parse().ok());
                row = stated.unwrap_or_else(|| row.saturating_add(1));
                column = 0;
            }
            "c" => {
                let stated = attribute(&element, "r").as_deref().and_then(Place::of);
                let next = u16::try_from(column).unwrap_or(MOST_COLUMNS);
                let place = stated.unwrap_or(Place { row: row.max(1), column: Column(next) });
                column = u32::from(place.column.0) + 1;
                let raw = Raw::read(&mut xml, &element, &mut far)?;
                let (text, doubt) = raw.shown(shared);
                grid.put(place, &text, doubt, budget)?;
            }
            "mergeCell" => {
                let area = attribute(&element, "ref").unwrap_or_default();
                let ends = area.split_once(':').map(|(first, last)| (Place::of(first), Place::of(last)));
                if let Some((Some(first), Some(last))) = ends {
                    grid.merge(first, last);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

impl Raw {
    /// Reads the cell that has just begun. `far` holds the formulas that several
    /// cells share and that take their value from another file.
    fn read(xml: &mut Xml, element: &BytesStart, far: &mut BTreeSet<String>) -> Result<Self, Why> {
        let style = attribute(element, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
        let mut raw = Self { kind: attribute(element, "t").unwrap_or_default(), style, ..Self::default() };
        while let Some(next) = xml.next()? {
            match next {
                Next::Begin(element) => match element.local_name().as_ref() {
                    "v" => raw.value = Some(xml.text()?),
                    "is" => {
                        raw.value = Some(rich(xml, "is")?);
                        raw.kind = "inlineStr".to_owned();
                    }
                    "f" => {
                        let group = attribute(&element, "si");
                        let is_far = names_other_file(&xml.text()?);
                        if is_far {
                            far.extend(group.clone());
                        }
                        let is_group_far = group.is_some_and(|group| far.contains(&group));
                        raw.formula = Some(Formula { takes_from_other_file: is_far || is_group_far });
                    }
                    _ => xml.skip()?,
                },
                Next::End(name) if name == "c" => break,
                _ => {}
            }
        }
        Ok(raw)
    }

    /// What people see in it, and what is doubtful of that.
    fn shown(&self, shared: &Shared) -> (String, Option<Doubt>) {
        let Some(value) = &self.value else {
            return (String::new(), self.formula.as_ref().map(|_| Doubt::NotWorkedOut));
        };
        let (text, doubt) = match self.kind.as_str() {
            "s" => {
                (value.trim().parse().ok().and_then(|at| shared.strings.get(at)).unwrap_or_default().to_owned(), None)
            }
            "str" => (unescaped(value), None),
            "inlineStr" => (value.clone(), None),
            "b" => (if matches!(value.trim(), "0" | "false") { "FALSE" } else { "TRUE" }.to_owned(), None),
            "e" => (value.clone(), Some(Doubt::Fault)),
            "d" => (value.trim_end_matches("T00:00:00").trim_end_matches("T00:00:00.000").to_owned(), None),
            _ => match value.trim().parse::<f64>() {
                Ok(number) => shared.styles.get(self.style).shown(number, shared.is_from_1904),
                Err(_) => (value.clone(), None),
            },
        };
        let is_far = self.formula.as_ref().is_some_and(|formula| formula.takes_from_other_file);
        (text, if is_far { Some(Doubt::OtherFile) } else { doubt })
    }
}

/// Whether a formula names another workbook, as `[1]Sheet!A1` and as
/// `'C:\[Book.xlsx]Sheet'!A1` do, or asks a program for its value.
fn names_other_file(formula: &str) -> bool {
    let has_file = formula.split('[').skip(1).any(|rest| {
        let Some((inside, after)) = rest.split_once(']') else { return false };
        let is_number = !inside.is_empty() && inside.bytes().all(|sign| sign.is_ascii_digit());
        (is_number || inside.to_ascii_lowercase().contains(".xls")) && after.contains('!')
    });
    let upper = formula.to_ascii_uppercase();
    has_file || upper.contains("WEBSERVICE(") || (formula.contains('|') && formula.contains('!'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_that_reads_another_file_is_known() {
        for formula in ["[1]Sheet1!A1", "'C:\\x\\[Book.xlsx]S'!A1", "WEBSERVICE(\"http://x\")", "cmd|' /c x'!A1"] {
            assert!(names_other_file(formula), "{formula}");
        }
        for formula in ["A1+1", "Table1[Phone]", "Sheet2!A1", "\"[1]\"&A1"] {
            assert!(!names_other_file(formula), "{formula}");
        }
    }
}
