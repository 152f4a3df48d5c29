//! The layout of an entry's file: fields in the order of the format, one to a
//! line, as every command writes it.

use directory::finding::Findings;
use directory::record::ListingRecord;
use serde_json::{Map, Value};

use crate::data;
use crate::files;

/// An entry's file as a command would write it. `None`: there is something in
/// it that a command would not write, so that it is better left alone.
pub(super) fn laid_out(text: &str) -> Option<String> {
    let mut findings = Findings::default();
    let (record, before): (ListingRecord, Value) = data::shape::read(text, &mut findings)?;
    let laid_out = files::pretty(&record).ok()?;
    let after: Value = serde_json::from_str(&laid_out).ok()?;
    // What a file spells out although it says nothing is not known either way;
    // anything else that differs would be a fact that is lost.
    let is_whole = findings.list().is_empty() && said(before) == said(after);
    is_whole.then_some(laid_out)
}

/// A value without the fields that say nothing.
fn said(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields.into_iter().map(|(key, value)| (key, said(value)));
            Value::Object(kept.filter(|(key, value)| !is_nothing(key, value)).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(said).collect()),
        other => other,
    }
}

/// Whether a field says no more than its absence would. A list of groupings that
/// is empty says something: it carries none.
fn is_nothing(key: &str, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty() && key != "thrive",
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => text.is_empty() && matches!(key, "note" | "summary"),
        _ => false,
    }
}
