//! The loop of the page on which whoever answers for entries says what is right.

use super::Begun;
use crate::browser::page::Place;
use crate::browser::{events, links, notes, page, place, save, share};
use crate::pages::Shown;
use crate::pages::update::{MAIL, draw, file_name, message, subject};
use crate::state::{Copied, Update};
use directory::Address;
use std::cell::RefCell;
use std::rc::Rc;

/// The media type of the file that is saved.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// What is drawn, and where.
struct Loop {
    update: Update,
    shown: Option<Shown>,
    place: Place,
}

/// Draws from now on whatever is said.
pub fn begin(begun: Begun) {
    let Begun { directory, records, place, .. } = begun;
    let mut update = Update::at(directory, records);
    update.can_share = share::is_there();
    update.open(&place::here().1);
    let mut begun = Loop { update, shown: None, place };
    begun.draw();
    listen(&Rc::new(RefCell::new(begun)));
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
    events::on_input(move |id, text| with(&heard, |own| own.write(id, text)));
    let heard = own.clone();
    notes::on_note(move |id, text| with(&heard, |own| own.write(id, text)));
    let heard = own.clone();
    events::on_change(move |name, value| with(&heard, |own| own.choose(name, value)));
    let heard = own.clone();
    events::on_press(move |action| {
        if let Some(action) = action.strip_prefix("update-") {
            with(&heard, |own| own.press(action));
        }
    });
    events::on_submit(|_| ());
    let heard = own.clone();
    links::on_follow(move |file, fragment| {
        let mut is_held = false;
        with(&heard, |own| is_held = own.follow(file, fragment));
        is_held
    });
    let heard = own.clone();
    place::on_travel(move || with(&heard, Loop::travel));
}

impl Loop {
    fn draw(&mut self) {
        let pieces = draw(&self.update);
        self.shown = Some(match self.shown.take() {
            Some(shown) => shown.next(pieces),
            None => Shown::fresh(&self.place, pieces),
        });
        // Nobody types in it, so that it is written anew each time.
        notes::write(MAIL, &message(&self.update));
    }

    /// Something is being typed.
    fn write(&mut self, id: &str, text: &str) {
        if !self.update.is_chosen(id) && self.update.write(id, text) {
            self.draw();
        }
    }

    /// A box was ticked, or something chosen from a list.
    fn choose(&mut self, name: &str, value: &str) {
        if self.update.is_chosen(name) && self.update.write(name, value) {
            self.draw();
        }
    }

    fn press(&mut self, action: &str) {
        match action {
            "save" => self.save(),
            "copy" => {
                self.update.copied = Some(if save::copy(MAIL) { Copied::Taken } else { Copied::Marked });
            }
            "share" => return share::open(&subject(&self.update), &message(&self.update), ""),
            "stay" => self.update.leaving_to = None,
            "leave" => return place::open(&self.update.leaving_to.take().unwrap_or_default()),
            _ => return self.act(action),
        }
        self.draw();
    }

    fn act(&mut self, action: &str) {
        if let Some(id) = action.strip_prefix("open-") {
            let href = self.update.href(Some(id));
            self.update.wanted.clear();
            place::go(&href, place::entry(), place::new_entry());
            self.travel();
            let last = self.update.entries.len().saturating_sub(1);
            return page::show(&format!("#update-entry-{last}"));
        }
        let goes_on_at = match action.strip_prefix("goto:") {
            Some(field) => {
                self.update.reveal(field);
                Some(field.to_owned())
            }
            None => self.update.press(action),
        };
        if let Some(goes_on_at) = goes_on_at {
            self.draw();
            // A field that was there keeps what was typed in it.
            for (id, text) in self.update.fields() {
                notes::write(&id, &text);
                notes::write_line(&id, &text);
            }
            page::show(&["#", &goes_on_at].concat());
        }
    }

    fn save(&mut self) {
        match super::written::sheet(&self.update.sheet()) {
            Ok(bytes) => {
                save::offer_bytes(&file_name(&self.update), XLSX, &bytes);
                (self.update.is_saved, self.update.said) = (true, "The file is saved. Now send it.".to_owned());
            }
            Err(why) => self.update.said = ["The file could not be made. ", &why.to_string()].concat(),
        }
    }

    /// Holds back a link that would lose what was written, and says so.
    fn follow(&mut self, file: &str, fragment: &str) -> bool {
        if file == Address::Update.file() || !self.update.would_be_lost() {
            return false;
        }
        let hash = if fragment.is_empty() { "" } else { "#" };
        self.update.leaving_to = Some([file, hash, fragment].concat());
        self.draw();
        page::show("#update-leaving");
        true
    }

    /// Somebody has gone back or forward, or edited the address.
    fn travel(&mut self) {
        let (file, fragment) = place::here();
        if file == Address::Update.file() {
            self.update.open(&fragment);
            // Drawn anew, so that no field keeps the words of another entry.
            self.shown = None;
            self.draw();
        }
    }
}
