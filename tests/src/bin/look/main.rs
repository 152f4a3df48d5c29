//! `cargo xtask look`: pictures of every kind of page, for people to look at.
//!
//! Each kind is taken whole at the width of a phone and of a desk, light,
//! dark and in forced colours, and once as it is printed. Nothing is compared
//! and nothing fails by its looks: eyes do that. A page whose app does not
//! start is taken all the same, and named.

mod album;
mod camera;
mod kinds;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use waymark_tests::server::Pages;
use waymark_tests::{Engine, Manner, Page, Visit};

use kinds::Kind;

/// Takes pictures of a built site.
#[derive(Parser)]
struct Arguments {
    /// The built site.
    #[arg(long)]
    dist: PathBuf,
    /// The folder for the pictures.
    #[arg(long)]
    out: PathBuf,
    /// Only this page, such as `results.html#need=sleep`; may be given again.
    #[arg(long)]
    page: Vec<String>,
}

/// The screens, and what their readers have asked their systems for.
const WIDTHS: [Manner; 2] = [Manner::PHONE, Manner::DESKTOP];
const COLOURS: [&str; 3] = ["light", "dark", "forced"];

/// A browser lives two minutes at most, however slow the machine is.
const PAGES_OF_ONE_BROWSER: usize = 8;

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(silent) if silent.is_empty() => ExitCode::SUCCESS,
        Ok(silent) => {
            eprintln!("error: the app did not start on: {}", silent.join(", "));
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Takes all pictures, and gives the pages on which the app did not start.
fn run(arguments: &Arguments) -> Result<Vec<String>> {
    let kinds = match arguments.page.is_empty() {
        true => kinds::of(&arguments.dist)?,
        false => arguments.page.iter().map(|page| Kind::named(page)).collect(),
    };
    fs::create_dir_all(&arguments.out).with_context(|| format!("cannot make {}", arguments.out.display()))?;
    let visit = Visit::to_pages(Engine::Chromium, Pages::Folder(arguments.dist.clone()), "/")?;
    let mut silent = Vec::new();
    for screen in WIDTHS {
        for colours in COLOURS {
            let manner = Manner { dark: colours == "dark", forced_colours: colours == "forced", ..screen.clone() };
            for some in kinds.chunks(PAGES_OF_ONE_BROWSER) {
                let page = visit.browser(&manner)?;
                for kind in some {
                    let is_ready = open(&page, &kind.page)?;
                    if !is_ready && !silent.contains(&kind.page) {
                        silent.push(kind.page.clone());
                    }
                    let file = album::picture(&kind.name, manner.width, colours);
                    write(&arguments.out.join(file), &camera::whole(&page)?)?;
                    if colours == "light" && manner.width == Manner::DESKTOP.width {
                        write(&arguments.out.join(album::print(&kind.name)), &camera::print(&page)?)?;
                    }
                }
            }
            println!("{} pages at {} pixels, {colours}", kinds.len(), manner.width);
        }
    }
    let index = arguments.out.join("index.html");
    write(&index, album::index(&kinds, &WIDTHS.map(|screen| screen.width), &COLOURS).as_bytes())?;
    println!("Look at {}", index.display());
    Ok(silent)
}

/// Opens a page as if nothing had been open before; whether its app started.
fn open(page: &Page<'_>, name: &str) -> Result<bool> {
    page.session().send("POST", "/url", Some(&serde_json::json!({ "url": "about:blank" })))?;
    page.open_plain(name)?;
    // The page for what is missing loads nothing, and has no app.
    let has_app = page.ask("return document.getElementById('app') !== null")? == true;
    let is_ready = !has_app || page.is_ready().is_ok();
    page.session().script_later(
        "const tell = arguments[arguments.length - 1];
         document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => tell())))",
        &serde_json::json!([]),
    )?;
    Ok(is_ready)
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}
