//! Which schools a listing covers, as its service says.

use crate::day::Day;
use crate::id::SchoolId;

/// Which schools a listing covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schools {
    /// It does not depend on the school.
    NotBySchool,
    /// All schools of its area.
    All,
    /// Some schools; an empty list names none.
    Listed(SchoolList),
    /// Some schools; which is not known.
    NotKnown,
}

/// The schools that a listing covers, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchoolList {
    /// By name, as the service writes it.
    pub names: Vec<String>,
    /// By id, as the register of schools has it.
    pub ids: Vec<SchoolId>,
}

/// That something was confirmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// When.
    pub on: Day,
    /// By which role, never by a named person.
    pub by: String,
}
