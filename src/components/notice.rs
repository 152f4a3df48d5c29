//! Something that the reader should know about this page.

use super::markup::{Markup, el, link};
use directory::filters::Dropped;

/// What kind of notice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It warns.
    Warn,
    /// It speaks of doubt.
    Doubt,
    /// It speaks of something that is closed.
    Closed,
    /// It speaks of safeguarding.
    Safety,
}

/// A heading, set apart; its sentences are held by whoever asks for it.
pub fn notice(tone: Tone, title: &'static str) -> Markup {
    let class = match tone {
        Tone::Warn => "notice notice--warn",
        Tone::Doubt => "notice notice--doubt",
        Tone::Closed => "notice notice--closed",
        Tone::Safety => "notice notice--safety",
    };
    el("div", class).holds(el("h2", "notice__title").says(title))
}

/// What of a link was not understood: nothing of it was read as "all".
pub fn not_understood(dropped: &[Dropped]) -> Option<Markup> {
    let part = |one: &Dropped| match (one.key.is_empty(), one.value.is_empty()) {
        (_, true) => one.key.clone(),
        (true, _) => one.value.clone(),
        _ => format!("{}: {}", one.key, one.value),
    };
    let parts: Vec<_> = dropped.iter().map(part).map(|part| el("li", "").says(part)).collect();
    (!parts.is_empty()).then(|| {
        notice(Tone::Warn, "Part of this link no longer works")
            .holds(el("p", "").says("We left this out. Everything else in the link is used."))
            .holds(el("ul", "").each(parts))
    })
}

/// The line that stands above everything for staff.
pub fn safeguarding() -> Markup {
    let first = "Tell your DSL or deputy now. Do not wait and do not refer through this directory.";
    let then = el("p", "")
        .holds(el("b", "").says(first))
        .says(" If you cannot reach them, call children's social care yourself. Danger now: ")
        .holds(link("", "tel:999").says("999"))
        .says(".");
    let colleague = "Concern about a colleague: your headteacher; about the head: the chair of governors or the LADO.";
    notice(Tone::Safety, "Worried a child is being harmed?").holds(then).holds(el("p", "").says(colleague))
}
