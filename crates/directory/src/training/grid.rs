//! The grid: each course beside each role, with who says that it is for them.

use super::Training;
use crate::day::Day;
use crate::listing::Listing;
use crate::vocabulary::Role;

/// The roles that have a column: everyone is none of them, and reaches all.
pub fn columns() -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(|role| *role != Role::AllStaff)
}

/// What is said of one course for one role. It is never our own advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// A body recommends it.
    Recommended {
        /// Which body.
        by: &'a str,
        /// When it said so.
        on: Day,
        /// Whether for this very role, and not for all staff.
        is_exact: bool,
    },
    /// Its provider says that it suits them.
    Suits {
        /// Whether this very role, and not all staff.
        is_exact: bool,
    },
    /// For whom it is, is not known.
    NotKnown,
    /// It is for others.
    Nothing,
}

impl Said<'_> {
    /// In words; none where nothing is said.
    pub fn words(self) -> String {
        match self {
            Self::Recommended { by, on, .. } => format!("Recommended by {by}, {}", on.year()),
            Self::Suits { .. } => "The provider says suitable for".to_owned(),
            Self::NotKnown => "Not known: ask".to_owned(),
            Self::Nothing => String::new(),
        }
    }
}

/// What is said of a course for a role: a recommendation before a provider's
/// word, the very role before all staff, the newest word before older ones.
pub fn said(listing: &Listing, role: Role) -> Said<'_> {
    let Some(training) = &listing.training else { return Said::NotKnown };
    match recommended(training, role) {
        Some(said) => said,
        None if training.roles.contains(role) => Said::Suits { is_exact: true },
        None if training.roles.contains(Role::AllStaff) => Said::Suits { is_exact: false },
        None if training.roles.is_empty() => Said::NotKnown,
        None => Said::Nothing,
    }
}

fn recommended(training: &Training, role: Role) -> Option<Said<'_>> {
    let for_role = |asked: Role| {
        let all = training.recommended.iter().filter(move |one| one.roles.contains(asked));
        all.max_by_key(|one| one.on)
    };
    let exact = for_role(role).map(|one| (one, true));
    let (one, is_exact) = exact.or_else(|| for_role(Role::AllStaff).map(|one| (one, false)))?;
    Some(Said::Recommended { by: &one.by, on: one.on, is_exact })
}
