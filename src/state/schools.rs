//! The schools that a page offers, and where the keys have come to among those
//! that are offered for what is typed.

use super::combobox::{Pressed, pressed};
use super::typing::suggestions;
use directory::schools::{MOST_OFFERED, Register, School};
use std::sync::Arc;

/// The register of schools, on its way to a page.
#[derive(Clone, Debug, Default)]
pub enum Schools {
    /// The publisher has none.
    #[default]
    None,
    /// It is there to be loaded, or is being loaded.
    Coming,
    /// It did not come.
    Failed,
    /// Here it is.
    Here(Arc<Register>),
}

impl Schools {
    /// The register, once it is here.
    pub fn register(&self) -> Option<&Register> {
        match self {
            Self::Here(register) => Some(register),
            _ => None,
        }
    }

    /// The schools that are offered for what is typed.
    pub fn offered(&self, typed: &str) -> Vec<&School> {
        self.register().map(|register| register.offered(typed, MOST_OFFERED)).unwrap_or_default()
    }
}

impl From<Option<Arc<Register>>> for Schools {
    fn from(register: Option<Arc<Register>>) -> Self {
        register.map_or(Self::None, Self::Here)
    }
}

/// Where somebody is among the schools that are offered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picking {
    /// Whether they are on show.
    pub is_open: bool,
    /// Which of them the keys have come to.
    pub active: Option<usize>,
    /// What is read out, once somebody has paused.
    pub said: String,
}

/// What a key asks for, where schools are offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing here: the field itself answers.
    Pass,
    /// To go on to this.
    To(Picking),
    /// To take the school at this place.
    Pick(usize),
    /// To empty the field.
    Empty,
}

impl Picking {
    /// After something was typed, for which so many schools are offered.
    pub fn of(count: usize) -> Self {
        Self { is_open: count > 0, ..Self::default() }
    }

    /// The same with what is read out: how many schools are offered.
    #[must_use]
    pub fn counted(self, count: usize, typed: &str) -> Self {
        let said = match (typed.trim().is_empty(), count) {
            (true, _) => String::new(),
            (false, 0) => "No school found.".to_owned(),
            (false, count) => suggestions(count),
        };
        Self { said, ..self }
    }

    /// What a key asks for, by its name in the standard.
    pub fn pressed(&self, key: &str, count: usize, typed: &str) -> Turn {
        match pressed(key, count, self.is_open, self.active, !typed.is_empty()) {
            Pressed::Pass => Turn::Pass,
            Pressed::To(active) => Turn::To(Self { is_open: true, active, ..self.clone() }),
            Pressed::Pick(at) => Turn::Pick(at),
            Pressed::Close => Turn::To(Self::default()),
            Pressed::Empty => Turn::Empty,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_go_round_the_schools_take_one_close_and_empty() {
        let open = Picking::of(3);
        let Turn::To(first) = open.pressed("ArrowDown", 3, "st") else { unreachable!() };
        assert_eq!((first.active, first.pressed("Enter", 3, "st")), (Some(0), Turn::Pick(0)));
        let Turn::To(last) = first.pressed("ArrowUp", 3, "st") else { unreachable!() };
        assert_eq!(last.active, Some(2));
        let Turn::To(closed) = last.pressed("Escape", 3, "st") else { unreachable!() };
        assert_eq!((closed.is_open, closed.pressed("Escape", 3, "st")), (false, Turn::Empty));
        assert_eq!(Picking::of(0).pressed("ArrowDown", 0, "x"), Turn::Pass);
        assert_eq!(open.pressed("Enter", 3, "st"), Turn::Pass);
    }

    #[test]
    fn how_many_schools_are_offered_is_said_and_that_none_is_found() {
        let said = |count, typed| Picking::of(count).counted(count, typed).said;
        assert_eq!(said(0, ""), "");
        assert_eq!(said(0, "xyz"), "No school found.");
        assert!(said(1, "st").starts_with("1 suggestion.") && said(8, "st").starts_with("8 suggestions."));
    }
}
