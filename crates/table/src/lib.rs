//! Tables as people keep them: a spreadsheet or a list, from bytes to cells, and
//! from cells to bytes. It knows no field of an entry, no file and no clock.
//!
//! What comes in was filled in by hand and sent by mail, so it may be anything.
//! It is read within limits that are written down once, in [`limits`], and what
//! cannot be read is refused with a sentence that says what to do.

mod book;
mod column;
mod doubt;
mod excel;
mod grid;
mod headings;
mod limits;
mod list;
mod number;
mod open_document;
mod package;
mod refused;
mod returned;
pub mod template;
#[cfg(feature = "stream")]
mod stream;
mod text;
mod write;
mod xml;

pub use book::{Book, Cell, Form, Row, Sheet};
pub use column::{Column, Place};
pub use doubt::Doubt;
pub use headings::{Heading, Headings, MOST_ABOVE};
pub use limits::MOST_BYTES;
pub use list::Separator;
pub use refused::Refused;
pub use returned::returned;
#[cfg(feature = "stream")]
pub use stream::Stream;
pub use text::{alike, plain};
pub use write::{Plain, csv, csv_row, xlsx};

use package::Package;

/// Reads a table from the bytes of its file. The name is used in words alone:
/// what a file is, is told from what stands in it.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, Refused> {
    book(bytes).map_err(|why| Refused::new(name, why))
}

/// Reads a table row by row, with the place of its sheet, and tells how it was
/// written. A list that is read so may have any number of rows: none is kept.
pub fn each_row(bytes: &[u8], name: &str, mut take: impl FnMut(usize, Row)) -> Result<Form, Refused> {
    if is_list(bytes) {
        let mut take = |row| {
            take(0, row);
            Ok(())
        };
        let read = refused::of_another_kind(bytes).map_or_else(|| list::each(bytes, &mut take), Err);
        return read.map_err(|why| Refused::new(name, why));
    }
    let book = read(bytes, name)?;
    for (at, sheet) in book.sheets.into_iter().enumerate() {
        sheet.rows.into_iter().for_each(|row| take(at, row));
    }
    Ok(book.form)
}

fn is_list(bytes: &[u8]) -> bool {
    !bytes.starts_with(package::SIGN)
}

fn book(bytes: &[u8]) -> Result<Book, refused::Why> {
    if let Some(why) = refused::of_another_kind(bytes) {
        return Err(why);
    }
    if is_list(bytes) {
        return list::read(bytes);
    }
    let package = Package::open(bytes)?;
    if package.has(open_document::CONTENT) { open_document::read(package) } else { excel::read(package) }
}
