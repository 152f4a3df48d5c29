//! What the reader does in the page: chooses, types, presses, sends.
//!
//! One listener each for the whole page. What was done is told by name and
//! value, as the page wrote them; a button says its action in `data-do`.

use super::links::is_plain;
use super::place::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

/// Tells the name and the value of a box, a chip or a list that has changed; of
/// a field without a name the id.
pub fn on_change(tell: impl Fn(&str, &str) + 'static) {
    listen("change", move |event| tell_of(event, &tell));
}

/// Tells the id and the value of a field that is being typed in; it has no name,
/// so that no form could send it.
pub fn on_input(tell: impl Fn(&str, &str) + 'static) {
    listen("input", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            tell(&field.id(), &field.value());
        }
    });
}

/// Tells the action of a button that was pressed, or of a link that stands for
/// one where the app does not run. Such a link is not followed then, unless it
/// is asked for in another window.
pub fn on_press(tell: impl Fn(&str) + 'static) {
    listen("click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("[data-do]").ok().flatten()) else { return };
        let is_link = button.has_attribute("href");
        if is_link && !event.dyn_ref().is_some_and(is_plain) {
            return;
        }
        if let Some(action) = button.get_attribute("data-do") {
            if is_link {
                event.prevent_default();
            }
            tell(&action);
        }
    });
}

/// Tells that a form was sent, and whether it is a search; nothing is sent
/// anywhere.
pub fn on_submit(tell: impl Fn(bool) + 'static) {
    listen("submit", move |event| {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        tell(form.is_some_and(|form| form.get_attribute("role").as_deref() == Some("search")));
    });
}

fn tell_of(event: &Event, tell: &dyn Fn(&str, &str)) {
    let Some(target) = event.target() else { return };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let name = Some(input.name()).filter(|name| !name.is_empty());
        tell(&name.unwrap_or_else(|| input.id()), &input.value());
    } else if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
        tell(&list.name(), &list.value());
    }
}

/// Hears every event of a kind, wherever in the page it happens.
pub(super) fn listen(kind: &str, hear: impl Fn(&Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&event));
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback(kind, hear.as_ref().unchecked_ref());
    }
    hear.forget();
}
