//! Loading the directory, from the file that the page names.

use super::place::{document, window};
use js_sys::Error;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Begins something that takes time.
///
/// Boxed, so that what runs a task stands in the wasm once.
pub fn begin(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}

/// Lets the browser do what it has to do, such as answer a finger, before the
/// next piece of work.
pub async fn breathe() {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(wait).await;
}

/// The text of the directory file, or why it did not come. boot.js has asked
/// for it while the app was on its way; what failed there is tried once more.
pub async fn directory() -> Result<String, String> {
    if let Some(text) = asked().await {
        return Ok(text);
    }
    text(&named("data-directory").ok_or("this page names no directory file")?).await
}

/// Whether the page names a list of schools.
pub fn has_schools() -> bool {
    named("data-schools").is_some()
}

/// The text of the list of schools, or why it did not come.
pub async fn schools() -> Result<String, String> {
    text(&named("data-schools").ok_or("this page names no list of schools")?).await
}

/// The file that the page names in this attribute.
fn named(attribute: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(attribute)
}

async fn asked() -> Option<String> {
    let promise = js_sys::Reflect::get(&js_sys::global(), &"waymarkList".into()).ok()?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok()?.as_string()
}

/// The text of a page of the site, or why it did not come. A page of the copy
/// on this device asks for others of the same build.
pub async fn page(file: &str) -> Result<String, String> {
    let root = document().and_then(|document| document.document_element());
    match root.and_then(|root| root.get_attribute("data-copy")) {
        Some(build) => text(&[file, "?copy=", &build].concat()).await,
        None => text(file).await,
    }
}

async fn text(file: &str) -> Result<String, String> {
    let failed = |why: &str| [file, " did not load: ", why].concat();
    let thrown =
        |why: JsValue| failed(&why.dyn_into::<Error>().map(|why| String::from(why.message())).unwrap_or_default());
    let asked = window().map(|window| window.fetch_with_str(file)).ok_or_else(|| failed("there is no window"))?;
    let answer = JsFuture::from(asked).await.and_then(|answer| answer.dyn_into::<Response>()).map_err(thrown)?;
    if !answer.ok() {
        return Err(failed(&["the server answered ", &answer.status().to_string()].concat()));
    }
    let text = JsFuture::from(answer.text().map_err(thrown)?).await.map_err(thrown)?;
    text.as_string().ok_or_else(|| failed("it is no text"))
}
