//! The loop of the page on which a coordinator takes in what came back.

use super::{Begun, written};
use crate::browser::files::{self, Chosen};
use crate::browser::page::Place;
use crate::browser::{events, links, load, notes, page, place, save};
use crate::pages::Shown;
use crate::pages::merging::{FILES, FOLDER, RETURNED, draw};
use crate::state::{Merging, kept};
use directory::Address;
use directory::merging::Grid;
use std::cell::RefCell;
use std::rc::Rc;

/// The largest file of an entry that is read, in bytes.
const LARGEST_ENTRY: f64 = 1_000_000.0;

/// The largest file that came back, in bytes: as large as the reader takes.
const LARGEST_RETURNED: f64 = 64_000_000.0;

/// The media type of an entry.
const JSON: &str = "application/json";

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
        RETURNED => load::begin(read_returned(heard.clone(), chosen)),
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
    for one in chosen.iter().filter(|one| kept(&one.name).is_some() && one.size <= LARGEST_ENTRY) {
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
            own.merging.judge();
        }
        own.draw();
    });
}

/// Reads what came back, one file after the other, so that one which cannot be
/// read hides no other.
async fn read_returned(own: Rc<RefCell<Loop>>, chosen: Vec<Chosen>) {
    for one in &chosen {
        // A large one takes a moment: what was chosen is shown first.
        load::breathe().await;
        let read = match one.size <= LARGEST_RETURNED {
            true => one.bytes().await.and_then(|bytes| grids(&bytes, &one.name)),
            false => {
                Err([&one.name, " was not read: it is larger than 64 MB. Ask for the file that you sent out."].concat())
            }
        };
        with(&own, |own| own.merging.returned.take_in(&one.name, read));
    }
    with(&own, |own| {
        own.merging.judge();
        own.merging.said = match chosen.len() {
            1 => "1 file was chosen.".to_owned(),
            count => format!("{count} files were chosen."),
        };
        own.draw();
    });
}

/// The sheets of a file that came back.
fn grids(bytes: &[u8], name: &str) -> Result<Vec<Grid>, String> {
    let book = table::read(bytes, name).map_err(|refused| refused.to_string())?;
    Ok(table::returned(&book, name))
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

    /// A box was ticked, or a side of a cell chosen.
    fn choose(&mut self, name: &str, value: &str) {
        if name == "merge-out-read" {
            self.merging.out.is_read = !self.merging.out.is_read;
            self.draw();
        } else if self.merging.choose(name, value) {
            self.draw();
        }
    }

    fn press(&mut self, action: &str) {
        let mut goes_on_at = None;
        match action {
            "published" => {
                self.merging.base.forget_own();
                self.merging.judge();
                goes_on_at = Some("merge-base");
            }
            "stay" => self.merging.leaving_to = None,
            "leave" => return place::open(&self.merging.leaving_to.take().unwrap_or_default()),
            "out-other" => {
                self.merging.out = Default::default();
                goes_on_at = Some("merge-out-find");
            }
            "out-save" => self.save_out(),
            "zip" => self.save_all(),
            _ => goes_on_at = self.act(action),
        }
        self.draw();
        if let Some(id) = goes_on_at {
            page::show(&["#", id].concat());
        }
    }

    /// Does what a button beside an entry or a file says.
    fn act(&mut self, action: &str) -> Option<&'static str> {
        if let Some(at) = action.strip_prefix("drop-") {
            let name = self.merging.returned.files.get(at.parse::<usize>().ok()?)?.name.clone();
            self.merging.returned.leave_out(&name);
            self.merging.judge();
            return Some("merge-files");
        }
        if let Some(id) = action.strip_prefix("save-") {
            let text =
                self.merging.returned.changed().into_iter().find(|record| record.id == id).and_then(written::entry)?;
            save::offer(&[id, ".json"].concat(), JSON, &text);
            return None;
        }
        self.merging.out.id = Some(action.strip_prefix("out-")?.to_owned());
        Some("merge-out-entry")
    }

    fn save_all(&mut self) {
        let Some(bytes) = written::zip(&self.merging.returned.changed()) else {
            self.merging.said = "The .zip could not be made. Save the files one by one.".to_owned();
            return;
        };
        let name = ["entries-", &self.merging.directory.today.iso(), ".zip"].concat();
        save::offer_bytes(&name, "application/zip", &bytes);
        self.merging.is_saved = true;
        self.merging.said = "The files are saved. Now put them into your data.".to_owned();
    }

    fn save_out(&mut self) {
        let Some(Ok(changed)) = self.merging.changed() else { return };
        if let Some(text) = written::entry(&changed) {
            save::offer(&[&changed.id, ".json"].concat(), JSON, &text);
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
