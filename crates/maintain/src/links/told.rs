//! What became of the addresses, in words and for scripts.

use std::collections::BTreeSet;

use anyhow::Result;
use serde::Serialize;

use super::certificate::Fault;
use super::gather::{Link, Place};
use super::kept::Kept;
use super::verdict::Verdict;
use crate::report::counted;

/// The most places of one address that are named.
const MOST_PLACES: usize = 4;

/// What was found.
pub(super) struct Told<'a> {
    /// Each address that was visited.
    pub(super) found: &'a [(&'a Link, Kept)],
    /// How many were left out.
    pub(super) left_out: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    address: &'a str,
    verdict: &'a str,
    why: Option<&'a str>,
    to: Option<&'a str>,
    on: &'a str,
    crisis: bool,
    places: &'a [Place],
}

impl Told<'_> {
    pub(super) fn json(&self) -> Result<String> {
        let lines: Vec<_> = self.found.iter().map(|(link, kept)| line(link, kept)).collect();
        Ok(serde_json::to_string_pretty(&lines)? + "\n")
    }

    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (place, (_, heading, then)) in Verdict::KINDS.iter().enumerate() {
            let of_kind: Vec<_> = self.found.iter().filter(|(_, kept)| kept.verdict.place() == place).collect();
            if of_kind.is_empty() || then.is_empty() {
                continue;
            }
            text += &format!("{heading} ({}). {then}\n", of_kind.len());
            for (link, kept) in of_kind {
                text += &of_one(link, kept);
            }
            text.push('\n');
        }
        text += &self.certificates();
        text += &self.counts();
        if self.is_nothing_reached() {
            text += "Nothing at all was reached: this computer may have no way to the internet, or one that filters.\n";
        }
        text
    }

    /// What to do about certificates, once for each thing that is wrong with some.
    fn certificates(&self) -> String {
        let found = || self.found.iter().filter_map(|(_, kept)| kept.verdict.found());
        let met = Fault::ALL.iter().filter(|fault| found().any(|why| why.ends_with(fault.words())));
        let lines: String = met.map(|fault| format!("Where {}: {}\n", fault.words(), fault.then())).collect();
        if lines.is_empty() { lines } else { lines + "\n" }
    }

    fn counts(&self) -> String {
        let count = |place: usize| self.found.iter().filter(|(_, kept)| kept.verdict.place() == place).count();
        let kinds =
            Verdict::KINDS.iter().enumerate().map(|(place, (_, heading, _))| (count(place), heading.to_lowercase()));
        let named: Vec<_> =
            kinds.filter(|(count, _)| *count > 0).map(|(count, heading)| format!("{count} {heading}")).collect();
        let left = if self.left_out == 0 { String::new() } else { format!(" {} left out.", self.left_out) };
        let count = self.found.len();
        let addresses = if count == 1 { "1 address".to_owned() } else { format!("{count} addresses") };
        format!("{addresses} visited: {}.{left}\n", named.join(", "))
    }

    fn is_nothing_reached(&self) -> bool {
        let sites: BTreeSet<_> = self.found.iter().filter_map(|(link, _)| link.web.split('/').nth(2)).collect();
        sites.len() > 2 && self.found.iter().all(|(_, kept)| matches!(kept.verdict, Verdict::Unreachable { .. }))
    }
}

fn of_one(link: &Link, kept: &Kept) -> String {
    let mark = if link.is_crisis { "Crisis help: " } else { "" };
    let mut text = format!("  {mark}{}\n", plain(&link.web));
    if let Some(found) = kept.verdict.found() {
        text += &format!("      {}\n", plain(found));
    }
    if let Some(to) = kept.verdict.to() {
        text += &format!("      now: {}\n", plain(to));
    }
    for place in link.places.iter().take(MOST_PLACES) {
        text += &format!("      in {}, {}\n", place.file, place.field);
    }
    if link.places.len() > MOST_PLACES {
        text += &format!("      and in {}\n", counted(link.places.len() - MOST_PLACES, "other place"));
    }
    text
}

fn line<'a>(link: &'a Link, kept: &'a Kept) -> Line<'a> {
    Line {
        address: &link.web,
        verdict: Verdict::KINDS.get(kept.verdict.place()).map_or("", |(slug, _, _)| slug),
        why: kept.verdict.found(),
        to: kept.verdict.to(),
        on: &kept.on,
        crisis: link.is_crisis,
        places: &link.places,
    }
}

/// What a site said, without signs that would move about on a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|sign| if sign.is_control() { '?' } else { sign }).collect()
}
