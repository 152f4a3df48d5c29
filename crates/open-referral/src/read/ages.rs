//! Ages: those that stand in fields of their own, and those in prose, which are
//! only offered. No age is ever made up, and zero is an age.

use directory::age::OLDEST;
use directory::record::AgesRecord;
use serde_json::Value;

use super::Offer;
use super::came::Taking;
use super::value::{items, number, said};
use super::words::line;

/// The most offers of one service.
const MOST_OFFERS: usize = 3;

/// From here on a last year may only mean that there is none.
const MAYBE_OPEN: u8 = 99;

/// Takes the ages of a service.
pub(super) fn take(service: &Value, taking: &mut Taking<'_, '_>) {
    let bands = items(service, &["eligibilitys", "eligibilities"]);
    let mut all: Vec<_> = bands.into_iter().filter(|band| band.is_object()).map(ends).collect();
    all.push(ends(service));
    let stated = all.iter().filter(|(from, to)| from.is_some() || to.is_some());
    let widest = stated.copied().reduce(|one, two| (least(one.0, two.0), most(one.1, two.1)));
    let (from, to) = widest.unwrap_or_default();
    taking.count(match (from, to) {
        (Some(_), Some(_)) => "ages, both",
        (Some(_), None) => "ages, first only",
        (None, Some(_)) => "ages, last only",
        (None, None) => "ages, none",
    });
    let says = format!("{} to {}", shown(from), shown(to));
    match (from.map(whole), to.map(whole)) {
        (None, None) => {}
        (Some(Some(from)), Some(Some(to))) if from <= to => {
            taking.record.ages = Some(AgesRecord { from: Some(from.into()), to: Some(to.into()) });
            taking.stated("ages");
            taking.took("ages");
            if to >= MAYBE_OPEN {
                taking.note("A last age of 99 or more may mean that there is none: ask", &says);
            }
        }
        (Some(Some(from)), None) => offer(taking, &format!("from {from}, and no last age is stated"), from, OLDEST),
        (None, Some(Some(to))) => offer(taking, &format!("to {to}, and no first age is stated"), 0, to),
        _ => taking.left("ages", "no two whole years from 0 to 120, the lower first", &says),
    }
    if widest.is_none() {
        for (words, from, to) in in_prose(&prose(service)) {
            offer(taking, &words, from, to);
        }
    }
}

fn offer(taking: &mut Taking<'_, '_>, says: &str, from: u8, to: u8) {
    if taking.offers.len() < MOST_OFFERS {
        taking.left("ages", "offered, not taken: a person must say", says);
        taking.offers.push(Offer { says: says.to_owned(), from, to });
    }
}

/// The first and the last year that fields state. What feeds write for
/// "nothing": -1, an empty text, `null`, and the pair of two zeros.
fn ends(of: &Value) -> (Option<f64>, Option<f64>) {
    let year = |names: &[&str]| number(of, names).filter(|year| *year >= 0.0);
    let (from, to) = (year(&["minimum_age", "min_age"]), year(&["maximum_age", "max_age"]));
    if from == Some(0.0) && to == Some(0.0) { (None, None) } else { (from, to) }
}

fn least(one: Option<f64>, two: Option<f64>) -> Option<f64> {
    one.zip(two).map(|(one, two)| one.min(two))
}

fn most(one: Option<f64>, two: Option<f64>) -> Option<f64> {
    one.zip(two).map(|(one, two)| one.max(two))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is compared with what it was")]
fn whole(year: f64) -> Option<u8> {
    let is_whole = year.fract() == 0.0 && (0.0..=f64::from(OLDEST)).contains(&year);
    is_whole.then_some(year as u8)
}

fn shown(year: Option<f64>) -> String {
    year.map_or_else(|| "nothing".to_owned(), |year| year.to_string())
}

fn prose(service: &Value) -> String {
    let texts = ["description", "eligibility_description", "eligibility", "audience"];
    let texts = texts.iter().filter_map(|name| said(service, name)).filter_map(Value::as_str);
    texts.map(line).collect::<Vec<_>>().join(". ")
}

/// The ages that a text names, in its own words, with what they may mean.
pub(super) fn in_prose(text: &str) -> Vec<(String, u8, u8)> {
    let words: Vec<&str> = text.split([' ', '-', '–', '/', '(', ')']).filter(|word| !word.is_empty()).collect();
    let low: Vec<String> = words
        .iter()
        .map(|word| {
            word.to_lowercase().trim_matches(|sign: char| !sign.is_alphanumeric() && !"+,;".contains(sign)).to_owned()
        })
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < low.len() && found.len() < MOST_OFFERS {
        let here = low.get(at..).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| low.get(at)).map_or("", String::as_str);
        match phrase(here, before) {
            Some((count, from, to)) if from <= to => {
                let said = words.get(at..at + count).unwrap_or_default().join(" ");
                found.push((said.trim_matches([',', '.', ';']).to_owned(), from, to));
                at += count;
            }
            _ => at += 1,
        }
    }
    found
}

