//! The bundle that lists need: what only a listing's own page shows is left
//! out, because that page was drawn before and is never built from it.

use super::fill::{Place, Reading, fill};
use super::read::{Bundle, dated_route};
use super::{
    AccessRecord, AvailabilityRecord, BundleRecord, ChangeRecord, CheckRecord, FORMAT, HelpRecord, ListingAreaRecord,
    ListingRecord, SiteRecord, WordsRecord,
};
use crate::catalogue::LoadError;
use crate::day::Day;
use crate::finding::Findings;
use crate::history::on_pages;

/// The fields of which a list says, or ranks by, on whose word they stand.
const STATED: [&str; 7] = ["provider", "ages", "area", "access", "hours", "formats", "cost"];

/// A bundle with each listing [`ListingRecord::for_lists`], and without the
/// sources of crisis routes, the colours, which stand in a style of its own, and
/// what only pages of school staff say. What cannot be read is left out; reading
/// the whole bundle says what.
pub fn bundle_for_lists(text: &str) -> Result<String, LoadError> {
    let leave_out = |bundle: &mut Bundle<'_>| bundle.site = std::mem::take(&mut bundle.site).for_lists();
    written(text, ListingRecord::for_lists, leave_out, |_| Vec::new())
}

/// The bundle that the staff pages need: all of every listing, and none of
/// people's words, which only search hears; what changed of late; without what
/// the other leaves out beside its listings.
pub fn bundle_for_staff(text: &str) -> Result<String, LoadError> {
    let lines = |bundle: &Bundle<'_>| on_pages(&bundle.history, Day::read(&bundle.made));
    written(text, |record| record, |bundle| bundle.words = WordsRecord::default(), lines)
}

fn written(
    text: &str,
    shorten: impl Fn(ListingRecord) -> ListingRecord,
    leave_out: impl FnOnce(&mut Bundle<'_>),
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
    leave_out(&mut bundle);
    let history = lines(&bundle);
    bundle.site.colours = None;
    bundle.crisis.routes.iter_mut().for_each(|route| route.sources.clear());
    let Bundle { made, site, crisis, words, .. } = bundle;
    let bundle = BundleRecord {
        format: FORMAT,
        made,
        site,
        crisis,
        words,
        glossary: Vec::new(),
        self_help: Vec::new(),
        leaflets: Vec::new(),
        listings,
        history,
        schools: None,
    };
    serde_json::to_string(&bundle).map_err(|why| LoadError::NotABundle(why.to_string()))
}

impl SiteRecord {
    /// The same without what only the staff pages show: the notes beside the
    /// gap map, what a school does first, who advises those who refer.
    #[must_use]
    pub fn for_lists(self) -> Self {
        Self { gap_notes: Vec::new(), first_steps: Vec::new(), referrers_advice: None, school_contacts: None, ..self }
    }
}

impl ListingRecord {
    /// The same without what only its own page shows: who it is for in words,
    /// who may use it themselves, who commissions it, which schools, the steps,
    /// consent and words for the phone, when it takes people again, the course of help, languages, training,
    /// resources and sources; of money it says no more than the days. Search, cards, the staff table and opening hours need nothing of that.
    #[must_use]
    pub fn for_lists(self) -> Self {
        let access = AccessRecord {
            steps: Vec::new(),
            have_ready: Vec::new(),
            consent: None,
            phone_words: Vec::new(),
            route: dated_route(self.access.route, self.funding.as_ref()),
            ..self.access
        };
        // That it is tied to some schools is enough: which ones stands on its page.
        let (school_names, school_ids) = (Vec::new(), Vec::new());
        let area = ListingAreaRecord { school_names, school_ids, coverage_confirmed: None, ..self.area };
        let mut stated = self.stated;
        stated.retain(|field| STATED.contains(&field.as_str()));
        Self {
            withdrawn: None,
            eligibility: None,
            user_ages: None,
            commissioner: None,
            pilot: None,
            evaluated: None,
            area,
            access,
            format_note: None,
            languages: None,
            accessibility: None,
            availability: AvailabilityRecord { opens_on: None, ..self.availability },
            help: HelpRecord::default(),
            training: None,
            funding: None,
            resource: None,
            sources: Vec::new(),
            last_source: None,
            checked: self.checked.map(|check| CheckRecord { second: None, called_on: None, ..check }),
            imported: None,
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
        let text = r#"{ "id": "a", "withdrawn": { "on": "b" }, "training": { "suits": "all" }, "funding": {}, "resource": {}, "help": { "next": "b" },
            "sources": [{ "fields": [], "source": "c", "type": "d" }], "imported": { "from": "g" }, "availability": { "opens_on": "2027-01-11" },
            "checked": { "on": "2026-09-01", "by": "lead", "means": "called", "second": "manager", "called_on": "2026-09-01" }, "checked": { "on": "2026-09-01", "by": "lead", "means": "called",
            "second": "manager", "called_on": "2026-09-01" }, "area": { "places": [], "school_names": ["e"],
            "school_ids": ["f"], "coverage_confirmed": {} } }"#;
        let mut record = ListingRecord::default();
        let mut findings = Findings::default();
        let json = Json::parse(text).unwrap();
        fill(&mut record, &json, &Place::Whole, &mut Reading::new(&mut findings));
        let written = |record: &ListingRecord| serde_json::to_value(record).unwrap();
        let is_in = |value: &serde_json::Value, field: &&&str| value.get(**field).is_some();
        let (whole, lists) = (written(&record), written(&record.for_lists()));
        let area = |of: &serde_json::Value| of["area"].clone();
        assert!(ListingAreaRecord::ONLY_WHOLE.iter().all(|field| is_in(&area(&whole), &field)), "{whole}");
        assert!(!ListingAreaRecord::ONLY_WHOLE.iter().any(|field| is_in(&area(&lists), &field)), "{lists}");
        let availability = |of: &serde_json::Value| of["availability"].clone();
        assert!(AvailabilityRecord::ONLY_WHOLE.iter().all(|field| is_in(&availability(&whole), &field)), "{whole}");
        assert!(!AvailabilityRecord::ONLY_WHOLE.iter().any(|field| is_in(&availability(&lists), &field)), "{lists}");
        assert!(AvailabilityRecord::ONLY_WHOLE.len() == 1);
        let checked = |of: &serde_json::Value| of["checked"].clone();
        assert!(CheckRecord::ONLY_WHOLE.iter().all(|field| is_in(&checked(&whole), &field)), "{whole}");
        assert!(!CheckRecord::ONLY_WHOLE.iter().any(|field| is_in(&checked(&lists), &field)), "{lists}");
        assert_eq!(CheckRecord::ONLY_WHOLE.len(), 2);
        assert!(ListingRecord::ONLY_WHOLE.len() >= 3 && ListingAreaRecord::ONLY_WHOLE.len() == 3);
        assert!(ListingRecord::ONLY_WHOLE.iter().all(|field| is_in(&whole, &field)), "{whole}");
        assert!(!ListingRecord::ONLY_WHOLE.iter().any(|field| is_in(&lists, &field)), "{lists}");
    }
}
