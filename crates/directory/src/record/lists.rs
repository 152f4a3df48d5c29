//! The bundle that lists need: what only a listing's own page shows is left
//! out, because that page was drawn before and is never built from it.

use super::fill::{Place, Reading, fill};
use super::read::Bundle;
use super::{AccessRecord, BundleRecord, ChangeRecord, FORMAT, HelpRecord, ListingRecord, WordsRecord};
use crate::catalogue::LoadError;
use crate::day::Day;
use crate::finding::Findings;
use crate::history::on_pages;

/// The fields of which a list says, or ranks by, on whose word they stand.
const STATED: [&str; 7] = ["provider", "ages", "area", "access", "hours", "formats", "cost"];

/// A bundle with each listing [`ListingRecord::for_lists`], and without the
/// sources of crisis routes and the colours, which stand in a style of its own.
/// What cannot be read is left out; reading the whole bundle says what.
pub fn bundle_for_lists(text: &str) -> Result<String, LoadError> {
    written(text, ListingRecord::for_lists, |words| words, |_| Vec::new())
}

/// The bundle that the staff pages need: all of every listing, and none of
/// people's words, which only search hears; what changed of late; without what
/// the other leaves out beside its listings.
pub fn bundle_for_staff(text: &str) -> Result<String, LoadError> {
    let lines = |bundle: &Bundle<'_>| on_pages(&bundle.history, Day::read(&bundle.made));
    written(text, |record| record, |_| WordsRecord::default(), lines)
}

fn written(
    text: &str,
    shorten: impl Fn(ListingRecord) -> ListingRecord,
    words: impl FnOnce(WordsRecord) -> WordsRecord,
    lines: impl FnOnce(&Bundle<'_>) -> Vec<ChangeRecord>,
) -> Result<String, LoadError> {
    let mut bundle = Bundle::read(text)?;
    let mut findings = Findings::default();
    let mut listings = Vec::new();
    for json in &bundle.listings {
        let mut record = ListingRecord::default();
        if fill(&mut record, json, &Place::Whole, &mut Reading::new(&mut findings)) {
            listings.push(shorten(record));
        }
    }
    bundle.site.colours = None;
    bundle.crisis.routes.iter_mut().for_each(|route| route.sources.clear());
    let history = lines(&bundle);
    let Bundle { made, site, crisis, words: said, .. } = bundle;
    let bundle = BundleRecord { format: FORMAT, made, site, crisis, words: words(said), listings, history };
    serde_json::to_string(&bundle).map_err(|why| LoadError::NotABundle(why.to_string()))
}

impl ListingRecord {
    /// The same without what only its own page shows: who it is for in words,
    /// who may use it themselves, who commissions it, the steps, the course of
    /// help, languages, training and sources. Search, cards, the staff table
    /// and opening hours need nothing of that.
    #[must_use]
    pub fn for_lists(self) -> Self {
        let access = AccessRecord { steps: Vec::new(), have_ready: Vec::new(), exclusions: Vec::new(), ..self.access };
        let mut stated = self.stated;
        stated.retain(|field| STATED.contains(&field.as_str()));
        Self {
            eligibility: None,
            user_ages: None,
            commissioner: None,
            pilot: None,
            evaluated: None,
            access,
            format_note: None,
            languages: None,
            accessibility: None,
            help: HelpRecord::default(),
            training: None,
            sources: Vec::new(),
            last_source: None,
            stated,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn what_the_app_of_lists_does_not_read_is_in_no_bundle_for_lists() {
        let text = r#"{ "id": "a", "training": { "suits": "all" }, "help": { "next": "b" },
            "sources": [{ "fields": [], "source": "c", "type": "d" }] }"#;
        let mut record = ListingRecord::default();
        let mut findings = Findings::default();
        let json = Json::parse(text).unwrap();
        fill(&mut record, &json, &Place::Whole, &mut Reading::new(&mut findings));
        let written = |record: &ListingRecord| serde_json::to_value(record).unwrap();
        let is_in = |value: &serde_json::Value, field: &&&str| value.get(**field).is_some();
        let (whole, lists) = (written(&record), written(&record.for_lists()));
        assert!(ListingRecord::ONLY_WHOLE.len() >= 3);
        assert!(ListingRecord::ONLY_WHOLE.iter().all(|field| is_in(&whole, &field)), "{whole}");
        assert!(!ListingRecord::ONLY_WHOLE.iter().any(|field| is_in(&lists, &field)), "{lists}");
    }
}
