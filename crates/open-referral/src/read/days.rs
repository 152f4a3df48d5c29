//! Dates and times as feeds write them: of their standards, or the day first.

use directory::day::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a text names: `2026-11-21`, with a time or without,
/// `21/11/2026`, `21 November 2026`, `January 1, 2026`. Two figures of a year
/// are those of this century. Years before 1900, such as `0001`, are no date.
pub(super) fn day(text: &str) -> Option<Day> {
    let text = text.split_once('T').map_or(text, |(day, time)| if time.contains(':') { day } else { text });
    let words = text.split(|sign: char| sign.is_whitespace() || "/.-,".contains(sign));
    let parts: Vec<&str> = words.filter(|word| !word.is_empty() && !word.contains(':')).take(4).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    let day = if first.len() == 4 && first.bytes().all(|sign| sign.is_ascii_digit()) {
        Day::of(first.parse().ok()?, number(middle)?, number(last)?)?
    } else {
        let (day, month) = match (number(first), month(middle)) {
            (Some(day), Some(month)) => (day, month),
            _ => (number(middle)?, named(first)?),
        };
        let year: i32 = last.parse().ok().filter(|_| matches!(last.len(), 2 | 4))?;
        Day::of(if last.len() == 2 { 2000 + year } else { year }, month, day)?
    };
    (1900..2200).contains(&day.year()).then_some(day)
}

fn number(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let is_plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

fn month(text: &str) -> Option<u8> {
    number(text).filter(|month| (1..=12).contains(month)).or_else(|| named(text))
}

fn named(text: &str) -> Option<u8> {
    let lower = text.to_lowercase();
    let at = MONTHS.iter().position(|month| lower.starts_with(month))?;
    u8::try_from(at + 1).ok()
}

/// A time of the day as `HH:MM`: `09:00`, `9:00`, `09:00:00`, `9am`, `5.30 pm`.
pub(super) fn time(text: &str) -> Option<String> {
    let lower = text.trim().trim_end_matches('Z').to_ascii_lowercase();
    let (digits, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (lower.as_str(), None),
    };
    let parts: Vec<&str> = digits.trim().split([':', '.']).collect();
    let part = |text: &str| -> Option<u16> {
        let is_plain = (1..=2).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit());
        is_plain.then(|| text.parse().ok()).flatten()
    };
    let (hours, minutes) = match parts.as_slice() {
        [hours] if half.is_some() => (part(hours)?, 0),
        [hours, minutes] => (part(hours)?, part(minutes)?),
        // Seconds, and fractions of them, are no hours that anybody keeps.
        [hours, minutes, seconds, ..] if part(seconds).is_some() => (part(hours)?, part(minutes)?),
        _ => return None,
    };
    let hours = match half {
        Some(half) if (1..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    let is_time = (hours < 24 && minutes < 60) || (hours == 24 && minutes == 0);
    is_time.then(|| format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_the_day_first_and_one_that_cannot_be_is_none() {
        let check = |text: &str, iso: Option<&str>| assert_eq!(day(text).map(Day::iso).as_deref(), iso, "{text}");
        for text in [
            "2026-11-21",
            "21/11/2026",
            "21.11.26",
            "21 November 2026",
            "November 21, 2026",
            "2026-11-21T10:30:45.0Z",
            "21st Nov 2026",
        ] {
            check(text, Some("2026-11-21"));
        }
        check("03/04/2026", Some("2026-04-03"));
        // The other order can only be meant where the day first cannot be.
        for text in
            ["January 01, 0001", "0001-01-01", "12/24/2015", "yesterday", "", "31/02/2026", "2026", "-1", "é/1/2026"]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_time_is_read_to_the_minute() {
        for (text, read) in [
            ("09:00", Some("09:00")),
            ("9:00", Some("09:00")),
            ("18:00:00", Some("18:00")),
            ("5.30 pm", Some("17:30")),
            ("12am", Some("00:00")),
            ("24:00", Some("24:00")),
            ("hh:mm:ss", None),
            ("25:00", None),
            ("9", None),
            ("13pm", None),
        ] {
            assert_eq!(time(text).as_deref(), read, "{text}");
        }
    }
}
