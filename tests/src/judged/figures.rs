//! Means over many questions: what of it all holds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use directory::closed::Choices;
use directory::question::Urgency;
use directory::vocabulary::Need;

use super::{Asked, recall, reciprocal_rank};

/// What search made of one question.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// The ids that it gives, the best first.
    pub given: Vec<String>,
    /// The needs that it understood; `None` for a search that understands none.
    pub needs: Option<Choices<Need>>,
    /// How urgent it took it for.
    pub urgency: Option<Urgency>,
}

/// Of so many, so much.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Share {
    of: usize,
    sum: f64,
}

impl Share {
    fn add(&mut self, value: f64) {
        self.of += 1;
        self.sum += value;
    }

    /// How many it is of.
    pub fn of(self) -> usize {
        self.of
    }

    /// The mean; `None` of nothing.
    pub fn mean(self) -> Option<f64> {
        (self.of > 0).then(|| self.sum / self.of as f64)
    }

    fn and(self, other: Self) -> Self {
        Self { of: self.of + other.of, sum: self.sum + other.sum }
    }
}

/// The measures over some questions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Recall among the first ten.
    pub recall: Share,
    /// The mean of one by the place of the first right one.
    pub mrr: Share,
    /// Questions in which a need was understood that nobody could hear.
    pub wrong_need: Share,
    /// Emergencies that are answered as such.
    pub emergency: Share,
    /// Crises, level A, for which the whole block is shown.
    pub level_a: Share,
    /// What may be a crisis, level B, and shows the line at least.
    pub level_b: Share,
    /// Look-alikes for which the whole block is shown without cause.
    pub pinned: Share,
}

/// The group of what only looks like a crisis or a need.
const ALIKE: &str = "alike";

impl Figures {
    /// Adds one question with its right ids and what search made of it.
    pub fn add(&mut self, asked: &Asked, right: &BTreeSet<String>, answered: &Answered) {
        if let Some((recall, rank)) = recall(right, &answered.given).zip(reciprocal_rank(right, &answered.given)) {
            self.recall.add(recall);
            self.mrr.add(rank);
        }
        if let Some(needs) = answered.needs {
            self.wrong_need.add(share(asked.is_wrong(needs)));
        }
        let reaches = |level| share(answered.urgency >= Some(level));
        match asked.crisis {
            Some(Urgency::Emergency) => self.emergency.add(reaches(Urgency::Emergency)),
            Some(Urgency::Crisis) => self.level_a.add(reaches(Urgency::Crisis)),
            Some(Urgency::May) => self.level_b.add(reaches(Urgency::May)),
            None => {}
        }
        if asked.group == ALIKE {
            self.pinned.add(reaches(Urgency::Crisis));
        }
    }

    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            recall: self.recall.and(other.recall),
            mrr: self.mrr.and(other.mrr),
            wrong_need: self.wrong_need.and(other.wrong_need),
            emergency: self.emergency.and(other.emergency),
            level_a: self.level_a.and(other.level_a),
            level_b: self.level_b.and(other.level_b),
            pinned: self.pinned.and(other.pinned),
        }
    }
}

fn share(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

/// The figures of each group and of all, as lines of a table.
pub fn table(groups: &BTreeMap<String, Figures>) -> String {
    let mut lines = String::from(
        "group        asked  recall@10    MRR  wrong need  emergency  level A  level B  pinned without cause\n",
    );
    let all = groups.values().fold(Figures::default(), |all, one| all.and(*one));
    for (name, one) in groups.iter().map(|(name, one)| (name.as_str(), one)).chain([("all", &all)]) {
        let shown = |share: Share| share.mean().map_or_else(|| "-".to_owned(), |mean| format!("{mean:.3}"));
        // Writing to a text cannot fail.
        let _ = writeln!(
            lines,
            "{name:<12} {:>5} {:>10} {:>6} {:>11} {:>10} {:>8} {:>8} {:>21}",
            one.wrong_need.of(),
            shown(one.recall),
            shown(one.mrr),
            shown(one.wrong_need),
            shown(one.emergency),
            shown(one.level_a),
            shown(one.level_b),
            shown(one.pinned),
        );
    }
    lines
}
