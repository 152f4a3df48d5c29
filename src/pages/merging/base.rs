//! The entries to work on: those that are published, or the coordinator's own
//! files.

use super::{button, section};
use crate::components::markup::{Markup, el};
use crate::state::Merging;

/// The id of the field for single files of entries.
pub const FILES: &str = "merge-own-files";
/// The id of the field for the folder of the data.
pub const FOLDER: &str = "merge-own-folder";

/// What is worked on, and how to choose other data.
pub fn base(merging: &Merging) -> Markup {
    let section = section("merge-base", "The data to work on");
    let published = merging.directory.made.map_or_else(
        || "You work on what is published here.".to_owned(),
        |day| format!("You work on what is published here, made on {}.", day.words()),
    );
    let section =
        match merging.base.own() {
            None => section.holds(el("p", "").says(published)).holds(el("p", "upkeep__note").says(
                "Has anybody changed the data since? Then choose your own folder. Else their change would be lost.",
            )),
            Some(own) => {
                let also = match (own.has_partners, own.sent) {
                    (false, 0) => " Who answers for what is not among them: each entry counts as its provider’s.",
                    (false, _) => " Who answers for what is not among them. What was sent out is.",
                    (true, _) => " Who answers for what is among them.",
                };
                let words = format!("You work on your own files: {} entries.{also}", own.count);
                let refused = |(path, why): &(String, String)| {
                    el("li", "").holds(el("b", "").says(path.clone()).says(": ")).says(why.clone())
                };
                let list = (!own.refused.is_empty()).then(|| {
                    el("div", "upkeep__note")
                        .holds(el("p", "").says("These files are left out. Nothing is written over them:"))
                        .holds(el("ul", "").each(own.refused.iter().map(refused).collect()))
                });
                let back =
                    button("button button--quiet", "merge-published".to_owned(), "Work on what is published instead");
                section.holds(el("p", "").says(words)).maybe(list).holds(el("p", "").holds(back))
            }
        };
    let words = "The files are read in this page. They are sent nowhere.";
    section.holds(el("p", "").says(words)).holds(
        el("div", "upkeep__files")
            .holds(file_field(FOLDER, "Your folder of data, or the one that holds it and its partners").with_folder())
            .holds(file_field(FILES, "Or single entries (.json)").with_many(".json")),
    )
}

/// A field for files, with its label.
pub fn file_field(id: &'static str, label: &'static str) -> FileField {
    FileField { id, label }
}

/// A field for files that is being made.
pub struct FileField {
    id: &'static str,
    label: &'static str,
}

impl FileField {
    /// For one folder.
    pub fn with_folder(self) -> Markup {
        self.around(|field| field.with("webkitdirectory", "").with("multiple", ""))
    }

    /// For any number of files of these kinds.
    pub fn with_many(self, kinds: &'static str) -> Markup {
        self.around(|field| field.with("multiple", "").with("accept", kinds))
    }

    fn around(self, kind: impl FnOnce(Markup) -> Markup) -> Markup {
        let field = el("input", "field__file").with("type", "file").with("id", self.id);
        el("div", "field").holds(el("label", "field__label").with("for", self.id).says(self.label)).holds(kind(field))
    }
}
