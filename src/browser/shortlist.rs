//! The reader's own list: which entries they have saved, in which order.
//!
//! There is one copy. It stands in the memory of the document, where both apps
//! find it, and is gone when the document is closed or loaded again. Only where
//! the reader has asked for it, it stands on the device instead. No address, no
//! history entry and no request ever holds it.

use super::field::later;
use super::page::each;
use super::place::{document, window};
use js_sys::Reflect;
use std::cell::Cell;
use web_sys::{Event, Storage};

/// The most entries of a list: more would be another directory.
pub const MOST: usize = 50;

/// The name of the list, in memory and on the device.
const NAME: &str = "waymark-shortlist";

/// What the document is told when the page of the list was put in place.
const ARRIVED: &str = "waymark-list";

/// How long a sentence about the list stands, in milliseconds.
const SAID: i32 = 12_000;

thread_local! {
    /// How many sentences were said, so that only the last one is taken away.
    static SENTENCES: Cell<u32> = const { Cell::new(0) };
}

/// The storage of this site on the device; `None` where it is denied.
fn device() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What stands on the device, if the reader has asked for that.
fn remembered() -> Option<String> {
    device()?.get_item(NAME).ok()?
}

/// The ids of the entries, in order. What does not look like an id was not put
/// there by this site.
pub fn ids() -> Vec<String> {
    let memory = || Reflect::get(&js_sys::global(), &NAME.into()).ok()?.as_string();
    let text = remembered().or_else(memory).unwrap_or_default();
    let mut ids: Vec<String> = Vec::new();
    for id in text.split(',').filter(|id| is_id(id)) {
        if ids.len() < MOST && !ids.iter().any(|other| other == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 80 && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Keeps these from now on, and shows it wherever the page tells of the list.
pub fn keep(ids: &[String]) {
    let text = ids.join(",");
    if remembered().is_some() {
        let _ = device().map(|device| device.set_item(NAME, &text));
    }
    let _ = Reflect::set(&js_sys::global(), &NAME.into(), &text.into());
    show();
}

/// Whether the list stands on this device.
pub fn is_remembered() -> bool {
    remembered().is_some()
}

/// Puts the list on this device, or takes it away from there; it stays in
/// memory. Says whether the browser let it.
pub fn remember(is_wanted: bool) -> bool {
    let text = ids().join(",");
    let _ = Reflect::set(&js_sys::global(), &NAME.into(), &text.as_str().into());
    let Some(device) = device() else { return !is_wanted };
    let done = if is_wanted { device.set_item(NAME, &text) } else { device.remove_item(NAME) };
    done.is_ok()
}

/// Takes an entry in, or out if it is there, and says so.
pub fn press(id: &str) {
    let mut ids = ids();
    match ids.iter().position(|other| other == id) {
        Some(at) => {
            ids.remove(at);
            keep(&ids);
            say("Taken out of your list.");
        }
        None if ids.len() >= MOST => say("Your list is full. Take something out first."),
        None if is_id(id) => {
            ids.push(id.to_owned());
            keep(&ids);
            say(match is_remembered() || ids.len() > 1 {
                true => "Saved in My list.",
                false => {
                    "Saved in My list. It is gone when you close or reload this page. In My list you can send it, print it or have it kept."
                }
            });
        }
        None => {}
    }
}

/// Whether opening another document would lose the list.
pub fn would_be_lost() -> bool {
    !is_remembered() && !ids().is_empty()
}

/// Says a sentence about the list where it does not move the page.
pub fn say(words: &str) {
    let write = |words: &str| {
        if let Some(place) = document().and_then(|document| document.get_element_by_id("saved")) {
            place.set_text_content(Some(words));
        }
    };
    write(words);
    let mine = SENTENCES.get().wrapping_add(1);
    SENTENCES.set(mine);
    later(SAID, move || {
        if SENTENCES.get() == mine {
            write("");
        }
    });
}

/// A page was put in place. Where it is that of the list, its own app is loaded
/// the first time, and told each time.
pub fn arrive() {
    show();
    let Some(document) = document() else { return };
    let is_here = document.get_element_by_id("list").is_some();
    let script = document.document_element().and_then(|root| root.get_attribute("data-shortlist"));
    let (Some(file), true) = (script, is_here) else { return };
    // A module of the same name is run once, however often it is named.
    if let (Ok(script), Some(head)) = (document.create_element("script"), document.head()) {
        let _ = script.set_attribute("type", "module");
        let _ = script.set_attribute("src", &file);
        super::page::add(&head, &script);
    }
    if let Ok(event) = Event::new(ARRIVED) {
        let _ = document.dispatch_event(&event);
    }
}

/// Calls whenever the page of the list was put in place.
pub fn on_arrival(call: impl Fn() + 'static) {
    super::events::listen(ARRIVED, move |_| call());
}

/// Shows how many there are, and on each button if its entry is among them.
pub fn show() {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let ids = ids();
    each(&root, "[data-do^='save-']", |button| {
        let action = button.get_attribute("data-do").unwrap_or_default();
        let is_in = ids.iter().any(|id| action.strip_prefix("save-") == Some(id));
        let _ = button.set_attribute("aria-pressed", if is_in { "true" } else { "false" });
    });
    each(&root, "#count", |count| {
        let words = if ids.is_empty() { String::new() } else { ids.len().to_string() };
        count.set_text_content(Some(&words));
    });
}
