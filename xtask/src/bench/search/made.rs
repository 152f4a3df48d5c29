//! What is asked and what is asked in: the libraries, each as one small file,
//! the core as WebAssembly, and the directories.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::super::npm;
use super::LIBRARIES;
use crate::progress::Step;
use crate::{files, fixture, process, repository, size, tools};

/// The folder to serve, and what is in it.
pub(super) struct Made {
    pub(super) site: PathBuf,
    /// Bytes in brotli, by library; ours is the core with its glue.
    weights: Vec<(&'static str, usize)>,
}

/// What the page consists of besides the libraries.
const PAGE: [&str; 4] = ["index.html", "bench.js", "worker.js", "engine.js"];

/// The core as wasm-bindgen writes it.
const GLUE: &str = "waymark_engine.js";
const WASM: &str = "waymark_engine_bg.wasm";

/// Makes the folder anew.
pub(super) fn make() -> Result<Made> {
    let (sources, work) = (repository::root().join("tests/peers/search"), folder().join("build"));
    let site = folder().join("site");
    for folder in [&site, &work] {
        fs::create_dir_all(folder)?;
    }
    let _ = fs::remove_dir_all(work.join("search/built"));
    files::copy(&sources, &work.join("search"))?;
    // The labels of needs stand there.
    files::copy(&repository::root().join("tests/peers/preact"), &work.join("preact"))?;
    npm::run(&work.join("search"), &["ci", "--no-audit", "--no-fund", "--ignore-scripts"])?;
    npm::run(&work.join("search"), &["run", "build"])?;
    for name in PAGE {
        fs::copy(sources.join(name), site.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    core(&site)?;
    let weigh = |file: &Path| anyhow::Ok(size::compressed(&fs::read(file)?)?.len());
    let mut weights = vec![(LIBRARIES[0].name, weigh(&site.join(WASM))? + weigh(&site.join(GLUE))?)];
    for library in &LIBRARIES[1..] {
        let file = format!("{}.js", library.file);
        let built = work.join("search/built").join(&file);
        fs::copy(&built, site.join(&file)).with_context(|| format!("cannot copy {file}"))?;
        weights.push((library.name, weigh(&built)?));
    }
    Ok(Made { site, weights })
}

/// Compiles the core as the app is compiled, and makes it as small.
fn core(site: &Path) -> Result<()> {
    let target = repository::root().join("target/peers/search/target");
    let mut step = Step::begin("the core", "compiled as the app is");
    let log = repository::logs().join("engine.log");
    let mut cargo = process::cargo();
    cargo.args(["build", "--release", "--locked", "--package", "waymark-engine"]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]).arg(&target);
    let wasm = target.join("wasm32-unknown-unknown/release/waymark_engine.wasm");
    let mut bindgen = process::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(site).arg(&wasm);
    let small = site.join(WASM);
    let mut opt = process::command("wasm-opt");
    opt.arg("-Oz").arg(&small).arg("-o").arg(&small);
    for command in [&mut cargo, &mut bindgen, &mut opt] {
        command.env("PATH", tools::path()?);
        if !process::logged(command, &log, &mut step)? {
            bail!("the core could not be compiled:\n{}", process::tail(&log, 20));
        }
    }
    step.end("done");
    Ok(())
}

/// The bundle of a folder of data, as one file.
pub(super) fn bundle(data: &Path, name: &str) -> Result<PathBuf> {
    let out = folder().join(format!("{name}.json"));
    let mut maintain = process::cargo();
    maintain
        .args(["run", "--quiet", "--package", "maintain", "--", "bundle", "--data"])
        .arg(data)
        .arg("--out")
        .arg(&out);
    process::read(&mut maintain).with_context(|| format!("{} was not bundled", data.display()))?;
    Ok(out)
}

/// The bundle of a made-up directory of this size.
pub(super) fn fixture(listings: u32) -> Result<PathBuf> {
    let data = folder().join(format!("data-{listings}"));
    let _ = fs::remove_dir_all(&data);
    let mut step = Step::begin(&format!("{listings} made-up services"), "");
    fixture::write(listings, listings / 100, &data)?;
    step.tick(String::new);
    let bundle = bundle(&data, &listings.to_string())?;
    step.end("bundled");
    Ok(bundle)
}

/// Where all of it is kept.
pub(super) fn folder() -> PathBuf {
    repository::root().join("target/peers/search")
}

impl Made {
    pub(super) fn json(&self) -> Value {
        self.weights
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), json!(bytes)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

impl fmt::Display for Made {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "Bytes in brotli, each with all that it needs; ours is the whole core, with its glue:")?;
        self.weights.iter().try_for_each(|(name, bytes)| writeln!(out, "{bytes:>10}  {name}"))
    }
}
