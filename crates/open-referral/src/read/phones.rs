//! Phone numbers out of the cells and fields that people write them into, with
//! words before, behind and between.

/// A number that a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Digits and single spaces; `+` before those of another country.
    pub(super) number: String,
    /// The digits of its extension.
    pub(super) extension: Option<String>,
}

/// Fewer digits than these are part of the words.
const SHORTEST: usize = 3;

/// More digits than these are no number of any country.
const LONGEST: usize = 15;

/// So many digits are no code of an area any more.
const NEARLY_WHOLE: usize = 7;

/// So many digits are a whole number: another one may begin.
const WHOLE: usize = 10;

/// The numbers in a text, and the words that stand around them.
pub(super) fn numbers(text: &str) -> (Vec<Found>, String) {
    let mut found: Vec<Found> = Vec::new();
    let mut words = String::new();
    let mut rest = text.trim();
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit() || sign == '+' || sign == '(') {
        let before = rest.get(..at).unwrap_or_default();
        let from = rest.get(at..).unwrap_or_default();
        let end = end_of_number(from);
        let run = from.get(..end).unwrap_or_default();
        words.push_str(before);
        let count = run.bytes().filter(u8::is_ascii_digit).count();
        let last = found.last_mut().filter(|one| one.extension.is_none() && is_extension(before));
        match last {
            Some(one) if count > 0 && count <= 6 => {
                one.extension = Some(digits(run));
                words.truncate(words.len() - before.len());
            }
            _ if count >= SHORTEST => found.extend(apart(run)),
            _ => words.push_str(run),
        }
        rest = from.get(end..).unwrap_or_default();
    }
    words.push_str(rest);
    (found, label(&words))
}

fn is_of_number(sign: char) -> bool {
    sign.is_ascii_digit() || matches!(sign, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '+')
}

/// Where a run of digits ends. A bracket behind a whole number holds words:
/// "0800 1111 (24 hours)".
fn end_of_number(from: &str) -> usize {
    let mut count = 0;
    let end = from.find(|sign: char| {
        count += usize::from(sign.is_ascii_digit());
        !is_of_number(sign) || (sign == '(' && count >= NEARLY_WHOLE)
    });
    end.unwrap_or(from.len()).max(1)
}

fn is_extension(before: &str) -> bool {
    let word: String = before.chars().filter(|sign| sign.is_alphabetic()).flat_map(char::to_lowercase).collect();
    ["ext", "extn", "extension", "x"].contains(&word.as_str())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// One run of digits as one number; as several, where one ends and another
/// begins with `0` or `+`.
fn apart(run: &str) -> Vec<Found> {
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    let mut count = 0;
    for group in run.split(|sign: char| !sign.is_ascii_digit() && sign != '+').filter(|group| !digits(group).is_empty())
    {
        if count >= WHOLE && group.starts_with(['0', '+']) {
            all.push(Vec::new());
            count = 0;
        }
        count += digits(group).len();
        all.last_mut().into_iter().for_each(|groups| groups.push(group.to_owned()));
    }
    let number = |groups: Vec<String>| {
        let number = grouped(at_home(groups));
        let count = digits(&number).len();
        (SHORTEST..=LONGEST).contains(&count).then_some(Found { number, extension: None })
    };
    all.into_iter().filter_map(number).collect()
}

/// A number of this country as it is dialled here: `+44 (0)20` is `020`.
fn at_home(mut groups: Vec<String>) -> Vec<String> {
    let Some(first) = groups.first() else { return groups };
    let Some(rest) = first.strip_prefix("+44").or_else(|| first.strip_prefix("0044")).map(str::to_owned) else {
        let is_abroad = first.starts_with('+');
        groups.iter_mut().for_each(|group| *group = digits(group));
        if let Some(first) = groups.first_mut().filter(|_| is_abroad) {
            first.insert(0, '+');
        }
        return groups;
    };
    groups.remove(0);
    if groups.first().is_some_and(|group| group == "0") {
        groups.remove(0);
    }
    if !rest.is_empty() {
        groups.insert(0, rest);
    }
    if let Some(first) = groups.first_mut().filter(|first| !first.starts_with('0')) {
        first.insert(0, '0');
    }
    groups.iter().map(|group| digits(group)).collect()
}

/// In the groups that it was written in; in those that people here say, where it
/// was written without any.
fn grouped(groups: Vec<String>) -> String {
    let written = groups.join(" ");
    let whole = groups.concat();
    if groups.iter().all(|group| group.len() <= 6) || !whole.starts_with('0') {
        return written;
    }
    let is = |starts: &[&str]| starts.iter().any(|start| whole.starts_with(start));
    let cuts: &[usize] = match whole.len() {
        11 if is(&["02"]) => &[3, 7],
        11 if is(&["011", "0121", "0131", "0141", "0151", "0161", "0191", "03", "08", "09"]) => &[4, 7],
        10 | 11 => &[5],
        _ => return written,
    };
    let mut said = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if cuts.contains(&at) {
            said.push(' ');
        }
        said.push(digit);
    }
    said
}

/// The words around a number, without those that only say that it is one.
fn label(words: &str) -> String {
    const EMPTY: [&str; 12] =
        ["tel", "telephone", "phone", "call", "no", "number", "t", "or", "and", "main", "office", "on"];
    let plain = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let said: Vec<&str> = words.split_whitespace().filter(|word| !plain(word).is_empty()).collect();
    if said.iter().all(|word| EMPTY.contains(&plain(word).as_str())) {
        return String::new();
    }
    said.join(" ").trim_matches(|sign: char| !sign.is_alphanumeric() && !"()".contains(sign)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, all: &[(&str, &str)], words: &str) {
        let (found, label) = numbers(text);
        let found: Vec<_> =
            found.iter().map(|one| (one.number.as_str(), one.extension.as_deref().unwrap_or_default())).collect();
        assert_eq!((found.as_slice(), label.as_str()), (all, words), "{text}");
    }

    #[test]
    fn a_number_is_found_whatever_stands_around_it() {
        check("0161 832 3736", &[("0161 832 3736", "")], "");
        check("0203 289 6420 Ext 303", &[("0203 289 6420", "303")], "");
        check("Tel: 01234-567890", &[("01234 567890", "")], "");
        check("01234 567890 / 07700 900123", &[("01234 567890", ""), ("07700 900123", "")], "");
        check("01234 567890 07700 900123", &[("01234 567890", ""), ("07700 900123", "")], "");
        check("+44 (0)20 7946 0000", &[("020 7946 0000", "")], "");
        check("\"+44 1234 234567\"", &[("01234 234567", "")], "");
        check("02079460000", &[("020 7946 0000", "")], "");
        check("01612345678", &[("0161 234 5678", "")], "");
        check("Out of hours: 0800 1111 (24 hours)", &[("0800 1111", "")], "Out of hours: (24 hours)");
        check("999", &[("999", "")], "");
        check("650 780-7525", &[("650 780 7525", "")], "");
        check("+1 650 780 7525", &[("+1 650 780 7525", "")], "");
        check("ask at reception", &[], "ask at reception");
        check("12345678901234567890", &[], "");
        check("", &[], "");
    }

    proptest! {
        #[test]
        fn every_number_that_is_found_is_plainly_one(text in "[0-9 +()./a-zé-]{0,60}") {
            for one in numbers(&text).0 {
                let plain = one.number.strip_prefix('+').unwrap_or(&one.number);
                prop_assert!(plain.chars().all(|sign| sign.is_ascii_digit() || sign == ' '), "{}", one.number);
                prop_assert!(!one.number.contains("  ") && one.number.trim() == one.number);
            }
        }
    }
}
