//! The suite that reads what pages say to machines as schema.org means it.
//!
//! The block of data of each built page becomes a TypeScript literal, typed by
//! `schema-dts`, and the compiler fails on any type or property that schema.org
//! does not have there. No part of the site is made of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::count::Count;
use super::{Run, site};
use crate::overlay::Overlay;
use crate::{process, repository, tools};

/// Proof that the check can fail.
const GUARDS: &str = include_str!("guards.ts");

/// What stands before a block of data, and after it.
const BLOCK: (&str, &str) = ("<script type=\"application/ld+json\">", "</script>");

/// The page for what is not there; it is nothing to machines.
const NOT_FOUND: &str = "404.html";

/// Counts pages, of all three sites.
pub(crate) fn run(run: &mut Run) -> Result<Count> {
    let schema = tools::for_schema()?;
    let work = repository::logs().join("schema");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    let sites =
        [("published", repository::dist()), ("tests", site::fixture_dist()), ("released", Overlay::RELEASED.dist())];
    let (mut pages, mut bare) = (0, 0);
    for (name, dist) in sites {
        for page in built(&dist, "")? {
            pages += 1;
            let text = fs::read_to_string(dist.join(&page))?;
            match literal(&text) {
                Some(literal) => write(&work.join(name).join(format!("{page}.ts")), &literal)?,
                None => {
                    bare += 1;
                    run.note(&format!("{name}/{page} has not one block of data"))?;
                }
            }
        }
    }
    ensure!(pages > 0, "no page has been built");
    write(&work.join("guards.ts"), GUARDS)?;
    write(&work.join("tsconfig.json"), &settings(&schema))?;
    let mut compiler = process::command("tsc");
    compiler.arg("--project").arg(&work).args(["--pretty", "false"]);
    let succeeded = run.call(&mut compiler)?;
    let faulty = faulty(&run.said()).len();
    Ok(Count::of(pages, bare + if succeeded { 0 } else { faulty.max(1) }))
}

/// Every page of a site but [`NOT_FOUND`], by its path.
fn built(folder: &Path, above: &str) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("there is no site in {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            pages.extend(built(&entry.path(), &format!("{path}/"))?);
        } else if path.ends_with(".html") && path != NOT_FOUND {
            pages.push(path);
        }
    }
    Ok(pages)
}

/// The one block of a page as a typed literal: JSON is an expression too.
fn literal(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(BLOCK.0)?;
    let (block, after) = rest.split_once(BLOCK.1)?;
    let typed =
        "import type { WebPage, WithContext } from \"schema-dts\";\n\nexport const page: WithContext<WebPage> =";
    (!after.contains(BLOCK.0)).then(|| format!("{typed} {block};\n"))
}

fn settings(schema: &Path) -> String {
    let options = json!({ "strict": true, "noEmit": true, "target": "es2022", "module": "esnext",
        "moduleResolution": "bundler", "types": [], "paths": { "schema-dts": [schema] } });
    json!({ "compilerOptions": options, "include": ["**/*.ts"] }).to_string()
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// The files that the compiler names: `a/b.ts(3,5): error TS2353: …`.
fn faulty(said: &str) -> BTreeSet<PathBuf> {
    let errors = said.lines().filter(|line| line.contains(": error TS"));
    errors.filter_map(|line| Some(PathBuf::from(line.split_once(".ts(")?.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_of_a_page_becomes_a_literal_and_two_are_refused() {
        let page = format!("<main></main>{}{{\"@type\":\"WebPage\"}}{}</body>", BLOCK.0, BLOCK.1);
        assert!(literal(&page).unwrap().ends_with("WithContext<WebPage> = {\"@type\":\"WebPage\"};\n"));
        assert_eq!(literal(&page.repeat(2)), None);
        assert_eq!(literal("<main></main>"), None);
    }

    #[test]
    fn each_page_with_a_fault_is_counted_once() {
        let said = "a/b.html.ts(3,50): error TS2353: Object literal…\na/b.html.ts(3,70): error TS2353: again\n\
            guards.ts(7,1): error TS2578: Unused directive.\n  'x' does not exist\n";
        assert_eq!(faulty(said).len(), 2);
    }
}
