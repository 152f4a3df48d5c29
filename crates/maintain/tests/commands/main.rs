//! The commands as people type them, over folders made for each case, and
//! over the data of this repository.

mod bundle;
mod changes;
mod check;
mod codes;
mod due;
mod find;
mod export;
mod export_guards;
mod export_round_trip;
#[path = "../../../open-referral/tests/reading/feeds.rs"]
mod feeds;
mod fixes;
mod folder;
mod gaps;
mod history;
mod import;
mod glossary;
mod kills;
mod leaflets;
mod offers;
mod opening;
mod history_lines;
mod own_data;
mod own_words;
mod referral;
mod remind;
mod recording;
mod reports;
mod rules;
mod sayings;
mod school_lists;
mod schools;
mod self_help;
mod spoken;
mod training;
mod stories;
mod tags;
mod withdraw;
mod withdrawn;
mod words;
