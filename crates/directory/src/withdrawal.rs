//! Taking an entry out of the directory at once, because something in it is
//! wrong or may be, and putting it back.
//!
//! What is wrong is rarely known when it is reported. So nothing of the entry
//! is shown but its name, on a page of its own that says so: no number, hours,
//! route or sentence, and no bundle holds any of it.

use crate::day::Day;
use crate::person;
use crate::record::{ListingAreaRecord, ListingRecord, SiteRecord, WithdrawnRecord};
use std::fmt;

/// The word in the data for an entry that is taken out for now.
pub const WITHDRAWN: &str = "withdrawn";

/// The longest reason, in letters: it stands in a banner.
pub const LONGEST_REASON: usize = 200;

/// So many digits together are a number to call. A year has four, and 999 and
/// 111 may stand in any sentence.
const DIGITS: usize = 5;

/// Why and when an entry was taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// On which day.
    pub on: Day,
    /// Why, in words for readers.
    pub reason: String,
    /// By which role. `None`: not known, or not said to readers.
    pub by: Option<String>,
}

/// Why an entry is neither taken out nor put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is taken out already, since this day.
    AlreadyOut(String),
    /// It is held, and shown nowhere.
    Held,
    /// It has ended, and shows no more than that.
    Ended,
    /// Its standing is no word of the format.
    NoStanding(String),
    /// It is not taken out.
    NotOut,
    /// Nothing says how it stood before.
    NoStandingBefore,
    /// No reason was given.
    NoReason,
    /// The reason is longer than a banner.
    LongReason,
    /// The reason holds a number, or an address.
    NumberInReason,
    /// The reason names a person: this word of it.
    NameInReason(String),
    /// Who did it is no role: it holds a name, a number or an address.
    NoRole(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadyOut(on) => write!(f, "It is taken out already, since {on}."),
            Self::Held => f.write_str("It is held: it is shown nowhere, so there is nothing to take out."),
            Self::Ended => f.write_str("It has ended: its page says so, and shows no contact. If that is wrong, edit its file."),
            Self::NoStanding(word) => write!(f, "Its standing is \"{word}\", which is no word of the format. Run the check first."),
            Self::NotOut => f.write_str("It is not taken out, so there is nothing to put back."),
            Self::NoStandingBefore => {
                f.write_str("Its file does not say how it stood before. Write \"standing\": \"active\", or \"doubtful\" with the reason, yourself.")
            }
            Self::NoReason => f.write_str("Say why, in a plain sentence. Readers and colleagues will see it."),
            Self::LongReason => write!(f, "Say why in at most {LONGEST_REASON} letters: it stands in a banner."),
            Self::NumberInReason => f.write_str(
                "Say why without a number to call, an e-mail address or a link: they may be what is wrong. Write a day as 21 September 2026.",
            ),
            Self::NameInReason(name) => write!(f, "Say why without a person's name: “{name}” looks like one."),
            Self::NoRole(by) => write!(f, "Name the role that does it, such as coordinator, and no person: \"{by}\" is none."),
        }
    }
}

/// What of the directory leans on an entry, so that more must be done than to
/// take it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// It shows the numbers of this route of `crisis.json`.
    Crisis(String),
    /// Every reader is told to call it for advice.
    Advice,
    /// School staff are told to call it before they refer.
    ReferrersAdvice,
}

impl fmt::Display for Leaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Crisis(route) => write!(
                f,
                "It is a crisis line. Taking it out does not change the numbers on the other pages: they stand in crisis.json, under {route}. If a number is wrong, mend it there first."
            ),
            Self::Advice => f.write_str(
                "Pages tell families to call it for advice. While it is out, they name nobody. Write the id of another entry as \"advice\" in site.json.",
            ),
            Self::ReferrersAdvice => f.write_str(
                "Pages tell school staff to call it before they refer. While it is out, they name nobody. Write the id of another entry as \"referrers_advice\" in site.json, or take that out.",
            ),
        }
    }
}

/// Everything that leans on an entry; such an entry is not taken out in silence.
pub fn leanings(record: &ListingRecord, site: &SiteRecord) -> Vec<Leaning> {
    let crisis = record.crisis.clone().map(Leaning::Crisis);
    let advice = (site.advice == record.id).then_some(Leaning::Advice);
    let referrers = (site.referrers_advice.as_ref() == Some(&record.id)).then_some(Leaning::ReferrersAdvice);
    [crisis, advice, referrers].into_iter().flatten().collect()
}

