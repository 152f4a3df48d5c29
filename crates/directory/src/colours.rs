//! A publisher's colours: which may be chosen, and how far two stand apart.
//!
//! The names are those of `style/tokens.css`. The colours of urgent help, of
//! warnings and of the focus are not among them: people who are frightened, or
//! who cannot see well, find them alike on every site.

use crate::finding::{Findings, listed};
use crate::record::{ColoursRecord, Named};
use std::fmt::{self, Display};

/// The tokens that a publisher may set.
pub const TOKENS: [&str; 22] = [
    "paper",
    "card",
    "field",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "brand",
    "brand-deep",
    "brand-tint",
    "on-brand",
    "link",
    "thriving",
    "thriving-tint",
    "advice",
    "advice-tint",
    "help",
    "help-tint",
    "more",
    "more-tint",
    "risk",
    "risk-tint",
];

/// The scheme that a reader's device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark words on a light ground; printing, too.
    Light,
    /// Light words on a dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A colour of the sRGB space: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#rrggbb`, and nothing else.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let all = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = all.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// As files spell it.
    pub fn spelt(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Relative luminance, from 0 for black to 1 for white, as WCAG 2.2 defines it:
    /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How far two colours stand apart, from 1 to 21, as WCAG 2.2 defines it:
    /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The nearest shade of this colour, towards black or white, that stands as
    /// far from another as is asked.
    pub fn apart_from(self, other: Self, ratio: f64) -> Option<Self> {
        let towards = |end: u8, step: u8| {
            Self(self.0.map(|channel| {
                let (from, to, step) = (i32::from(channel), i32::from(end), i32::from(step));
                u8::try_from(from + (to - from) * step / 100).unwrap_or(end)
            }))
        };
        let steps = (0..=100).flat_map(|step| [towards(0, step), towards(255, step)]);
        steps.into_iter().find(|shade| shade.contrast(other) >= ratio)
    }
}

/// The colours of one scheme: those tokens that are settled, each with its
/// colour; what is no token or no colour is named, and left out.
pub fn read(record: &ColoursRecord, scheme: Scheme, findings: &mut Findings) -> Vec<(&'static str, Colour)> {
    let (Named(given), word) = match scheme {
        Scheme::Light => (&record.light, scheme.word()),
        Scheme::Dark => (&record.dark, scheme.word()),
    };
    let mut colours = Vec::new();
    for (name, text) in given {
        let field = ["colours.", word, ".", name].concat();
        let token = TOKENS.into_iter().find(|token| token == name);
        match (token, Colour::read(text)) {
            (Some(token), Some(colour)) => colours.push((token, colour)),
            (Some(_), None) => findings.error(&field, text, "Write a colour as #0a5a57: six digits from 0 to f."),
            (None, _) => findings.error(&field, name, advice(name)),
        }
    }
    colours
}

fn advice(name: &str) -> impl Display {
    let is_fixed =
        ["danger", "on-danger", "warn", "wait", "sun", "good", "focus"].iter().any(|one| name.starts_with(one));
    let why = match is_fixed {
        true => "Take it out: urgent help, warnings and the focus look alike on every site. ",
        false => "",
    };
    fmt::from_fn(move |f| write!(f, "{why}Write some of: {}.", listed(&TOKENS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::read(text).unwrap()
    }

    #[test]
    fn contrast_is_what_wcag_says() {
        // Black on white is 21 by definition. The greys are the known borders
        // of AA on white: #767676 is the lightest for text, #949494 for parts.
        let white = colour("#ffffff");
        assert!((colour("#000000").contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        assert!(colour("#767676").contrast(white) >= 4.5 && colour("#777777").contrast(white) < 4.5);
        assert!(colour("#949494").contrast(white) >= 3.0 && colour("#959595").contrast(white) < 3.0);
        // Pure red and blue are the two weights 0.2126 and 0.0722.
        assert!((colour("#ff0000").luminance() - 0.2126).abs() < 1e-9);
        assert!((colour("#0000ff").contrast(white) - 1.05 / 0.1222).abs() < 1e-9);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for text in ["red", "#fff", "#0a5a577", "0a5a57", "#0a5a5g", "#+a5a57", "#ffffff;}", "url(x)", "", "#é5a57"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
        assert_eq!(colour("#0A5a57").spelt(), "#0a5a57");
    }

    #[test]
    fn the_colours_of_urgent_help_are_nobodys_to_change() {
        let given = ["danger", "on-danger", "danger-tint", "focus", "warn-ink", "brand}"];
        let given = given.map(|name| (name.to_owned(), "#000000".to_owned()));
        let record = ColoursRecord { light: Named(given.into()), dark: Named::default() };
        let mut findings = Findings::default();
        assert!(read(&record, Scheme::Light, &mut findings).is_empty());
        assert_eq!(findings.list().iter().filter(|one| one.write.contains("urgent help")).count(), 5);
        assert_eq!(findings.list().len(), 6);
    }
}
