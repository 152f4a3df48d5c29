//! Typing in the field of schools, and picking one of those that are offered.

use super::{Loop, with};
use crate::browser::{field, page};
use crate::state::{Picking, Turn};

/// How long a pause is, in milliseconds: then how many schools are offered is
/// read out, and not at every key.
const PAUSE: i32 = 700;

impl Loop {
    /// A key changed what stands in a field.
    pub(super) fn typed(&mut self, text: &str) {
        text.clone_into(&mut self.desk.typed);
        if self.desk.needs_schools() {
            self.desk.picking = Picking::of(self.offered());
            self.strokes = self.strokes.wrapping_add(1);
            let (own, stroke) = (self.own.clone(), self.strokes);
            field::later(PAUSE, move || {
                if let Some(own) = own.upgrade() {
                    with(&own, |own| own.paused(stroke));
                }
            });
        }
        self.draw();
    }

    /// Somebody has paused since this stroke, or has not.
    fn paused(&mut self, stroke: u32) {
        if self.strokes == stroke {
            let picking = std::mem::take(&mut self.desk.picking);
            self.desk.picking = picking.counted(self.offered(), &self.desk.typed);
            self.draw();
        }
    }

    /// How many schools are offered.
    fn offered(&self) -> usize {
        self.desk.schools.offered(&self.desk.typed).len()
    }

    /// A key was struck in the field; whether it has done its work.
    pub(super) fn stroke(&mut self, key: &str) -> bool {
        match self.desk.picking.pressed(key, self.offered(), &self.desk.typed) {
            Turn::Pass => false,
            Turn::To(picking) => {
                self.desk.picking = picking;
                self.draw();
                field::reveal_active();
                // The others move the caret.
                matches!(key, "ArrowDown" | "ArrowUp" | "Escape")
            }
            Turn::Pick(at) => {
                self.pick(at);
                true
            }
            Turn::Empty => {
                self.typed("");
                true
            }
        }
    }

    /// The field was entered or left.
    pub(super) fn focused(&mut self, is_entered: bool) {
        if !is_entered && self.desk.picking != Picking::default() {
            self.desk.picking = Picking::default();
            self.draw();
        }
    }

    /// Takes the school at this place of those that are offered.
    pub(super) fn pick(&mut self, at: usize) {
        let id = self.desk.schools.offered(&self.desk.typed).get(at).map(|school| school.id.as_str().to_owned());
        let Some(id) = id else { return };
        self.desk.typed.clear();
        self.desk.picking = Picking::default();
        self.choose("school", &id);
        page::after_drawing(|| {
            // Whoever types on before the answer is drawn stays in the field.
            if field::text().is_none_or(|typed| typed.is_empty()) {
                page::focus("#school");
            }
        });
    }
}
