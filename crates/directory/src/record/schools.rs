//! How schools, and who answers for them, are written: `data/schools.json` and
//! `data/contacts.json`, and the register of both that is published apart.

use super::fill::record;
use super::is_absent;
use serde::Serialize;

record! {
    /// `data/schools.json`: the schools that people can choose.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct SchoolsRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Which register it was taken from.
        pub source: String,
        /// The day on which it was taken, `YYYY-MM-DD`.
        pub taken_on: String,
        /// Each school.
        pub schools: Vec<SchoolRecord>,
    }
}

record! {
    /// One school.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct SchoolRecord {
        /// Its own number or word, which never changes: in England its URN.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// Slugs of the phases that it teaches; absent: not known.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub phases: Vec<String>,
        /// The slug of the site's area that it lies in.
        #[serde(skip_serializing_if = "is_absent")]
        pub area: Option<String>,
        /// The town or part of it, to tell two schools of one name apart.
        #[serde(skip_serializing_if = "is_absent")]
        pub locality: Option<String>,
    }
}

record! {
    /// `data/contacts.json`: who answers for a school, by role.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct RoleContactsRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Each of them.
        pub contacts: Vec<RoleContactRecord>,
    }
}

record! {
    /// A role that answers for a school, or for all schools of an area.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct RoleContactRecord {
        /// The slug of the role.
        pub role: String,
        /// The id of the school that it answers for.
        #[serde(skip_serializing_if = "is_absent")]
        pub school: Option<String>,
        /// Instead of a school, the slug of an area: all schools of it.
        #[serde(skip_serializing_if = "is_absent")]
        pub area: Option<String>,
        /// The id of the listing of the service that it belongs to.
        #[serde(skip_serializing_if = "is_absent")]
        pub service: Option<String>,
        /// The mailbox of the role, never of a person.
        #[serde(skip_serializing_if = "is_absent")]
        pub mailbox: Option<String>,
        /// When it was last confirmed, and by which role.
        #[serde(skip_serializing_if = "is_absent")]
        pub confirmed: Option<ConfirmedRecord>,
        /// Who answers in absence.
        #[serde(skip_serializing_if = "is_absent")]
        pub cover: Option<CoverRecord>,
    }
}

record! {
    /// That something was confirmed.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct ConfirmedRecord {
        /// `YYYY-MM-DD`.
        pub on: String,
        /// By which role.
        pub by: String,
    }
}

record! {
    /// Who answers in absence.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct CoverRecord {
        /// Which role, in words.
        pub says: String,
        /// The mailbox of that role.
        #[serde(skip_serializing_if = "is_absent")]
        pub mailbox: Option<String>,
    }
}

record! {
    /// The register as it is published: the schools, and who answers for them.
    /// It is a file of its own, loaded only where somebody looks for a school.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct RegisterRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Which register it was taken from.
        pub source: String,
        /// The day on which it was taken, `YYYY-MM-DD`.
        pub taken_on: String,
        /// Each school.
        pub schools: Vec<SchoolRecord>,
        /// Who answers for them; absent where a publisher has not switched
        /// contacts on, and for families.
        #[serde(skip_serializing_if = "is_absent")]
        pub contacts: Option<Vec<RoleContactRecord>>,
    }
}

impl RegisterRecord {
    /// The register of some schools, with who answers for them.
    pub fn of(schools: SchoolsRecord, contacts: Option<Vec<RoleContactRecord>>) -> Self {
        let SchoolsRecord { format, source, taken_on, schools } = schools;
        Self { format, source, taken_on, schools, contacts }
    }

    /// The same as families load it: without who answers for a school.
    #[must_use]
    pub fn for_families(self) -> Self {
        Self { contacts: None, ..self }
    }
}
