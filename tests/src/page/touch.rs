//! A finger on the screen.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Page, Thing};

/// Where the middle of a thing is on the screen, once it is in sight.
const MIDDLE: &str = "thing.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = thing.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];";

impl Page<'_> {
    /// Taps on a thing as a finger does.
    ///
    /// # Errors
    /// When it does not appear, or the driver has no fingers.
    pub fn tap(&self, thing: &Thing<'_>) -> Result<()> {
        thing.see()?;
        let middle = thing.with(MIDDLE)?;
        let number = |at: usize| middle[at].as_f64().context("a thing without a place");
        let (x, y) = (number(0)?.round(), number(1)?.round());
        let actions: [Value; 4] = [
            json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" }),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pause", "duration": 40 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        let parameters = json!({ "pointerType": "touch" });
        let finger = json!({ "type": "pointer", "id": "finger", "parameters": parameters, "actions": actions });
        self.session.send("POST", "/actions", Some(&json!({ "actions": [finger] })))?;
        Ok(())
    }
}
