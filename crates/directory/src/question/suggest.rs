//! What to offer while a question is typed: needs, listings, organisations.

use super::{Question, Suggestion};
use crate::catalogue::Directory;
use crate::search::{Query, Row, Sort, View};
use crate::sorted;
use crate::vocabulary::Need;
use crate::words::fold_apart;

impl Directory {
    /// Up to so many suggestions of each sort for what has been typed so far:
    /// the needs that it means, then the listings and the organisations that
    /// it names.
    pub fn suggest(&self, question: &Question, view: View, most: usize) -> Vec<Suggestion> {
        let is_offered = |need: &Need| match view {
            View::Families => need.is_for_families(),
            View::Staff => *need != Need::General,
        };
        let understood = question.understood.filters.need;
        let begun = needs_begun(&question.typed).filter(|need| !understood.contains(*need));
        let needs = understood.iter().chain(begun).filter(is_offered).take(most).map(Suggestion::Need);
        let seen = self.index().seen_by(view);
        let places = (0..question.meant.len() as u32).collect();
        let meant = |at: u32| question.meant.get(at as usize);
        let meant = sorted::by_key(places, &|at| meant(at).map_or(u32::MAX, |one| 127 - one.strength));
        let rows = meant.into_iter().filter_map(|at| question.meant.get(at as usize)).map(|one| Row(one.row));
        let mut listings: Vec<Row> = rows.filter(|row| seen.contains(row.0 as usize)).take(most).collect();
        if listings.is_empty() && question.understood.filters.need.is_empty() && !question.left.is_empty() {
            let query = Query { view, question: Some(question), sort: Sort::Best, ..Query::default() };
            let found = self.search(query);
            listings = found.fits.into_iter().chain(found.may).take(most).collect();
        }
        let mut organisations: Vec<String> = Vec::new();
        for row in &listings {
            let provider = self.at(*row).and_then(|listing| listing.provider.as_ref());
            let own = |name: &String| self.at(*row).is_some_and(|listing| listing.name == *name);
            let is_asked = organisations.len() < most && question.names_provider(*row);
            let name = provider.map(|provider| &provider.value).filter(|name| is_asked && !own(name));
            if let Some(name) = name.filter(|name| !organisations.contains(name)) {
                organisations.push(name.clone());
            }
        }
        let listings = listings.into_iter().map(Suggestion::Listing);
        needs.chain(listings).chain(organisations.into_iter().map(Suggestion::Organisation)).collect()
    }
}

/// The needs in whose label each word of a text begins a word: "sl" is sleep,
/// "self ha" is self-harm.
fn needs_begun(typed: &str) -> impl Iterator<Item = Need> {
    let typed = fold_apart(typed);
    // A longer text is read as a question.
    let is_short = (2..=24).contains(&typed.len());
    Need::ALL.iter().copied().filter(move |need| {
        is_short && {
            let label = fold_apart(need.label());
            typed.split(' ').all(|word| label.split(' ').any(|whole| whole.starts_with(word)))
        }
    })
}

impl Question {
    /// Whether it names the one who provides a listing.
    fn names_provider(&self, row: Row) -> bool {
        self.meant.iter().any(|meant| meant.row == row.0 && meant.is_provider)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worry_is_offered_as_soon_as_its_label_is_begun() {
        let check = |typed: &str, expected: &[Need]| {
            assert_eq!(needs_begun(typed).collect::<Vec<_>>(), expected, "{typed}");
        };
        check("sl", &[Need::Sleep]);
        check("Self-ha", &[Need::SelfHarm]);
        check("self ha", &[Need::SelfHarm]);
        check("phones and ga", &[Need::Online]);
        for long_or_nothing in ["", " ", "s", "sleepy", "sleep and all that keeps us from it"] {
            check(long_or_nothing, &[]);
        }
    }
}
