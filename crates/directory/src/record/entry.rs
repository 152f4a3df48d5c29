//! How a listing is written: `data/listings/<id>.json`.

use super::{
    AccessRecord, AgesRecord, AvailabilityRecord, CheckRecord, ContactsRecord, CostRecord, ExtensionRecord,
    FundingRecord, HelpRecord, ImportedRecord, ListingAreaRecord, OpeningRecord, ResourceRecord, SourceRecord,
    TrainingRecord, WithdrawnRecord, fill::record, is_absent,
};
use serde::Serialize;

record! {
    /// `data/listings/<id>.json`: one entry.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ListingRecord {
        /// The version: [`FORMAT`](super::FORMAT); a bundle says it once, and leaves it out here.
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
        /// `active`, `doubtful`, `held`, `withdrawn` or `ended`.
        pub standing: String,
        /// Why it is doubtful, for readers.
        #[serde(skip_serializing_if = "is_absent")]
        pub doubt: Option<String>,
        /// For an ended one: the id of what replaced it, or `none-known`.
        #[serde(skip_serializing_if = "is_absent")]
        pub successor: Option<String>,
        /// For one that is taken out for now: since when, and why.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub withdrawn: Option<WithdrawnRecord>,
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
        @whole
        pub help: HelpRecord,
        /// For a course.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub training: Option<TrainingRecord>,
        /// For money to apply for.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub funding: Option<FundingRecord>,
        /// For something to read or use.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub resource: Option<ResourceRecord>,
        /// What supports which fields.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        @whole
        pub sources: Vec<SourceRecord>,
        /// Date of the newest dated source.
        #[serde(skip_serializing_if = "is_absent")]
        pub last_source: Option<String>,
        /// The publisher's own last check.
        #[serde(skip_serializing_if = "is_absent")]
        pub checked: Option<CheckRecord>,
        /// Where it came in from; absent: it was written here.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub imported: Option<ImportedRecord>,
        /// The fields that some source states.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub stated: Vec<String>,
    }
}
