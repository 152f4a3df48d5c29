//! The page around the app: its title, what has the focus, what is marked.

use super::place::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Document, DomParser, Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition,
    SupportedType,
};

/// The element that the app draws into.
pub type Place = HtmlElement;

/// The place of the app. What stands in for it, drawn at build for readers
/// without it and hidden from all others, is taken out.
pub fn app() -> Option<Place> {
    let app = document()?.get_element_by_id("app")?;
    each(&app, "[data-drawn]", Element::remove);
    app.dyn_into().ok()
}

/// The element of this id, if it is one that can be drawn into.
pub fn place_of(id: &str) -> Option<Place> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Marks the element of this id with an attribute.
pub fn mark(id: &str, name: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = element.set_attribute(name, "");
    }
}

/// The day for which the page that is open was drawn, as `2026-11-21`.
pub fn made() -> Option<String> {
    document()?.document_element()?.get_attribute("data-made")
}

/// The elements that stand in another, one after the other.
pub fn children(of: &Element) -> Vec<Element> {
    let first = of.first_element_child();
    std::iter::successors(first, Element::next_element_sibling).collect()
}

/// Whether an element has this tag, so many elements within, and these words.
pub fn is_made_of(element: &Element, tag: &str, count: u32, words: &str) -> bool {
    element.tag_name().eq_ignore_ascii_case(tag)
        && element.get_elements_by_tag_name("*").length() == count
        && element.text_content().as_deref() == Some(words)
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.replace_children_with_node_0();
}

/// Adds an element after all that another holds.
pub fn add(place: &Element, element: &Element) {
    let _ = place.append_with_node_1(element);
}

/// Puts an element in the place of another.
pub fn replace(before: &Element, next: &Element) {
    let _ = before.replace_with_with_node_1(next);
}

/// Puts the main part of a page of the site, given as its text, into the place
/// that waits for this file, and takes over its title. `None` if the text is no
/// such page. Does nothing where the reader has gone on.
pub fn fill(file: &str, text: &str) -> Option<()> {
    let here = document()?;
    let page = DomParser::new().ok()?.parse_from_string(text, SupportedType::TextHtml).ok()?;
    let main = page.get_element_by_id("main")?;
    let place =
        here.get_element_by_id("plain").filter(|place| place.get_attribute("data-file").as_deref() == Some(file));
    let Some(place) = place else { return Some(()) };
    here.set_title(&page.title());
    adopt_styles(&here, &page);
    place.replace_children_with_node_1(&main);
    begin();
    Some(())
}

/// Takes in the styles that a page loads and the page that is open does not.
fn adopt_styles(here: &Document, page: &Document) {
    let (Some(head), Some(theirs)) = (here.head(), page.head()) else { return };
    each(&theirs, "link[rel=stylesheet]", |link| {
        let href = link.get_attribute("href").unwrap_or_default();
        let is_here = here.query_selector(&["link[href='", &href, "']"].concat()).is_ok_and(|found| found.is_some());
        if !is_here {
            add(&head, link);
        }
    });
}

/// Lets the way back of a page that was put in place lead to this address, in
/// these words, if it leads to the same file.
pub fn lead_back(href: &str, words: &str) {
    let link = document().and_then(|document| document.query_selector("#plain .hero__back a").ok().flatten());
    let Some(link) = link else { return };
    let file = |href: &str| href.split('#').next().map(str::to_owned);
    if link.get_attribute("href").as_deref().and_then(file) == file(href) {
        let _ = link.set_attribute("href", href);
        if let Some(last) = link.last_child() {
            last.set_text_content(Some(words));
        }
    }
}

/// Writes into every element of this kind what `words` makes of one of its
/// attributes, where it makes anything.
pub fn fill_in(selector: &str, attribute: &str, words: impl Fn(&str) -> Option<&'static str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    each(&root, selector, |element| {
        let said = element.get_attribute(attribute).and_then(|value| words(&value));
        if let Some(said) = said {
            element.set_text_content(Some(said));
        }
    });
}

/// Does something with every element of this kind within another.
pub(super) fn each(within: &Element, selector: &str, mut with: impl FnMut(&Element)) {
    let found = within.query_selector_all(selector).ok();
    let nodes = found.iter().flat_map(|nodes| (0..nodes.length()).filter_map(|at| nodes.item(at)));
    nodes.filter_map(|node| node.dyn_into::<Element>().ok()).for_each(|element| with(&element));
}

/// Says that filters work: `data-ready` on the page.
pub fn mark_ready() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.remove_attribute("data-failed");
        let _ = root.remove_attribute("data-filtered");
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Says that filters do not work, and why, for whoever looks at the console.
/// The page stays as it is.
pub fn fail(why: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-failed", why);
    }
}

/// Names the page that is now open and the view that it belongs to; a page that
/// is fetched brings its title itself.
pub fn name(title: Option<&str>, kind: &str, view: &str) {
    let Some(document) = document() else { return };
    if let Some(title) = title {
        document.set_title(title);
    }
    let Some(root) = document.document_element() else { return };
    let _ = root.set_attribute("data-page", kind);
    each(&root, "a[data-view]", |link| {
        let _ = match link.get_attribute("data-view").as_deref() == Some(view) {
            true => link.set_attribute("aria-current", "true"),
            false => link.remove_attribute("aria-current"),
        };
    });
}

/// Puts the reader at the beginning of a new page: its heading has the focus.
pub fn begin() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus("main h1");
}

/// Gives the focus to the first element of this kind, without scrolling.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        focus_element(&element);
    }
}

/// Gives the focus to the first element of this kind, and scrolls no further
/// than is needed to see it.
pub fn show(selector: &str) {
    focus(selector);
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Gives the focus to the link that had it, or to the heading.
pub(super) fn focus_link(href: Option<&str>) {
    let Some(document) = document() else { return };
    let mut found = None;
    if let Some(main) = document.get_element_by_id("main") {
        each(&main, "a[href]", |link| {
            if found.is_none() && link.get_attribute("href").as_deref() == href {
                found = Some(link.clone());
            }
        });
    }
    match found {
        Some(link) => focus_element(&link),
        None => focus("main h1"),
    }
}

/// Gives the focus to the heading if what had it is gone.
pub fn keep_focus() {
    let lost =
        document().and_then(|document| document.active_element()).is_none_or(|active| active.tag_name() == "BODY");
    if lost {
        focus("main h1");
    }
}

pub(super) fn focus_element(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        if element.tag_name() == "H1" {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let _ = element.focus_with_options(&options);
    }
}

/// Calls once what is being drawn has been drawn.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}
