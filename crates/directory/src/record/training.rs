//! How a course is written: the part `training` of a listing.

use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// A course, in its source's words and in values.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct TrainingRecord {
        /// Slugs of the roles that its provider says it suits.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub roles: Vec<String>,
        /// For whom, in words.
        pub suits: String,
        /// Who recommends it for which roles.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub recommended: Vec<RecommendationRecord>,
        /// Slugs of the phases that it is for.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub phases: Vec<String>,
        /// How long, in words.
        #[serde(skip_serializing_if = "is_absent")]
        pub length: Option<String>,
        /// How long, to count with: any one of these.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub time: Vec<TimeRecord>,
        /// Slugs of where it is held.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub modes: Vec<String>,
        /// Its level.
        #[serde(skip_serializing_if = "is_absent")]
        pub level: Option<String>,
        /// What goes on after it.
        #[serde(skip_serializing_if = "is_absent")]
        pub follow_up: Option<String>,
        /// What it costs.
        #[serde(skip_serializing_if = "is_absent")]
        pub price: Option<PriceRecord>,
        /// When it is held.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub dates: Vec<SessionRecord>,
        /// Anything else.
        #[serde(skip_serializing_if = "is_absent")]
        pub note: Option<String>,
    }
}

record! {
    /// A body that recommends a course.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct RecommendationRecord {
        /// Slugs of the roles.
        pub roles: Vec<String>,
        /// Which body.
        pub by: String,
        /// When it said so.
        pub on: String,
    }
}

record! {
    /// One way to take a course, and how long that is.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct TimeRecord {
        /// `minutes`, `half-days`, `days`, `sessions` or `weeks`.
        pub unit: String,
        /// So many, or from so many.
        pub from: u32,
        /// To so many.
        #[serde(skip_serializing_if = "is_absent")]
        pub to: Option<u32>,
        /// Slug of where it is held if it is taken this way.
        #[serde(skip_serializing_if = "is_absent")]
        pub mode: Option<String>,
    }
}

record! {
    /// A price.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct PriceRecord {
        /// Whole pounds.
        pub pounds: u32,
        /// And so many pence.
        #[serde(skip_serializing_if = "is_absent")]
        pub pence: Option<u8>,
        /// `person`, `course` or `school`.
        pub per: String,
    }
}

record! {
    /// A date of a course.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SessionRecord {
        /// Its first day, `YYYY-MM-DD`.
        pub on: String,
        /// Its last day, if there are several.
        #[serde(skip_serializing_if = "is_absent")]
        pub until: Option<String>,
        /// When it begins, `HH:MM`.
        #[serde(skip_serializing_if = "is_absent")]
        pub from: Option<String>,
        /// When it ends, `HH:MM`.
        #[serde(skip_serializing_if = "is_absent")]
        pub to: Option<String>,
        /// Where, in words.
        #[serde(skip_serializing_if = "is_absent")]
        pub place: Option<String>,
        /// The page to book it on.
        #[serde(skip_serializing_if = "is_absent")]
        pub web: Option<String>,
    }
}
