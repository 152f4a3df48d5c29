//! The weight of each file, and of files together.

use std::fmt;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};
use serde_json::json;

/// What one file weighs, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weight {
    /// Its path in the site, with `/`.
    pub(crate) name: String,
    pub(crate) raw: u64,
    /// At quality 11, with the largest window that browsers accept.
    pub(crate) brotli: u64,
}

/// Files of one kind in one folder, as one line.
pub(crate) struct Group {
    name: String,
    count: usize,
    total: Weight,
    largest: Weight,
}

/// Weighs every file of a folder, in order of name.
pub(crate) fn folder(dist: &Path) -> Result<Vec<Weight>> {
    let mut names = Vec::new();
    list(dist, "", &mut names)?;
    let weights = Mutex::new(Vec::with_capacity(names.len()));
    let next = AtomicUsize::new(0);
    // Brotli at its best works a second on a megabyte: one file per core.
    thread::scope(|scope| {
        for _ in 0..crate::progress::cores() {
            scope.spawn(|| {
                while let Some(name) = names.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let weight = weigh(dist, name);
                    if let Ok(mut weights) = weights.lock() {
                        weights.push(weight);
                    }
                }
            });
        }
    });
    let weights = weights.into_inner().unwrap_or_else(|broken| broken.into_inner());
    let mut weights = weights.into_iter().collect::<Result<Vec<_>>>()?;
    weights.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(weights)
}

/// All of them as one.
pub(crate) fn total(files: &[Weight]) -> Weight {
    Weight {
        name: "total".to_owned(),
        raw: files.iter().map(|file| file.raw).sum(),
        brotli: files.iter().map(|file| file.brotli).sum(),
    }
}

/// One line for each file of the site's own folder that is no page, and one
/// for the pages of each folder: they are many and much alike.
pub(crate) fn groups(files: &[Weight]) -> Vec<Group> {
    let mut groups: Vec<(String, Vec<Weight>)> = Vec::new();
    for file in files {
        let key = match (file.name.rsplit_once('/'), file.name.rsplit_once('.')) {
            (Some((folder, _)), Some((_, end))) => format!("{folder}/*.{end}"),
            (None, Some((_, "html"))) => "*.html".to_owned(),
            _ => file.name.clone(),
        };
        match groups.iter_mut().find(|(name, _)| *name == key) {
            Some((_, group)) => group.push(file.clone()),
            None => groups.push((key, vec![file.clone()])),
        }
    }
    let mut groups: Vec<_> = groups.iter().map(|(name, files)| Group::all(name, files)).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.total.brotli));
    groups
}

impl Weight {
    /// As a script reads it.
    pub(crate) fn json(&self) -> serde_json::Value {
        json!({ "name": self.name, "raw": self.raw, "brotli": self.brotli })
    }
}

impl Group {
    /// A line for all of `files`.
    pub(crate) fn all(name: &str, files: &[Weight]) -> Self {
        let none = total(&[]);
        Self {
            name: name.to_owned(),
            count: files.len(),
            total: total(files),
            largest: files.iter().max_by_key(|file| file.brotli).unwrap_or(&none).clone(),
        }
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:>10} {:>10}  {}", self.raw, self.brotli, self.name)
    }
}

impl fmt::Display for Group {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count == 1 {
            return self.largest.fmt(out);
        }
        let Self { name, count, total, largest } = self;
        write!(
            out,
            "{:>10} {:>10}  {name}: {count} files, largest {} ({})",
            total.raw, total.brotli, largest.name, largest.brotli
        )
    }
}

fn list(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

fn weigh(dist: &Path, name: &str) -> Result<Weight> {
    let path = dist.join(name);
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Weight { name: name.to_owned(), raw: bytes.len() as u64, brotli: compressed(&bytes)?.len() as u64 })
}

/// As a careful host sends it: at quality 11.
pub(crate) fn compressed(bytes: &[u8]) -> Result<Vec<u8>> {
    let settings =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, brotli: u64) -> Weight {
        Weight { name: name.to_owned(), raw: brotli * 4, brotli }
    }

    #[test]
    fn pages_of_a_folder_are_one_line() {
        let files = [
            weight("app.wasm", 100),
            weight("index.html", 3),
            weight("results.html", 5),
            weight("service/a.html", 30),
            weight("service/b.html", 40),
        ];
        let lines: Vec<_> = groups(&files).iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            [
                "       400        100  app.wasm",
                "       280         70  service/*.html: 2 files, largest service/b.html (40)",
                "        32          8  *.html: 2 files, largest results.html (5)",
            ]
        );
        assert_eq!(total(&files).brotli, 178);
    }

    #[test]
    fn brotli_makes_words_lighter() {
        let words = "help for a child who cannot sleep ".repeat(50);
        let weight = compressed(words.as_bytes()).unwrap().len();
        assert!(weight > 10 && weight < 100, "{weight}");
    }
}
