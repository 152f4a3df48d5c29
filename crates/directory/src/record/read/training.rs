//! A course: every string of its record becomes a value, or a finding.
//!
//! What cannot be read is left out. A date of several days without its last is
//! another date, and a recommendation without its body is nobody's: those go
//! as a whole.

use super::fields::{Reader, minute};
use crate::closed::Choices;
use crate::contact::is_web_address;
use crate::day::Day;
use crate::record::{PriceRecord, RecommendationRecord, SessionRecord, TimeRecord, TrainingRecord};
use crate::training::{Mode, Price, Recommendation, Session, Time, Training, Unit};

impl Reader<'_> {
    pub(super) fn training(&mut self, record: TrainingRecord) -> Training {
        let modes: Choices<Mode> = self.many("training.modes", &record.modes);
        Training {
            basis: self.basis("training"),
            roles: self.many("training.roles", &record.roles),
            suits: record.suits,
            recommended: record.recommended.into_iter().filter_map(|one| self.recommendation(one)).collect(),
            phases: self.many("training.phases", &record.phases),
            length: record.length,
            time: self.times(&record.time),
            modes: self.fact("formats", (!modes.is_empty()).then_some(modes)),
            level: record.level,
            follow_up: record.follow_up,
            price: record.price.and_then(|price| self.price(&price)),
            dates: record.dates.into_iter().filter_map(|session| self.session(session)).collect(),
            note: record.note,
        }
    }

    fn recommendation(&mut self, record: RecommendationRecord) -> Option<Recommendation> {
        let roles = self.many("training.recommended.roles", &record.roles);
        let on = self.day("training.recommended.on", &record.on);
        if roles.is_empty() || record.by.trim().is_empty() {
            let write = "Write the roles, by: the body that recommends it, by its name, and on: when.";
            self.findings.error("training.recommended", &record.by, write);
            return None;
        }
        Some(Recommendation { roles, by: record.by, on: on? })
    }

    /// Any one of several ways. If one is not understood none is: what is left
    /// would say too much of how long it is.
    fn times(&mut self, records: &[TimeRecord]) -> Vec<Time> {
        records.iter().map(|record| self.time(record)).collect::<Option<Vec<_>>>().unwrap_or_default()
    }

    fn time(&mut self, record: &TimeRecord) -> Option<Time> {
        let unit = self.one::<Unit>("training.time.unit", &record.unit);
        let mode = record.mode.as_deref().map(|slug| self.one::<Mode>("training.time.mode", slug));
        let count = |count: u32| u16::try_from(count).ok();
        let to = record.to.map(count);
        let time = Time::new(unit?, count(record.from).unwrap_or_default(), to.unwrap_or_default(), mode.flatten());
        if time.is_none() || to == Some(None) {
            self.findings.error(
                "training.time",
                record.to.unwrap_or(record.from),
                "Write whole numbers from 1, the lower as from.",
            );
            return None;
        }
        if mode == Some(None) { None } else { time }
    }

    fn price(&mut self, record: &PriceRecord) -> Option<Price> {
        let per = self.one("training.price.per", &record.per)?;
        let pence = record.pence.unwrap_or_default();
        let whole = record.pounds.checked_mul(100).filter(|_| pence < 100);
        if whole.is_none() {
            self.findings.error("training.price", pence, "Write whole pounds, and pence from 0 to 99.");
        }
        Some(Price { pence: whole?.saturating_add(pence.into()), per })
    }

    fn session(&mut self, record: SessionRecord) -> Option<Session> {
        let on = self.whole_day("training.dates.on", &record.on)?;
        let until = match &record.until {
            Some(text) => Some(self.whole_day("training.dates.until", text)?),
            None => None,
        };
        if until.is_some_and(|until| on.days_until(until) < 0) {
            let found = record.until.as_deref().unwrap_or_default();
            self.findings.error("training.dates.until", found, "Write a last day that is not before the first.");
            return None;
        }
        let from = record.from.as_deref().and_then(|text| self.hour("training.dates.from", text));
        let mut to = record.to.as_deref().and_then(|text| self.hour("training.dates.to", text));
        if to.is_some_and(|to| from.is_none_or(|from| to <= from)) {
            let found = record.to.as_deref().unwrap_or_default();
            self.findings.error("training.dates.to", found, "Write an hour that is later than from.");
            to = None;
        }
        let findings = &mut *self.findings;
        let web = record.web.filter(|web| is_web_address(web, "training.dates.web", findings));
        Some(Session { on, until, from, to, place: record.place, web })
    }

    /// A date with its month and day.
    fn whole_day(&mut self, field: &str, text: &str) -> Option<Day> {
        let day = Day::read(text).filter(|_| text.len() == 10);
        if day.is_none() {
            self.findings.error(field, text, "Write a whole date, as 2027-01-12.");
        }
        day
    }

    /// An hour of the day; a course does not end at midnight.
    fn hour(&mut self, field: &str, text: &str) -> Option<u16> {
        let read = minute(text).filter(|minute| *minute < 1440);
        if read.is_none() {
            self.findings.error(field, text, "Write a time as 09:30.");
        }
        read
    }
}
