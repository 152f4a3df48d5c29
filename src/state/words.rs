//! The reader's own words. They stay in memory: never in an address, a title,
//! a history entry or on the device.

use directory::search::Question;
use leptos::prelude::*;

/// The reader's own words.
#[derive(Clone, Copy)]
pub struct Words(RwSignal<String>);

/// Gives the reader's words to every page.
pub fn provide_words() {
    provide_context(Words(RwSignal::new(String::new())));
}

/// The reader's words.
pub fn use_words() -> Words {
    expect_context()
}

impl Words {
    /// As they were typed.
    pub fn typed(self) -> String {
        self.0.get()
    }

    /// As a question, if any word of them tells something.
    pub fn question(self) -> Option<Question> {
        self.0.with(|typed| Question::new(typed))
    }

    /// Takes down what is being typed, at most 300 characters of it.
    pub fn write(self, typed: &str) {
        self.0.set(typed.chars().take(directory::words::LONGEST).collect());
    }
}
