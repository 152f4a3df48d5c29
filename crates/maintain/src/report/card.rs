//! How a partner's entries stand this term: a scorecard, and what the check
//! finds in them.

use std::collections::BTreeMap;

use directory::day::Day;
use directory::finding::{Finding, Level};
use directory::freshness::{Freshness, Terms};
use directory::listing::Listing;
use directory::partner::Partners;

/// What was found in the entries of one partner, or in all else.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The partner's id; empty for the files that are nobody's entries.
    pub id: String,
    /// What the partner is called.
    pub name: String,
    /// How its entries stand. `None`: these are no entries.
    pub card: Option<Card>,
    /// What was found, errors first.
    pub findings: Vec<&'a Finding>,
}

/// How many entries of a partner stand how. Entries that are held or taken out
/// are counted, and are not asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// All that have not ended.
    pub entries: usize,
    /// Checked since this term began.
    pub this_term: usize,
    /// Checked before that, and not late yet.
    pub before: usize,
    /// Late.
    pub late: usize,
    /// Very late: readers are told to call first.
    pub very_late: usize,
    /// Listed, and never checked by a publisher.
    pub never: usize,
    /// Kept back, or taken out for now.
    pub held: usize,
}

impl Group<'_> {
    /// Its name, with the id by which commands know it.
    pub fn heading(&self) -> String {
        if self.id.is_empty() { self.name.clone() } else { format!("{} ({})", self.name, self.id) }
    }

    /// How much was found at a level.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }
}

impl Card {
    /// In words for one line.
    pub fn words(&self) -> String {
        let counts = [
            (self.this_term, "checked this term"),
            (self.before, "checked before and not late"),
            (self.late, "late"),
            (self.very_late, "very late"),
            (self.never, "never checked"),
            (self.held, "held or taken out"),
        ];
        let told = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        let entries = match self.entries {
            1 => "1 entry".to_owned(),
            count => format!("{count} entries"),
        };
        [entries].into_iter().chain(told).collect::<Vec<_>>().join(", ")
    }

    fn add(&mut self, listing: &Listing, terms: &Terms, today: Day) {
        self.entries += 1;
        if !listing.standing.is_listed() {
            self.held += 1;
            return;
        }
        let checked = listing.checked.as_ref().map(|check| check.on);
        let is_this_term = checked.is_some_and(|on| terms.is_one_term(on, today));
        *match terms.freshness(checked, today) {
            Freshness::Current if is_this_term => &mut self.this_term,
            Freshness::Current => &mut self.before,
            Freshness::Late => &mut self.late,
            Freshness::VeryLate => &mut self.very_late,
            Freshness::NeverChecked => &mut self.never,
        } += 1;
    }
}

/// Findings by partner, in the order of the partners, and last what is in no
/// entry of theirs. `entries` are the files of the entries, each with its id and
/// what could be read of it.
pub fn groups<'a>(
    findings: &'a [Finding],
    partners: &Partners,
    entries: &[(&str, &str, Option<&Listing>)],
    terms: &Terms,
    today: Day,
) -> Vec<Group<'a>> {
    let card = Some(Card::default());
    let group =
        |id: &str, name: &str, card| Group { id: id.to_owned(), name: name.to_owned(), card, findings: Vec::new() };
    let mut groups: Vec<Group<'a>> = partners.all().iter().map(|one| group(&one.id, &one.name, card)).collect();
    let places: BTreeMap<&str, usize> =
        partners.all().iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
    let place = |id: &str| partners.of_entry(id).and_then(|one| places.get(one.id.as_str())).copied();
    let mut of_file = BTreeMap::new();
    for (path, id, listing) in entries {
        let Some(at) = place(id) else { continue };
        of_file.insert(*path, at);
        let card = groups.get_mut(at).and_then(|group| group.card.as_mut());
        if let (Some(card), Some(listing)) = (card, listing) {
            card.add(listing, terms, today);
        }
    }
    let mut rest = group("", "The directory itself", None);
    for finding in findings {
        let group = of_file.get(finding.file.as_str()).and_then(|at| groups.get_mut(*at));
        group.unwrap_or(&mut rest).findings.push(finding);
    }
    groups.push(rest);
    groups
}

/// The sum of some cards.
pub(super) fn total<'c>(cards: impl Iterator<Item = &'c Card>) -> Card {
    cards.fold(Card::default(), |sum, card| Card {
        entries: sum.entries + card.entries,
        this_term: sum.this_term + card.this_term,
        before: sum.before + card.before,
        late: sum.late + card.late,
        very_late: sum.very_late + card.very_late,
        never: sum.never + card.never,
        held: sum.held + card.held,
    })
}
