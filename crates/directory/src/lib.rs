//! The pure core of Waymark: what listings, needs, ages, places and filters
//! *are*, and which listing answers what.
//!
//! No file, network, screen or clock: whoever calls brings the text that was
//! read, and the day. No input, however broken, panics; what is wrong comes
//! back as [`finding::Finding`]s.

pub mod address;
pub mod age;
pub mod area;
pub mod booklet;
pub mod catalogue;
pub mod closed;
pub mod colours;
pub mod contact;
pub mod crisis;
pub mod coming;
pub mod csv;
pub mod day;
pub mod fact;
pub mod filters;
pub mod finding;
pub mod first_step;
mod fragment;
pub mod freshness;
pub mod gaps;
pub mod glossary;
pub mod funding;
pub mod groupings;
pub mod history;
pub mod id;
pub mod json;
pub mod leaflet;
pub mod linked_data;
pub mod listing;
pub mod guarded;
pub mod mailbox;
pub mod merging;
pub mod partner;
pub mod person;
pub mod question;
pub mod record;
pub mod referral;
pub mod resource;
pub mod review;
pub mod schools;
pub mod search;
pub mod self_help;
pub mod sheet;
pub mod shortlist;
pub mod site;
mod sorted;
mod svg;
pub mod term;
mod standing;
pub mod training;
pub mod vocabulary;
pub mod withdrawal;
pub mod words;
pub mod young;

pub use address::Address;
pub use catalogue::Directory;
pub use filters::Filters;
pub use listing::Listing;
