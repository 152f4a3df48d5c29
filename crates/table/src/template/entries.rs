//! The sheet of a template that holds the entries.

use directory::sheet::{Cells, Column, Heading, Sheet};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula, Note, Table,
    TableColumn, TableStyle, Worksheet, XlsxError,
};

use super::guide::noted;
use super::words::List;
use super::{ENTRIES, lines};
use crate::write::{LINE, body, fitting};

/// The most letters of a message that shows while a cell is filled in, and of its
/// title.
const MESSAGE: usize = 255;
const TITLE: usize = 32;

/// The widest that a note on a heading is, and how many of its letters stand in a
/// line.
const NOTE_WIDTH: u32 = 300;
const NOTE_LETTERS: usize = 42;

/// Writes it.
pub(super) fn write(page: &mut Worksheet, sheet: &Sheet, lists: &[List]) -> Result<(), XlsxError> {
    let last_row = u32::try_from(sheet.rows.len() + sheet.blank).unwrap_or(u32::MAX).max(1);
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    page.set_name(ENTRIES)?;
    set_up_paper(page, sheet, last_row, last_column)?;
    table(page, sheet, last_row, last_column)?;
    for (row, number) in sheet.rows.iter().zip(1..) {
        let cells = sheet.columns.iter().zip(&row.cells).filter(|(one, _)| one.kind != Cells::Marks);
        let high = cells.map(|(one, cell)| lines(cell, width(one.kind))).max().unwrap_or(1);
        page.set_row_height(number, LINE * high + 2)?;
    }
    for (heading, at) in sheet.columns.iter().zip(0..) {
        let look = look(heading.kind);
        page.set_column_width(at, width(heading.kind))?;
        for row in 1..=last_row {
            let own = usize::try_from(row - 1).ok().and_then(|row| sheet.rows.get(row));
            let text = own.and_then(|row| row.cells.get(usize::from(at))).map_or("", String::as_str);
            if text.is_empty() {
                page.write_blank(row, at, &look)?;
            } else {
                page.write_string_with_format(row, at, fitting(text), &look)?;
            }
        }
        if heading.kind != Cells::Marks {
            page.insert_note(0, at, &note(heading))?;
        }
        let list = lists.iter().find(|list| list.column == usize::from(at));
        if let Some(message) = help(heading, list)? {
            page.add_data_validation(1, at, last_row, at, &message)?;
        }
    }
    Ok(())
}

/// A table in the sense of Excel, which tells a screen reader what the headings
/// are. Sorting stays as it was, without buttons over the headings.
fn table(page: &mut Worksheet, sheet: &Sheet, last_row: u32, last_column: u16) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_bottom(FormatBorder::Medium)
        .set_background_color(Color::Theme(0, 1));
    let column = |one: &Heading| TableColumn::new().set_header(fitting(&one.heading)).set_header_format(&heading);
    let columns: Vec<_> = sheet.columns.iter().map(column).collect();
    let table = Table::new()
        .set_name(ENTRIES)
        .set_columns(&columns)
        .set_style(TableStyle::None)
        .set_autofilter(false)
        .set_alt_text_title(&sheet.title)
        .set_alt_text("One row for each entry. The first row says what each column holds.");
    page.add_table(0, 0, last_row, last_column, &table)?;
    page.set_row_height(0, 48)?;
    Ok(())
}

/// Each printed page says what its columns and rows are; the marks are not
/// printed.
fn set_up_paper(page: &mut Worksheet, sheet: &Sheet, last_row: u32, last_column: u16) -> Result<(), XlsxError> {
    let fixed = sheet.columns.iter().position(|one| one.column == Column::Name).map_or(1, |at| at + 1);
    let fixed = u16::try_from(fixed).unwrap_or(1).min(3);
    page.set_freeze_panes(1, fixed)?;
    page.set_landscape().set_paper_size(9).set_print_scale(70).set_page_order(false);
    page.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    page.set_repeat_rows(0, 0)?.set_repeat_columns(0, fixed - 1)?;
    page.set_print_area(0, 0, last_row, last_column.saturating_sub(1))?;
    // An ampersand begins a command there.
    let title: String = sheet.title.replace('&', "&&").chars().take(200).collect();
    page.set_header(format!("&L{title}")).set_footer("&C&P / &N");
    Ok(())
}

/// How cells of a kind look. What nobody fills in is grey, and its heading says
/// so.
fn look(kind: Cells) -> Format {
    let look = body().set_border(FormatBorder::Thin);
    match kind {
        Cells::Tick => look.set_align(FormatAlign::Center).set_border(FormatBorder::Medium),
        Cells::Locked => look.set_background_color(Color::Theme(0, 1)),
        // The marks are long and of no use to anybody: no more of them is shown than
        // the column is wide.
        Cells::Marks => Format::new()
            .set_num_format_index(49)
            .set_align(FormatAlign::Fill)
            .set_align(FormatAlign::Top)
            .set_background_color(Color::Theme(0, 1)),
        _ => look,
    }
}

fn width(kind: Cells) -> u32 {
    match kind {
        Cells::Tick => 12,
        Cells::Text => 30,
        Cells::Lines | Cells::Several => 28,
        Cells::One | Cells::Locked => 18,
        Cells::Day => 16,
        Cells::Marks => 8,
    }
}

fn note(heading: &Heading) -> Note {
    let text = noted(heading);
    let lines = text.chars().count().div_ceil(NOTE_LETTERS).max(1) + 1;
    let height = u32::try_from(lines.min(20)).unwrap_or(2) * 20;
    Note::new(cut(&text, 2_000)).add_author_prefix(false).set_width(NOTE_WIDTH).set_height(height)
}

/// What shows while a cell is filled in, and the words to choose from. Where
/// several may be chosen, other text is let through; where one may, it is asked
/// about and let through: whoever reads the file says what it makes of it.
fn help(heading: &Heading, list: Option<&List>) -> Result<Option<DataValidation>, XlsxError> {
    if matches!(heading.kind, Cells::Marks | Cells::Locked) {
        return Ok(None);
    }
    let help = DataValidation::new()
        .set_input_title(cut(&heading.heading, TITLE))?
        .set_input_message(cut(&noted(heading), MESSAGE))?;
    let Some(list) = list else { return Ok(Some(help.allow_any_value())) };
    let help = help.allow_list_formula(Formula::new(list.range()));
    Ok(Some(if list.is_several {
        help.show_error_message(false)
    } else {
        help.set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Not one of the words")?
            .set_error_message("Please choose a word of the drop-down. Keep what you wrote only if none fits.")?
    }))
}

/// The beginning of a text, whole words where it can be.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let short: String = text.chars().take(most - 1).collect();
    let whole = short.rsplit_once(' ').map_or(short.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}
