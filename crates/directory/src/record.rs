//! The file format, version 1: one JSON file per listing, one for the site,
//! one for crisis help, one for people's words; and the bundle of them all.
//!
//! It is a type of its own, so that the core may change without it. A field
//! that is absent is not known. `stated` names the fields that some source
//! states; whatever else is given is our own reading.

mod read;
mod write;

pub use read::listing;
pub use write::is_absent;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The version of the format that this code reads and writes.
pub const FORMAT: u32 = 1;

/// A whole directory in one file, as the app loads it.
#[derive(Debug, Deserialize, Serialize)]
pub struct BundleRecord<'a> {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// The day on which it was made, `YYYY-MM-DD`.
    pub made: String,
    /// Who publishes, and where.
    pub site: SiteRecord,
    /// The one place of crisis numbers.
    pub crisis: CrisisRecord,
    /// People's words for each need, by its slug.
    pub words: BTreeMap<String, Vec<String>>,
    /// Each listing apart, so that a bad one does not hide the rest.
    #[serde(borrow)]
    pub listings: Vec<&'a RawValue>,
}

/// `data/site.json`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SiteRecord {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// What the directory is called.
    pub name: String,
    /// A few words under the name.
    pub strapline: String,
    /// Who publishes it.
    pub publisher: PublisherRecord,
    /// `"none"`, or who signed the release.
    pub release: serde_json::Value,
    /// The day on which the entries were gathered.
    pub gathered: String,
    /// Where "Leave this site" goes.
    pub leave_to: String,
    /// The listing that gives advice today.
    pub advice: String,
    /// The areas, in the order people see.
    pub areas: Vec<AreaRecord>,
    /// First day of each school term, `MM-DD`.
    pub terms: Vec<String>,
}

/// Who publishes.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct PublisherRecord {
    /// Its name.
    pub name: String,
    /// Where corrections go, if there is an address.
    #[serde(skip_serializing_if = "is_absent")]
    pub email: Option<String>,
    /// Where the site is served from, if that is settled.
    #[serde(skip_serializing_if = "is_absent")]
    pub address: Option<String>,
}

/// An area of the site.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AreaRecord {
    /// In addresses and files.
    pub slug: String,
    /// For people.
    pub label: String,
    /// The wider area that it lies in.
    #[serde(skip_serializing_if = "is_absent")]
    pub within: Option<String>,
    /// Whether a family can choose it.
    pub choice: bool,
    /// What to do next when nothing fits here: never empty.
    pub next_step: String,
}

/// `data/crisis.json`: the one place of crisis numbers.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CrisisRecord {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// The three lines at the top of every page.
    pub strip: Vec<StripLineRecord>,
    /// Every route, in the order in which the urgent page shows them.
    pub routes: Vec<RouteRecord>,
}

/// One line of the strip: bold words, a link, the rest.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct StripLineRecord {
    /// The bold words.
    pub lead: String,
    /// The route that the link calls or texts.
    pub route: String,
    /// The words of the link.
    pub link: String,
    /// What follows the link.
    pub tail: String,
}

/// One way to get help now.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct RouteRecord {
    /// Its id; a crisis listing has the same.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// `everyone`, `children`, `worried-adults`, `deaf`: its part of the page.
    pub group: String,
    /// Whether it stands in the pinned crisis block.
    pub block: bool,
    /// What to do, in a plain sentence.
    pub says: String,
    /// The number to call.
    #[serde(skip_serializing_if = "is_absent")]
    pub call: Option<String>,
    /// The number to text.
    #[serde(skip_serializing_if = "is_absent")]
    pub text: Option<NumberRecord>,
    /// An e-mail address.
    #[serde(skip_serializing_if = "is_absent")]
    pub email: Option<String>,
    /// Its page.
    #[serde(skip_serializing_if = "is_absent")]
    pub web: Option<String>,
    /// When it answers.
    #[serde(skip_serializing_if = "is_absent")]
    pub hours: Option<String>,
    /// When it was checked, by which two roles, by what means.
    #[serde(skip_serializing_if = "is_absent")]
    pub checked: Option<CrisisCheckRecord>,
    /// Where it was found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRecord>,
}

/// A check of a crisis route: by two roles.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CrisisCheckRecord {
    /// `YYYY-MM-DD`.
    pub on: String,
    /// The two roles.
    pub by: Vec<String>,
    /// By what means.
    pub means: String,
}

