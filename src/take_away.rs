//! The app of the reader's own list, which stands in the same document as that
//! of home and results: what somebody does becomes the next list, the page is
//! drawn from it, and that is all.
//!
//! The list itself is kept by `browser/shortlist`, where both apps find it. Links
//! are followed by the other app, so that the list is not lost on the way.

use crate::browser::page::Place;
use crate::browser::{clock, events, load, notes, page, place, save, share, shortlist};
use crate::pages::Shown;
use crate::pages::shortlist::{BOX, FIELD, draw, message, subject};
use crate::state::{Copied, Kept, OpenList};
use directory::day::Day;
use directory::id::ListingId;
use directory::shortlist::Shortlist;
use directory::{Address, Directory};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The words before the id of what a note is about, in the id of its field.
const NOTE: &str = "list-note-";

/// Loads the directory and draws the list. Where that fails the page of the list
/// says so, whatever the other app does.
pub async fn start() -> Result<(), String> {
    let started = take_over().await;
    if started.is_err() {
        page::mark("list", "data-failed");
    }
    started
}

async fn take_over() -> Result<(), String> {
    let text = load::directory().await?;
    let today = clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let (directory, _) = Directory::read(&text, today).map_err(|why| why.to_string())?;
    let folder = place::folder().ok_or("the address of this page could not be read")?;
    let mut list = OpenList::at(Arc::new(directory), folder);
    list.can_share = share::is_there();
    let own = Rc::new(RefCell::new(Loop { list, shown: None, place: None }));
    listen(&own);
    with(&own, Loop::arrive);
    Ok(())
}

/// What is drawn, and where.
struct Loop {
    list: OpenList,
    shown: Option<Shown>,
    /// The place that it was drawn into. Another page may have taken it away.
    place: Option<Place>,
}

/// Does something with the loop. What a browser tells while it is being drawn is
/// let pass.
fn with(own: &RefCell<Loop>, act: impl FnOnce(&mut Loop)) {
    if let Ok(mut own) = own.try_borrow_mut() {
        act(&mut own);
    }
}

fn listen(own: &Rc<RefCell<Loop>>) {
    let heard = own.clone();
    shortlist::on_arrival(move || with(&heard, Loop::arrive));
    let heard = own.clone();
    place::on_travel(move || with(&heard, Loop::travel));
    let heard = own.clone();
    events::on_change(move |name, value| with(&heard, |own| own.choose(name, value)));
    let heard = own.clone();
    events::on_press(move |action| {
        if let Some(action) = action.strip_prefix("list-") {
            with(&heard, |own| own.press(action));
        }
    });
    let heard = own.clone();
    notes::on_note(move |id, text| {
        if let Some(id) = id.strip_prefix(NOTE).and_then(ListingId::new) {
            with(&heard, |own| own.list.write_note(&id, text));
        }
    });
}

impl Loop {
    /// The page of the list is there: for the first time, or again.
    fn arrive(&mut self) {
        let Some(place) = page::place_of("list") else { return };
        if self.place.as_ref() != Some(&place) {
            (self.shown, self.place) = (None, Some(place));
        }
        self.read();
        let (_, fragment) = place::here();
        self.list.open(&fragment);
        self.draw();
    }

    /// Reads the reader's own list, which other pages may have changed.
    fn read(&mut self) {
        let ids = shortlist::ids();
        self.list.own = Shortlist::of(ids.iter().map(String::as_str));
        self.list.kept = match (shortlist::is_remembered(), self.list.kept) {
            (true, _) => Kept::OnDevice,
            (false, Kept::OnDevice) => Kept::InPage,
            (false, before) => before,
        };
    }

    /// Somebody has gone back or forward, or edited the address; the name of a
    /// place within the page is no list.
    fn travel(&mut self) {
        let (file, fragment) = place::here();
        let is_anchor = !fragment.is_empty() && !fragment.as_bytes().contains(&b'=');
        if self.is_here() && file == Address::List.file() && !is_anchor {
            self.read();
            self.list.open(&fragment);
            self.draw();
        }
    }

    /// Whether the page of the list is the one that is open.
    fn is_here(&self) -> bool {
        self.place.is_some() && self.place == page::place_of("list")
    }

    fn draw(&mut self) {
        let Some(place) = &self.place else { return };
        let pieces = draw(&self.list);
        self.shown = Some(match self.shown.take().filter(|shown| shown.is_in(place)) {
            Some(shown) => shown.next(pieces),
            None => Shown::fresh(place, pieces),
        });
        // A field keeps what was typed in it when its row becomes another's.
        for id in self.list.shown().ids() {
            notes::write(&[NOTE, id.as_str()].concat(), self.list.note(id));
        }
        notes::tick(BOX, self.list.kept == Kept::OnDevice);
    }

    /// Something was chosen in a field.
    fn choose(&mut self, name: &str, value: &str) {
        if !self.is_here() || !name.starts_with("list-") {
            return;
        }
        match name == BOX {
            true => self.remember(),
            false => self.list.choose(name, value),
        }
        self.draw();
    }

    /// Keeps the list on the device, or no longer.
    fn remember(&mut self) {
        let is_wanted = self.list.kept != Kept::OnDevice;
        let is_done = shortlist::remember(is_wanted);
        (self.list.kept, self.list.said) = match (is_wanted, is_done) {
            (true, true) => (Kept::OnDevice, "Your list is kept on this device now.".to_owned()),
            (true, false) => (Kept::Denied, "This browser lets us keep nothing on the device.".to_owned()),
            (false, _) => (Kept::InPage, "Your list is no longer kept on this device.".to_owned()),
        };
    }

    fn press(&mut self, action: &str) {
        if !self.is_here() {
            return;
        }
        match action {
            "copy" => self.list.copied = Some(if save::copy(FIELD) { Copied::Taken } else { Copied::Marked }),
            "share" => return share::open(&subject(&self.list), &message(&self.list), &self.list.link()),
            "paper-print" => return save::print(),
            "own" => return self.go_to_own(),
            "clear" => return self.clear(),
            _ => return self.change(action),
        }
        self.draw();
    }

    /// Does what changes the reader's own list.
    fn change(&mut self, action: &str) {
        // Another page or window may have changed it since.
        self.read();
        let Some(goes_on_at) = self.list.press(action) else { return };
        let ids: Vec<_> = self.list.own.ids().iter().map(|id| id.as_str().to_owned()).collect();
        shortlist::keep(&ids);
        if action == "keep" {
            place::go(&Address::List.file(), place::entry(), place::new_entry());
        }
        self.draw();
        page::focus(&["#", &goes_on_at].concat());
    }

    /// Shows the reader's own list beside one that was sent.
    fn go_to_own(&mut self) {
        place::go(&Address::List.file(), place::entry(), place::new_entry());
        self.list.open("");
        self.draw();
        page::focus("#list-title");
    }

    /// Takes everything away: from this page, from the device and out of the
    /// address. It cannot be undone, so that nothing is left to be undone.
    fn clear(&mut self) {
        shortlist::keep(&[]);
        shortlist::remember(false);
        self.list.clear();
        place::change(&Address::List.file(), place::entry());
        self.shown = None;
        self.draw();
        page::focus("#list-title");
    }
}
