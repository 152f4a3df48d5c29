//! Rules of what is printed for a referral: it is read to a service on the
//! phone and given to parents, so each sentence is somebody's own.

use directory::finding::{Findings, Level};
use directory::first_step::FirstStep;
use directory::record::{FirstStepRecord, ListingRecord};

use super::{Ledger, Whole, plain};

/// As many items as a list may have so that the sheet stays on one page.
const ITEMS: usize = 8;

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    for entry in &whole.entries {
        ledger.note(&entry.file.path, |findings| access(&entry.file.record, findings));
    }
    if let Some(site) = &whole.data.site {
        ledger.note(&site.path, |findings| {
            FirstStep::all(&site.record.first_steps, findings);
            site.record.first_steps.iter().for_each(|step| first_step(step, findings));
        });
    }
}

/// Who is taken, whose consent is asked for and what is said on the phone are
/// never our own reading.
fn access(record: &ListingRecord, findings: &mut Findings) {
    let access = &record.access;
    let is_stated = record.stated.iter().any(|field| field == "access");
    let given = [
        ("access.threshold", access.threshold.as_deref()),
        ("access.consent", access.consent.as_deref()),
        ("access.phone_words", access.phone_words.first().map(String::as_str)),
    ];
    for (field, text) in given.into_iter().filter_map(|(field, text)| Some((field, text?))) {
        if text.trim().is_empty() {
            findings.error(field, "", "Write what the service says, or leave it out: then it is not known.");
        } else if !is_stated {
            let write =
                "Take it out, or name the source that says it and write access into stated: this is never ours.";
            findings.error(field, text, write);
        }
    }
    let lists = [
        ("access.have_ready", &access.have_ready),
        ("access.exclusions", &access.exclusions),
        ("access.phone_words", &access.phone_words),
    ];
    for (field, items) in lists.into_iter().filter(|(_, items)| items.len() > ITEMS) {
        let write = format!("Write at most {ITEMS}: the referral sheet is one page.");
        findings.add(Level::Warning, field, items.len(), write);
    }
}

fn first_step(step: &FirstStepRecord, findings: &mut Findings) {
    for (count, sentence) in plain::long_sentences(&step.says) {
        findings.add(Level::Warning, "first_steps.says", sentence, plain::shorter(count));
    }
}
