//! Findings: what is wrong with the data, in words, with file and field.
//!
//! A finding is data and is collected; one bad entry never hides the rest.

use std::fmt::{self, Display};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It must be mended before anything is published.
    Error,
    /// It should be looked at; findings that depend on the date are warnings.
    Warning,
    /// It would be better otherwise.
    Advice,
}

impl Level {
    /// The word in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One thing that is wrong: where, what was found, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// The file, or the place of an entry in a bundle.
    pub file: String,
    /// The field, as the file spells it; empty for the file as a whole.
    pub field: String,
    /// What was found there, cut to 80 characters.
    pub found: String,
    /// What to write instead.
    pub write: String,
}

/// Findings as they are collected for one file.
#[derive(Debug, Default)]
pub struct Findings {
    file: String,
    all: Vec<Finding>,
}

impl Findings {
    /// None yet, for the file of this name.
    pub fn of_file(file: impl Into<String>) -> Self {
        Self { file: file.into(), all: Vec::new() }
    }

    /// Adds one at a level.
    pub fn add(&mut self, level: Level, field: &str, found: impl Display, write: impl Display) {
        let (found, write) = (spelt(found, 80), spelt(write, usize::MAX));
        self.all.push(Finding { level, file: self.file.clone(), field: field.to_owned(), found, write });
    }

    /// Adds an error.
    pub fn error(&mut self, field: &str, found: impl Display, write: impl Display) {
        self.add(Level::Error, field, found, write);
    }

    /// Those collected so far.
    pub fn list(&self) -> &[Finding] {
        &self.all
    }

    /// Those collected.
    pub fn into_vec(self) -> Vec<Finding> {
        self.all
    }
}

/// Words with commas between them, put together only where they are shown.
pub(crate) fn listed<T: AsRef<str>>(words: &[T]) -> impl Display {
    fmt::from_fn(move |f| {
        words.iter().enumerate().try_for_each(|(at, word)| {
            f.write_str(if at == 0 { "" } else { ", " })?;
            f.write_str(word.as_ref())
        })
    })
}

/// What a finding says, cut to so many characters. The app only asks whether
/// there is an error: its wasm has none of these words, and puts none together.
fn spelt(words: impl Display, most: usize) -> String {
    if cfg!(target_family = "wasm") { String::new() } else { cut(&words.to_string(), most) }
}

/// The first so many characters of a text, with `…` where it was cut.
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => [text.get(..end).unwrap_or(""), "…"].concat(),
        None => text.to_owned(),
    }
}
