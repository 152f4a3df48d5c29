//! Another edition of a built site: the same folder on a later day, with other
//! words or another number, and the list of files that goes with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::server::Pages;

const NOTICE: &str = "copy.json";

/// Every file of a built site.
pub struct Edition {
    files: BTreeMap<String, Vec<u8>>,
}

impl Edition {
    /// The site as it was built.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        walk(folder, "", &mut files)?;
        Ok(Self { files })
    }

    /// The same with other words, in every file that holds them.
    #[must_use]
    pub fn saying(mut self, words: &str, instead: &str) -> Self {
        for (name, bytes) in &mut self.files {
            let is_text = [".html", ".json"].iter().any(|end| name.ends_with(end)) && name != NOTICE;
            if let (true, Ok(text)) = (is_text, std::str::from_utf8(bytes)) {
                *bytes = text.replace(words, instead).into_bytes();
            }
        }
        self
    }

    /// The same with another value in the notice: `made`, `old_from`.
    ///
    /// # Errors
    /// When the site has no notice.
    pub fn noting(mut self, key: &str, value: Value) -> Result<Self> {
        let mut notice = self.notice()?;
        notice[key] = value;
        self.files.insert(NOTICE.to_owned(), notice.to_string().into_bytes());
        Ok(self)
    }

    /// What the notice says.
    ///
    /// # Errors
    /// When the site has none.
    pub fn notice(&self) -> Result<Value> {
        Ok(serde_json::from_slice(self.files.get(NOTICE).context("no copy.json")?)?)
    }

    /// The names of all files, each with what the list says of it.
    ///
    /// # Errors
    /// When the site has no list.
    pub fn list(&self) -> Result<BTreeMap<String, String>> {
        Ok(serde_json::from_slice(self.files.get(&self.list_name()?).context("no list of files")?)?)
    }

    /// What the list ought to say of a file.
    #[must_use]
    pub fn name_of(&self, file: &str) -> Option<String> {
        let bytes = self.files.get(file)?;
        let text = std::str::from_utf8(bytes).ok().filter(|_| file.ends_with(".html"));
        let text = text.map(|text| without(&without(text, " data-made=\"", "\""), "This page was made on ", "."));
        let digest = Sha256::digest(text.map_or_else(|| bytes.clone(), String::into_bytes));
        Some(digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect())
    }

    /// The names of all files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// To be served, with a list that is right for what it holds now.
    ///
    /// # Errors
    /// When the site has no list.
    pub fn pages(mut self) -> Result<Pages> {
        let before = self.list_name()?;
        let named = |file: String| Some((file.clone(), self.name_of(&file)?));
        let list: BTreeMap<_, _> = self.list()?.into_keys().filter_map(named).collect();
        self.files.remove(&before);
        self.files.insert("list".to_owned(), serde_json::to_vec(&list)?);
        let build = self.name_of("list").context("no list")?;
        let bytes = self.files.remove("list").context("no list")?;
        self.files.insert(format!("copy-{build}.json"), bytes);
        let edition = self.noting("build", json!(build))?;
        Ok(Pages::Memory(edition.files))
    }

    fn list_name(&self) -> Result<String> {
        Ok(format!("copy-{}.json", self.notice()?["build"].as_str().context("no build")?))
    }
}

fn without(text: &str, before: &str, after: &str) -> String {
    let Some((start, rest)) = text.split_once(before) else { return text.to_owned() };
    rest.split_once(after).map_or_else(|| text.to_owned(), |(_, end)| format!("{start}{end}"))
}

fn walk(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(())
}
