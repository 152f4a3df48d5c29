//! Rules of numbers to call and to text: they can be dialled, somebody may
//! answer, and they stand as people say them.

use std::collections::BTreeSet;

use directory::finding::{Findings, Level};
use directory::record::NumberRecord;

use super::{Ledger, Whole};
use crate::numbers;
use crate::phone::{self, Use};

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    for entry in &whole.entries {
        let contacts = &entry.file.record.contacts;
        ledger.note(&entry.file.path, |findings| {
            of_list("contacts.phones", &contacts.phones, Use::Call, findings);
            of_list("contacts.texts", &contacts.texts, Use::Text, findings);
        });
    }
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

fn of_list(field: &str, list: &[NumberRecord], how: Use, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (at, one) in list.iter().enumerate() {
        let field = format!("{field}[{at}].number");
        for (level, write) in phone::faults(&one.number, how) {
            findings.add(level, &field, &one.number, write);
        }
        let digits = numbers::digits(&one.number);
        if !digits.is_empty() && !seen.insert(digits) {
            findings.add(Level::Warning, &field, &one.number, "Take it out: the same number stands before it.");
        }
    }
}
