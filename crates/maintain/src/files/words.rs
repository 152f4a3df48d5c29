//! The files of people's words.

use std::path::Path;

use anyhow::Result;

use super::{TextFile, json_files, one};

/// The files of people's words, each with a subject of its own.
#[derive(Clone, Debug)]
pub struct WordFiles {
    /// What people say for each need.
    pub needs: TextFile,
    /// What they say in danger.
    pub crisis: TextFile,
    /// What only looks like something else.
    pub alike: TextFile,
    /// Classes of words that sayings name.
    pub people: TextFile,
    /// What becomes a filter, and who is looking.
    pub asks: TextFile,
    /// Mistakes, small words, everyday words.
    pub spelling: TextFile,
}

impl WordFiles {
    /// Their names, without `.json`.
    const NAMES: [&str; 6] = ["needs", "crisis", "alike", "people", "asks", "spelling"];

    pub(super) fn read(folder: &Path, strays: &mut Vec<String>) -> Result<Self> {
        for file in json_files(folder, strays)? {
            if !Self::NAMES.contains(&file.stem.as_str()) {
                strays.push(file.path);
            }
        }
        let named = |name| one(&folder.join(name).with_extension("json"));
        let [needs, crisis, alike, people, asks, spelling] = Self::NAMES.map(named);
        Ok(Self { needs: needs?, crisis: crisis?, alike: alike?, people: people?, asks: asks?, spelling: spelling? })
    }

    /// Every one of them.
    pub fn all(&self) -> [&TextFile; 6] {
        [&self.needs, &self.crisis, &self.alike, &self.people, &self.asks, &self.spelling]
    }
}
