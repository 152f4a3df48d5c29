//! How plain our own words are: summaries, reasons for doubt, what to do next,
//! what crisis help says. Words of a source are its own, and are not measured.
//!
//! The measure is the Automated Readability Index (Smith and Senter 1967,
//! AMRL-TR-66-220): 4.71 letters a word, and half the words a sentence, less
//! 21.43. It gives a school grade; five years more are a reading age. It counts
//! letters and no syllables, so that anybody can count again and get the same.
//! A short text is measured roughly, so each by itself is only named from a
//! reading age of 18 on, and all summaries together from 12 on.

use directory::finding::{Findings, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::{Entry, Ledger, Whole};

/// The most words of a sentence.
pub(super) const LONGEST: usize = 20;
/// The fewest words of a text that is measured by itself.
const FEWEST: usize = 12;
/// The fewest words of summaries that are measured together.
const FEWEST_TOGETHER: usize = 100;
/// The reading age from which a text by itself is too hard, and from which all
/// of them are: our readers' is 9 to 11.
const HARD: f64 = 18.0;
const HARD_TOGETHER: f64 = 12.0;
/// A word of so many letters may be said with shorter ones.
const LONG_WORD: usize = 11;
/// The highest number that may be an age in "5-11".
const OLDEST: u8 = 25;

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let mut together = Measure::default();
    whole.entries.iter().filter_map(measured).for_each(|summary| together.add(&summary));
    if let Some(file) = &whole.data.crisis {
        ledger.note(&file.path, |findings| {
            file.record.routes.iter().for_each(|route| words("routes.says", &route.says, &route.says, findings));
        });
    }
    let Some(file) = &whole.data.site else { return };
    ledger.note(&file.path, |findings| {
        for area in &file.record.areas {
            words("areas.next_step", &area.next_step, &area.next_step, findings);
        }
        if let Some(age) = together.reading_age(FEWEST_TOGETHER).filter(|age| *age >= HARD_TOGETHER) {
            let found = format_args!("all summaries together have a reading age of {age:.0}");
            let write = "Write shorter words and sentences in new summaries: our readers' age is 9 to 11.";
            findings.add(Level::Advice, "", found, write);
        }
    });
}

/// Those of one entry.
pub(super) fn of_entry(entry: &Entry<'_>, findings: &mut Findings) {
    let (record, Some(summary)) = (&entry.file.record, measured(entry)) else { return };
    words("summary", &record.summary, &summary, findings);
    record.doubt.iter().for_each(|doubt| words("doubt", doubt, doubt, findings));
    record.eligibility.iter().for_each(|eligibility| ages("eligibility", eligibility, findings));
}

/// The summary of an entry that families read, without its name: readers know
/// what a thing is called, however long that is.
fn measured(entry: &Entry<'_>) -> Option<String> {
    let is_for_families = entry.listing.as_ref().is_none_or(directory::listing::Listing::is_for_families);
    let record = &entry.file.record;
    let is_named = is_for_families && !record.name.is_empty();
    match is_named {
        true => Some(record.summary.replace(record.name.as_str(), "it")),
        false => is_for_families.then(|| record.summary.clone()),
    }
}

/// The sentences of a text that are too long, with how many words each has.
pub(super) fn long_sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let counted = text.unicode_sentences().map(|sentence| (sentence.split_whitespace().count(), sentence.trim()));
    counted.filter(|(count, _)| *count > LONGEST)
}

/// How many sentences a text has.
pub(super) fn sentences(text: &str) -> usize {
    text.unicode_sentences().count()
}

/// What is said of a sentence that is too long.
pub(super) fn shorter(count: usize) -> String {
    format!("Make it shorter: {count} words in a sentence, and {LONGEST} are enough.")
}

/// What would make some words of ours plainer; `measured` is the same without
/// names.
fn words(field: &str, text: &str, measured: &str, findings: &mut Findings) {
    for (count, sentence) in long_sentences(text) {
        findings.add(Level::Advice, field, sentence, shorter(count));
    }
    let mut measure = Measure::default();
    measure.add(measured);
    if let Some(age) = measure.reading_age(FEWEST).filter(|age| *age >= HARD) {
        let long: Vec<_> = measured.unicode_words().filter(|word| word.chars().count() >= LONG_WORD).take(3).collect();
        let which = if long.is_empty() { String::new() } else { format!(" for {}", long.join(", ")) };
        let write =
            format_args!("Find shorter words{which}: the reading age is about {age:.0}, and should be 9 to 11.");
        findings.add(Level::Advice, field, text, write);
    }
    ages(field, text, findings);
}

