//! Rows of a table as comma-separated values (RFC 4180), safe to open in a
//! spreadsheet.

/// One row with its line end. What a spreadsheet would take for a formula is
/// text there: it stands after an apostrophe.
pub fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let mut row = String::new();
    for (at, cell) in cells.iter().enumerate() {
        let cell = cell.as_ref();
        row.push_str(if at == 0 { "" } else { "," });
        let is_formula = matches!(cell.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
        let mark = if is_formula { "'" } else { "" };
        if is_formula || cell.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
            row.extend(["\"", mark, &cell.replace('"', "\"\""), "\""]);
        } else {
            row.push_str(cell);
        }
    }
    row.push_str("\r\n");
    row
}

#[cfg(test)]
mod tests {
    use super::row;

    fn check(cell: &str, written: &str) {
        assert_eq!(row(&[cell]), format!("{written}\r\n"));
    }

    #[test]
    fn what_has_a_meaning_in_a_file_or_a_spreadsheet_is_text() {
        check("sleep", "sleep");
        check("OCD, habits and tics", "\"OCD, habits and tics\"");
        check("the \"Nest\"", "\"the \"\"Nest\"\"\"");
        check("one\ntwo", "\"one\ntwo\"");
        for formula in ["=1+1", "+44", "-1", "@SUM(A1)", "\tx"] {
            check(formula, &format!("\"'{formula}\""));
        }
        assert_eq!(row(&["a", "", "b"]), "a,,b\r\n");
    }
}
