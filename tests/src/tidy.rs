//! The house rules that no compiler keeps: who may use whom inside the app,
//! what a view may not hold, how long a file is, and what it is called.
//!
//! A rule takes one file and says what is wrong in it. `docs/ARCHITECTURE.md`
//! has the reasons; when a rule makes the code worse, change both.

use std::fs;
use std::path::Path;
use std::process::Command;

pub mod rules;

/// A file of the repository.
pub struct Source {
    /// Its path from the root, with forward slashes.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// What a rule finds in all files, one line for each place.
#[must_use]
pub fn complaints(rule: fn(&Source) -> Vec<String>, sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        found.extend(rule(source).into_iter().map(|line| format!("{}: {line}", source.path)));
    }
    found
}

/// Every text file that git knows or would take; without git, every file that
/// is not built.
#[must_use]
pub fn sources(root: &Path) -> Vec<Source> {
    let names = known_to_git(root).unwrap_or_else(|| {
        let mut found = Vec::new();
        walk(root, "", &mut found);
        found
    });
    let read = |path: String| {
        let text = fs::read_to_string(root.join(&path)).ok()?;
        Some(Source { path, text })
    };
    names.into_iter().filter_map(read).collect()
}

fn known_to_git(root: &Path) -> Option<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let names: Vec<String> = text.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect();
    (output.status.success() && !names.is_empty()).then_some(names)
}

fn walk(root: &Path, folder: &str, found: &mut Vec<String>) {
    const BUILT: [&str; 6] = [".git", ".tools", "target", "dist", "node_modules", "partners"];
    for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if entry.path().is_dir() {
            if !BUILT.contains(&name.as_str()) {
                walk(root, &path, found);
            }
        } else {
            found.push(path);
        }
    }
}
