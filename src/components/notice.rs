//! Something that the reader should know about this page.

use directory::filters::Dropped;
use leptos::prelude::*;

/// What kind of notice it is; the default only informs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// It informs.
    #[default]
    Plain,
    /// It warns.
    Warn,
    /// It speaks of doubt.
    Doubt,
    /// It speaks of something that is closed.
    Closed,
    /// It speaks of safeguarding.
    Safety,
}

/// A heading and its sentences, set apart.
#[component]
pub fn Notice(
    /// What kind of notice.
    #[prop(optional)]
    tone: Tone,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Its sentences.
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Plain => "notice",
        Tone::Warn => "notice notice--warn",
        Tone::Doubt => "notice notice--doubt",
        Tone::Closed => "notice notice--closed",
        Tone::Safety => "notice notice--safety",
    };
    view! { <div class=class><h2 class="notice__title">{title}</h2>{children()}</div> }
}

/// What of a link was not understood: nothing of it was read as "all".
#[component]
pub fn NotUnderstood(
    /// The parts that were dropped.
    dropped: Vec<Dropped>,
) -> impl IntoView {
    let part = |one: Dropped| match one.value.is_empty() {
        true => one.key,
        false if one.key.is_empty() => one.value,
        false => format!("{}: {}", one.key, one.value),
    };
    let parts = dropped.into_iter().map(part).map(|part| view! { <li>{part}</li> }).collect_view();
    view! {
        <Notice tone=Tone::Warn title="Part of this link no longer works">
            <p>"We left this out. Everything else in the link is used."</p>
            <ul>{parts}</ul>
        </Notice>
    }
}

/// The line that stands above everything for staff.
#[component]
pub fn Safeguarding() -> impl IntoView {
    view! {
        <Notice tone=Tone::Safety title="Worried a child is being harmed?">
            <p>
                <b>"Tell your DSL or deputy now. Do not wait and do not refer through this directory."</b>
                " If you cannot reach them, call children's social care yourself. Danger now: "<a href="tel:999">"999"</a>"."
            </p>
            <p>"Concern about a colleague: your headteacher; about the head: the chair of governors or the LADO."</p>
        </Notice>
    }
}
