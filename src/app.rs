//! The app: the page that is open, drawn from what the reader has before them.

use crate::browser::{load, page, place};
use crate::pages;
use crate::state::Session;
use leptos::prelude::*;

/// The page that is open, and the foot of every page.
#[component]
pub fn App(
    /// What the reader has before them, and the directory.
    session: Session,
    /// Whether every entry could be read in full.
    is_whole: bool,
) -> impl IntoView {
    session.listen();
    let Session { reader, directory } = session;
    let file = Memo::new(move |_| reader.with(|reader| reader.address.file()));
    let site = directory.clone();
    Effect::new(move |_| {
        let file = file.get();
        let address = reader.with_untracked(|reader| reader.address.clone());
        let title = pages::title(&address, &site.site);
        page::name(title.as_deref(), pages::kind(&address), address.is_staff());
        if title.is_none() {
            fetch(file);
        }
    });
    move || reader.with(|reader| pages::draw(&directory, reader, is_whole))
}

/// Puts a page without anything to choose in place, as it was drawn at build.
/// Where that fails the browser opens the address itself, and says what it has
/// to say.
fn fetch(file: String) {
    load::begin(async move {
        match load::page(&file).await {
            Ok(text) if page::fill(&file, &text).is_some() => pages::say_what_is_open(),
            _ => place::leave_to(&file),
        }
    });
}
