//! The one ranked list that a question has where there is no page to lay it
//! out in parts.

use super::{Answer, Question, Scores};
use crate::catalogue::Directory;
use crate::filters::Filters;
use crate::search::{Found, Outcome, Query, Row, Sort, View, judge};
use crate::sorted;

/// These, with the least key first.
fn by_key(part: Vec<(Row, Outcome)>, key: &dyn Fn(&(Row, Outcome)) -> u32) -> Vec<(Row, Outcome)> {
    let key = |at: u32| part.get(at as usize).map_or(u32::MAX, key);
    let order = sorted::by_key((0..part.len() as u32).collect(), &key);
    order.into_iter().filter_map(|at| part.get(at as usize)).copied().collect()
}

impl Directory {
    /// Every listing that answers a question, the best first. What it names
    /// comes first, then what fits; then what may fit and is for this need;
    /// then what is for others than who asks, which at best may fit; then what
    /// serves any worry; then what else may fit. `also` leaves out
    /// whatever does not fit these filters too.
    pub fn answers(&self, question: &Question, also: Filters, view: View) -> Vec<Answer> {
        let filters = question.understood.filters;
        let query = Query { filters, view, question: Some(question), sort: Sort::Best };
        let found = self.search(query);
        let scores = Scores::of(question, filters, self);
        let named = |row: Row| scores.named(row) > 0;
        // A place that was answered once is not asked again.
        let also = if also.area.is_empty() { Filters { area: filters.area, ..also } } else { also };
        let is_exact = |row: Row| {
            let needs = self.at(row).map(|listing| listing.needs).unwrap_or_default();
            filters.need.is_empty() || needs.meets(filters.need)
        };
        let place = |(row, outcome): (Row, Outcome)| match outcome {
            _ if named(row) => 0,
            Outcome::Fits | Outcome::May if scores.is_for_others(row) && is_exact(row) => 3,
            Outcome::Fits => 1,
            Outcome::May if is_exact(row) => 2,
            Outcome::AnyWorry if !scores.is_for_others(row) => 4,
            _ => 5,
        };
        let Found { fits, any, may, .. } = found;
        let parts = [(fits, Outcome::Fits), (any, Outcome::AnyWorry), (may, Outcome::May)];
        let rows: Vec<(Row, Outcome)> =
            parts.into_iter().flat_map(|(rows, outcome)| rows.into_iter().map(move |row| (row, outcome))).collect();
        let mut answers = Vec::with_capacity(rows.len());
        for one in 0..6 {
            let mut part: Vec<(Row, Outcome)> = rows.iter().copied().filter(|row| place(*row) == one).collect();
            if one == 0 {
                part = by_key(part, &|(row, _)| 127 - scores.named(*row));
            }
            for (row, outcome) in part {
                let Some(listing) = self.at(row) else { continue };
                let outcome = match (outcome, judge(listing, also, &self.site.areas).0) {
                    (_, Outcome::No) => continue,
                    (Outcome::Fits | Outcome::AnyWorry, Outcome::May) => Outcome::May,
                    (Outcome::Fits | Outcome::AnyWorry, _) if one > 2 && scores.is_for_others(row) => Outcome::May,
                    (outcome, _) => outcome,
                };
                answers.push(Answer { row, outcome, score: 0 });
            }
        }
        let all = answers.len();
        answers.iter_mut().enumerate().for_each(|(at, answer)| answer.score = (all - at) as u32);
        answers
    }
}
