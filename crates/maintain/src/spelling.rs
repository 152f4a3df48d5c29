//! How commands are spelt for whoever reads them. They are written as they are
//! for `cargo maintain` over the folder `data`; whoever has the other program, or
//! another folder, is told what to type.

use std::path::Path;

/// How the commands are written everywhere in this crate.
const WRITTEN: &str = "cargo maintain ";

/// How the build of a site is written.
const BUILD: &str = "cargo xtask build";

/// The folder that `cargo maintain` takes by itself.
const USUAL: &str = "data";

/// Which program is spoken of, and of which folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// What stands before a command: `waymark `.
    program: String,
    /// What stands behind it: ` our-data`.
    folder: String,
    /// How the site is built.
    build: String,
}

impl Spelling {
    /// That of `cargo maintain` over a folder.
    pub fn cargo(data: &Path) -> Self {
        let folder = if data == Path::new(USUAL) { String::new() } else { format!(" --data {}", typed(data)) };
        Self { program: WRITTEN.to_owned(), build: format!("{BUILD}{folder}"), folder }
    }

    /// That of a program whose commands are followed by the folder.
    pub fn of(program: &str, data: &Path) -> Self {
        let folder = format!(" {}", typed(data));
        Self { program: format!("{program} "), build: format!("{program} build{folder} SITE"), folder }
    }

    /// Whether a text stays as it is written.
    pub fn is_as_written(&self) -> bool {
        self.program == WRITTEN && self.folder.is_empty()
    }

    /// A text with the commands in it as they are to be typed.
    pub fn spell(&self, text: &str) -> String {
        let text = text.replace(BUILD, &self.build);
        let mut pieces = text.split(WRITTEN);
        let mut spelt = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '-')).unwrap_or(piece.len());
            let (command, rest) = piece.split_at(end);
            spelt += &[self.program.as_str(), command, self.folder.as_str(), rest].concat();
        }
        spelt
    }
}

/// A path as it can be typed again.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-:\\".contains(letter);
    if path.chars().all(is_plain) { path } else { format!("\"{path}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Now run: cargo maintain check\nOr `cargo maintain merge a.xlsx`, as `cargo` does; cargo xtask build";

    #[test]
    fn whoever_has_the_other_program_is_told_its_commands() {
        let spelling = Spelling::of("waymark", Path::new("our data"));
        let expected = "Now run: waymark check \"our data\"\nOr `waymark merge \"our data\" a.xlsx`, as `cargo` does; \
            waymark build \"our data\" SITE";
        assert_eq!(spelling.spell(TEXT), expected);
    }

    #[test]
    fn whoever_has_another_folder_is_told_it_too() {
        let usual = Spelling::cargo(Path::new("data"));
        assert!(usual.is_as_written() && usual.spell(TEXT) == TEXT);
        let expected = "Now run: cargo maintain check --data ours\nOr `cargo maintain merge --data ours a.xlsx`, as \
            `cargo` does; cargo xtask build --data ours";
        assert_eq!(Spelling::cargo(Path::new("ours")).spell(TEXT), expected);
    }
}
