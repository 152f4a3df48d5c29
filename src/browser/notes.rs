//! Fields of several lines for notes to oneself. They have no name, so that no
//! form could send them, and what stands in them goes to whoever listens here and
//! nowhere else.

use super::events::listen;
use super::place::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Tells the id and the text of such a field whenever somebody types in it.
pub fn on_note(tell: impl Fn(&str, &str) + 'static) {
    listen("input", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            tell(&field.id(), &field.value());
        }
    });
}

/// Writes a text into such a field, where that is not what stands there.
pub fn write(id: &str, text: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field.filter(|field| field.value() != text) {
        field.set_value(text);
    }
}

/// The same with a field of one line.
pub fn write_line(id: &str, text: &str) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.filter(|field| field.value() != text) {
        field.set_value(text);
    }
}

/// Ticks a box, or takes its tick out: also where a reader has just ticked what
/// the browser does not allow.
pub fn tick(id: &str, is_ticked: bool) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_checked(is_ticked);
    }
}
