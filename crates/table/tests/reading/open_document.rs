//! OpenDocument spreadsheets, element by element.

use table::{Doubt, Form};

use crate::made::{cells, open_document, reading, sheet, told};

fn table(rows: &str) -> Vec<u8> {
    open_document(&format!("<table:table table:name=\"Made up\">{rows}</table:table>"))
}

#[test]
fn a_cell_is_what_people_see_in_it() {
    let sheet = sheet(&table(
        "<table:table-column table:number-columns-repeated=\"16384\"/>\
        <table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
        <table:table-header-rows><table:table-row>\
        <table:table-cell office:value-type=\"string\"><text:p>Hill<text:s text:c=\"2\"/>View</text:p><text:p>below<text:line-break/>that</text:p><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell>\
        <table:table-cell table:number-columns-repeated=\"2\"/>\
        <table:table-cell office:value-type=\"float\" office:value=\"7700900000\"><text:p>07700 900000</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"7700900000\"><text:p>7.7009E+09</text:p></table:table-cell>\
        </table:table-row></table:table-header-rows>\
        <table:table-row>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-09-03\"><text:p>03/09/26</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-05\"><text:p>5 Nov</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-05T09:30:00\"><text:p>x</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAHR</text:p></table:table-cell>\
        <table:table-cell table:formula=\"of:=[.A1]\" office:value-type=\"string\"><text:p>#REF!</text:p></table:table-cell>\
        <table:table-cell table:formula=\"of:=['file:///c:/x.ods'#$S.A1]\" office:value-type=\"string\"><text:p>far</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"currency\" office:value=\"35\"><text:p>£35.00</text:p></table:table-cell>\
        </table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
    ));
    assert_eq!(
        told(&sheet),
        [
            "A4=Hill  View\nbelow\nthat",
            "D4=07700 900000",
            "E4=7700900000",
            "A5=2026-09-03",
            "B5=2026-11-05",
            "C5=2026-11-05 09:30",
            "D5=TRUE",
            "E5=#REF!",
            "F5=far",
            "G5=£35.00",
        ]
    );
    let doubts: Vec<_> = cells(&sheet).into_iter().filter_map(|(place, cell)| Some((place, cell.doubt?))).collect();
    assert_eq!(
        doubts,
        [
            ("E4".to_owned(), Doubt::MayHaveLostZero),
            ("B5".to_owned(), Doubt::MayBeAges),
            ("E5".to_owned(), Doubt::Fault),
            ("F5".to_owned(), Doubt::OtherFile),
        ]
    );
}

#[test]
fn repeated_and_merged_cells_stand_in_each_place() {
    let sheet = sheet(&table(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>\
        <table:table-row><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\" office:value-type=\"string\"><text:p>m</text:p></table:table-cell><table:covered-table-cell/></table:table-row>\
        <table:table-row><table:covered-table-cell table:number-columns-repeated=\"2\"/><table:table-cell office:value-type=\"string\"><text:p>y</text:p></table:table-cell></table:table-row>",
    ));
    assert_eq!(told(&sheet), ["A1=x", "B1=x", "A2=x", "B2=x", "A3=m", "B3=m", "A4=m", "B4=m", "C4=y"]);
}

#[test]
fn old_versions_and_hidden_sheets_are_told_apart_from_what_is_seen() {
    let book = reading(&open_document(
        "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>old</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>\
        <table:table table:name=\"Seen\" table:style-name=\"ta1\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>new</text:p></table:table-cell></table:table-row></table:table>\
        <table:table table:name=\"Lists\" table:style-name=\"ta2\"/>",
    ))
    .unwrap();
    assert_eq!(book.form, Form::OpenDocument);
    let sheets: Vec<_> = book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.is_hidden, told(sheet))).collect();
    assert_eq!(sheets, [("Seen", false, vec!["A1=new".to_owned()]), ("Lists", true, Vec::new())]);
}
