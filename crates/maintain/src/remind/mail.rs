//! A letter as an e-mail that waits to be sent (`.eml`).
//!
//! A mail program opens it as a draft: a person reads it and sends it. The same
//! letter makes the same bytes on any machine and at any hour, so that nothing
//! of the machine is in it.

use std::fmt::Write;

use anyhow::{Context, Result};
use directory::contact::is_email;
use directory::day::Day;
use directory::finding::Findings;
use directory::site::Site;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::date::Date;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use sha2::{Digest, Sha256};

use super::letter::{Letter, line};

/// A spreadsheet that goes along.
pub(super) struct Attached {
    /// What its file is called.
    pub(super) name: String,
    /// What it is, as mail programs call it.
    pub(super) of_type: &'static str,
    /// What stands in it.
    pub(super) bytes: Vec<u8>,
}

/// The e-mail of a letter to its partner's mailboxes and to nobody else.
pub(super) fn write(letter: &Letter<'_>, site: &Site, today: Day, attached: &Attached) -> Result<Vec<u8>> {
    let name = line(&letter.partner.name);
    let to: Vec<_> = mailboxes(letter).map(|mailbox| Address::new_address(Some(name.clone()), mailbox)).collect();
    let mark = mark(letter, today);
    let file = MimePart::new(attached.of_type, attached.bytes.as_slice()).attachment(attached.name.as_str());
    let parts = vec![MimePart::new("text/plain", letter.text.as_str()), file];
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("=_{mark}"));
    let mut message = MessageBuilder::new()
        .header("X-Unsent", Raw::new("1"))
        .message_id(format!("{mark}@{}", host(site)))
        .date(Date::new(noon(today).context("a day before 1970 is no day for an e-mail")?))
        .to(Address::new_list(to))
        .subject(letter.subject.clone())
        .body(MimePart::new(kind, parts));
    if let Some(email) = site.email.as_deref() {
        message = message.from(Address::new_address(Some(line(&site.name)), email));
    }
    message.write_to_vec().context("the e-mail could not be written")
}

/// The mailboxes of a letter's partner that plainly are some.
pub(super) fn mailboxes<'a>(letter: &'a Letter<'_>) -> impl Iterator<Item = &'a str> {
    let all = letter.partner.mailboxes.iter().map(String::as_str);
    all.filter(|mailbox| is_email(mailbox, "", &mut Findings::default()))
}

/// Letters that stand for this letter alone, so that a corrected one is another
/// to every mail program.
fn mark(letter: &Letter<'_>, today: Day) -> String {
    let all = [letter.partner.id.as_str(), &today.iso(), &letter.subject, &letter.text].join("\n");
    Sha256::digest(all).iter().take(12).fold("waymark-".to_owned(), |mut mark, byte| {
        // Writing to a string cannot fail.
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}

/// The host of the publisher's mailbox; a name that is kept free, without one.
fn host(site: &Site) -> &str {
    site.email.as_deref().and_then(|email| email.split_once('@')).map_or("reminder.invalid", |(_, host)| host)
}

/// Noon of a day in seconds since 1970.
fn noon(day: Day) -> Option<i64> {
    let days = Day::of(1970, 1, 1)?.days_until(day);
    (days >= 0).then(|| i64::from(days) * 86_400 + 43_200)
}
