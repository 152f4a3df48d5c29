//! Whose work goes into the archive: the libraries of the program and of the
//! app, each with its licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process;

const HEAD: &str = "The program and the app are made with the work of others. Our thanks.

Each library below stands with its version, its licence and where it is from;
the texts of the licences follow, each under the libraries that carry it. The
program also holds Rust's standard library (MIT or Apache-2.0, The Rust Project
Developers) and the C library of its system: musl (MIT, Rich Felker and
others). The typeface is Atkinson Hyperlegible Next (SIL Open Font License 1.1,
Braille Institute of America), with its text in LICENSE-FONT.
";

/// What of a library goes into a program: its name, and what cargo knows of it.
type Libraries = BTreeMap<String, Value>;

/// The notices, for a program of this target.
pub(super) fn write(target: &str) -> Result<String> {
    let mut libraries = of("waymark", target, &[])?;
    libraries.extend(of("waymark-app", "wasm32-unknown-unknown", &["--features", "csr"])?);
    let mut text = HEAD.to_owned();
    let mut texts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, about) in &libraries {
        let word = |key: &str| about[key].as_str().unwrap_or("not stated");
        text += &format!("\n{name}: {}, {}", word("license"), word("repository"));
        for licence in licences(about)? {
            texts.entry(licence).or_default().insert(name);
        }
    }
    text.push('\n');
    for (licence, names) in texts {
        let names: Vec<_> = names.into_iter().collect();
        text += &format!("\n{}\n{}\n\n{}\n", "-".repeat(78), names.join(", "), licence.trim());
    }
    Ok(text)
}

/// The libraries of a package that end up in what is compiled: no tools of the
/// build, no macros of its tests, none of our own.
fn of(package: &str, target: &str, more: &[&str]) -> Result<Libraries> {
    let mut tree = process::cargo();
    tree.args(["tree", "--locked", "--package", package, "--target", target, "--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(more);
    let used = process::read(&mut tree)?;
    let used: BTreeSet<_> = used.lines().filter_map(named).collect();
    let mut about = process::cargo();
    about.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", target]);
    let about: Value = serde_json::from_str(&process::read(&mut about)?)?;
    let all = about["packages"].as_array().context("cargo names no packages")?;
    let others = all.iter().filter(|one| !one["source"].is_null());
    let named = others.map(|one| (format!("{} {}", text(one, "name"), text(one, "version")), one.clone()));
    Ok(named.filter(|(name, _)| used.contains(name)).collect())
}

/// `anyhow v1.0.100 (*)` as `anyhow 1.0.100`.
fn named(line: &str) -> Option<String> {
    let mut words = line.split(' ');
    Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
}

fn text<'a>(about: &'a Value, key: &str) -> &'a str {
    about[key].as_str().unwrap_or_default()
}

/// The texts of a library's licences, as it carries them.
fn licences(about: &Value) -> Result<Vec<String>> {
    let folder = Path::new(text(about, "manifest_path")).parent().context("a library lies in no folder")?;
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let is_licence = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        path.is_file()
            && ["licen", "copying", "copyright", "notice", "unlicense"].iter().any(|one| name.starts_with(one))
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(is_licence).collect();
    paths.sort();
    Ok(paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_tree_names_a_library_and_its_version() {
        assert_eq!(named("anyhow v1.0.100").as_deref(), Some("anyhow 1.0.100"));
        assert_eq!(named("leptos v0.8.23 (*)").as_deref(), Some("leptos 0.8.23"));
        assert_eq!(named(""), None);
    }
}
