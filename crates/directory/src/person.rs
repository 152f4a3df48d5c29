//! Whether words name a person. A directory names roles: people leave, and
//! nobody asked them.
//!
//! A title or a common first name is enough to ask. Names that are also words
//! of every day ("Mark", "Grace", "Will") are left out of the list, because a
//! role must contain a word for what it is all the same.

pub mod reached;

use crate::record::ListingRecord;
use crate::words::fold_apart;

/// Titles that stand before a name.
const TITLES: [&str; 12] = ["mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "rev"];

/// First names that are common in this country and mean nothing else.
const FIRST_NAMES: &str = "aaron abdul abigail adam adrian ahmed aisha alan alex alexandra ali alice alison amanda amelia amina \
    amy andrea andrew angela anita ann anna anne annie anthony ben benjamin bernard beth brenda brian callum carl carol \
    caroline catherine charles charlotte chloe chris christine christopher claire clare colin craig daniel dave david \
    dawn deborah denise derek diane donna dorothy edward elaine eleanor elizabeth ella ellie emily emma eric fatima fiona \
    gareth gary gemma geoff george georgia gillian graham hannah harriet harry hassan heather helen henry hugh ian imran \
    isabella jack jacqueline jade james jamie jan jane janet jason jayne jean jennifer jenny jessica jill jo joan joanna \
    joanne joe john jon jonathan joseph josh joshua judith julia julie karen kate katherine kathleen katie keith kelly \
    ken kenneth kerry kevin kim laura lauren leanne lee leon leslie liam linda lisa liz louise lucy luke lynn malcolm \
    margaret maria marie martin mary matthew megan mia michael michelle mike mohammed mohamed monica muhammad natalie \
    natasha neil nicholas nick nicola nicole nigel noah olivia oliver oscar pamela patricia patrick paul pauline peter \
    philip phil priya rachel raj rebecca richard robert roger ruth ryan sally sam samantha samuel sandra sara sarah scott \
    sean sharon sheila shirley simon sophia sophie stacey stephanie stephen steve steven stuart sue susan tanya teresa \
    thomas tim timothy tina tom tony tracey trevor valerie vanessa veronica wendy william yasmin yvonne zara zoe";

/// Words that say what somebody is there for.
const ROLES: &str = "administrator adviser advisor assistant board care chair clinician commissioner coordinator council \
    cover dsl deputy desk director duty governor head headteacher hub intake lead leader line manager mentor nurse nurses \
    nursing office officer ordinator owner partner practitioner principal psychologist psychology reception referrals \
    school secretary senco sendco service services staff supervisor support teacher team therapist trust worker workers \
    colleague partnership";

/// The names of an entry and of those who run and pay for it. A first name in
/// them names no person: "St Mary's".
pub fn names_of(record: &ListingRecord) -> Vec<&str> {
    let others = [&record.provider, &record.commissioner].into_iter().flatten();
    let names = [&record.name].into_iter().chain(others).chain(&record.former_names);
    names.map(String::as_str).collect()
}

/// The title or first name in a text, if it has one that its own names do not
/// explain: a school may be called St Mary's.
pub fn named_in<'a>(text: &'a str, own: &[&str]) -> Option<&'a str> {
    let own: Vec<String> = own.iter().flat_map(|name| words(name)).collect();
    let is_explained = |word: &str| own.iter().any(|one| one == word || one.strip_suffix('s') == Some(word));
    text.split(|sign: char| !sign.is_alphanumeric()).find(|word| {
        let word = word.to_lowercase();
        (is_title(&word) || is_first_name(&word)) && !is_explained(&word)
    })
}

/// Whether a small word is a title that stands before a name.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

/// Whether a small word is a common first name.
pub fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.split_ascii_whitespace().any(|name| name == word)
}

/// What is wrong with words that should name a role; nothing if they do.
pub fn no_role(text: &str, own: &[&str]) -> Option<String> {
    if let Some(name) = named_in(text, own) {
        return Some(format!("“{name}” looks like a person's name or title"));
    }
    let has_role = words(text).iter().any(|word| ROLES.split_ascii_whitespace().any(|role| role == word));
    (!has_role).then(|| "no word of it says which role that is, such as lead, manager, team or office".to_owned())
}

fn words(text: &str) -> Vec<String> {
    fold_apart(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_named_and_a_person_is_not() {
        for right in
            ["CAMHS service manager", "the duty worker", "Co-ordinator of the partnership", "SENCO", "deputy DSL"]
        {
            assert_eq!(no_role(right, &[]), None, "{right}");
        }
        for wrong in ["Sarah Smith, SENCO", "Mrs Patel (lead)", "Dr Okafor", "Okafor", "", "the manager, Jo"] {
            assert!(no_role(wrong, &[]).is_some(), "{wrong}");
        }
    }

    #[test]
    fn the_name_of_a_school_or_service_explains_a_first_name_in_it() {
        assert_eq!(no_role("Head of St Mary's", &["St Mary’s Primary School"]), None);
        assert!(no_role("Mary, head of St Luke's", &["St Luke’s Primary School"]).is_some());
    }
}
