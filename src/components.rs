//! Pieces of pages, drawn from values.

pub mod markup;
pub mod icon;
pub mod thrive;
pub mod how;
pub mod facts;
pub mod first_steps;
pub mod fresh;
pub mod contact;
pub mod notice;
pub mod crisis;
pub mod card;
pub mod table;
pub mod grid;
pub mod course;
pub mod choices;
pub mod tags;
pub mod search;
pub mod ways;
pub mod foot;
pub mod staff_nav;
pub mod school_picker;
pub mod coverage;
pub mod role_table;
pub mod school_list;
pub mod strip;
