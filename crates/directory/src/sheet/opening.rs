//! Opening times for the clock, as a cell says them: "Monday to Friday 09:00 to
//! 17:00". A time that may be in the morning or in the evening is asked about.

use super::words::{Refusal, lines};
use crate::record::OpeningRecord;

/// The days of the week: as files spell them, and as people read them.
const WEEK: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];

/// Opening times as a cell says them, one on each line.
pub(super) fn written(opening: &[OpeningRecord]) -> String {
    let line = |one: &OpeningRecord| format!("{} {} to {}", days_written(&one.days), one.from, one.to);
    opening.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn days_written(days: &[String]) -> String {
    let place = |day: &String| WEEK.iter().position(|(slug, _)| slug == day);
    let Some(places) = days.iter().map(place).collect::<Option<Vec<_>>>() else { return days.join(", ") };
    let label = |at: usize| WEEK.get(at).map_or("", |(_, label)| label);
    match (places.first(), places.last()) {
        (Some(0), Some(6)) if places.len() == 7 => "Every day".to_owned(),
        (Some(first), Some(last)) if places.len() > 2 && is_run(&places) => {
            format!("{} to {}", label(*first), label(*last))
        }
        _ => places.into_iter().map(label).collect::<Vec<_>>().join(", "),
    }
}

fn is_run(places: &[usize]) -> bool {
    places.iter().zip(places.iter().skip(1)).all(|(one, next)| next.checked_sub(*one) == Some(1))
}

/// The opening times that a cell says.
pub(super) fn read(text: &str) -> Result<Vec<OpeningRecord>, Refusal> {
    lines(&text.replace(';', "\n")).iter().map(|line| one(line)).collect()
}

fn one(line: &str) -> Result<OpeningRecord, Refusal> {
    let refused = || {
        let line = crate::finding::cut(line, 60);
        Refusal::new(format!(
            "We do not understand “{line}”. Write the days, then the times with am or pm, as Monday to Friday 9am to 5pm."
        ))
    };
    let spaced = line.to_lowercase().replace(['–', '—', '-'], " to ").replace(['(', ')', ',', '&', '/'], " ");
    let words: Vec<&str> =
        spaced.split_whitespace().filter(|word| !["and", "from", "on", "open"].contains(word)).collect();
    let is_time =
        |word: &&str| word.starts_with(|sign: char| sign.is_ascii_digit()) || matches!(*word, "noon" | "midnight");
    let split = words.iter().position(is_time).ok_or_else(refused)?;
    let (days, times) = words.split_at(split);
    let days = days_of(days).ok_or_else(refused)?;
    let times = times
        .join(" ")
        .replace(" am", "am")
        .replace(" pm", "pm")
        .replace("12 noon", "noon")
        .replace("12 midnight", "midnight");
    let (from, to) = times.split_once(" to ").or_else(|| times.split_once(" until ")).ok_or_else(refused)?;
    let (from, to) = minute(from, false).zip(minute(to, true)).filter(|(from, to)| from < to).ok_or_else(refused)?;
    let written = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    Ok(OpeningRecord { days, from: written(from), to: written(to) })
}

fn days_of(words: &[&str]) -> Option<Vec<String>> {
    let place = |word: &str| {
        let word = word.trim_end_matches([':', '.']);
        let is_day = |(slug, label): &(&str, &str)| {
            word == *slug
                || label.to_lowercase() == word.trim_end_matches('s')
                || matches!((word, *slug), ("tues", "tue") | ("weds", "wed") | ("thur" | "thurs", "thu"))
        };
        WEEK.iter().position(is_day)
    };
    let mut days = [false; 7];
    let mut add = |from: usize, to: usize| days.iter_mut().take(to + 1).skip(from).for_each(|day| *day = true);
    let mut rest = words;
    while let Some((first, more)) = rest.split_first() {
        let word = first.trim_end_matches([':', '.']);
        match (word, more) {
            ("daily", _) => add(0, 6),
            ("every" | "seven" | "7", ["day" | "day:" | "days", more @ ..]) => {
                add(0, 6);
                rest = more;
                continue;
            }
            ("weekdays", _) => add(0, 4),
            ("weekends" | "weekend", _) => add(5, 6),
            (_, ["to", last, more @ ..]) => {
                let (from, to) = (place(word)?, place(last)?);
                if from > to {
                    return None;
                }
                add(from, to);
                rest = more;
                continue;
            }
            _ => {
                let at = place(word)?;
                add(at, at);
            }
        }
        rest = more;
    }
    let chosen: Vec<String> =
        WEEK.iter().zip(days).filter(|(_, is)| *is).map(|((slug, _), _)| (*slug).to_owned()).collect();
    (!chosen.is_empty()).then_some(chosen)
}

/// A time as minutes after midnight. `None`: it is none, or may be two.
pub(super) fn minute(text: &str, is_end: bool) -> Option<u16> {
    let text = text.trim();
    match text {
        "noon" => return Some(720),
        "midnight" => return Some(if is_end { 1440 } else { 0 }),
        _ => {}
    }
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(720)),
        _ => (text, None),
    };
    let (hours, minutes) = clock.split_once([':', '.']).unwrap_or((clock, ""));
    let number = |part: &str, most: u16| {
        let is_plain = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|number| is_plain && *number <= most)
    };
    let has_minutes = !minutes.is_empty();
    let (hours, minutes) = (number(hours, 24)?, if has_minutes { number(minutes, 59)? } else { 0 });
    let all = match half {
        Some(half) => (1..=12).contains(&hours).then(|| (hours % 12) * 60 + minutes + half)?,
        // "9" alone may be nine in the morning or in the evening; so may "9:00" unless it is written as 09:00.
        None => Some(hours * 60 + minutes).filter(|_| has_minutes && (hours > 12 || clock.len() >= 5))?,
    };
    (all <= if is_end { 1440 } else { 1439 }).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).map(|all| written(&all)).as_deref(), Ok(expected), "{text}");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for text in [
            "Monday to Friday 09:00 to 17:00",
            "Mon-Fri 9am-5pm",
            "Mon - Fri: 9.00am - 5.00 pm",
            "weekdays, 9am to 17:00",
        ] {
            check(text, "Monday to Friday 09:00 to 17:00");
        }
        check("Every day 00:00 to 24:00", "Every day 00:00 to 24:00");
        check("daily noon to midnight", "Every day 12:00 to 24:00");
        check(
            "Tues & Thurs 10am to 12.30pm\nSat 10:00 to 12:00",
            "Tuesday, Thursday 10:00 to 12:30\nSaturday 10:00 to 12:00",
        );
        check("Mondays 4pm until 6pm", "Monday 16:00 to 18:00");
    }

    #[test]
    fn a_time_that_may_be_two_is_asked_about() {
        for text in [
            "Mon 9 to 5",
            "Mon 9:00 to 5:00",
            "9am to 5pm",
            "Mon",
            "Mon 17:00 to 09:00",
            "Friday to Monday 9am to 5pm",
            "Mon 25:00 to 26:00",
            "term time",
        ] {
            assert!(read(text).is_err(), "{text}: {:?}", read(text));
        }
    }
}
