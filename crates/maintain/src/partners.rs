//! What is kept of partners, beside the data and never in it: who they are, what
//! was sent to them and when.

mod rules;

use std::path::PathBuf;

use anyhow::Result;
use directory::finding::Finding;
use directory::partner::{Partner, Partners};
use directory::record::PartnersRecord;

use crate::command::Setting;
use crate::data::{self, Data};
use crate::files;

/// The file that says who answers for which entries.
pub const FILE: &str = "partners.json";

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
/// nearest, and all that there are.
pub fn wanted<'a>(partners: &'a Partners, words: &str) -> Result<&'a Partner, String> {
    if let Some(partner) = partners.find(words) {
        return Ok(partner);
    }
    let near = |partner: &&Partner| {
        let (id, name) = (strsim::jaro_winkler(&partner.id, words), strsim::jaro_winkler(&partner.name, words));
        (id.max(name) * 1000.0) as u32
    };
    let nearest = partners.all().iter().max_by_key(near).filter(|partner| near(partner) >= 800);
    let nearest = nearest.map(|partner| format!(" Do you mean {} ({})?", partner.id, partner.name)).unwrap_or_default();
    let ids: Vec<_> = partners.all().iter().map(|partner| partner.id.as_str()).collect();
    Err(format!("there is no partner {words:?}.{nearest} There are: {}", ids.join(", ")))
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
