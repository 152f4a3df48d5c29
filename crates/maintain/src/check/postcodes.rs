//! Rules of postcodes in any text: they are of an area that there is, and
//! stand as people write them.
//!
//! The pattern is that of the Post Office's own guide (Royal Mail Programmers'
//! Guide): one or two letters of the area, a district, a space, a digit and two
//! letters, of which none is C, I, K, M, O or V.

use directory::finding::{Findings, Level};

/// The letters of every area of the country, the islands too.
const AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH \
    EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG \
    NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W \
    WA WC WD WF WN WR WS WV YO ZE";

/// Letters that stand in no last part of a postcode.
const NEVER_LAST: &str = "CIKMOV";

pub(super) fn check(place: &str, text: &str, findings: &mut Findings) {
    let mut before = "";
    for word in text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Some((found, write)) = fault(before, word) {
            findings.add(Level::Warning, place, found, write);
        }
        before = word;
    }
}

/// What is wrong with a word, or with two, if they are meant as a postcode.
fn fault(before: &str, word: &str) -> Option<(String, String)> {
    if is_last_part(word) && looks_like_first_part(before) {
        let found = format!("{before} {word}");
        let write = "Look the postcode up again: there is none like this.";
        return (!is_first_part(before) || word.chars().any(|one| NEVER_LAST.contains(one)))
            .then(|| (found, write.to_owned()));
    }
    let (first, last) = word.split_at_checked(word.len().checked_sub(3)?)?;
    let is_together = is_last_part(last) && is_first_part(first);
    is_together.then(|| (word.to_owned(), format!("Write it with a space: {first} {last}.")))
}

/// A digit and two letters.
fn is_last_part(word: &str) -> bool {
    matches!(word.as_bytes(), [b'0'..=b'9', b'A'..=b'Z', b'A'..=b'Z'])
}

/// One or two letters, and then a digit at least.
fn looks_like_first_part(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.as_bytes().get(letters..).unwrap_or_default();
    (1..=2).contains(&letters)
        && (1..=4).contains(&rest.len())
        && rest.first().is_some_and(u8::is_ascii_digit)
        && rest.iter().all(|one| one.is_ascii_digit() || one.is_ascii_uppercase())
}

/// An area that there is, and its district: `SE5`, `RM12`, `SW1A`.
fn is_first_part(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let Some((area, district)) = word.split_at_checked(letters) else { return false };
    let is_district = match district.as_bytes() {
        [one] | [one, b'A'..=b'Z'] => one.is_ascii_digit(),
        [one, two] => one.is_ascii_digit() && two.is_ascii_digit(),
        _ => false,
    };
    is_district && AREAS.split_ascii_whitespace().any(|known| known == area)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(text: &str, expected: Option<&str>) {
        let mut findings = Findings::of_file("x.json");
        check("summary", text, &mut findings);
        let found = findings.into_vec();
        assert_eq!(found.len(), usize::from(expected.is_some()), "{text}: {found:?}");
        assert!(expected.is_none_or(|write| found.iter().all(|one| one.write.contains(write))), "{found:?}");
    }

    #[test]
    fn a_postcode_that_there_may_be_is_left_alone() {
        for text in ["At SE5 8AZ.", "RM12 6AB, SW1A 1AA and M1 1AE", "Year 7 and KS2", "a 3RD time", "B12 and 4 more"] {
            check_text(text, None);
        }
    }

    #[test]
    fn a_postcode_that_there_is_not_is_named() {
        for text in ["WA154 1HF", "QQ1 1AA", "SE5 8CA", "Come to ZZ99 9ZZ now"] {
            check_text(text, Some("there is none like this"));
        }
        check_text("SE58AZ", Some("SE5 8AZ"));
        check_text("RM126AB", Some("RM12 6AB"));
    }
}
