//! What changed in a form: the name and the value of a box, a chip or a list.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

/// The name and the value of what changed, if it is a thing to choose.
pub fn changed(event: &Event) -> Option<(String, String)> {
    let target = event.target()?;
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some((input.name(), input.value())),
        None => target.dyn_ref::<HtmlSelectElement>().map(|list| (list.name(), list.value())),
    }
}