/// `data/words/needs.json`: what people say for each need.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WordsRecord {
    /// The version: [`FORMAT`].
    pub format: u32,
    /// Words and phrases, by the slug of the need.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// `data/listings/<id>.json`: one entry.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ListingRecord {
    /// The version: [`FORMAT`]; a bundle says it once, and leaves it out here.
    #[serde(skip_serializing_if = "is_absent")]
    pub format: Option<u32>,
    /// The same as the file's name.
    pub id: String,
    /// Ids that it had before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_slugs: Vec<String>,
    /// What it is called.
    pub name: String,
    /// What it was called before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_names: Vec<String>,
    /// Who provides it.
    #[serde(skip_serializing_if = "is_absent")]
    pub provider: Option<String>,
    /// Who commissions or pays for it.
    #[serde(skip_serializing_if = "is_absent")]
    pub commissioner: Option<String>,
    /// Whether it is a pilot.
    #[serde(skip_serializing_if = "is_absent")]
    pub pilot: Option<bool>,
    /// Whether it has been evaluated.
    #[serde(skip_serializing_if = "is_absent")]
    pub evaluated: Option<bool>,
    /// Slug of its kind.
    pub kind: String,
    /// `active`, `doubtful`, `held` or `ended`.
    pub standing: String,
    /// Why it is doubtful, for readers.
    #[serde(skip_serializing_if = "is_absent")]
    pub doubt: Option<String>,
    /// For an ended one: the id of what replaced it, or `none-known`.
    #[serde(skip_serializing_if = "is_absent")]
    pub successor: Option<String>,
    /// For a crisis line: the route in `data/crisis.json` with its numbers.
    #[serde(skip_serializing_if = "is_absent")]
    pub crisis: Option<String>,
    /// What it is.
    pub summary: String,
    /// Who it is for.
    #[serde(skip_serializing_if = "is_absent")]
    pub eligibility: Option<String>,
    /// The ages of those whom it helps.
    #[serde(skip_serializing_if = "is_absent")]
    pub ages: Option<AgesRecord>,
    /// Older ages under a condition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ages_extended: Vec<ExtensionRecord>,
    /// Who may use it themselves, where that differs.
    #[serde(skip_serializing_if = "is_absent")]
    pub user_ages: Option<AgesRecord>,
    /// Slugs of what it helps with.
    pub needs: Vec<String>,
    /// Slugs of its THRIVE groupings; `[]` carries none, absent is not known.
    #[serde(skip_serializing_if = "is_absent")]
    pub thrive: Option<Vec<String>>,
    /// Slugs of whom it speaks to.
    pub audience: Vec<String>,
    /// Where it is for.
    pub area: ListingAreaRecord,
    /// Who can ask, and how.
    #[serde(skip_serializing_if = "AccessRecord::is_empty")]
    pub access: AccessRecord,
    /// How to get in touch.
    #[serde(skip_serializing_if = "ContactsRecord::is_empty")]
    pub contacts: ContactsRecord,
    /// When it answers, in words.
    #[serde(skip_serializing_if = "is_absent")]
    pub hours: Option<String>,
    /// When it answers, for the clock.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<OpeningRecord>,
    /// What it costs.
    #[serde(skip_serializing_if = "is_absent")]
    pub cost: Option<CostRecord>,
    /// Slugs of what the help is like.
    #[serde(skip_serializing_if = "is_absent")]
    pub formats: Option<Vec<String>>,
    /// The same in the source's words.
    #[serde(skip_serializing_if = "is_absent")]
    pub format_note: Option<String>,
    /// Which languages.
    #[serde(skip_serializing_if = "is_absent")]
    pub languages: Option<Vec<String>>,
    /// Help for disabled people.
    #[serde(skip_serializing_if = "is_absent")]
    pub accessibility: Option<String>,
    /// How things stand today.
    #[serde(skip_serializing_if = "AvailabilityRecord::is_empty")]
    pub availability: AvailabilityRecord,
    /// What happens after someone has asked.
    #[serde(skip_serializing_if = "HelpRecord::is_empty")]
    pub help: HelpRecord,
    /// For a course.
    #[serde(skip_serializing_if = "is_absent")]
    pub training: Option<TrainingRecord>,
    /// What supports which fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRecord>,
    /// Date of the newest dated source.
    #[serde(skip_serializing_if = "is_absent")]
    pub last_source: Option<String>,
    /// The publisher's own last check.
    #[serde(skip_serializing_if = "is_absent")]
    pub checked: Option<CheckRecord>,
    /// The fields that some source states.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stated: Vec<String>,
}

/// Whole years, both included.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
pub struct AgesRecord {
    /// The first year.
    pub from: i64,
    /// The last year.
    pub to: i64,
}

/// A longer reach under a condition.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ExtensionRecord {
    /// The last year.
    pub to: i64,
    /// The condition.
    #[serde(rename = "if")]
    pub condition: String,
}

