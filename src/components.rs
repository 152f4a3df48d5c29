//! Pieces drawn from values: what each shows and what it reports.

pub mod card;
pub mod chips;
pub mod choices;
pub mod contact;
pub mod crisis;
pub mod facts;
pub mod foot;
pub mod fresh;
pub mod how;
pub mod icon;
pub mod notice;
pub mod strip;
pub mod table;
pub mod tags;
pub mod thrive;
