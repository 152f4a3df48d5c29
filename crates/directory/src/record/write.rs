//! What is not known is not written.

use super::{AccessRecord, AvailabilityRecord, ContactsRecord, HelpRecord};

/// Whether a field is absent: not known.
pub fn is_absent<T>(field: &Option<T>) -> bool {
    field.is_none()
}

impl AccessRecord {
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.steps, &self.have_ready, &self.exclusions, &self.phone_words];
        self.who.is_none()
            && self.youngest.is_none()
            && self.route.is_none()
            && self.threshold.is_none()
            && self.consent.is_none()
            && lists.iter().all(|list| list.is_empty())
    }
}

impl ContactsRecord {
    pub(super) fn is_empty(&self) -> bool {
        let has_number = !self.phones.is_empty() || !self.texts.is_empty();
        !has_number && self.emails.is_empty() && self.web.is_none() && self.ways.is_empty()
    }
}

impl AvailabilityRecord {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl HelpRecord {
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