/// Ages are written with "to": a dash is read as a minus, or not at all.
fn ages(field: &str, text: &str, findings: &mut Findings) {
    let lower = text.to_lowercase();
    if !["age", "year", "child", "young"].iter().any(|word| lower.contains(word)) {
        return;
    }
    let is_end = |sign: char| !(sign.is_ascii_digit() || matches!(sign, '-' | '–' | '—'));
    let dashed = text.split(is_end).find_map(|run| {
        let (from, to) = run.split_once(['-', '–', '—'])?;
        let (first, last): (u8, u8) = (from.parse().ok()?, to.parse().ok()?);
        (first < last && last <= OLDEST).then_some((run, from, to))
    });
    if let Some((run, from, to)) = dashed {
        findings.add(Level::Advice, field, text, format_args!("Write “{from} to {to}” rather than “{run}”."));
    }
}

/// Letters, words and sentences, counted.
#[derive(Clone, Copy, Debug, Default)]
struct Measure {
    letters: usize,
    words: usize,
    sentences: usize,
}

impl Measure {
    fn add(&mut self, text: &str) {
        for word in text.unicode_words() {
            self.letters += word.chars().filter(|letter| letter.is_alphanumeric()).count();
            self.words += 1;
        }
        self.sentences += text.unicode_sentences().count();
    }

    /// The reading age, if there are words enough to measure.
    fn reading_age(self, fewest: usize) -> Option<f64> {
        let (letters, words, sentences) = (self.letters as f64, self.words as f64, self.sentences.max(1) as f64);
        (self.words >= fewest).then(|| 4.71 * letters / words + 0.5 * words / sentences - 21.43 + 5.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_words(text: &str, expected: &[&str]) {
        let mut findings = Findings::of_file("x.json");
        words("summary", text, text, &mut findings);
        let found: Vec<_> = findings.into_vec().into_iter().map(|one| one.write).collect();
        assert_eq!(found.len(), expected.len(), "{text}: {found:?}");
        for (one, expected) in found.iter().zip(expected) {
            assert!(one.contains(expected), "{one}");
        }
    }

    #[test]
    fn short_plain_words_are_left_alone() {
        check_words("Someone will listen to you at any time about anything that is worrying you.", &[]);
        check_words("Groups for children, e.g. on sleep. Aged 5 to 11, in 2024-25.", &[]);
        check_words("", &[]);
    }

    #[test]
    fn a_long_sentence_is_named_with_its_count() {
        check_words(&format!("{}end. Short.", "so ".repeat(20)), &["21 words"]);
        check_words(&"so ".repeat(20), &[]);
    }

    #[test]
    fn hard_words_are_named() {
        let hard = "Psychotherapeutic interventions addressing internalising presentations, neurodevelopmental \
                    comorbidities, attachment difficulties alongside multidisciplinary formulation.";
        check_words(hard, &["Find shorter words for Psychotherapeutic, interventions, internalising: the reading age"]);
    }

    #[test]
    fn ages_are_written_with_to() {
        check_words("For children aged 5-11.", &["“5 to 11” rather than “5-11”"]);
        check_words("Years 7–9.", &["“7 to 9” rather than “7–9”"]);
        check_words("In the years 2024-25.", &[]);
    }

    #[test]
    fn the_measure_is_the_published_one() {
        let mut measure = Measure::default();
        measure.add("The cat sat on the mat. It was warm.");
        // 9 words of 26 letters in 2 sentences.
        assert_eq!((measure.letters, measure.words, measure.sentences), (26, 9, 2));
        let age = measure.reading_age(1).unwrap();
        assert!((age - (4.71 * 26.0 / 9.0 + 0.5 * 4.5 - 21.43 + 5.0)).abs() < 1e-9);
    }
}
