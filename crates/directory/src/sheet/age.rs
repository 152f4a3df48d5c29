//! Ages as people write them: "5 to 11", "5-11", "11+", "under 18".

use super::words::{Refusal, lines};
use crate::age::OLDEST;
use crate::record::{AgesRecord, ExtensionRecord};
use crate::words::fold_apart;

/// Ages as a cell says them.
pub(super) fn written(ages: Option<AgesRecord>) -> String {
    let Some(AgesRecord { from: Some(from), to: Some(to) }) = ages else { return String::new() };
    if to == i64::from(OLDEST) { format!("{from} and over") } else { format!("{from} to {to}") }
}

/// The ages that a cell says, both ends included.
pub(super) fn read(text: &str) -> Result<AgesRecord, Refusal> {
    let range = |from: i64, to: i64| {
        let is_range = 0 <= from && from <= to && to <= OLDEST.into();
        is_range.then_some(AgesRecord { from: Some(from), to: Some(to) })
    };
    let text = text.replace('+', " over ").replace(['–', '—', '-'], " to ").replace('>', " over ");
    let folded = fold_apart(&text);
    let is_small = |word: &&str| !SMALL.contains(word);
    let words: Vec<&str> = folded.split(' ').filter(is_small).collect();
    let number = |word: &str| word.parse::<i64>().ok();
    let read = match words.as_slice() {
        ["any"] | ["all"] | ["any", "age"] => range(0, OLDEST.into()),
        ["under" | "below", to] => number(to).and_then(|to| range(0, to - 1)),
        // "Up to the 18th birthday" is up to 17; "up to 18" may be either.
        ["up" | "until" | "till", "to", to, "birthday"] | ["up" | "until" | "till" | "to", to, "birthday"] => {
            ordinal(to).and_then(|to| range(0, to - 1))
        }
        ["up" | "until" | "till", "to", to] | ["up" | "until" | "till" | "to", to] => {
            return Err(number(to).map_or_else(not_ages, up_to));
        }
        [from, "over"] | [from, "and", "over"] | [from, "or", "over"] | [from, "and", "up"] | [from, "upwards"] => {
            number(from).and_then(|from| range(from, OLDEST.into()))
        }
        [from, "and", "older"] | [from, "or", "older"] | ["from", from] => {
            number(from).and_then(|from| range(from, OLDEST.into()))
        }
        [from, "to", to] | [from, "and", to] | ["between", from, "and", to] | ["between", from, "to", to] => {
            number(from).zip(number(to)).and_then(|(from, to)| range(from, to))
        }
        [from, "to", to, "birthday"] => number(from).zip(ordinal(to)).and_then(|(from, to)| range(from, to - 1)),
        ["over", from] => number(from).and_then(|from| range(from + 1, OLDEST.into())),
        [one] => number(one).and_then(|one| range(one, one)),
        _ => None,
    };
    read.ok_or_else(not_ages)
}

/// Words that say no more about ages.
const SMALL: [&str; 13] =
    ["aged", "age", "ages", "years", "year", "old", "olds", "yrs", "yr", "yo", "the", "their", "inclusive"];

fn ordinal(word: &str) -> Option<i64> {
    word.trim_end_matches(|sign: char| sign.is_ascii_alphabetic()).parse().ok()
}

fn not_ages() -> Refusal {
    Refusal::new("These are no ages that we understand. Write whole years, both included, as 5 to 11 or 16 and over.")
}

fn up_to(to: i64) -> Refusal {
    Refusal::new(format!(
        "Does it help somebody who is {to}? If so, write 0 to {to}. If it stops at that birthday, write 0 to {}.",
        to.saturating_sub(1)
    ))
}

/// Longer reaches as a cell says them, one on each line.
pub(super) fn extensions_written(extensions: &[ExtensionRecord]) -> String {
    let line = |one: &ExtensionRecord| format!("to {} if {}", one.to, one.condition);
    extensions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The longer reaches that a cell says.
pub(super) fn extensions(text: &str) -> Result<Vec<ExtensionRecord>, Refusal> {
    lines(text).iter().map(|line| extension(line)).collect()
}

fn extension(line: &str) -> Result<ExtensionRecord, Refusal> {
    let bare = line.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
    let rest = bare.get(digits.len()..).unwrap_or_default().trim();
    let condition = ["if ", "with ", "for ", ": ", ", ", "- "].iter().find_map(|word| rest.strip_prefix(word));
    let before = line.get(..line.len().saturating_sub(bare.len())).unwrap_or_default();
    let is_short = before.split_whitespace().count() <= 3;
    match (digits.parse::<i64>(), condition.map(str::trim)) {
        (Ok(to), Some(condition)) if is_short && to <= OLDEST.into() && !condition.is_empty() => {
            Ok(ExtensionRecord { to, condition: condition.to_owned() })
        }
        _ => Err(Refusal::new("Write the last whole year and when it counts, as: to 25 if special educational needs.")),
    }
}

/// One age.
pub(super) fn one(text: &str) -> Result<u8, Refusal> {
    let folded = fold_apart(&text.replace('+', " "));
    let mut words = folded.split(' ').filter(|word| !SMALL.contains(word) && !["from", "and", "over"].contains(word));
    let year = words.next().and_then(|word| word.parse::<u8>().ok()).filter(|year| *year <= OLDEST);
    year.filter(|_| words.next().is_none())
        .ok_or_else(|| Refusal::new("This is no age that we understand. Write whole years, as 13."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, from: i64, to: i64) {
        let ages = read(text).unwrap_or_else(|why| panic!("{text}: {}", why.says));
        assert_eq!((ages.from, ages.to), (Some(from), Some(to)), "{text}");
    }

    #[test]
    fn ages_are_read_as_people_write_them() {
        for text in
            ["5 to 11", "5-11", "5 – 11", "aged 5 to 11", "5 - 11 years", "Ages 5 to 11 inclusive", "between 5 and 11"]
        {
            check(text, 5, 11);
        }
        for text in ["11+", "11 and over", "aged 11 or over", "11 years and older", "from 11", "over 10", "11 upwards"]
        {
            check(text, 11, 120);
        }
        for text in
            ["under 18", "up to the 18th birthday", "until their 18th birthday", "0 to 17", "0 to 18th birthday"]
        {
            check(text, 0, 17);
        }
        check("7", 7, 7);
        check("any age", 0, 120);
    }

    #[test]
    fn up_to_eighteen_is_asked_about_and_never_guessed() {
        let why = read("up to 18").unwrap_err();
        assert!(why.says.contains("0 to 18") && why.says.contains("0 to 17"), "{}", why.says);
        assert!(read("to 18").is_err() && read("until 25").is_err());
    }

    #[test]
    fn what_is_no_age_is_refused() {
        for text in [
            "",
            "11 to 5",
            "2026-11-05",
            "05/11/2026",
            "primary",
            "0 to 200",
            "-5",
            "5 to 11 and 14 to 16",
            "99999999999999999999",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_longer_reach_has_its_condition() {
        let read = |text: &str| extensions(text).map(|all| extensions_written(&all)).ok();
        assert_eq!(read("25 with SEND").as_deref(), Some("to 25 if SEND"));
        assert_eq!(
            read("up to 25 if a care leaver\nto 21: foster").as_deref(),
            Some("to 25 if a care leaver\nto 21 if foster")
        );
        for text in ["25", "if SEND", "to 200 if x", "soon 25"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            (one("13").ok(), one("13+").ok(), one("aged 13").ok(), one("teen").ok()),
            (Some(13), Some(13), Some(13), None)
        );
    }
}
