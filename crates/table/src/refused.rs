//! Why a file is not read, in a sentence that says what to do.

use std::fmt;

use crate::column::Place;
use crate::limits::{MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_SHEETS};

/// A file that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The name of the file.
    pub name: String,
    why: Why,
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// There is nothing in it.
    Empty,
    /// It is larger than any list.
    TooLarge,
    /// Unpacked it would be far larger than what it seems to be.
    Swollen,
    /// It has more sheets than anybody fills in.
    TooManySheets,
    /// It has more columns than anybody fills in.
    TooManyColumns,
    /// It has more cells than are read.
    TooManyCells,
    /// A cell holds more than a spreadsheet takes.
    CellTooLong(Place),
    /// It is locked with a password.
    Locked,
    /// It is broken, cut off, or not what it says it is.
    Broken,
    /// It asks for what no list needs, as only files do that are made to harm.
    Unsafe,
    /// It is something else; what, and what to do.
    Other(&'static str, &'static str),
}

impl Refused {
    pub(crate) fn new(name: &str, why: Why) -> Self {
        Self { name: name.to_owned(), why }
    }
}

impl std::error::Error for Refused {}

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} was not read: ", self.name)?;
        match self.why {
            Why::Empty => write!(to, "there is nothing in it; ask for the file again"),
            Why::TooLarge => write!(
                to,
                "it is larger than {} MB; send the rows that are needed as a file of their own",
                MOST_BYTES / (1024 * 1024)
            ),
            Why::Swollen => {
                write!(to, "unpacked it is far larger than a list can be; save the sheet as CSV and send that")
            }
            Why::TooManySheets => write!(to, "it has more than {MOST_SHEETS} sheets; send the one that is needed"),
            Why::TooManyColumns => {
                write!(to, "it has more than {MOST_COLUMNS} columns; delete the columns that hold nothing of use")
            }
            Why::TooManyCells => {
                write!(to, "it has more than {MOST_CELLS} cells or too much text; send it in several files")
            }
            Why::CellTooLong(place) => write!(
                to,
                "cell {place} holds more than a spreadsheet can; look there for a quotation mark that is not closed"
            ),
            Why::Locked => write!(to, "it is locked with a password; save it without one, or as CSV"),
            Why::Broken => {
                write!(to, "it is broken or cut off; open it, save it again as .xlsx, .ods or CSV, and send that")
            }
            Why::Unsafe => {
                write!(to, "it holds what no list needs and may be made to do harm; ask the sender how it came about")
            }
            Why::Other(what, how) => write!(to, "it is {what}; {how}"),
        }
    }
}

/// How to save a spreadsheet so that it is read.
const SAVE: &str = "open it, save it as .xlsx, .ods or CSV, and use that";

/// What a file is that is no table of ours, by its first bytes.
pub(crate) fn of_another_kind(bytes: &[u8]) -> Option<Why> {
    if bytes.is_empty() {
        return Some(Why::Empty);
    }
    if bytes.len() > MOST_BYTES {
        return Some(Why::TooLarge);
    }
    let head = bytes.get(..bytes.len().min(2_048)).unwrap_or_default();
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let mut locked = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        locked.truncate(32);
        let is_locked = bytes.windows(locked.len()).any(|part| part == locked);
        return Some(if is_locked { Why::Locked } else { Why::Other("a file of an old Excel or Word", SAVE) });
    }
    let text: String =
        head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).filter(|sign| !sign.is_whitespace()).collect();
    let text = text.trim_start_matches("ï»¿");
    let kinds = [
        ("%pdf", "a PDF", "ask for the spreadsheet that it was made from"),
        ("{\\rtf", "a text document", "copy its table into a spreadsheet, and save that"),
        ("<!doctypehtml", "a web page", SAVE),
        ("<html", "a web page", SAVE),
        ("<?xml", "a page of XML", SAVE),
        ("rar!", "a packed folder", "unpack it, and use the spreadsheet in it"),
        ("7z¼¯'", "a packed folder", "unpack it, and use the spreadsheet in it"),
        ("\u{1f}\u{8b}", "a packed file", "unpack it, and use the spreadsheet in it"),
        ("\u{89}png", "a picture", "ask for the spreadsheet that it was taken of"),
        ("ÿøÿ", "a picture", "ask for the spreadsheet that it was taken of"),
        ("ÿØÿ", "a picture", "ask for the spreadsheet that it was taken of"),
        ("gif8", "a picture", "ask for the spreadsheet that it was taken of"),
    ];
    kinds.iter().find(|(sign, ..)| text.starts_with(sign)).map(|(_, what, how)| Why::Other(what, how))
}

/// What a packed file is that is no spreadsheet of ours, by the names of its
/// parts.
pub(crate) fn packed_otherwise(has: impl Fn(&str) -> bool) -> Why {
    let kinds = [
        ("xl/workbook.bin", "a binary workbook", SAVE),
        ("word/document.xml", "a Word document", "copy its table into a spreadsheet, and save that"),
        ("ppt/presentation.xml", "a presentation", "copy its table into a spreadsheet, and save that"),
        ("index/document.iwa", "a file of Apple Numbers", "choose File, Export To, Excel, and use that"),
        ("index.zip", "a file of Apple Numbers", "choose File, Export To, Excel, and use that"),
        ("content.xml", "a text document", "copy its table into a spreadsheet, and save that"),
    ];
    let kind = kinds.iter().find(|(part, ..)| has(part));
    kind.map_or(Why::Other("a packed folder", "unpack it, and use the spreadsheet in it"), |(_, what, how)| {
        Why::Other(what, how)
    })
}
