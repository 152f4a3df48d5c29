//! Ages in a question: "9", "nine year old", "9yo", "year 6", "18 months".
//!
//! Words such as "teenager" are sayings of the data. A number is an age only
//! if nothing beside it says that it counts something else.

use crate::age::AgeChoice;
use crate::closed::Closed;

/// An age that was said, and the words that said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SaidAge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) age: AgeChoice,
}

const NUMBERS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// After a number: it counts something else.
const COUNTED: &str = " times time months month weeks week days day hours hour hrs hr minutes minute mins min pm am \
    sessions session miles mile pounds quid stone kg kids children sons daughters boys girls people pupils students \
    classes percent st nd rd th tablets tablet pills pill paracetamol lots out of to 7 1 2 4 5 ways tips steps per \
    different others exams ";
/// Before a number: it names something else.
const NUMBERED: &str = " tier tiers top step steps chapter level phase band page number section part covid stage ks \
    last past least over under than 24 room bus line gcse took taken swallowed had grade set route option press year years yr y \
    dial call ring text till til until was ";
/// Before a number in letters: it is an age.
const OF_AGE: &str = " aged age ages is im hes shes turning turned nearly almost just theyre ";

fn is_in(word: &str, list: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|one| one == word)
}

fn number(word: &str) -> Option<u32> {
    let is_digits = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits { word.parse().ok() } else { NUMBERS.iter().position(|name| *name == word).map(|at| at as u32) }
}

fn exact(years: u32) -> Option<AgeChoice> {
    AgeChoice::exact_ages().nth(years as usize)
}

/// Every age in these words, of which some stand alone.
pub(crate) fn ages(words: &[&str], alone: &[bool]) -> Vec<SaidAge> {
    let mut ages: Vec<SaidAge> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match said_at(words, alone, at) {
            Some((to, said)) => {
                let from = at;
                ages.extend(said.into_iter().map(|age| SaidAge { from, to, age }));
                at = to;
            }
            None => at += 1,
        }
    }
    ages
}

fn said_at(words: &[&str], alone: &[bool], at: usize) -> Option<(usize, Vec<AgeChoice>)> {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    if matches!(word(at), "year" | "years" | "yr" | "yrs" | "y" | "yeargroup") {
        return school_years(words, at);
    }
    let first = number(word(at))?;
    let before = if at == 0 { "" } else { word(at - 1) };
    // "9 and 12 year olds", "5 to 11", "9 or 10".
    let second = matches!(word(at + 1), "and" | "or" | "to" | "n").then(|| number(word(at + 2))).flatten();
    if let Some(second) = second {
        let tail = years_old(words, at + 3);
        if tail > 0 || is_in(before, OF_AGE) || before == "between" {
            let all = if word(at + 1) == "to" || before == "between" {
                (first..=second.min(25)).collect()
            } else {
                vec![first, second]
            };
            return Some((at + 3 + tail, all.into_iter().filter_map(exact).collect()));
        }
    }
    let half = if word(at + 1) == "and" && matches!(word(at + 2), "a" | "half") {
        2 + usize::from(word(at + 3) == "half")
    } else {
        0
    };
    let after = at + 1 + half;
    if matches!(word(after), "month" | "months" | "mth" | "mths" | "mo" | "week" | "weeks" | "wk" | "wks") {
        let is_weeks = word(after).starts_with('w');
        let is_old = word(after + 1) == "old" || word(after + 1) == "olds";
        return is_old
            .then(|| exact(first / if is_weeks { 52 } else { 12 }))
            .flatten()
            .map(|age| (after + 2, vec![age]));
    }
    let tail = years_old(words, after);
    if tail > 0 {
        let is_old = words
            .get(after..after + tail)
            .is_some_and(|tail| tail.iter().any(|word| !word.starts_with("year") && !word.starts_with("yr")));
        // "for 2 years", "3 years ago" say how long.
        let is_long = !is_old
            && (matches!(before, "for" | "last" | "past" | "since" | "over" | "about" | "after" | "in")
                || word(after + tail) == "ago");
        return (!is_long).then(|| exact(first)).flatten().map(|age| (after + tail, vec![age]));
    }
    let is_digits = word(at).bytes().all(|byte| byte.is_ascii_digit());
    // "14f", "15m": written as one, and no child is younger who is spoken of so.
    let is_alone = |at: usize| alone.get(at).copied().unwrap_or(true);
    if is_digits && first > 7 && matches!(word(at + 1), "f" | "m") && !is_alone(at) && !is_in(before, NUMBERED) {
        return exact(first).map(|age| (at + 2, vec![age]));
    }
    let is_age = match is_digits {
        true => first > 0 && is_alone(at) && !is_in(before, NUMBERED) && !is_in(word(at + 1), COUNTED),
        false => is_in(before, OF_AGE) && !is_in(word(at + 1), COUNTED),
    };
    is_age.then(|| exact(first)).flatten().map(|age| (at + 1, vec![age]))
}

