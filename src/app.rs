//! The app: the page that is open, drawn from what the reader has before them.

use crate::browser::{load, page, place};
use crate::pages;
use crate::state::{Reader, Session};
use directory::Directory;
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
            fetch(file, back(&site, &reader.get_untracked()));
        }
    });
    move || reader.with(|reader| pages::draw(&directory, reader, is_whole))
}

/// The way back to the results that were left: its address and its words.
fn back(directory: &Directory, reader: &Reader) -> Option<(String, String)> {
    let results = reader.results.clone()?;
    let before = Reader { words: reader.words.clone(), ..Reader::at(results, Vec::new()) };
    let found = directory.search(before.query(before.question().as_ref()));
    let words = match found.to_try() + found.may.len() {
        1 => "Back to 1 result".to_owned(),
        count => format!("Back to {count} results"),
    };
    Some((before.address.href(&directory.site.areas), words))
}

/// Puts a page without anything to choose in place, as it was drawn at build.
/// Where that fails the browser opens the address itself, and says what it has
/// to say.
fn fetch(file: String, back: Option<(String, String)>) {
    load::begin(async move {
        match load::page(&file).await {
            Ok(text) if page::fill(&file, &text).is_some() => {
                pages::say_what_is_open();
                place::restore_scroll();
                if let Some((href, words)) = back {
                    page::lead_back(&href, &words);
                }
            }
            _ => place::leave_to(&file),
        }
    });
}
