//! A booklet on its own, on another paper than that of the site.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::Directory;
use directory::booklet::Scope;
use directory::day::Day;
use maintain::bundle;
use maintain::files::Folder;
use maintain::report::{self, Format};
use prerender::{Booklet, Paper, booklet};

/// Which booklet somebody asks for.
#[derive(clap::Args)]
#[command(after_help = "Example: waymark booklet our-data booklet-a5.pdf --paper a5")]
pub(crate) struct Asked {
    /// The file to write
    out: PathBuf,
    /// The area that it is for, as site.json writes it under "slug" [default: the whole directory]
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    /// The paper: a4, or a5, which is half of it
    #[arg(long, default_value = "a4", value_parser = paper)]
    paper: Paper,
}

fn paper(word: &str) -> Result<Paper, String> {
    match word {
        "a4" => Ok(Paper::A4),
        "a5" => Ok(Paper::A5),
        _ => Err("write a4 or a5".to_owned()),
    }
}

/// How it ended.
pub(crate) enum Ended {
    /// It is written; with what there is to say of it.
    Written(Booklet),
    /// The data has errors, which these words name.
    WithErrors(String),
    /// Something was asked for that there is not.
    WrongUse(String),
}

/// Writes the booklet of a folder of data.
pub(crate) fn run(data: &Path, today: Day, asked: &Asked) -> Result<Ended> {
    let folder = Folder::read(data)?;
    let bundle = match bundle::run(&folder, today)? {
        Ok(bundle) => bundle,
        Err(errors) => return Ok(Ended::WithErrors(report::write(&errors, folder.listings.len(), Format::Text)?)),
    };
    let (directory, _) = Directory::read(&bundle, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    let areas = &directory.site.areas;
    let scope = match &asked.area {
        None => Scope::Whole,
        Some(slug) => match Scope::of(slug, areas) {
            Some(scope) => scope,
            None => {
                let slugs: Vec<_> = Scope::all(areas).into_iter().filter_map(|scope| scope.slug(areas)).collect();
                return Ok(Ended::WrongUse(format!(
                    "there is no area {slug} to choose; write one of: {}",
                    slugs.join(", ")
                )));
            }
        },
    };
    if asked.out.extension().is_none_or(|end| end != "pdf") {
        return Ok(Ended::WrongUse(format!("{} is no name of a PDF; end it with .pdf", asked.out.display())));
    }
    let booklet = booklet(&directory, scope, asked.paper)?;
    std::fs::write(&asked.out, &booklet.bytes).with_context(|| format!("could not write {}", asked.out.display()))?;
    Ok(Ended::Written(booklet))
}
