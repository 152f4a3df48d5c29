//! What lists call phases, roles, and yes and no.

use directory::closed::Closed;
use directory::schools::ContactRole;
use directory::vocabulary::Phase;
use directory::words::fold;

/// The slugs of the phases that a register names. `None`: it names none that is
/// known; "not applicable" names none, and is known.
pub(super) fn phases(text: &str) -> Option<Vec<String>> {
    let phases: &[Phase] = match fold(text).as_str() {
        "not applicable" => &[],
        "nursery" | "early years" => &[Phase::EarlyYears],
        "primary" | "infant" | "infants" | "junior" | "middle deemed primary" => &[Phase::Primary],
        "secondary" | "middle deemed secondary" => &[Phase::Secondary],
        "16 plus" | "post 16" | "post16" | "sixth form" | "college" | "sixth form or college" => &[Phase::Post16],
        "all through" | "allthrough" => &[Phase::Primary, Phase::Secondary],
        _ => return None,
    };
    Some(phases.iter().map(|phase| phase.slug().to_owned()).collect())
}

/// The role that a list names.
pub(super) fn role(text: &str) -> Option<ContactRole> {
    let text = fold(text);
    let by_name = ContactRole::ALL.iter().find(|role| fold(role.slug()) == text || fold(role.label()) == text);
    by_name.copied().or_else(|| {
        Some(match text.as_str() {
            "senior mental health lead" | "smhl" | "mhl" | "mental health lead" => ContactRole::MentalHealthLead,
            "sendco" | "special educational needs coordinator" => ContactRole::Senco,
            "designated safeguarding lead" => ContactRole::Dsl,
            "link worker" | "camhs" | "camhs link" | "camhs link worker" => ContactRole::CamhsLinkWorker,
            "mental health support team" => ContactRole::Mhst,
            "educational psychology" | "educational psychologist" | "ep" => ContactRole::EducationalPsychologist,
            "school nurse" | "school nursing" => ContactRole::SchoolNurse,
            "early help" => ContactRole::EarlyHelp,
            _ => return None,
        })
    })
}

/// Whether a list says yes or no.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "covered" => Some(true),
        "no" | "n" | "false" | "0" | "not covered" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_and_roles_are_known_by_what_lists_call_them() {
        assert_eq!(phases("All-through"), Some(vec!["primary".to_owned(), "secondary".to_owned()]));
        assert_eq!(phases("Not applicable"), Some(Vec::new()));
        assert_eq!(phases("Kindergarten"), None);
        assert_eq!(role("Designated Safeguarding Lead (DSL)"), Some(ContactRole::Dsl));
        assert_eq!(role("mental-health-lead"), Some(ContactRole::MentalHealthLead));
        assert_eq!(role("CAMHS link worker"), Some(ContactRole::CamhsLinkWorker));
        assert_eq!(role("Head"), None);
        assert_eq!((yes_or_no("Yes"), yes_or_no(" N "), yes_or_no("?")), (Some(true), Some(false), None));
    }
}
