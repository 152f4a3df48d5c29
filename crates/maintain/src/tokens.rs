//! The colours that the style settles, read from the style itself.

use std::collections::BTreeMap;

use directory::colours::{Colour, Scheme};

/// The style's own tokens; the same file that every site is drawn with.
pub(crate) const STYLE: &str = include_str!("../../../style/tokens.css");

/// The colours of one scheme, by their names. What the dark scheme does not
/// settle is as in the light one. Space and type are passed over.
pub fn colours(scheme: Scheme) -> BTreeMap<&'static str, Colour> {
    let (light, dark) = STYLE.split_once("@media").unwrap_or((STYLE, ""));
    let parts = match scheme {
        Scheme::Light => [light, ""],
        Scheme::Dark => [light, dark],
    };
    let lines = parts.into_iter().flat_map(str::lines);
    lines.filter_map(token).collect()
}

/// `--paper: #fbf8f3;` as a name and a colour.
fn token(line: &'static str) -> Option<(&'static str, Colour)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
    Some((name, Colour::read(value.split(';').next()?.trim())?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::colours::TOKENS;

    #[test]
    fn every_token_that_may_be_set_is_one_of_both_schemes() {
        let of_dark = STYLE.split_once("@media").map(|(_, dark)| dark).unwrap_or_default();
        for token in TOKENS {
            assert!(colours(Scheme::Light).contains_key(token), "{token}");
            assert!(of_dark.contains(&format!("--{token}:")), "{token} has no colour of its own in the dark");
        }
    }
}
