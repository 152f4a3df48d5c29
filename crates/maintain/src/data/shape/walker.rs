//! A JSON value as Serde reads it, with notes of where it was and what it knew.

use std::cell::RefCell;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

use super::inside;

/// A JSON value on its way into a record, which notes what it passes.
pub(super) struct Walker<'de, 'n> {
    value: &'de Value,
    place: String,
    notes: &'n RefCell<Notes>,
}

impl<'de, 'n> Walker<'de, 'n> {
    /// A whole file, about to be read.
    pub(super) fn new(value: &'de Value, notes: &'n RefCell<Notes>) -> Self {
        Self { value, place: String::new(), notes }
    }

    fn noting<T>(place: String, notes: &'n RefCell<Notes>, read: Result<T, Error>) -> Result<T, Error> {
        read.inspect_err(|_| {
            notes.borrow_mut().fault.get_or_insert(place);
        })
    }

    fn child(&self, value: &'de Value, place: String) -> Self {
        Self { value, place, notes: self.notes }
    }
}

impl<'de> IntoDeserializer<'de, Error> for Walker<'de, '_> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Walker<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        Self::noting(self.place, self.notes, self.value.deserialize_any(visitor))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(items) = self.value.as_array() else {
            return self.deserialize_any(visitor);
        };
        let item = |(at, value)| self.child(value, format!("{}[{at}]", self.place));
        let read = visitor.visit_seq(SeqDeserializer::new(items.iter().enumerate().map(item)));
        Self::noting(self.place, self.notes, read)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(fields) = self.value.as_object() else {
            return self.deserialize_any(visitor);
        };
        let field = |(key, value): (&'de String, _)| (key.as_str(), self.child(value, inside(&self.place, key)));
        let read = visitor.visit_map(MapDeserializer::new(fields.iter().map(field)));
        Self::noting(self.place, self.notes, read)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        // Serde would read a list as the fields in their order.
        let Some(fields) = self.value.as_object() else {
            let why = Error::custom(format!("expected fields in braces: {}", known.join(", ")));
            return Self::noting(self.place, self.notes, Err(why));
        };
        let unknown = fields.keys().filter(|key| !known.contains(&key.as_str()));
        let unknown = unknown.map(|key| Unknown { place: self.place.clone(), key: key.clone(), known });
        self.notes.borrow_mut().unknown.extend(unknown);
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// What was noted on the way.
#[derive(Default)]
pub(super) struct Notes {
    /// Keys that the format does not know.
    pub(super) unknown: Vec<Unknown>,
    /// The innermost place that could not be read.
    pub(super) fault: Option<String>,
}

/// A key that the format does not know.
pub(super) struct Unknown {
    /// Where it stands.
    pub(super) place: String,
    /// The key.
    pub(super) key: String,
    /// Those that are known there.
    pub(super) known: &'static [&'static str],
}
