//! How partners are written: `partners/partners.json`, beside the data and never
//! in it.

use super::fill::record;
use serde::Serialize;

record! {
    /// `partners/partners.json`: who answers for which entries. It is private: no
    /// build reads it.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct PartnersRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Each partner.
        pub partners: Vec<PartnerRecord>,
    }
}

record! {
    /// One partner.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct PartnerRecord {
        /// A word that stays, in the letters of an entry's id.
        pub id: String,
        /// What it is called.
        pub name: String,
        /// Where reminders go: mailboxes of a role.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub mailboxes: Vec<String>,
        /// The ids of the entries that it answers for.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub entries: Vec<String>,
    }
}
