//! The field for own words: a combobox, with what is offered below it.
//!
//! It has no name, so that no form could send it, and nothing that is typed in
//! it leaves this module but to whoever listens.

use super::events::listen;
use super::place::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Its id.
pub const ID: &str = "words";

/// The id of the place below it.
pub const BELOW: &str = "words-below";

fn field() -> Option<HtmlInputElement> {
    document()?.get_element_by_id(ID)?.dyn_into().ok()
}

/// The place below the field, which is drawn at each keystroke.
pub fn below() -> Option<HtmlElement> {
    document()?.get_element_by_id(BELOW)?.dyn_into().ok()
}

/// What stands in it, if the page has one.
pub fn text() -> Option<String> {
    field().map(|field| field.value())
}

/// Writes into it, where that is not what stands there already.
pub fn write(text: &str) {
    if let Some(field) = field().filter(|field| field.value() != text) {
        field.set_value(text);
    }
}

/// Says of it whether the list below is on show, and which of it is active.
pub fn point(is_open: bool, active: Option<&str>) {
    let Some(field) = field() else { return };
    let _ = field.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
    let option = active.and_then(|id| document()?.get_element_by_id(id));
    let _ = match &option {
        Some(option) => field.set_attribute("aria-activedescendant", &option.id()),
        None => field.remove_attribute("aria-activedescendant"),
    };
    if let Some(option) = option {
        reveal(&option);
    }
}

/// Shows the option that the keys have come to, where the list is longer than
/// the screen.
pub fn reveal_active() {
    let id = field().and_then(|field| field.get_attribute("aria-activedescendant"));
    if let Some(option) = id.and_then(|id| document()?.get_element_by_id(&id)) {
        reveal(&option);
    }
}

/// Scrolls no further than is needed to see an element, clear of what sticks to
/// the top of the page.
fn reveal(element: &Element) {
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Tells the name of each key that is pressed in it; a key that is `used` does
/// nothing more. Keys of somebody who is still putting a letter together are
/// not told.
pub fn on_key(used: impl Fn(&str) -> bool + 'static) {
    listen("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let has_more = key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key() || key.is_composing();
        if is_field(event) && !has_more && used(&key.key()) {
            event.prevent_default();
        }
    });
}

/// Tells when the field is entered, and when it is left. WebKit leaves a field
/// that the keyboard comes to behind what sticks to the top.
pub fn on_focus(tell: impl Fn(bool) + 'static) {
    let tell = std::rc::Rc::new(tell);
    for (kind, is_entered) in [("focusin", true), ("focusout", false)] {
        let tell = tell.clone();
        listen(kind, move |event| {
            if let Some(field) = field().filter(|_| is_field(event)) {
                if is_entered {
                    reveal(&field);
                }
                tell(is_entered);
            }
        });
    }
}

/// Keeps the focus in the field while something is picked from the list below.
pub fn keep_focus_on_pick() {
    listen("mousedown", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("[role=listbox]").is_ok_and(|list| list.is_some())) {
            event.prevent_default();
        }
    });
}

/// Calls after so many milliseconds.
pub fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let call = call.unchecked_ref();
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds);
    }
}

fn is_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.id() == ID)
}
