//! The folder that a site is made in.
//!
//! A site is written whole beside its place and then put there, so that one
//! that could not be finished leaves the earlier one as it was. Each site
//! carries the list of its files: what the list does not name was put there by
//! somebody, and is never deleted.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::app::{this_program, walk};
use crate::build::Files;

/// The list of the files of a site, one path in each line.
const LIST: &str = ".waymark-files";

/// Where a site may be made.
#[derive(Debug)]
pub(crate) struct Place {
    /// The folder, its whole path.
    folder: PathBuf,
    /// Where a site is written before it is put there, and where the earlier
    /// one waits meanwhile. Beside the folder, so that it is on the same disk.
    new: PathBuf,
    old: PathBuf,
}

impl Place {
    /// The place that was named, or why no site may be made there.
    pub(crate) fn of(out: &Path, data: &Path) -> Result<Result<Self, String>> {
        let cannot = || format!("{} is not a path", out.display());
        let folder =
            if out.exists() { fs::canonicalize(out) } else { std::path::absolute(out) }.with_context(cannot)?;
        let data = fs::canonicalize(data).with_context(|| format!("cannot read {}", data.display()))?;
        let program = this_program().unwrap_or_default();
        let here = std::env::current_dir().unwrap_or_default();
        let shown = out.display();
        if data.starts_with(&folder) || folder.starts_with(&data) {
            return Ok(Err(format!("{shown} and the data lie one inside the other. Name a folder beside the data")));
        }
        if program.starts_with(&folder) || here.starts_with(&folder) {
            return Ok(Err(format!("{shown} holds this program, or is where you are. Name a folder of its own")));
        }
        let (Some(above), Some(name)) = (folder.parent(), folder.file_name().and_then(|name| name.to_str())) else {
            return Ok(Err(format!("{shown} cannot be a site. Name a folder such as site")));
        };
        if let Some(why) = not_ours(&folder, out)? {
            return Ok(Err(why));
        }
        let beside = |what| above.join(format!(".{name}.{what}-{}", std::process::id()));
        Ok(Ok(Self { new: beside("new"), old: beside("old"), folder }))
    }

    /// Puts a whole site there, or leaves what was there as it was.
    pub(crate) fn fill(&self, files: &Files) -> Result<()> {
        let done = self.write(files).and_then(|()| self.swap());
        // What is left over is of no use; that it cannot go changes nothing.
        fs::remove_dir_all(&self.new).ok();
        fs::remove_dir_all(&self.old).ok();
        done
    }

    fn write(&self, files: &Files) -> Result<()> {
        let list: String = files.keys().map(|path| format!("{path}\n")).collect();
        let all = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        for (path, bytes) in all.chain([(LIST, list.as_bytes())]) {
            let file = self.new.join(path);
            let cannot = || format!("cannot write {}", file.display());
            fs::create_dir_all(file.parent().unwrap_or(&self.new)).with_context(cannot)?;
            fs::write(&file, bytes).with_context(cannot)?;
        }
        Ok(())
    }

    fn swap(&self) -> Result<()> {
        let cannot = || format!("cannot put the site into {}; what stood there is as it was", self.folder.display());
        if !self.folder.exists() {
            return fs::rename(&self.new, &self.folder).with_context(cannot);
        }
        // Whoever was allowed to read the folder still is.
        let rights = fs::metadata(&self.folder).with_context(cannot)?.permissions();
        fs::set_permissions(&self.new, rights).with_context(cannot)?;
        fs::rename(&self.folder, &self.old).with_context(cannot)?;
        let done = fs::rename(&self.new, &self.folder).with_context(cannot);
        if done.is_err() {
            fs::rename(&self.old, &self.folder)
                .with_context(|| format!("the earlier site is in {} and could not be put back", self.old.display()))?;
        }
        done
    }
}

/// Why the content of a folder may not be replaced, if it may not.
fn not_ours(folder: &Path, shown: &Path) -> Result<Option<String>> {
    let shown = shown.display();
    if !folder.exists() {
        return Ok(None);
    }
    if !folder.is_dir() {
        return Ok(Some(format!("{shown} is a file. Name a folder")));
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found)?;
    let list = fs::read_to_string(folder.join(LIST)).unwrap_or_default();
    let listed: BTreeSet<&str> = list.lines().chain([LIST]).collect();
    let stray = found.iter().find(|path| !listed.contains(path.as_str()));
    Ok(stray.map(|path| {
        format!(
            "{shown} holds {path}, which is of no earlier site and would be deleted. Move it, or name another folder"
        )
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with data in it; it goes when it is dropped.
    struct Desk(PathBuf);

    impl Desk {
        fn new(name: &str) -> Result<Self> {
            let desk = Self(std::env::temp_dir().join(format!("waymark-out-{name}-{}", std::process::id())));
            fs::create_dir_all(desk.0.join("data"))?;
            Ok(desk)
        }

        fn place(&self, out: &str) -> Result<Result<Place, String>> {
            Place::of(&self.0.join(out), &self.0.join("data"))
        }

        fn fill(&self, path: &str, text: &str) -> Result<()> {
            let files = Files::from([(path.to_owned(), text.as_bytes().to_vec())]);
            self.place("site")?.map_err(anyhow::Error::msg)?.fill(&files)
        }

        fn names(&self, inner: &str) -> Result<Vec<String>> {
            let mut names = Vec::new();
            walk(&self.0.join(inner), "", &mut names)?;
            names.sort();
            Ok(names)
        }
    }

    impl Drop for Desk {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).ok();
        }
    }

    #[test]
    fn a_site_replaces_the_earlier_one_whole() -> Result<()> {
        let desk = Desk::new("replace")?;
        desk.fill("service/a.html", "a")?;
        desk.fill("b.html", "b")?;
        assert_eq!(desk.names("site")?, [LIST, "b.html"]);
        assert_eq!(fs::read_dir(&desk.0)?.count(), 2, "nothing is left beside it");
        Ok(())
    }

    #[test]
    fn what_somebody_put_there_is_never_deleted() -> Result<()> {
        let desk = Desk::new("stray")?;
        desk.fill("index.html", "a")?;
        fs::write(desk.0.join("site/CNAME"), "example.org")?;
        let why = desk.place("site")?.err().unwrap_or_default();
        assert!(why.contains("CNAME"), "{why}");
        assert_eq!(desk.names("site")?, [LIST, "CNAME", "index.html"]);
        Ok(())
    }

    #[test]
    fn no_site_is_made_over_the_data_or_around_it() -> Result<()> {
        let desk = Desk::new("inside")?;
        for out in ["data", "data/site", "", "/"] {
            assert!(desk.place(out)?.is_err(), "{out}");
        }
        fs::write(desk.0.join("file"), "")?;
        assert!(desk.place("file")?.is_err_and(|why| why.contains("is a file")));
        assert!(desk.place("new/site")?.is_ok());
        Ok(())
    }

    #[test]
    fn a_site_that_cannot_be_finished_leaves_the_earlier_one() -> Result<()> {
        let desk = Desk::new("half")?;
        desk.fill("index.html", "earlier")?;
        // A folder cannot be written as a file.
        let files = Files::from([("a/b".to_owned(), Vec::new()), ("a".to_owned(), Vec::new())]);
        let place = desk.place("site")?.map_err(anyhow::Error::msg)?;
        assert!(place.fill(&files).is_err());
        assert_eq!(fs::read_to_string(desk.0.join("site/index.html"))?, "earlier");
        assert_eq!(fs::read_dir(&desk.0)?.count(), 2, "nothing is left beside it");
        Ok(())
    }
}
