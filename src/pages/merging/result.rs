//! The new files, and what to do with them.

use super::{button, section};
use crate::components::markup::{Markup, el};
use crate::state::Merging;

/// The new files of what came back.
pub fn result(merging: &Merging) -> Markup {
    let section = section("merge-result", "The new files");
    let changed = merging.returned.changed();
    let is_settled = merging.returned.merged.as_ref().is_none_or(|merged| merged.is_settled());
    let open = (!is_settled).then(|| {
        let words = "Something above is refused or not decided. It stays as it was. You can save the rest now.";
        el("p", "upkeep__note").says(words)
    });
    if changed.is_empty() {
        return section.maybe(open).holds(el("p", "").with("role", "status").says("No file changes."));
    }
    let said = match changed.len() {
        1 => "1 file changes.".to_owned(),
        count => format!("{count} files change."),
    };
    let item = |record: &&directory::record::ListingRecord| {
        let words = ["Save ", &record.id, ".json"].concat();
        el("li", "").holds(button("button button--quiet", ["merge-save-", &record.id].concat(), words))
    };
    let zip = button("button", "merge-zip".to_owned(), "Save all as one .zip");
    let steps = [
        "Open the .zip. Put the files into the folder data/listings, over those that are there.",
        "Run: waymark record data --write --by coordinator. It notes what changed.",
        "Run: waymark check data. Mend what it says.",
        "Publish as you always do. With the program, run: waymark build data site. Then upload the folder site.",
    ];
    section
        .maybe(open)
        .holds(el("p", "").with("role", "status").says(said))
        .holds(el("p", "upkeep__acts").holds(zip))
        .holds(
            el("details", "upkeep__more")
                .holds(el("summary", "").says("Save them one by one"))
                .holds(el("ul", "upkeep__offered").each(changed.iter().map(item).collect())),
        )
        .holds(el("p", "").holds(el("b", "").says("This changes nothing by itself.")).says(" To publish it:"))
        .holds(el("ol", "").each(steps.map(|words| el("li", "").says(words)).into()))
}
