//! What is kept of partners, beside the data and never in it: who they are, what
//! was sent to them and when.

mod log;
mod rules;
pub mod sent;

use std::path::PathBuf;

use anyhow::Result;
use directory::finding::Finding;
use directory::partner::{Partner, Partners};
use directory::record::PartnersRecord;

use crate::command::Setting;
use crate::data::{self, Data};
use crate::files;

pub use log::{LOG, Log, Reminder};

/// The file that says who answers for which entries.
pub const FILE: &str = "partners.json";

/// So many partners are named where one is not known.
const MOST_TOLD: usize = 30;

/// The partners of some data, with what is wrong with their file. Without a file
/// every entry belongs to its provider.
pub fn read(at: &Setting, data: &Data) -> Result<(Partners, Vec<Finding>)> {
    let mut findings = Vec::new();
    let file = files::text_file(&path(at))?;
    let record = data::read_if_there(&file, |one: &PartnersRecord| Some(one.format), &mut findings);
    let listings = data.listings.iter().map(|file| &file.record);
    if let Some(file) = &record {
        findings.extend(rules::run(&file.path, &file.record, listings.clone()));
    }
    Ok((Partners::of(record.as_ref().map(|file| &file.record), listings), findings))
}

/// The partner that somebody means, by id or by name; or in a sentence the
/// nearest, and all that there are, if they are few.
pub fn wanted<'a>(partners: &'a Partners, words: &str) -> Result<&'a Partner, String> {
    if let Some(partner) = partners.find(words) {
        return Ok(partner);
    }
    let likeness = |partner: &Partner| {
        let (id, name) = (strsim::jaro_winkler(&partner.id, words), strsim::jaro_winkler(&partner.name, words));
        (id.max(name) * 1000.0) as u32
    };
    let mut nearest: Vec<_> = partners.all().iter().map(|partner| (likeness(partner), partner)).collect();
    nearest.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    let told = |partner: &Partner| format!("{} ({})", partner.id, partner.name);
    let (few, near): (bool, Vec<_>) =
        (nearest.len() <= MOST_TOLD, nearest.iter().filter(|(far, _)| *far >= 800).collect());
    let near: Vec<_> = near.iter().take(3).map(|(_, partner)| told(partner)).collect();
    let asked = if near.is_empty() { String::new() } else { format!(" Do you mean {}?", near.join(" or ")) };
    let ids: Vec<_> = partners.all().iter().map(|partner| partner.id.as_str()).collect();
    let all = if few { format!("There are: {}", ids.join(", ")) } else { "`due` names all of them.".to_owned() };
    Err(format!("there is no partner {words:?}.{asked} {all}"))
}

/// Where the file is.
pub fn path(at: &Setting) -> PathBuf {
    at.partners.join(FILE)
}

#[cfg(test)]
mod tests {
    use directory::record::ListingRecord;

    use super::*;

    #[test]
    fn a_partner_is_known_by_id_and_by_name_and_a_slip_is_answered_with_the_nearest() {
        let entry = |id: &str, provider: &str| ListingRecord {
            id: id.to_owned(),
            provider: Some(provider.to_owned()),
            ..ListingRecord::default()
        };
        let partners = Partners::of(None, &[entry("a", "Sleep & Rest"), entry("b", "The Trust")]);
        for words in ["sleep-and-rest", "sleep & rest"] {
            assert_eq!(wanted(&partners, words).map(|one| one.name.as_str()), Ok("Sleep & Rest"));
        }
        let told = wanted(&partners, "sleep-and-rst").err().unwrap_or_default();
        assert!(told.contains("Do you mean sleep-and-rest (Sleep & Rest)?") && told.contains("the-trust"), "{told}");
        let told = wanted(&partners, "qqq").err().unwrap_or_default();
        assert!(!told.contains("Do you mean") && told.ends_with("There are: sleep-and-rest, the-trust"), "{told}");
    }
}
