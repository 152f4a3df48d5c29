//! The crisis block: help for now, above everything else.

use super::contact::text_words;
use super::icon::{Icon, Picture};
use directory::crisis::{Crisis, Route};
use leptos::prelude::*;

/// What else a pinned block has to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CrisisNotes {
    /// Somebody may be watching this phone.
    pub is_watched: bool,
    /// Help that comes through a team that already knows the child.
    pub is_risk_support: bool,
}

/// Help now: every route of the block, with its call or text.
#[component]
pub fn CrisisBlock<'a>(
    /// The one place of crisis numbers.
    crisis: &'a Crisis,
    /// What else to say.
    notes: CrisisNotes,
) -> impl IntoView + use<> {
    let routes = crisis.block().map(|route| view! { <CrisisRoute route/> }).collect_view();
    let watched = "If someone may see this phone, use another one.";
    let risk = "This help usually comes through a team that already knows your child.";
    view! {
        <section class="crisis" aria-labelledby="crisis-title">
            <h2 class="crisis__title" id="crisis-title">"Get help now"</h2>
            {notes.is_watched.then(|| view! { <p class="crisis__note"><b>{watched}</b></p> })}
            <ul class="crisis__routes">{routes}</ul>
            {notes.is_risk_support.then(|| view! { <p class="crisis__note">{risk}</p> })}
            <p class="crisis__note"><a class="link" href="urgent.html">"All urgent help"</a></p>
        </section>
    }
}

/// One route: what it is for, and its call or text.
#[component]
pub fn CrisisRoute<'a>(
    /// Which route.
    route: &'a Route,
) -> impl IntoView + use<> {
    let contacts = &route.contacts;
    let calls =
        contacts.phones.iter().map(|number| (Icon::Phone, number.call_link(), format!("Call {}", number.shown)));
    let texts = contacts.texts.iter().map(|number| (Icon::Text, number.text_link(), text_words(number)));
    let draw = |(icon, href, words): (Icon, String, String)| {
        view! { <a class="button button--danger crisis__call" href=href><Picture icon/>{words}</a> }
    };
    let buttons = calls.chain(texts).map(draw).collect_view();
    let web = contacts
        .web
        .clone()
        .map(|web| view! { <a class="link" href=web rel="noreferrer">"Website of "{route.name.clone()}</a> });
    let hours = route.hours.clone().map(|hours| format!(" {hours}."));
    view! {
        <li class="crisis__route">
            <div>
                <p class="crisis__when">{route.name.clone()}</p>
                <p class="crisis__how">{route.says.clone()}{hours}</p>
                {web}
            </div>
            {buttons}
        </li>
    }
}
