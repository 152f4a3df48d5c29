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
mod text;
mod write;
mod xml;

pub use book::{Book, Cell, Form, Row, Sheet};
pub use column::{Column, Place};
pub use doubt::Doubt;
pub use headings::{Heading, Headings};
pub use limits::MOST_BYTES;
pub use list::Separator;
pub use refused::Refused;
pub use text::{alike, plain};
pub use write::{Plain, csv, csv_row, xlsx};

use package::Package;

/// Reads a table from the bytes of its file. The name is used in words alone:
/// what a file is, is told from what stands in it.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, Refused> {
    let refused = |why| Refused::new(name, why);
    refused::of_another_kind(bytes).map_or(Ok(()), Err).map_err(refused)?;
    if !bytes.starts_with(package::SIGN) {
        return list::read(bytes).map_err(refused);
    }
    let package = Package::open(bytes).map_err(refused)?;
    if package.has(open_document::CONTENT) {
        open_document::read(package).map_err(refused)
    } else {
        excel::read(package).map_err(refused)
    }
}
