//! What of an entry changed, in words.
//!
//! The words are those of people who read a newsletter: several fields of the
//! format that say one thing to them have one word.

/// A field of an entry, as people speak of it.
///
/// Invariant: it is a place in [`FIELDS`], held by [`Field::of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field(usize);

/// A row of [`FIELDS`]: the words, the fields of the format that they stand
/// for, and whether it is about our own keeping rather than the help.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// As people read it.
    pub words: &'static str,
    /// As the format spells them; the name of a part stands for all of it that
    /// no other row names.
    pub paths: &'static [&'static str],
    is_keeping: bool,
}

const fn row(words: &'static str, paths: &'static [&'static str]) -> Row {
    Row { words, paths, is_keeping: false }
}

const fn keeping(words: &'static str, paths: &'static [&'static str]) -> Row {
    Row { words, paths, is_keeping: true }
}

/// Every field, in the order people read. The last stands for what the format
/// gains later.
pub const FIELDS: &[Row] = &[
    row("name", &["name"]),
    row("whether it runs", &["standing", "doubt", "successor", "withdrawn"]),
    row("what it is", &["summary"]),
    row("who runs it", &["provider"]),
    row("who pays for it", &["commissioner"]),
    row("kind of entry", &["kind"]),
    row("who it is for", &["eligibility"]),
    row("ages", &["ages", "ages_extended", "user_ages"]),
    row("who can ask", &["access.who", "access.youngest"]),
    row("how to ask", &["access", "access.route", "access.steps", "access.phone_words"]),
    row("threshold", &["access.threshold"]),
    row("who is not taken", &["access.exclusions"]),
    row("what to have ready", &["access.have_ready"]),
    row("consent", &["access.consent"]),
    row("phone number", &["contacts.phones"]),
    row("text number", &["contacts.texts"]),
    row("e-mail address", &["contacts.emails"]),
    row("website", &["contacts.web"]),
    row("other ways to get in touch", &["contacts", "contacts.ways"]),
    row("urgent help", &["crisis"]),
    row("hours", &["hours", "opening"]),
    row("cost", &["cost"]),
    row("what the help is like", &["formats", "format_note"]),
    row("languages", &["languages"]),
    row("help for disabled people", &["accessibility"]),
    row("area", &["area", "area.places", "area.who_counts", "area.coverage"]),
    row("schools", &["area.schools", "area.school_names", "area.school_ids", "area.coverage_confirmed"]),
    row("whether it takes people", &["availability.state", "availability.opens_on"]),
    row("wait", &["availability", "availability.wait", "availability.said_on"]),
    row("what happens after asking", &["help", "help.next"]),
    row("if it is not the right place", &["help.if_not_right"]),
    row("while waiting", &["help.while_waiting"]),
    row("after it ends", &["help.after"]),
    row("at 18", &["help.at_18"]),
    row("who the course is for", &["training.roles", "training.suits", "training.phases"]),
    row("who recommends the course", &["training.recommended"]),
    row("length of the course", &["training.length", "training.time"]),
    row("dates of the course", &["training.dates"]),
    row("price of the course", &["training.price"]),
    row("the course", &["training", "training.level", "training.note", "training.modes", "training.follow_up"]),
    row("opening and closing dates", &["funding.opens", "funding.closes"]),
    row("amount", &["funding.amount"]),
    row("who may apply", &["funding.who"]),
    row("what the money is for", &["funding.for"]),
    row("which courses it pays for", &["funding.pays_for"]),
    row("the funding", &["funding"]),
    row("version", &["resource.version", "resource.dated"]),
    row("phases of school", &["resource.phases"]),
    row("files", &["resource.files"]),
    row("the resource", &["resource"]),
    row("whether it is a pilot", &["pilot"]),
    row("whether it has been evaluated", &["evaluated"]),
    row("what it helps with", &["needs"]),
    row("THRIVE grouping", &["thrive"]),
    row("whom it speaks to", &["audience"]),
    keeping("day of its check", &["checked"]),
    keeping("former names", &["former_names", "former_slugs"]),
    keeping("sources", &["sources", "stated", "last_source", "imported"]),
    row("other facts", &[]),
];

impl Field {
    /// The field with this path; that of the part it lies in, if no row names
    /// it; else "other facts".
    pub fn of(path: &str) -> Self {
        let row = |path: &str| FIELDS.iter().position(|row| row.paths.contains(&path));
        let part = || path.split_once('.').and_then(|(part, _)| row(part));
        Self(row(path).or_else(part).unwrap_or(FIELDS.len() - 1))
    }

    /// Those of some paths, each once, in the order people read.
    pub(super) fn all_of(paths: &[String]) -> Vec<Self> {
        let mut fields: Vec<Self> = paths.iter().map(|path| Self::of(path)).collect();
        fields.sort();
        fields.dedup();
        fields
    }

    /// As people read it.
    pub fn words(self) -> &'static str {
        FIELDS.get(self.0).map_or("", |row| row.words)
    }

    /// Whether it is about our own keeping rather than the help: where a fact
    /// was found, when it was looked at.
    pub fn is_keeping(self) -> bool {
        FIELDS.get(self.0).is_some_and(|row| row.is_keeping)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Fields, ListingRecord};

    #[test]
    fn every_field_of_an_entry_has_words_of_its_own() {
        let record = ListingRecord::default();
        for name in record.names().iter().filter(|name| !["format", "id"].contains(name)) {
            assert!(Field::of(name).0 < FIELDS.len() - 1 || FIELDS.iter().any(|row| is_in(row, name)), "{name}");
        }
        let mut words: Vec<_> = FIELDS.iter().map(|row| row.words).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), FIELDS.len());
    }

    fn is_in(row: &Row, part: &str) -> bool {
        row.paths.iter().any(|path| path.split_once('.').is_some_and(|(first, _)| first == part))
    }

    #[test]
    fn what_no_row_names_has_the_words_of_its_part() {
        assert_eq!(Field::of("contacts.phones").words(), "phone number");
        assert_eq!(Field::of("help.pigeons").words(), "what happens after asking");
        assert_eq!(Field::of("pigeons").words(), "other facts");
        assert_eq!(Field::of("").words(), "other facts");
        assert!(Field::of("stated").is_keeping() && !Field::of("ages").is_keeping());
    }
}
