//! Whether words beside a number name the person who would answer: "Call Jane
//! on 07700 900123". Then it may be somebody's own number, and they may leave.
//!
//! What a place or a body is called ("Queen Elizabeth Hospital", "St Helen’s",
//! "Anna Freud") names nobody.

use super::{is_first_name, is_title, words};

/// What to write where a person is named beside a number.
pub const REMEDY: &str = "This may be one person's own number or name. Ask for the number of the team.";

/// So many words before or behind a number still say whose it is.
const NEAR: usize = 6;

/// So many digits together are a number that may be one person's. Short codes
/// and the numbers of urgent help have fewer.
const DIGITS: usize = 9;

/// First names that are words of every day as well, in small letters.
const EVERYDAY: &str = "carol dame dawn doctor jack jade jan jean ken lee mike miss ms nick sir sue";

/// Names of bodies that begin as those of people do.
const BODIES: [&str; 3] = ["anna freud", "marie curie", "sue ryder"];

/// Words with which a name is that of a place or a body.
const PLACES: &str = "academy association avenue baby board building campus centre center charity children's church clinic close \
    club college court estate family foundation fund gardens group hall health helpline hospice hospital hotline hotel house \
    hub institute king lady lane library line lodge lord network nursery park partnership place practice primary prince \
    princess project queen road saint school secondary service services society square st street suite surgery terrace \
    theatre trust unit university ward way wing wood";

/// The person named in a note beside a number. `own` are the names of the entry,
/// and `is_body` knows two words that stand together in the name of a body.
pub fn in_note(note: &str, own: &[&str], is_body: &dyn Fn(&str, &str) -> bool) -> Option<String> {
    Sentence::of(note).names(own, is_body).into_iter().next().map(|(_, name)| name)
}

/// The person named close to a number in a text.
pub fn in_text(text: &str, own: &[&str], is_body: &dyn Fn(&str, &str) -> bool) -> Option<String> {
    sentences(text).into_iter().find_map(|sentence| {
        let numbers = sentence.numbers();
        let is_near = |at: usize| {
            numbers.iter().any(|(from, to)| at + NEAR >= *from && at <= *to + NEAR && !(*from..=*to).contains(&at))
        };
        let names = if numbers.is_empty() { Vec::new() } else { sentence.names(own, is_body) };
        names.into_iter().find(|(at, _)| is_near(*at)).map(|(_, name)| name)
    })
}

/// Sentences, apart where one ends and another begins: a title ends none.
fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all = vec![Sentence::default()];
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        if let Some(last) = all.last_mut() {
            last.0.push(word);
        }
        if word.ends_with(['.', '!', '?']) && !is_title(&bare) && bare != "st" {
            all.push(Sentence::default());
        }
    }
    all
}

/// The words of a sentence as they are written.
#[derive(Default)]
struct Sentence<'a>(Vec<&'a str>);

impl<'a> Sentence<'a> {
    fn of(text: &'a str) -> Self {
        Self(text.split_whitespace().collect())
    }

    /// Where each number begins and ends.
    fn numbers(&self) -> Vec<(usize, usize)> {
        let is_digit = |word: &str| {
            let bare = word.trim_matches(|sign: char| !sign.is_ascii_digit() && sign != '+');
            !bare.is_empty() && bare.chars().all(|sign| sign.is_ascii_digit() || "+-–‑().".contains(sign))
        };
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (at, word) in self.0.iter().enumerate().filter(|(_, word)| is_digit(word)) {
            let count = word.chars().filter(char::is_ascii_digit).count();
            match runs.last_mut() {
                Some((_, to, digits)) if *to + 1 == at => (*to, *digits) = (at, *digits + count),
                _ => runs.push((at, at, count)),
            }
        }
        runs.into_iter().filter(|(_, _, digits)| *digits >= DIGITS).map(|(from, to, _)| (from, to)).collect()
    }

    /// Each person that is named, with where.
    fn names(&self, own: &[&str], is_body: &dyn Fn(&str, &str) -> bool) -> Vec<(usize, String)> {
        let own: Vec<String> = own.iter().flat_map(|name| words(name)).collect();
        let is_own = |small: &str| own.iter().any(|one| one == small || one.strip_suffix('s') == Some(small));
        let is_person = |at: usize, word: &Word| {
            let next = self.word(at + 1);
            let is_named = match is_title(&word.small) {
                true => next.as_ref().is_some_and(|next| word.is_titled() && next.is_capital && !next.is_role()),
                false => is_first_name(&word.small) && word.is_called() && !self.is_month(at),
            };
            let is_of_body = next.as_ref().is_some_and(|next| {
                let pair = format!("{} {}", word.small, next.small);
                BODIES.contains(&pair.as_str()) || is_body(&word.small, &next.small)
            });
            is_named && !is_own(&word.small) && !is_of_body && !self.is_place(at)
        };
        let all = (0..self.0.len()).filter_map(|at| Some((at, self.word(at)?)));
        all.filter(|(at, word)| is_person(*at, word)).map(|(at, word)| (at, word.written)).collect()
    }