/// The record of an entry that is taken out on a day. All that it says stays in
/// its file, with how it stood before; none of that is published.
pub fn withdraw(record: &ListingRecord, reason: &str, by: Option<&str>, today: Day) -> Result<ListingRecord, Refusal> {
    match record.standing.as_str() {
        "active" | "doubtful" => {}
        WITHDRAWN => {
            let on = record.withdrawn.as_ref().map_or("", |withdrawn| &withdrawn.on);
            return Err(Refusal::AlreadyOut(
                Day::read(on).map_or_else(|| "a day that is not known".to_owned(), Day::words),
            ));
        }
        "held" => return Err(Refusal::Held),
        "ended" => return Err(Refusal::Ended),
        other => return Err(Refusal::NoStanding(other.to_owned())),
    }
    let withdrawn = WithdrawnRecord {
        on: today.iso(),
        by: by.map(|by| role(by, &person::names_of(record))).transpose()?,
        reason: plain_reason(reason, &person::names_of(record))?,
        before: Some(record.standing.clone()),
    };
    Ok(ListingRecord { standing: WITHDRAWN.to_owned(), withdrawn: Some(withdrawn), ..record.clone() })
}

/// The record of an entry that is put back as it stood. Why and by whom is looked
/// at, too: the history keeps both, and is published.
pub fn restore(record: &ListingRecord, reason: &str, by: Option<&str>) -> Result<ListingRecord, Refusal> {
    if record.standing != WITHDRAWN {
        return Err(Refusal::NotOut);
    }
    let before = record.withdrawn.as_ref().and_then(|withdrawn| withdrawn.before.clone());
    let before = before.filter(|before| ["active", "doubtful"].contains(&before.as_str()));
    let own = person::names_of(record);
    plain_reason(reason, &own)?;
    by.map(|by| role(by, &own)).transpose()?;
    Ok(ListingRecord { standing: before.ok_or(Refusal::NoStandingBefore)?, withdrawn: None, ..record.clone() })
}

/// A reason as it is kept: one line, without a way to reach anybody, and without
/// a person's name. `own` are the names of the entry, which may hold a first name.
pub fn plain_reason(reason: &str, own: &[&str]) -> Result<String, Refusal> {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() {
        Err(Refusal::NoReason)
    } else if reason.chars().count() > LONGEST_REASON {
        Err(Refusal::LongReason)
    } else if leads_somewhere(&reason) {
        Err(Refusal::NumberInReason)
    } else if let Some(name) = person::named_in(&reason, own) {
        Err(Refusal::NameInReason(name.to_owned()))
    } else {
        Ok(reason)
    }
}

/// A role as it is kept.
fn role(by: &str, own: &[&str]) -> Result<String, Refusal> {
    let by = by.split_whitespace().collect::<Vec<_>>().join(" ");
    if leads_somewhere(&by) || by.chars().count() > LONGEST_REASON || person::no_role(&by, own).is_some() {
        Err(Refusal::NoRole(by))
    } else {
        Ok(by)
    }
}

/// Whether a text holds a number to call, an e-mail address or a link.
fn leads_somewhere(text: &str) -> bool {
    let mut together = 0;
    let has_number = text.chars().any(|letter| {
        together = match letter {
            _ if letter.is_numeric() => together + 1,
            ' ' | '\u{a0}' | '-' | '–' | '.' | '(' | ')' => together,
            _ => 0,
        };
        together >= DIGITS
    });
    let small = text.to_lowercase();
    has_number || small.contains('@') || small.contains("://") || small.contains("www.")
}

impl ListingRecord {
    /// What of an entry may be published. One that is taken out keeps what its
    /// page needs to say so and to lead on: its ids and its name, whom it spoke
    /// to, where it was, and its needs, so that crisis help is pinned as before.
    #[must_use]
    pub fn published(self) -> Self {
        if self.standing != WITHDRAWN {
            return self;
        }
        let withdrawn = self.withdrawn.map(|one| WithdrawnRecord { by: None, before: None, ..one });
        Self {
            format: self.format,
            id: self.id,
            former_slugs: self.former_slugs,
            name: self.name,
            kind: self.kind,
            standing: self.standing,
            withdrawn,
            needs: self.needs,
            audience: self.audience,
            area: ListingAreaRecord { places: self.area.places, ..ListingAreaRecord::default() },
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests;
