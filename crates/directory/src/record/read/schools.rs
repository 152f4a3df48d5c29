//! Which schools: of a listing, and the register of all of them.

use super::fields::Reader;
use crate::area::{Confirmed, SchoolList, Schools};
use crate::catalogue::LoadError;
use crate::finding::Findings;
use crate::id::SchoolId;
use crate::json::Json;
use crate::record::fill::{Fill, Place, Reading};
use crate::record::{ConfirmedRecord, FORMAT, RegisterRecord, WHOLE};

impl Reader<'_> {
    /// Which schools a listing covers.
    pub(super) fn schools(&mut self, word: Option<&str>, names: Vec<String>, ids: &[String]) -> Schools {
        match word {
            None => Schools::NotBySchool,
            Some("all") => Schools::All,
            Some("listed") => {
                let ids = ids
                    .iter()
                    .filter(|_| WHOLE)
                    .filter_map(|id| school_id("area.school_ids", id, self.findings))
                    .collect();
                Schools::Listed(SchoolList { names, ids })
            }
            Some("not-known") => Schools::NotKnown,
            Some(other) => {
                self.findings.error("area.schools", other, "Write all, listed or not-known.");
                Schools::NotKnown
            }
        }
    }

    /// When a service last confirmed which schools it covers.
    pub(super) fn coverage_confirmed(&mut self, record: ConfirmedRecord) -> Option<Confirmed> {
        Some(Confirmed { on: self.day("area.coverage_confirmed", &record.on)?, by: record.by })
    }
}

/// The id of a school, or what is wrong with it.
pub(crate) fn school_id(field: &str, letters: &str, findings: &mut Findings) -> Option<SchoolId> {
    let id = SchoolId::new(letters);
    if id.is_none() {
        findings.error(field, letters, "Write the id of a school: a-z, 0-9 and -, at most 80 letters.");
    }
    id
}

/// The register that a text spells, which is one itself or a bundle that holds
/// one; with what of it has another shape among `findings`. `None`: a bundle
/// without schools.
pub fn register_in(text: &str, findings: &mut Findings) -> Result<Option<RegisterRecord>, LoadError> {
    let text = text.trim_start_matches('\u{feff}');
    let json = Json::parse(text).map_err(|why| LoadError::NotABundle(why.to_string()))?;
    let register = match json.get("schools") {
        Some(Json::List(_)) => &json,
        Some(register @ Json::Fields(_)) => register,
        None | Some(Json::Null) if json.get("listings").is_some() => return Ok(None),
        _ => return Err(LoadError::NotABundle("it has no schools".to_owned())),
    };
    let mut record = RegisterRecord::default();
    record.fill(register, &Place::Whole, &mut Reading::new(findings));
    match record.format {
        FORMAT => Ok(Some(record)),
        other => Err(LoadError::WrongVersion(other)),
    }
}
