//! The loop: what the reader does becomes a new [`Reader`], the page is drawn
//! from it, and that is all. There is no second copy.
//!
//! What is being typed is no part of it until it is asked ([`Typing`]).

mod asking;

use super::memory::Memory;
use super::{OwnWords, ROWS, Reader, Typing};
use crate::browser::{events, field, links, page, place, shortlist};
use directory::{Address, Directory};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// What the reader has before them, and the ways to change it.
#[derive(Clone)]
pub struct Session {
    /// What the reader has before them.
    pub reader: RwSignal<Reader>,
    /// The directory.
    pub directory: Arc<Directory>,
    own: Rc<Own>,
}

/// What is beside the loop: the words of each entry of the history, and what is
/// being typed.
struct Own {
    memory: Memory,
    typing: RefCell<Typing>,
    /// Draws the place below the field.
    draw: RefCell<Draw>,
    /// Whether they know that their list is lost where they are going.
    is_warned: Cell<bool>,
    /// How many keys were struck, so that only the last one is followed by words
    /// that are read out.
    strokes: Cell<u32>,
}

impl Own {
    /// Whether a page may be opened that the browser loads anew. Where that
    /// loses the reader's list, they are told once, and then go on.
    fn may_leave(&self) -> bool {
        if !shortlist::would_be_lost() || self.is_warned.replace(true) {
            return true;
        }
        shortlist::say("That page does not know your list: going there loses it. Press the link again to go on.");
        false
    }
}

/// Draws what is being typed.
type Draw = Box<dyn Fn(&Typing)>;

impl Session {
    /// Someone who has just arrived.
    pub fn new(directory: Arc<Directory>, reader: Reader) -> Self {
        let own = Own {
            memory: Memory::at(place::entry()),
            typing: RefCell::default(),
            draw: RefCell::new(Box::new(|_| ())),
            is_warned: Cell::new(false),
            strokes: Cell::new(0),
        };
        Self { reader: RwSignal::new(reader), directory, own: Rc::new(own) }
    }

    /// Listens to the page and to the browser from now on.
    pub fn listen(&self) {
        let session = self.clone();
        events::on_change(move |name, value| session.choose(name, value));
        let session = self.clone();
        events::on_press(move |action| session.press(action));
        let session = self.clone();
        events::on_submit(move |is_search| if is_search { session.ask_typed() } else { session.go_on() });
        let session = self.clone();
        links::on_follow(move |file, fragment| {
            let (address, _) = Address::read(file, fragment, &session.directory.site.areas);
            // The pages of other apps are opened by the browser.
            if matches!(address, Address::NotFound | Address::Keep) || address.is_of_desk() || address.is_of_upkeep() {
                return !session.own.may_leave();
            }
            session.go(address);
            true
        });
        let session = self.clone();
        place::on_travel(move || session.travel());
        self.listen_to_the_field();
    }

    /// Opens an address: another page is a new entry of the history, other
    /// filters on the same page are not.
    pub fn go(&self, address: Address) {
        let before = self.reader.get_untracked();
        // Whoever goes on from the questions has asked what they typed, too.
        let is_on = matches!(before.address, Address::Home(_)) && address == Address::Results(before.address.filters());
        if is_on && field::text().is_some_and(|typed| !typed.trim().is_empty()) {
            return self.ask_typed();
        }
        let is_same_page = before.address.file() == address.file();
        self.show(before.moved(address, Vec::new()), !is_same_page);
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

    /// Shows the next page that the reader has before them, in a new entry of
    /// the history or in the one that is open.
    fn show(&self, next: Reader, is_new_entry: bool) {
        let memory = &self.own.memory;
        let href = next.address.href(&self.directory.site.areas);
        if is_new_entry {
            memory.keep(self.left());
            let (entry, new) = (memory.entry(), place::new_entry());
            place::go(&href, entry, new);
            memory.open(new);
        } else {
            place::change(&href, memory.entry());
        }
        memory.keep(next.own.clone());
        self.set(next);
    }

    /// The words of the page that is being left.
    fn left(&self) -> OwnWords {
        let own = self.reader.with_untracked(|reader| reader.own.clone());
        let typed = field::text().unwrap_or_else(|| own.draft.clone());
        own.left(typed)
    }

    /// Somebody has gone back or forward, or edited the address: the words of
    /// that entry come back, if they are still in memory.
    fn travel(&self) {
        let (file, fragment) = place::here();
        let (address, dropped) = Address::read(&file, &fragment, &self.directory.site.areas);
        let memory = &self.own.memory;
        let before = self.reader.get_untracked();
        memory.keep(self.left());
        let own = memory.open(place::entry());
        self.set(Reader { own, ..before.moved(address, dropped) });
        page::after_drawing(place::restore_scroll);
    }

    /// Something was chosen in a form, or what was typed is left as it is.
    fn choose(&self, name: &str, value: &str) {
        let mut next = self.reader.get_untracked();
        if name == field::ID {
            next.own.draft = value.to_owned();
            return self.reader.set(next);
        }
        next.choose(name, value, &self.directory.site.areas, false);
        let is_elsewhere = self.reader.with_untracked(|reader| reader.address != next.address);
        match is_elsewhere {
            true => self.show(next, false),
            false => self.reader.set(next),
        }
    }

    /// Puts the next page before the reader, with their words in the field.
    fn set(&self, next: Reader) {
        let draft =
            self.reader.with_untracked(|reader| reader.own.draft != next.own.draft).then(|| next.own.draft.clone());
        *self.own.typing.borrow_mut() = Typing::default();
        self.reader.set(next);
        if let Some(draft) = draft {
            field::write(&draft);
        }
    }

    /// A button was pressed, or a suggestion.
    fn press(&self, action: &str) {
        if let Some(at) = action.strip_prefix("pick-").and_then(|at| at.parse().ok()) {
            return self.pick(at);
        }
        if let Some(id) = action.strip_prefix("save-") {
            return shortlist::press(id);
        }
        // The app of the list works its own.
        if action.starts_with("list-") {
            return;
        }
        if action == "forget" {
            return self.forget();
        }
        let before = self.reader.with_untracked(|reader| reader.shown(&self.directory.search(reader.query())));
        self.reader.update(|reader| match action {
            "panel" => reader.is_panel_open = !reader.is_panel_open,
            "show" => reader.is_panel_open = false,
            "more-0" => reader.more[0] += ROWS,
            "more-1" => reader.more[1] += ROWS,
            "more-2" => reader.more[2] += ROWS,
            _ => {
                if let Some(slug) = action.strip_prefix("sort-") {
                    reader.sort = reader.sort.by(slug);
                }
            }
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
