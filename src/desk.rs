//! The app of the staff pages: what somebody does becomes the next choices after
//! `#`, the page is drawn from them, and that is all.
//!
//! It is a second app, so that families load nothing of it. It needs no signal:
//! there is one value, and one place that draws it.

mod picking;

use crate::browser::page::Place;
use crate::browser::{clock, events, field, links, load, meanwhile, page, place, save};
use crate::pages::{self, Shown, desk};
use crate::state::{Copied, Desk, Schools};
use directory::day::Day;
use directory::finding::Level;
use directory::schools::Register;
use directory::{Address, Directory};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;

/// Loads the directory and takes over the page.
pub async fn start() -> Result<(), String> {
    let text = load::directory().await?;
    let today = clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let made = page::made().and_then(|day| Day::read(&day)).unwrap_or(today);
    let (directory, findings) = Directory::read(&text, made).map_err(|why| why.to_string())?;
    // A map or a plan of a part of the list would look like a gap: the page that
    // was drawn stays, and says so.
    if findings.iter().any(|finding| finding.level == Level::Error) {
        return Err("a part of the list could not be read".to_owned());
    }
    let app = page::app().ok_or("this page has no place for the app")?;
    let (file, fragment) = place::here();
    let (address, _) = Address::read(&file, "", &directory.site.areas);
    if !address.is_of_desk() {
        return Err("this page is none of the staff pages".to_owned());
    }
    let (fragment, mut drawn) = (chosen(fragment), Desk::at(Arc::new(directory), address));
    drawn.schools = if load::has_schools() { Schools::Coming } else { Schools::None };
    if drawn.needs_schools() {
        drawn.schools = schools().await;
    }
    // The drawn page knows nothing of what the address chooses. A browser that
    // reads the page again may tick the boxes of before by itself, so only
    // where nothing is chosen yet, what differs was done by the reader.
    let is_as_drawn = fragment.is_empty();
    let changed = if is_as_drawn { meanwhile::changed(&app) } else { Vec::new() };
    let shown = if is_as_drawn { Shown::standing(&app, &desk::draw(&drawn)) } else { None };
    let Desk { directory, address, schools, .. } = drawn;
    // Drawn once as of the day of the page, and from now on as of today.
    let directory = Arc::into_inner(directory).ok_or("the directory is still being read")?.on(today);
    let desk = Desk { fragment, schools, ..Desk::at(Arc::new(directory), address) };
    Loop::take_over(app, shown, desk, changed);
    page::mark_ready();
    Ok(())
}

/// What stands after `#` if it is a choice, and not the name of a place within
/// the page.
fn chosen(fragment: String) -> String {
    if fragment.as_bytes().contains(&b'=') { fragment } else { String::new() }
}

/// The schools, as far as they come.
async fn schools() -> Schools {
    if !load::has_schools() {
        return Schools::None;
    }
    let read = load::schools().await.ok().and_then(|text| Register::read(&text).ok());
    read.and_then(|(register, _)| register).map_or(Schools::Failed, |register| Schools::Here(Arc::new(register)))
}

/// What is drawn, and where.
struct Loop {
    app: Place,
    shown: Option<Shown>,
    desk: Desk,
    /// Itself, for what comes later.
    own: Weak<RefCell<Self>>,
    /// How often something was typed.
    strokes: u32,
}

/// Does something with the loop. What a browser tells while it is being drawn,
/// such as that a field which is taken out had words in it, is let pass.
fn with(own: &RefCell<Loop>, act: impl FnOnce(&mut Loop)) {
    if let Ok(mut own) = own.try_borrow_mut() {
        act(&mut own);
    }
}

