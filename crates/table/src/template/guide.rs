//! The first sheet of a template: how to fill it in.

use directory::sheet::{self, Cells, Heading, Sheet};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::{ENTRIES, GUIDE, WORDS, lines};
use crate::write::{LINE, body, fitting};

/// How wide its two columns are.
const NARROW: u32 = 34;
const WIDE: u32 = 76;

/// Writes it.
pub(super) fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_name(GUIDE)?.set_active(true).set_paper_size(9).set_print_fit_to_pages(1, 0);
    page.set_column_width(0, NARROW)?.set_column_width(1, WIDE)?;
    let title = Format::new().set_bold().set_font_size(16).set_text_wrap().set_align(FormatAlign::Top);
    let wide = body();
    page.merge_range(0, 0, 0, 1, fitting(&sheet.title), &title)?;
    page.set_row_height(0, 24 * lines(&sheet.title, 60))?;
    let mut row = 1;
    for paragraph in paragraphs(sheet) {
        page.merge_range(row, 0, row, 1, fitting(&paragraph), &wide)?;
        page.set_row_height(row, LINE * lines(&paragraph, WIDE + NARROW) + 4)?;
        row += 1;
    }
    row += 1;
    let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Medium).set_text_wrap();
    page.write_string_with_format(row, 0, sheet::GUIDE_HEADING, &heading)?;
    page.write_string_with_format(row, 1, "What to write below it", &heading)?;
    let (name, note) =
        (body().set_bold().set_border_bottom(FormatBorder::Thin), body().set_border_bottom(FormatBorder::Thin));
    for column in sheet.columns.iter().filter(|column| column.kind != Cells::Marks) {
        row += 1;
        page.write_string_with_format(row, 0, fitting(&column.heading), &name)?;
        let said = noted(column);
        page.write_string_with_format(row, 1, fitting(&said), &note)?;
        page.set_row_height(row, LINE * lines(&said, WIDE).max(lines(&column.heading, NARROW)) + 2)?;
    }
    page.set_footer("&C&P / &N");
    Ok(())
}

/// Where to begin, and then what the template itself says.
fn paragraphs(sheet: &Sheet) -> Vec<String> {
    let begin = format!("Your entries are in the sheet “{ENTRIES}”. Open it at the bottom of the window.");
    std::iter::once(begin).chain(sheet.guidance.iter().cloned()).collect()
}

/// What is said of a column, with how to choose several words of it.
pub(super) fn noted(column: &Heading) -> String {
    let several = "You may choose several: write them with “; ” between them.";
    let is_list = !column.choices.is_empty() && column.kind == Cells::Several;
    match is_list {
        true if column.note.contains("semicolon") => format!("{} All words: sheet “{WORDS}”.", column.note),
        true => format!("{} {several} All words: sheet “{WORDS}”.", column.note),
        false => column.note.clone(),
    }
}
