//! What stands after `#` on a page with groups of its own: read and written
//! for any of them alike.
//!
//! As for [`Filters`](crate::Filters): reading never fails, what is not
//! understood is dropped and named, and one choice has one spelling.

use super::{add_key, each_value};
use crate::area::{Areas, Places};
use crate::closed::{Choices, Closed};
use crate::filters::Dropped;

/// How many rows of a list stand open at first, and how many more a step shows.
pub const ROWS: u16 = 20;

/// The most rows that an address may ask for.
const MOST_ROWS: u16 = 10_000;

/// The key of how many rows stand open.
const ROWS_KEY: &str = "rows";

/// A group that one chooses from: its key, its options with their bits in the
/// order of the address, and what is chosen.
pub(crate) struct Group<'a> {
    key: &'static str,
    options: Vec<(&'a str, u32)>,
    chosen: &'a mut u64,
}

impl<'a> Group<'a> {
    /// A group of these members of a closed set.
    pub(crate) fn of<T: Closed>(key: &'static str, offered: &[T], chosen: &'a mut Choices<T>) -> Self {
        let options = offered.iter().map(|one| (one.slug(), one.index() as u32)).collect();
        Self { key, options, chosen: chosen.bits_mut() }
    }

    /// The group of a site's areas.
    pub(crate) fn of_areas(areas: &'a Areas, chosen: &'a mut Places) -> Self {
        let options = areas.choices().map(|place| (areas.slug(place), place.bit())).collect();
        Self { key: "area", options, chosen: chosen.bits_mut() }
    }

    fn bit(&self, slug: &str) -> Option<u64> {
        self.options.iter().find(|(option, _)| *option == slug).map(|(_, bit)| 1 << bit)
    }
}

/// Adds an option that was not chosen, and takes away one that was. An option
/// that is none changes nothing.
pub(crate) fn toggle(groups: &mut [Group<'_>], key: &str, slug: &str) {
    let group = groups.iter_mut().find(|group| group.key == key);
    if let Some((group, bit)) = group.and_then(|group| group.bit(slug).map(|bit| (group, bit))) {
        *group.chosen ^= bit;
    }
}

/// Takes away all that is chosen in a group.
pub(crate) fn lift(groups: &mut [Group<'_>], key: &str) {
    groups.iter_mut().filter(|group| group.key == key).for_each(|group| *group.chosen = 0);
}

/// What is chosen: the key of its group and its own word, in the order of the
/// address.
pub(crate) fn chosen(groups: &[Group<'_>]) -> Vec<(&'static str, String)> {
    let of = |group: &Group<'_>| {
        let options = group.options.iter().filter(|(_, bit)| *group.chosen >> bit & 1 == 1);
        options.map(|(slug, _)| (group.key, (*slug).to_owned())).collect::<Vec<_>>()
    };
    groups.iter().flat_map(of).collect()
}

/// Reads the groups and how many rows stand open, with what was dropped.
pub(crate) fn read(fragment: &str, groups: &mut [Group<'_>], rows: &mut u16) -> Vec<Dropped> {
    let keys: Vec<_> = groups.iter().map(|group| group.key).chain([ROWS_KEY]).collect();
    each_value(fragment, &keys, &mut |at, value| match groups.get_mut(at) {
        Some(group) => group.bit(value).map(|bit| *group.chosen |= bit).is_some(),
        None => whole_steps(value).map(|asked| *rows = asked).is_some(),
    })
}

/// A number of rows that a page of ours asks for: some steps more than the first.
fn whole_steps(text: &str) -> Option<u16> {
    let rows: u16 = text.parse().ok()?;
    let is_ours = rows.is_multiple_of(ROWS) && rows > ROWS && rows <= MOST_ROWS && !text.starts_with(['+', '0']);
    is_ours.then_some(rows)
}

/// Writes what stands after `#`.
pub(crate) fn write(groups: &[Group<'_>], rows: u16) -> String {
    let mut written = String::new();
    for group in groups {
        let chosen = group.options.iter().filter(|(_, bit)| *group.chosen >> bit & 1 == 1);
        add_key(&mut written, group.key, chosen.map(|(slug, _)| slug));
    }
    add_key(&mut written, ROWS_KEY, (rows > ROWS).then(|| rows.to_string()).iter());
    written
}

/// The rows that stand open after one step more.
pub(crate) fn more(rows: u16) -> u16 {
    rows.max(ROWS).saturating_add(ROWS).min(MOST_ROWS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Need, Phase};

    fn check(fragment: &str, canonical: &str, dropped: usize) {
        let (mut phases, mut needs, mut rows) = (Choices::<Phase>::default(), Choices::<Need>::default(), ROWS);
        let needs_offered: Vec<_> = Need::for_staff().collect();
        let mut groups = [Group::of("phase", Phase::ALL, &mut phases), Group::of("need", &needs_offered, &mut needs)];
        let lost = read(fragment, &mut groups, &mut rows);
        assert_eq!(write(&groups, rows), canonical, "{fragment}");
        assert_eq!(lost.len(), dropped, "{fragment}: {lost:?}");
    }

    #[test]
    fn one_choice_has_one_spelling() {
        check("need=sleep,anxiety&phase=post-16,primary", "phase=primary,post-16&need=anxiety,sleep", 0);
        check("phase=primary&phase=primary%2Csecondary&&", "phase=primary,secondary", 0);
        check("rows=40&phase=primary", "phase=primary&rows=40", 0);
        check("rows=60", "rows=60", 0);
    }

    #[test]
    fn what_is_not_understood_is_dropped_and_never_read_as_all() {
        check("phase=dragons&need=sleep", "need=sleep", 1);
        check("need=general&utm=1", "", 2);
        for rows in ["20", "30", "0", "-40", "+40", "040", "20000", "99980", "é"] {
            check(&format!("rows={rows}"), "", 1);
        }
    }
}
