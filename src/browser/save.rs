//! What somebody takes away: a file made in their browser, or a print. Nothing
//! is sent anywhere.

use super::place::{document, window};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Url};

/// Offers a text as a file of this name and media type.
///
/// The link is pressed within the press that asked for it, as browsers demand.
/// Its address is given back a minute later: some browsers ask where to put the
/// file, and only then read it.
pub fn offer(name: &str, kind: &str, text: &str) {
    let settings = BlobPropertyBag::new();
    settings.set_type(kind);
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &settings) {
        offer_blob(name, &blob);
    }
}

/// The same with a file that is no text.
pub fn offer_bytes(name: &str, kind: &str, bytes: &[u8]) {
    let settings = BlobPropertyBag::new();
    settings.set_type(kind);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &settings) {
        offer_blob(name, &blob);
    }
}

fn offer_blob(name: &str, blob: &Blob) {
    let Some(document) = document() else { return };
    let Ok(address) = Url::create_object_url_with_blob(blob) else { return };
    let link = document.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    super::field::later(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    });
}

/// Copies what stands in a field of several lines, and says whether the browser
/// did. If not, the field has the focus and all of it is marked, so that the
/// keys for copying do it.
///
/// The older of the two ways: the newer one is not there where a site is served
/// without `https`, as inside a school.
pub fn copy(id: &str) -> bool {
    let Some(document) = document() else { return false };
    let before = document.active_element();
    let field = document.get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(field), Ok(html)) = (field, document.dyn_into::<HtmlDocument>()) else { return false };
    super::page::focus_element(&field);
    field.select();
    let is_copied = html.exec_command("copy").unwrap_or(false);
    if let (true, Some(before)) = (is_copied, before) {
        super::page::focus_element(&before);
    }
    is_copied
}

/// Opens the browser's own window for printing.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
