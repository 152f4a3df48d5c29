//! Values by names that the data chooses itself.

use super::fill::{Fill, Place, Reading};
use crate::json::Json;
use serde::{Serialize, Serializer};

/// Values by name, in the order of the file; written by name, so that one set
/// has one spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T> Named<T> {
    /// The value with this name; of several, the first.
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(one, _)| one == name).map(|(_, value)| value)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all: Vec<_> = self.0.iter().map(|(name, value)| (name, value)).collect();
        all.sort_by_key(|(name, _)| *name);
        serializer.collect_map(all)
    }
}

impl<T: Fill + Default> Fill for Named<T> {
    fn fill(&mut self, json: &Json<'_>, place: &Place<'_>, reading: &mut Reading<'_>) -> bool {
        let Json::Fields(fields) = json else {
            return reading.wrong(json, place, "names and values in braces");
        };
        for (name, json) in fields {
            let place = Place::Field(place, name);
            let mut value = T::default();
            if self.get(name).is_some() {
                reading.wrong(json, &place, "each name once");
            } else if value.fill(json, &place, reading) {
                self.0.push((name.to_string(), value));
            }
        }
        true
    }
}
