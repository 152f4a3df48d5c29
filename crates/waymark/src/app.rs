//! The app: what every site has in common, in the folder `app` beside this
//! program.
//!
//! It lies there as files and is not part of the program, so that the program
//! can be compiled without the app, anyone can see what will be published, and
//! the two are tried together by the archive's own test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The page around every page, which is filled and not copied.
const SHELL: &str = "index.html";

/// The app as it was compiled.
#[derive(Debug)]
pub(crate) struct App {
    /// The page around every page, with its places open.
    pub(crate) shell: String,
    /// Every other file: its path from the folder of the site, and its bytes.
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl App {
    /// The app that came with this program.
    pub(crate) fn beside_this_program() -> Result<Self> {
        let program = this_program().context("cannot tell where this program lies; start it by its whole path")?;
        let folder = program.parent().unwrap_or(Path::new("")).join("app");
        ensure!(
            folder.is_dir(),
            "there is no folder {}: keep this program in the folder that the archive was unpacked to",
            folder.display()
        );
        Self::read(&folder)
    }

    /// The app in a folder; fails if a file is missing that its page asks for.
    fn read(folder: &Path) -> Result<Self> {
        let mut paths = Vec::new();
        walk(folder, "", &mut paths)?;
        paths.sort();
        let mut files = Vec::new();
        for path in paths.into_iter().filter(|path| path != SHELL) {
            let file = folder.join(&path);
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            files.push((path, bytes));
        }
        let page = folder.join(SHELL);
        let shell = fs::read_to_string(&page)
            .with_context(|| format!("cannot read {}: unpack the archive again", page.display()))?;
        for file in asked_for(&shell) {
            let is_there = files.iter().any(|(path, _)| path == file);
            ensure!(is_there, "{} is missing: unpack the archive again", folder.join(file).display());
        }
        Ok(Self { shell, files })
    }
}

/// Where this program lies. The system knows; where it does not tell, as in a
/// root without `/proc`, the path by which the program was started does.
pub(crate) fn this_program() -> Option<PathBuf> {
    let told = || std::env::args_os().next().map(PathBuf::from).filter(|path| path.components().count() > 1);
    std::env::current_exe().ok().or_else(told).and_then(|path| fs::canonicalize(path).ok())
}

/// The files that a page loads, from what lies beside it; the manifest is made
/// with each site.
fn asked_for(shell: &str) -> impl Iterator<Item = &str> {
    let head = shell.split_once("</head>").map_or(shell, |(head, _)| head);
    let quoted = head.split("href=\"").chain(head.split("src=\"")).filter_map(|rest| rest.split_once('"'));
    let quoted = quoted.map(|(file, _)| file).chain(head.split('\'').filter(|file| file.starts_with("./")));
    let is_file =
        |file: &&str| file.contains('.') && *file != prerender::MANIFEST && !file.contains([':', '<', ' ', '\n']);
    quoted.map(|file| file.strip_prefix("./").unwrap_or(file)).filter(is_file)
}

/// Every file beneath a folder, its path with `/` between names.
pub(crate) fn walk(folder: &Path, inner: &str, found: &mut Vec<String>) -> Result<()> {
    let at: PathBuf = folder.join(inner);
    let cannot = || format!("cannot read the folder {}", at.display());
    for entry in fs::read_dir(&at).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let name = entry.file_name();
        let name = name.to_str().with_context(|| format!("{} has no readable name", entry.path().display()))?;
        let path = if inner.is_empty() { name.to_owned() } else { format!("{inner}/{name}") };
        match entry.file_type().with_context(cannot)?.is_dir() {
            true => walk(folder, &path, found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_for_what_it_loads() {
        let shell = "<link href=\"icon.svg\"><script src=\"early.js\"></script>import a from './a-1.js'; \
                     module_or_path: './a-1_bg.wasm'<link href=\"./a.css\"></head><a href=\"no.html\">";
        let found: Vec<_> = asked_for(shell).collect();
        assert_eq!(found, ["icon.svg", "a.css", "early.js", "a-1.js", "a-1_bg.wasm"]);
    }

    #[test]
    fn an_app_that_was_unpacked_by_half_is_named() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("waymark-app-{}", std::process::id()));
        fs::create_dir_all(folder.join("fonts"))?;
        fs::write(folder.join(SHELL), "<script src=\"early.js\"></script></head>")?;
        fs::write(folder.join("fonts/a.woff2"), "a")?;
        let fault = App::read(&folder).err().map(|why| why.to_string()).unwrap_or_default();
        assert!(fault.contains("early.js is missing"), "{fault}");
        fs::write(folder.join("early.js"), "")?;
        let app = App::read(&folder)?;
        let names: Vec<_> = app.files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(names, ["early.js", "fonts/a.woff2"]);
        Ok(fs::remove_dir_all(folder)?)
    }
}
