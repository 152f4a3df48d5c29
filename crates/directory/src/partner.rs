//! Partners: whoever answers for entries and is asked each term whether they are
//! still right.
//!
//! A publisher may say who answers for what. Where nobody has said so, an entry
//! belongs to its provider, under the provider's own name: so everything is
//! asked for, and nothing falls between two.

use std::collections::BTreeMap;

use crate::id::{LONGEST, ListingId};
use crate::record::{ListingRecord, PartnerRecord, PartnersRecord};
use crate::words::fold_apart;

/// The id of the partner of entries for which nobody answers.
pub const NOBODY: &str = "no-partner";

/// Who answers for some entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// A word that stays, in the letters of an entry's id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where reminders go. Empty: not known.
    pub mailboxes: Vec<String>,
    /// The ids of its entries, in the order of their names.
    pub entries: Vec<String>,
    /// Whether the publisher has named it, rather than an entry its provider.
    pub is_named: bool,
}

/// All partners of a directory. Every entry that has not ended belongs to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Partners {
    all: Vec<Partner>,
    of_entry: BTreeMap<String, usize>,
}

impl Partners {
    /// The partners of some entries: those that the publisher has named, in their
    /// order, then providers by name, then nobody. An entry that two partners
    /// name belongs to the first.
    pub fn of<'a>(record: Option<&PartnersRecord>, listings: impl IntoIterator<Item = &'a ListingRecord>) -> Self {
        let mut partners = Self::default();
        let mut named_for = BTreeMap::new();
        for one in record.iter().flat_map(|record| &record.partners) {
            let place = partners.named(one);
            for entry in &one.entries {
                named_for.entry(entry.as_str()).or_insert(place);
            }
        }
        let mut rest: BTreeMap<(bool, String, String), Vec<String>> = BTreeMap::new();
        for listing in listings.into_iter().filter(|listing| listing.standing != "ended") {
            match named_for.get(listing.id.as_str()) {
                Some(place) => partners.give(*place, &listing.id),
                None => rest.entry(provider(listing)).or_default().push(listing.id.clone()),
            }
        }
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (place, partner) in partners.all.iter().enumerate() {
            places.entry(partner.id.clone()).or_insert(place);
        }
        for ((_, id, name), entries) in rest {
            // A provider that has a partner's id is that partner.
            let place = *places.entry(id.clone()).or_insert_with(|| partners.provided(id, name));
            entries.iter().for_each(|entry| partners.give(place, entry));
        }
        partners
    }

    /// Every partner.
    pub fn all(&self) -> &[Partner] {
        &self.all
    }

    /// Who answers for an entry. `None`: it has ended, or there is no such entry.
    pub fn of_entry(&self, id: &str) -> Option<&Partner> {
        self.of_entry.get(id).and_then(|place| self.all.get(*place))
    }

    /// The partner that somebody means, by id or by name.
    pub fn find(&self, words: &str) -> Option<&Partner> {
        let folded = fold_apart(words);
        let by_id = self.all.iter().find(|partner| partner.id == words);
        by_id.or_else(|| self.all.iter().find(|partner| fold_apart(&partner.name) == folded))
    }

    fn named(&mut self, record: &PartnerRecord) -> usize {
        self.all.push(Partner {
            id: record.id.clone(),
            name: record.name.clone(),
            mailboxes: record.mailboxes.clone(),
            entries: Vec::new(),
            is_named: true,
        });
        self.all.len() - 1
    }

    fn provided(&mut self, id: String, name: String) -> usize {
        self.all.push(Partner { id, name, mailboxes: Vec::new(), entries: Vec::new(), is_named: false });
        self.all.len() - 1
    }

    fn give(&mut self, place: usize, entry: &str) {
        if let Some(partner) = self.all.get_mut(place) {
            partner.entries.push(entry.to_owned());
            self.of_entry.insert(entry.to_owned(), place);
        }
    }
}

/// Who provides an entry, so that nobody comes last: as id and name.
fn provider(listing: &ListingRecord) -> (bool, String, String) {
    let name = listing.provider.as_deref().unwrap_or_default().trim();
    match slug(name) {
        Some(id) => (false, id, name.to_owned()),
        None => (true, NOBODY.to_owned(), "Nobody yet".to_owned()),
    }
}

/// A name in the letters of an id.
pub fn slug(name: &str) -> Option<String> {
    let mut letters = fold_apart(name).replace(' ', "-");
    letters.retain(|letter| letter == '-' || letter.is_ascii_lowercase() || letter.is_ascii_digit());
    letters.truncate(LONGEST);
    let letters = letters.trim_matches('-');
    ListingId::new(letters).map(|id| id.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, provider: Option<&str>, standing: &str) -> ListingRecord {
        let provider = provider.map(str::to_owned);
        ListingRecord { id: id.to_owned(), provider, standing: standing.to_owned(), ..ListingRecord::default() }
    }

    #[test]
    fn everything_that_has_not_ended_belongs_to_one_partner() {
        let entries = [
            entry("a", Some("Sleep & Rest"), "active"),
            entry("b", None, "doubtful"),
            entry("c", Some("sleep and rest"), "held"),
            entry("d", Some("Trust"), "active"),
            entry("e", Some("Trust"), "ended"),
            entry("f", Some("Trust"), "active"),
        ];
        let named = PartnerRecord {
            id: "trust".to_owned(),
            name: "The Trust, both hospitals".to_owned(),
            mailboxes: vec!["office@example.org".to_owned()],
            entries: vec!["d".to_owned(), "gone".to_owned()],
        };
        let twice = PartnerRecord { id: "late".to_owned(), entries: vec!["d".to_owned()], ..named.clone() };
        let record = PartnersRecord { format: 1, partners: vec![named, twice] };
        let partners = Partners::of(Some(&record), &entries);
        let told: Vec<_> = partners.all().iter().map(|one| (one.id.as_str(), one.entries.join(" "))).collect();
        let expected = [("trust", "d f"), ("late", ""), ("sleep-and-rest", "a c"), (NOBODY, "b")];
        assert_eq!(told, expected.map(|(id, entries)| (id, entries.to_owned())));
        assert_eq!(partners.of_entry("e"), None);
        assert_eq!(partners.of_entry("c").map(|one| one.is_named), Some(false));
        assert_eq!(partners.find("Sleep and  Rest").map(|one| one.id.as_str()), Some("sleep-and-rest"));
        assert_eq!(partners.find("late").map(|one| one.name.as_str()), Some("The Trust, both hospitals"));
    }

    #[test]
    fn a_name_becomes_an_id_that_is_safe_in_a_path() {
        assert_eq!(slug("Zoë’s & Co. (London)").as_deref(), Some("zoes-and-co-london"));
        assert_eq!(slug("../.."), None);
        assert_eq!(slug(""), None);
        assert!(slug(&"word ".repeat(60)).is_some_and(|id| id.len() <= LONGEST));
    }
}
