//! Whether a place should be open now: said by the app alone, never by a page
//! that was drawn at build. Such a page holds the hours as `data-opening`, and
//! the app fills in the words.

use crate::browser::{clock, page};
use directory::listing::Opening;

/// The hours as a page holds them: days, first and last minute, each opening
/// after a `;`.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(opening: &[Opening]) -> String {
    let one = |hours: &Opening| format!("{} {} {}", hours.days, hours.from, hours.to);
    opening.iter().map(one).collect::<Vec<_>>().join(";")
}

fn read(written: &str) -> Option<Vec<Opening>> {
    let one = |hours: &str| {
        let mut parts = hours.split(' ');
        let days = parts.next()?.parse().ok()?;
        let (from, to) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Opening { days, from, to })
    };
    written.split(';').map(one).collect()
}

/// "Should be open now", by the hours that we know and UK time; nothing where
/// either is not known.
pub fn open_now(opening: &[Opening]) -> Option<&'static str> {
    if cfg!(not(target_arch = "wasm32")) || opening.is_empty() {
        return None;
    }
    let now = clock::now()?;
    let is_open = opening.iter().any(|hours| hours.is_open(now.weekday, now.minute));
    Some(if is_open { "Should be open now." } else { "Should be closed now." })
}

/// Says it wherever the page that is open holds hours.
pub fn say_what_is_open() {
    page::fill_in("[data-opening]", "data-opening", |hours| open_now(&read(hours)?));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_they_were_written() {
        let hours = vec![Opening { days: 0b1_1111, from: 570, to: 990 }, Opening { days: 64, from: 0, to: 1440 }];
        assert_eq!(read(&written(&hours)), Some(hours));
        assert_eq!(read("1 2"), None);
    }
}
