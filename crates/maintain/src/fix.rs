//! `check --fix`: repairs what is safe, and says what it did, field by field.
//!
//! Safe is what leaves every reader with the same words and the same number:
//! letters that nobody sees, spaces, the grouping of digits, and the layout of
//! an entry's file. Only the text that is mended changes in its file. What might
//! be another fact afterwards is named with the reason and left to a person;
//! crisis help is left to two.

mod layout;
mod strings;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use directory::finding::cut;

use crate::command::Setting;
use crate::files::{Folder, TextFile};
use crate::pending::{self, Change};
use crate::report::{self, Format, counted};
use crate::{letters, phone};
use strings::strings;

/// One field that was mended, or would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The file, as people see it in findings.
    pub file: String,
    /// The field; empty for the layout of the whole file.
    pub field: String,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
    /// What was mended.
    pub what: &'static str,
}

/// One field that a person must look at, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file, as people see it in findings.
    pub file: String,
    /// The field.
    pub field: String,
    /// What stands there.
    pub found: String,
    /// Why it is not touched.
    pub why: &'static str,
}

/// All that can be repaired in a folder, and what cannot.
#[derive(Clone, Debug, Default)]
pub struct Fix {
    /// What is mended.
    pub repairs: Vec<Repair>,
    /// What is not touched although it looks as if it could be.
    pub left: Vec<Left>,
    /// The files as they will be, by their paths inside the folder.
    pub files: Vec<(PathBuf, String)>,
}

/// The most characters of a text that are shown.
const SHOWN: usize = 100;

/// What can be repaired in a folder of data.
pub fn of(data: &Path, folder: &Folder) -> Fix {
    let mut fix = Fix::default();
    for file in folder.public() {
        let Some(written) = &file.text else { continue };
        let text = fix.without_mark(file, written);
        let is_crisis = file.path == folder.crisis.path;
        let mended = fix.mend(file, text, is_crisis);
        let is_entry = folder.listings.iter().any(|one| std::ptr::eq(one, file));
        let laid_out = if is_entry { fix.lay_out(file, &mended) } else { mended };
        let path = Path::new(&file.path);
        if laid_out != *written {
            fix.files.push((path.strip_prefix(data).unwrap_or(path).to_owned(), laid_out));
        }
    }
    fix
}

/// Says what would be repaired, and writes it if asked to; whether nothing is
/// left to be written.
pub fn tell(at: &Setting, is_written: bool, out: &mut dyn Write) -> Result<bool> {
    let folder = Folder::read(&at.data)?;
    let fix = of(&at.data, &folder);
    let mut text = fix.told();
    let changes: Vec<Change> = fix.files.iter().map(|(path, text)| Change::of_data(path, text.as_str())).collect();
    let errors = pending::new_errors(&folder, &pending::after(at, &folder, &changes), at.today);
    let is_done = if !errors.is_empty() {
        text += "\nNothing is written: the check would find new errors.\n";
        text += &report::write(&errors, folder.listings.len(), Format::Text)?;
        false
    } else if changes.is_empty() {
        text += "There is nothing that can be repaired safely.\n";
        true
    } else if is_written {
        let written = pending::write(at, &folder, &changes, None)?;
        text += &format!("{} written. Now run the check again.\n", counted(written.files, "file"));
        true
    } else {
        text += &format!("Nothing is written. Add --write to write {}.\n", counted(changes.len(), "file"));
        false
    };
    out.write_all(text.as_bytes())?;
    Ok(is_done)
}

