//! Our own words on the leaflet of a need: what it is, and what helps at home.
//!
//! Words about health are a clinician's to approve. Until the data names the
//! clinical role that did, and when, they are on no page and in no bundle; and
//! on some needs there are none at all, since a wrong word may cost a life.

mod first;

use crate::catalogue::LoadError;
use crate::closed::Closed;
use crate::day::Day;
use crate::finding::{Finding, Findings, listed};
use crate::json::Json;
use crate::record::{Fill, LeafletRecord, Place, Reading};
use crate::vocabulary::Need;
use crate::words::fold_apart;

pub use first::ToAsk;

/// The needs on which a leaflet says only who to ask, and what to do in danger.
const NEVER: [Need; 5] = [Need::Suicide, Need::SelfHarm, Need::Psychosis, Need::Eating, Need::AbuseSafety];

/// Words of which one stands in the name of every clinical role.
const CLINICAL: [&str; 15] = [
    "clinical",
    "clinician",
    "gp",
    "health visitor",
    "nurse",
    "nursing",
    "occupational therapist",
    "paediatrician",
    "psychiatric",
    "psychiatrist",
    "psychological",
    "psychologist",
    "psychotherapist",
    "speech and language therapist",
    "therapist",
];

/// Words that stand in the data and may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeafletText {
    /// On which need.
    pub need: Need,
    /// What it is. Empty: nothing is said of that.
    pub what_it_is: Vec<String>,
    /// What helps at home. Empty: nothing is said of that.
    pub what_helps: Vec<String>,
    /// What the words rest on.
    pub source: String,
    /// Which clinical role approved them.
    pub role: String,
    /// When.
    pub on: Day,
}

/// The words that may be published, by need.
///
/// Invariant: each need once, none of those on which there are no words of
/// ours, each approved by a clinical role on or before the day of reading; held
/// by [`LeafletTexts::read`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafletTexts(Vec<LeafletText>);

impl LeafletTexts {
    /// Those of a bundle as of a day; none, where it has no such part.
    pub fn of_bundle(text: &str, today: Day) -> Result<(Self, Vec<Finding>), LoadError> {
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text).map_err(|why| LoadError::NotABundle(why.to_string()))?;
        let mut findings = Findings::of_file("leaflets");
        let mut records: Vec<LeafletRecord> = Vec::new();
        if let Some(all) = json.get("leaflets") {
            records.fill(all, &Place::Whole, &mut Reading::new(&mut findings));
        }
        let texts = Self::read(&records, today, &mut findings);
        Ok((texts, findings.into_vec()))
    }

    /// What records spell. Words that nobody has approved yet are left out
    /// without a word; those that can never be published are named.
    pub fn read(records: &[LeafletRecord], today: Day, findings: &mut Findings) -> Self {
        let mut all: Vec<LeafletText> = Vec::new();
        for (at, record) in records.iter().enumerate() {
            let field = |name: &str| format!("leaflets[{at}].{name}");
            let Some(text) = text(record, &field, today, findings) else { continue };
            if all.iter().any(|other| other.need == text.need) {
                findings.error(&field("need"), &record.need, "Write each need once; the first is kept.");
            } else {
                all.push(text);
            }
        }
        Self(all)
    }

    /// The words on a need, if there are any.
    pub fn on(&self, need: Need) -> Option<&LeafletText> {
        self.0.iter().find(|text| text.need == need)
    }

    /// All of them.
    pub fn texts(&self) -> &[LeafletText] {
        &self.0
    }
}

/// Whether words of ours may be on the leaflet of a need at all.
pub fn may_be_told(need: Need) -> bool {
    need.is_for_families() && !NEVER.contains(&need)
}

/// Whether a record may be published on a day: nothing of it is wrong, and a
/// clinical role has approved it by then.
pub fn is_published(record: &LeafletRecord, today: Day) -> bool {
    text(record, &str::to_owned, today, &mut Findings::default()).is_some()
}

fn text(
    record: &LeafletRecord,
    field: &dyn Fn(&str) -> String,
    today: Day,
    findings: &mut Findings,
) -> Option<LeafletText> {
    let before = findings.list().len();
    let need = Need::from_slug(&record.need);
    match need {
        None => {
            let slugs: Vec<_> = Need::ALL.iter().filter(|need| may_be_told(**need)).map(|need| need.slug()).collect();
            findings.error(&field("need"), &record.need, format_args!("Write one of: {}.", listed(&slugs)));
        }
        Some(need) if !may_be_told(need) => findings.error(
            &field("need"),
            &record.need,
            "Take it out: on suicide, self-harm, psychosis, eating and abuse, and for staff, a leaflet has no words of \
             ours. It says who to ask, and what to do in danger.",
        ),
        Some(_) => {}
    }
    let is_empty = |words: &String| words.trim().is_empty();
    let said = [("what_it_is", &record.what_it_is), ("what_helps", &record.what_helps)];
    for (name, _) in said.iter().filter(|(_, all)| all.iter().any(is_empty)) {
        findings.error(&field(name), "", "Write a sentence, or take the item out.");
    }
    if said.iter().all(|(_, all)| all.is_empty()) {
        findings.error(&field("what_it_is"), "", "Say what it is, or what helps at home; or take the leaflet out.");
    }
    if is_empty(&record.source) {
        findings.error(&field("source"), "", "Write what the words rest on.");
    }
    let approved = record.approved.as_ref().map(|approved| {
        let on = Day::read(&approved.on).filter(|on| on.first_day() == *on && on.last_day() == *on);
        if on.is_none() {
            findings.error(&field("approved.on"), &approved.on, "Write the day of it: 2026-09-21.");
        }
        if !is_clinical(&approved.role) {
            let write = "Write the clinical role that approved it, such as clinical psychologist or school nurse.";
            findings.error(&field("approved.role"), &approved.role, write);
        }
        (approved.role.clone(), on)
    });
    let is_sound = findings.list().len() == before;
    let (role, on) = approved.filter(|_| is_sound)?;
    Some(LeafletText {
        need: need?,
        what_it_is: record.what_it_is.clone(),
        what_helps: record.what_helps.clone(),
        source: record.source.clone(),
        role,
        on: on.filter(|on| *on <= today)?,
    })
}

/// Whether words name a clinical role.
fn is_clinical(role: &str) -> bool {
    let role = format!(" {} ", fold_apart(role));
    CLINICAL.iter().any(|word| role.contains(&format!(" {word} ")))
}

#[cfg(test)]
mod tests;
