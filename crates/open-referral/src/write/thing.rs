//! A thing of Open Referral, put together property by property, and the ids of
//! what belongs to a service.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use crate::terms::id_of;

/// A thing. What is not known, or is empty, is not written.
#[derive(Clone, Debug, Default)]
pub(super) struct Thing(Map<String, Value>);

impl Thing {
    /// A thing with this id.
    pub(super) fn of(id: Uuid) -> Self {
        Self::default().with("id", id.to_string())
    }

    /// The same with one property more.
    pub(super) fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.0.insert(property.to_owned(), value.into());
        self
    }

    /// The same with a text, unless it is not known, or blank.
    pub(super) fn text(self, property: &str, text: Option<impl AsRef<str>>) -> Self {
        match text.as_ref().map(|text| text.as_ref().trim()).filter(|text| !text.is_empty()) {
            Some(text) => self.with(property, text),
            None => self,
        }
    }

    /// The same with a value that may not be known.
    pub(super) fn maybe(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// The same with a list, unless there is nothing in it.
    pub(super) fn each(self, property: &str, things: Vec<Self>) -> Self {
        if things.is_empty() {
            self
        } else {
            self.with(property, things.into_iter().map(Value::from).collect::<Vec<_>>())
        }
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Object(thing.0)
    }
}

/// Makes the ids of what belongs to one service: each from what it says, so that
/// it stays the same when something else is added before it.
#[derive(Debug)]
pub(super) struct Ids {
    service: String,
    made: BTreeMap<String, u32>,
}

impl Ids {
    /// None yet, for this service.
    pub(super) fn of(service: Uuid) -> Self {
        Self { service: service.to_string(), made: BTreeMap::new() }
    }

    /// The service itself.
    pub(super) fn service(&self) -> &str {
        &self.service
    }

    /// The id of what says this; of two that say the same, each has its own.
    pub(super) fn next(&mut self, kind: &str, says: &str) -> Uuid {
        let name = format!("{}/{says}", self.service);
        let count = self.made.entry(format!("{kind}/{says}")).or_default();
        *count += 1;
        match *count {
            1 => id_of(kind, &name),
            count => id_of(kind, &format!("{name}#{count}")),
        }
    }

    /// A thing of this kind that says this and belongs to the service.
    pub(super) fn thing(&mut self, kind: &str, says: &str) -> Thing {
        Thing::of(self.next(kind, says)).with("service_id", self.service.as_str())
    }
}
