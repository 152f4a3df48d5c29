//! Other directories' data to entries of ours, and ours to theirs, with a report
//! of what is lost. Bytes in, records out: no file, network or clock.

pub mod lint;
pub mod read;
pub mod terms;
pub mod write;
