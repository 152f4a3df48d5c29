//! Whose a mailbox is: a role's, a team's or a person's.
//!
//! What stands before the `@` of a role's mailbox says which role it is
//! (`senco@`, `office@`, `camhs.link@`); beside that only words of the school or
//! the service itself, numbers, and codes of up to three letters. Everything
//! else may be a surname, and is refused with the part that nobody could tell.

use std::collections::BTreeSet;

use crate::words::fold;

use crate::person;

/// Words of which the name of a role's mailbox is made.
const ROLES: &str = "access admin administration advice aftercare attendance bookings camhs care children child childrens clinic \
    community contact contacts counselling cyp cypmhs ddsl deputy dsl duty early education emotional enquiries enquiry ep \
    eps family families feedback front door head headteacher health hello help helpdesk hub inclusion info information \
    intake lead liaison link mail mash mental mentalhealth mhl mhst mhsts nurse nurses nursing office parent parents \
    pastoral people point practitioner principal psychologist psychologists psychology pupil reception referral referrals \
    safeguarding school schools secretary sen senco sencos send sendco senddl service services single smhl spa staff \
    student students support team teams training trust virtual welfare wellbeing worker workers young youth";

/// Endings of addresses that people register for themselves.
const PERSONAL: [&str; 2] = [".me.uk", ".name"];

/// The longest part of a mailbox that may be a code and no surname.
const LONGEST_CODE: usize = 3;

/// What makes a mailbox one of a person; nothing if it is a role's. `own` are
/// the names of the school, the service or the area that it belongs to.
pub fn no_role(mailbox: &str, own: &[&str]) -> Option<String> {
    let (local, host) = mailbox.split_once('@')?;
    if let Some(why) = of_a_person(mailbox) {
        return Some(why);
    }
    if let Some(ending) = PERSONAL.iter().find(|ending| host.to_lowercase().ends_with(**ending)) {
        return Some(format!("addresses that end in {ending} are those of people"));
    }
    let mut known: Vec<String> = own.iter().flat_map(|name| own_words(name)).collect();
    let in_host = parts(host).find(|part| person::is_first_name(part) && !is_spelt(part, &known));
    if let Some(name) = in_host {
        return Some(format!("“{name}” after the @ looks like a first name"));
    }
    // What stands before the @ may say again what stands after it.
    known.extend(host.split('.').map(fold));
    let roles: Vec<String> = ROLES.split_ascii_whitespace().map(str::to_owned).collect();
    known.extend(roles.iter().cloned());
    if let Some(part) = parts(local).find(|part| !is_spelt(part, &known)) {
        return Some(format!("“{part}” may be a person's name"));
    }
    let says_role = parts(local).any(|part| says_one_of(&part, &roles));
    (!says_role).then(|| "nothing before the @ says which role it is: senco, office, dsl, camhs".to_owned())
}

/// What makes the first mailbox in a text plainly that of a person: a first
/// name, or an initial and a surname.
pub fn of_a_person(text: &str) -> Option<String> {
    let words = text.split(|sign: char| sign.is_whitespace() || "<>()[],;:".contains(sign));
    words.filter_map(|word| word.split_once('@')).find_map(|(local, _)| {
        let parts: Vec<String> = parts(local).collect();
        if let Some(name) = parts.iter().find(|part| person::is_first_name(part)) {
            return Some(format!("“{name}” looks like a first name"));
        }
        let roles: Vec<String> = ROLES.split_ascii_whitespace().map(str::to_owned).collect();
        match parts.as_slice() {
            [initial, surname] if initial.len() == 1 && surname.len() > LONGEST_CODE && !is_spelt(surname, &roles) => {
                Some(format!("“{local}” looks like an initial and a surname"))
            }
            _ => None,
        }
    })
}

/// The parts of an address, in small letters, without digits and signs.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|sign: char| !sign.is_ascii_alphabetic()).filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase)
}

/// The words of a name, its first letters together, and itself without spaces:
/// of "St Mary's Primary School" also `smps` and `stmarysprimaryschool`.
fn own_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let singular: Vec<String> = words.iter().filter_map(|word| word.strip_suffix('s')).map(str::to_owned).collect();
    words.push(initials);
    words.extend(singular.into_iter().filter(|word| word.len() > LONGEST_CODE));
    words
}

/// Whether a part of an address is put together of known words, with at most one
/// code at its beginning or its end.
fn is_spelt(part: &str, known: &[String]) -> bool {
    let is_code = |rest: &str| rest.len() <= LONGEST_CODE && !person::is_first_name(rest);
    if is_code(part) || is_of_words(part, known) {
        return true;
    }
    (1..=LONGEST_CODE.min(part.len())).any(|length| {
        let (first, rest) = part.split_at(length);
        let (start, last) = part.split_at(part.len() - length);
        is_code(first) && is_of_words(rest, known) || is_code(last) && is_of_words(start, known)
    })
}

/// Whether a text is nothing but known words, one after the other.
fn is_of_words(text: &str, known: &[String]) -> bool {
    // Each place that words from the beginning can reach, from left to right.
    let mut reached = BTreeSet::from([0]);
    while let Some(at) = reached.pop_first() {
        let rest = text.get(at..).unwrap_or_default();
        if rest.is_empty() {
            return true;
        }
        let next = known.iter().filter(|word| word.len() > 1 && rest.starts_with(word.as_str()));
        reached.extend(next.map(|word| at + word.len()));
    }
    false
}

/// Whether one of these words stands in a part of an address; a short one is
/// the whole of it, or begins or ends it.
fn says_one_of(part: &str, words: &[String]) -> bool {
    let is_in = |word: &String| match word.len() {
        0..=LONGEST_CODE => part.starts_with(word.as_str()) || part.ends_with(word.as_str()),
        _ => part.contains(word.as_str()),
    };
    words.iter().any(is_in)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHOOL: &str = "St Mary’s Primary School";

    fn check(mailbox: &str, is_right: bool) {
        assert_eq!(
            no_role(mailbox, &[SCHOOL, "Old Town"]).is_none(),
            is_right,
            "{mailbox}: {:?}",
            no_role(mailbox, &[SCHOOL, "Old Town"])
        );
    }

    #[test]
    fn a_role_of_a_school_or_a_team_has_a_mailbox() {
        for right in [
            "senco@stmarys.example.org",
            "SENCO1@example.org",
            "office@st-marys.example.org",
            "stmarys.office@example.org",
            "smps-admin@example.org",
            "mentalhealthlead@example.org",
            "oldtown.camhs@example.org",
            "slm-tr.mhst@nhs.example",
            "dsl@mary-school.example.org",
        ] {
            check(right, true);
        }
    }

    #[test]
    fn a_name_before_or_after_the_sign_is_refused() {
        for wrong in [
            "jo@example.org",
            "jo.smith@example.org",
            "smith@example.org",
            "j.smith@example.org",
            "jsmith@example.org",
            "smith.senco@example.org",
            "sencosmith@example.org",
            "senco.jo@example.org",
            "josenco@example.org",
            "senco@sarah-smith.example",
            "senco@example.me.uk",
            "senco@smith.name",
            "stmarys@example.org",
            "abc@example.org",
        ] {
            check(wrong, false);
        }
    }
}
