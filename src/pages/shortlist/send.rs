//! Ways to send a list: its link, to copy, to share, to write, to scan. They are
//! plain links that open the reader's own apps; this page sends nothing itself.

use super::{button, section};
use crate::components::markup::{Markup, el, link};
use crate::components::qr::qr;
use crate::state::{Copied, OpenList};
use directory::contact::percent_encoded;

/// The id of the field with the link.
pub const FIELD: &str = "list-link";

/// What a message says before the link; it names no place and no worry.
pub fn message(list: &OpenList) -> String {
    ["Some places that may help, from ", &list.directory.site.name, ":"].concat()
}

/// What a message is called.
pub fn subject(list: &OpenList) -> String {
    ["Places that may help, from ", &list.directory.site.name].concat()
}

/// All ways to send the list on show.
pub fn send(list: &OpenList) -> Markup {
    let address = list.link();
    let field = el("textarea", "list__link-field")
        .with("id", FIELD)
        .with("rows", "2")
        .with("readonly", "")
        .with("spellcheck", "false")
        .says(&address);
    let copied = match list.copied {
        None => "",
        Some(Copied::Taken) => "Copied. You can paste it where you need it.",
        Some(Copied::Marked) => "This browser does not let us copy. The link is marked: press Ctrl and C.",
    };
    let copy = button("button", "list-copy".to_owned(), "Copy the link");
    let share = list.can_share.then(|| button("button button--quiet", "list-share".to_owned(), "Share with an app"));
    let code = qr(&address, "QR code of the link to this list".to_owned()).map(|code| {
        let words = "Or let somebody point their phone’s camera at this code. It holds the same link.";
        el("div", "list__code").holds(code).holds(el("p", "").says(words))
    });
    let warn = "Whoever opens the link sees this list. So does anyone who sees the message, or the phone. ";
    section("list-send", "Send this list")
        .holds(el("p", "list__note").says(warn).says("Your notes are not in it."))
        .holds(el("label", "").with("for", FIELD).says("The link to this list"))
        .holds(field)
        .holds(el("p", "list__ways").holds(copy).maybe(share).each(apps(list, &address)))
        .holds(el("p", "list__said").with("role", "status").says(copied))
        .maybe(code)
}

/// Links that open an app with the message written.
fn apps(list: &OpenList, address: &str) -> Vec<Markup> {
    let text = percent_encoded(&[&message(list), " ", address].concat());
    let subject = percent_encoded(&subject(list));
    // In a window of its own: here it would take the place of this page, and the
    // list would be gone.
    let whatsapp = link("button button--quiet", ["https://wa.me/?text=", &text].concat())
        .with("target", "_blank")
        .with("rel", "noreferrer noopener")
        .says("WhatsApp");
    vec![
        whatsapp,
        link("button button--quiet", ["sms:?&body=", &text].concat()).says("Text message"),
        link("button button--quiet", ["mailto:?subject=", &subject, "&body=", &text].concat()).says("E-mail"),
    ]
}
