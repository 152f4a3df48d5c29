//! All reading and writing of files.
//!
//! A folder of data is read as texts, in the order of their names. What is no
//! text at all is kept as such, so that it becomes a finding with its name.

mod given;
mod unfinished;
mod words;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Serialize;

pub use given::{lines, opened, table};
pub use unfinished::Unfinished;
pub use words::WordFiles;

/// One file of the data.
#[derive(Clone, Debug)]
pub struct TextFile {
    /// Its path, as people see it in findings.
    pub path: String,
    /// Its name without `.json`.
    pub stem: String,
    /// What stands in it. `None`: it is not there, or is no UTF-8 text.
    pub text: Option<String>,
    /// Whether it is not there.
    pub is_missing: bool,
}

/// The name of the file of the history.
pub const HISTORY: &str = "history.jsonl";

/// A folder of data, as it stands on disk.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Who publishes, and where.
    pub site: TextFile,
    /// The one place of crisis numbers.
    pub crisis: TextFile,
    /// People's words.
    pub words: WordFiles,
    /// The schools, if the publisher has a register of them.
    pub schools: TextFile,
    /// Who answers for them, if the publisher collects that.
    pub contacts: TextFile,
    /// The words that are explained. It may be missing.
    pub glossary: TextFile,
    /// Published pages to read at home. It may be missing.
    pub self_help: TextFile,
    /// Our own words on leaflets. It may be missing.
    pub leaflets: TextFile,
    /// The entries, in the order of their names.
    pub listings: Vec<TextFile>,
    /// Private notes. They are read to be checked, and never published.
    pub editor: Vec<TextFile>,
    /// What has changed, one change a line.
    pub history: TextFile,
    /// Files beside the entries, notes or words that no command reads.
    pub strays: Vec<String>,
}

/// The folder that a command was given, if it is there.
pub fn existing(folder: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(folder);
    if path.is_dir() {
        return Ok(path);
    }
    Err(if path.exists() { "that is a file, and no folder" } else { "there is no such folder" }.to_owned())
}

impl Folder {
    /// Reads a folder of data; a file that is missing is read as such.
    pub fn read(data: &Path) -> Result<Self> {
        let mut strays = Vec::new();
        let listings = json_files(&data.join("listings"), &mut strays)?;
        let editor = json_files(&data.join("editor"), &mut strays)?;
        let rest = Self::without_entries(data)?;
        strays.extend(rest.strays);
        Ok(Self { listings, editor, strays, ..rest })
    }

    /// The same without the entries and the notes on them, of which there may be
    /// more than the memory holds.
    pub fn without_entries(data: &Path) -> Result<Self> {
        let mut strays = Vec::new();
        let (listings, editor) = (Vec::new(), Vec::new());
        Ok(Self {
            site: one(&data.join("site.json"))?,
            crisis: one(&data.join("crisis.json"))?,
            words: WordFiles::read(&data.join("words"), &mut strays)?,
            schools: one(&data.join("schools.json"))?,
            contacts: one(&data.join("contacts.json"))?,
            history: one(&data.join(HISTORY))?,
            glossary: one(&data.join("glossary.json"))?,
            self_help: one(&data.join("self-help.json"))?,
            leaflets: one(&data.join("leaflets.json"))?,
            listings,
            editor,
            strays,
        })
    }

    /// Puts a file of it, or a new one of its listings, in the place of what was
    /// there; takes a listing out that is there no longer.
    pub fn put(&mut self, file: &TextFile) {
        let words = &mut self.words;
        let words = [
            &mut words.needs,
            &mut words.crisis,
            &mut words.alike,
            &mut words.people,
            &mut words.asks,
            &mut words.spelling,
        ];
        let apart = [&mut self.site, &mut self.crisis, &mut self.schools, &mut self.contacts, &mut self.history];
        let told = [&mut self.glossary, &mut self.self_help, &mut self.leaflets];
        let mut apart = apart.into_iter().chain(told).chain(words);
        if let Some(known) = apart.find(|one| one.path == file.path) {
            return file.clone_into(known);
        }
        // Both lists are in the order of their names.
        let list = if file.is_under("editor") { &mut self.editor } else { &mut self.listings };
        match (list.binary_search_by(|one| one.path.as_str().cmp(&file.path)), file.is_missing) {
            (Ok(known), true) => drop(list.remove(known)),
            (Ok(known), false) => list.get_mut(known).into_iter().for_each(|known| file.clone_into(known)),
            (Err(_), true) => {}
            (Err(place), false) => list.insert(place, file.clone()),
        }
    }

