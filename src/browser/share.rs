//! The device's own sheet for sharing, where it has one. What is shared goes to
//! whichever app the reader picks there; nothing is sent by this page.

use super::place::window;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The function that opens the sheet, with what it belongs to.
fn sheet() -> Option<(JsValue, Function)> {
    let navigator = Reflect::get(window()?.as_ref(), &"navigator".into()).ok()?;
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into().ok()?;
    Some((navigator, share))
}

/// Whether the device has such a sheet.
pub fn is_there() -> bool {
    sheet().is_some()
}

/// Opens it with a title, a sentence and a link. Nothing more is heard of it:
/// whoever closes it again has changed their mind.
pub fn open(title: &str, text: &str, link: &str) {
    let Some((navigator, share)) = sheet() else { return };
    let what = Object::new();
    for (key, value) in [("title", title), ("text", text), ("url", link)] {
        let _ = Reflect::set(&what, &key.into(), &value.into());
    }
    if let Ok(answer) = share.call1(&navigator, &what)
        && let Ok(answer) = answer.dyn_into::<js_sys::Promise>()
    {
        super::load::begin(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(answer).await;
        });
    }
}
