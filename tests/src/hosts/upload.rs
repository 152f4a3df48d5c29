//! What the script for object stores puts there, without a store: in place of
//! the `aws` command stands one that writes down what it was asked.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::Scratch;

/// One call of `aws s3 cp`: which files it takes, and what it says of them.
#[derive(Clone, Debug)]
pub struct Upload {
    arguments: Vec<String>,
}

impl Upload {
    /// Runs the script of a built site, and gives each call in its order.
    ///
    /// # Errors
    /// When the script fails.
    pub fn all(dist: &Path) -> Result<Vec<Self>> {
        let scratch = Scratch::new()?;
        let log = scratch.path().join("calls");
        let aws = scratch.path().join("aws");
        fs::write(&aws, format!("for word in \"$@\"; do echo \"$word\"; done >> {0}\necho >> {0}\n", log.display()))?;
        // The shell reads the stand-in itself, so that it need not be runnable.
        let script = fs::read_to_string(dist.join("hosting/object-store.sh"))?;
        let script = script.replace("aws s3 cp", &format!("sh {} s3 cp", aws.display()));
        let copy = scratch.path().join("hosting");
        fs::create_dir_all(&copy)?;
        fs::write(copy.join("object-store.sh"), script)?;
        let mut sh = Command::new("sh");
        sh.arg(copy.join("object-store.sh")).args(["s3://bucket/folder/", "--endpoint-url", "https://store.example"]);
        ensure!(sh.status()?.success(), "the script failed");
        let calls = fs::read_to_string(&log).context("the script called nothing")?;
        let calls = calls.split("\n\n").filter(|call| !call.is_empty());
        Ok(calls.map(|call| Self { arguments: call.lines().map(str::to_owned).collect() }).collect())
    }

    /// The word after this one.
    #[must_use]
    pub fn option(&self, name: &str) -> Option<&str> {
        let at = self.arguments.iter().position(|word| word == name)?;
        self.arguments.get(at + 1).map(String::as_str)
    }

    /// Whether it is a call as all of them should be.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let begins = ["s3", "cp"].iter().zip(&self.arguments).all(|(wanted, found)| wanted == found);
        let goes_on = self.arguments.get(3).is_some_and(|to| to == "s3://bucket/folder");
        begins && goes_on && self.option("--endpoint-url") == Some("https://store.example")
    }

    /// Whether it takes a file: of all filters that match, the last decides.
    #[must_use]
    pub fn takes(&self, path: &str) -> bool {
        let mut filters =
            self.arguments.windows(2).filter(|pair| ["--include", "--exclude"].contains(&pair[0].as_str()));
        let last = filters.rfind(|pair| is_like(path, &pair[1]));
        last.is_none_or(|pair| pair[0] == "--include")
    }
}

/// Whether a path is like a pattern with at most one `*`.
fn is_like(path: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end),
        None => path == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_filter_that_matches_decides() {
        let words = "s3 cp here s3://bucket/folder --exclude * --include *.js --exclude boot.js";
        let upload = Upload { arguments: words.split(' ').map(str::to_owned).collect() };
        assert!(upload.takes("a/early.js") && !upload.takes("boot.js") && !upload.takes("a.css"));
        assert!(!upload.is_whole(), "the endpoint was lost");
    }
}
