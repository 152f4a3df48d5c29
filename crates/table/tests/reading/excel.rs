//! Workbooks, part by part, and as a program writes them.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use table::{Doubt, Plain, xlsx};

use crate::made::{cells, reading, rows, sheet, told, workbook};

#[test]
fn a_cell_is_what_people_see_in_it() {
    let strings =
        "<si><t>Hill View</t></si><si><r><t>two </t></r><r><t xml:space=\"preserve\"> pieces&amp;more</t></r></si>";
    let styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\\ 000000\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"16\"/></cellXfs>";
    let data = "<worksheet><sheetData>\
        <row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>here</t></is></c></row>\
        <row r=\"5\"><c r=\"A5\" s=\"1\"><v>46268</v></c><c r=\"B5\" s=\"2\"><v>7700900000</v></c><c r=\"C5\"><v>7700900000</v></c><c r=\"D5\" s=\"3\"><v>46331</v></c></row>\
        <row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c t=\"str\"><f>A2&amp;B2</f><v>joined</v></c><c><f>1+1</f></c><c><f>[1]Other!A1</f><v>5</v></c><c t=\"str\"><f>IF(1,\"\")</f><v></v></c></row>\
        </sheetData></worksheet>";
    let sheet = sheet(&workbook(data, strings, styles));
    assert_eq!(
        told(&sheet),
        [
            "A2=Hill View",
            "B2=two  pieces&more",
            "C2=here",
            "A5=2026-09-03",
            "B5=07700 900000",
            "C5=7700900000",
            "D5=2026-11-05",
            "A6=TRUE",
            "B6=#REF!",
            "C6=joined",
            "D6=",
            "E6=5",
        ]
    );
    let doubts: Vec<_> = cells(&sheet).into_iter().filter_map(|(place, cell)| Some((place, cell.doubt?))).collect();
    assert_eq!(
        doubts,
        [
            ("C5".to_owned(), Doubt::MayHaveLostZero),
            ("D5".to_owned(), Doubt::MayBeAges),
            ("B6".to_owned(), Doubt::Fault),
            ("D6".to_owned(), Doubt::NotWorkedOut),
            ("E6".to_owned(), Doubt::OtherFile),
        ]
    );
}

#[test]
fn merged_cells_repeat_the_first_and_say_so() {
    let data = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nest</v></c><c r=\"B1\" t=\"str\"><v>one</v></c></row>\
        <row r=\"2\"><c r=\"A2\"/><c r=\"B2\" t=\"str\"><v>two</v></c></row></sheetData>\
        <mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:XFD1048576\"/></mergeCells></worksheet>";
    let sheet = sheet(&workbook(data, "", ""));
    assert_eq!(told(&sheet), ["A1=Nest", "B1=one", "A2=Nest", "B2=two"]);
    let merged: Vec<_> =
        cells(&sheet).into_iter().map(|(_, cell)| cell.merged_from.map(|place| place.to_string())).collect();
    assert_eq!(merged, [None, None, Some("A1".to_owned()), None]);
}

#[test]
fn rows_and_cells_that_say_no_place_follow_each_other() {
    let sheet = sheet(&rows(
        "<row><c t=\"str\"><v>a</v></c><c r=\"D1\" t=\"str\"><v>d</v></c><c t=\"str\"><v>e</v></c></row><row><c t=\"str\"><v>f</v></c></row>",
    ));
    assert_eq!(told(&sheet), ["A1=a", "D1=d", "E1=e", "A2=f"]);
}

#[test]
fn headings_are_found_below_titles_and_in_any_order() {
    let list = [vec!["Our services"], vec![], vec!["Phone", "", "What is this?", "NAME", "Name"], vec!["1"]];
    let list = list.map(|row| row.into_iter().map(str::to_owned).collect());
    let sheet = sheet(&xlsx(&[Plain { name: "a".to_owned(), rows: list.to_vec() }]).unwrap());
    let headings = sheet.headings(|text| match text.to_lowercase().as_str() {
        "name" => Some('n'),
        "phone" => Some('p'),
        _ => None,
    });
    let headings = headings.unwrap();
    assert_eq!((headings.row, sheet.below(headings.row).len()), (3, 1));
    assert_eq!(headings.column('n').map(|column| column.to_string()).as_deref(), Some("D"));
    assert_eq!(headings.unread().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["What is this?", "Name"]);
}

#[test]
fn a_hidden_sheet_is_marked_and_a_chart_is_no_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Seen").unwrap().write(0, 0, "a").unwrap();
    book.add_worksheet().set_name("Lists").unwrap().set_hidden(true).write(0, 0, "b").unwrap();
    let book = reading(&book.save_to_buffer().unwrap()).unwrap();
    let sheets: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden)).collect();
    assert_eq!(sheets, [("Seen", false), ("Lists", true)]);
}

#[test]
fn another_reader_finds_the_same_in_what_is_written() {
    let rows: Vec<Vec<String>> = [["Name", "=1+1"], ["Zoë’s “Nest”", "07700 900000"], ["two\nlines", "-"]]
        .map(|row| row.map(str::to_owned).to_vec())
        .to_vec();
    let bytes = xlsx(&[Plain { name: "Made up: tests?".to_owned(), rows: rows.clone() }]).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Made up  tests"]);
    let range = book.worksheet_range("Made up  tests").unwrap();
    let found: Vec<Vec<String>> = range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(found, rows);
}
