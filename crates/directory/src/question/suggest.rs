//! What to offer while a question is typed: needs, listings, organisations.

use super::{Question, Suggestion};
use crate::catalogue::Directory;
use crate::search::{Query, Row, Sort, View};
use crate::sorted;
use crate::vocabulary::Need;

impl Directory {
    /// Up to so many suggestions of each sort for what has been typed so far:
    /// the needs that it means, then the listings and the organisations that
    /// it names.
    pub fn suggest(&self, question: &Question, view: View, most: usize) -> Vec<Suggestion> {
        let is_offered = |need: &Need| match view {
            View::Families => need.is_for_families(),
            View::Staff => *need != Need::General,
        };
        let needs = question.understood.filters.need.iter().filter(is_offered).take(most).map(Suggestion::Need);
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
            if let Some(name) = provider.map(|provider| &provider.value).filter(|name| !own(name)) {
                if organisations.len() < most && !organisations.contains(name) && question.names_provider(*row) {
                    organisations.push(name.clone());
                }
            }
        }
        let listings = listings.into_iter().map(Suggestion::Listing);
        needs.chain(listings).chain(organisations.into_iter().map(Suggestion::Organisation)).collect()
    }
}

impl Question {
    /// Whether it names the one who provides a listing.
    fn names_provider(&self, row: Row) -> bool {
        self.meant.iter().any(|meant| meant.row == row.0 && meant.is_provider)
    }
}