/// How many words say that a number was years: "year old", "yo", "yrs".
fn years_old(words: &[&str], at: usize) -> usize {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    match (word(at), word(at + 1)) {
        ("year" | "years" | "yr" | "yrs" | "y", "old" | "olds" | "o" | "of") => match (word(at + 1), word(at + 2)) {
            ("of", "age") => 3,
            ("of", _) => 1,
            _ => 2,
        },
        ("yo" | "yos" | "yearold" | "yearolds" | "yrold" | "old" | "olds", _) => 1,
        ("year" | "years" | "yr" | "yrs" | "y", _) => 1,
        _ => 0,
    }
}

/// "year 6", "y6", "years 5 and 6", "year six"; not "year 20", "year one in".
fn school_years(words: &[&str], at: usize) -> Option<(usize, Vec<AgeChoice>)> {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let year = |at: usize| {
        let number = number(word(at)).filter(|number| (1..=13).contains(number))?;
        AgeChoice::from_slug(["y", &number.to_string()].concat().as_str())
    };
    let mut said = vec![year(at + 1)?];
    let mut to = at + 2;
    let is_more = matches!(word(to), "and" | "or" | "to" | "into" | "n");
    let next = if matches!(word(to + 1), "year" | "yr" | "y") { to + 2 } else { to + 1 };
    if let (true, Some(next_year)) = (is_more, year(next)) {
        said.push(next_year);
        to = next + 1;
    }
    Some((to, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let tokens = crate::words::tokens::tokens(text, 100);
        let words: Vec<_> = tokens.iter().map(|token| token.word.as_str()).collect();
        let found: Vec<_> = ages(&words, &[]).into_iter().map(|said| said.age.slug()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_age_is_heard_however_it_is_said() {
        for text in [
            "9",
            "my 9yo",
            "9 year old",
            "nine year old",
            "nine-year-old",
            "aged nine",
            "shes 9",
            "a 9 yr old boy",
            "9 y/o",
            "9 years of age",
        ] {
            check(text, &["9"]);
        }
        check("year 6", &["y6"]);
        check("anxious Y6 pupil", &["y6"]);
        check("yr 10 girl", &["y10"]);
        check("years 5 and 6", &["y5", "y6"]);
        check("year 6 to year 7", &["y6", "y7"]);
        check("year six", &["y6"]);
        check("18 months old", &["1"]);
        check("2 and a half year old", &["2"]);
        check("my 9 and 12 year olds", &["9", "12"]);
        check("aged 5 to 7", &["5", "6", "7"]);
        check("he was 2 when we moved, now hes 11", &["11"]);
    }

    #[test]
    fn a_letter_may_say_who_is_that_old() {
        let heard = |words: &[&str], alone: &[bool]| {
            ages(words, alone).into_iter().map(|said| said.age.slug()).collect::<Vec<_>>()
        };
        assert_eq!(heard(&["14", "f", "hates", "school"], &[false, false, true, true]), ["14"]);
        assert_eq!(heard(&["2", "f"], &[false, false]), Vec::<String>::new());
    }

    #[test]
    fn a_number_in_a_name_is_no_age() {
        assert_eq!(ages(&["place", "2", "be"], &[false; 3]), []);
    }

    #[test]
    fn a_number_that_counts_something_else_is_no_age() {
        for text in [
            "for 2 years",
            "waiting 9 months",
            "3 times a week",
            "tier 3",
            "key stage 2",
            "24/7",
            "111",
            "2 kids",
            "one of my sons",
            "took 16 tablets",
            "year 20",
            "aged 40",
            "10 pm",
            "5 weeks",
            "top 10 tips",
            "2 years ago",
            "on his xbox till 2",
        ] {
            check(text, &[]);
        }
    }
}
