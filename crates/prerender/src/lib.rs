//! Every address of the app, drawn to HTML at build from the same components.
//!
//! The page that Trunk made is the shell: its numbered places are filled, its
//! inline module becomes a file of its own (no inline script is allowed), and
//! each address becomes a file beside it.

#![recursion_limit = "256"]

mod draw;
mod hosting;
mod not_found;
mod shell;

pub use draw::pages;
pub use shell::Shell;

/// A file to write: its path from the folder of the site, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The path, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// A short name for what a file holds, so that it can be kept for ever: 16
/// hexadecimal digits of FNV-1a.
pub fn hash(content: impl AsRef<[u8]>) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", content.as_ref().iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// Draws a whole site: its pages, its directory file, its boot script.
///
/// `fixed_day` is set where the site is to behave as on one day for ever, as
/// test sites do. Fails if the shell is not the page that Trunk makes, or the
/// bundle is no directory.
pub fn site(text: &str, bundle: &str, today: directory::day::Day, is_fixed_day: bool) -> anyhow::Result<Vec<Output>> {
    let (shell, boot) = Shell::read(text)?;
    let (directory, findings) = directory::Directory::read(bundle, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    if let Some(error) = findings.iter().find(|finding| finding.level == directory::finding::Level::Error) {
        anyhow::bail!("{} {}: {} {}", error.file, error.field, error.found, error.write);
    }
    // The app gets what lists and search need; the rest stands in the pages.
    let lists = directory::record::bundle_for_lists(bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    let data = Output { path: format!("directory-{}.json", hash(&lists)), text: lists };
    let mut outputs = draw::pages(&shell, directory, &data.path, is_fixed_day.then_some(today))?;
    outputs.extend([data, boot]);
    let for_hosts = hosting::files(text, &outputs);
    outputs.extend(for_hosts);
    Ok(outputs)
}
