//! The schools by letter, for whoever looks through all of them.

use super::Register;

/// Schools that begin alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The capital, or `0–9` for what begins with no letter.
    pub capital: String,
    /// Its word in links: `letter-a`, `letter-other`.
    pub slug: String,
    /// Where the first of them stands among all schools.
    pub from: usize,
    /// How many there are.
    pub count: usize,
}

impl Register {
    /// Every letter that some school begins with, in their order.
    pub fn letters(&self) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        for (from, key) in self.keys.iter().enumerate() {
            let first = key.name().chars().next().filter(char::is_ascii_lowercase);
            let slug = first.map_or("letter-other".to_owned(), |first| format!("letter-{first}"));
            match letters.iter_mut().find(|letter| letter.slug == slug) {
                Some(letter) => letter.count += 1,
                None => {
                    let capital = first.map_or("0–9".to_owned(), |first| first.to_ascii_uppercase().to_string());
                    letters.push(Letter { capital, slug, from, count: 1 });
                }
            }
        }
        letters
    }
}
