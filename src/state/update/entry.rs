//! One entry while somebody updates it: each fact as it is published, as it is
//! written now, and what is wrong with that.

use directory::Directory;
use directory::closed::Closed;
use directory::listing::Listing;
use directory::record::ListingRecord;
use directory::sheet::{CLEAR, Cells, Column};
use directory::site::Site;
use directory::vocabulary::Kind;

/// A fact, as it is published and as it is written now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Which fact.
    pub column: Column,
    /// As it is published. Empty: not known.
    pub before: String,
    /// As it stands in the field.
    pub now: String,
    /// What is wrong with that, and what to write.
    pub wrong: Option<String>,
}

impl Typed {
    /// Whether it is no longer as it is published.
    pub fn is_changed(&self) -> bool {
        self.now.trim() != self.before.trim()
    }

    /// What the cell of a template says of it. A field that somebody has emptied
    /// is meant to be empty; an empty cell would change nothing.
    pub fn cell(&self) -> &str {
        match (self.is_changed(), self.now.trim().is_empty()) {
            (true, true) => CLEAR,
            (true, false) => &self.now,
            (false, _) => &self.before,
        }
    }

    /// Whether one of several words is chosen.
    pub fn has(&self, choice: &str) -> bool {
        chosen(&self.now).any(|one| one == choice)
    }
}

/// The words of a cell that holds several.
fn chosen(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|one| !one.is_empty())
}

/// One entry while somebody updates it.
#[derive(Clone, Debug)]
pub struct Edited {
    /// As it is published.
    pub record: ListingRecord,
    /// Why it takes two roles and a test call to confirm it, if it does.
    pub guard: Option<String>,
    /// Whether everything that is not changed is said to be right.
    pub is_right: bool,
    /// Whether its facts stand in fields.
    pub is_open: bool,
    /// Its facts, in reading order.
    pub facts: Vec<Typed>,
    /// The second role.
    pub second: String,
    /// The day of the test call.
    pub called_on: String,
    /// A note to the coordinator.
    pub note: String,
}

impl Edited {
    /// An entry as it is published.
    pub fn new(record: ListingRecord, directory: &Directory) -> Self {
        let kind = Kind::from_slug(&record.kind);
        let is_asked = |column: &Column| column.is_fact() && kind.is_none_or(|kind| column.is_for(kind));
        let fact = |column: Column| {
            let before = column.cell(&record, &directory.site);
            Typed { column, now: before.clone(), before, wrong: None }
        };
        let facts = Column::all().iter().copied().filter(is_asked).map(fact).collect();
        let listing = directory.listings().iter().find(|listing| listing.id.as_str() == record.id);
        let guard = listing.and_then(guarded_as);
        let none = String::new;
        Self { record, guard, is_right: false, is_open: false, facts, second: none(), called_on: none(), note: none() }
    }

    /// Takes in what stands in a field now; of several words the one that was
    /// ticked, or is no longer.
    pub fn write(&mut self, column: Column, text: &str, site: &Site) {
        match column {
            Column::SecondRole => self.second = text.to_owned(),
            Column::CalledOn => self.called_on = text.to_owned(),
            Column::Note => self.note = text.to_owned(),
            _ => {
                let Some(fact) = self.facts.iter_mut().find(|fact| fact.column == column) else { return };
                fact.now = match column.kind() {
                    Cells::Several => toggled(&fact.now, text, &column.choices(site)),
                    _ => text.to_owned(),
                };
                let mut tried = self.record.clone();
                let put = if fact.is_changed() { column.put(&mut tried, fact.cell(), site) } else { Ok(()) };
                fact.wrong = put.err().map(|refusal| refusal.says);
            }
        }
    }

    /// Takes back all that was written in it.
    pub fn undo(&mut self) {
        for fact in &mut self.facts {
            fact.now.clone_from(&fact.before);
            fact.wrong = None;
        }
        (self.is_right, self.is_open) = (false, false);
        self.second.clear();
        self.called_on.clear();
        self.note.clear();
    }

    /// The facts that are no longer as they are published.
    pub fn changed(&self) -> impl Iterator<Item = &Typed> {
        self.facts.iter().filter(|fact| fact.is_changed())
    }

    /// Whether anything is said of it.
    pub fn says_anything(&self) -> bool {
        self.is_right || !self.note.trim().is_empty() || self.changed().next().is_some()
    }
}

/// The words for why an entry is guarded, if it is.
fn guarded_as(listing: &Listing) -> Option<String> {
    directory::guarded::why(listing).map(|guard| guard.words().to_owned())
}

/// Several words, with one of them ticked or no longer, in the order in which
/// they are offered; words of before that nobody offers any more stay.
fn toggled(now: &str, choice: &str, choices: &[String]) -> String {
    let mut words: Vec<&str> = chosen(now).collect();
    match words.iter().position(|one| *one == choice) {
        Some(at) => drop(words.remove(at)),
        None => words.push(choice),
    }
    let place = |word: &&str| choices.iter().position(|one| one == word).unwrap_or(choices.len());
    words.sort_by_key(place);
    words.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_words_stand_in_the_order_in_which_they_are_offered() {
        let choices = ["Sleep", "Worry", "Anger"].map(str::to_owned);
        assert_eq!(toggled("", "Anger", &choices), "Anger");
        assert_eq!(toggled("Anger", "Sleep", &choices), "Sleep; Anger");
        assert_eq!(toggled("Sleep; Anger", "Sleep", &choices), "Anger");
        assert_eq!(toggled("Anger; an old word", "Worry", &choices), "Worry; Anger; an old word");
    }

    #[test]
    fn a_field_that_is_emptied_says_so_in_the_file() {
        let fact = |now: &str| Typed { column: Column::Web, before: "a".to_owned(), now: now.to_owned(), wrong: None };
        assert_eq!((fact("").cell(), fact("a ").cell(), fact("b").cell()), (CLEAR, "a", "b"));
        assert!(fact("").is_changed() && !fact("a ").is_changed());
    }
}
