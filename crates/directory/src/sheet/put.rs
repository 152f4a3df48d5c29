//! From a cell back into an entry.
//!
//! What a cell says is taken as a whole or refused as a whole; nothing is cut,
//! guessed or half understood.

use super::chosen::{self, NATIONAL_SLUG};
use super::held::{Slot, slot};
use super::words::{LONGEST, Refusal, is_clear, is_nothing, lines, parts, plain};
use super::{Cells, Column, age, course, number, opening, own};
use crate::closed::Closed;
use crate::contact::{is_email, is_web_address};
use crate::day::typed;
use crate::finding::Findings;
use crate::person::{self, reached};
use crate::record::ListingRecord;
use crate::site::Site;
use crate::vocabulary::Kind;

impl Column {
    /// Puts what a cell says into an entry. A cell that says nothing, or what
    /// stands there already, changes nothing; one that is refused neither.
    pub fn put(self, record: &mut ListingRecord, text: &str, site: &Site) -> Result<(), Refusal> {
        if is_nothing(text) || plain(text) == plain(&self.cell(record, site)) {
            return Ok(());
        }
        if text.chars().nth(LONGEST).is_some() {
            return Err(Refusal::new(format!("This is longer than {LONGEST} letters. Write it shorter.")));
        }
        self.allowed(record)?;
        // What is refused half way leaves no trace.
        let mut changed = record.clone();
        if is_clear(text) {
            self.clear(&mut changed)?;
        } else {
            self.take(&mut changed, text, site)?;
            self.names_nobody(record, &changed, text, site)?;
        }
        *record = changed;
        Ok(())
    }

    /// Whether an entry may be changed in this column at all.
    fn allowed(self, record: &ListingRecord) -> Result<(), Refusal> {
        let kind = Kind::from_slug(&record.kind);
        if matches!(self.kind(), Cells::Locked | Cells::Marks) {
            return Err(Refusal::new("This column is for you to see. Write the change into the note."));
        }
        if !self.is_fact() {
            return Err(Refusal::new("This column says who checked the entry, and holds no fact of it."));
        }
        if kind.is_some_and(|kind| !self.is_for(kind)) {
            return Err(Refusal::new(format!("“{}” is not for an entry of this kind. Leave it empty.", self.label())));
        }
        let is_number = matches!(self, Self::Phones | Self::Texts | Self::Emails | Self::Web);
        if is_number && record.crisis.is_some() {
            return Err(Refusal::new(
                "The numbers of urgent help are kept in one place of their own. Tell us at once, and write it into the note.",
            ));
        }
        Ok(())
    }

    /// Whether a cell names no person beside a number, as it is now. What it said
    /// before was looked at before.
    fn names_nobody(
        self,
        before: &ListingRecord,
        after: &ListingRecord,
        text: &str,
        site: &Site,
    ) -> Result<(), Refusal> {
        let cell = self.cell(before, site);
        let mut own = person::names_of(after);
        own.push(&cell);
        let notes = match self {
            Self::Phones => after.contacts.phones.as_slice(),
            Self::Texts => after.contacts.texts.as_slice(),
            _ => &[],
        };
        let is_named = notes.iter().any(|one| reached::in_note(&one.note, &own, &|_, _| false).is_some())
            || lines(text).iter().any(|line| reached::in_text(line, &own, &|_, _| false).is_some());
        if is_named { Err(Refusal::new(reached::REMEDY)) } else { Ok(()) }
    }

    fn take(self, record: &mut ListingRecord, text: &str, site: &Site) -> Result<(), Refusal> {
        match slot(self, record) {
            Some(Slot::Words(slot)) => *slot = plain(text),
            Some(Slot::Maybe(slot)) => *slot = Some(self.words(text)?),
            Some(Slot::Lines(slot)) => *slot = self.several_texts(text)?,
            Some(Slot::MaybeLines(slot)) => *slot = Some(self.several_texts(text)?),
            Some(Slot::Slugs(slot)) => *slot = self.slugs(text, slot, site)?,
            Some(Slot::MaybeSlugs(slot)) => {
                *slot = Some(self.slugs(text, slot.as_deref().unwrap_or_default(), site)?);
            }
            None => self.take_own(record, text, site)?,
        }
        own::after(self, record)
    }

    fn words(self, text: &str) -> Result<String, Refusal> {
        let text = plain(text);
        let day = |text: &str| {
            typed::day_or_month(text).map(|day| day.iso()).ok_or_else(|| {
                Refusal::new(
                    "This is no date that we understand. Write the day, the month and the year, as 3 September 2026.",
                )
            })
        };
        match self {
            Self::Web => web(&text),
            _ if self.kind() == Cells::Day => day(&text),
            _ => Ok(text),
        }
    }

    fn several_texts(self, text: &str) -> Result<Vec<String>, Refusal> {
        match self {
            Self::Emails => emails(text),
            Self::Languages => Ok(parts(text)),
            _ => Ok(lines(text)),
        }
    }

