//! The grid: each course beside each role, with who says that it is for them.

use super::Training;
use crate::day::Day;
use crate::fact::Basis;
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
        /// Whether that is our own reading, and nobody's statement.
        is_ours: bool,
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
            Self::Recommended { by, on, is_exact } => {
                format!("Recommended by {by}, {}{}", on.year(), if is_exact { "" } else { ", for all staff" })
            }
            Self::Suits { is_exact, is_ours } => {
                let whom = if is_exact { "this role" } else { "all staff" };
                match is_ours {
                    true => format!("We believe it suits {whom}, not checked"),
                    false => format!("The provider says suitable for {whom}"),
                }
            }
            Self::NotKnown => "Not known: ask".to_owned(),
            Self::Nothing => String::new(),
        }
    }
}

/// What is said of a course for a role: a recommendation before a provider's
/// word, the very role before all staff, the newest word before older ones.
pub fn said(listing: &Listing, role: Role) -> Said<'_> {
    let Some(training) = &listing.training else { return Said::NotKnown };
    let is_ours = training.basis == Basis::Ours;
    match recommended(training, role) {
        Some(said) => said,
        None if training.roles.contains(role) => Said::Suits { is_exact: true, is_ours },
        None if training.roles.contains(Role::AllStaff) => Said::Suits { is_exact: false, is_ours },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::json::Json;
    use crate::record::listing_in;

    fn check(training: &str, stated: &str, role: Role, words: &str) {
        let text = format!(
            r#"{{"id": "a", "name": "A", "kind": "training", "standing": "active", "audience": ["staff"],
            "training": {{"suits": "", {training}}}, "stated": [{stated}]}}"#
        );
        let json = Json::parse(&text).expect("JSON");
        let listing = listing_in(&json, &mut Findings::default()).expect("a listing");
        assert_eq!(said(&listing, role).words(), words, "{training}");
    }

    #[test]
    fn each_word_for_a_role_is_somebodys() {
        let two = r#""recommended": [{"roles": ["all-staff"], "by": "Old Council", "on": "2026-09"},
            {"roles": ["dsl"], "by": "A", "on": "2024"}, {"roles": ["dsl"], "by": "B", "on": "2025-03"}], "roles": ["dsl"]"#;
        let stated = r#""training""#;
        check(two, stated, Role::Dsl, "Recommended by B, 2025");
        check(two, stated, Role::Senco, "Recommended by Old Council, 2026, for all staff");
        check(r#""roles": ["dsl"]"#, stated, Role::Dsl, "The provider says suitable for this role");
        check(r#""roles": ["dsl"]"#, stated, Role::Senco, "");
        check(r#""roles": ["all-staff"]"#, stated, Role::Senco, "The provider says suitable for all staff");
        check(r#""roles": ["dsl"]"#, "", Role::Dsl, "We believe it suits this role, not checked");
        check(r#""roles": []"#, stated, Role::Dsl, "Not known: ask");
    }
}
