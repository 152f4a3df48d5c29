//! Choosing the files that came back, and what became of each.

use super::base::file_field;
use super::{button, place_of, section};
use crate::components::field::{Field, line};
use crate::components::markup::{Markup, el};
use crate::state::Merging;
use directory::merging::FileRead;

/// The id of the field for the files that came back.
pub const RETURNED: &str = "merge-returned";

/// The field, and each file that was chosen.
pub fn files(merging: &Merging) -> Markup {
    let returned = &merging.returned;
    let words = "Choose the spreadsheets that partners sent back: .xlsx, .ods or .csv. You can choose several.";
    let item = |(at, file): (usize, &crate::state::ReadFile)| {
        let out = button("button button--quiet", format!("merge-drop-{at}"), "Leave it out")
            .holds(el("span", "hidden").says(": ").says(&file.name));
        let told = file.refused.as_ref().map(|why| el("p", "upkeep__note").says(why));
        let sender = returned.needs_sender(at).then(|| sender(merging, at, file));
        el("li", "upkeep__file").holds(el("b", "").says(&file.name)).maybe(told).maybe(sender).holds(out)
    };
    let items: Vec<_> = returned.files.iter().enumerate().map(item).collect();
    let read = returned.merged.iter().flat_map(|merged| &merged.files);
    let notes: Vec<_> = read.filter_map(note).collect();
    let who = (!returned.files.is_empty()).then(|| who(merging));
    section("merge-files", "What came back")
        .holds(el("p", "").says(words))
        .holds(file_field(RETURNED, "Files that came back").with_many(".xlsx,.ods,.csv,.tsv,.txt"))
        .holds(el("ul", "upkeep__list").each(items))
        .holds(el("div", "upkeep__part").each(notes))
        .maybe(who)
}

/// Who sent a file that does not say it.
fn sender(merging: &Merging, at: usize, file: &crate::state::ReadFile) -> Markup {
    let id = format!("merge-sender-{at}");
    let now = file.sender.as_deref().unwrap_or_default();
    let option = |value: &str, words: &str| {
        el("option", "").with("value", value.to_owned()).is("selected", now == value).says(words.to_owned())
    };
    let options = merging.returned.partners.iter().map(|(id, name)| option(id, name)).collect();
    let select = el("select", "field__input")
        .with("id", id.clone())
        .with("name", id.clone())
        .with("aria-describedby", [&id, "-hint"].concat())
        .with("autocomplete", "off")
        .holds(option("", "Not said yet"))
        .each(options);
    let hint = if file.is_form {
        "It was made on the update page, which does not know who fills it in. Only their own entries are taken."
    } else {
        "Its last column is gone, which says it. Only their own entries are taken."
    };
    el("div", "field")
        .holds(el("label", "field__label").with("for", id.clone()).says("Who sent it?"))
        .holds(el("p", "field__hint").with("id", [&id, "-hint"].concat()).says(hint))
        .holds(select)
}

/// What of a file was not understood.
fn note(read: &FileRead) -> Option<Markup> {
    let place = [&place_of(&read.file, &read.sheet), ": "].concat();
    if let Some(why) = &read.refused {
        let how = if read.is_nobodys { " Choose them above, under “Who sent it?”." } else { "" };
        return Some(el("p", "upkeep__note").says(place).says(why).says(how));
    }
    let columns: Vec<_> = read.unread.iter().map(|(letter, words)| [letter, " “", words, "”"].concat()).collect();
    let words = ["these columns were not understood, and nothing of them is taken: ", &columns.join(", "), "."];
    (!columns.is_empty()).then(|| el("p", "upkeep__note").says(place).says(words.concat()))
}

/// The role and the day for rows that are ticked and say none.
fn who(merging: &Merging) -> Markup {
    let by = Field {
        id: "merge-by",
        label: "Role, for rows that are ticked and name none",
        hint: "Only if the partner told you. Such as: team manager. Not a name.",
        wrong: None,
    };
    let on = Field {
        id: "merge-on",
        label: "Day, for rows that are ticked and name none",
        hint: "Such as 3/9/2026.",
        wrong: None,
    };
    el("details", "upkeep__more")
        .holds(el("summary", "").says("A row is ticked, but does not say who looked, or when?"))
        .holds(line(by, &merging.returned.by))
        .holds(line(on, &merging.returned.on))
}
