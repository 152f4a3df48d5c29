//! A click of the mouse.

use anyhow::Result;
use serde_json::{Value, json};

use super::Thing;

/// Notes in the page what it hears of the mouse, for whoever has to find out
/// why a click did nothing.
const NOTE: &str = "
if (!window.heardOfMouse) {
    const heard = window.heardOfMouse = [];
    const note = (event) => heard.push([event.type, Math.round(event.clientX), Math.round(event.clientY),
        (event.target.innerText || event.target.id || event.target.nodeName).slice(0, 30).trim()].join(' '));
    for (const kind of ['mousedown', 'mouseup', 'click']) addEventListener(kind, note, true);
}
return true";

/// What the page has heard of the mouse last.
pub(super) const HEARD: &str = "return (window.heardOfMouse || []).slice(-6).join(', ')";

impl Thing<'_> {
    /// Clicks it, or its label where only that is drawn. What lies under
    /// something else is scrolled to first, as a person would.
    ///
    /// # Errors
    /// When it does not appear or cannot be hit.
    pub fn click(&self) -> Result<()> {
        self.page.until(&format!("{} to be clicked", self.words), || {
            let Some(seen) = self.all()?.into_iter().next() else {
                return Ok(None);
            };
            self.come_to_rest()?;
            self.page.ask(NOTE)?;
            let Err(error) = self.hit(&seen.element) else {
                return Ok(Some(()));
            };
            let label = self.with(
                "(thing.labels && thing.labels[0] || thing).scrollIntoView({ block: 'center', behavior: 'instant' });
                 return thing.labels && thing.labels[0]",
            )?;
            let label = label.as_object().and_then(|object| object.values().next()?.as_str());
            self.hit(label.unwrap_or(&seen.element)).map_err(|_| error)?;
            Ok(Some(()))
        })
    }

    /// Scrolls to it if some of it is out of sight, until it stands still: rows
    /// that come into sight are laid out, and move what is below them. WebKit
    /// presses what shows a single row of pixels there, at the edge of its
    /// window, and makes no click of it; a person would scroll.
    fn come_to_rest(&self) -> Result<()> {
        let place = || {
            self.with(
                "const at = () => (thing.labels && thing.labels[0] || thing).getBoundingClientRect();
                 const { top, bottom } = at();
                 const isOut = bottom - top < innerHeight ? top < 0 || bottom > innerHeight : bottom < 0 || top > innerHeight;
                 if (isOut) thing.scrollIntoView({ block: 'center', behavior: 'instant' });
                 return Math.round(at().top)",
            )
        };
        let mut before = place()?;
        for _ in 0..20 {
            let now = place()?;
            if now == before {
                break;
            }
            before = now;
        }
        Ok(())
    }

    fn hit(&self, element: &str) -> Result<Value> {
        self.page.session().send("POST", &format!("/element/{element}/click"), Some(&json!({})))
    }
}
