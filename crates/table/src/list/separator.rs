//! What stands between the cells of a list.

use std::collections::BTreeMap;

use csv::ReaderBuilder;

/// How many rows are looked at.
const FIRST_ROWS: usize = 30;

/// How much of a list is looked at.
const FIRST_BYTES: usize = 256 * 1024;

/// What stands between the cells of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
    /// `|`
    Bar,
}

impl Separator {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Bar];

    /// Its name, as several of it.
    pub fn told(self) -> &'static str {
        match self {
            Self::Comma => "commas",
            Self::Semicolon => "semicolons",
            Self::Tab => "tabs",
            Self::Bar => "bars",
        }
    }

    pub(super) fn sign(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }

    /// The one of a list, and the list without a line that only says which it is.
    /// Without such a line it is the one that makes most rows equally long.
    pub(super) fn of(text: &str) -> (Self, &str) {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let first = first.trim().trim_matches('"').to_ascii_lowercase();
        if let Some(sign) = first.strip_prefix("sep=") {
            let stated = Self::ALL.into_iter().find(|one| sign.as_bytes() == [one.sign()]);
            // A tab at the end of its line is trimmed away.
            if let Some(one) = stated.or(sign.is_empty().then_some(Self::Tab)) {
                return (one, rest);
            }
        }
        let mut end = text.len().min(FIRST_BYTES);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let head = text.get(..end).unwrap_or(text);
        // Cells with line breaks stand between quotation marks, beside which nothing
        // but the separator stands.
        let most = Self::ALL.into_iter().map(|one| one.beside_marks(head)).max().unwrap_or(0);
        let likely = Self::ALL.into_iter().rev().filter(|one| one.beside_marks(head) * 2 >= most);
        let best = likely.max_by_key(|one| one.evenness(head));
        (best.unwrap_or(Self::Comma), text)
    }

    /// How often it stands beside a quotation mark.
    fn beside_marks(self, head: &str) -> usize {
        let is_beside = |pair: &&[u8]| matches!(pair, [b'"', sign] | [sign, b'"'] if *sign == self.sign());
        head.as_bytes().windows(2).filter(is_beside).count()
    }

    /// How many rows are of one length, and how long: many rows alike tell more
    /// than one long one.
    fn evenness(self, head: &str) -> usize {
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.sign()).from_reader(head.as_bytes());
        let mut lengths = BTreeMap::new();
        for record in reader.records().take(FIRST_ROWS).flatten() {
            *lengths.entry(record.len()).or_insert(0) += 1;
        }
        lengths
            .into_iter()
            .map(|(length, times): (usize, usize)| length.saturating_sub(1) * times * times)
            .max()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_is_what_makes_rows_equally_long() {
        let check = |text: &str, expected| assert_eq!(Separator::of(text).0, expected, "{text}");
        check("a,b\n1,2\n", Separator::Comma);
        check("name;cost\nHill, View, and more;5,00\nNest, The;6,50\n", Separator::Semicolon);
        check("name\tneeds\nNest\ta; b; c\n", Separator::Tab);
        check("name|needs\nNest|a\n", Separator::Bar);
        check("\"one; two; three\",b\n\"four; five; six\",d\n", Separator::Comma);
        check("a,b,c\nx,\"1;2\n3;4\n5;6\n7;8\",y\n", Separator::Comma);
        check("one cell\nanother\n", Separator::Comma);
        check("SEP=;\na,b;c,d\n", Separator::Semicolon);
        check("", Separator::Comma);
    }
}
