//! Typing, picking and asking: what happens at the field for own words.

use super::Session;
use crate::browser::{field, page};
use crate::state::typing::{Stroke, Typing};
use directory::Address;
use directory::question::{LONGEST, Question, Suggestion};
use leptos::prelude::*;

/// How long a pause is, in milliseconds: then how many suggestions there are is
/// read out, and not at every key.
const PAUSE: i32 = 700;

impl Session {
    pub(super) fn listen_to_the_field(&self) {
        let session = self.clone();
        crate::browser::events::on_input(move |id, value| {
            if id == field::ID {
                session.typed(value);
            }
        });
        let session = self.clone();
        field::on_key(move |key| session.stroke(key));
        let session = self.clone();
        field::on_focus(move |is_entered| session.focused(is_entered));
        field::keep_focus_on_pick();
    }

    /// Lets the place below the field be drawn by this from now on.
    pub fn draw_below_with(&self, draw: impl Fn(&Typing) + 'static) {
        *self.own.draw.borrow_mut() = Box::new(draw);
    }

    /// Draws the place below the field after the page around it was drawn: what
    /// stands in the field may be urgent, and may not have been asked yet.
    pub fn draw_below(&self) {
        let Some(typed) = field::text() else { return };
        let typing = self.own.typing.borrow().clone();
        let typed = cut(&typed);
        let is_known = typing.typed == typed;
        let question = if is_known || typed.is_empty() { None } else { self.directory.read_question(&typed) };
        self.type_on(if is_known { typing } else { Typing::standing(typed, question) });
    }

    /// A key changed what stands in the field.
    fn typed(&self, typed: &str) {
        let view = self.reader.with_untracked(|reader| reader.view());
        self.type_on(Typing::of(&self.directory, view, cut(typed)));
        let strokes = &self.own.strokes;
        strokes.set(strokes.get().wrapping_add(1));
        let (session, stroke) = (self.clone(), strokes.get());
        field::later(PAUSE, move || {
            if session.own.strokes.get() == stroke {
                let typing = session.own.typing.borrow().clone();
                session.type_on(typing.counted());
            }
        });
    }

    /// A key was struck; whether it has done its work.
    fn stroke(&self, key: &str) -> bool {
        let pressed = self.own.typing.borrow().pressed(key);
        match pressed {
            Stroke::Pass => false,
            Stroke::To(typing) => {
                self.type_on(typing);
                // The others move the caret.
                matches!(key, "ArrowDown" | "ArrowUp" | "Escape")
            }
            Stroke::Pick(at) => {
                self.pick(at);
                true
            }
            Stroke::Empty => {
                field::write("");
                self.typed("");
                true
            }
        }
    }

    /// The field was entered or left. Who enters it will type: what reading a
    /// question needs is made ready before the first key.
    fn focused(&self, is_entered: bool) {
        if is_entered {
            let session = self.clone();
            field::later(0, move || {
                let _ = session.directory.read_question("a");
            });
            self.draw_below();
        } else {
            let typing = self.own.typing.borrow().clone();
            self.type_on(typing.closed());
        }
    }

    fn type_on(&self, typing: Typing) {
        (self.own.draw.borrow())(&typing);
        *self.own.typing.borrow_mut() = typing;
    }

    /// Takes a suggestion: a worry is chosen, a listing is opened, an
    /// organisation is asked for by its name.
    pub(super) fn pick(&self, at: usize) {
        let Some(one) = self.own.typing.borrow().offered.get(at).cloned() else { return };
        match one {
            Suggestion::Need(need) => {
                let next = self.reader.with_untracked(|reader| reader.choosing(need));
                self.show(next, true);
                page::after_drawing(page::begin);
            }
            Suggestion::Listing(row) => {
                let is_staff = self.reader.with_untracked(|reader| reader.address.is_staff());
                let to = if is_staff { Address::StaffListing } else { Address::Listing };
                if let Some(listing) = self.directory.at(row) {
                    self.go(to(listing.id.clone()));
                }
            }
            Suggestion::Organisation(name) => self.ask(name),
        }
    }

    /// Asks what stands in the field.
    pub fn ask_typed(&self) {
        self.ask(field::text().unwrap_or_default());
    }

    /// Asks a question: what is understood of it is chosen, and what is left
    /// over stays in memory. The same question again goes nowhere new.
    fn ask(&self, typed: String) {
        let typed = cut(&typed);
        let before = self.reader.get_untracked();
        let is_empty = typed.trim().is_empty();
        // What has no word in it was asked all the same, and is answered.
        let mut unread = Question::default();
        unread.typed.clone_from(&typed);
        let question = self.directory.read_question(&typed).or_else(|| (!is_empty).then_some(unread));
        let is_asked_again = question.is_some() && question == before.own.question;
        let next = before.asking(typed.clone(), question);
        let is_new_entry = next.address.file() != before.address.file() || !is_asked_again && next.own != before.own;
        self.show(next, is_new_entry);
        page::after_drawing(page::begin);
    }

    /// Takes the words away. What was understood of them stays chosen: each has
    /// a way of its own to be taken away.
    pub(super) fn forget(&self) {
        let before = self.reader.get_untracked();
        let address = before.address.clone();
        let filters = address.filters().with_words(false);
        let next = before.moved(address.with_filters(filters), Vec::new());
        self.show(crate::state::Reader { own: Default::default(), ..next }, false);
        page::after_drawing(page::keep_focus);
    }
}

/// As much of a text as is looked at.
fn cut(typed: &str) -> String {
    typed.chars().take(LONGEST).collect()
}
