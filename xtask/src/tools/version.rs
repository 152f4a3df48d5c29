//! Which version of a tool we want, and which one is there.
//!
//! The tools that Trunk calls stand in `Trunk.toml`, where it checks them
//! itself; the others stand here.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, repository};

/// Trunk itself. 0.22 needs a newer Rust than ours.
pub(crate) const TRUNK: &str = "0.21.14";
/// Firefox's WebDriver.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// The accessibility audit at the end of each journey.
pub(crate) const AXE_CORE: &str = "4.14.1";

/// The compiler that reads what pages say to machines.
pub(crate) const TYPESCRIPT: &str = "7.0.2";
/// The words of schema.org, as types.
pub(crate) const SCHEMA_DTS: &str = "2.1.0";

/// The last Lighthouse that Node 18 and 20 run; 13 wants Node 22.
pub(crate) const LIGHTHOUSE: &str = "12.8.2";

/// What `Trunk.toml` pins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pinned {
    /// The command-line tool; the library in `Cargo.toml` is the same version.
    pub(crate) wasm_bindgen: String,
    /// Binaryen's number alone, `132`; Trunk writes it `version_132`.
    pub(crate) wasm_opt: String,
}

/// Reads the versions that the repository's `Trunk.toml` pins.
pub(crate) fn from_trunk_toml() -> Result<Pinned> {
    let file = repository::root().join("Trunk.toml");
    let text = fs::read_to_string(&file).context("cannot read Trunk.toml")?;
    pinned(&text).context("Trunk.toml")
}

fn pinned(text: &str) -> Result<Pinned> {
    let table: toml::Table = text.parse()?;
    let tool = |name: &str| {
        table
            .get("tools")
            .and_then(|tools| tools.get(name))
            .and_then(toml::Value::as_str)
            .with_context(|| format!("[tools] must give {name} a version"))
    };
    let wasm_opt = tool("wasm_opt")?;
    let wasm_opt = wasm_opt
        .strip_prefix("version_")
        .with_context(|| format!("wasm_opt is \"{wasm_opt}\"; write \"version_{wasm_opt}\", as Trunk reads it"))?;
    Ok(Pinned { wasm_bindgen: tool("wasm_bindgen")?.to_owned(), wasm_opt: wasm_opt.to_owned() })
}

/// The version that a program gives itself, or nothing if it does not run.
pub(crate) fn of(program: &Path) -> Option<String> {
    let said = process::read(process::command(program).arg("--version")).ok()?;
    first_number(&said).map(str::to_owned)
}

/// The version in `trunk 0.21.14`, `wasm-opt version 132 (version_132)` or
/// `geckodriver 0.37.1 (abc 2026-01-01)`.
fn first_number(said: &str) -> Option<&str> {
    said.lines()
        .next()?
        .split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_says_its_version_in_its_own_way() {
        assert_eq!(first_number("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(first_number("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(first_number("geckodriver 0.37.1 (1f2 2026-01-01 10:00)\n\nThe"), Some("0.37.1"));
        assert_eq!(first_number("tool v1.2"), Some("1.2"));
        assert_eq!(first_number("no version here"), None);
        assert_eq!(first_number(""), None);
    }

    #[test]
    fn trunk_toml_pins_two_tools() {
        let pins = pinned("[tools]\nwasm_bindgen = \"0.2.1\"\nwasm_opt = \"version_9\"").unwrap();
        assert_eq!(pins.wasm_bindgen, "0.2.1");
        assert_eq!(pins.wasm_opt, "9");
        let fault = pinned("[tools]\nwasm_bindgen = \"0.2.1\"\nwasm_opt = \"9\"").unwrap_err();
        assert!(fault.to_string().contains("write \"version_9\""));
        assert!(pinned("[build]").unwrap_err().to_string().contains("wasm_opt"));
    }

    #[test]
    fn the_wasm_bindgen_tool_and_library_are_one_version() {
        let cargo = fs::read_to_string(repository::root().join("Cargo.toml")).unwrap();
        let cargo: toml::Table = cargo.parse().unwrap();
        let library = cargo["workspace"]["dependencies"]["wasm-bindgen"].as_str().unwrap();
        assert_eq!(library, format!("={}", from_trunk_toml().unwrap().wasm_bindgen));
    }
}
