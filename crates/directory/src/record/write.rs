//! What is not known is not written.

use super::{AccessRecord, AvailabilityRecord, ContactsRecord, HelpRecord};

/// Whether a field is absent: not known.
pub fn is_absent<T>(field: &Option<T>) -> bool {
    field.is_none()
}

impl AccessRecord {
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.steps, &self.have_ready, &self.exclusions, &self.phone_words];
        let words = [&self.route, &self.threshold, &self.consent];
        self.who.is_none()
            && self.youngest.is_none()
            && words.iter().all(|words| words.is_none())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_fact_alone_about_asking_is_written() {
        let said = || Some("Said by the service.".to_owned());
        for access in [
            AccessRecord { threshold: said(), ..AccessRecord::default() },
            AccessRecord { consent: said(), ..AccessRecord::default() },
            AccessRecord { phone_words: said().into_iter().collect(), ..AccessRecord::default() },
        ] {
            assert!(!access.is_empty(), "{access:?}");
        }
        assert!(AccessRecord::default().is_empty());
    }
}
