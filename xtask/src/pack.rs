//! `cargo xtask pack`: all that a council needs to make a directory of its own,
//! in one archive: the static program, the app's files, an example to copy.

mod example;
mod notices;
pub(crate) mod program;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::progress::Step;
use crate::trunk::{Profile, Source};
use crate::{files, process, repository, tools, trunk};

/// The name of the archive, and of the one folder in it.
const NAME: &str = "waymark-site";

/// The documents that go along, and what they are called there.
const DOCUMENTS: [(&str, &str); 8] = [
    ("docs/PUBLISHING.md", "README.md"),
    ("docs/MANUAL.md", "MANUAL.md"),
    ("docs/DATA.md", "DATA.md"),
    ("docs/HOSTING.md", "HOSTING.md"),
    ("docs/HAZARDS.md", "HAZARDS.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("public/fonts/OFL.txt", "LICENSE-FONT"),
];

/// Where the archive is written.
pub(crate) fn archive() -> PathBuf {
    repository::site().join(format!("{NAME}.tar.gz"))
}

/// Builds the app, and packs it.
pub(crate) fn run() -> Result<()> {
    tools::for_build(Profile::Release)?;
    trunk::build(Profile::Release, &Source::default(), &repository::dist())?;
    let step = Step::begin("pack", "the first time takes a minute or two");
    let program = program::build()?;
    let size = pack(&program)?;
    step.end("done");
    println!("The archive is {}: {size} bytes, for {}", repository::shown(&archive()), program.target);
    Ok(())
}

/// Packs the app of the last build with the program, compiled now; the bytes
/// of the archive.
pub(crate) fn with_last_build() -> Result<u64> {
    pack(&program::build()?)
}

fn pack(program: &program::Program) -> Result<u64> {
    let app = repository::app();
    ensure!(app.join("index.html").is_file(), "there is no app yet; `cargo xtask build` makes it");
    let staging = repository::site().join("pack");
    files::copy(&app, &staging.join("app"))?;
    example::write(&staging.join("example"))?;
    let put = |from: PathBuf, to: &str| -> Result<()> {
        let to = staging.join(to);
        fs::copy(&from, &to).with_context(|| format!("cannot pack {}", from.display()))?;
        Ok(())
    };
    for (from, to) in DOCUMENTS {
        put(repository::root().join(from), to)?;
    }
    pictures(&staging)?;
    put(program.path.clone(), "waymark")?;
    told_by_itself(program, &staging)?;
    fs::write(staging.join("THIRD-PARTY.txt"), notices::write(program.target)?)?;
    files::archive(&staging, NAME, &["waymark"], &archive())?;
    Ok(fs::metadata(archive())?.len())
}

/// The pictures of the manual, which names them as they lie beside it.
fn pictures(staging: &Path) -> Result<()> {
    let docs = repository::root().join("docs");
    let manual = fs::read_to_string(docs.join("MANUAL.md")).context("cannot read the manual")?;
    fs::create_dir_all(staging.join("pictures"))?;
    let named = manual.split("](pictures/").skip(1).filter_map(|rest| rest.split(')').next());
    for name in named {
        let path = Path::new("pictures").join(name);
        fs::copy(docs.join(&path), staging.join(&path)).with_context(|| format!("cannot pack {}", path.display()))?;
    }
    Ok(())
}

/// What the program says of itself: manual pages, and what shells complete.
fn told_by_itself(program: &program::Program, staging: &Path) -> Result<()> {
    process::run(process::command(&program.path).arg("man").arg(staging.join("man")))?;
    let folder = staging.join("completions");
    fs::create_dir_all(&folder)?;
    for shell in ["bash", "fish", "zsh"] {
        let told = process::read(process::command(&program.path).args(["complete", shell]))?;
        fs::write(folder.join(format!("waymark.{shell}")), told)?;
    }
    Ok(())
}