    /// What stands in a file of it. `None`: it is not there, or is no text.
    pub fn text_of(&self, path: &str) -> Option<&str> {
        // Of a hundred thousand entries each is asked for.
        if let Ok(at) = self.listings.binary_search_by(|one| one.path.as_str().cmp(path)) {
            return self.listings.get(at).and_then(|file| file.text.as_deref());
        }
        let mut all = self.public().chain([&self.history]).chain(&self.editor);
        all.find(|file| file.path == path).and_then(|file| file.text.as_deref())
    }

    /// Every file of it that may be published.
    pub fn public(&self) -> impl Iterator<Item = &TextFile> {
        let apart = [&self.site, &self.crisis, &self.schools, &self.contacts];
        let told = [&self.glossary, &self.self_help, &self.leaflets];
        apart.into_iter().chain(told).chain(self.words.all()).chain(&self.listings)
    }
}

impl TextFile {
    /// Whether the folder that it lies in has this name.
    fn is_under(&self, folder: &str) -> bool {
        Path::new(&self.path).parent().and_then(Path::file_name) == Some(OsStr::new(folder))
    }
}

/// Writes a whole file or leaves the old one as it was; makes its folders.
pub fn write(path: &Path, text: &(impl AsRef<[u8]> + ?Sized)) -> Result<()> {
    let cannot = || format!("cannot write {}", path.display());
    let Some(name) = path.file_name().and_then(OsStr::to_str) else {
        bail!("{} names no file; name the file to write with --out", path.display());
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).with_context(cannot)?;
    let unfinished = folder.join(format!(".{name}.{}", std::process::id()));
    fs::write(&unfinished, text).and_then(|()| fs::rename(&unfinished, path)).with_context(cannot).inspect_err(|_| {
        // What is left over is of no use; that it cannot go changes nothing.
        fs::remove_file(&unfinished).ok();
    })
}

/// The names of what lies in a folder; none if there is no such folder.
pub fn names(folder: &Path) -> Result<BTreeSet<String>> {
    let cannot = || format!("cannot read the folder {}", folder.display());
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries.with_context(cannot)?,
    };
    entries.map(|entry| Ok(entry.with_context(cannot)?.file_name().to_string_lossy().into_owned())).collect()
}

/// Takes a file away.
pub fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot take away {}", path.display()))
}

/// The paths of all entries of a folder of data, in the order of their names.
pub fn entries(data: &Path) -> Result<Vec<PathBuf>> {
    json_paths(&data.join("listings"), &mut Vec::new())
}

/// One file, whether or not it is there.
pub fn text_file(path: &Path) -> Result<TextFile> {
    one(path)
}

/// What stands in a file. `None`: it is not there, or is no UTF-8 text.
pub fn text_at(path: &Path) -> Result<Option<String>> {
    Ok(one(path)?.text)
}

/// A record as its file has it.
pub fn pretty(record: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string_pretty(record).context("a record could not be written")? + "\n")
}

fn json_files(folder: &Path, strays: &mut Vec<String>) -> Result<Vec<TextFile>> {
    json_paths(folder, strays)?.iter().map(|path| one(path)).collect()
}

fn json_paths(folder: &Path, strays: &mut Vec<String>) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let cannot = || format!("cannot read the folder {}", folder.display());
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        if path.is_file() && path.extension() == Some(OsStr::new("json")) {
            paths.push(path);
        } else {
            strays.push(path.display().to_string());
        }
    }
    paths.sort();
    strays.sort();
    Ok(paths)
}

fn one(path: &Path) -> Result<TextFile> {
    let (text, is_missing) = match fs::read(path) {
        Ok(bytes) => (String::from_utf8(bytes).ok(), false),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => (None, true),
        Err(why) => return Err(why).with_context(|| format!("cannot read {}", path.display())),
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(TextFile { path: path.display().to_string(), stem, text, is_missing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_no_folder_of_data() {
        assert!(existing("/no/such/folder").is_err());
        assert!(existing(env!("CARGO_MANIFEST_DIR")).is_ok());
    }

    #[test]
    fn writing_makes_the_folders_and_leaves_nothing_else() -> Result<()> {
        let root = std::env::temp_dir().join(format!("waymark-files-{}", std::process::id()));
        let path = root.join("a/b/directory.json");
        write(&path, "one")?;
        write(&path, "two")?;
        assert_eq!(fs::read_to_string(&path)?, "two");
        assert_eq!(fs::read_dir(root.join("a/b"))?.count(), 1);
        Ok(fs::remove_dir_all(root)?)
    }
}
