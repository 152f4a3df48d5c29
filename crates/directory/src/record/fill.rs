//! How records are filled from JSON.
//!
//! A field that is absent, or `null`, stays as it was: not known. One of
//! another shape does too, and becomes a finding; the rest is kept. A field
//! that nobody knows is passed over, and noted for whoever checks the data.

use crate::finding::{Findings, listed};
use crate::json::Json;
use std::fmt::Display;

/// What is filled from one JSON value.
pub trait Fill {
    /// Takes a value in, or notes what is wrong with it. Says whether any of
    /// it was taken.
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool;
}

/// A record: what has fields with names. Written by [`record!`].
pub trait Fields {
    /// Each name, as files spell it.
    fn names(&self) -> &'static [&'static str];
    /// The field at this place among the names.
    fn field(&mut self, at: usize) -> Option<&mut dyn Fill>;
}

/// What is found on the way.
#[derive(Debug)]
pub struct Reading<'f> {
    /// What is wrong.
    pub findings: &'f mut Findings,
    /// The fields that nobody knows.
    pub unknown: Vec<Unknown>,
}

/// A field that the format does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Where it stands, its own name last: `area.place`.
    pub place: String,
    /// Its name.
    pub name: String,
    /// The names that are known there.
    pub known: &'static [&'static str],
}

/// Where a value stands. It is spelt only if there is something to say.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// It is the whole file or entry.
    Whole,
    /// It is a field of a record.
    Field(&'a Place<'a>, &'a str),
    /// It is an item of a list.
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    /// As findings spell it: `contacts.phones[0].number`.
    pub fn spelt(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Field(outer, name) => {
                let outer = outer.spelt();
                let dot = if outer.is_empty() { "" } else { "." };
                [outer.as_str(), dot, name].concat()
            }
            Self::Item(outer, at) => [outer.spelt().as_str(), "[", &at.to_string(), "]"].concat(),
        }
    }
}

impl<'f> Reading<'f> {
    /// Nothing found yet.
    pub fn new(findings: &'f mut Findings) -> Self {
        Self { findings, unknown: Vec::new() }
    }

    /// Notes that a value has another shape than the format asks for: `false`.
    pub(super) fn wrong(&mut self, json: &Json<'_>, place: &Place<'_>, asked: impl Display) -> bool {
        let write = format_args!("Write what the format asks for: {asked}.");
        self.findings.error(&place.spelt(), json.shown(), write);
        false
    }
}

/// Fills a record, field by field. Says whether it is one at all.
pub fn fill(record: &mut dyn Fields, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
    let names = record.names();
    let Json::Fields(fields) = json else {
        return reading.wrong(json, place, format_args!("fields in braces: {}", listed(names)));
    };
    // No record has more than 64 fields, which the macro asserts.
    let mut seen = 0_u64;
    for (name, value) in fields {
        let place = Place::Field(place, name);
        let Some(at) = names.iter().position(|known| known == name) else {
            reading.unknown.push(Unknown { place: place.spelt(), name: name.to_string(), known: names });
            continue;
        };
        if seen >> at & 1 == 1 {
            reading.wrong(value, &place, "each field once");
        } else if let (Some(field), false) = (record.field(at), *value == Json::Null) {
            field.fill(value, &place, reading);
        }
        seen |= 1 << at;
    }
    true
}

/// Fills each item of a list. One of another shape is left out; a list of
/// nothing else is not taken, because empty may say something of its own.
fn fill_items(
    json: &Json<'_>,
    place: &Place<'_>,
    reading: &mut Reading<'_>,
    item: &mut dyn FnMut(&Json<'_>, &Place<'_>, &mut Reading<'_>) -> bool,
) -> bool {
    let Json::List(items) = json else {
        return reading.wrong(json, place, "a list in square brackets");
    };
    let mut taken = 0;
    for (at, json) in items.iter().enumerate() {
        taken += usize::from(item(json, &Place::Item(place, at), reading));
    }
    taken > 0 || items.is_empty()
}

impl Fill for String {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        let Json::Text(text) = json else {
            return reading.wrong(json, place, "a text in quotes");
        };
        self.push_str(text);
        true
    }
}

impl Fill for bool {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        let Json::Bool(is_so) = json else {
            return reading.wrong(json, place, "true or false");
        };
        *self = *is_so;
        true
    }
}

macro_rules! whole {
    ($($number:ty, $asked:literal;)+) => {$(
        impl Fill for $number {
            fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
                let Some(whole) = json.whole().and_then(|whole| Self::try_from(whole).ok()) else {
                    return reading.wrong(json, place, $asked);
                };
                *self = whole;
                true
            }
        }
    )+};
}
whole! {
    u8, "a whole number from 0 to 255";
    u32, "a whole number from 0";
    i64, "a whole number";
}

impl<T: Fill + Default> Fill for Option<T> {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        let is_taken = self.insert(T::default()).fill(json, place, reading);
        if !is_taken {
            *self = None;
        }
        is_taken
    }
}

impl<T: Fill + Default> Fill for Vec<T> {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        fill_items(json, place, reading, &mut |json, place, reading| {
            let mut one = T::default();
            let is_taken = one.fill(json, place, reading);
            if is_taken {
                self.push(one);
            }
            is_taken
        })
    }
}

/// Writes a record: the struct, and how it is filled. A field whose name in
/// files is no word of Rust has it after `as`. One marked `@whole` is in no
/// bundle for lists, and is not filled where [`WHOLE`](super::WHOLE) is false.
macro_rules! record {
    ($(#[$doc:meta])* pub struct $record:ident {
        $($(#[$field_doc:meta])* $(@$part:ident)? pub $field:ident: $type:ty $(as $name:literal)?,)+
    }) => {
        $(#[$doc])*
        pub struct $record { $($(#[$field_doc])* pub $field: $type,)+ }

        impl $crate::record::fill::Fields for $record {
            fn names(&self) -> &'static [&'static str] {
                const NAMES: &[&str] = &[$($crate::record::fill::name!($field $($name)?),)+];
                const { assert!(NAMES.len() <= 64) };
                NAMES
            }
            fn field(&mut self, at: usize) -> Option<&mut dyn $crate::record::fill::Fill> {
                #[allow(non_camel_case_types)]
                enum At { $($field,)+ }
                match at {
                    $(at if $crate::record::fill::is_read!($($part)?) && at == At::$field as usize => {
                        Some(&mut self.$field)
                    })+
                    _ => None,
                }
            }
        }
        #[cfg(test)]
        #[allow(dead_code, reason = "only some records have such fields")]
        impl $record {
            /// The fields that no bundle for lists has.
            pub(crate) const ONLY_WHOLE: &[&str] = &[$($({ stringify!($part); stringify!($field) },)?)+];
        }
        impl $crate::record::fill::Fill for $record {
            fn fill(
                &mut self,
                json: &$crate::json::Json<'_>,
                place: &$crate::record::fill::Place<'_>,
                reading: &mut $crate::record::fill::Reading<'_>,
            ) -> bool {
                $crate::record::fill::fill(self, json, place, reading)
            }
        }
    };
}
macro_rules! name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}
macro_rules! is_read {
    () => {
        true
    };
    (whole) => {
        $crate::record::WHOLE
    };
}
pub(crate) use {is_read, name, record};
