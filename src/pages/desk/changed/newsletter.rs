//! The text for a newsletter: plain, and as Markdown. It is read only, and can
//! be marked and copied by hand where the button cannot.

use crate::components::markup::{Markup, el};
use crate::state::{Copied, Desk};
use directory::history::{Changes, Newsletter, Style};

/// Both texts, each with a button that copies it.
pub fn newsletter(desk: &Desk, changes: &Changes<'_>) -> Markup {
    let copied = match desk.copied {
        None => "",
        Some(Copied::Taken) => "Copied. You can paste it where you need it.",
        Some(Copied::Marked) => "This browser does not let us copy. The text is marked: press Ctrl and C.",
    };
    let text = |style| Newsletter::new(&desk.directory, changes, style).write();
    el("section", "changed__newsletter")
        .with("aria-labelledby", "newsletter")
        .holds(el("h2", "").with("id", "newsletter").says("Copy for a newsletter"))
        .holds(el("p", "").says("Read it through first. It says what this page says."))
        .holds(field("newsletter-text", "Plain text", "copy-newsletter-text", "Copy the plain text", text(Style::Text)))
        .holds(el("details", "").holds(el("summary", "changed__more").says("The same as Markdown")).holds(field(
            "newsletter-markdown",
            "Markdown",
            "copy-newsletter-markdown",
            "Copy the Markdown",
            text(Style::Markdown),
        )))
        .holds(el("p", "changed__status").with("role", "status").says(copied))
}

fn field(id: &'static str, label: &'static str, action: &'static str, button: &'static str, text: String) -> Markup {
    let area = el("textarea", "changed__text")
        .with("id", id)
        .with("rows", "8")
        .with("readonly", "")
        .with("spellcheck", "false")
        .says(text);
    let button =
        el("button", "button button--quiet needs-app").with("type", "button").with("data-do", action).says(button);
    el("div", "changed__copy").holds(el("label", "").with("for", id).says(label)).holds(area).holds(button)
}
