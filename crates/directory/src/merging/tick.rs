//! Who looked at an entry, when and how: a role, a day that has come, a means.

use super::How;
use super::filled::{Filled, doubted};
use crate::day::{Day, typed};
use crate::finding::cut;
use crate::partner::NOBODY;
use crate::person;
use crate::record::CheckRecord;
use crate::sheet::{Column, MEANS, Refusal};
use crate::words::fold;

/// What a row says of its check, each part as far as it can be read.
pub(super) struct Read {
    by: Result<Option<String>, String>,
    on_day: Result<Option<Day>, String>,
    means: Result<String, String>,
    second: Result<Option<String>, String>,
    called_on: Result<Option<Day>, String>,
    /// The day of the check, if it can be read.
    pub(super) on: Option<Day>,
    /// How many days old a test call may be.
    call_days: i32,
}

/// Reads it; `own` are the names that explain a first name within a role.
pub(super) fn read(row: &Filled<'_>, own: &[&str], how: &How<'_>) -> Read {
    let role = |column: Column, fallback: Option<&str>| {
        let text = row.about_check(column).or_else(|| fallback.map(str::to_owned));
        let Some(text) = text else { return Ok(None) };
        match person::no_role(&text, own) {
            Some(why) => Err(format!("“{}” must be a role: {why}.", column.label())),
            None => Ok(Some(cut(&text, 80))),
        }
    };
    let day = |column: Column, fallback: Option<Day>| {
        let cell = row.cell(column);
        if let Some(why) = cell.and_then(|cell| doubted(column, cell)) {
            return Err(why.to_owned());
        }
        let Some(text) = row.about_check(column) else { return Ok(fallback) };
        let day = typed::day(&text).ok_or_else(|| {
            format!(
                "“{}” is no day that we understand: {}. Write it as 3 September 2026.",
                column.label(),
                cut(&text, 40)
            )
        })?;
        if how.today.days_until(day) > 0 {
            return Err(format!("“{}” is a day that has not come: {}.", column.label(), day.words()));
        }
        Ok(Some(day))
    };
    let means = match row.about_check(Column::Means) {
        None => Ok(MEANS.first().copied().unwrap_or_default().to_owned()),
        Some(text) => Column::Means.slug_of(&text, how.site).ok_or_else(|| {
            Refusal::new(format!(
                "“{}” is none of the words for how it was checked. Write one of: {}.",
                cut(&text, 40),
                MEANS.join("; ")
            ))
            .says
        }),
    };
    let on_day = day(Column::CheckedOn, how.on);
    Read {
        by: role(Column::CheckedBy, how.by),
        on: on_day.as_ref().ok().copied().flatten(),
        on_day,
        means,
        second: role(Column::SecondRole, None),
        called_on: day(Column::CalledOn, None),
        call_days: how.site.crisis_clock.due,
    }
}

impl Read {
    /// The check as it is to be written. `Ok(None)`: one of that day is there
    /// already, and this adds no second role and no test call to it.
    pub(super) fn record(&self, before: Option<&CheckRecord>) -> Result<Option<CheckRecord>, String> {
        let by = self.by.clone()?.ok_or("Write the role of whoever looked, such as service manager.")?;
        let on = self.on_day.clone()?.ok_or("Write the day on which somebody looked.")?;
        let means = self.means.clone()?;
        let (second, called_on) = (self.second.clone()?, self.called_on.clone()?);
        let new = CheckRecord { on: on.iso(), by, means, second, called_on: called_on.map(Day::iso) };
        let last = before.and_then(|check| Day::read(&check.on));
        match last {
            Some(last) if last.last_day() == on => return Ok(before.and_then(|before| added(before, new))),
            Some(last) if last.last_day() > on => {
                return Err(format!("It was checked since, on {}. An older check does not count.", last.words()));
            }
            _ => {}
        }
        Ok(Some(new))
    }

    /// Whether this check stands there already.
    pub(super) fn is_taken(&self, before: Option<&CheckRecord>) -> bool {
        matches!(self.record(before), Ok(None))
    }

    /// What is missing where a tick is not enough: both roles, and a test call
    /// of late. Nothing if it is all there.
    pub(super) fn missing_for_guarded(&self) -> Option<String> {
        let wrong = [
            self.by.as_ref().err(),
            self.second.as_ref().err(),
            self.on_day.as_ref().err(),
            self.called_on.as_ref().err(),
        ];
        if let Some(wrong) = wrong.into_iter().flatten().next() {
            return Some(wrong.clone());
        }
        let known = |role: &Result<Option<String>, String>| role.as_ref().ok().cloned().flatten();
        let (by, second) = (known(&self.by), known(&self.second));
        let called = self.called_on.as_ref().ok().copied().flatten();
        let is_same = by.as_deref().zip(second.as_deref()).is_some_and(|(by, second)| fold(by) == fold(second));
        let missing: Vec<&str> = [
            (by.is_none(), Column::CheckedBy.label()),
            (self.on.is_none(), Column::CheckedOn.label()),
            (second.is_none(), Column::SecondRole.label()),
            (called.is_none(), Column::CalledOn.label()),
        ]
        .into_iter()
        .filter(|(is_missing, _)| *is_missing)
        .map(|(_, label)| label)
        .collect();
        if !missing.is_empty() {
            return Some(format!("Write also: {}.", missing.join(", ")));
        }
        if is_same {
            return Some(format!("“{}” must be another role than the first.", Column::SecondRole.label()));
        }
        let age = called.zip(self.on).map(|(called, on)| called.days_until(on));
        age.is_some_and(|age| age > self.call_days).then(|| {
            format!("The test call is more than {} days older than the check. Call the number again.", self.call_days)
        })
    }

    /// Who looked, in words.
    pub(super) fn by_words(&self) -> String {
        let role = |role: &Result<Option<String>, String>| role.as_ref().ok().cloned().flatten();
        let roles = [role(&self.by), role(&self.second)];
        roles.into_iter().flatten().collect::<Vec<_>>().join(" and ")
    }

    /// Where a fact comes from, in words: whose update, by which role, of which day.
    pub(super) fn source(&self, row: &Filled<'_>, how: &How<'_>) -> String {
        let by = self.by_words();
        let role = if by.is_empty() { String::new() } else { format!(" ({by})") };
        let day = self.on.unwrap_or(how.today).words();
        format!("{}{role}, {day}", teller(row))
    }
}

/// What a check of the same day adds to the one that is there: a second role, a
/// test call. Nothing that is there is lost.
fn added(before: &CheckRecord, new: CheckRecord) -> Option<CheckRecord> {
    let adds_role = before.second.is_none() && new.second.is_some();
    let adds_call = before.called_on.is_none() && new.called_on.is_some();
    match (adds_role, adds_call) {
        (true, _) => Some(CheckRecord { called_on: new.called_on.or_else(|| before.called_on.clone()), ..new }),
        (false, true) => Some(CheckRecord { called_on: new.called_on, ..before.clone() }),
        (false, false) => None,
    }
}

/// Whose word it is: how the words of a source begin.
pub(super) fn teller(row: &Filled<'_>) -> String {
    format!("told by {}", partner_words(row))
}

/// What the partner of a row is called in words.
pub(super) fn partner_words<'a>(row: &'a Filled<'_>) -> &'a str {
    if row.partner == NOBODY { "whoever answers for it" } else { &row.partner_name }
}
