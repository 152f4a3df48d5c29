//! Entries that have ended, by their partner's word.

use super::How;
use super::filled::Filled;
use crate::record::ListingRecord;
use crate::sheet::Column;

/// The word of the format, and of the choice.
pub(super) const ENDED: &str = "ended";

/// Whether a row says that its entry has ended.
pub(super) fn says_so(row: &Filled<'_>, how: &How<'_>) -> bool {
    Column::Runs.slug_of(row.text(Column::Runs), how.site).is_some_and(|slug| slug == ENDED)
}

/// Whether an entry ends by a change.
pub(super) fn ends(before: &ListingRecord, after: &ListingRecord) -> bool {
    after.standing == ENDED && before.standing != ENDED
}

/// Why an entry must not end yet: the directory sends people to it.
pub(super) fn leaning(record: &ListingRecord, how: &How<'_>) -> Option<&'static str> {
    if record.crisis.is_some() {
        return Some("Urgent help leads to it. Look into that first, and change crisis.json.");
    }
    let is_it = |one: &Option<crate::id::ListingId>| one.as_ref().is_some_and(|one| one.as_str() == record.id);
    let leans = is_it(&how.site.advice) || is_it(&how.site.referrers_advice);
    leans.then_some("Every page sends people to it for advice. Name another entry for that in site.json first.")
}

/// What is to be asked about an entry that has ended.
pub(super) fn question(record: &ListingRecord) -> Option<String> {
    let is_known = record.successor.as_deref().is_some_and(|id| id != "none-known");
    let ask = format!(
        "Ask what families should use instead of {}. Until then its page says that we know of nothing.",
        record.name
    );
    (!is_known).then_some(ask)
}

/// What a row says replaces its entry: an id, if it is one, or the id of the
/// entry of that name.
pub(super) fn successor(text: &str, index: &super::Index<'_>) -> String {
    let named = index.by_name(text).next();
    let known = index.by_id(&crate::sheet::plain(text)).or(named);
    known.map_or_else(|| text.to_owned(), |record| record.id.clone())
}
