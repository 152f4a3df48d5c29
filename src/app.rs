//! The app: the page that is open, drawn from what the reader has before them.

use crate::browser::page::Place;
use crate::browser::{field, load, page, place, shortlist};
use crate::components::markup::Markup;
use crate::components::search::option_id;
use crate::pages::{self, Shown};
use crate::state::{Reader, Session, Typing};
use directory::{Address, Directory};
use leptos::prelude::*;
use std::cell::RefCell;

/// What stands in the place of the app before it takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Before {
    /// The page as it is drawn for the reader who has just arrived.
    Same,
    /// The page as it was drawn at build, from these pieces; the reader has
    /// done something to it since, or it is a later day.
    Drawn(Vec<Markup>),
    /// Something that is to be drawn anew: another page, or a list that does
    /// not know the filters of the address.
    Other,
}

/// Takes over the place of the app, and draws into it from now on.
pub fn take_over(app: Place, before: Before, session: Session, is_whole: bool) {
    let place = app.clone();
    let start = move || {
        session.listen();
        follow(&session);
        session.draw_below_with(below(&session));
        let (reader, directory) = (session.reader, session.directory.clone());
        let shown = RenderEffect::new(move |shown: Option<Shown>| {
            let pieces = reader.with(|reader| pages::draw(&directory, reader, is_whole));
            let standing = match (&shown, &before) {
                (Some(_), _) | (None, Before::Other) => None,
                (None, Before::Same) => Shown::standing(&app, &pieces),
                (None, Before::Drawn(drawn)) => Shown::standing(&app, drawn),
            };
            let shown = match shown.or(standing) {
                Some(shown) => shown.next(pieces),
                None => Shown::fresh(&app, pieces),
            };
            session.draw_below();
            shortlist::show();
            shown
        });
        // It draws until the page is closed.
        std::mem::forget(shown);
    };
    leptos::mount::mount_to(place, start).forget();
}

/// Draws the place below the field for own words, at each keystroke, and nothing
/// else of the page.
fn below(session: &Session) -> impl Fn(&Typing) + 'static {
    let (reader, directory) = (session.reader, session.directory.clone());
    let shown: RefCell<Option<Shown>> = RefCell::default();
    move |typing| {
        let Some(place) = field::below() else { return };
        let pieces = reader.with_untracked(|reader| pages::below(&directory, reader, typing));
        let before = shown.take().filter(|shown| shown.is_in(&place));
        // Until somebody comes to the field there is nothing to draw.
        if before.is_none() && *typing == Typing::default() {
            return;
        }
        shown.replace(Some(match before {
            Some(shown) => shown.next(pieces),
            None => Shown::fresh(&place, pieces),
        }));
        field::point(typing.is_open, typing.active.map(option_id).as_deref());
    }
}

/// Names the page that is open, and fetches it if it was drawn at build.
fn follow(session: &Session) {
    let (reader, directory) = (session.reader, session.directory.clone());
    let file = Memo::new(move |_| reader.with(|reader| reader.address.file()));
    Effect::new(move |_| {
        let file = file.get();
        let address = reader.with_untracked(|reader| reader.address.clone());
        let title = pages::title(&address, &directory.site);
        page::name(title.as_deref(), pages::kind(&address), pages::view(&address));
        if address == Address::Keep {
            // It has a script of its own, which only a whole page brings.
            place::leave_to(&file);
        } else if title.is_none() {
            fetch(file, back(&directory, &reader.get_untracked()));
        }
    });
}

/// The way back to the results that were left: its address and its words.
fn back(directory: &Directory, reader: &Reader) -> Option<(String, String)> {
    let results = reader.results.clone()?;
    let before = Reader { own: reader.own.clone(), ..Reader::at(results, Vec::new()) };
    let found = directory.search(before.query());
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
                shortlist::arrive();
                place::restore_scroll();
                if let Some((href, words)) = back {
                    page::lead_back(&href, &words);
                }
            }
            _ => place::leave_to(&file),
        }
    });
}
