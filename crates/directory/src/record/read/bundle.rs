//! A bundle as it is read: its parts, and each entry apart, so that a bad one
//! hides no other.

use crate::catalogue::LoadError;
use crate::finding::{Finding, Findings};
use crate::json::Json;
use crate::record::fill::{Fill, Place, Reading};
use crate::record::{CrisisRecord, FORMAT, SiteRecord, WordsRecord};

/// A bundle on its way to a directory.
#[derive(Debug)]
pub struct Bundle<'a> {
    /// The day on which it was made, `YYYY-MM-DD`.
    pub made: String,
    /// Who publishes, and where.
    pub site: SiteRecord,
    /// The one place of crisis numbers.
    pub crisis: CrisisRecord,
    /// People's words.
    pub words: WordsRecord,
    /// Each entry, not looked at yet.
    pub listings: Vec<Json<'a>>,
    /// Each line of the history, not looked at yet.
    pub history: Vec<Json<'a>>,
    /// What is wrong with the other parts.
    pub findings: Vec<Finding>,
}

impl<'a> Bundle<'a> {
    /// Reads the parts of a text.
    pub fn read(text: &'a str) -> Result<Self, LoadError> {
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text).map_err(|why| LoadError::NotABundle(why.to_string()))?;
        let format = json.get("format").and_then(Json::whole).and_then(|format| u32::try_from(format).ok());
        match format {
            None => return Err(missing("format")),
            Some(FORMAT) => {}
            Some(other) => return Err(LoadError::WrongVersion(other)),
        }
        let mut bundle = Self {
            made: String::new(),
            site: SiteRecord::default(),
            crisis: CrisisRecord::default(),
            words: WordsRecord::default(),
            listings: Vec::new(),
            history: Vec::new(),
            findings: Vec::new(),
        };
        let parts: [(&str, &mut dyn Fill); 4] = [
            ("made", &mut bundle.made),
            ("site", &mut bundle.site),
            ("crisis", &mut bundle.crisis),
            ("words", &mut bundle.words),
        ];
        for (name, part) in parts {
            let mut findings = Findings::of_file(name);
            let value = json.get(name).ok_or_else(|| missing(name))?;
            if !part.fill(value, &Place::Whole, &mut Reading::new(&mut findings)) {
                return Err(missing(name));
            }
            bundle.findings.extend(findings.into_vec());
        }
        let Json::Fields(fields) = json else { return Err(missing("format")) };
        let mut listings = None;
        for (name, value) in fields {
            match (&*name, value) {
                ("listings", Json::List(all)) => listings = listings.or(Some(all)),
                ("history", Json::List(all)) => bundle.history = all,
                _ => {}
            }
        }
        bundle.listings = listings.ok_or_else(|| missing("listings"))?;
        Ok(bundle)
    }
}

fn missing(part: &str) -> LoadError {
    LoadError::NotABundle(["it has no ", part].concat())
}
