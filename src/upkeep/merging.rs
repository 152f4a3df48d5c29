//! The loop of the page on which a coordinator takes in what came back.

use super::{Begun, written};
use crate::browser::files::{self, Chosen};
use crate::browser::page::Place;
use crate::browser::{events, links, load, notes, page, place, save};
use crate::pages::Shown;
use crate::pages::merging::{FILES, FOLDER, draw};
use crate::state::{Merging, is_entry};
use directory::Address;
use std::cell::RefCell;
use std::rc::Rc;

/// The largest file of an entry that is read, in bytes.
const LARGEST_ENTRY: f64 = 1_000_000.0;

/// What is drawn, and where.
struct Loop {
    merging: Merging,
    shown: Option<Shown>,
    place: Place,
}

/// Draws from now on whatever is decided.
pub fn begin(begun: Begun) {
    let Begun { directory, site, records, place } = begun;
    let mut begun = Loop { merging: Merging::at(directory, site, records), shown: None, place };
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
        if let Some(action) = action.strip_prefix("merge-") {
            with(&heard, |own| own.press(action));
        }
    });
    events::on_submit(|_| ());
    let heard = own.clone();
    files::on_choice(move |id, chosen| match id {
        FOLDER | FILES => load::begin(read_own(heard.clone(), chosen)),
        _ => {}
    });
    let heard = own.clone();
    links::on_follow(move |file, fragment| {
        let mut is_held = false;
        with(&heard, |own| is_held = own.follow(file, fragment));
        is_held
    });
}

/// Reads the coordinator's own files, and works on them from then on.
async fn read_own(own: Rc<RefCell<Loop>>, chosen: Vec<Chosen>) {
    let mut read = Vec::new();
    let mut why_not = None;
    for one in chosen.iter().filter(|one| is_entry(&one.name) && one.size <= LARGEST_ENTRY) {
        match one.bytes().await {
            Ok(bytes) => read.push((one.name.clone(), bytes)),
            Err(why) => why_not = Some(why),
        }
    }
    with(&own, |own| {
        own.merging.said = match (&why_not, read.is_empty()) {
            (Some(why), _) => why.clone(),
            (None, true) => "There is no entry in what you chose. Choose the folder that holds “listings”.".to_owned(),
            (None, false) => "Your files are read.".to_owned(),
        };
        if !read.is_empty() {
            own.merging.base.read_own(&read);
        }
        own.draw();
    });
}

impl Loop {
    fn draw(&mut self) {
        let pieces = draw(&self.merging);
        self.shown = Some(match self.shown.take() {
            Some(shown) => shown.next(pieces),
            None => Shown::fresh(&self.place, pieces),
        });
    }

    /// Something is being typed.
    fn write(&mut self, id: &str, text: &str) {
        if self.merging.write(id, text) {
            self.draw();
        }
    }

    /// A box was ticked.
    fn choose(&mut self, name: &str, _: &str) {
        if name == "merge-out-read" {
            self.merging.out.is_read = !self.merging.out.is_read;
            self.draw();
        }
    }

    fn press(&mut self, action: &str) {
        let mut goes_on_at = None;
        match action {
            "published" => {
                self.merging.base.forget_own();
                goes_on_at = Some("merge-base");
            }
            "stay" => self.merging.leaving_to = None,
            "leave" => return place::open(&self.merging.leaving_to.take().unwrap_or_default()),
            "out-other" => {
                self.merging.out = Default::default();
                goes_on_at = Some("merge-out-find");
            }
            "out-save" => self.save_out(),
            _ => {
                let Some(id) = action.strip_prefix("out-") else { return };
                self.merging.out.id = Some(id.to_owned());
                goes_on_at = Some("merge-out-entry");
            }
        }
        self.draw();
        if let Some(id) = goes_on_at {
            page::show(&["#", id].concat());
        }
    }

    fn save_out(&mut self) {
        let Some(Ok(changed)) = self.merging.changed() else { return };
        if let Some(text) = written::entry(&changed) {
            save::offer(&[&changed.id, ".json"].concat(), "application/json", &text);
            self.merging.out.is_saved = true;
            self.merging.said = "The file is saved. Now publish it.".to_owned();
        }
    }

    /// Holds back a link that would lose what was decided, and says so.
    fn follow(&mut self, file: &str, fragment: &str) -> bool {
        if file == Address::Merge.file() || !self.merging.would_be_lost() {
            return false;
        }
        let hash = if fragment.is_empty() { "" } else { "#" };
        self.merging.leaving_to = Some([file, hash, fragment].concat());
        self.draw();
        page::show("#merge-leaving");
        true
    }
}
