//! What a course costs, where a price is known.
//!
//! Prices for a person, a course and a school are three things, and are never
//! added up to one.

use crate::closed::closed_set;

closed_set! {
    /// What a price is for.
    Per {
        Person: "person", "a person";
        Course: "course", "a course";
        School: "school", "a school";
    }
}

/// A price, as a source states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// In pence.
    pub pence: u32,
    /// What it is for.
    pub per: Per,
}

impl Price {
    /// In words: "£45 a person".
    pub fn words(self) -> String {
        format!("{} {}", pounds(self.pence.into()), self.per.label())
    }
}

/// An amount as people write it: "£45", "£1,200", "£7.50".
pub fn pounds(pence: u64) -> String {
    let digits = (pence / 100).to_string();
    let mut whole = String::from("£");
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            whole.push(',');
        }
        whole.push(digit);
    }
    match pence % 100 {
        0 => whole,
        rest => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_as_people_write_it() {
        for (pence, words) in
            [(0, "£0"), (750, "£7.50"), (4_500, "£45"), (120_000, "£1,200"), (100_000_005, "£1,000,000.05")]
        {
            assert_eq!(pounds(pence), words);
        }
        assert_eq!(Price { pence: 4_500, per: Per::Person }.words(), "£45 a person");
    }
}
