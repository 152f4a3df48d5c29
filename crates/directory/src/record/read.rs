//! From a record to a listing: every string becomes a value, or a finding.
//!
//! What cannot be read is left out and becomes *not known*; the entry itself
//! is lost only if it has no id, no name or no kind.

use super::{
    AccessRecord, AgesRecord, AvailabilityRecord, CheckRecord, ContactsRecord, HelpRecord, ListingAreaRecord,
    ListingRecord, NumberRecord, OpeningRecord, TrainingRecord,
};
use crate::age::{AgeRange, OLDEST};
use crate::area::{Area, Schools};
use crate::closed::{Choices, Closed};
use crate::day::Day;
use crate::fact::{Basis, Fact};
use crate::finding::Findings;
use crate::id::ListingId;
use crate::listing::{
    Access, AgeExtension, Availability, AvailabilityState, Check, Contacts, Cost, CourseOfHelp, Listing, Number,
    Opening, Source, Standing, Successor, Training,
};
use crate::vocabulary::Kind;

/// The listing that a record spells, with what is wrong in it among `findings`.
pub fn listing(record: ListingRecord, findings: &mut Findings) -> Option<Listing> {
    let mut reader = Reader { stated: &record.stated, findings };
    let Some(id) = ListingId::new(&record.id) else {
        reader.findings.error("id", &record.id, "Write an id of a-z, 0-9 and -, at most 80 letters.");
        return None;
    };
    if record.name.trim().is_empty() {
        reader.findings.error("name", "", "Write the name of the entry.");
        return None;
    }
    let kind: Kind = reader.one("kind", &record.kind)?;
    let ages = record.ages.and_then(|ages| reader.ages("ages", ages));
    let formats = record.formats.as_ref().map(|slugs| reader.many("formats", slugs));
    Some(Listing {
        former_slugs: reader.ids("former_slugs", &record.former_slugs),
        provider: reader.fact("provider", record.provider),
        standing: reader.standing(&record.standing, record.doubt, record.successor),
        eligibility: reader.fact("eligibility", record.eligibility),
        ages: reader.fact("ages", ages),
        ages_extended: record
            .ages_extended
            .into_iter()
            .filter_map(|one| reader.extension(one.to, one.condition))
            .collect(),
        user_ages: record.user_ages.and_then(|ages| reader.ages("user_ages", ages)),
        needs: reader.many("needs", &record.needs),
        thrive: record.thrive.as_ref().map(|slugs| reader.many("thrive", slugs)),
        audience: reader.many("audience", &record.audience),
        area: reader.area(record.area),
        access: reader.access(record.access),
        contacts: reader.contacts(record.contacts),
        hours: reader.fact("hours", record.hours),
        opening: record.opening.iter().filter_map(|one| reader.opening(one)).collect(),
        cost: {
            let cost =
                record.cost.and_then(|cost| Some(Cost { kind: reader.one("cost.kind", &cost.kind)?, note: cost.note }));
            reader.fact("cost", cost)
        },
        format: reader.fact("format", formats),
        availability: reader.availability(record.availability),
        training: record.training.map(|training| reader.training(training)),
        last_source: record.last_source.as_deref().and_then(|day| reader.day("last_source", day)),
        checked: record.checked.and_then(|check| reader.check(check)),
        course_of_help: help(record.help),
        sources: record
            .sources
            .into_iter()
            .map(|s| Source { fields: s.fields, says: s.source, kind: s.kind })
            .collect(),
        id,
        kind,
        name: record.name,
        former_names: record.former_names,
        commissioner: record.commissioner,
        is_pilot: record.pilot,
        is_evaluated: record.evaluated,
        crisis_route: record.crisis,
        summary: record.summary,
        format_note: record.format_note,
        languages: record.languages,
        accessibility: record.accessibility,
    })
}

struct Reader<'a> {
    stated: &'a [String],
    findings: &'a mut Findings,
}

