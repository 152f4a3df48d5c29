//! The keys that journeys press.

use anyhow::Result;
use serde_json::{Value, json};

use super::Page;

/// A key without a letter, and those letters that are pressed on their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next thing.
    Tab,
    /// Follows a link, presses a button.
    Enter,
    /// Ticks a box, presses a button.
    Space,
    /// Closes what is open.
    Escape,
    /// Held for the way back; three times alone, it leaves the site.
    Shift,
    /// Down, or the next choice.
    Down,
    /// Up, or the choice before.
    Up,
    /// To the end of the page.
    End,
}

impl Key {
    /// The code point that WebDriver has given to the key.
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Space => ' ',
            Self::Escape => '\u{E00C}',
            Self::Shift => '\u{E008}',
            Self::Down => '\u{E015}',
            Self::Up => '\u{E013}',
            Self::End => '\u{E010}',
        }
    }
}

impl Page<'_> {
    /// Presses a key.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn press(&self, key: Key) -> Result<()> {
        self.strokes(&[("keyDown", key), ("keyUp", key)])
    }

    /// Presses a key while Shift is held.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn press_with_shift(&self, key: Key) -> Result<()> {
        let shift = Key::Shift;
        self.strokes(&[("keyDown", shift), ("keyDown", key), ("keyUp", key), ("keyUp", shift)])
    }

    /// Presses Tab until the keyboard is on something that says `words`.
    ///
    /// # Errors
    /// When it is not reached within `most` presses.
    pub fn tab_to(&self, words: &str, most: usize) -> Result<()> {
        let mut passed = Vec::new();
        for _ in 0..most {
            self.press(Key::Tab)?;
            let focus = self.focus()?;
            if super::matches(&focus.words, words) {
                return Ok(());
            }
            passed.push(focus.words);
        }
        let passed = passed.join(" | ");
        Err(self.failure(&format!("{most} times Tab did not reach \"{words}\", but: {passed}")))
    }

    fn strokes(&self, strokes: &[(&str, Key)]) -> Result<()> {
        let actions: Vec<Value> =
            strokes.iter().map(|(kind, key)| json!({ "type": kind, "value": key.code().to_string() })).collect();
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        let body = json!({ "actions": [keyboard] });
        self.session.send("POST", "/actions", Some(&body))?;
        Ok(())
    }
}
