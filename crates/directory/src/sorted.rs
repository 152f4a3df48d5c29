//! Sorting, in one place. The standard library's sort is written out anew for
//! each type that is sorted, at four kilobytes of wasm each; here it is asked
//! for once.

use std::cmp::Ordering;

/// A row, and the number that it is sorted by.
type Keyed = (u32, u32);

/// The rows with the least key first; of equals, as they stood.
pub(crate) fn by_key(rows: Vec<u32>, key: &dyn Fn(u32) -> u32) -> Vec<u32> {
    sorted(rows, key, &|one, other| one.1.cmp(&other.1))
}

/// The rows with the least text first, byte by byte; of equals, as they stood.
pub(crate) fn by_text<'a>(rows: Vec<u32>, text: &dyn Fn(u32) -> &'a str) -> Vec<u32> {
    sorted(rows, &|_| 0, &|one, other| text(one.0).cmp(text(other.0)))
}

fn sorted(rows: Vec<u32>, key: &dyn Fn(u32) -> u32, order: &dyn Fn(&Keyed, &Keyed) -> Ordering) -> Vec<u32> {
    let mut keyed: Vec<Keyed> = rows.into_iter().map(|row| (row, key(row))).collect();
    keyed.sort_by(order);
    keyed.into_iter().map(|(row, _)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_stand_as_the_standard_library_sorts_them(texts in prop::collection::vec("[abé\u{0} ]{0,12}", 0..60)) {
            let rows = 0..texts.len() as u32;
            let mut right: Vec<u32> = rows.clone().collect();
            right.sort_by_key(|row| &texts[*row as usize]);
            prop_assert_eq!(by_text(rows.collect(), &|row| &texts[row as usize]), right);
        }

        #[test]
        fn keys_stand_as_the_standard_library_sorts_them(keys in prop::collection::vec(0..9_u32, 0..60)) {
            let rows = 0..keys.len() as u32;
            let mut right: Vec<u32> = rows.clone().collect();
            right.sort_by_key(|row| keys[*row as usize]);
            prop_assert_eq!(by_key(rows.collect(), &|row| keys[row as usize]), right);
        }
    }
}
