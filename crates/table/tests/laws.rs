//! What is written is read as it was, whatever stands in it.

use proptest::prelude::*;
use table::{Book, Form, Place, Plain, csv, plain, read, xlsx};

/// Texts as they may stand in a cell, with what has a meaning in files.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[ -~\u{a0}\u{200b}£’“”é\n\r\t]{0,20}",
        "['=+@\\-]{0,3}[a-z0-9,;\"\n]{0,6}",
        "_x[0-9A-F]{4}_",
        "0?[0-9]{9,11}",
    ]
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(text(), 1..5), 1..6)
}

/// What stands where, without what nobody sees.
fn written(rows: &[Vec<String>]) -> Vec<(Place, String)> {
    let mut cells = Vec::new();
    for (row, number) in rows.iter().zip(1..) {
        for (text, column) in row.iter().zip(0..) {
            cells.push((Place { row: number, column: table::Column(column) }, plain(text)));
        }
    }
    cells.retain(|(_, text)| !text.is_empty());
    cells
}

fn found(book: &Book) -> Vec<(Place, String)> {
    let rows = book.sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.flat_map(|row| {
        row.cells.iter().map(|cell| (Place { row: row.number, column: cell.column }, cell.text.clone()))
    })
    .collect()
}

proptest! {
    #[test]
    fn a_workbook_is_read_as_it_was_written(rows in rows()) {
        let bytes = xlsx(&[Plain { name: "Made up".to_owned(), rows: rows.clone() }]).unwrap();
        let book = read(&bytes, "a.xlsx").unwrap();
        prop_assert_eq!(book.form, Form::Excel);
        prop_assert_eq!(found(&book), written(&rows));
    }

    #[test]
    fn a_list_is_read_as_it_was_written(mut rows in rows()) {
        // Every row of a list is as long as its headings.
        rows.iter_mut().for_each(|row| row.resize(7, String::new()));
        rows.insert(0, ["one", "two", "three", "four", "five", "six", "seven"].map(str::to_owned).to_vec());
        let book = read(csv(&rows).as_bytes(), "a.csv").unwrap();
        prop_assert_eq!(found(&book), written(&rows));
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "a.csv");
        let _ = read(&[b"PK\x03\x04", bytes.as_slice()].concat(), "a.xlsx");
    }
}
