//! Whether a number can be called or texted, and how people say it.
//!
//! Which numbers there are is Google's list, as `rlibphonenumber` has it. The
//! short codes of this country are our own list, because that one has none,
//! and so are the numbers that are kept for films and examples.

mod kept;

use directory::finding::Level;
use rlibphonenumber::enums::Region;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType};

use crate::numbers;

/// What people do with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// They call it.
    Call,
    /// They send it a text.
    Text,
}

/// Short codes that can be called from anywhere in the country: emergencies,
/// the police, the NHS, a power cut, missing children and other lines of Europe,
/// banks, and the relay for deaf people.
const CALLED: [&str; 14] = [
    "999", "112", "111", "101", "105", "119", "159", "18000", "116000", "116006", "116111", "116117", "116123", "18002",
];

/// The code of this country.
const HERE: i32 = 44;

/// Dialled before a number, so that a relay assistant joins the call.
const RELAY: &str = "18001";

/// The longest number that people say in one breath, in digits.
const LONGEST_GROUP: usize = 6;

/// What is wrong with a number, and how much that matters.
pub fn faults(number: &str, how: Use) -> Vec<(Level, String)> {
    if !is_plain(number) {
        // The format's own rule says so already.
        return Vec::new();
    }
    let digits = numbers::digits(number);
    let mut faults: Vec<(Level, String)> = fault(number, &digits, how).into_iter().collect();
    if faults.iter().all(|(level, _)| *level != Level::Error) {
        faults.extend(
            grouped(number).map(|said| (Level::Warning, format!("Group the digits as people say them: {said}."))),
        );
    }
    faults
}

/// The same number, grouped as people say it, if it is not. How a service groups
/// its own number is left alone: `0800 58 58 58` is easier to keep in mind.
pub fn grouped(number: &str) -> Option<String> {
    let is_sign = |sign: char| sign.is_ascii_digit() || " -.()\u{a0}\u{2010}\u{2011}".contains(sign);
    if !number.chars().all(is_sign) || (is_plain(number) && is_said(number)) {
        return None;
    }
    let one = parsed(number)?;
    if !is_known(&one) && !kept::is_kept(&numbers::digits(number)) {
        return None;
    }
    let said = PHONE_NUMBER_UTIL.format(&one, PhoneNumberFormat::National).into_owned();
    let only = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // Other digits would be another number.
    (only(&said) == only(number) && said != number && is_plain(&said)).then_some(said)
}

/// Digits and spaces only, a `+` before them at most.
fn is_plain(number: &str) -> bool {
    let rest = number.strip_prefix('+').unwrap_or(number);
    let is_sign = |sign: char| sign.is_ascii_digit() || sign == ' ';
    rest.chars().all(is_sign) && (3..=15).contains(&rest.chars().filter(char::is_ascii_digit).count())
}

/// Whether no group is too long to be said, and the code of a large city stands
/// by itself: `020 7525 5000`.
fn is_said(number: &str) -> bool {
    let groups: Vec<&str> = number.split(' ').filter(|group| !group.is_empty()).collect();
    let first = groups.first().copied().unwrap_or_default();
    let is_city = first.starts_with("02");
    groups.iter().all(|group| group.len() <= LONGEST_GROUP) && (!is_city || first.len() == 3)
}

fn fault(number: &str, digits: &str, how: Use) -> Option<(Level, String)> {
    let error = |why: &str| Some((Level::Error, why.to_owned()));
    let warning = |why: &str| Some((Level::Warning, why.to_owned()));
    if let Some(rest) = digits.strip_prefix(RELAY).filter(|rest| !rest.is_empty()) {
        return fault(rest, rest, how);
    }
    if digits == RELAY || CALLED.contains(&digits) || digits == "0" {
        return match how {
            Use::Text if digits != "999" => warning("Move it to phones: this number is called, and not texted."),
            _ => None,
        };
    }
    if is_short_code(digits) {
        return match how {
            Use::Call => error("Move it to texts: nobody can call a number of this kind."),
            Use::Text => None,
        };
    }
    if digits.starts_with("118") && digits.len() == 6 {
        return warning("Write the service's own number: one that asks for other numbers costs a lot.");
    }
    if let Some(why) = length(number, digits) {
        return error(&why);
    }
    if kept::is_kept(digits) {
        return warning("Write the service's own number: this one is kept for examples, and nobody answers.");
    }
    let Some(one) = parsed(number) else { return error("Look the number up again: nobody can dial this one.") };
    if !is_known(&one) {
        return warning("Call it, and look it up again: as far as is known, no number starts like this.");
    }
    let kind = PHONE_NUMBER_UTIL.get_number_type(&one);
    match (kind, how) {
        _ if one.country_code != HERE => {
            let write = "Say in its note that it is a number abroad: a call may cost a lot.";
            Some((Level::Advice, write.to_owned()))
        }
        (PhoneNumberType::PremiumRate | PhoneNumberType::SharedCost | PhoneNumberType::PersonalNumber, _) => {
            warning("Ask for another number, or say in its note what a call costs: this kind costs extra.")
        }
        (PhoneNumberType::Pager, _) => warning("Write a number that somebody answers: this is a pager."),
        (PhoneNumberType::TollFree | PhoneNumberType::UAN | PhoneNumberType::FixedLine, Use::Text) => {
            Some((Level::Advice, "Ask if it takes texts: most numbers of this kind do not.".to_owned()))
        }
        _ if number.starts_with('+') => {
            let said = PHONE_NUMBER_UTIL.format(&one, PhoneNumberFormat::National);
            Some((Level::Advice, format!("Write it as people here dial it: {said}.")))
        }
        _ => None,
    }
}