    fn word(&self, at: usize) -> Option<Word> {
        let written = self.0.get(at)?;
        let bare = written.trim_matches(|sign: char| !sign.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        let is_capital = bare.starts_with(char::is_uppercase);
        let is_shouted = bare.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
        Some(Word { written: bare.to_owned(), small: bare.to_lowercase(), is_capital, is_shouted })
    }

    /// Whether a name belongs to that of a place: in the words with capitals
    /// around it stands one that says so.
    fn is_place(&self, at: usize) -> bool {
        let says_place = |word: &Word| PLACES.split_ascii_whitespace().any(|place| place == word.small);
        let is_joined = |at: usize| self.0.get(at).is_some_and(|word| !word.ends_with([',', ';', ':', ')']));
        let around = |at: usize| self.word(at).filter(|word| word.is_capital && !word.small.is_empty());
        let before = (0..at).rev().take_while(|at| is_joined(*at)).map_while(around);
        let after = (at + 1..self.0.len()).take_while(|at| is_joined(*at - 1)).map_while(around);
        before.chain(after).any(|word| says_place(&word))
    }

    /// Whether "Jan" is a month here: days, years or other months are beside it.
    fn is_month(&self, at: usize) -> bool {
        const BESIDE: &str = "to until till from since and in by feb mar apr may jun jul aug sep sept oct nov dec";
        let is_of_date = |at: usize| {
            self.word(at).is_some_and(|word| {
                let is_day = (1..=4).contains(&word.small.len()) && word.small.chars().all(|one| one.is_ascii_digit());
                is_day || BESIDE.split_ascii_whitespace().any(|one| one == word.small)
            })
        };
        self.word(at).is_some_and(|word| word.small == "jan") && (is_of_date(at + 1) || at > 0 && is_of_date(at - 1))
    }
}

/// A word without the signs around it.
struct Word {
    written: String,
    small: String,
    is_capital: bool,
    is_shouted: bool,
}

impl Word {
    /// Whether somebody may be called so, as it is written: what stands in small
    /// letters may be a word of every day, and what stands in capitals a code.
    fn is_called(&self) -> bool {
        let is_everyday = EVERYDAY.split_ascii_whitespace().any(|word| word == self.small);
        match (self.is_capital, self.is_shouted) {
            (true, true) => self.small.len() > 4,
            (true, false) => true,
            _ => !is_everyday,
        }
    }

    /// Whether a title is written as one: "Miss Jones", "mrs Jones", and no "MS".
    fn is_titled(&self) -> bool {
        (self.is_capital && !self.is_shouted) || ["mr", "mrs"].contains(&self.small.as_str())
    }

    fn is_role(&self) -> bool {
        super::ROLES.split_ascii_whitespace().any(|role| role == self.small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, in_it: Option<&str>, beside: Option<&str>) {
        let own = ["St Mary’s Trust"];
        let is_body = |first: &str, next: &str| (first, next) == ("helen", "bamber");
        assert_eq!(in_text(text, &own, &is_body).as_deref(), in_it, "{text}");
        assert_eq!(in_note(text, &own, &is_body).as_deref(), beside, "as a note: {text}");
    }

    #[test]
    fn a_person_beside_a_number_is_found_before_and_behind_it() {
        for (text, name) in [
            ("Call Jane on 07123 456789", "Jane"),
            ("call jane on 07123456789", "jane"),
            ("Worried? Ask for Jane Smith at the desk on (020) 7946-0000.", "Jane"),
            ("07700 900123 (Sarah)", "Sarah"),
            ("+44 7700 900123, and ask for Sue.", "Sue"),
            ("Dr. Okafor’s own number is 020 7946 0000.", "Dr"),
            ("Mrs Jones: 01632 960001", "Mrs"),
            ("Jane's mobile is 07700-900-123.", "Jane"),
            ("SARAH 07700 900123", "SARAH"),
            ("Call Jan on 07700 900123", "Jan"),
        ] {
            check(text, Some(name), Some(name));
        }
    }

    #[test]
    fn a_place_a_body_a_day_and_a_code_are_nobody() {
        for text in [
            "Call St Helen’s Hospital on 020 7946 0000.",
            "Queen Elizabeth Hospital, 020 7946 0000",
            "St. Thomas’ desk: 020 7946 0000",
            "Write to 4 Harriet Street or call 01632 960001.",
            "Call Anna Freud on 020 7946 0000.",
            "Call Helen Bamber on 020 7946 0000.",
            "Mary answers on 020 7946 0000.",
            "Open till dawn on 01632 960001, and never miss a call.",
            "From Jan to March: 01632 960001",
            "Text KATE to 07860 000000",
            "The duty worker or Doctor Service, 01632 960001",
            "For MS Teams call 01632 960001.",
            "",
            "()",
        ] {
            check(text, None, None);
        }
    }

    #[test]
    fn a_name_far_from_any_number_is_left_to_other_rules() {
        check("Jane began it. Call the team on 01632 960001.", None, Some("Jane"));
        check("Jane and Sarah are here from 2025 to 2026, on 21-09-2026 as well.", None, Some("Jane"));
        check("Ask for Sarah, or call 999 or 116 123.", None, Some("Sarah"));
    }
}
