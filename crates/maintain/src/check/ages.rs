//! Rules of ages beside what the words say. "Under 18" ends at 17: both ends
//! of an age range count.

use directory::age::AgeRange;
use directory::finding::{Findings, Level};
use directory::listing::Listing;

/// Whoever is older than this is no child or young person.
const OLDEST_CHILD: u8 = 25;

/// What stands before the first age that is no longer taken.
const LIMITS: [&str; 5] = ["under ", "under-", "younger than ", "up to the ", "up to their "];

pub(super) fn check(listing: &Listing, eligibility: Option<&str>, findings: &mut Findings) {
    let Some(ages) = listing.ages.as_ref().map(|ages| ages.value) else { return };
    if let Some((said, limit)) = eligibility.and_then(limit).filter(|(_, limit)| *limit == ages.oldest()) {
        let write = format_args!("Write \"to\": {}, or mend the words: both ends of ages count.", limit - 1);
        findings.add(Level::Warning, "ages", format_args!("“{said}” and to {limit}"), write);
    }
    if ages.youngest() > OLDEST_CHILD {
        let write = "Write the ages of the child who is helped; those of an adult who calls go into user_ages.";
        findings.add(Level::Warning, "ages", spelt(ages), write);
    }
    if let Some(youngest) = listing.access.youngest_asker.filter(|youngest| *youngest > ages.oldest()) {
        let write = "Write an age at which one of those who are helped can ask alone, or take it out.";
        findings.add(
            Level::Warning,
            "access.youngest",
            format_args!("{youngest}, and it helps {}", spelt(ages)),
            write,
        );
    }
}

fn spelt(ages: AgeRange) -> String {
    format!("{} to {}", ages.youngest(), ages.oldest())
}

/// The first age that some words leave out, and the words.
fn limit(text: &str) -> Option<(String, u8)> {
    let lower = text.to_lowercase();
    LIMITS.iter().find_map(|before| {
        lower.match_indices(before).find_map(|(at, _)| {
            let rest = lower.get(at + before.len()..)?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let after = rest.get(digits.len()..)?;
            // "Up to the 18th birthday" is a limit, "up to the 2 of you" is none.
            let is_birthday = after.get(2..).is_some_and(|after| after.starts_with(" birthday"));
            let age = digits.parse().ok().filter(|age| (1..=OLDEST_CHILD + 1).contains(age))?;
            let is_limit = !before.starts_with("up to") || is_birthday;
            is_limit.then(|| (format!("{before}{digits}"), age))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_an_age_and_up_to_a_birthday_are_limits_and_other_numbers_are_none() {
        for (text, age) in [
            ("Lives here, under 18", Some(18)),
            ("For under-5s", Some(5)),
            ("Up to the 18th birthday", Some(18)),
            ("Younger than 11.", Some(11)),
            ("Up to the 2 of you", None),
            ("Aged 5 to 11", None),
            ("Under £18", None),
            ("under 65", None),
            ("under ", None),
        ] {
            assert_eq!(limit(text).map(|(_, age)| age), age, "{text}");
        }
    }
}
