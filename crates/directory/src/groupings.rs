//! What a publisher calls the THRIVE groupings, and in which order they stand.
//!
//! The words are data and the slugs are not: an address that somebody has sent
//! means the same on every day and with any words.

use crate::closed::Closed;
use crate::finding::{Findings, listed};
use crate::record::GroupingRecord;
use crate::search::View;
use crate::vocabulary::Thrive;

/// The five groupings with their words, in the order people see.
///
/// Invariant: each grouping once, held by [`Groupings::read`].
#[derive(Clone, Debug)]
pub struct Groupings(Vec<Grouping>);

#[derive(Clone, Debug)]
struct Grouping {
    thrive: Thrive,
    staff: String,
    parents: String,
    line: String,
}

impl Default for Groupings {
    /// The vocabulary's own words and order.
    fn default() -> Self {
        Self(Thrive::ALL.iter().map(|thrive| Grouping::new(*thrive, GroupingRecord::default())).collect())
    }
}

impl Grouping {
    fn new(thrive: Thrive, record: GroupingRecord) -> Self {
        let or = |own: Option<String>, default: &str| own.unwrap_or_else(|| default.to_owned());
        Self {
            thrive,
            staff: or(record.staff, thrive.label()),
            parents: or(record.parents, thrive.plain()),
            line: or(record.line, thrive.line()),
        }
    }
}

impl Groupings {
    /// Those that records spell: none, or all five. Whatever is missing follows
    /// in the vocabulary's own order, so that no grouping is ever lost.
    pub fn read(records: Vec<GroupingRecord>, findings: &mut Findings) -> Self {
        let is_set = !records.is_empty();
        let mut all = Self(Vec::new());
        for record in records {
            match Thrive::from_slug(&record.slug) {
                Some(thrive) if all.of(thrive).is_none() => all.0.push(Grouping::new(thrive, record)),
                _ => all.wrong(&record.slug, findings),
            }
        }
        for thrive in Thrive::ALL {
            if all.of(*thrive).is_none() {
                if is_set {
                    all.wrong(thrive.slug(), findings);
                }
                all.0.push(Grouping::new(*thrive, GroupingRecord::default()));
            }
        }
        all
    }

    fn wrong(&self, slug: &str, findings: &mut Findings) {
        let write = format_args!("Write all five, each once: {}.", listed(Thrive::slugs()));
        findings.error("thrive.slug", slug, write);
    }

    /// Each grouping, in the order people see.
    pub fn order(&self) -> impl Iterator<Item = Thrive> {
        self.0.iter().map(|grouping| grouping.thrive)
    }

    /// What a grouping is called in a view.
    pub fn name(&self, thrive: Thrive, view: View) -> &str {
        self.of(thrive).map_or("", |grouping| match view {
            View::Staff => &grouping.staff,
            View::Families => &grouping.parents,
        })
    }

    /// One line on it for parents and carers, without a full stop.
    pub fn line(&self, thrive: Thrive) -> &str {
        self.of(thrive).map_or("", |grouping| &grouping.line)
    }

    fn of(&self, thrive: Thrive) -> Option<&Grouping> {
        self.0.iter().find(|grouping| grouping.thrive == thrive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(slug: &str, parents: Option<&str>) -> GroupingRecord {
        GroupingRecord { slug: slug.to_owned(), parents: parents.map(str::to_owned), ..GroupingRecord::default() }
    }

    #[test]
    fn a_publisher_renames_and_reorders_and_the_rest_is_as_it_was() {
        let slugs = ["getting-help", "thriving", "getting-advice", "getting-more-help", "getting-risk-support"];
        let records = slugs.map(|slug| record(slug, (slug == "thriving").then_some("Feeling good")));
        let mut findings = Findings::default();
        let all = Groupings::read(records.into(), &mut findings);
        assert_eq!(all.order().map(Closed::slug).collect::<Vec<_>>(), slugs);
        assert_eq!(all.name(Thrive::Thriving, View::Families), "Feeling good");
        assert_eq!(all.name(Thrive::Thriving, View::Staff), "Thriving");
        assert_eq!(all.name(Thrive::Help, View::Families), "Short-term support");
        assert!(findings.list().is_empty());
    }

    #[test]
    fn no_grouping_is_lost_or_stands_twice_and_each_slip_is_named() {
        let mut findings = Findings::default();
        let records = ["tier-3", "thriving", "thriving"].map(|slug| record(slug, None));
        let all = Groupings::read(records.into(), &mut findings);
        assert_eq!(all.order().count(), 5);
        let found: Vec<_> = findings.list().iter().map(|finding| finding.found.as_str()).collect();
        let rest = ["getting-advice", "getting-help", "getting-more-help", "getting-risk-support"];
        assert_eq!(found, [["tier-3", "thriving"].as_slice(), rest.as_slice()].concat());
    }

    #[test]
    fn without_settings_the_words_are_the_vocabularys() {
        let all = Groupings::read(Vec::new(), &mut Findings::default());
        assert!(all.order().eq(Thrive::ALL.iter().copied()));
        assert_eq!(all.line(Thrive::Help), Thrive::Help.line());
    }
}
