//! Numbers and addresses as links that call, text, write and open.

use super::icon::{Icon, Picture};
use directory::listing::{Contacts, Number};
use leptos::prelude::*;

/// The words of a text: "Text SHOUT to 85258".
pub fn text_words(number: &Number) -> String {
    match &number.word {
        Some(word) => format!("Text {word} to {}", number.shown),
        None => format!("Text {}", number.shown),
    }
}

/// The best way to get in touch now: a call, else a text, else the website.
#[component]
pub fn FirstContact(
    /// All that is known.
    contacts: Contacts,
) -> impl IntoView {
    let call = contacts.phones.into_iter().next();
    let text = contacts.texts.into_iter().next();
    match (call, text, contacts.web, contacts.emails.into_iter().next()) {
        (Some(number), ..) => {
            let href = number.call_link();
            view! { <a class="button" href=href><Picture icon=Icon::Phone/>"Call "{number.shown}</a> }.into_any()
        }
        (_, Some(number), ..) => {
            let (href, words) = (number.text_link(), text_words(&number));
            view! { <a class="button" href=href><Picture icon=Icon::Text/>{words}</a> }.into_any()
        }
        (_, _, Some(web), _) => {
            view! { <a class="button" href=web rel="noreferrer"><Picture icon=Icon::External/>"Open their website"</a> }
                .into_any()
        }
        (.., Some(email)) => {
            let href = format!("mailto:{email}");
            view! { <a class="button" href=href><Picture icon=Icon::Mail/>"Write an e-mail"</a> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Every way to get in touch, the first one strong.
#[component]
pub fn AllContacts(
    /// All that is known.
    contacts: Contacts,
) -> impl IntoView {
    let note = |number: &Number| (!number.note.is_empty()).then(|| format!(" ({})", number.note));
    let calls = contacts
        .phones
        .into_iter()
        .map(|number| (Icon::Phone, number.call_link(), format!("Call {}", number.shown), note(&number)));
    let texts =
        contacts.texts.into_iter().map(|number| (Icon::Text, number.text_link(), text_words(&number), note(&number)));
    let mails = contacts.emails.into_iter().map(|email| (Icon::Mail, format!("mailto:{email}"), email, None));
    let web = contacts.web.into_iter().map(|web| (Icon::External, web.clone(), "Open their website".to_owned(), None));
    let draw = |(at, (icon, href, words, note)): (usize, (Icon, String, String, Option<String>))| {
        let class = if at == 0 { "button button--wide" } else { "button button--quiet button--wide" };
        view! { <a class=class href=href rel="noreferrer"><Picture icon/><span>{words}{note}</span></a> }
    };
    calls.chain(texts).chain(web).chain(mails).enumerate().map(draw).collect_view()
}
