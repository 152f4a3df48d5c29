//! The parts of a listing, as they are written.

use super::fill::record;
use super::{ConfirmedRecord, is_absent};
use serde::Serialize;

record! {
    /// Whole years, both included.
    #[derive(Clone, Copy, Debug, Default, Serialize)]
    pub struct AgesRecord {
        /// The first year.
        #[serde(skip_serializing_if = "is_absent")]
        pub from: Option<i64>,
        /// The last year.
        #[serde(skip_serializing_if = "is_absent")]
        pub to: Option<i64>,
    }
}

record! {
    /// A longer reach under a condition.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct ExtensionRecord {
        /// The last year.
        pub to: i64,
        /// The condition.
        #[serde(rename = "if")]
        pub condition: String as "if",
    }
}

record! {
    /// Where a listing is for.
    #[derive(Clone, Debug, Default, Serialize)]
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
        @whole
        pub school_names: Vec<String>,
        /// With `listed`: the ids of the schools in `data/schools.json`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        @whole
        pub school_ids: Vec<String>,
        /// When the service last confirmed which schools it covers.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub coverage_confirmed: Option<ConfirmedRecord>,
    }
}

record! {
    /// Who can ask, and how.
    #[derive(Clone, Debug, Default, Serialize)]
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
        /// How much must be the matter before it takes somebody, in the source's words.
        #[serde(skip_serializing_if = "is_absent")]
        pub threshold: Option<String>,
        /// Whose consent it asks for, in the source's words.
        #[serde(skip_serializing_if = "is_absent")]
        pub consent: Option<String>,
        /// Words to say on the phone, as the service gives them.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub phone_words: Vec<String>,
    }
}

record! {
    /// How to get in touch.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

record! {
    /// A number.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

record! {
    /// Hours on some days.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct OpeningRecord {
        /// `mon` to `sun`.
        pub days: Vec<String>,
        /// `HH:MM`.
        pub from: String,
        /// `HH:MM`, `24:00` for midnight.
        pub to: String,
    }
}

record! {
    /// What it costs.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct CostRecord {
        /// Slug of the kind of cost.
        pub kind: String,
        /// The rest in words.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub note: String,
    }
}

record! {
    /// How things stand today.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
        /// The first day on which it says that it takes people again.
        #[serde(skip_serializing_if = "is_absent")]
        @whole pub opens_on: Option<String>,
    }
}

record! {
    /// What happens after someone has asked.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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
}

record! {
    /// What supports which fields.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SourceRecord {
        /// The fields.
        pub fields: Vec<String>,
        /// Which page or list.
        pub source: String,
        /// What kind of source.
        #[serde(rename = "type")]
        pub kind: String as "type",
    }
}

record! {
    /// A check by the publisher.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct CheckRecord {
        /// `YYYY-MM-DD`.
        pub on: String,
        /// By which role.
        pub by: String,
        /// By what means.
        pub means: String,
        /// Which other role looked as well, where one is not enough.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub second: Option<String>,
        /// On which day somebody dialled its number, where a look is not enough.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub called_on: Option<String>,
    }
}

record! {
    /// Since when an entry is taken out, and why.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct WithdrawnRecord {
        /// `YYYY-MM-DD`.
        pub on: String,
        /// By which role. No bundle says it.
        #[serde(skip_serializing_if = "is_absent")]
        pub by: Option<String>,
        /// Why, in words for readers.
        pub reason: String,
        /// How it stood before: `active` or `doubtful`. No bundle says it.
        #[serde(skip_serializing_if = "is_absent")]
        pub before: Option<String>,
    }
}
