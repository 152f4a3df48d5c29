//! Which column holds what, by its heading, as registers and councils write it.

use directory::words::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of a school: its URN.
    Id,
    /// What it is called.
    Name,
    /// What it teaches.
    Phase,
    /// In which area it lies.
    Area,
    /// In which town.
    Town,
    /// In which part of it.
    Locality,
    /// Whether it is open.
    Status,
    /// A service, by its id or its name.
    Service,
    /// Whether that covers the school.
    Covered,
    /// A role that answers for the school.
    Role,
    /// The mailbox of that role.
    Mailbox,
    /// When the row was confirmed.
    Date,
    /// By which role.
    By,
    /// Who answers in absence.
    Cover,
    /// The mailbox of that role.
    CoverMailbox,
}

/// The headings of each, folded. Nothing else is read: a register also holds
/// the names of heads.
const HEADINGS: [(Column, &[&str]); 15] = [
    (Column::Id, &["urn", "school urn", "school id", "schoolid", "id"]),
    (Column::Name, &["establishmentname", "establishment name", "school name", "school", "name"]),
    (Column::Phase, &["phaseofeducation name", "phase of education", "phaseofeducation", "phase"]),
    (Column::Area, &["la name", "la", "local authority", "area", "borough"]),
    (Column::Town, &["town", "town or city", "city"]),
    (Column::Locality, &["locality"]),
    (Column::Status, &["establishmentstatus name", "establishment status", "establishmentstatus", "status"]),
    (Column::Service, &["service", "service id", "listing", "listing id"]),
    (Column::Covered, &["covered", "covers", "is covered", "coverage"]),
    (Column::Role, &["role", "contact role"]),
    (Column::Mailbox, &["mailbox", "role mailbox", "email", "email address"]),
    (Column::Date, &["date", "confirmed", "confirmed on", "last confirmed", "date confirmed"]),
    (Column::By, &["confirmed by", "by"]),
    (Column::Cover, &["cover", "cover in absence", "in absence"]),
    (Column::CoverMailbox, &["cover mailbox", "cover email"]),
];

impl Column {
    /// The column with this heading.
    pub(super) fn of(heading: &str) -> Option<Self> {
        let heading = fold(heading);
        HEADINGS.iter().find(|(_, names)| names.contains(&heading.as_str())).map(|(column, _)| *column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_however_they_are_written_and_heads_are_not_read() {
        assert_eq!(Column::of("PhaseOfEducation (name)"), Some(Column::Phase));
        assert_eq!(Column::of("LA (name)"), Some(Column::Area));
        assert_eq!(Column::of(" E-mail address"), Some(Column::Mailbox));
        assert_eq!(Column::of("Confirmed_by"), Some(Column::By));
        for heading in ["HeadFirstName", "HeadLastName", "HeadPreferredJobTitle", "TelephoneNum", ""] {
            assert_eq!(Column::of(heading), None, "{heading}");
        }
    }
}
