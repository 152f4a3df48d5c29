//! Phone numbers in any text, however they are spaced.
//!
//! A number is a run of digit groups with spaces, hyphens, dots or brackets
//! between them. `+44 (0)800 1111`, `0800-1111` and `08001111` are one number.

use std::collections::BTreeSet;

use directory::day::Day;

/// Fewer digits than these may be a year, a price or an age.
const SHORTEST: usize = 5;

/// More digits than these are no number of any country.
const LONGEST: usize = 15;

/// The digits of a number, `+44` written as the `0` that it stands for.
pub fn digits(number: &str) -> String {
    runs(number).into_iter().map(|run| run.groups.concat()).collect()
}

/// Whether a text holds this number, given as [`digits`].
pub fn names(text: &str, digits: &str) -> bool {
    runs(text).iter().any(|run| run.numbers().any(|number| number == digits))
}

/// The first of some numbers, given as [`digits`], that a text holds. The text is
/// read once, however many they are.
pub fn first_of<'a>(text: &str, all: &[&'a str]) -> Option<&'a str> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let runs = runs(text);
    runs.iter().flat_map(Run::numbers).find_map(|number| all.iter().find(|one| **one == number).copied())
}

/// The numbers in a text that are long enough to be dialled, as [`digits`],
/// and the parts of them that are.
pub fn dialled(text: &str) -> BTreeSet<String> {
    let runs = runs(text);
    let numbers = runs.iter().filter(|run| !run.is_date()).flat_map(Run::numbers);
    numbers.filter(|number| number.len() >= SHORTEST).collect()
}

#[derive(Debug, Default)]
struct Run {
    groups: Vec<String>,
    is_abroad: bool,
}

impl Run {
    /// Every number that some neighbouring groups of it spell.
    fn numbers(&self) -> impl Iterator<Item = String> {
        let from = |at: usize| {
            let longer = |joined: &mut String, group: &String| {
                joined.push_str(group);
                (joined.len() <= LONGEST).then(|| joined.clone())
            };
            self.groups.iter().skip(at).scan(String::new(), longer)
        };
        (0..self.groups.len()).flat_map(from)
    }

    fn is_date(&self) -> bool {
        self.groups.len() == 3 && Day::read(&self.groups.join("-")).is_some()
    }

    fn at_home(mut self) -> Self {
        let code = self.groups.first().and_then(|group| group.strip_prefix("44")).map(str::to_owned);
        if let Some(rest) = code.filter(|_| self.is_abroad) {
            self.groups.remove(0);
            self.groups.retain(|group| group != "0");
            if !rest.is_empty() {
                self.groups.insert(0, rest);
            }
            if let Some(first) = self.groups.first_mut().filter(|first| !first.starts_with('0')) {
                first.insert(0, '0');
            }
        }
        self
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut run = Run::default();
    let mut is_in_group = false;
    for letter in text.chars() {
        match letter {
            '0'..='9' if is_in_group => run.groups.last_mut().into_iter().for_each(|group| group.push(letter)),
            '0'..='9' => run.groups.push(letter.to_string()),
            ' ' | '-' | '.' | '(' | ')' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2010}' | '\u{2011}' => {}
            _ => {
                runs.push(std::mem::take(&mut run));
                run.is_abroad = letter == '+';
            }
        }
        is_in_group = letter.is_ascii_digit();
    }
    runs.push(run);
    runs.into_iter().filter(|run| !run.groups.is_empty()).map(Run::at_home).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_found_however_it_is_spaced() {
        for text in ["Call 0800 1111.", "tel:08001111", "+44 800 1111", "+44 (0)800 1111", "0800\u{a0}11-11, free"] {
            assert!(names(text, "08001111"), "{text}");
        }
        assert!(names("In 2026 0800 1111 was free", "08001111"));
        assert_eq!(digits("+44800 1111"), "08001111");
        assert_eq!(first_of("Call 111, or 0800 1111.", &["116123", "08001111"]), Some("08001111"));
        assert_eq!(first_of("Call us.", &["08001111"]), None);
    }

    #[test]
    fn a_part_of_a_number_is_another_number() {
        for text in ["0800 11112", "10800 1111", "0800, 1111", "", "116 1234"] {
            assert!(!names(text, "08001111") && !names(text, "116123"), "{text}");
        }
    }

    #[test]
    fn years_and_dates_are_no_numbers_to_dial() {
        assert!(dialled("2024, 2026-09-21, aged 5 to 11, £1,200").is_empty());
        let found: Vec<_> = dialled("Do not use 07700 900123").into_iter().collect();
        assert_eq!(found, ["07700", "07700900123", "900123"]);
    }
}
