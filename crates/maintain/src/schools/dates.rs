//! Dates as people write them in this country: the day first.

use directory::day::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a text names: `21/11/2026`, `21.11.26`, `21 November 2026`,
/// `21-Nov-26` or `2026-11-21`, with a time after it or without. Two figures of
/// a year are those of this century.
pub(super) fn day(text: &str) -> Option<Day> {
    let text = text.split_once('T').map_or(text, |(day, time)| if time.contains(':') { day } else { text });
    let text = text.strip_suffix(|sign: char| sign == '.').unwrap_or(text);
    let words = text.split(|sign: char| sign.is_whitespace() || "/.-,".contains(sign));
    let parts: Vec<&str> = words.filter(|word| !word.is_empty() && !word.contains(':')).take(4).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    if first.len() == 4 && number(ordinal(first)).is_none() {
        return Day::of(first.parse().ok()?, number(middle)?, number(last)?);
    }
    let (day, month) = match (number(ordinal(first)), month(middle)) {
        (Some(day), Some(month)) => (day, month),
        // "November 21, 2026"
        _ => (number(ordinal(middle))?, month(first)?),
    };
    let year: i32 = last.parse().ok().filter(|_| matches!(last.len(), 2 | 4))?;
    Day::of(if last.len() == 2 { 2000 + year } else { year }, month, day)
}

fn number(text: &str) -> Option<u8> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

/// Without the letters of "1st", "2nd", "3rd", "4th".
fn ordinal(text: &str) -> &str {
    text.trim_end_matches(|sign: char| sign.is_ascii_alphabetic())
}

fn month(text: &str) -> Option<u8> {
    let named = || {
        let lower = text.to_lowercase();
        let at = MONTHS.iter().position(|month| lower.starts_with(month))?;
        u8::try_from(at + 1).ok()
    };
    number(text).or_else(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, iso: Option<&str>) {
        assert_eq!(day(text).map(Day::iso).as_deref(), iso, "{text}");
    }

    #[test]
    fn a_day_is_read_as_people_here_write_it() {
        for text in [
            "21/11/2026",
            "21.11.26",
            "21-11-2026",
            "21 November 2026",
            "21st Nov 2026",
            "21-Nov-26",
            "Nov 21, 2026",
            "2026-11-21",
            "2026-11-21T09:30:00",
            "21/11/2026 09:30",
        ] {
            check(text, Some("2026-11-21"));
        }
        check("03/04/2026", Some("2026-04-03"));
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in ["", "11/21/2026", "31/02/2026", "autumn term", "2026", "1/1/1", "46347", "21/11/026"] {
            check(text, None);
        }
    }
}
