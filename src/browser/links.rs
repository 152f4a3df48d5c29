//! Links: a click on one that stays in the site is followed by the app.
//!
//! One listener for the whole page, so that links drawn at build and links
//! drawn by the app are the same plain links, with nothing attached to them.

use super::place::{document, within_site};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlAnchorElement, MouseEvent};

/// Offers each plain click on a link within the site, as file and fragment;
/// the browser follows the link itself unless `takes` says yes.
pub fn on_follow(takes: impl Fn(&str, &str) -> bool + 'static) {
    let listener = Closure::<dyn Fn(MouseEvent)>::new(move |click: MouseEvent| {
        if !is_plain(&click) || click.default_prevented() {
            return;
        }
        let Some((file, fragment)) = target(&click) else { return };
        // The name of a place within a page is the browser's own to find.
        let is_anchor = !fragment.is_empty() && !fragment.as_bytes().contains(&b'=');
        if !is_anchor && takes(&file, &fragment) {
            click.prevent_default();
        }
    });
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("click", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Whether a click asks for the page here, and not in another window.
pub(super) fn is_plain(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key())
}

/// Where a click on a link of the site leads.
fn target(click: &MouseEvent) -> Option<(String, String)> {
    let element = click.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = element.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
    let stays = link.target().is_empty() && !link.has_attribute("download") && link.id() != "leave";
    stays.then(|| within_site(&link.href())).flatten()
}
