//! Dates as people write them in this country: the day first.

use super::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a text names: `21/11/2026`, `21.11.26`, `21 November 2026`,
/// `21-Nov-26` or `2026-11-21`, with a time after it or without. Two figures of
/// a year are those of this century.
pub fn day(text: &str) -> Option<Day> {
    let text = text.split_once('T').map_or(text, |(day, time)| if time.contains(':') { day } else { text });
    let text = text.strip_suffix(|sign: char| sign == '.').unwrap_or(text);
    let words = text.split(|sign: char| sign.is_whitespace() || "/.-,".contains(sign));
    let parts: Vec<&str> = words.filter(|word| !is_passed_over(word)).take(4).collect();
    let [first, middle, last] = parts.as_slice() else { return None };
    if let Some(year) = year(first) {
        return Day::of(year, number(middle)?, number(last)?);
    }
    let (day, month) = match (number(ordinal(first)), month(middle)) {
        (Some(day), Some(month)) => (day, month),
        // "November 21, 2026"
        _ => (number(ordinal(middle))?, month(first)?),
    };
    Day::of(year(last).or_else(|| Some(2000 + i32::from(number(last).filter(|_| last.len() == 2)?)))?, month, day)
}

/// A time of the day, a day of the week and "of" say nothing of the date.
fn is_passed_over(word: &str) -> bool {
    const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let lower = word.to_lowercase();
    word.is_empty() || word.contains(':') || lower == "of" || WEEK.iter().any(|day| lower.starts_with(day))
}

/// A year of four figures, as far as a directory knows any.
fn year(text: &str) -> Option<i32> {
    let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_plain && (1900..2200).contains(year))
}

/// The same, or the month or the year of it where no more is written:
/// `September 2026`, `09/2026`, `2026`.
pub fn day_or_month(text: &str) -> Option<Day> {
    if let Some(day) = day(text) {
        return Some(day);
    }
    let words = text.split(|sign: char| sign.is_whitespace() || "/.-,".contains(sign));
    let parts: Vec<&str> = words.filter(|word| !word.is_empty()).take(3).collect();
    match parts.as_slice() {
        [only] => Day::read(&year(only)?.to_string()),
        [first, last] => {
            let (of, year) = year(first).map(|year| (last, year)).or_else(|| Some((first, year(last)?)))?;
            Day::read(&format!("{year}-{:02}", month(of)?))
        }
        _ => None,
    }
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
            "Saturday 21st of November, 2026",
            "2026-11-21",
            "2026-11-21T09:30:00",
            "21/11/2026 09:30",
        ] {
            check(text, Some("2026-11-21"));
        }
        check("03/04/2026", Some("2026-04-03"));
    }

    #[test]
    fn a_month_or_a_year_says_no_more_than_it_does() {
        for (text, iso) in [
            ("September 2026", Some("2026-09")),
            ("Sept 2026", Some("2026-09")),
            ("Sept 3, 2026", Some("2026-09-03")),
            ("09/2026", Some("2026-09")),
            ("2026-09", Some("2026-09")),
            ("2026", Some("2026")),
            ("3/9/26", Some("2026-09-03")),
            ("9/26", None),
            ("autumn 2026", None),
            ("2026 2027", None),
        ] {
            assert_eq!(day_or_month(text).map(Day::iso).as_deref(), iso, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in ["", "11/21/2026", "31/02/2026", "autumn term", "2026", "1/1/1", "46347", "21/11/026", "01/01/0001"]
        {
            check(text, None);
        }
    }
}
