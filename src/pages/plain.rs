//! A page without anything to choose: at build it is drawn; in the app it is
//! fetched as it was drawn, and put in place.

use directory::Address;
use leptos::prelude::*;

/// The page at an address, as it was drawn at build.
#[cfg(not(target_arch = "wasm32"))]
pub fn draw(address: Address) -> AnyView {
    super::drawn::page(address).unwrap_or_else(|| view! { <super::not_found::NotFound/> }.into_any())
}

/// The page at an address, fetched. Where that fails the browser opens the
/// address itself, and says what it has to say.
#[cfg(target_arch = "wasm32")]
pub fn draw(address: Address) -> AnyView {
    use crate::browser::{load, page, place};

    let file = address.file();
    load::begin(async move {
        match load::page(&file).await {
            Ok(text) => match page::fill("plain", &text) {
                Some(()) => super::hours::say_what_is_open(),
                None => place::leave_to(&file),
            },
            Err(_) => place::leave_to(&file),
        }
    });
    view! { <div id="plain"></div> }.into_any()
}