/// What the words from here on say of ages: how many words, first and last year.
fn phrase(here: &[String], before: &str) -> Option<(usize, u8, u8)> {
    let word = |at: usize| here.get(at).map_or("", String::as_str);
    let is_about_age =
        |at: usize| ["year", "years", "yrs", "yr", "olds", "yo"].contains(&word(at)) || word(at).starts_with("year");
    let lead = usize::from(["aged", "ages", "age", "between", "from"].contains(&word(0)));
    if word(lead) == "birth" && word(lead + 1) == "to" {
        let to = year(without_end(word(lead + 2)))?;
        return Some((lead + 3 + usize::from(is_about_age(lead + 3)), 0, to));
    }
    if ["over", "under"].contains(&word(0))
        && (without_end(word(1)).ends_with('s') || is_about_age(2) || before == "aged")
    {
        let limit = year(without_end(word(1)).trim_end_matches('s'))?;
        let count = 2 + usize::from(is_about_age(2));
        let is_over = word(0) == "over";
        return Some(if is_over { (count, limit, OLDEST) } else { (count, 0, limit.checked_sub(1)?) });
    }
    let from = year(word(lead).trim_end_matches('+'))?;
    if word(lead).ends_with('+') && (lead == 1 || is_about_age(lead + 1)) {
        return Some((lead + 1 + usize::from(is_about_age(lead + 1)), from, OLDEST));
    }
    let gap = usize::from(is_about_age(lead + 1));
    let next = lead + 1 + gap;
    if word(next) == "and"
        && ["over", "above", "older", "up", "upwards"].contains(&without_end(word(next + 1)))
        && (lead == 1 || gap == 1)
    {
        return Some((next + 2, from, OLDEST));
    }
    // Without "to" two numbers beside each other were a dash.
    let joined = usize::from(["to", "and"].contains(&word(next)));
    let to = year(without_end(word(next + joined)))?;
    let after = next + joined + 1;
    let is_said = lead == 1 && word(0) != "from" || is_about_age(after);
    is_said.then_some((after + usize::from(is_about_age(after)), from, to))
}

/// A word at the end of a phrase, where a comma may stand; between two numbers it
/// says that they are a list.
fn without_end(word: &str) -> &str {
    word.trim_end_matches([',', ';'])
}

fn year(word: &str) -> Option<u8> {
    let is_plain = (1..=3).contains(&word.len()) && word.bytes().all(|sign| sign.is_ascii_digit());
    is_plain.then(|| word.parse().ok()).flatten().filter(|year| *year <= OLDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_in_prose_are_found_in_its_own_words() {
        let check = |text: &str, all: &[(&str, u8, u8)]| {
            let all: Vec<_> = all.iter().map(|(says, from, to)| ((*says).to_owned(), *from, *to)).collect();
            assert_eq!(in_prose(text), all, "{text}");
        };
        check("Support for young people aged 13 to 25 years.", &[("aged 13 to 25 years", 13, 25)]);
        check("For those aged 16 and over", &[("aged 16 and over", 16, 120)]);
        check("From birth to 18 years", &[("From birth to 18 years", 0, 18)]);
        check("A group for over 50s", &[("over 50s", 50, 120)]);
        check("between 13 and 19 years old (up to 25 with a disability)", &[("between 13 and 19 years", 13, 19)]);
        check("girls aged 7-10", &[("aged 7 10", 7, 10)]);
        check("under 18s", &[("under 18s", 0, 17)]);
        for none in
            ["Call 9 to 5", "over 200 groups", "open from 9 and 5", "24/7", "5 to 10 minutes", "aged 5, 7 and 9", ""]
        {
            check(none, &[]);
        }
    }
}
