//! The coordinator's command: one module for each subcommand.
//!
//! [`files`] does all reading and writing, [`pending`] writes several at once or
//! none. Nothing here asks a clock, `today` is a parameter; nothing asks a network
//! but [`links`], which visits the addresses of the data. What is wrong with the
//! data comes back as findings; an error is only what keeps the command from
//! working at all.

pub mod bundle;
pub mod changes;
pub mod check;
pub mod command;
pub mod data;
pub mod due;
pub mod export;
pub mod files;
pub mod find;
pub mod fix;
pub mod gaps;
pub mod history;
pub mod import;
pub mod letters;
pub mod links;
pub mod manual;
pub mod merge;
pub mod numbers;
pub mod partners;
pub mod pending;
pub mod phone;
pub mod private;
pub mod read;
pub mod record;
pub mod remind;
pub mod report;
pub mod revision;
pub mod schools;
pub mod spelling;
pub mod template;
pub mod term;
pub mod today;
pub mod tokens;
pub mod tone;
pub mod withdraw;
