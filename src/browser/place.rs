//! The address bar and the history.
//!
//! A file is named from the folder of the site, so that the site works in any
//! folder. Beside the address a history entry keeps only a number that means
//! nothing, how far the page was scrolled and which link had the focus.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The folder of the site: scheme, host and path up to the last `/`.
pub fn folder() -> Option<String> {
    let base = document()?.base_uri().ok()??;
    let end = base.split(['?', '#']).next()?.rfind('/')?;
    base.get(..=end).map(str::to_owned)
}

/// The file and the fragment of a whole address, if it lies in the site.
pub(super) fn within_site(href: &str) -> Option<(String, String)> {
    let rest = href.strip_prefix(&folder()?)?;
    let (file, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let file = file.split('?').next().unwrap_or(file);
    Some((file.to_owned(), fragment.to_owned()))
}

/// The file and the fragment of the page that is open.
pub fn here() -> (String, String) {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    within_site(&href).unwrap_or_default()
}

/// Opens another page of the site: a new entry of the history, with a number of
/// its own; the one that is left keeps its number.
pub fn go(href: &str, left: f64, entry: f64) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        keep_scroll(left);
        let _ = history.push_state_with_url(&js_sys::Array::of1(&entry.into()), "", Some(href));
    }
}

/// Changes what is chosen on this page: the same entry of the history.
pub fn change(href: &str, entry: f64) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&js_sys::Array::of1(&entry.into()), "", Some(href));
    }
}

/// The number of the entry of the history that is open; of one without, a new one.
pub fn entry() -> f64 {
    state().and_then(|state| state.get(0).as_f64()).unwrap_or_else(new_entry)
}

/// A number for a new entry: drawn by chance, so that it tells nothing.
pub fn new_entry() -> f64 {
    js_sys::Math::random()
}

fn state() -> Option<js_sys::Array> {
    window()?.history().ok()?.state().ok()?.dyn_into().ok()
}

/// Lets the browser itself open a page of the site.
pub fn leave_to(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().replace(href);
    }
}

/// Lets the browser open a page, as when its link is followed.
pub fn open(href: &str) {
    if let Some(window) = window() {
        let _ = window.location().assign(href);
    }
}

/// Lets the browser open the page of this address anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

/// Notes in the entry that is being left how far the page was scrolled and
/// which link had the focus.
fn keep_scroll(entry: f64) {
    let Some(window) = window() else { return };
    let scrolled = window.scroll_y().unwrap_or(0.0);
    let link = window.document().and_then(|document| document.active_element());
    let link = link.and_then(|element| element.get_attribute("href")).unwrap_or_default();
    let state = js_sys::Array::of3(&entry.into(), &scrolled.into(), &link.into());
    if let Ok(history) = window.history() {
        let _ = history.replace_state(&state, "");
    }
}

/// Goes back to where this entry of the history was left, after it is drawn.
pub fn restore_scroll() {
    let Some(window) = window() else { return };
    let Some(state) = state().filter(|state| state.length() == 3) else { return };
    // Rows out of sight have guessed heights, unless the style is told.
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-whole", "");
    }
    let focused = state.get(2).as_string().filter(|href| !href.is_empty());
    super::page::focus_link(focused.as_deref());
    window.scroll_to_with_x_and_y(0.0, state.get(1).as_f64().unwrap_or(0.0));
}

/// Calls when the reader goes back or forward, or edits the address.
pub fn on_travel(told: impl Fn() + 'static) {
    let told = Closure::<dyn Fn()>::new(told);
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("popstate", told.as_ref().unchecked_ref());
    }
    told.forget();
}