    fn slugs(self, text: &str, before: &[String], site: &Site) -> Result<Vec<String>, Refusal> {
        Ok(chosen::ordered(self, before, chosen::several(self, text, site)?, site))
    }

    fn take_own(self, record: &mut ListingRecord, text: &str, site: &Site) -> Result<(), Refusal> {
        let one = || chosen::one(self, text, site).ok_or_else(|| chosen::unknown(self, text, site));
        match self {
            Self::Phones => record.contacts.phones = number::read(text, &record.contacts.phones)?,
            Self::Texts => record.contacts.texts = number::read(text, &record.contacts.texts)?,
            Self::Ages => record.ages = Some(age::read(text)?),
            Self::UserAges => record.user_ages = Some(age::read(text)?),
            Self::AgesExtended => record.ages_extended = age::extensions(text)?,
            Self::Youngest => record.access.youngest = Some(age::one(text)?),
            Self::Opening => record.opening = opening::read(text)?,
            Self::Places => record.area.places = self.places(text, &record.area.places, site)?,
            Self::Schools => own::schools(record, text)?,
            Self::Cost => {
                let note = record.cost.take().map(|cost| cost.note).unwrap_or_default();
                record.cost = Some(crate::record::CostRecord { kind: one()?, note });
            }
            Self::CostNote => match &mut record.cost {
                Some(cost) => cost.note = plain(text),
                None => {
                    return Err(Refusal::new(format!(
                        "Choose “{}” first, so that a price is never taken for free.",
                        Self::Cost.label()
                    )));
                }
            },
            Self::Kind if record.kind.is_empty() => record.kind = one()?,
            Self::Kind => {
                return Err(Refusal::new(
                    "Which kind of entry it is decides what it can say. Write the change into the note.",
                ));
            }
            Self::Runs => own::runs(record, &one()?),
            Self::Successor => own::successor(record, text)?,
            Self::Time => record.training.get_or_insert_default().time = course::times(text)?,
            Self::Price => record.training.get_or_insert_default().price = Some(course::price(text)?),
            Self::Dates => record.training.get_or_insert_default().dates = course::dates(text)?,
            Self::Rolling => record.funding.get_or_insert_default().rolling = Some(one()? == "true"),
            _ => {}
        }
        Ok(())
    }

    /// All of England, or some areas of the site.
    fn places(self, text: &str, before: &[String], site: &Site) -> Result<Vec<String>, Refusal> {
        let places = self.slugs(text, before, site)?;
        let is_national = places.iter().any(|place| place == NATIONAL_SLUG);
        if is_national && places.len() > 1 {
            return Err(Refusal::new(format!("Write “{}” alone, or the areas.", chosen::NATIONAL)));
        }
        Ok(places)
    }

    /// Makes a field not known.
    fn clear(self, record: &mut ListingRecord) -> Result<(), Refusal> {
        let needed = matches!(
            self,
            Self::Name | Self::Summary | Self::Needs | Self::Audience | Self::Places | Self::Kind | Self::Suits
        );
        if needed {
            return Err(Refusal::new("An entry cannot be without this. Write what it is instead."));
        }
        match slot(self, record) {
            Some(Slot::Words(slot)) => slot.clear(),
            Some(Slot::Maybe(slot)) => *slot = None,
            Some(Slot::Lines(slot) | Slot::Slugs(slot)) => slot.clear(),
            Some(Slot::MaybeLines(slot) | Slot::MaybeSlugs(slot)) => *slot = None,
            None => own::clear(self, record),
        }
        own::after(self, record)
    }
}

fn web(text: &str) -> Result<String, Refusal> {
    let has_scheme = text.contains("://") || text.contains(':');
    let whole = if has_scheme { text.to_owned() } else { format!("https://{text}") };
    let host = whole.split_once("://").map_or("", |(_, rest)| rest.split('/').next().unwrap_or_default());
    let is_right = is_web_address(&whole, "", &mut Findings::default()) && host.contains('.') && !host.contains('@');
    if is_right {
        return Ok(whole);
    }
    Err(Refusal::new("This is no web address. Write one, as it stands in the browser: https://www.example.org."))
}

fn emails(text: &str) -> Result<Vec<String>, Refusal> {
    let split = text.split(|sign: char| sign.is_whitespace() || ";,<>()".contains(sign));
    let words = split.map(|word| plain(word.trim_start_matches("mailto:"))).filter(|word| !word.is_empty());
    let mut emails: Vec<String> = Vec::new();
    for word in words {
        if !is_email(&word, "", &mut Findings::default()) {
            return Err(Refusal::new(format!(
                "“{}” is no e-mail address. Write each on a line of its own, as help@example.org.",
                crate::finding::cut(&word, 60)
            )));
        }
        if let Some(why) = crate::mailbox::of_a_person(&word) {
            return Err(Refusal::new(format!("Write the mailbox of a team or a role: {why}.")));
        }
        if !emails.iter().any(|one| one.eq_ignore_ascii_case(&word)) {
            emails.push(word);
        }
    }
    Ok(emails)
}
