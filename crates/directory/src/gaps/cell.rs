//! One cell of the gap map: what is listed for a need at an age.

use crate::area::{Areas, Place};
use crate::closed::closed_set;
use crate::fact::Answer;
use crate::listing::Listing;

/// At most so many local entries are thin: if the one that there is closes,
/// pauses or is full, nothing local is left.
pub const THIN: usize = 1;

/// How far away the nearest that a listing is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// For the area itself; for any of the site's areas, where none was chosen.
    Local,
    /// For a wider area around it.
    Wider,
    /// For the whole country.
    National,
}

impl Reach {
    /// How near a listing is, seen from an area; from all of them, if none.
    pub fn of(listing: &Listing, area: Option<Place>, areas: &Areas) -> Self {
        let is_local = |slug: &String| match area {
            Some(place) => areas.slug(place) == slug,
            None => areas.named(slug).is_some_and(|area| area.is_choice),
        };
        match &listing.area {
            area if area.is_national => Self::National,
            area if area.places.iter().any(is_local) => Self::Local,
            _ => Self::Wider,
        }
    }
}

closed_set! {
    /// How much there is in a cell. Not a scale of red, amber and green: what
    /// is listed says nothing of how many need it.
    State {
        None: "none", "None";
        OnlyNational: "only-national", "Only national";
        Thin: "thin", "Thin";
        Some: "some", "Some";
    }
}

impl State {
    /// What it means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::None => "Nothing listed is known to be for this need at this age.",
            Self::OnlyNational => "What is listed is for the whole country. Nothing is nearer.",
            Self::Thin => "One local entry; or none, but one for a wider area.",
            Self::Some => "Two local entries or more.",
        }
    }
}

/// What is listed for a need at an age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many are for the area itself.
    pub local: usize,
    /// How many are for a wider area.
    pub wider: usize,
    /// How many are for the whole country.
    pub national: usize,
    /// How many would count, but may have ended or be old.
    pub doubtful: usize,
    /// How many name the need and may fit: ask. Most often their ages are not known.
    pub ask: usize,
}

impl Cell {
    /// Counts one more listing.
    pub(super) fn add(&mut self, answer: Answer, reach: Reach, is_doubtful: bool) {
        let count = match (answer, reach) {
            (Answer::No, _) => return,
            (Answer::NotKnown, _) => &mut self.ask,
            _ if is_doubtful => &mut self.doubtful,
            (_, Reach::Local) => &mut self.local,
            (_, Reach::Wider) => &mut self.wider,
            (_, Reach::National) => &mut self.national,
        };
        *count += 1;
    }

    /// How many count: known to be for the need and the age, and not in doubt.
    pub fn listed(self) -> usize {
        self.local + self.wider + self.national
    }

    /// How many stand under "fits" in the list that it opens.
    pub fn fits(self) -> usize {
        self.listed() + self.doubtful
    }

    /// How much there is. A helpline for the whole country fills no cell.
    pub fn state(self) -> State {
        match self {
            Self { local, .. } if local > THIN => State::Some,
            Self { local: 0, wider: 0, national: 0, .. } => State::None,
            Self { local: 0, wider: 0, .. } => State::OnlyNational,
            _ => State::Thin,
        }
    }

    /// What counts, in words: "1 local, 2 wider, 4 national". Empty where
    /// nothing does.
    pub fn counted(self) -> String {
        said(&[(self.local, " local"), (self.wider, " wider"), (self.national, " national")])
    }

    /// The same where there is room for a few signs: "0", "(4)" for national
    /// ones alone, else local ones and "+" those for a wider area.
    pub fn short(self) -> String {
        match self.state() {
            State::None => "0".to_owned(),
            State::OnlyNational => format!("({})", self.national),
            _ if self.wider == 0 => self.local.to_string(),
            _ => format!("{}+{}", self.local, self.wider),
        }
    }

    /// What is counted apart, in words: "1 in doubt, 3 to ask".
    pub fn apart(self) -> String {
        said(&[(self.doubtful, " in doubt"), (self.ask, " to ask")])
    }

    /// Everything in words, the state first: "Thin: 1 local. 3 to ask."
    pub fn words(self) -> String {
        let counted = self.counted();
        let colon = if counted.is_empty() { "" } else { ": " };
        let apart = self.apart();
        let stop = if apart.is_empty() { "" } else { " " };
        let end = if apart.is_empty() { "" } else { "." };
        [self.state().label(), colon, &counted, ".", stop, &apart, end].concat()
    }
}

/// Each number that is not nought, with what it is of.
fn said(parts: &[(usize, &str)]) -> String {
    let mut said = String::new();
    for (count, words) in parts.iter().filter(|(count, _)| *count > 0) {
        if !said.is_empty() {
            said.push_str(", ");
        }
        said.push_str(&count.to_string());
        said.push_str(words);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(local: usize, wider: usize, national: usize, state: State) {
        // What is in doubt or to be asked fills no cell.
        for apart in [0, 9] {
            let cell = Cell { local, wider, national, doubtful: apart, ask: apart };
            assert_eq!(cell.state(), state, "{cell:?}");
        }
    }

    #[test]
    fn one_local_entry_is_thin_and_national_ones_alone_fill_nothing() {
        check(0, 0, 0, State::None);
        check(0, 0, 30, State::OnlyNational);
        check(0, 1, 0, State::Thin);
        check(0, 7, 30, State::Thin);
        check(1, 7, 30, State::Thin);
        check(2, 0, 0, State::Some);
    }

    #[test]
    fn a_cell_says_its_state_and_every_number_that_is_not_nought() {
        let cell = Cell { local: 1, wider: 0, national: 4, doubtful: 1, ask: 3 };
        assert_eq!(cell.words(), "Thin: 1 local, 4 national. 1 in doubt, 3 to ask.");
        assert_eq!(Cell { wider: 2, ..Cell::default() }.words(), "Thin: 2 wider.");
        assert_eq!(Cell::default().words(), "None.");
        assert_eq!(Cell { ask: 1, ..Cell::default() }.words(), "None. 1 to ask.");
    }

    #[test]
    fn a_few_signs_tell_what_is_near_from_what_is_national() {
        let short = |local, wider, national| Cell { local, wider, national, ..Cell::default() }.short();
        assert_eq!([short(0, 0, 0), short(0, 0, 9), short(2, 0, 9), short(0, 3, 9)], ["0", "(9)", "2", "0+3"]);
    }
}
