//! Taking away what was said: a file to send back, or a text for a message. The
//! page itself sends nothing.

use super::{button, section};
use crate::components::markup::{Markup, el, link};
use crate::state::{Copied, Edited, Update};
use directory::contact::percent_encoded;
use directory::sheet::Column;

/// The id of the field with the text.
pub const MAIL: &str = "update-text";

/// The longest address that e-mail programs take without cutting it.
const LONGEST_LINK: usize = 1800;

/// What the file is called.
pub fn file_name(update: &Update) -> String {
    ["entries-", &update.directory.today.iso(), ".xlsx"].concat()
}

/// What a message is called.
pub fn subject(update: &Update) -> String {
    ["Our entries in ", &update.directory.site.name].concat()
}

/// All that was said, as a text that a person reads.
pub fn message(update: &Update) -> String {
    let who = &update.who;
    let mut text = ["Checked by: ", &who.role, "\nChecked on: ", &who.on, "\nHow: ", &who.means, "\n"].concat();
    for one in update.told() {
        text.push_str(&["\n", &one.record.name, " (", &one.record.id, ")\n"].concat());
        text.push_str(if one.is_right { "Still right: yes\n" } else { "Still right: not said\n" });
        for fact in one.changed() {
            let shown = |text: &str| match text.trim() {
                "" => "not known".to_owned(),
                text => text.replace('\n', "; "),
            };
            let parts = [fact.column.label(), "\n  now: ", &shown(&fact.before), "\n  new: ", &shown(&fact.now), "\n"];
            text.push_str(&parts.concat());
        }
        for (column, words) in
            [(Column::SecondRole, &one.second), (Column::CalledOn, &one.called_on), (Column::Note, &one.note)]
        {
            if !words.trim().is_empty() {
                text.push_str(&[column.label(), ": ", words.trim(), "\n"].concat());
            }
        }
    }
    text
}

/// Everything for taking it away; what must be put right first.
pub fn save(update: &Update) -> Markup {
    let section = section("update-save-title", "Save it and send it back");
    let told: Vec<_> = update.told().collect();
    if told.is_empty() {
        let words = "Nothing is said yet. Press “Everything is still right” at an entry, or change what is wrong.";
        return section.holds(el("p", "").says(words));
    }
    let wrong = update.wrong();
    let section = section.holds(el("p", "upkeep__sum").says(sum(&told)));
    if !wrong.is_empty() {
        let item = |(field, says): (String, String)| {
            let to = link("link", [&directory::Address::Update.file(), "#", &field].concat());
            el("li", "").holds(to.with("data-do", ["update-goto:", &field].concat()).says(says))
        };
        let items = wrong.into_iter().map(item).collect();
        return section
            .holds(el("p", "").says("Before you save, put these right:"))
            .holds(el("ul", "upkeep__todo").each(items));
    }
    let save = button("button", "update-save".to_owned(), "Save the file");
    let to = match &update.directory.site.email {
        Some(email) => el("p", "").says("Then send it to ").holds(link("", ["mailto:", email].concat()).says(email)),
        None => el("p", "").says("Then send it to whoever asked you."),
    };
    section
        .holds(el("p", "").says("The file is a spreadsheet. You can open it and look before you send it."))
        .holds(el("p", "upkeep__acts").holds(save))
        .holds(to)
        .holds(text(update))
}

fn sum(told: &[&Edited]) -> String {
    let right = told.iter().filter(|one| one.is_right).count();
    let changed = told.iter().filter(|one| one.changed().next().is_some()).count();
    let of = |count: usize| if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
    format!("Still right: {}. With changes: {}.", of(right), of(changed))
}

/// The same as a text: for whoever cannot attach a file.
fn text(update: &Update) -> Markup {
    let message = message(update);
    let copied = match update.copied {
        None => "",
        Some(Copied::Taken) => "Copied. You can paste it into a message.",
        Some(Copied::Marked) => "This browser does not let us copy. The text is marked: press Ctrl and C.",
    };
    let to = update.directory.site.email.as_deref().unwrap_or_default();
    let address =
        ["mailto:", to, "?subject=", &percent_encoded(&subject(update)), "&body=", &percent_encoded(&message)];
    let address = address.concat();
    let mail = match address.len() <= LONGEST_LINK {
        true => link("button button--quiet", address).says("Write an e-mail with it"),
        false => el("p", "").says("It is too long for a link to your e-mail. Copy it instead."),
    };
    let share =
        update.can_share.then(|| button("button button--quiet", "update-share".to_owned(), "Share with an app"));
    let field = el("textarea", "field__input")
        .with("id", MAIL)
        .with("rows", "8")
        .with("readonly", "")
        .with("spellcheck", "false")
        .now("value", &message);
    el("details", "upkeep__more")
        .holds(el("summary", "").says("No way to send a file? Send it as a text"))
        .holds(el("label", "field__label").with("for", MAIL).says("The text"))
        .holds(field)
        .holds(
            el("p", "upkeep__acts")
                .holds(button("button button--quiet", "update-copy".to_owned(), "Copy the text"))
                .holds(mail)
                .maybe(share),
        )
        .holds(el("p", "").with("role", "status").says(copied))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::update_of_tests;

    #[test]
    fn the_text_says_what_was_and_what_will_be() {
        let mut update = update_of_tests();
        update.open("moon,next");
        update.write("update-0-phones", "01632 960002");
        update.press("right-1");
        let text = message(&update);
        assert!(text.contains("The moon (moon)\nStill right: not said\n"), "{text}");
        assert!(text.contains("\n  now: 01632 960001\n  new: 01632 960002\n"), "{text}");
        assert!(text.contains("The next (next)\nStill right: yes\n"), "{text}");
    }
}
