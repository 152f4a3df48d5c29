//! A publisher's colours can be read: each pair that meets on a page stands
//! far enough apart, in the light scheme and in the dark one.
//!
//! Words need 4.5 to 1, parts that one must see to use a page 3 to 1: WCAG 2.2,
//! success criteria 1.4.3 and 1.4.11 at level AA. A test holds the table to the
//! style: whatever sets words and their ground together stands in it.

use std::collections::BTreeMap;

use directory::colours::{self, Colour, Scheme};
use directory::finding::{Findings, Level};
use directory::record::ColoursRecord;

use super::{Ledger, Whole};
use crate::tokens;

/// For words.
const WORDS: f64 = 4.5;
/// For edges and marks.
const PARTS: f64 = 3.0;
/// A colour nearer than this to the red of urgent help may be taken for it.
const ALIKE: i32 = 70;

/// Words, and every ground that they stand on.
const WRITTEN: [(&str, &[&str]); 14] = [
    ("ink", &["paper", "card", "field", "brand-tint", "danger-tint", "wait-tint"]),
    ("ink-soft", &["paper", "card", "field", "brand-tint", "danger-tint"]),
    ("link", &["paper", "card", "brand-tint", "danger-tint", "wait-tint"]),
    ("brand-deep", &["paper", "card", "brand-tint"]),
    ("on-brand", &["brand"]),
    ("thriving", &["thriving-tint"]),
    ("advice", &["advice-tint"]),
    ("help", &["help-tint"]),
    ("more", &["more-tint"]),
    ("risk", &["risk-tint"]),
    ("warn-ink", &["warn-tint", "card", "paper"]),
    ("good-ink", &["card", "paper"]),
    ("danger-ink", &["danger-tint"]),
    ("on-danger", &["danger"]),
];

/// Edges and marks that one must see, and what lies beside them.
const DRAWN: [(&str, &[&str]); 4] = [
    ("brand", &["paper", "card"]),
    ("line-strong", &["paper", "card", "field"]),
    ("sun-line", &["paper", "card"]),
    ("danger-ink", &["paper", "card"]),
];

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let Some(site) = &whole.data.site else { return };
    let Some(record) = &site.record.colours else { return };
    ledger.note(&site.path, |findings| Scheme::ALL.iter().for_each(|scheme| one_scheme(record, *scheme, findings)));
}

/// The colours of a page in one scheme.
struct Palette {
    scheme: Scheme,
    colours: BTreeMap<&'static str, Colour>,
    own: Vec<(&'static str, Colour)>,
}

fn one_scheme(record: &ColoursRecord, scheme: Scheme, findings: &mut Findings) {
    let own = colours::read(record, scheme, findings);
    let mut colours = tokens::colours(scheme);
    colours.extend(own.iter().copied());
    let palette = Palette { scheme, colours, own };
    for (pairs, ratio, what) in [(&WRITTEN[..], WORDS, "words"), (&DRAWN[..], PARTS, "an edge or a mark")] {
        for (front, grounds) in pairs {
            grounds.iter().for_each(|ground| palette.apart(front, ground, ratio, what, findings));
        }
    }
    palette.alike(findings);
}

impl Palette {
    fn of(&self, token: &str) -> Option<Colour> {
        self.colours.get(token).copied()
    }

    /// Whether the publisher set it; the style's own pairs are its own test's.
    fn is_own(&self, token: &str) -> bool {
        self.own.iter().any(|(own, _)| *own == token)
    }

    fn field(&self, token: &str) -> String {
        format!("colours.{}.{token}", self.scheme.word())
    }

    fn apart(&self, front: &str, ground: &str, asked: f64, what: &str, findings: &mut Findings) {
        let (Some(one), Some(two)) = (self.of(front), self.of(ground)) else { return };
        let ratio = one.contrast(two);
        let (token, colour, other) = match (self.is_own(front), self.is_own(ground)) {
            (false, false) => return,
            (true, _) => (front, one, two),
            (false, true) => (ground, two, one),
        };
        if ratio >= asked {
            return;
        }
        let found = format!("{front} {} on {ground} {}: {}", one.spelt(), two.spelt(), shown(ratio));
        let such = colour.apart_from(other, asked).map(|shade| format!(", such as {}", shade.spelt()));
        let write = format!(
            "Write another colour for {token}{}: {front} is {what} on {ground}, and needs {asked} to 1.",
            such.unwrap_or_default()
        );
        findings.error(&self.field(token), &found, write);
    }

