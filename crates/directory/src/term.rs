//! How a school term stands: which entries each partner owes a check, which of
//! them are late already, and which will be soon.
//!
//! Whoever answers for an entry is asked once a term. So an entry owes a check
//! as long as its last one lies before the first day of the term: while it is
//! still current, it becomes late at the latest a term later. A check with a
//! date that has not come is a slip and counts for nothing, or it would keep
//! an entry from ever being asked for.

mod picture;

use crate::closed::{Closed, closed_set};
use crate::day::Day;
use crate::freshness::{Freshness, Terms};
use crate::listing::{Listing, Standing};
use crate::partner::NOBODY;

closed_set! {
    /// How an entry stands in a term, from the best on.
    State {
        Checked: "checked", "checked this term";
        ToCheck: "to-check", "to check this term";
        Late: "late", "late";
        Never: "never", "never checked";
        VeryLate: "very-late", "very late";
    }
}

impl State {
    /// How an entry stands on a day that was last checked on another.
    pub fn of(checked: Option<Day>, terms: &Terms, today: Day) -> Self {
        let checked = checked.filter(|on| on.first_day() <= today);
        match terms.freshness(checked, today) {
            Freshness::VeryLate => Self::VeryLate,
            Freshness::NeverChecked => Self::Never,
            Freshness::Late => Self::Late,
            Freshness::Current if checked.is_some_and(|on| terms.is_one_term(on, today)) => Self::Checked,
            Freshness::Current => Self::ToCheck,
        }
    }

    /// What it means, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Checked => "nothing to do",
            Self::ToCheck => "still current, and late from the next term on",
            Self::Late => "checked too long ago; its page says when",
            Self::Never => "its page says that the publisher has not checked it",
            Self::VeryLate => "its page says to call first, and it comes last in lists",
        }
    }
}

/// An entry, as it stands in a term.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The entry itself.
    pub listing: &'a Listing,
    /// How it stands.
    pub state: State,
    /// The day from which it is late if nobody checks it. `None`: nobody has
    /// checked it yet.
    pub late_from: Option<Day>,
}

/// What one partner answers for, as it stands in a term.
#[derive(Clone, Debug)]
pub struct Share<'a> {
    /// The partner's id.
    pub id: &'a str,
    /// What the partner is called.
    pub name: &'a str,
    /// What is listed, the most urgent first, then by name.
    pub entries: Vec<Entry<'a>>,
    /// What is kept and shown nowhere, until a person decides. Nobody owes a
    /// check of it.
    pub apart: Vec<&'a Listing>,
}

/// How many entries stand in each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([usize; State::ALL.len()]);

/// A school term as it stands on a day, partner by partner.
#[derive(Clone, Debug)]
pub struct Term<'a> {
    /// The day.
    pub today: Day,
    /// The first day of the term; in a calendar without any, the day itself.
    pub first: Day,
    /// The first day of the next term.
    pub next: Option<Day>,
    /// What each partner answers for, in the order of their names and nobody
    /// last; those who answer for nothing are not among them.
    pub shares: Vec<Share<'a>>,
}

impl<'a> Term<'a> {
    /// The term of a day, where each partner (id, name) answers for these
    /// entries. What has ended needs no check.
    pub fn of<L>(partners: impl IntoIterator<Item = (&'a str, &'a str, L)>, terms: &Terms, today: Day) -> Self
    where
        L: IntoIterator<Item = &'a Listing>,
    {
        let share = |(id, name, listings): (&'a str, &'a str, L)| Share::of(id, name, listings, terms, today);
        let mut shares: Vec<_> = partners.into_iter().map(share).collect();
        shares.retain(|share| !share.entries.is_empty() || !share.apart.is_empty());
        shares.sort_by_key(|share| (share.id == NOBODY, share.name.to_lowercase()));
        let first = terms.first_day(today).unwrap_or(today);
        Self { today, first, next: terms.coming(today).map(|[next, _]| next), shares }
    }

    /// The last day of the term.
    pub fn last(&self) -> Option<Day> {
        self.next.and_then(Day::day_before)
    }

    /// How many of all entries stand in each way.
    pub fn tally(&self) -> Tally {
        Tally::of(self.shares.iter().flat_map(|share| &share.entries))
    }

    /// What each partner answers for of whom something is listed.
    pub fn answering(&self) -> impl Iterator<Item = &Share<'a>> {
        self.shares.iter().filter(|share| !share.entries.is_empty())
    }

    /// What each partner answers for who still owes a check.
    pub fn owing(&self) -> impl Iterator<Item = &Share<'a>> {
        self.shares.iter().filter(|share| share.owed().next().is_some())
    }

    /// From which day to which, in words.
    pub fn words(&self) -> String {
        let first = self.first.words();
        self.last().map_or_else(|| format!("since {first}"), |last| format!("{first} to {}", last.words()))
    }
}

impl<'a> Share<'a> {
    fn of(
        id: &'a str,
        name: &'a str,
        listings: impl IntoIterator<Item = &'a Listing>,
        terms: &Terms,
        today: Day,
    ) -> Self {
        let (mut entries, mut apart) = (Vec::new(), Vec::new());
        for listing in listings {
            let checked = listing.checked.as_ref().map(|check| check.on);
            if listing.standing.is_listed() {
                let late_from = checked.and_then(|on| terms.due(on));
                entries.push(Entry { listing, state: State::of(checked, terms, today), late_from });
            } else if !matches!(listing.standing, Standing::Ended(_)) {
                apart.push(listing);
            }
        }
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.state), entry.listing.name.to_lowercase()));
        apart.sort_by_key(|listing| listing.name.to_lowercase());
        Self { id, name, entries, apart }
    }

    /// The entries that nobody has checked this term.
    pub fn owed(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(|entry| entry.state != State::Checked)
    }

    /// How many stand in each way.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.entries)
    }
}

impl Tally {
    fn of<'a, 'b: 'a>(entries: impl IntoIterator<Item = &'a Entry<'b>>) -> Self {
        let mut tally = Self::default();
        for entry in entries {
            if let Some(count) = tally.0.get_mut(entry.state.index()) {
                *count += 1;
            }
        }
        tally
    }

    /// How many stand in this way.
    pub fn count(self, state: State) -> usize {
        self.0.get(state.index()).copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn all(self) -> usize {
        self.0.iter().sum()
    }

    /// How many nobody has checked this term.
    pub fn owed(self) -> usize {
        self.all() - self.count(State::Checked)
    }

    /// In words, without what there is none of: "3 late, 1 never checked".
    pub fn words(self) -> String {
        let some = State::ALL.iter().filter(|state| self.count(**state) > 0);
        let words: Vec<_> = some.map(|state| format!("{} {}", self.count(*state), state.label())).collect();
        if words.is_empty() { "no entries".to_owned() } else { words.join(", ") }
    }
}

#[cfg(test)]
mod tests;