impl Fix {
    /// A file without the mark that some programs put before everything.
    fn without_mark<'t>(&mut self, file: &TextFile, text: &'t str) -> &'t str {
        let Some(rest) = text.strip_prefix('\u{feff}') else { return text };
        self.repairs.push(Repair {
            file: file.path.clone(),
            field: String::new(),
            before: "a byte-order mark before everything".to_owned(),
            after: "none".to_owned(),
            what: "the beginning of the file",
        });
        rest
    }

    /// A file with each of its texts mended.
    fn mend(&mut self, file: &TextFile, text: &str, is_crisis: bool) -> String {
        let mut mended = String::with_capacity(text.len());
        let mut done = 0;
        // What came from elsewhere is kept as it came, to be known again.
        for one in strings(text).into_iter().filter(|one| !one.place.starts_with("imported.")) {
            let field = Field { file: &file.path, place: &one.place };
            self.leave(field, &one.text);
            let (after, what) = repaired(&one.place, &one.text);
            if after == one.text {
                continue;
            }
            if is_crisis {
                let why = "crisis help is changed by people: mend it there, and have two roles look";
                self.left.push(field.left(&one.text, why));
                continue;
            }
            let Ok(spelt) = serde_json::to_string(&after) else { continue };
            mended += text.get(done..one.bytes.start).unwrap_or_default();
            mended += &spelt;
            done = one.bytes.end;
            self.repairs.push(Repair {
                file: file.path.clone(),
                field: one.place.clone(),
                before: one.text.clone(),
                after,
                what,
            });
        }
        mended + text.get(done..).unwrap_or_default()
    }

    /// An entry's file as the command writes it.
    fn lay_out(&mut self, file: &TextFile, text: &str) -> String {
        match layout::laid_out(text) {
            Some(laid_out) if laid_out != text => {
                self.repairs.push(Repair {
                    file: file.path.clone(),
                    field: String::new(),
                    before: "fields in another order, or another layout".to_owned(),
                    after: "the order and layout in which every command writes an entry".to_owned(),
                    what: "the layout",
                });
                laid_out
            }
            _ => text.to_owned(),
        }
    }

    /// Notes what looks as if it could be mended, and could be another fact then.
    fn leave(&mut self, field: Field<'_>, text: &str) {
        let clean = letters::cleaned(text);
        if letters::unseen(&clean).is_some() {
            self.left.push(field.left(text, "without that letter it may read otherwise: type it again"));
        }
        if letters::look_alike(&clean).is_some() {
            self.left.push(field.left(text, "which letter is meant only a person can see: type it again"));
        }
        let is_link = field.place.rsplit('.').next() == Some("web");
        if is_link && text.starts_with("http://") {
            self.left.push(field.left(text, "with https it may not open: try it in a browser"));
        }
        if is_link && text.contains("utm_") {
            self.left.push(field.left(text, "a shorter address may be another page: try it in a browser"));
        }
    }

    /// All of it in words.
    fn told(&self) -> String {
        let mut text = String::new();
        let place = |file: &str, field: &str| match field {
            "" => file.to_owned(),
            field => format!("{file}, {field}"),
        };
        for one in &self.repairs {
            text += &format!("{}: {}\n", one.what, place(&one.file, &one.field));
            text += &format!("    before: {}\n    after:  {}\n", shown(&one.before), shown(&one.after));
        }
        for one in &self.left {
            text += &format!("not touched: {}\n", place(&one.file, &one.field));
            text += &format!("    found: {}\n    {}\n", shown(&one.found), one.why);
        }
        if !self.repairs.is_empty() || !self.left.is_empty() {
            let (repairs, left) = (counted(self.repairs.len(), "repair"), self.left.len());
            text += &format!("{repairs} in {}, {left} left to a person\n", counted(self.files.len(), "file"));
        }
        text
    }
}

/// A field of a file.
#[derive(Clone, Copy)]
struct Field<'a> {
    file: &'a str,
    place: &'a str,
}

impl Field<'_> {
    fn left(self, found: &str, why: &'static str) -> Left {
        Left { file: self.file.to_owned(), field: self.place.to_owned(), found: found.to_owned(), why }
    }
}

/// A text as it is mended, and what of it was.
fn repaired(place: &str, text: &str) -> (String, &'static str) {
    let clean = letters::cleaned(text);
    let is_number = place.ends_with(".number") && place.starts_with("contacts.");
    match phone::grouped(&clean).filter(|_| is_number) {
        Some(grouped) => (grouped, "digits grouped"),
        None if letters::unseen(text).is_some() => (clean, "letters that nobody sees"),
        None => (clean, "spaces and accents"),
    }
}

/// A text in quotes, with what nobody sees made visible.
fn shown(text: &str) -> String {
    let seen: String = text
        .chars()
        .map(|letter| match letter {
            ' ' => " ".to_owned(),
            '\u{301}' | '\u{308}' => letter.to_string(),
            letter if letter.is_whitespace() || letters::unseen(letter.encode_utf8(&mut [0; 4])).is_some() => {
                format!("[U+{:04X}]", u32::from(letter))
            }
            letter => letter.to_string(),
        })
        .collect();
    format!("“{}”", cut(&seen, SHOWN))
}
