//! What is written to one partner: short, kind, and one thing to do first.

use directory::Address;
use directory::day::Day;
use directory::guarded;
use directory::listing::Standing;
use directory::partner::Partner;
use directory::sheet::{Column, TICK};
use directory::site::Site;
use directory::term::{Entry, Share, State, Term};

/// The longest link that every mail program follows.
const LONGEST_LINK: usize = 1_500;

/// A reminder to one partner.
#[derive(Clone, Debug)]
pub(super) struct Letter<'a> {
    /// Who is asked.
    pub(super) partner: &'a Partner,
    /// What they answer for, as it stands.
    pub(super) share: &'a Share<'a>,
    /// Which reminder of the term it is: 1 is the first.
    pub(super) number: usize,
    /// What stands above it.
    pub(super) subject: String,
    /// What is written, in plain lines.
    pub(super) text: String,
    /// Where the same can be done in a browser; several where one would be too
    /// long. Empty: the address of the site is not settled.
    pub(super) links: Vec<String>,
}

/// What every letter of a day has in common.
pub(super) struct Occasion<'a> {
    /// Who writes, and where the answer goes.
    pub(super) site: &'a Site,
    /// The term and the day.
    pub(super) term: &'a Term<'a>,
    /// The last day for an answer.
    pub(super) answer_by: Option<Day>,
}

impl<'a> Letter<'a> {
    /// The letter to a partner who was asked on these days before, in this term.
    pub(super) fn new(occasion: &Occasion<'_>, partner: &'a Partner, share: &'a Share<'a>, before: &[Day]) -> Self {
        let site = occasion.site;
        let number = before.len() + 1;
        let owed = share.owed().count();
        let what = if owed == 1 { "your entry".to_owned() } else { format!("your {owed} entries") };
        let again = match number {
            1 => String::new(),
            2 => "Second reminder: ".to_owned(),
            more => format!("Reminder {more}: "),
        };
        let please = if again.is_empty() { "Please" } else { "please" };
        let subject = line(&format!("{again}{please} check {what} in {}", site.name));
        let links = links(site, share);
        let text = text(occasion, partner, share, before, &links);
        Self { partner, share, number, subject, text, links }
    }

    /// The ids of the entries that it asks about.
    pub(super) fn entries(&self) -> impl Iterator<Item = &str> {
        self.share.owed().map(|entry| entry.listing.id.as_str())
    }
}

fn text(occasion: &Occasion<'_>, partner: &Partner, share: &Share<'_>, before: &[Day], links: &[String]) -> String {
    let (site, is_one) = (occasion.site, share.owed().count() == 1);
    let mut text = format!("Hello {},\n\n", line(&partner.name));
    let still = Column::StillRight.label();
    text += &format!("Please open the attached spreadsheet, choose {TICK} under \"{still}\", and send it back.\n\n");
    if let Some(last) = before.last() {
        text += &format!("We asked on {}, and have not taken in an answer yet. ", last.words());
        text += "Have you just sent it? Then thank you, and there is nothing more to do.\n\n";
    }
    text += &format!("- Is all of an entry right? Choose {TICK}, and write your role and the date.\n");
    text += "- Is something wrong? Write what is right over it.\n";
    text += "- Do you not know? Leave the cell as it is.\n\n";
    text += &format!("Your {} in {}:\n\n", if is_one { "entry" } else { "entries" }, line(&site.name));
    for entry in share.owed() {
        text += &format!("- {}: {}\n", line(&entry.listing.name), said(entry));
        if let Some(folder) = site.folder() {
            text += &format!("  {folder}{}\n", Address::Listing(entry.listing.id.clone()).file());
        }
    }
    if !links.is_empty() {
        text += "\nYou can also do it in your browser. The page sends nothing: it makes a file for you to send.\n";
        links.iter().for_each(|link| text += &format!("{link}\n"));
    }
    let to = site
        .email
        .as_deref()
        .map_or_else(|| "Please answer this e-mail".to_owned(), |to| format!("Please send it to {to}"));
    let by = occasion.answer_by.map_or_else(String::new, |day| format!(" by {}", day.words()));
    text += &format!("\n{to}{by}. Thank you for your help.\n\n{}\n", line(&site.publisher));
    text
}

/// What is known of an entry's checks, and what else to say of it.
fn said(entry: &Entry<'_>) -> String {
    let on = entry.listing.checked.as_ref().map(|check| check.on.words()).unwrap_or_default();
    let mut said = match entry.state {
        State::Never => "not checked yet.".to_owned(),
        State::VeryLate => format!("last checked on {on}. Its page tells readers to call first."),
        _ => format!("last checked on {on}."),
    };
    if let Some(guard) = guarded::why(entry.listing) {
        said += &format!(" It is {}: we need a second role and a test call too.", guard.words());
    }
    if let Standing::Doubtful(why) = &entry.listing.standing {
        said += &format!(" We are not sure about it: {}", line(why));
    }
    said
}

/// Where the same can be done in a browser: as few links as are short enough.
fn links(site: &Site, share: &Share<'_>) -> Vec<String> {
    let Some(folder) = site.folder() else { return Vec::new() };
    let page = format!("{folder}update.html#");
    let mut links: Vec<String> = Vec::new();
    for entry in share.owed() {
        let id = entry.listing.id.as_str();
        match links.last_mut() {
            Some(link) if link.len() + id.len() < LONGEST_LINK => link.extend([",", id]),
            _ => links.push(format!("{page}{id}")),
        }
    }
    links
}

/// Words as they may stand on one line of an e-mail or of its head.
pub(super) fn line(words: &str) -> String {
    let plain =
        |letter: char| if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') { ' ' } else { letter };
    words.chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
