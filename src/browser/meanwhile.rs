//! What the reader did on the drawn page before the app was there: ticked,
//! typed, opened. None of it is lost; `public/early.js` did what could not wait.

use super::page::{each, focus_element, focus_link};
use super::place::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// What was chosen, as the name and the value of each box, chip and list.
pub fn chosen(app: &Element) -> Vec<(String, String)> {
    let mut chosen = Vec::new();
    each(app, "input:checked, select", |element| {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            chosen.push((input.name(), input.value()));
        } else if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
            chosen.push((list.name(), list.value()));
        }
    });
    chosen
}

/// What is different from the page as it was drawn: the name and the value of
/// each box that was ticked or cleared, of each list with another choice, and of
/// each field with other words.
pub fn changed(app: &Element) -> Vec<(String, String)> {
    let mut changed = Vec::new();
    each(app, "input, select", |element| {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            let is_box = ["checkbox", "radio"].contains(&input.type_().as_str());
            let is_other = match is_box {
                true => input.checked() != input.default_checked() && (input.checked() || input.type_() == "checkbox"),
                false => input.value() != input.default_value(),
            };
            if is_other {
                changed.push((input.name(), input.value()));
            }
        } else if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
            let drawn = list.query_selector("option[selected]").ok().flatten();
            let drawn = drawn.and_then(|option| option.get_attribute("value"));
            // Of a list that marks no option the first one stands.
            if drawn.map_or(list.selected_index() > 0, |drawn| list.value() != drawn) {
                changed.push((list.name(), list.value()));
            }
        }
    });
    changed
}

/// Whether the filter panel was opened.
pub fn is_panel_open(app: &Element) -> bool {
    app.query_selector("[data-do=panel][aria-expanded=true]").is_ok_and(|open| open.is_some())
}

/// Whether they have asked to go on to the results, and are waiting.
pub fn wants_on() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-going") && root.remove_attribute("data-going").is_ok())
}

/// What has the focus, to give it to its like when the page is drawn anew.
pub struct Focus {
    id: String,
    href: Option<String>,
}

impl Focus {
    /// What has the focus within the place of the app; `None` if nothing there has.
    pub fn now(app: &Element) -> Option<Self> {
        let active = document()?.active_element()?;
        app.contains(Some(&active)).then(|| Self { id: active.id(), href: active.get_attribute("href") })
    }

    /// Gives it to the same field or link, or else to the heading.
    pub fn give(self) {
        let same = document().and_then(|document| document.get_element_by_id(&self.id));
        match same {
            Some(element) => focus_element(&element),
            None => focus_link(self.href.as_deref()),
        }
    }
}
