//! Each field of a record: a value, or a finding.

use crate::age::{AgeRange, OLDEST};
use crate::area::Area;
use crate::closed::{Choices, Closed, place_of};
use crate::contact::{is_email, is_web_address};
use crate::day::Day;
use crate::fact::{Basis, Fact};
use crate::finding::{Findings, listed};
use crate::id::ListingId;
use crate::listing::{
    Access, AgeExtension, Availability, AvailabilityState, Check, Contacts, Imported, Number, Opening, Standing,
    Successor,
};
use crate::record::{
    AccessRecord, AgesRecord, AvailabilityRecord, CheckRecord, ContactsRecord, ImportedRecord, ListingAreaRecord,
    NumberRecord, OpeningRecord, WHOLE, WithdrawnRecord,
};
use crate::vocabulary::Thrive;
use crate::withdrawal::{WITHDRAWN, Withdrawal};
use std::fmt::{self, Display};

/// Reads the fields of one record.
pub(super) struct Reader<'a> {
    /// The fields that some source states.
    pub(super) stated: &'a [String],
    /// What is wrong so far.
    pub(super) findings: &'a mut Findings,
}

impl Reader<'_> {
    pub(super) fn basis(&self, field: &str) -> Basis {
        if self.stated.iter().any(|stated| stated == field) { Basis::Stated } else { Basis::Ours }
    }

    pub(super) fn fact<T>(&self, field: &str, value: Option<T>) -> Option<Fact<T>> {
        value.map(|value| Fact { value, basis: self.basis(field) })
    }

    pub(super) fn one<T: Closed>(&mut self, field: &str, slug: &str) -> Option<T> {
        self.place(field, slug, T::slugs()).and_then(|place| T::all().get(place)).copied()
    }

    fn place(&mut self, field: &str, slug: &str, slugs: &[&str]) -> Option<usize> {
        let place = place_of(slug, slugs);
        if place.is_none() {
            self.findings.error(field, slug, format_args!("Write one of: {}.", listed(slugs)));
        }
        place
    }

    pub(super) fn many<T: Closed>(&mut self, field: &str, slugs: &[String]) -> Choices<T> {
        let mut choices = Choices::default();
        *choices.bits_mut() = self.bits(field, slugs, T::slugs());
        choices
    }

    /// The places of some slugs, as bits.
    fn bits(&mut self, field: &str, chosen: &[String], slugs: &[&str]) -> u64 {
        chosen.iter().filter_map(|slug| self.place(field, slug, slugs)).fold(0, |bits, place| bits | 1 << place)
    }

    /// Some of a closed set, or not known: nobody says "none" of these, and of
    /// what was written nothing may have been understood.
    pub(super) fn some<T: Closed>(&mut self, field: &str, slugs: &[String]) -> Option<Choices<T>> {
        Some(self.many(field, slugs)).filter(|choices| !choices.is_empty())
    }

    /// THRIVE groupings: `[]` says that it carries none; only words that are
    /// not understood leave it not known.
    pub(super) fn thrive(&mut self, slugs: &[String]) -> Option<Choices<Thrive>> {
        if slugs.is_empty() { Some(Choices::default()) } else { self.some("thrive", slugs) }
    }

    pub(super) fn ids(&mut self, field: &str, slugs: &[String]) -> Vec<ListingId> {
        slugs.iter().filter_map(|slug| self.id(field, slug)).collect()
    }

    fn id(&mut self, field: &str, slug: &str) -> Option<ListingId> {
        let id = ListingId::new(slug);
        if id.is_none() {
            self.findings.error(field, slug, "Write an id of a-z, 0-9 and -, at most 80 letters.");
        }
        id
    }

    pub(super) fn ages(&mut self, field: &str, ages: AgesRecord) -> Option<AgeRange> {
        let years = |year: Option<i64>| year.and_then(|year| u64::try_from(year).ok());
        let range = years(ages.from).zip(years(ages.to)).and_then(|(from, to)| AgeRange::new(from, to));
        if range.is_none() {
            let spelt = |year: Option<i64>| {
                fmt::from_fn(move |f| match year {
                    Some(year) => year.fmt(f),
                    None => f.write_str("nothing"),
                })
            };
            let found = format_args!("{} to {}", spelt(ages.from), spelt(ages.to));
            self.findings.error(field, found, format_args!("Write whole years from 0 to {OLDEST}, the lower first."));
        }
        range
    }

    pub(super) fn extension(&mut self, to: i64, condition: String, ages: Option<AgeRange>) -> Option<AgeExtension> {
        let year = u8::try_from(to).ok().filter(|year| *year <= OLDEST);
        let is_longer = ages.is_none_or(|ages| year.is_some_and(|year| year > ages.oldest()));
        if year.is_none() || condition.trim().is_empty() || !is_longer {
            let write = "Write a last whole year above the usual one, and its condition.";
            self.findings.error("ages_extended", to, write);
        }
        Some(AgeExtension { to: year?, condition })
    }

    pub(super) fn day(&mut self, field: &str, text: &str) -> Option<Day> {
        let day = Day::read(text);
        if day.is_none() {
            self.findings.error(field, text, "Write a date as 2026-09-21, 2026-09 or 2026.");
        }
        day
    }

    pub(super) fn standing(
        &mut self,
        word: &str,
        doubt: Option<String>,
        successor: Option<String>,
        withdrawn: Option<WithdrawnRecord>,
    ) -> Standing {
        let doubt = doubt.filter(|doubt| !doubt.trim().is_empty());
        match (word, doubt, successor) {
            ("active", _, _) => Standing::Active,
            ("doubtful", Some(doubt), _) => Standing::Doubtful(doubt),
            ("held", _, _) => Standing::Held,
            (WITHDRAWN, _, _) => Standing::Withdrawn(if WHOLE { self.withdrawal(withdrawn) } else { None }),
            ("ended", _, Some(none)) if none == "none-known" => Standing::Ended(Successor::NoneKnown),
            ("ended", _, Some(id)) => Standing::Ended(match self.id("successor", &id) {
                Some(id) => Successor::Listing(id),
                None => Successor::NoneKnown,
            }),
            ("doubtful", None, _) => {
                self.findings.error("doubt", "", "Say why it is doubtful, for readers.");
                Standing::Held
            }
            ("ended", _, None) => {
                self.findings.error("successor", "", "Write the id of what replaced it, or none-known.");
                Standing::Ended(Successor::NoneKnown)
            }
            _ => {
                self.findings.error("standing", word, "Write active, doubtful, held, withdrawn or ended.");
                Standing::Held
            }
        }
    }

    fn withdrawal(&mut self, record: Option<WithdrawnRecord>) -> Option<Withdrawal> {
        // A bundle for lists has none; that the data has one is asked by the check.
        let record = record?;
        if record.reason.trim().is_empty() {
            self.findings.error("withdrawn.reason", "", "Say why it is taken out, for readers.");
        }
        let on = self.day("withdrawn.on", &record.on)?;
        Some(Withdrawal { on, reason: record.reason, by: record.by })
    }

    /// `is_held`: whether nobody may have said yet where it is for.
    pub(super) fn area(&mut self, area: ListingAreaRecord, is_held: bool) -> Area {
        let is_national = area.places.iter().any(|place| place == "national");
        if (area.places.is_empty() && !is_held) || (is_national && area.places.len() > 1) {
            let found = listed(&area.places);
            self.findings.error("area.places", found, "Write national alone, or the slugs of the site's areas.");
        }
        let schools = self.schools(area.schools.as_deref(), area.school_names, &area.school_ids);
        Area {
            rules: self.many("area.who_counts", &area.who_counts),
            places: if is_national { Vec::new() } else { area.places },
            is_national,
            basis: self.basis("area"),
            coverage: area.coverage,
            schools,
            coverage_confirmed: area.coverage_confirmed.filter(|_| WHOLE).and_then(|one| self.coverage_confirmed(one)),
        }
    }

    pub(super) fn access(&mut self, access: AccessRecord) -> Access {
        let askers = access.who.as_ref().and_then(|slugs| self.some("access.who", slugs));
        Access {
            askers: self.fact("access", askers),
            youngest_asker: access.youngest,
            route: self.fact("access", access.route),
            steps: access.steps,
            have_ready: access.have_ready,
            exclusions: access.exclusions,
            threshold: self.fact("access", access.threshold),
            consent: self.fact("access", access.consent),
            phone_words: access.phone_words,
        }
    }

    pub(super) fn contacts(&mut self, contacts: ContactsRecord) -> Contacts {
        let findings = &mut *self.findings;
        let web = contacts.web.filter(|web| is_web_address(web, "contacts.web", findings));
        let mut emails = contacts.emails;
        emails.retain(|email| is_email(email, "contacts.emails", findings));
        Contacts {
            phones: self.numbers("contacts.phones", contacts.phones),
            texts: self.numbers("contacts.texts", contacts.texts),
            emails,
            web,
            ways: self.many("contacts.ways", &contacts.ways),
        }
    }

    fn numbers(&mut self, field: &str, numbers: Vec<NumberRecord>) -> Vec<Number> {
        let read = |one: NumberRecord| Number { shown: one.number, word: one.word, note: one.note };
        numbers.into_iter().map(read).filter(|number| number.is_plain(field, self.findings)).collect()
    }

    pub(super) fn opening(&mut self, opening: &OpeningRecord) -> Option<Opening> {
        let days = opening.days.iter().map(|day| DAYS.iter().position(|name| name == day).map(|at| 1 << at));
        let days = days.into_iter().try_fold(0, |all: u8, day: Option<u8>| Some(all | day?));
        let read = days.zip(minute(&opening.from)).zip(minute(&opening.to));
        let read = read.filter(|((days, from), to)| *days != 0 && from < to);
        if read.is_none() {
            let found = fmt::from_fn(|f| write!(f, "{} {} {}", opening.days.join(" "), opening.from, opening.to));
            self.findings.error("opening", found, "Write days as mon to sun, and times as 09:30, the earlier first.");
        }
        read.map(|((days, from), to)| Opening { days, from, to })
    }

    pub(super) fn availability(&mut self, record: AvailabilityRecord) -> Availability {
        let state = match record.state.as_deref() {
            None => None,
            Some("open") => Some(AvailabilityState::Open),
            Some("long-wait") => Some(AvailabilityState::LongWait),
            Some("paused") => Some(AvailabilityState::Paused),
            Some(other) => {
                self.findings.error("availability.state", other, "Write open, long-wait or paused.");
                None
            }
        };
        let said_on = record.said_on.as_deref().and_then(|day| self.day("availability.said_on", day));
        let opens_on = record.opens_on.filter(|_| WHOLE).and_then(|day| self.day("availability.opens_on", &day));
        Availability { state, wait: record.wait, said_on, opens_on }
    }

    pub(super) fn check(&mut self, check: CheckRecord) -> Option<Check> {
        let on = self.day("checked.on", &check.on)?;
        let called_on = check.called_on.filter(|_| WHOLE).and_then(|day| self.day("checked.called_on", &day));
        let second = check.second.filter(|_| WHOLE);
        Some(Check { on, by: check.by, means: check.means, second, called_on })
    }

    pub(super) fn imported(&mut self, imported: ImportedRecord) -> Option<Imported> {
        let day = imported.accepted.as_ref().and_then(|yes| self.day("imported.accepted.on", &yes.on).map(|_| ()));
        let on = self.day("imported.on", &imported.on);
        let is_whole = imported.accepted.is_none() || day.is_some();
        if imported.from.trim().is_empty() || imported.id.trim().is_empty() {
            self.findings.error(
                "imported",
                &imported.from,
                "Write whose data it is (from), and what it is called there (id).",
            );
            return None;
        }
        let (from, licence, id) = (imported.from, imported.licence, imported.id);
        on.filter(|_| is_whole).map(|on| Imported { from, licence, on, id })
    }
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// `HH:MM`, as minutes after midnight.
pub(super) fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |part: &str| -> Option<u16> {
        let is_plain = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| part.parse().ok()).flatten()
    };
    // Two digits each: at most 99 hours, so that the sum cannot overflow.
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let minute = hours * 60 + minutes;
    (minutes < 60 && minute <= 1440).then_some(minute)
}
