//! Numbers and days of a spreadsheet as its formats show them.

mod pattern;

use crate::doubt::Doubt;
use pattern::{pattern, sections, without_literals};

/// How a cell shows a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// As it comes.
    General,
    /// As a day, a time of day, or both.
    Moment {
        /// Whether the day is shown.
        has_day: bool,
        /// Whether the time is shown.
        has_time: bool,
        /// Whether it is what a spreadsheet makes of ages, as 5-Nov.
        may_be_ages: bool,
    },
    /// As a length of time, in hours and minutes.
    Length,
    /// In a pattern of digits.
    Pattern(String),
}

impl Format {
    /// The format of a code such as `dd/mm/yyyy` or `00000 000000`.
    pub(crate) fn of(code: &str) -> Self {
        let first = sections(code).next().unwrap_or_default();
        let bare = without_literals(first).to_ascii_lowercase();
        let has = |letters: &str| bare.contains(|sign| letters.contains(sign));
        if ["[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"].iter().any(|part| first.to_ascii_lowercase().contains(part)) {
            return Self::Length;
        }
        if bare.contains("general") || bare.contains('@') || bare.is_empty() {
            return Self::General;
        }
        let (has_day, has_time) = (has("dy"), has("hs"));
        let has_month = has("m");
        if has_day || has_time || has_month {
            let months = bare.contains("mmm");
            let one = bare.contains('d') != bare.contains('y');
            return Self::Moment { has_day: has_day || !has_time, has_time, may_be_ages: months && one && !has_time };
        }
        Self::Pattern(code.to_owned())
    }

    /// The format that a spreadsheet knows by a number.
    pub(crate) fn built_in(id: u32) -> Self {
        match id {
            1 => Self::of("0"),
            2 => Self::of("0.00"),
            3 => Self::of("#,##0"),
            4 => Self::of("#,##0.00"),
            9 => Self::of("0%"),
            10 => Self::of("0.00%"),
            16 => Self::of("d-mmm"),
            17 => Self::of("mmm-yy"),
            14 | 15 | 27..=31 | 36 | 50..=58 => Self::of("d-mmm-yyyy"),
            18..=21 | 32..=35 | 45 | 47 => Self::of("h:mm:ss"),
            22 => Self::of("d/m/yyyy h:mm"),
            46 => Self::Length,
            _ => Self::General,
        }
    }

    /// A number as a cell shows it, and what is doubtful of it.
    pub(crate) fn shown(&self, value: f64, is_from_1904: bool) -> (String, Option<Doubt>) {
        match self {
            Self::General => general(value),
            Self::Pattern(code) => pattern(code, value).unwrap_or_else(|| general(value)),
            Self::Length => length(value),
            Self::Moment { has_day, has_time, may_be_ages } => {
                let Some(text) = moment(value, *has_day, *has_time, is_from_1904) else {
                    return (general(value).0, Some(Doubt::NoDay));
                };
                (text, may_be_ages.then_some(Doubt::MayBeAges))
            }
        }
    }
}

/// A number as it comes: all of its digits, and no power of ten.
fn general(value: f64) -> (String, Option<Doubt>) {
    if !value.is_finite() {
        return (String::new(), Some(Doubt::Fault));
    }
    if value.abs() >= 1e15 {
        return (format!("{value:e}"), Some(Doubt::Rounded));
    }
    // Fifteen digits are what a spreadsheet keeps; the sixteenth is an error of
    // how numbers are stored.
    let digits = if value == 0.0 { 0 } else { (14.0 - value.abs().log10().floor()).clamp(0.0, 17.0) as usize };
    let text = format!("{value:.digits$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text };
    let text = if text == "-0" { "0".to_owned() } else { text };
    let doubt = Doubt::of(&text);
    (text, doubt)
}

/// A day and a time by the count of days since the beginning of a spreadsheet's
/// time.
fn moment(value: f64, has_day: bool, has_time: bool, is_from_1904: bool) -> Option<String> {
    let day = value.floor();
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    let minutes = ((value - day) * 1440.0).round() as i64;
    let (days, minutes) = (day as i64 + minutes / 1440, minutes % 1440);
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if !has_day || (days == 0 && has_time) {
        return has_time.then_some(time);
    }
    let date = if is_from_1904 { date(days + JULIAN_1904) } else { date(julian_1900(days)?) }?;
    Some(if has_time && minutes > 0 { format!("{date} {time}") } else { date })
}

/// The first of January 1904, where some workbooks begin to count, as a Julian
/// day.
const JULIAN_1904: i64 = 2_416_481;

/// The Julian day of a day as Excel counts. It takes 1900 for a leap year, so the
/// 60th day was none.
fn julian_1900(days: i64) -> Option<i64> {
    match days {
        1..=59 => Some(days + 2_415_020),
        61.. => Some(days + 2_415_019),
        _ => None,
    }
}

fn date(julian: i64) -> Option<String> {
    let date = time::Date::from_julian_day(i32::try_from(julian).ok()?).ok()?;
    Some(format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day()))
}