    /// What can be pressed does not look like urgent help.
    fn alike(&self, findings: &mut Findings) {
        for token in ["brand", "brand-deep", "link"].into_iter().filter(|token| self.is_own(token)) {
            let (Some(one), Some(red)) = (self.of(token), self.of("danger")) else { continue };
            let pairs = one.0.into_iter().zip(red.0);
            let far: i32 = pairs.map(|(one, two)| (i32::from(one) - i32::from(two)).pow(2)).sum();
            if far < ALIKE.pow(2) {
                let write = "Write another hue: this red is that of urgent help, and one may be taken for the other.";
                findings.add(Level::Warning, &self.field(token), one.spelt(), write);
            }
        }
    }
}

/// A ratio as people say it, never rounded up to what was asked.
fn shown(ratio: f64) -> String {
    format!("{:.2} to 1", (ratio * 100.0).floor() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::Named;
    use std::fs;

    fn findings_of(scheme: Scheme, given: &[(&str, &str)]) -> Vec<String> {
        let given = given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let mut record = ColoursRecord::default();
        match scheme {
            Scheme::Light => record.light = Named(given),
            Scheme::Dark => record.dark = Named(given),
        }
        let mut findings = Findings::of_file("site.json");
        one_scheme(&record, scheme, &mut findings);
        findings.into_vec().into_iter().map(|one| format!("{}: {}. {}", one.field, one.found, one.write)).collect()
    }

    #[test]
    fn the_styles_own_colours_can_be_read() {
        for scheme in Scheme::ALL {
            let colours = tokens::colours(scheme);
            let all: Vec<_> = colours.iter().map(|(name, colour)| (*name, colour.spelt())).collect();
            let settable = all.iter().filter(|(name, _)| colours::TOKENS.contains(name));
            let given: Vec<_> = settable.map(|(name, text)| (*name, text.as_str())).collect();
            assert_eq!(findings_of(scheme, &given), [""; 0], "{scheme:?}");
        }
    }

    #[test]
    fn a_pair_that_cannot_be_read_is_named_with_its_ratio_and_a_remedy() {
        let found = findings_of(Scheme::Light, &[("brand", "#7fd3c4")]);
        let first = found.first().cloned().unwrap_or_default();
        assert!(first.starts_with("colours.light.brand: on-brand #ffffff on brand #7fd3c4: 1.74 to 1."), "{found:#?}");
        assert!(first.contains("such as #") && first.contains("words on brand, and needs 4.5 to 1"), "{first}");
        assert_eq!(found.len(), 3, "{found:#?}");
    }

    #[test]
    fn the_focus_is_seen_on_any_ground_that_a_publisher_can_choose() {
        // Yellow in a dark ring: whatever lies between two colours that are 9
        // to 1 apart is 3 to 1 from one of them, 3 times 3 being 9.
        for scheme in Scheme::ALL {
            let colours = tokens::colours(scheme);
            assert!(colours["focus"].contrast(colours["focus-ring"]) >= 9.0, "{scheme:?}");
        }
    }

    #[test]
    fn a_red_like_that_of_urgent_help_is_warned_of() {
        let found = findings_of(Scheme::Light, &[("brand", "#9a1c2c")]);
        assert!(found.iter().any(|one| one.contains("urgent help")), "{found:#?}");
        assert!(findings_of(Scheme::Light, &[("brand", "#6a1b9a")]).is_empty());
    }

    #[test]
    fn whatever_the_style_writes_on_a_ground_of_its_own_is_compared() -> std::io::Result<()> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../style");
        let token = |rule: &str, property: &str| {
            let all = rule.split(';').map(str::trim).filter_map(|one| one.strip_prefix(property));
            let mut named =
                all.filter_map(|value| value.trim().strip_prefix("var(--")?.split(')').next().map(str::to_owned));
            named.next_back()
        };
        let mut seen = 0;
        for entry in fs::read_dir(folder)? {
            let text = fs::read_to_string(entry?.path())?;
            for rule in text.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let (Some(front), Some(ground)) = (token(rule, "color:"), token(rule, "background:")) else { continue };
                // The button that is red on white is the strip's pair turned round.
                let (front, ground) = if front == "danger" { (ground, front) } else { (front, ground) };
                let is_there = WRITTEN.iter().any(|(one, all)| *one == front && all.contains(&ground.as_str()));
                assert!(is_there, "{front} on {ground} is not compared: {rule}");
                seen += 1;
            }
        }
        assert!(seen > 20, "the style was not read: {seen}");
        Ok(())
    }
}
