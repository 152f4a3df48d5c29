//! Spreadsheets put together by hand, part by part.

use std::io::{Cursor, Write};

use table::{Book, Cell, Place, Refused, Sheet, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package of parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with one sheet: what stands in the sheet, the shared texts, the
/// formats of its styles.
pub fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let root = format!("<Relationships>{}</Relationships>", relation("r1", "officeDocument", "xl/workbook.xml"));
    let all = relation("r1", "worksheet", "worksheets/sheet1.xml")
        + &relation("r2", "sharedStrings", "sharedStrings.xml")
        + &relation("r3", "styles", "styles.xml");
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &root),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Made up\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        ("xl/_rels/workbook.xml.rels", &format!("<Relationships>{all}</Relationships>")),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/styles.xml", &format!("<styleSheet>{styles}</styleSheet>")),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

/// A workbook with rows alone.
pub fn rows(rows: &str) -> Vec<u8> {
    workbook(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), "", "")
}

/// An OpenDocument spreadsheet of what stands in its tables.
pub fn open_document(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

/// What is read of a file.
pub fn reading(bytes: &[u8]) -> Result<Book, Refused> {
    read(bytes, "made-up.xlsx")
}

/// The one sheet of a file.
pub fn sheet(bytes: &[u8]) -> Sheet {
    let mut book = reading(bytes).unwrap();
    assert_eq!(book.sheets.len(), 1);
    book.sheets.remove(0)
}

/// Every cell with its place, in order.
pub fn cells(sheet: &Sheet) -> Vec<(String, Cell)> {
    let rows = sheet.rows.iter();
    let placed = rows.flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell.clone())));
    placed.map(|(row, cell)| (Place { row, column: cell.column }.to_string(), cell)).collect()
}

/// Every cell as `D7=text`.
pub fn told(sheet: &Sheet) -> Vec<String> {
    cells(sheet).into_iter().map(|(place, cell)| format!("{place}={}", cell.text)).collect()
}
