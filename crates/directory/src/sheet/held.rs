//! Where a column is kept in a record: one table for reading and for writing.

use super::Column;
use crate::record::ListingRecord;

/// What a record holds for a column, to be read.
pub(super) enum Held<'a> {
    /// Words that must be there.
    Words(&'a str),
    /// Words that may not be known.
    Maybe(Option<&'a str>),
    /// Several texts, each on its own line.
    Lines(&'a [String]),
    /// Slugs of a closed set.
    Slugs(&'a [String]),
}

/// The same, to be written.
pub(super) enum Slot<'a> {
    /// Words that must be there.
    Words(&'a mut String),
    /// Words that may not be known.
    Maybe(&'a mut Option<String>),
    /// Several texts, each on its own line.
    Lines(&'a mut Vec<String>),
    /// The same, where it may not be known whether there are any.
    MaybeLines(&'a mut Option<Vec<String>>),
    /// Slugs of a closed set.
    Slugs(&'a mut Vec<String>),
    /// The same, where it may not be known whether there are any.
    MaybeSlugs(&'a mut Option<Vec<String>>),
}

macro_rules! read {
    (Words, $field:expr) => {
        Held::Words(&$field)
    };
    (Maybe, $field:expr) => {
        Held::Maybe($field.as_deref())
    };
    (Lines, $field:expr) => {
        Held::Lines(&$field)
    };
    (MaybeLines, $field:expr) => {
        Held::Lines($field.as_deref().unwrap_or_default())
    };
    (Slugs, $field:expr) => {
        Held::Slugs(&$field)
    };
    (MaybeSlugs, $field:expr) => {
        Held::Slugs($field.as_deref().unwrap_or_default())
    };
}

/// Each column with how its field is written and where: of the record itself or
/// one of its parts, or after `in` of a part that many entries do not have.
macro_rules! kept {
    ($($column:ident: $shape:ident $($path:ident).+;)+ @parts $($own:ident: $own_shape:ident $part:ident / $field:ident;)+) => {
        /// What a record holds for a column. `None`: the column is none of these.
        pub(super) fn held(column: Column, record: &ListingRecord) -> Option<Held<'_>> {
            match column {
                $(Column::$column => Some(read!($shape, record.$($path).+)),)+
                $(Column::$own => Some(match &record.$part {
                    Some(part) => read!($own_shape, part.$field),
                    None => Held::Maybe(None),
                }),)+
                _ => None,
            }
        }

        /// Where a record keeps a column. `None`: the column is none of these.
        pub(super) fn slot(column: Column, record: &mut ListingRecord) -> Option<Slot<'_>> {
            match column {
                $(Column::$column => Some(Slot::$shape(&mut record.$($path).+)),)+
                $(Column::$own => Some(Slot::$own_shape(&mut record.$part.get_or_insert_default().$field)),)+
                _ => None,
            }
        }
    };
}

kept! {
    Name: Words name;
    Summary: Words summary;
    Doubt: Maybe doubt;
    OpensOn: Maybe availability.opens_on;
    Emails: Lines contacts.emails;
    Web: Maybe contacts.web;
    Ways: Slugs contacts.ways;
    Hours: Maybe hours;
    Eligibility: Maybe eligibility;
    Needs: Slugs needs;
    Audience: Slugs audience;
    WhoCounts: Slugs area.who_counts;
    Coverage: Maybe area.coverage;
    Askers: MaybeSlugs access.who;
    Route: Maybe access.route;
    Steps: Lines access.steps;
    HaveReady: Lines access.have_ready;
    PhoneWords: Lines access.phone_words;
    Threshold: Maybe access.threshold;
    Consent: Maybe access.consent;
    Exclusions: Lines access.exclusions;
    Formats: MaybeSlugs formats;
    FormatNote: Maybe format_note;
    Languages: MaybeLines languages;
    Accessibility: Maybe accessibility;
    Wait: Maybe availability.wait;
    SaidOn: Maybe availability.said_on;
    Next: Maybe help.next;
    IfNotRight: Maybe help.if_not_right;
    WhileWaiting: Maybe help.while_waiting;
    After: Maybe help.after;
    AtEighteen: Maybe help.at_18;
    Provider: Maybe provider;
    Commissioner: Maybe commissioner;
    @parts
    Suits: Words training / suits;
    Roles: Slugs training / roles;
    Length: Maybe training / length;
    Modes: Slugs training / modes;
    Level: Maybe training / level;
    FollowUp: Maybe training / follow_up;
    CourseNote: Maybe training / note;
    Amount: Maybe funding / amount;
    Applicants: Maybe funding / who;
    Purpose: Maybe funding / purpose;
    Opens: Maybe funding / opens;
    Closes: Maybe funding / closes;
    Version: Maybe resource / version;
    Dated: Maybe resource / dated;
}
