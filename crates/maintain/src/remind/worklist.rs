//! What the coordinator has to do: to whom to send what, for whom there is no
//! mailbox, for what nobody answers. A line each, with a box to tick on paper.

use std::path::Path;

use directory::Listing;
use directory::guarded;
use directory::listing::Standing;
use directory::partner::NOBODY;
use directory::term::{Share, Term};

use super::letter::{Letter, line};
use super::mail::mailboxes;
use crate::record::entries;

/// How the first line of it begins, by which a folder of reminders is known.
pub(super) const BEGINS: &str = "Reminders of ";

/// The worklist, as lines; `file` is where partners are written down.
pub(super) fn write(site: &str, term: &Term<'_>, file: &Path, letters: &[Letter<'_>]) -> String {
    let file = file.display();
    let mut text = format!("{BEGINS}{}, {}\n", term.today.words(), line(site));
    text += &format!("Term: {}. {}.\n", term.words(), term.tally().words());
    let has_mailbox = |letter: &&Letter<'_>| mailboxes(letter).next().is_some();
    let (ready, unknown): (Vec<_>, Vec<_>) = letters.iter().partition(|letter| has_mailbox(letter));
    text += &group("To send now. Open each file, read it, send it", ready.iter().map(|letter| ready_line(letter)));
    let how = format!("No mailbox is known. Find one, and write it into {file}. What to write is in the file");
    text += &group(&how, unknown.iter().map(|letter| line_of(letter, "", "txt")));
    let nobody = term.owing().filter(|share| share.id == NOBODY).flat_map(Share::owed);
    let how = format!("Nobody answers for these. Find out who does, and name them in {file}");
    text += &group(&how, nobody.map(|entry| named(entry.listing)));
    let needing = letters.iter().flat_map(|letter| letter.share.owed().map(|entry| entry.listing));
    let guarded = needing.filter_map(|one| Some(format!("{}: it is {}", named(one), guarded::why(one)?.words())));
    let how = "A wrong number may cost a life here. The partner must name two roles and the day of a test call. \
        If they cannot, make the call yourselves";
    text += &group(how, guarded);
    let apart = term.shares.iter().flat_map(|share| share.apart.iter().map(|listing| apart_line(listing)));
    text += &group("Shown nowhere until you decide", apart);
    let done = term.answering().count() - term.owing().count();
    text + &format!("\nPartners with nothing left to do: {done}\n")
}

/// Lines below what is to be done about them; nothing where there are none.
fn group(how: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() {
        return String::new();
    }
    let all: String = lines.iter().map(|line| format!("  [ ] {line}\n")).collect();
    format!("\n{how} ({}):\n{all}", lines.len())
}

fn ready_line(letter: &Letter<'_>) -> String {
    let to: Vec<_> = mailboxes(letter).collect();
    line_of(letter, &format!(", {}", to.join(", ")), "eml")
}

fn line_of(letter: &Letter<'_>, to: &str, kind: &str) -> String {
    let which = match letter.number {
        1 => String::new(),
        number => format!(", reminder {number}"),
    };
    let (name, tally) = (line(&letter.partner.name), letter.share.tally());
    format!("{name}{to}: {} of {}{which}. {}.{kind}", tally.owed(), entries(tally.all()), letter.partner.id)
}

/// An entry that is shown nowhere, and why that is.
fn apart_line(listing: &Listing) -> String {
    match &listing.standing {
        Standing::Withdrawn(Some(taken)) => {
            format!("{}: taken out on {}. {}", named(listing), taken.on.words(), line(&taken.reason))
        }
        Standing::Withdrawn(None) => format!("{}: taken out", named(listing)),
        _ => format!("{}: held", named(listing)),
    }
}

fn named(listing: &Listing) -> String {
    format!("{} ({})", line(&listing.name), listing.id)
}
