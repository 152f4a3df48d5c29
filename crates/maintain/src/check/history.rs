//! Rules of the data's own history: it holds what the data says.

use directory::finding::Level;

use super::{Ledger, Whole, has_errors};
use crate::record;

/// How many entries are named that the history does not know as they are.
const NAMED: usize = 3;

pub(super) fn check(whole: &Whole<'_>, today: directory::day::Day, ledger: &mut Ledger) {
    let history = &whole.data.history;
    // What could not be read is missing on one side of the comparison.
    if has_errors(&ledger.all) || !history.findings.is_empty() {
        return;
    }
    for id in record::lost_ids(whole.data) {
        const WRITE: &str =
            "Put its file back, or say that it has ended: others have links to it. The command record shows how.";
        ledger.note(&history.path, |findings| findings.add(Level::Warning, "", &id, WRITE));
    }
    let mut ids: Vec<String> = record::lines(whole.data, today, None).into_iter().map(|line| line.id).collect();
    ids.dedup();
    if ids.is_empty() {
        return;
    }
    let more = if ids.len() > NAMED { ", …" } else { "" };
    let named: Vec<_> = ids.iter().take(NAMED).map(String::as_str).collect();
    let found = format!("{}: {}{more}", record::entries(ids.len()), named.join(", "));
    let why = match history.is_missing {
        true => "Without it nobody sees what changed",
        false => "It does not hold what was changed there",
    };
    ledger.note(&history.path, |findings| {
        findings.add(Level::Advice, "", found, format!("{why}: record it, with the command record and --write."));
    });
}
