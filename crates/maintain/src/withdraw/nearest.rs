//! Which entries somebody may have meant who typed an id that is none.

use directory::record::ListingRecord;
use directory::words::fold_apart;

/// The most that are named.
const MOST: usize = 3;

/// How alike two words must be, from 0 to 1: of a word of ten letters, two may
/// be wrong.
const ALIKE: f64 = 0.8;

/// That there is no entry with this id, and which may be meant.
pub(crate) fn none<'a>(typed: &str, records: impl Iterator<Item = &'a ListingRecord>) -> String {
    let near = nearest(typed, records);
    let named: Vec<_> = near.iter().map(|record| format!("\n  {} ({})", record.id, record.name)).collect();
    match named.is_empty() {
        true => format!("there is no entry {typed}; the id is the name of its file in listings, and of its page"),
        false => format!("there is no entry {typed}. Did you mean:{}", named.concat()),
    }
}

/// The entries whose id or name is most like what was typed, the nearest first.
pub(crate) fn nearest<'a>(typed: &str, records: impl Iterator<Item = &'a ListingRecord>) -> Vec<&'a ListingRecord> {
    let typed = fold_apart(typed);
    let mut near: Vec<_> = records.map(|record| (alike(&typed, record), record)).collect();
    near.retain(|(how, _)| *how >= ALIKE);
    near.sort_by(|(one, first), (other, second)| other.total_cmp(one).then_with(|| first.id.cmp(&second.id)));
    near.into_iter().take(MOST).map(|(_, record)| record).collect()
}

/// How alike a word is to the id of an entry, or to one of its names.
fn alike(typed: &str, record: &ListingRecord) -> f64 {
    let names = [&record.id, &record.name].into_iter().chain(&record.former_names).chain(&record.former_slugs);
    let each = names.map(|name| {
        let name = fold_apart(name);
        let is_in = typed.len() > 2 && name.split(' ').any(|word| word == typed);
        if is_in { 0.9 } else { strsim::jaro_winkler(typed, &name).min(1.0) * weight(typed, &name) }
    });
    each.fold(0.0, f64::max)
}

/// Words that only begin alike are not alike.
fn weight(typed: &str, name: &str) -> f64 {
    let (short, long) = (typed.len().min(name.len()), typed.len().max(name.len()));
    if short * 2 < long { 0.5 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expected: &[&str]) {
        let record = |(id, name): (&str, &str)| ListingRecord {
            id: id.to_owned(),
            name: name.to_owned(),
            ..ListingRecord::default()
        };
        let all: Vec<_> = [
            ("kooth", "Kooth"),
            ("sleep-well", "Sleep Well"),
            ("the-mix", "The Mix"),
            ("mind-havering", "Mind in Havering"),
        ]
        .map(record)
        .into();
        let found: Vec<_> = nearest(typed, all.iter()).iter().map(|record| record.id.as_str()).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn a_slip_a_name_and_one_word_of_it_lead_to_the_entry_and_nonsense_to_none() {
        check("koth", &["kooth"]);
        check("sleepwell", &["sleep-well"]);
        check("Sleep Well", &["sleep-well"]);
        check("havering", &["mind-havering"]);
        check("zzzz", &[]);
        check("", &[]);
        check("k", &[]);
    }
}