impl Reader<'_> {
    fn basis(&self, field: &str) -> Basis {
        if self.stated.iter().any(|stated| stated == field) { Basis::Stated } else { Basis::Ours }
    }

    fn fact<T>(&self, field: &str, value: Option<T>) -> Option<Fact<T>> {
        value.map(|value| Fact { value, basis: self.basis(field) })
    }

    fn one<T: Closed>(&mut self, field: &str, slug: &str) -> Option<T> {
        let found = T::from_slug(slug);
        if found.is_none() {
            let slugs: Vec<_> = T::all().iter().map(|one| one.slug()).collect();
            self.findings.error(field, slug, format!("Write one of: {}.", slugs.join(", ")));
        }
        found
    }

    fn many<T: Closed>(&mut self, field: &str, slugs: &[String]) -> Choices<T> {
        slugs.iter().filter_map(|slug| self.one(field, slug)).collect()
    }

    fn ids(&mut self, field: &str, slugs: &[String]) -> Vec<ListingId> {
        slugs.iter().filter_map(|slug| self.id(field, slug)).collect()
    }

    fn id(&mut self, field: &str, slug: &str) -> Option<ListingId> {
        let id = ListingId::new(slug);
        if id.is_none() {
            self.findings.error(field, slug, "Write an id of a-z, 0-9 and -, at most 80 letters.");
        }
        id
    }

    fn ages(&mut self, field: &str, ages: AgesRecord) -> Option<AgeRange> {
        let (from, to) = (u64::try_from(ages.from).ok(), u64::try_from(ages.to).ok());
        let range = from.zip(to).and_then(|(from, to)| AgeRange::new(from, to));
        if range.is_none() {
            let found = format!("{} to {}", ages.from, ages.to);
            self.findings.error(field, &found, format!("Write whole years from 0 to {OLDEST}, the lower first."));
        }
        range
    }

    fn extension(&mut self, to: i64, condition: String) -> Option<AgeExtension> {
        let year = u8::try_from(to).ok().filter(|year| *year <= OLDEST);
        if year.is_none() || condition.trim().is_empty() {
            self.findings.error("ages_extended", &to.to_string(), "Write the last whole year and its condition.");
        }
        Some(AgeExtension { to: year?, condition })
    }

    fn day(&mut self, field: &str, text: &str) -> Option<Day> {
        let day = Day::read(text);
        if day.is_none() {
            self.findings.error(field, text, "Write a date as 2026-09-21, 2026-09 or 2026.");
        }
        day
    }

    fn standing(&mut self, word: &str, doubt: Option<String>, successor: Option<String>) -> Standing {
        match (word, doubt, successor) {
            ("active", _, _) => Standing::Active,
            ("doubtful", Some(doubt), _) => Standing::Doubtful(doubt),
            ("held", _, _) => Standing::Held,
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
                self.findings.error("standing", word, "Write active, doubtful, held or ended.");
                Standing::Held
            }
        }
    }

    fn area(&mut self, area: ListingAreaRecord) -> Area {
        let is_national = area.places.iter().any(|place| place == "national");
        if area.places.is_empty() || (is_national && area.places.len() > 1) {
            let found = area.places.join(", ");
            self.findings.error("area.places", &found, "Write national alone, or the slugs of the site's areas.");
        }
        let schools = match area.schools.as_deref() {
            None => Schools::NotBySchool,
            Some("all") => Schools::All,
            Some("listed") => Schools::Listed(area.school_names),
            Some("not-known") => Schools::NotKnown,
            Some(other) => {
                self.findings.error("area.schools", other, "Write all, listed or not-known.");
                Schools::NotKnown
            }
        };
        Area {
            rules: self.many("area.who_counts", &area.who_counts),
            places: if is_national { Vec::new() } else { area.places },
            is_national,
            basis: self.basis("area"),
            coverage: area.coverage,
            schools,
        }
    }

    fn access(&mut self, access: AccessRecord) -> Access {
        let askers = access.who.as_ref().map(|slugs| self.many("access.who", slugs));
        Access {
            askers: self.fact("access", askers.filter(|askers| !askers.is_empty())),
            youngest_asker: access.youngest,
            route: self.fact("access", access.route),
            steps: access.steps,
            have_ready: access.have_ready,
            exclusions: access.exclusions,
        }
    }

    fn contacts(&mut self, contacts: ContactsRecord) -> Contacts {
        let web = contacts.web.filter(|web| {
            let is_safe = is_web_address(web);
            if !is_safe {
                self.findings.error("contacts.web", web, "Write a whole address that starts with https:// or http://.");
            }
            is_safe
        });
        Contacts {
            phones: self.numbers("contacts.phones", contacts.phones),
            texts: self.numbers("contacts.texts", contacts.texts),
            emails: contacts.emails.into_iter().filter(|email| self.email(email)).collect(),
            web,
            ways: self.many("contacts.ways", &contacts.ways),
        }
    }

    fn numbers(&mut self, field: &str, numbers: Vec<NumberRecord>) -> Vec<Number> {
        let read = |one: NumberRecord| Number { shown: one.number, word: one.word, note: one.note };
        let is_right = |number: &Number| {
            let is_plain = number.shown.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '+');
            let is_right = is_plain && (3..=15).contains(&number.digits().len());
            if !is_right {
                self.findings.error(field, &number.shown, "Write digits and spaces only, as people say them.");
            }
            is_right
        };
        numbers.into_iter().map(read).filter(is_right).collect()
    }

    fn email(&mut self, email: &str) -> bool {
        let parts = email.split_once('@');
        let is_plain = email.chars().all(|c| c.is_ascii_alphanumeric() || "@.-_+'".contains(c));
        let is_right = is_plain && parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        if !is_right {
            self.findings.error("contacts.emails", email, "Write an e-mail address such as help@example.org.");
        }
        is_right
    }

    fn opening(&mut self, opening: &OpeningRecord) -> Option<Opening> {
        let days = opening.days.iter().map(|day| DAYS.iter().position(|name| name == day).map(|at| 1 << at));
        let days: Option<u8> = days.fold(Some(0), |all, day: Option<u8>| Some(all? | day?));
        let read = days.zip(minute(&opening.from)).zip(minute(&opening.to));
        let read = read.filter(|((days, from), to)| *days != 0 && from < to);
        if read.is_none() {
            let found = format!("{} {} {}", opening.days.join(" "), opening.from, opening.to);
            self.findings.error("opening", &found, "Write days as mon to sun, and times as 09:30, the earlier first.");
        }
        read.map(|((days, from), to)| Opening { days, from, to })
    }

    fn availability(&mut self, record: AvailabilityRecord) -> Availability {
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
        Availability { state, wait: record.wait, said_on }
    }

    fn training(&mut self, record: TrainingRecord) -> Training {
        Training {
            roles: self.many("training.roles", &record.roles),
            suits: record.suits,
            length: record.length,
            level: record.level,
            note: record.note,
        }
    }

    fn check(&mut self, check: CheckRecord) -> Option<Check> {
        let on = self.day("checked.on", &check.on)?;
        Some(Check { on, by: check.by, means: check.means })
    }
}

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let is_plain = hours.len() == 2 && minutes.len() == 2 && text.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (is_plain && minutes < 60 && hours * 60 + minutes <= 1440).then_some(hours * 60 + minutes)
}

/// Whether a link to it is safe to draw: never `javascript:` and its like.
fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty())
        && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c))
}

fn help(record: HelpRecord) -> CourseOfHelp {
    CourseOfHelp {
        next: record.next,
        if_not_right: record.if_not_right,
        while_waiting: record.while_waiting,
        after: record.after,
        at_18: record.at_18,
    }
}
