//! The one ranked list that a question has where there is no page to lay it
//! out in parts.

use super::{Answer, Question, Scores};
use crate::catalogue::Directory;
use crate::filters::Filters;
use crate::listing::Listing;
use crate::search::{Found, Outcome, Query, Row, Sort, View, judge};
use crate::vocabulary::Audience;
use std::cmp::Reverse;

/// The most answers that one list holds.
pub const MOST_ANSWERS: usize = 50;

impl Directory {
    /// The same where nobody said in which view to look: what is for school
    /// staff alone is among the answers if the question asks for that, in their
    /// words or by its name. At most [`MOST_ANSWERS`].
    pub fn answers_to(&self, question: &Question, also: Filters) -> Vec<Answer> {
        let mut answers = self.answers(question, also, View::Staff);
        let needs = question.understood.filters.need;
        let is_for_families = |answer: &Answer| self.at(answer.row).is_some_and(Listing::is_for_families);
        let is_of_staff = question.understood.asker == Some(Audience::Staff)
            || needs.iter().any(|need| !need.is_for_families())
            // Others stand after what families see, unless one is what was meant.
            || answers.first().is_some_and(|first| !is_for_families(first));
        if !is_of_staff {
            answers.retain(is_for_families);
        }
        answers.truncate(MOST_ANSWERS);
        answers
    }

    /// Every listing that answers a question, the best first. What it names
    /// comes first, then what fits; then what may fit and is for this need;
    /// then what is for others than who asks, which at best may fit; then what
    /// serves any worry; then what else may fit. `also` leaves out
    /// whatever does not fit these filters too.
    pub fn answers(&self, question: &Question, also: Filters, view: View) -> Vec<Answer> {
        let filters = question.understood.filters;
        let query = Query { filters, view, question: Some(question), sort: Sort::Best };
        let found = self.search(query);
        // A place that the question names is not asked for again.
        let also = if also.area.is_empty() { Filters { area: filters.area, ..also } } else { also };
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
                part.sort_by_key(|(row, _)| Reverse(scores.named(*row)));
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
