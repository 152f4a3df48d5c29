//! What the history last knew of each entry.
//!
//! Two people may have recorded on two copies of the data, and Git put the
//! lines of both into one file, in whatever order. So lines count by their
//! day, and those of one day as they stand.

use std::collections::BTreeMap;

use directory::history::What;
use directory::record::ListingRecord;
use directory::withdrawal::WITHDRAWN;
use serde_json::json;

use super::digest::{State, digest, state};
use crate::data::{Data, Line};

/// What the history last knew of one entry.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The digest of each field that it had.
    pub(super) state: State,
    /// Its name. `None`: no line says it.
    pub(super) name: Option<String>,
}

/// Whether an entry is shown, as far as the history tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// In lists and search.
    Listed,
    /// As a page that says so.
    Ended,
    /// In no list: held, or taken out for now.
    Held,
}

/// What the history of some data knows, by the ids that its entries have now.
pub(super) fn known(data: &Data) -> BTreeMap<String, Known> {
    let records = || data.listings.iter().map(|file| &file.record);
    let former = records().flat_map(|record| record.former_slugs.iter().map(move |former| (former, &record.id)));
    let ids: BTreeMap<&String, &String> = former.chain(records().map(|record| (&record.id, &record.id))).collect();
    let mut lines: Vec<&Line> = data.history.lines.iter().collect();
    lines.sort_by_key(|line| line.change.on);
    let mut all: BTreeMap<String, Known> = BTreeMap::new();
    for line in lines {
        let id = ids.get(&line.record.id).copied().unwrap_or(&line.record.id);
        let known = all.entry(id.clone()).or_default();
        for (path, digest) in &line.record.state.0 {
            if digest.is_empty() {
                known.state.remove(path);
            } else {
                known.state.insert(path.clone(), digest.clone());
            }
        }
        if let Some(name) = line.record.now.as_ref().filter(|_| line.change.what != What::Checked) {
            known.name = Some(name.clone());
        }
    }
    all
}

/// What one would know who had seen these entries, by the ids that they have now.
pub(super) fn known_of(before: &[ListingRecord], data: &Data) -> BTreeMap<String, Known> {
    let records = || data.listings.iter().map(|file| &file.record);
    let former = records().flat_map(|record| record.former_slugs.iter().map(move |former| (former, &record.id)));
    let ids: BTreeMap<&String, &String> = former.chain(records().map(|record| (&record.id, &record.id))).collect();
    let known = |record: &ListingRecord| {
        let id = ids.get(&record.id).copied().unwrap_or(&record.id);
        (id.clone(), Known { state: state(record), name: Some(record.name.clone()) })
    };
    before.iter().map(known).collect()
}

impl Known {
    /// Whether it was shown when it was last recorded.
    pub(super) fn shown(&self) -> Shown {
        let is = |standing: &str| self.state.get("standing") == Some(&digest(&json!(standing)));
        if is("ended") {
            Shown::Ended
        } else if is("held") || is(WITHDRAWN) {
            Shown::Held
        } else {
            Shown::Listed
        }
    }
}

impl Shown {
    /// How an entry of this standing is shown.
    pub(super) fn of(standing: &str) -> Self {
        match standing {
            "ended" => Self::Ended,
            "held" | WITHDRAWN => Self::Held,
            _ => Self::Listed,
        }
    }
}
