//! Files that were made to do harm, are broken, or are something else. Each is
//! refused with a sentence that says what to do.

use table::read;

use crate::made::{open_document, package, rows, sheet, told, workbook};

fn refused(bytes: &[u8], why: &str) {
    let said = read(bytes, "made-up.xlsx").map(|book| book.sheets.len()).unwrap_err().to_string();
    assert!(said.starts_with("made-up.xlsx was not read: ") && said.contains(why) && said.contains("; "), "{said}");
}

#[test]
fn a_file_that_swells_when_it_is_unpacked_is_refused() {
    let zeros = " ".repeat(120 * 1024 * 1024);
    refused(&rows(&zeros), "unpacked it is far larger");
    let many: Vec<String> = (0..2_100).map(|at| format!("xl/{at}.xml")).collect();
    let parts: Vec<_> = many.iter().map(|name| (name.as_str(), "x")).collect();
    refused(&package(&parts), "unpacked it is far larger");
}

#[test]
fn a_part_that_is_larger_than_it_says_is_refused() {
    let mut bytes = rows(&" ".repeat(20 * 1024 * 1024));
    // The length that the list of parts and the part itself state is made small.
    let true_length = 20 * 1024 * 1024 + "<worksheet><sheetData></sheetData></worksheet>".len();
    let stated = u32::try_from(true_length).unwrap().to_le_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(4).position(|part| part == stated) {
        at += found;
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(at > 0);
    let said = read(&bytes, "a.xlsx").unwrap_err().to_string();
    assert!(said.contains("far larger") || said.contains("broken"), "{said}");
}

#[test]
fn definitions_and_endless_depth_are_refused() {
    let laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    refused(&workbook(laughs, "", ""), "may be made to do harm");
    refused(&rows("<row><c t=\"str\"><v>&b;</v></c></row>"), "may be made to do harm");
    let outside = "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>";
    refused(&workbook(outside, "", ""), "may be made to do harm");
    refused(&rows(&"<row>".repeat(100_000)), "may be made to do harm");
    refused(&open_document(&"<table:table>".repeat(10_000)), "may be made to do harm");
}

#[test]
fn what_a_file_claims_of_itself_is_not_believed() {
    let sheet = sheet(&workbook(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1048576\"><c r=\"A1048576\" t=\"s\"><v>0</v></c><c r=\"B1048576\" t=\"s\"><v>99999999999999999999</v></c><c r=\"ZZZZZZZZZZ9\" t=\"s\" s=\"99999999999\"><v>0</v></c></row></sheetData></worksheet>",
        "<si><t>Hill</t></si>",
        "",
    ));
    assert_eq!(told(&sheet), ["A1048576=Hill", "C1048576=Hill"]);
    let counted = workbook("<worksheet/>", "", "");
    assert!(read(&counted, "a").is_ok());
}

#[test]
fn more_than_anybody_fills_in_is_refused() {
    let far = "<row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>x</v></c></row>";
    refused(&rows(far), "more than 2000 columns");
    let repeated = "<table:table><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    refused(&open_document(repeated), "more than 2500000 cells");
    let endless = "<table:table><table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"4294967295\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    refused(&open_document(endless), "more than 2000 columns");
    let merged = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>x</v></c></row><row r=\"1000000\"><c r=\"SZ1000000\" t=\"str\"><v>x</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    refused(&workbook(merged, "", ""), "more than 2500000 cells");
    refused(",".repeat(3_000).as_bytes(), "more than 2000 columns");
    let wide = "a,".repeat(1_000_000);
    refused(wide.as_bytes(), "more than 2000 columns");
    let sheets: String = (0..300).map(|at| format!("<table:table table:name=\"{at}\"/>")).collect();
    refused(&open_document(&sheets), "more than 200 sheets");
}

#[test]
fn a_text_that_many_cells_share_counts_in_each() {
    let shared = format!("<si><t>{}</t></si>", "x".repeat(100_000));
    let cells: String = (1..3_000).map(|row| format!("<row><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>")).collect();
    refused(&workbook(&format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"), &shared, ""), "too much text");
}

#[test]
fn a_line_without_end_is_refused() {
    refused(&b"a".repeat(130 * 1024 * 1024), "larger than 128 MB");
    refused(&b"a".repeat(8 * 1024 * 1024), "cell A1 holds more than a spreadsheet can");
    let open = format!("name,phone\nNest,\"07700 900000\n{}", "x,y\n".repeat(100_000));
    refused(open.as_bytes(), "cell B2 holds more than a spreadsheet can; look there for a quotation mark");
    refused(&rows(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(200_000))), "cell A1 holds more");
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused_or_read() {
    for whole in [
        rows("<row><c t=\"str\"><v>Hill</v></c></row>"),
        open_document(
            "<table:table><table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
        ),
    ] {
        for length in 4..whole.len() {
            assert!(read(&whole[..length], "a").is_err(), "{length}");
        }
    }
    for text in ["<row><c t=\"str\"><v>x", "<row></sheetData>", "<row", "<row><c t=\"s\"><v>x</c></row>"] {
        refused(&rows(text), "broken or cut off");
    }
    refused(&open_document("<table:table><table:table-row><table:table-cell>"), "broken or cut off");
}

#[test]
fn a_locked_file_is_refused_with_what_to_do() {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    refused(&package(&[("META-INF/manifest.xml", manifest), ("content.xml", "x")]), "save it without one");
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    refused(&locked, "locked with a password");
}

#[test]
fn what_is_no_spreadsheet_is_named_with_how_to_save_it() {
    refused(b"", "nothing in it");
    refused(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook",
        "old Excel or Word; open it, save it as .xlsx, .ods or CSV",
    );
    refused(b"%PDF-1.7", "a PDF");
    refused(b"  <html><table>", "a web page");
    refused(b"<!DOCTYPE html><table>", "a web page");
    refused("\u{feff}<?xml version=\"1.0\"?><Workbook/>".as_bytes(), "a page of XML");
    refused(b"{\\rtf1", "a text document");
    refused(b"\x89PNG\r\n\x1a\n", "a picture");
    refused(b"\xff\xd8\xff\xe0", "a picture");
    refused(&package(&[("word/document.xml", "<x/>")]), "a Word document");
    refused(&package(&[("xl/workbook.bin", "x")]), "a binary workbook");
    refused(&package(&[("Index/Document.iwa", "x")]), "Apple Numbers; choose File, Export To, Excel");
    refused(&package(&[("notes.txt", "x")]), "a packed folder; unpack it");
    refused(
        &package(&[(
            "content.xml",
            "<office:document-content><office:body><office:text/></office:body></office:document-content>",
        )]),
        "a text document",
    );
}

#[test]
fn a_path_in_a_package_leads_nowhere() {
    let relations = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"../../../../etc/passwd.xml\"/></Relationships>";
    refused(&package(&[("_rels/.rels", relations), ("../../etc/passwd", "root"), ("C:\\x", "x")]), "a packed folder");
}
