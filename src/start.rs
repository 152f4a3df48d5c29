//! How the app arrives on a page that is already there.

use crate::app::{Before, take_over};
use crate::browser::meanwhile::{self, Focus};
use crate::browser::page::Place;
use crate::browser::{clock, events, field, links, load, page, place, shortlist};
use crate::pages;
use crate::state::{Reader, Session};
use directory::catalogue::Entries;
use directory::day::Day;
use directory::filters::Dropped;
use directory::finding::Level;
use directory::record::Bundle;
use directory::{Address, Directory, Filters};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

/// Loads the directory and takes over the page.
pub async fn start() -> Result<(), String> {
    let text = load::directory().await?;
    let today = clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    // The day that the drawn page is true for: as of that day it is the same.
    let made = page::made().and_then(|day| Day::read(&day)).unwrap_or(today);
    // In steps: while one runs, no touch is answered.
    let bundle = Bundle::read(&text).map_err(|why| why.to_string())?;
    load::breathe().await;
    let entries = Entries::of(bundle);
    load::breathe().await;
    let (directory, findings) = entries.directory(made);
    let is_whole = findings.iter().all(|finding| finding.level != Level::Error);
    load::breathe().await;
    let app = page::app().ok_or("this page has no place for the app")?;
    let (file, fragment) = place::here();
    let (address, dropped) = Address::read(&file, &fragment, &directory.site.areas);
    match pages::is_plain(&address) {
        true => wait(app, directory.on(today), is_whole),
        false => arrive(app, directory, today, is_whole, address, dropped),
    }
    page::mark_ready();
    Ok(())
}

/// Takes over a page with something to choose, with all that the reader has
/// done on it meanwhile.
fn arrive(app: Place, directory: Directory, today: Day, is_whole: bool, address: Address, dropped: Vec<Dropped>) {
    let untouched = Reader::at(address.clone().with_filters(Filters::default()), Vec::new());
    let reader = reader(&app, &directory, address, dropped);
    // A drawn list knows no filters: most of it would be another, and rows
    // that are filled with other words jump. Rows that are new do not.
    // Nor does it know what of a link was not understood.
    let is_as_drawn = reader.entered == Filters::default() && reader.dropped.is_empty();
    let is_other_list = !pages::is_home(&reader.address) && !is_as_drawn;
    let before = match is_other_list {
        true => Before::Other,
        false if is_whole && reader == untouched && directory.today == today => Before::Same,
        false => Before::Drawn(pages::draw(&directory, &untouched, true)),
    };
    let focus = Focus::now(&app).filter(|_| is_other_list);
    let is_changed = reader.address.filters() != reader.entered;
    let directory = Arc::new(directory.on(today));
    if is_changed {
        place::change(&reader.address.href(&directory.site.areas), place::entry());
    }
    let session = Session::new(directory, reader);
    take_over(app, before, session.clone(), is_whole);
    if let Some(focus) = focus {
        focus.give();
    }
    if meanwhile::wants_on() {
        match field::text().is_some_and(|typed| !typed.trim().is_empty()) {
            true => session.ask_typed(),
            false => session.go_on(),
        }
    }
}

/// The reader as they are: at an address, with what they have done meanwhile.
fn reader(app: &Place, directory: &Directory, address: Address, dropped: Vec<Dropped>) -> Reader {
    let mut reader = Reader::at(address, dropped);
    reader.own.draft = field::text().unwrap_or_default();
    reader.is_panel_open = meanwhile::is_panel_open(app);
    for (name, value) in meanwhile::chosen(app) {
        reader.choose(&name, &value, &directory.site.areas, true);
    }
    reader
}

/// On a page without anything to choose the app waits for a link to one that
/// has something.
fn wait(app: Place, directory: Directory, is_whole: bool) {
    pages::say_what_is_open();
    shortlist::show();
    // Where this page was opened by the app and then loaded again, the browser
    // opens nothing on the way back: to it, the pages before are this one.
    let file = place::here().0;
    let is_waiting = Rc::new(Cell::new(true));
    let still = is_waiting.clone();
    place::on_travel(move || {
        if still.get() && place::here().0 != file {
            place::reload();
        }
    });
    let still = is_waiting.clone();
    events::on_press(move |action| match action.strip_prefix("save-") {
        Some(id) if still.get() => shortlist::press(id),
        _ => {}
    });
    let directory = Arc::new(directory);
    links::on_follow(move |file, fragment| {
        let areas = &directory.site.areas;
        let (address, dropped) = Address::read(file, fragment, areas);
        // From one such page to the next the browser goes by itself, unless there
        // is a list: it would be lost, or the notes to it.
        let is_other = address.is_of_desk() || address.is_of_upkeep();
        let is_page = !matches!(address, Address::NotFound | Address::Keep) && !is_other;
        let is_ours = is_waiting.get() && is_page && (!pages::is_plain(&address) || !shortlist::ids().is_empty());
        if is_ours {
            is_waiting.set(false);
            place::go(&address.href(areas), place::entry(), place::new_entry());
            let session = Session::new(directory.clone(), Reader::at(address, dropped));
            take_over(app.clone(), Before::Other, session, is_whole);
            page::after_drawing(page::begin);
        }
        is_ours
    });
}
