//! Sorting, in one place, and by numbers alone. The standard library brings
//! four kilobytes of sorting into the wasm for each type that is sorted; this
//! is there once, and small.

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

/// Each row with its key, sorted: runs are merged, two and two, until one is
/// left. Of equals the earlier run's comes first.
fn keyed(rows: &[u32], key: &dyn Fn(u32) -> u32) -> Vec<(u32, u32)> {
    let mut all: Vec<_> = rows.iter().map(|row| (*row, key(*row))).collect();
    let mut run = 1;
    // What stands in order already, as the best do, is left.
    while run < all.len() && !all.is_sorted_by_key(|(_, key)| *key) {
        let mut merged = Vec::with_capacity(all.len());
        for two in all.chunks(run * 2) {
            let (mut one, mut other) = two.split_at(run.min(two.len()));
            while let ([first, rest @ ..], [next, after @ ..]) = (one, other) {
                if next.1 < first.1 {
                    merged.push(*next);
                    other = after;
                } else {
                    merged.push(*first);
                    one = rest;
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
        }
        all = merged;
        run *= 2;
    }
    all
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
