//! The loop: what the reader does becomes a new [`Reader`], the page is drawn
//! from it, and that is all. There is no second copy.

use super::{ROWS, Reader};
use crate::browser::{events, links, page, place};
use directory::question::LONGEST;
use directory::{Address, Directory};
use leptos::prelude::*;
use std::sync::Arc;

/// What the reader has before them, and the ways to change it.
#[derive(Clone)]
pub struct Session {
    /// What the reader has before them.
    pub reader: RwSignal<Reader>,
    /// The directory.
    pub directory: Arc<Directory>,
}

impl Session {
    /// Someone who has just arrived.
    pub fn new(directory: Arc<Directory>, reader: Reader) -> Self {
        Self { reader: RwSignal::new(reader), directory }
    }

    /// Listens to the page and to the browser from now on.
    pub fn listen(&self) {
        let session = self.clone();
        events::on_change(move |name, value| session.choose(name, value));
        let session = self.clone();
        events::on_input(move |id, value| {
            if id == "words" {
                session.reader.update(|reader| reader.words = value.chars().take(LONGEST).collect());
            }
        });
        let session = self.clone();
        events::on_press(move |action| session.press(action));
        let session = self.clone();
        events::on_submit(move || session.go_on());
        let session = self.clone();
        links::on_follow(move |file, fragment| {
            let (address, _) = Address::read(file, fragment, &session.directory.site.areas);
            let is_there = address != Address::NotFound;
            if is_there {
                session.go(address);
            }
            is_there
        });
        let session = self.clone();
        place::on_travel(move || {
            let (file, fragment) = place::here();
            let (address, dropped) = Address::read(&file, &fragment, &session.directory.site.areas);
            session.reader.update(|reader| *reader = reader.moved(address, dropped));
            page::after_drawing(place::restore_scroll);
        });
    }

    /// Opens an address: another page is a new entry of the history, other
    /// filters on the same page are not.
    pub fn go(&self, address: Address) {
        let is_same_page = self.reader.with_untracked(|reader| reader.address.file()) == address.file();
        let href = address.href(&self.directory.site.areas);
        if is_same_page {
            place::change(&href)
        } else {
            place::go(&href)
        }
        self.reader.update(|reader| *reader = reader.moved(address, Vec::new()));
        page::after_drawing(if is_same_page { page::keep_focus } else { page::begin });
    }

    /// Goes from the questions to what fits.
    pub fn go_on(&self) {
        let address = self.reader.with_untracked(|reader| reader.address.clone());
        self.go(match address {
            Address::Home(filters) => Address::Results(filters),
            other => other,
        });
    }

    /// Something was chosen in a form.
    fn choose(&self, name: &str, value: &str) {
        let areas = &self.directory.site.areas;
        let mut next = self.reader.get_untracked();
        next.choose(name, value, areas, false);
        if next.address != self.reader.with_untracked(|reader| reader.address.clone()) {
            place::change(&next.address.href(areas));
        }
        self.reader.set(next);
    }

    /// A button was pressed.
    fn press(&self, action: &str) {
        let before = self.reader.with_untracked(|reader| {
            let found = self.directory.search(reader.query(reader.question().as_ref()));
            reader.shown(&found)
        });
        self.reader.update(|reader| match action {
            "panel" => reader.is_panel_open = !reader.is_panel_open,
            "show" => reader.is_panel_open = false,
            "forget" => reader.words.clear(),
            "more-0" => reader.more[0] += ROWS,
            "more-1" => reader.more[1] += ROWS,
            "more-2" => reader.more[2] += ROWS,
            _ => {}
        });
        let first_new = |part: &str, shown: usize| format!("[data-part={part}] [data-id]:nth-child({}) a", shown + 1);
        let focus = match action {
            "show" => "main h1".to_owned(),
            "more-0" => first_new("fits", before[0]),
            "more-1" => first_new("any", before[1]),
            "more-2" => first_new("may", before[2]),
            _ => return page::after_drawing(page::keep_focus),
        };
        page::after_drawing(move || page::focus(&focus));
    }
}