/// Where a listing is for.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ListingAreaRecord {
    /// `national`, or slugs of the site's areas.
    pub places: Vec<String>,
    /// Slugs of who counts as local.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who_counts: Vec<String>,
    /// A limit: "only where the school pays".
    #[serde(skip_serializing_if = "is_absent")]
    pub coverage: Option<String>,
    /// `all`, `not-known`, or `listed`; absent: it does not depend on the school.
    #[serde(skip_serializing_if = "is_absent")]
    pub schools: Option<String>,
    /// With `listed`: the schools' names, as far as they are known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub school_names: Vec<String>,
}

/// Who can ask, and how.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AccessRecord {
    /// Slugs of who can ask; absent: not known.
    #[serde(skip_serializing_if = "is_absent")]
    pub who: Option<Vec<String>>,
    /// Youngest age at which a young person can ask alone.
    #[serde(skip_serializing_if = "is_absent")]
    pub youngest: Option<u8>,
    /// Who may refer and how, in the source's words.
    #[serde(skip_serializing_if = "is_absent")]
    pub route: Option<String>,
    /// Step by step.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// What to have ready.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub have_ready: Vec<String>,
    /// Who is not taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<String>,
}

/// How to get in touch.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ContactsRecord {
    /// Numbers to call.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<NumberRecord>,
    /// Numbers to text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<NumberRecord>,
    /// E-mail addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Its page.
    #[serde(skip_serializing_if = "is_absent")]
    pub web: Option<String>,
    /// Slugs of other ways.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<String>,
}

/// A number.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct NumberRecord {
    /// Digits grouped as people say them.
    pub number: String,
    /// The word to text.
    #[serde(skip_serializing_if = "is_absent")]
    pub word: Option<String>,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Hours on some days.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct OpeningRecord {
    /// `mon` to `sun`.
    pub days: Vec<String>,
    /// `HH:MM`.
    pub from: String,
    /// `HH:MM`, `24:00` for midnight.
    pub to: String,
}

/// What it costs.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CostRecord {
    /// Slug of the kind of cost.
    pub kind: String,
    /// The rest in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How things stand today.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct AvailabilityRecord {
    /// `open`, `long-wait` or `paused`.
    #[serde(skip_serializing_if = "is_absent")]
    pub state: Option<String>,
    /// The wait, in words.
    #[serde(skip_serializing_if = "is_absent")]
    pub wait: Option<String>,
    /// The date of that statement.
    #[serde(skip_serializing_if = "is_absent")]
    pub said_on: Option<String>,
}

/// What happens after someone has asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct HelpRecord {
    /// What happens next, and when.
    #[serde(skip_serializing_if = "is_absent")]
    pub next: Option<String>,
    /// If it is not the right place.
    #[serde(skip_serializing_if = "is_absent")]
    pub if_not_right: Option<String>,
    /// While waiting.
    #[serde(skip_serializing_if = "is_absent")]
    pub while_waiting: Option<String>,
    /// After it ends.
    #[serde(skip_serializing_if = "is_absent")]
    pub after: Option<String>,
    /// At 18.
    #[serde(skip_serializing_if = "is_absent")]
    pub at_18: Option<String>,
}

/// A course, in its source's words.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct TrainingRecord {
    /// Slugs of the roles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// For whom, in words.
    pub suits: String,
    /// How long.
    #[serde(skip_serializing_if = "is_absent")]
    pub length: Option<String>,
    /// Its level.
    #[serde(skip_serializing_if = "is_absent")]
    pub level: Option<String>,
    /// Anything else.
    #[serde(skip_serializing_if = "is_absent")]
    pub note: Option<String>,
}

/// What supports which fields.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct SourceRecord {
    /// The fields.
    pub fields: Vec<String>,
    /// Which page or list.
    pub source: String,
    /// What kind of source.
    #[serde(rename = "type")]
    pub kind: String,
}

/// A check by the publisher.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CheckRecord {
    /// `YYYY-MM-DD`.
    pub on: String,
    /// By which role.
    pub by: String,
    /// By what means.
    pub means: String,
}

/// `data/editor/<id>.json`: private notes on an entry.
///
/// It can be read and never written, so that nothing can put it in a bundle,
/// page, export or search:
///
/// ```compile_fail
/// fn publish<T: serde::Serialize>(_: T) {}
/// publish(directory::record::EditorRecord::default());
/// ```
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EditorRecord {
    /// How well each contact is supported.
    pub contact_support: BTreeMap<String, String>,
    /// Order of re-checking: `high`, `medium` or `low`.
    pub recheck_priority: String,
    /// Notes; they may name numbers that must not be published.
    pub notes: String,
}
