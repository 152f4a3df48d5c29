//! How much is read of a file before it is refused. A list of forty partners, or
//! of every school in England, is far below each of these; a file that was made
//! to fill a computer's memory is not.

/// The most bytes of a file. The national register of schools has about half.
pub const MOST_BYTES: usize = 128 * MIB;

/// A megabyte as computers count.
const MIB: usize = 1024 * 1024;

/// The most bytes of a packed spreadsheet.
pub(crate) const MOST_PACKED: usize = 32 * MIB;

/// The most bytes that a packed spreadsheet may hold when it is unpacked: of one
/// part, and of all that are read.
pub(crate) const MOST_UNPACKED: u64 = 96 * MIB as u64;

/// The most parts in a packed spreadsheet.
pub(crate) const MOST_PARTS: usize = 2_000;

/// How many times its packed size a part may have, if it is large. XML of a sheet
/// with much repetition reaches about sixty.
pub(crate) const MOST_RATIO: u64 = 400;

/// A part up to this size is read whatever its ratio.
pub(crate) const SMALL_PART: u64 = 4 * MIB as u64;

/// How deep elements may lie in each other.
pub(crate) const MOST_DEPTH: usize = 200;

/// The most sheets.
pub(crate) const MOST_SHEETS: usize = 200;

/// The most columns. That register has 141.
pub(crate) const MOST_COLUMNS: u16 = 2_000;

/// The most rows; no spreadsheet has more.
pub(crate) const MOST_ROWS: u32 = 1_048_576;

/// The most cells that hold something, in all sheets.
pub(crate) const MOST_CELLS: usize = 2_500_000;

/// The most bytes of text in all cells. A text that many cells share counts in
/// each.
pub(crate) const MOST_TEXT: usize = 160 * MIB;

/// The most bytes in one cell. A spreadsheet takes 32,767 characters, each of at
/// most four bytes.
pub(crate) const MOST_IN_CELL: usize = 4 * 32_767;

/// The most cells to which merged cells spread their text.
pub(crate) const MOST_MERGED: u64 = 200_000;
