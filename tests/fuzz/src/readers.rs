//! The readers, by name. A new one is a line in [`READERS`] and a folder of its
//! name in `corpus/`.

mod addresses;
mod data;
mod entries;
mod feeds;
mod partners;
mod tables;

use crate::changes::Form;

/// A reader of what comes from outside.
pub struct Reader {
    /// Its name, and that of its folder in `corpus/`.
    pub name: &'static str,
    /// How what it reads is put together, so that mistakes get past its shell.
    pub form: Form,
    /// Reads some bytes. That it refuses them is well; nothing else may happen.
    pub read: fn(&[u8]),
}

/// Every reader.
pub const READERS: &[Reader] = &[
    Reader { name: "xlsx", form: Form::Package, read: tables::read },
    Reader { name: "ods", form: Form::Package, read: tables::read },
    Reader { name: "csv", form: Form::Plain, read: tables::read },
    Reader { name: "merge", form: Form::Plain, read: entries::merge },
    Reader { name: "merge-xlsx", form: Form::Package, read: entries::merge },
    Reader { name: "cells", form: Form::Plain, read: entries::cells },
    Reader { name: "schools", form: Form::Plain, read: tables::schools },
    Reader { name: "data", form: Form::Plain, read: data::check },
    Reader { name: "bundle", form: Form::Plain, read: data::bundle },
    Reader { name: "partners", form: Form::Plain, read: partners::read },
    Reader { name: "addresses", form: Form::Plain, read: addresses::read },
    Reader { name: "questions", form: Form::Plain, read: addresses::question },
    Reader { name: "feed", form: Form::Plain, read: feeds::json },
    Reader { name: "feed-package", form: Form::Package, read: feeds::package },
    Reader { name: "feed-list", form: Form::Plain, read: feeds::list },
    Reader { name: "mapping", form: Form::Plain, read: feeds::mapping },
];

/// The reader of a name.
pub fn named(name: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.name == name)
}
