//! The last sheet of a template: the words to choose from. The drop-downs of the
//! entries are made of it.

use directory::sheet::{Cells, Heading, Sheet, TICK};
use rust_xlsxwriter::{Format, FormatBorder, Worksheet, XlsxError};

use super::WORDS;
use crate::write::{body, fitting};

/// The words of one column.
pub(super) struct List<'a> {
    /// What stands above the column.
    pub(super) heading: &'a str,
    /// Its place among the columns of the entries.
    pub(super) column: usize,
    /// Whether several may be chosen.
    pub(super) is_several: bool,
    words: Vec<&'a str>,
    /// In which row of the sheet they begin; the first is 0.
    first: u32,
}

impl List<'_> {
    /// The cells of the sheet that hold the words, as a formula.
    pub(super) fn range(&self) -> String {
        let last = self.first as usize + self.words.len();
        format!("='{WORDS}'!$B${}:$B${last}", self.first + 1)
    }
}

/// The words of every column that has some.
pub(super) fn lists(sheet: &Sheet) -> Vec<List<'_>> {
    let (mut lists, mut first) = (Vec::new(), 1);
    for (at, column) in sheet.columns.iter().enumerate() {
        let words = words(column);
        if !words.is_empty() {
            let length = u32::try_from(words.len()).unwrap_or(0);
            let is_several = column.kind == Cells::Several;
            lists.push(List { heading: &column.heading, column: at, is_several, words, first });
            first += length;
        }
    }
    lists
}

fn words(column: &Heading) -> Vec<&str> {
    match column.kind {
        Cells::Locked | Cells::Marks => Vec::new(),
        Cells::Tick if column.choices.is_empty() => vec![TICK],
        _ => column.choices.iter().map(String::as_str).collect(),
    }
}

/// Writes the sheet. Nothing in its first column is a heading of the entries, so
/// that it is not taken for them.
pub(super) fn write(page: &mut Worksheet, lists: &[List]) -> Result<(), XlsxError> {
    page.set_name(WORDS)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    page.set_paper_size(9).set_footer("&C&P / &N");
    page.set_column_width(0, 34)?.set_column_width(1, 56)?;
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Medium);
    page.write_string_with_format(0, 0, "In the column", &heading)?;
    page.write_string_with_format(0, 1, "These words can be chosen", &heading)?;
    for list in lists {
        for (row, word) in (list.first..).zip(&list.words) {
            page.write_string_with_format(row, 0, fitting(&format!("In “{}”", list.heading)), &body())?;
            page.write_string_with_format(row, 1, fitting(word), &body())?;
        }
    }
    Ok(())
}
