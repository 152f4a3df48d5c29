//! One service as it came, before anything is understood: the JSON of its feed,
//! or rows of tables put together as the same JSON.

use serde_json::{Map, Value};

/// The fields of one thing.
pub(super) type Fields = Map<String, Value>;

/// A value that says something: not absent, `null`, or an empty text.
pub(super) fn said<'a>(of: &'a Value, name: &str) -> Option<&'a Value> {
    of.get(name).filter(|value| !is_nothing(value))
}

/// Whether a value says nothing.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// What the first of some fields that says anything says, as one trimmed text.
pub(super) fn text(of: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| said(of, name)).and_then(as_text)
}

/// A value as a text, if it is no list and has no fields of its own.
pub(super) fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(is_so) => Some(is_so.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Each thing in the lists of these names; one thing alone is a list of one.
pub(super) fn items<'a>(of: &'a Value, names: &[&str]) -> Vec<&'a Value> {
    let mut all = Vec::new();
    for value in names.iter().filter_map(|name| said(of, name)) {
        match value {
            Value::Array(items) => all.extend(items.iter().filter(|item| !is_nothing(item))),
            one => all.push(one),
        }
    }
    all
}

/// A number, also one that is written as a text.
pub(super) fn number(of: &Value, names: &[&str]) -> Option<f64> {
    let value = names.iter().find_map(|name| said(of, name))?;
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

/// Yes or no, however it is written. Anything else is neither.
pub(super) fn flag(of: &Value, name: &str) -> Option<bool> {
    match said(of, name)? {
        Value::Bool(is_so) => Some(*is_so),
        Value::Number(number) => number.as_u64().filter(|number| *number < 2).map(|number| number == 1),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "y" | "1" => Some(true),
            "false" | "no" | "n" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Sets a field, unless there is nothing to say.
pub(super) fn set(fields: &mut Fields, name: &str, value: impl Into<Value>) {
    let value = value.into();
    if !is_nothing(&value) {
        fields.insert(name.to_owned(), value);
    }
}

/// Adds to the list of this name.
pub(super) fn push(fields: &mut Fields, name: &str, value: Value) {
    match fields.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
        Value::Array(items) => items.push(value),
        other => *other = Value::Array(vec![other.take(), value]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_says_nothing_is_absent_and_zero_is_not_nothing() {
        let of = json!({"a": "", "b": null, "c": " ", "d": 0, "e": "0", "f": [], "g": false});
        for name in ["a", "b", "c", "f", "x"] {
            assert!(said(&of, name).is_none(), "{name}");
        }
        assert_eq!(
            (number(&of, &["a", "d"]), number(&of, &["e"]), flag(&of, "g")),
            (Some(0.0), Some(0.0), Some(false))
        );
    }

    #[test]
    fn a_list_of_one_need_be_no_list() {
        let of = json!({"contacts": {"name": "Reception"}, "eligibilitys": [1, null, 2]});
        assert_eq!(items(&of, &["contacts", "eligibilities", "eligibilitys"]).len(), 3);
    }
}
