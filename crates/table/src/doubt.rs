//! Why what stands in a cell may not be what somebody wrote there.
//!
//! Spreadsheets change what is typed: a phone number becomes a number and loses
//! its first 0, the ages 5-11 become the fifth of November. Nothing of it is
//! put right by guessing. It is named, and whoever reads the table asks.

/// Why what stands in a cell may not be what somebody wrote there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is a number as long as a phone number that has lost its first 0 or +.
    MayHaveLostZero,
    /// It is a long number that was shortened to a few digits and a power of ten.
    Shortened,
    /// It is a number of more digits than a spreadsheet keeps.
    Rounded,
    /// It is a date of the sort that a spreadsheet makes of ages such as 5-11.
    MayBeAges,
    /// It is a number that stands for no day, in a cell that is to show one.
    NoDay,
    /// It is a formula that went wrong.
    Fault,
    /// It is a formula that takes its value from another file.
    OtherFile,
    /// It is a formula whose value is not in the file.
    NotWorkedOut,
}

impl Doubt {
    /// Whether there is no text to go by, whatever the column holds. Any other
    /// doubt matters only where such a text can be wrong.
    pub fn is_sure(self) -> bool {
        matches!(
            self,
            Self::Shortened | Self::Rounded | Self::NoDay | Self::Fault | Self::OtherFile | Self::NotWorkedOut
        )
    }

    /// What is doubtful and what to do, in a sentence that follows the name of the
    /// cell and a colon.
    pub fn told(self) -> &'static str {
        match self {
            Self::MayHaveLostZero => {
                "the spreadsheet may have taken the first 0 off this number; make the cell text, and type the number again"
            }
            Self::Shortened => {
                "the spreadsheet has shortened this number, and digits are lost; make the cell text, and type the number again"
            }
            Self::Rounded => {
                "a spreadsheet keeps no more than 15 digits of a number; make the cell text, and type the number again"
            }
            Self::MayBeAges => {
                "the spreadsheet may have made a date of what was typed; make the cell text, and write for example 5 to 11"
            }
            Self::NoDay => "this is no day; write it as 3 September 2026",
            Self::Fault => "the formula in this cell went wrong; type what it should say",
            Self::OtherFile => "the formula in this cell reads another file; type what it should say",
            Self::NotWorkedOut => "the formula in this cell has no value yet; type what it should say",
        }
    }

    /// What is doubtful of a text that stands by itself in a list, or of a number
    /// as it is shown.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if text.len() > 40 {
            return None;
        }
        if is_shortened(text) {
            Some(Self::Shortened)
        } else if is_day_and_month(text) {
            Some(Self::MayBeAges)
        } else {
            may_have_lost_zero(text).then_some(Self::MayHaveLostZero)
        }
    }
}

/// Whether digits could be a phone number without its 0, or without the + of its
/// country.
fn may_have_lost_zero(text: &str) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    let is_national = matches!(text.len(), 9 | 10) && text.starts_with(['1', '2', '3', '5', '7', '8', '9']);
    is_number && (is_national || (matches!(text.len(), 11 | 12) && text.starts_with("44")))
}

/// `7.7009E+09`.
fn is_shortened(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    let power = power.trim_start_matches('+');
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    is_digits(power)
        && power.len() <= 3
        && digits.split_once('.').is_some_and(|(one, rest)| is_digits(one) && is_digits(rest))
        || (is_digits(power) && power.len() == 2 && is_digits(digits) && digits.len() == 1)
}

/// `05-Nov` or `Nov-16`.
fn is_day_and_month(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let Some((one, other)) = text.split_once('-') else { return false };
    let is_month = |part: &str| MONTHS.contains(&part.to_ascii_lowercase().as_str());
    let is_short = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit());
    (is_month(one) && is_short(other)) || (is_short(one) && is_month(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_has_changed_is_named() {
        let check = |text: &str, doubt| assert_eq!(Doubt::of(text), doubt, "{text}");
        check("7700900000", Some(Doubt::MayHaveLostZero));
        check("447700900000", Some(Doubt::MayHaveLostZero));
        check("7.7009E+09", Some(Doubt::Shortened));
        check("7.7E9", Some(Doubt::Shortened));
        check("8E+09", Some(Doubt::Shortened));
        check("05-Nov", Some(Doubt::MayBeAges));
        check("Nov-16", Some(Doubt::MayBeAges));
        for text in
            ["", "07700 900000", "07700900000", "100001", "12", "E1", "1E", "5-11", "E17 4AB", "mid-Nov", "2026-11-05"]
        {
            check(text, None);
        }
    }
}
