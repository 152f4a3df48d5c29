//! Every reader of what comes from outside, tried on broken and hostile files.
//!
//! Each reader has a few small files of ours in `corpus/`. What is tried is one
//! of them with mistakes in it. A reader may refuse anything; it may not stop
//! the program, run on, or take memory without end.

pub mod changes;
pub mod corpus;
pub mod readers;
