//! What changed, ready to be pasted into a newsletter: as plain text, or as
//! Markdown. Both hold every entry of every group, once; only of many checks
//! they give the number alone.

use super::{Changes, Item, What};
use crate::address::Address;
use crate::catalogue::Directory;
use crate::listing::{Standing, Successor};

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Lines that any program takes.
    Text,
    /// Headings, lists and links.
    Markdown,
}

/// The most entries that are named for their check alone: a coordinator who
/// checks all of them every term would fill the newsletter with nothing else.
const MOST_CHECKED: usize = 20;

/// What changed in a directory, as something to be pasted.
#[derive(Clone, Debug)]
pub struct Newsletter<'a> {
    directory: &'a Directory,
    changes: &'a Changes<'a>,
    style: Style,
    /// The folder of the site, where its address is settled.
    folder: Option<String>,
    /// Whether it was found by comparing, so that nothing can be missing.
    is_whole: bool,
}

impl<'a> Newsletter<'a> {
    /// Some changes of this directory.
    pub fn new(directory: &'a Directory, changes: &'a Changes<'a>, style: Style) -> Self {
        Self { directory, changes, style, folder: directory.site.folder(), is_whole: false }
    }

    /// The same, of changes that were found by comparing: nothing before the
    /// first of them is missing.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// The whole text, with a line break at its end.
    pub fn write(&self) -> String {
        let site = &self.directory.site;
        let period = self.changes.period.words();
        let title = format!("What changed in {}, {period}", self.said(&site.name));
        let mut written = self.heading("##", &title);
        for (what, items) in &self.changes.groups {
            written.push('\n');
            written += &self.heading("###", &format!("{} ({})", what.label(), items.len()));
            written += if self.style == Style::Markdown { "\n" } else { "" };
            if *what == What::Checked && items.len() > MOST_CHECKED {
                written += "- The page of each says when it was checked\n";
                continue;
            }
            for item in items {
                written += &format!("- {}\n", self.line(*what, item));
            }
        }
        if self.changes.groups.is_empty() {
            written += &format!("\nNothing was recorded as changed {period}.\n");
        }
        let first = self.directory.history.first_day();
        if let Some(first) = first.filter(|first| !self.is_whole && *first > self.changes.period.from) {
            written += &format!("\nWhat changed before {} is not told here.\n", first.words());
        }
        if let Some(trial) = site.trial_words() {
            written += &format!("\n{}\n", self.said(&trial));
        }
        written
    }

    fn heading(&self, sign: &str, words: &str) -> String {
        match self.style {
            Style::Text => format!("{words}\n"),
            Style::Markdown => format!("{sign} {words}\n"),
        }
    }

    fn line(&self, what: What, item: &Item<'_>) -> String {
        let on = item.on.words();
        let name = self.name(item);
        let said = match what {
            What::Renamed => match item.was {
                Some(was) => format!("{name}, which was called {}", self.said(was)),
                None => format!("{name} has a new name"),
            },
            What::Changed => {
                let words: Vec<_> =
                    item.fields.iter().filter(|field| !field.is_keeping()).map(|field| field.words()).collect();
                format!("{name}: {}", words.join(", "))
            }
            What::Closed => format!("{name} has closed. {}", self.instead(item)),
            What::Checked => {
                let check = item.listing.checked.as_ref();
                let on = check.map(|check| format!(" on {}", check.on.words())).unwrap_or_default();
                let by = check.map(|check| format!(" by {}", self.said(&check.by))).unwrap_or_default();
                format!("{name}, checked{on}{by}")
            }
            What::Reopened => format!("{name} is listed again"),
            What::New => format!("{name}. {}", self.said(&item.listing.summary)),
            What::Withdrawn => match &item.listing.standing {
                Standing::Withdrawn(Some(withdrawal)) => format!("{name}. {}", self.said(&withdrawal.reason)),
                _ => name,
            },
            What::Gathered => name,
        };
        let link = match (self.style, self.link(item)) {
            (Style::Text, Some(link)) => format!("\n  {link}"),
            _ => String::new(),
        };
        let on = if what == What::Checked { String::new() } else { format!(" ({on})") };
        [said, on, link].concat()
    }

    /// What to use instead of an entry that has closed.
    fn instead(&self, item: &Item<'_>) -> String {
        match (self.directory.successor(item.listing), &item.listing.standing) {
            (Some(next), _) if next.standing.is_listed() => format!("Use {} instead", self.said(&next.name)),
            (None, Standing::Ended(Successor::NoneKnown)) => "We know of nothing that replaced it".to_owned(),
            _ => "Ask what replaced it".to_owned(),
        }
    }

    fn name(&self, item: &Item<'_>) -> String {
        let name = self.said(&item.listing.name);
        match (self.style, self.link(item)) {
            (Style::Markdown, Some(link)) => format!("[{name}]({link})"),
            _ => name,
        }
    }

    /// The page of an entry for school staff, where the site has an address.
    fn link(&self, item: &Item<'_>) -> Option<String> {
        let file = Address::StaffListing(item.listing.id.clone()).file();
        self.folder.as_ref().map(|folder| [folder.as_str(), &file].concat())
    }

    /// Words of the data: one line, in which no sign means anything to
    /// Markdown.
    fn said(&self, words: &str) -> String {
        let mut said = String::with_capacity(words.len());
        for sign in words.split_whitespace().collect::<Vec<_>>().join(" ").chars().filter(|sign| !sign.is_control()) {
            if self.style == Style::Markdown && "\\`*_{}[]<>#|~!&".contains(sign) {
                said.push('\\');
            }
            said.push(sign);
        }
        said
    }
}