impl Loop {
    /// Draws from now on whatever is chosen.
    fn take_over(app: Place, shown: Option<Shown>, desk: Desk, changed: Vec<(String, String)>) {
        let mut begun = Self { app, shown, desk, own: Weak::new(), strokes: 0 };
        begun.draw();
        for (name, value) in &changed {
            begun.choose(name, value);
        }
        let begun = Rc::new(RefCell::new(begun));
        begun.borrow_mut().own = Rc::downgrade(&begun);
        let own = begun.clone();
        events::on_change(move |name, value| with(&own, |own| own.choose(name, value)));
        let own = begun.clone();
        events::on_input(move |_, text| with(&own, |own| own.typed(text)));
        let own = begun.clone();
        events::on_press(move |action| with(&own, |own| own.press(action)));
        events::on_submit(|_| ());
        let own = begun.clone();
        field::on_key(move |key| {
            let mut is_used = false;
            with(&own, |own| is_used = own.stroke(key));
            is_used
        });
        let own = begun.clone();
        field::on_focus(move |is_entered| with(&own, |own| own.focused(is_entered)));
        field::keep_focus_on_pick();
        let own = begun.clone();
        links::on_follow(move |file, fragment| {
            let mut is_ours = false;
            with(&own, |own| is_ours = own.follow(file, fragment));
            is_ours
        });
        place::on_travel(move || with(&begun, Self::travel));
    }

    fn draw(&mut self) {
        let pieces = desk::draw(&self.desk);
        self.shown = Some(match self.shown.take() {
            Some(shown) => shown.next(pieces),
            None => Shown::fresh(&self.app, pieces),
        });
    }

    /// Something was chosen in a field, or by a button.
    fn choose(&mut self, name: &str, value: &str) {
        self.desk.copied = None;
        let fragment = desk::choose(&self.desk, name, value);
        if fragment != self.desk.fragment {
            place::change(&self.desk.href(&fragment), place::entry());
            self.desk.fragment = fragment;
        }
        self.draw();
        page::after_drawing(page::keep_focus);
    }

    fn press(&mut self, action: &str) {
        if action == "print" {
            return save::print();
        }
        if let Some(at) = action.strip_prefix("pick-").and_then(|at| at.parse().ok()) {
            return self.pick(at);
        }
        if let Some(id) = action.strip_prefix("copy-") {
            self.desk.copied = Some(if save::copy(id) { Copied::Taken } else { Copied::Marked });
            return self.draw();
        }
        match desk::file(&self.desk, action) {
            Some(file) => save::offer(&file.name, file.kind, &file.text),
            None => self.choose("do", action),
        }
    }

    /// Follows a link to one of these pages; the browser opens every other.
    fn follow(&mut self, file: &str, fragment: &str) -> bool {
        let (address, _) = Address::read(file, "", &self.desk.directory.site.areas);
        // The pages for families name another list of schools, without contacts.
        if !address.is_of_desk() || address.is_staff() != self.desk.address.is_staff() {
            return false;
        }
        let is_same_page = address == self.desk.address;
        let next = self.desk.moved(address, chosen(fragment.to_owned()));
        let href = next.href(&next.fragment);
        match is_same_page {
            true => place::change(&href, place::entry()),
            false => place::go(&href, place::entry(), place::new_entry()),
        }
        self.show(next);
        page::after_drawing(if is_same_page { page::keep_focus } else { page::begin });
        true
    }

    /// Somebody has gone back or forward, or edited the address.
    fn travel(&mut self) {
        let (file, fragment) = place::here();
        let (address, _) = Address::read(&file, "", &self.desk.directory.site.areas);
        if !address.is_of_desk() || address.is_staff() != self.desk.address.is_staff() {
            return place::leave_to(&file);
        }
        let next = self.desk.moved(address, chosen(fragment));
        self.show(next);
        page::after_drawing(place::restore_scroll);
    }

    /// Puts another page, or other choices, before somebody.
    fn show(&mut self, next: Desk) {
        if next.address != self.desk.address {
            // Another page is drawn anew: its form remembers nothing of this one.
            self.shown = None;
        }
        self.desk = next;
        let address = &self.desk.address;
        page::name(Some(&desk::title(&self.desk)), pages::kind(address), pages::view(address));
        self.draw();
        self.load_schools();
    }

    /// Loads the schools where somebody has come to a page that needs them.
    fn load_schools(&self) {
        if !self.desk.needs_schools() || !matches!(self.desk.schools, Schools::Coming) {
            return;
        }
        let own = self.own.clone();
        load::begin(async move {
            let schools = schools().await;
            if let Some(own) = own.upgrade() {
                with(&own, |own| {
                    own.desk.schools = schools;
                    own.draw();
                });
            }
        });
    }
}