/// A number of five to seven digits that takes texts alone.
fn is_short_code(digits: &str) -> bool {
    (5..=7).contains(&digits.len()) && digits.starts_with(['5', '6', '7', '8'])
}

/// Why a number of this country has too few digits, or too many.
fn length(number: &str, digits: &str) -> Option<String> {
    if number.trim_start().starts_with('+') && !digits.starts_with('0') {
        return None;
    }
    let count = digits.len();
    let Some(start) = digits.get(..2).filter(|_| digits.starts_with('0')) else {
        return Some("Write the whole number, from its 0 on: nobody can dial this one.".to_owned());
    };
    let is_right = match start {
        "01" => (10..=11).contains(&count),
        "08" => (10..=11).contains(&count) || (count == 8 && parsed(number).is_some_and(|one| is_known(&one))),
        _ => count == 11,
    };
    let why = || format!("Look the number up again: it has {count} digits, and one that starts with {start} has 11.");
    (!is_right).then(why)
}

fn parsed(number: &str) -> Option<PhoneNumber> {
    PHONE_NUMBER_UTIL.parse(number, Some(Region::GB)).ok()
}

fn is_known(number: &PhoneNumber) -> bool {
    PHONE_NUMBER_UTIL.is_valid_number(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: &str, how: Use, level: Option<Level>, write: &str) {
        let faults = faults(number, how);
        let found = faults.first();
        assert_eq!(found.map(|(level, _)| *level), level, "{number}: {faults:?}");
        assert!(found.is_none_or(|(_, why)| why.contains(write)), "{number}: {faults:?}");
    }

    #[test]
    fn numbers_that_people_call_have_no_fault() {
        for right in [
            "999",
            "111",
            "101",
            "112",
            "119",
            "116 123",
            "116 000",
            "18000",
            "18001 111",
            "18001 0800 1111",
            "0800 1111",
            "0800 068 4141",
            "0808 2000 247",
            "0800 58 58 58",
            "0800 02 888 40",
            "08088 020 021",
            "0345 123 2304",
            "020 7525 1921",
            "01708 753319",
            "01708 961 111",
            "07537 416 905",
            "016977 2345",
        ] {
            check(right, Use::Call, None, "");
        }
        for right in ["85258", "88247", "999", "60061", "07537 416 905"] {
            check(right, Use::Text, None, "");
        }
    }

    #[test]
    fn a_number_that_nobody_can_dial_is_an_error() {
        for (wrong, why) in [
            ("0300 123 339", "it has 10 digits"),
            ("020 7525 50000", "it has 12 digits"),
            ("0800 11", "it has 6 digits"),
            ("7525 1921", "from its 0 on"),
            ("1234", "from its 0 on"),
            ("85258", "Move it to texts"),
        ] {
            check(wrong, Use::Call, Some(Level::Error), why);
        }
    }

    #[test]
    fn a_number_that_nobody_answers_or_that_costs_extra_is_warned_of() {
        for (wrong, why) in [
            ("07700 900123", "kept for examples"),
            ("01632 960001", "kept for examples"),
            ("0500 1234567", "no number starts like this"),
            ("0871 200 3000", "costs extra"),
            ("0909 123 4567", "costs extra"),
            ("118 118", "costs a lot"),
        ] {
            check(wrong, Use::Call, Some(Level::Warning), why);
        }
        check("+44 20 7525 1921", Use::Call, Some(Level::Advice), "dial it: 020 7525 1921");
        check("+353 1 234 5678", Use::Call, Some(Level::Advice), "a number abroad");
        check("116 123", Use::Text, Some(Level::Warning), "called, and not texted");
        check("0800 068 4141", Use::Text, Some(Level::Advice), "takes texts");
    }

    #[test]
    fn digits_are_grouped_as_people_say_them_and_stay_the_same() {
        for (number, said) in [
            ("08000684141", "0800 068 4141"),
            ("0207 525 1921", "020 7525 1921"),
            ("02075251921", "020 7525 1921"),
            ("(020) 7525-1921", "020 7525 1921"),
            ("01708.753319", "01708 753319"),
            ("08001111", "0800 1111"),
        ] {
            assert_eq!(grouped(number).as_deref(), Some(said), "{number}");
            assert_eq!(numbers::digits(said), numbers::digits(number));
        }
        for kept in
            ["0800 58 58 58", "0808 2000 247", "+44 20 7525 1921", "+44 (0)20 7525 1921", "020 7525", "999", "", "x"]
        {
            assert_eq!(grouped(kept), None, "{kept}");
        }
    }
}
