//! The names that reading and writing share: how ids are made, and the
//! attributes that carry what Open Referral has no field for.
//!
//! An attribute is a choice from a vocabulary of ours (a need, a format), or a
//! note: a field of ours with a text beside it. Both sides ask this module, so
//! that what was written is read back as it was.

mod choice;
mod note;
mod words;

pub use choice::{Choice, NO_GROUPING};
pub use note::{FIELDS, Note, OURS, STATED};
pub use words::{
    age_words, eligibility_alone, eligibility_words, range, range_words, said_on, said_on_words, text_alone, text_words,
};

use uuid::{Uuid, uuid};

/// The namespace of every id that we make: the UUID of version 5 of
/// `waymark:open-referral` among those of web addresses. It never changes,
/// since others keep what they took from us by these ids.
pub const NAMESPACE: Uuid = uuid!("d5ea3552-94cc-5035-8f6f-5174b37697ca");

/// The slug of the whole of England among places, and its address in the
/// national list of areas.
pub const ENGLAND: [&str; 2] = ["national", "http://statistics.data.gov.uk/id/statistical-geography/E92000001"];

/// What an organisation is called where nobody knows who provides a service. It
/// may not be left out, and reading takes it for what it is: not known.
pub const UNKNOWN_PROVIDER: &str = "Not known";

/// The id of a thing: what kind of thing it is, and what it is called there.
/// The id of a service is that of `service` and the id of its entry.
pub fn id_of(kind: &str, name: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, format!("{kind}/{name}").as_bytes())
}

/// The id of an entry: the one under which it came from elsewhere, if that can
/// stand there, else one made of ours.
pub fn id_of_entry(id: &str, imported: Option<&str>) -> Uuid {
    imported.and_then(|id| Uuid::try_parse(id).ok()).filter(|id| !id.is_nil()).unwrap_or_else(|| id_of("service", id))
}

/// Writes a set of names, each with what stands for it in files.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident: $slug:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $(#[doc = $label] $variant,)+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its `link_type`: it never changes once something was published.
            pub fn link_type(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// What it says, for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The one with this `link_type`.
            pub fn from_link_type(link_type: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.link_type() == link_type)
            }
        }
    };
}
pub(crate) use names;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn an_id_is_made_of_the_namespace_that_is_written_down() {
        assert_eq!(NAMESPACE, Uuid::new_v5(&Uuid::NAMESPACE_URL, b"waymark:open-referral"));
        assert_eq!(id_of("service", "kooth"), id_of("service", "kooth"));
        assert_ne!(id_of("service", "kooth"), id_of("organization", "kooth"));
    }

    #[test]
    fn an_id_from_elsewhere_is_kept_if_it_can_stand_there() {
        let theirs = "ac148810-d857-441c-9679-408f346de14b";
        assert_eq!(id_of_entry("kooth", Some(theirs)).to_string(), theirs);
        for other in [None, Some("7"), Some(""), Some("00000000-0000-0000-0000-000000000000")] {
            assert_eq!(id_of_entry("kooth", other), id_of("service", "kooth"), "{other:?}");
        }
    }

    #[test]
    fn no_two_attributes_have_one_name() {
        let choices = Choice::ALL.iter().map(|one| one.link_type());
        let all: Vec<_> = choices.chain(Note::ALL.iter().map(|one| one.link_type())).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        for one in Choice::ALL {
            assert_eq!(Choice::from_link_type(one.link_type()), Some(*one));
        }
        for one in Note::ALL {
            assert_eq!(Note::from_link_type(one.link_type()), Some(*one));
        }
    }
}