fn length(value: f64) -> (String, Option<Doubt>) {
    if !(0.0..3_000_000.0).contains(&value) {
        return general(value);
    }
    let minutes = (value * 1440.0).round() as i64;
    (format!("{}:{:02}", minutes / 60, minutes % 60), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, value: f64, text: &str) {
        assert_eq!(Format::of(code).shown(value, false).0, text, "{code} {value}");
    }

    #[test]
    fn a_number_is_what_people_see() {
        check("General", 35.0, "35");
        check("General", 0.1 + 0.2, "0.3");
        check("General", -0.0, "0");
        check("General", 123_456_789_012.0, "123456789012");
        check("@", 7.5, "7.5");
        check("0", 7.5, "8");
        check("00000000000", 7_700_900_000.0, "07700900000");
        check("00000\\ 000000", 7_700_900_000.0, "07700 900000");
        check("#,##0.00", 1_234.5, "1,234.50");
        check("\"£\"#,##0.00", 35.0, "£35.00");
        check("[$£-809]#,##0;[Red]-[$£-809]#,##0", -1_200.0, "-£1,200");
        check("_-£* #,##0.00_-;-£* #,##0.00_-", 35.0, "£35.00");
        check("0%", 0.5, "50%");
        check("0.##", 2.5, "2.5");
        check("0.##", 2.0, "2");
        check("# ?/?", 0.5, "0.5");
        check("0.00E+00", 1_200.0, "1200");
        check("0;;\"none\"", 0.0, "0");
    }

    #[test]
    fn a_day_is_a_day_and_what_looks_like_ages_is_doubtful() {
        check("dd/mm/yyyy", 46_268.0, "2026-09-03");
        check("[$-809]d mmmm yyyy;@", 46_268.0, "2026-09-03");
        check("d/m/yyyy h:mm", 46_268.375, "2026-09-03 09:00");
        check("h:mm AM/PM", 0.375, "09:00");
        check("[h]:mm", 1.5, "36:00");
        check("yyyy-mm-dd", 1.0, "1900-01-01");
        check("yyyy-mm-dd", 61.0, "1900-03-01");
        assert_eq!(Format::built_in(14).shown(1.0, true).0, "1904-01-02");
        assert_eq!(Format::built_in(16).shown(46_331.0, false), ("2026-11-05".to_owned(), Some(Doubt::MayBeAges)));
        for value in [-1.0, 60.0, 3e6, f64::NAN, f64::INFINITY] {
            assert_eq!(Format::of("dd/mm/yyyy").shown(value, false).1, Some(Doubt::NoDay), "{value}");
        }
    }

    #[test]
    fn a_number_that_may_be_a_phone_number_is_doubtful_unless_its_format_kept_the_zero() {
        let doubt = |code: &str, value| Format::of(code).shown(value, false).1;
        assert_eq!(doubt("General", 7_700_900_000.0), Some(Doubt::MayHaveLostZero));
        assert_eq!(doubt("00000000000", 7_700_900_000.0), None);
        assert_eq!(doubt("General", 1e16), Some(Doubt::Rounded));
    }
}
