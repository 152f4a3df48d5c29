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
    /// To the end of the page, or of what is written.
    End,
    /// To the beginning.
    Home,
    /// Held for what a letter does.
    Control,
    /// With Control, puts in what was copied.
    V,
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
            Self::Home => '\u{E011}',
            Self::Control => '\u{E009}',
            Self::V => 'v',
        }
    }
}

/// Whether all of what has the focus is off the screen or behind something.
const HIDDEN: &str = "
const on = document.activeElement;
if (!on || on === document.body) return false;
const shown = on.labels && on.labels[0] || on;
const box = shown.getBoundingClientRect();
const points = [];
for (const across of [0.1, 0.5, 0.9]) for (const down of [0.1, 0.5, 0.9])
  points.push([box.left + box.width * across, box.top + box.height * down]);
return !points.some(([x, y]) => {
  const top = document.elementFromPoint(x, y);
  return top && (shown.contains(top) || top.contains(shown) || on === top);
});";

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
        self.press_with(Key::Shift, key)
    }

    /// Presses a key while Control is held.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn press_with_control(&self, key: Key) -> Result<()> {
        self.press_with(Key::Control, key)
    }

    fn press_with(&self, held: Key, key: Key) -> Result<()> {
        self.strokes(&[("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)])
    }

    /// Presses Tab until the keyboard is on something that says `words`.
    ///
    /// # Errors
    /// When it is not reached within `most` presses, or the focus cannot be
    /// seen on the way (WCAG 2.4.11).
    pub fn tab_to(&self, words: &str, most: usize) -> Result<()> {
        self.step_to(words, most, || self.press(Key::Tab))
    }

    /// As [`Page::tab_to`], the other way round.
    ///
    /// # Errors
    /// As there.
    pub fn tab_back_to(&self, words: &str, most: usize) -> Result<()> {
        self.step_to(words, most, || self.press_with_shift(Key::Tab))
    }

    fn step_to(&self, words: &str, most: usize, step: impl Fn() -> Result<()>) -> Result<()> {
        let mut passed = Vec::new();
        for _ in 0..most {
            step()?;
            let focus = self.focus()?;
            // Some browsers bring a field into sight a moment after it has the focus.
            let seen = format!("the focus on \"{}\" not to be hidden behind something", focus.words);
            self.until(&seen, || Ok((self.ask(HIDDEN)? != json!(true)).then_some(())))?;
            if super::matches(&focus.words, words) {
                return Ok(());
            }
            passed.push(focus.words);
        }
        let passed = passed.join(" | ");
        Err(self.failure(&format!("{most} steps did not reach \"{words}\", but: {passed}")))
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
