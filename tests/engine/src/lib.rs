//! The core alone as WebAssembly: what `cargo xtask bench search` measures
//! beside other libraries. The app has the same core, and a page around it.

use directory::Directory;
use directory::closed::Closed;
use directory::day::Day;
use directory::filters::Filters;
use directory::search::View;
use wasm_bindgen::prelude::wasm_bindgen;

/// As many answers as a command prints; a page shows twenty.
const MOST: usize = 50;

/// A directory that answers questions.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(Directory);

#[wasm_bindgen]
impl Engine {
    /// Reads a bundle as of a day such as `2026-11-21`; nothing if there is
    /// none in it.
    pub fn read(text: &str, day: &str) -> Option<Self> {
        let (directory, _) = Directory::read(text, Day::read(day)?).ok()?;
        Some(Self(directory))
    }

    /// The ids of what answers a question, the best first, with line breaks
    /// between them.
    pub fn ask(&self, typed: &str, is_staff: bool) -> String {
        let view = if is_staff { View::Staff } else { View::Families };
        let Some(question) = self.0.read_question(typed) else { return String::new() };
        let mut ids = String::new();
        for answer in self.0.answers(&question, Filters::default(), view).into_iter().take(MOST) {
            if let Some(listing) = self.0.at(answer.row) {
                ids.push_str(listing.id.as_str());
                ids.push('\n');
            }
        }
        ids
    }

    /// What was understood of a question: how urgent it sounds, then the slug
    /// of each need, with line breaks between them.
    pub fn understood(&self, typed: &str) -> String {
        let Some(question) = self.0.read_question(typed) else { return String::from("none") };
        let mut words = String::from(question.understood.urgency.map_or("none", |urgency| urgency.word()));
        for need in question.understood.needs().iter() {
            words.push('\n');
            words.push_str(need.slug());
        }
        words
    }
}
