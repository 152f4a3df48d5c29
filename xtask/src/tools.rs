//! The tools that builds and tests need, at exactly one version each.
//!
//! A tool of the right version that the machine already has is used as it is.
//! Anything else is installed into `.tools/`, from crates.io, npm or rustup's
//! server, and found there the next time.

mod ahead;
mod browsers;
mod debian;
mod from_crates;
mod from_npm;
mod servers;
mod targets;
mod version;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result};

use crate::progress::{cores, estimate};
use crate::repository;
use crate::trunk::Profile;
pub(crate) use browsers::Engine;
use from_crates::CrateTool;
use from_npm::NpmTool;

/// Sees to everything that a build needs.
pub(crate) fn for_build(profile: Profile) -> Result<()> {
    targets::wasm()?;
    let pinned = version::from_trunk_toml()?;
    let crates = [from_crates::trunk(), from_crates::wasm_bindgen(&pinned.wasm_bindgen)];
    let npm = [from_npm::wasm_opt(&pinned.wasm_opt)];
    ensure(&crates, &npm, || ahead::compile(profile))
}

/// Sees to the target of programs that need nothing, and names it.
pub(crate) fn static_target() -> Result<&'static str> {
    targets::for_static()
}

/// Sees to everything that the browser tests need, and says which engines
/// they can use.
pub(crate) fn for_journeys() -> Result<Vec<Engine>> {
    let engines = browsers::ensure(&Engine::ALL)?;
    let mut crates = Vec::new();
    if engines.contains(&Engine::Firefox) {
        crates.push(from_crates::geckodriver());
    }
    ensure(&crates, &[from_npm::axe_core()], || ())?;
    Ok(engines)
}

/// Sees to what reads the data for machines, and gives the words of
/// schema.org as types.
pub(crate) fn for_schema() -> Result<PathBuf> {
    ensure(&[], &[from_npm::typescript(), from_npm::schema_dts()], || ())?;
    Ok(from_npm::file("schema-dts/dist/schema.d.ts"))
}

/// Sees to the servers that the site is tried on, as far as that can be done,
/// and names those that can be used.
pub(crate) fn for_hosts() -> Vec<&'static str> {
    servers::ensure().into_iter().map(|server| server.slug).collect()
}

/// Sees to one engine and its driver, for what is looked at or timed in it
/// alone.
pub(crate) fn for_engine(engine: Engine) -> Result<()> {
    browsers::ensure(&[engine]).map(|_| ())
}

/// Sees to Lighthouse.
pub(crate) fn for_lighthouse() -> Result<()> {
    from_npm::ensure(&[from_npm::lighthouse()])
}

/// Where Lighthouse is, once it has been seen to.
pub(crate) fn lighthouse() -> PathBuf {
    from_npm::folder().join("lighthouse")
}

/// Where Chromium is.
pub(crate) fn chromium() -> Option<PathBuf> {
    on_path(browsers::CHROMIUM)
}

/// `PATH` with our own tools first.
pub(crate) fn path() -> Result<OsString> {
    let ours = [from_crates::folder(), from_npm::folder()];
    let all = ours.into_iter().chain(env::var_os("PATH").iter().flat_map(env::split_paths).collect::<Vec<_>>());
    env::join_paths(all).context("PATH has an entry that cannot be joined")
}

/// Installs what is missing, several at a time, and `meanwhile` does something
/// else. Each tool ends with one long crate on one core: on 4 cores Trunk and
/// wasm-bindgen take 2 min 50 s side by side, and 4 min 20 s one after the
/// other. Two cores have the memory for one only.
fn ensure(crates: &[CrateTool], npm: &[NpmTool], meanwhile: impl FnOnce() + Send) -> Result<()> {
    let missing: Vec<_> = crates.iter().filter(|tool| !tool.is_there()).collect();
    from_npm::ensure(npm)?;
    if missing.is_empty() {
        return Ok(());
    }
    let work = missing.iter().map(|tool| tool.core_seconds).sum();
    eprintln!("Compiling tools into .tools: {}", estimate(work));
    if cores() < 4 {
        return missing.iter().try_for_each(|tool| tool.install());
    }
    thread::scope(|scope| {
        scope.spawn(meanwhile);
        let works: Vec<_> = missing.iter().map(|tool| scope.spawn(|| tool.install())).collect();
        works
            .into_iter()
            .try_for_each(|work| work.join().unwrap_or_else(|_| Err(anyhow::anyhow!("an installation broke off"))))
    })
}

/// Whether a tool is there at this version: ours, or else the machine's.
///
/// Ours comes first in [`path`], so if there is one, only that one counts.
fn has(program: &str, ours: &Path, wanted: &str) -> bool {
    let ours = ours.join(format!("{program}{}", env::consts::EXE_SUFFIX));
    let program = if ours.exists() { ours } else { PathBuf::from(program) };
    version::of(&program).is_some_and(|found| found == wanted)
}

/// The first of these programs that is on `PATH`.
fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|file| file.is_file())
    })
}

/// Where an installation keeps what it says.
fn log(name: &str) -> PathBuf {
    repository::logs().join(format!("install-{name}.log"))
}
