//! How the site and crisis help are written: `data/site.json` and
//! `data/crisis.json`.

use super::fill::{Fill, Place, Reading, record};
use super::{
    ColoursRecord, FirstStepRecord, GapNoteRecord, GroupingRecord, NumberRecord, ReviewRecord, SourceRecord, is_absent,
};
use crate::json::Json;
use serde::Serialize;

record! {
    /// `data/site.json`.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SiteRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// What the directory is called.
        pub name: String,
        /// A few words under the name.
        pub strapline: String,
        /// Who publishes it.
        pub publisher: PublisherRecord,
        /// `"none"`, or who signed the release.
        pub release: ReleaseRecord,
        /// The day on which the entries were gathered.
        pub gathered: String,
        /// Where "Leave this site" goes.
        pub leave_to: String,
        /// The listing that gives advice today.
        pub advice: String,
        /// The listing that gives advice to whoever refers a pupil.
        #[serde(skip_serializing_if = "is_absent")]
        pub referrers_advice: Option<String>,
        /// The areas, in the order people see.
        pub areas: Vec<AreaRecord>,
        /// First day of each school term, `MM-DD`.
        pub terms: Vec<String>,
        /// Whether it publishes who answers for which school; absent: it does not.
        #[serde(skip_serializing_if = "is_absent")]
        @whole
        pub school_contacts: Option<bool>,
        /// When checks are due again, if not as usual.
        #[serde(skip_serializing_if = "is_absent")]
        pub review: Option<ReviewRecord>,
        /// The THRIVE groupings in the order people see, if not as usual.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub thrive: Vec<GroupingRecord>,
        /// What a school does first, at each THRIVE grouping.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub first_steps: Vec<FirstStepRecord>,
        /// The publisher's own colours.
        #[serde(skip_serializing_if = "is_absent")]
        pub colours: Option<ColoursRecord>,
        /// Emerging needs that the group has noted beside the gap map.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        @whole
        pub gap_notes: Vec<GapNoteRecord>,
    }
}

record! {
    /// Who publishes.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

/// Who signed the release.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum ReleaseRecord {
    /// `"none"`: nobody.
    Word(String),
    /// Two roles, on a day.
    Signed(SignatureRecord),
}

impl Default for ReleaseRecord {
    fn default() -> Self {
        Self::Word(String::new())
    }
}

impl Fill for ReleaseRecord {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        if let Json::Text(word) = json {
            *self = Self::Word(word.to_string());
            return true;
        }
        let mut signed = SignatureRecord::default();
        let is_taken = signed.fill(json, place, reading);
        *self = Self::Signed(signed);
        is_taken
    }
}

record! {
    /// A signature under the whole directory.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SignatureRecord {
        /// By which role.
        pub by: String,
        /// `YYYY-MM-DD`.
        pub on: String,
        /// Which role answers for clinical safety.
        pub clinical_safety: String,
    }
}

record! {
    /// An area of the site.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

record! {
    /// `data/crisis.json`: the one place of crisis numbers.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct CrisisRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// The three lines at the top of every page.
        pub strip: Vec<StripLineRecord>,
        /// Every route, in the order in which the urgent page shows them.
        pub routes: Vec<RouteRecord>,
    }
}

record! {
    /// One line of the strip: bold words, a link, the rest.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

record! {
    /// One way to get help now.
    #[derive(Clone, Debug, Default, Serialize)]
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
}

record! {
    /// A check of a crisis route: by two roles.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct CrisisCheckRecord {
        /// `YYYY-MM-DD`.
        pub on: String,
        /// The two roles.
        pub by: Vec<String>,
        /// By what means.
        pub means: String,
    }
}
