//! `cargo maintain links`: whether every web address of the data still leads
//! where it led.
//!
//! It is a guest on other people's machines: it says who asks, keeps to what they
//! let programs see, asks one thing at a time of each with a pause, and reads no
//! more than it needs. It never asks a machine that is not public. This is the
//! one command that needs a network and a clock.

mod ask;
mod certificate;
mod crowd;
mod gate;
mod gather;
mod kept;
mod public;
mod told;
mod trust;
mod verdict;
mod visit;
mod web;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;
use clap::{Args, ValueEnum};
use directory::record::SiteRecord;

use crate::command::{Ended, Setting};
use crate::data::Data;
use crate::files::Folder;
use crate::tone;
use ask::{Asker, ROBOT};
use gate::{Gates, Patience};
use gather::Link;
use kept::Kept;

/// How patiently to look.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain links --write
  cargo maintain links --only nhs.uk
  cargo maintain links --older-than 30 --write
  waymark links our-data --trust our-network.pem

What is asked of other people's machines is little: one page at a time of each, with
a pause, and nothing that their robots.txt forbids. Run it where the network is free:
a network that filters makes good addresses look bad. If yours looks into secure
connections, ask who runs it for its certificate, and name that with --trust.")]
pub struct Asked {
    /// Only the addresses of this site, or of the entry with this id
    #[arg(long, value_name = "SITE|ID")]
    only: Option<String>,
    /// Leave out what worked at a visit less than so many days ago
    #[arg(long, value_name = "DAYS")]
    older_than: Option<u16>,
    /// Keep what was found in the private folder of partners, so that the next run goes first to what is in doubt
    #[arg(long)]
    write: bool,
    /// How many sites to visit side by side
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u8).range(1..=32))]
    sites: u8,
    /// The pause between two questions to one site, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0, value_parser = seconds)]
    pause: f64,
    /// How long to wait for an answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 20.0, value_parser = seconds)]
    timeout: f64,
    /// How often to ask before giving up
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    tries: u8,
    /// Trust the authorities whose certificates are in this file (PEM), too: those of a network that looks into secure connections
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Visit machines of this network, too, and directly: for tests
    #[arg(long, hide = true)]
    allow_local: bool,
}

/// How it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// What needs a look, under headings
    Text,
    /// One list of every address, for scripts
    Json,
}

/// Visits the addresses of a folder, and says what became of them.
pub fn tell(at: &Setting, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<Ended> {
    let trusted = match asked.trust.as_deref().map(trust::read).transpose() {
        Ok(trusted) => trusted.unwrap_or_default(),
        Err(why) => return Ok(Ended::WrongUse(why)),
    };
    let data = Data::read(&Folder::read(&at.data)?);
    let mut known = kept::read(at)?;
    let all = gather::all(&data);
    known.retain(|web, _| all.iter().any(|link| link.web == *web));
    let mut links: Vec<&Link> = all.iter().filter(|link| is_meant(link, asked, &known, at)).collect();
    if links.is_empty() {
        return match &asked.only {
            Some(only) if !all.iter().any(|link| is_of(link, only)) => {
                Ok(Ended::WrongUse(format!("no address of the data is of {only}; name a site, or the id of an entry")))
            }
            _ => Ok(writeln!(out, "There is no address to visit.").map(|()| Ended::Well)?),
        };
    }
    // Crisis help first; then what was in doubt, what is new, what was seen longest ago.
    links.sort_by_cached_key(|link| {
        let last = known.get(&link.web);
        let is_new = last.is_none();
        let is_doubtful = last.is_some_and(|kept| kept.verdict.is_doubtful());
        let on = last.map(|kept| kept.on.clone()).unwrap_or_default();
        (!link.is_crisis, !is_doubtful, !is_new, on)
    });
    let who = who_asks(data.site.as_ref().map(|site| &site.record));
    let asker = Asker::new(&who, Duration::from_secs_f64(asked.timeout), &trusted, asked.allow_local);
    let found = visited(at, asked, &links, asker);
    let told = told::Told { found: &found, left_out: all.len() - links.len() };
    let text = if asked.format == Form::Json { told.json()? } else { told.text() };
    out.write_all(text.as_bytes())?;
    if asked.write {
        known.extend(found.iter().map(|(_, kept)| (kept.web.clone(), kept.clone())));
        kept::write(at, &known)?;
        writeln!(aside, "What was found is kept in {}.", kept::path(at).display())?;
    }
    Ok(Ended::is_well(found.iter().all(|(_, kept)| !kept.verdict.is_doubtful())))
}

/// Visits some addresses, in this order as far as their sites are free.
fn visited<'a>(at: &Setting, asked: &Asked, links: &[&'a Link], asker: Asker) -> Vec<(&'a Link, Kept)> {
    let patience = Patience { pause: Duration::from_secs_f64(asked.pause), tries: asked.tries.into() };
    let gates = Gates::new(asker, patience);
    let bar = tone::bar(at.is_quiet, Some(links.len() as u64), "web addresses");
    let webs: Vec<&str> = links.iter().map(|link| link.web.as_str()).collect();
    let verdicts = crowd::each(&webs, asked.sites.into(), |web| {
        let verdict = visit::visit(&gates, web, asked.allow_local);
        bar.inc(1);
        verdict
    });
    bar.finish_and_clear();
    let kept = |(link, verdict): (&&'a Link, _)| (*link, Kept { web: link.web.clone(), on: at.today.iso(), verdict });
    links.iter().zip(verdicts).map(kept).collect()
}

fn is_meant(link: &Link, asked: &Asked, known: &BTreeMap<String, Kept>, at: &Setting) -> bool {
    let is_fresh = asked.older_than.is_some_and(|days| {
        let last = known.get(&link.web).filter(|kept| !kept.verdict.is_doubtful());
        last.and_then(|kept| kept.age(at.today)).is_some_and(|age| (0..i64::from(days)).contains(&age))
    });
    !is_fresh && asked.only.as_ref().is_none_or(|only| is_of(link, only))
}

/// Whether an address is of a site, or of an entry.
fn is_of(link: &Link, only: &str) -> bool {
    let host = web::read(&link.web).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let only_host = only.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    let is_site = host == only_host || host.strip_suffix(only_host).is_some_and(|rest| rest.ends_with('.'));
    is_site || link.places.iter().any(|place| place.id.as_deref() == Some(only))
}

/// Who asks, so that whoever is asked can say that they would rather not be. A
/// header holds plain letters alone.
fn who_asks(site: Option<&SiteRecord>) -> String {
    let publisher = site.map(|site| &site.publisher);
    let reach = publisher.and_then(|one| one.email.as_deref().or(one.address.as_deref()));
    let name = publisher.map(|one| one.name.as_str()).filter(|name| !name.trim().is_empty());
    let said: Vec<&str> = name.into_iter().chain(reach).collect();
    let said: String =
        said.join("; ").chars().map(|sign| if (' '..='~').contains(&sign) { sign } else { '?' }).collect();
    let said = said.replace(['(', ')'], " ");
    let version = env!("CARGO_PKG_VERSION");
    if said.is_empty() { format!("{ROBOT}/{version}") } else { format!("{ROBOT}/{version} ({said})") }
}

fn seconds(typed: &str) -> Result<f64, String> {
    let seconds = typed.parse::<f64>().ok().filter(|seconds| (0.0..=600.0).contains(seconds));
    seconds.ok_or_else(|| "write seconds, such as 0.5 or 20".to_owned())
}
