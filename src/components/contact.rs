//! Numbers and addresses as links that call, text, write and open.

use super::icon::{Icon, picture};
use super::markup::{Markup, el, link};
use directory::listing::Contacts;

pub use directory::contact::text_words;

/// One way to get in touch: its icon, where it leads, what it says.
struct Door {
    icon: Icon,
    href: String,
    words: String,
}

/// Every way to get in touch, the best one now first: a call, else a text,
/// else the website, else an e-mail.
fn doors(contacts: &Contacts) -> Vec<Door> {
    let mut doors = Vec::new();
    let mut add = |icon, href, words: String, note: &str| {
        let words = if note.is_empty() { words } else { format!("{words} ({note})") };
        doors.push(Door { icon, href, words });
    };
    for number in &contacts.phones {
        add(Icon::Phone, number.call_link(), format!("Call {}", number.shown), &number.note);
    }
    for number in &contacts.texts {
        add(Icon::Text, number.text_link(), text_words(number), &number.note);
    }
    if let Some(web) = &contacts.web {
        add(Icon::External, web.clone(), "Open their website".to_owned(), "");
    }
    for email in &contacts.emails {
        add(Icon::Mail, format!("mailto:{email}"), email.clone(), "");
    }
    doors
}

fn button(class: &'static str, door: Door) -> Markup {
    let words = el("span", "").says(door.words);
    link(class, door.href).with("rel", "noreferrer").holds(picture(door.icon)).holds(words)
}

/// The best way to get in touch now.
pub fn first_contact(contacts: &Contacts) -> Option<Markup> {
    doors(contacts).into_iter().next().map(|door| button("button", door))
}

/// Every way to get in touch, the first one strong.
pub fn all_contacts(contacts: &Contacts) -> Vec<Markup> {
    let class = |at| if at == 0 { "button button--wide" } else { "button button--quiet button--wide" };
    doors(contacts).into_iter().enumerate().map(|(at, door)| button(class(at), door)).collect()
}
