//! How commands are spelt for whoever reads them. They are written as they are
//! for `cargo maintain`; whoever has the other program is told its own.

use std::path::Path;

/// How the commands are written everywhere in this crate.
const WRITTEN: &str = "cargo maintain ";

/// Which program is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// `cargo maintain check`
    Cargo,
    /// `waymark check our-data`: the program, and the folder that comes after
    /// each command.
    Named(String, String),
}

impl Spelling {
    /// That of a program whose commands are followed by the folder of the data.
    pub fn of(program: &str, data: &Path) -> Self {
        Self::Named(program.to_owned(), data.display().to_string())
    }

    /// A text with the commands in it as this program has them.
    pub fn spell(&self, text: &str) -> String {
        let Self::Named(program, data) = self else { return text.to_owned() };
        let mut pieces = text.split(WRITTEN);
        let mut spelt = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '-')).unwrap_or(piece.len());
            let (command, rest) = piece.split_at(end);
            spelt += &format!("{program} {command} {data}{rest}");
        }
        spelt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_the_other_program_is_told_its_commands() {
        let text = "Now run: cargo maintain check\nOr `cargo maintain merge a.xlsx`, as `cargo` does.";
        let spelling = Spelling::of("waymark", Path::new("our-data"));
        let expected = "Now run: waymark check our-data\nOr `waymark merge our-data a.xlsx`, as `cargo` does.";
        assert_eq!(spelling.spell(text), expected);
        assert_eq!(Spelling::Cargo.spell(text), text);
    }
}
