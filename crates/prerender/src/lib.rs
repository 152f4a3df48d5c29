//! Every address of the app, drawn to HTML at build from the same components.
//!
//! The page that Trunk made is the shell: its numbered places are filled, its
//! inline module becomes a file of its own (no inline script is allowed), and
//! each address becomes a file beside it.

#![recursion_limit = "256"]

mod booklets;
mod colours;
mod copy;
mod description;
mod draw;
mod explained;
mod head;
mod hosting;
mod linked_data;
mod manifest;
mod not_found;
mod public_address;
mod shell;
mod sitemap;

pub use ::booklet::Paper;
pub use booklets::{Booklet, booklet};
pub use manifest::MANIFEST;
pub use public_address::{LeftOut, PublicAddress};
pub use shell::Shell;

use directory::Directory;
use directory::day::Day;
use directory::finding::{Finding, Findings, Level};
use directory::glossary::Glossary;
use directory::leaflet::LeafletTexts;
use directory::record::{Bundle, RegisterRecord, register_in};
use directory::schools::Register;
use directory::self_help::SelfHelp;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use waymark_app::pages::drawn::device;

/// A file to write: its path from the folder of the site, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The path, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What is made of a whole folder, when everything else is in it: the manifest,
/// what whoever keeps a copy needs to know of each file, and what hosts are told.
pub fn finish(
    mut files: BTreeMap<String, Vec<u8>>,
    bundle: &str,
    today: directory::day::Day,
    is_fixed_day: bool,
) -> anyhow::Result<Vec<Output>> {
    let (directory, _) = directory::Directory::read(bundle, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    let manifest = manifest::manifest(&directory.site, &files)?;
    files.insert(manifest.path.clone(), manifest.text.clone().into_bytes());
    let copy = copy::copy(&files, &directory, today, is_fixed_day)?;
    let names = files.keys().map(String::as_str).chain(copy.iter().map(|output| output.path.as_str()));
    let for_hosts = hosting::files(names);
    Ok([manifest].into_iter().chain(copy).chain(for_hosts).collect())
}

/// Every file of a folder, by its path with `/` between folders.
pub fn files(folder: &Path) -> std::io::Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(found)
}

/// A short name for what a file holds, so that it can be kept for ever: 16
/// hexadecimal digits of FNV-1a.
pub fn hash(content: impl AsRef<[u8]>) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    format!("{:016x}", content.as_ref().iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// A whole site: every file to write, and what was left out of it.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its pages, its directory file, its boot script, its maps for robots.
    pub files: Vec<Output>,
    /// Its booklets to print.
    pub booklets: Vec<Booklet>,
    /// Why it names no absolute address; in words, for whoever builds.
    pub left_out: Option<LeftOut>,
}

/// Draws a whole site.
///
/// `fixed_day` is set where the site is to behave as on one day for ever, as
/// test sites do. Fails if the shell is not the page that Trunk makes, or the
/// bundle is no directory.
pub fn site(text: &str, bundle: &str, today: Day, is_fixed_day: bool) -> anyhow::Result<Drawn> {
    let (shell, boots) = Shell::read(text)?;
    let (directory, findings) = Directory::read(bundle, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    stopped_by(&findings)?;
    // The app gets what lists and search need; the rest stands in the pages.
    let lists = directory::record::bundle_for_lists(bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    let data = Output { path: format!("directory-{}.json", hash(&lists)), text: lists };
    let whole = directory::record::bundle_for_staff(bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    let staff = Output { path: format!("staff-{}.json", hash(&whole)), text: whole };
    let settings = Bundle::read(bundle).map_err(|why| anyhow::anyhow!("{why}"))?.site;
    let colours = colours::style(settings.colours.as_ref())?;
    let shell = shell.coloured(colours.as_ref());
    let directory = Arc::new(directory);
    let public = PublicAddress::of(&directory.site);
    let (glossary, findings) = Glossary::of_bundle(bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    stopped_by(&findings)?;
    let (self_help, findings) = SelfHelp::of_bundle(bundle).map_err(|why| anyhow::anyhow!("{why}"))?;
    stopped_by(&findings)?;
    let (leaflets, findings) = LeafletTexts::of_bundle(bundle, today).map_err(|why| anyhow::anyhow!("{why}"))?;
    stopped_by(&findings)?;
    let (register, schools) = schools(bundle)?.unzip();
    let booklets = booklets::all(&directory)?;
    let printed: Vec<_> = booklets.iter().map(|booklet| booklet.printed).collect();
    let content = draw::Content {
        directory: &directory,
        glossary: &Arc::new(glossary),
        self_help: &Arc::new(self_help),
        leaflets: &Arc::new(leaflets),
        register: register.as_ref(),
        schools: schools.as_ref().map(|[families, staff]| [families.path.as_str(), staff.path.as_str()]),
        booklets: &printed,
    };
    let lists = [data.path.as_str(), staff.path.as_str()];
    let mut files = draw::pages(&shell, content, lists, is_fixed_day.then_some(today), public.as_ref().ok())?;
    files.extend(public.iter().flat_map(|public| sitemap::files(&directory, register.as_deref(), public)));
    files.extend(on_devices(&directory));
    files.extend([data, staff]);
    files.extend(schools.into_iter().flatten());
    files.extend(boots);
    files.extend(colours);
    Ok(Drawn { files, booklets, left_out: public.err() })
}

/// What of each entry goes onto a device, beside its page.
fn on_devices(directory: &Directory) -> impl Iterator<Item = Output> {
    let files = directory.listings().iter().flat_map(|listing| device::files(directory, listing));
    files.map(|file| Output { path: file.path, text: file.text })
}

/// The register of schools in a bundle, if there is one, and its files: for
/// families without who answers for a school, and for school staff.
fn schools(bundle: &str) -> anyhow::Result<Option<(Arc<Register>, [Output; 2])>> {
    let mut findings = Findings::of_file("schools");
    let record = register_in(bundle, &mut findings).map_err(|why| anyhow::anyhow!("{why}"))?;
    let Some(record) = record else { return Ok(None) };
    let output = |record: &RegisterRecord| -> anyhow::Result<Output> {
        let text = serde_json::to_string(record)?;
        Ok(Output { path: format!("schools-{}.json", hash(&text)), text })
    };
    let files = [output(&record.clone().for_families())?, output(&record)?];
    let register = Register::of(record, &mut findings);
    Ok(Some((Arc::new(register), files)))
}

/// Fails if there is an error among these.
fn stopped_by(findings: &[Finding]) -> anyhow::Result<()> {
    match findings.iter().find(|finding| finding.level == Level::Error) {
        Some(error) => anyhow::bail!("{} {}: {} {}", error.file, error.field, error.found, error.write),
        None => Ok(()),
    }
}
