//! What the reader is typing, and what is offered meanwhile.
//!
//! A keystroke makes the next of these, and only the place below the field is
//! drawn from it; the page waits until something is asked.

use super::combobox::{Pressed, pressed};
use directory::question::{Question, Suggestion, Urgency};
use directory::search::View;
use directory::vocabulary::Need;
use directory::{Directory, closed::Choices};

/// How many suggestions of each sort are offered at most.
const MOST: usize = 4;

/// What is typed, what is offered, and how urgent it sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// What stands in the field.
    pub typed: String,
    /// What is offered: worries, then listings, then organisations.
    pub offered: Vec<Suggestion>,
    /// Whether that is on show.
    pub is_open: bool,
    /// Which of it the keys have come to.
    pub active: Option<usize>,
    /// How urgent it sounds.
    pub urgency: Option<Urgency>,
    /// The needs that are understood of it.
    pub needs: Choices<Need>,
    /// What is read out, once the reader has paused.
    pub said: String,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Nothing here: the field itself answers.
    Pass,
    /// To go on to this.
    To(Typing),
    /// To take the suggestion at this place.
    Pick(usize),
    /// To empty the field.
    Empty,
}

impl Typing {
    /// What was just typed, with what is offered for it.
    pub fn of(directory: &Directory, view: View, typed: String) -> Self {
        let question = directory.read_question(&typed);
        let offered = question.as_ref().map(|one| directory.suggest(one, view, MOST)).unwrap_or_default();
        Self { is_open: !offered.is_empty(), offered, ..Self::standing(typed, question) }
    }

    /// What stands in the field, with nothing offered.
    pub fn standing(typed: String, question: Option<Question>) -> Self {
        let understood = question.map(|question| question.understood).unwrap_or_default();
        Self { needs: understood.needs(), urgency: understood.urgency, typed, ..Self::default() }
    }

    /// The same with nothing on show.
    #[must_use]
    pub fn closed(self) -> Self {
        Self { is_open: false, active: None, said: String::new(), ..self }
    }

    /// The same with what is read out: how many are offered.
    #[must_use]
    pub fn counted(self) -> Self {
        let said = if self.is_open { suggestions(self.offered.len()) } else { String::new() };
        Self { said, ..self }
    }

    /// What a key asks for, by its name in the standard.
    pub fn pressed(&self, key: &str) -> Stroke {
        match pressed(key, self.offered.len(), self.is_open, self.active, !self.typed.is_empty()) {
            Pressed::Pass => Stroke::Pass,
            Pressed::To(active) => Stroke::To(Self { is_open: true, active, ..self.clone() }),
            Pressed::Pick(at) => Stroke::Pick(at),
            Pressed::Close => Stroke::To(self.clone().closed()),
            Pressed::Empty => Stroke::Empty,
        }
    }
}

/// How many suggestions there are, as it is read out.
pub fn suggestions(count: usize) -> String {
    match count {
        1 => "1 suggestion. Press the down arrow to reach it.".to_owned(),
        count => [&count.to_string(), " suggestions. Press the down arrow to reach them."].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typing(count: usize, active: Option<usize>) -> Typing {
        let offered = vec![Suggestion::Need(Need::Sleep); count];
        Typing { typed: "sle".to_owned(), is_open: active.is_some(), active, offered, ..Typing::default() }
    }

    fn check(key: &str, count: usize, active: Option<usize>, next: Option<usize>) {
        match typing(count, active).pressed(key) {
            Stroke::To(typing) => assert_eq!((typing.active, typing.is_open), (next, true), "{key} at {active:?}"),
            other => unreachable!("{key} at {active:?}: {other:?}"),
        }
    }

    #[test]
    fn the_arrows_go_round_what_is_offered() {
        check("ArrowDown", 3, None, Some(0));
        check("ArrowDown", 3, Some(1), Some(2));
        check("ArrowDown", 3, Some(2), Some(0));
        check("ArrowUp", 3, None, Some(2));
        check("ArrowUp", 3, Some(0), Some(2));
        check("Home", 3, Some(1), None);
        check("End", 3, Some(1), None);
        assert_eq!(typing(0, None).pressed("ArrowDown"), Stroke::Pass);
    }

    #[test]
    fn enter_takes_only_what_the_arrows_came_to() {
        assert_eq!(typing(3, Some(1)).pressed("Enter"), Stroke::Pick(1));
        assert_eq!(typing(3, None).pressed("Enter"), Stroke::Pass);
    }

    #[test]
    fn escape_closes_first_and_empties_then() {
        let open = typing(3, Some(1));
        let Stroke::To(closed) = open.pressed("Escape") else { unreachable!() };
        assert!(!closed.is_open && closed.active.is_none() && closed.typed == "sle");
        assert_eq!(closed.pressed("Escape"), Stroke::Empty);
        assert_eq!(Typing::default().pressed("Escape"), Stroke::Pass);
    }

    #[test]
    fn how_many_are_offered_is_said_while_they_are_on_show() {
        assert!(Typing { is_open: true, ..typing(1, None) }.counted().said.starts_with("1 suggestion."));
        assert!(Typing { is_open: true, ..typing(4, None) }.counted().said.starts_with("4 suggestions."));
        assert_eq!(typing(4, None).counted().said, "");
    }
}
