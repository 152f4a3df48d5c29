//! Rules of numbers to call and to text: they can be dialled, somebody may
//! answer, and they stand as people say them.

use std::collections::BTreeSet;

use directory::finding::{Findings, Level};
use directory::record::{ListingRecord, NumberRecord};

use super::{Ledger, Whole};
use crate::numbers;
use crate::phone::{self, Use};

/// Those of one entry.
pub(super) fn of_entry(record: &ListingRecord, findings: &mut Findings) {
    let contacts = &record.contacts;
    // What is held is shown to nobody: it may wait to be mended, and keeps back
    // no correction of anything else.
    let at_most = if record.standing == "held" { Level::Warning } else { Level::Error };
    of_list("contacts.phones", &contacts.phones, Use::Call, at_most, findings);
    of_list("contacts.texts", &contacts.texts, Use::Text, at_most, findings);
}

/// Those of crisis help.
pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(file) = &whole.data.crisis else { return };
    ledger.note(&file.path, |findings| {
        for route in &file.record.routes {
            let called = route.call.as_deref().map(|number| ("routes.call", number, Use::Call));
            let texted = route.text.as_ref().map(|text| ("routes.text.number", text.number.as_str(), Use::Text));
            for (field, number, how) in called.into_iter().chain(texted) {
                for (level, write) in phone::faults(number, how) {
                    findings.add(level, field, format_args!("{}: {number}", route.id), write);
                }
            }
        }
    });
}

fn of_list(field: &str, list: &[NumberRecord], how: Use, at_most: Level, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (at, one) in list.iter().enumerate() {
        let field = format!("{field}[{at}].number");
        for (level, write) in phone::faults(&one.number, how) {
            findings.add(level.max(at_most), &field, &one.number, write);
        }
        let digits = numbers::digits(&one.number);
        if !digits.is_empty() && !seen.insert(digits) {
            findings.add(Level::Warning, &field, &one.number, "Take it out: the same number stands before it.");
        }
    }
}
