//! Sorting, in one place: each type that is sorted brings a whole sorting
//! routine into the wasm, so everything here is sorted as numbers.

/// The rows with the least key first; of equals, as they stood.
pub(crate) fn by_key(rows: Vec<u32>, key: &dyn Fn(u32) -> u32) -> Vec<u32> {
    keyed(&rows, key).into_iter().map(|(row, _)| row).collect()
}

/// The rows with the least text first, byte by byte; of equals, as they stood.
/// No text may hold a nought byte.
pub(crate) fn by_text<'a>(rows: Vec<u32>, text: &dyn Fn(u32) -> &'a str) -> Vec<u32> {
    let mut sorted = Vec::with_capacity(rows.len());
    push_by_text(&rows, text, 0, &mut sorted);
    sorted
}

/// Sorts by four bytes, and what is alike in these by the next four.
fn push_by_text<'a>(rows: &[u32], text: &dyn Fn(u32) -> &'a str, start: usize, sorted: &mut Vec<u32>) {
    let four = |row: u32| {
        let rest = text(row).bytes().skip(start).chain([0; 4]);
        rest.take(4).fold(0, |four, byte| four << 8 | u32::from(byte))
    };
    let keyed = keyed(rows, &four);
    for alike in keyed.chunk_by(|(_, one), (_, other)| one == other) {
        let rows: Vec<u32> = alike.iter().map(|(row, _)| *row).collect();
        // A nought is the end of them all.
        let is_ended = alike.first().is_none_or(|(_, four)| four & 0xff == 0);
        if is_ended || rows.len() == 1 {
            sorted.extend(rows);
        } else {
            push_by_text(&rows, text, start + 4, sorted);
        }
    }
}

/// Each row with its key, sorted.
fn keyed(rows: &[u32], key: &dyn Fn(u32) -> u32) -> Vec<(u32, u32)> {
    let with_place = |(place, row): (usize, &u32)| u64::from(key(*row)) << 32 | place as u64;
    let mut keys: Vec<u64> = rows.iter().enumerate().map(with_place).collect();
    keys.sort_unstable();
    let row = |key: u64| rows.get(key as u32 as usize).map(|row| (*row, (key >> 32) as u32));
    keys.into_iter().filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_stand_as_the_standard_library_sorts_them(texts in prop::collection::vec("[abé ]{0,12}", 0..60)) {
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
