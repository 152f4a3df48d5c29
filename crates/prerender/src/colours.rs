//! A publisher's colours as a style of their own, so that no style has to be
//! compiled again.

use crate::{Output, hash};
use anyhow::{Result, bail};
use directory::colours::{Scheme, read};
use directory::finding::Findings;
use directory::record::ColoursRecord;

/// The style that sets a publisher's colours, if there are any. It follows the
/// site's own and holds nothing but colours for names that are settled; what is
/// none is refused, though the check of the data has refused it before.
///
/// Each scheme stands in a query of its own, so that a colour for light pages
/// never reaches dark ones. Printing is light.
pub fn style(record: Option<&ColoursRecord>) -> Result<Option<Output>> {
    let Some(record) = record else { return Ok(None) };
    let mut findings = Findings::default();
    let mut text = String::new();
    for (scheme, query) in [
        (Scheme::Light, "print,(prefers-color-scheme:light)"),
        (Scheme::Dark, "screen and (prefers-color-scheme:dark)"),
    ] {
        let colours = read(record, scheme, &mut findings);
        let set: Vec<_> = colours.iter().map(|(name, colour)| format!("--{name}:{}", colour.spelt())).collect();
        if !set.is_empty() {
            text += &format!("@media {query}{{:root{{{}}}}}\n", set.join(";"));
        }
    }
    if let Some(wrong) = findings.list().first() {
        bail!("{}: {} {}", wrong.field, wrong.found, wrong.write);
    }
    Ok((!text.is_empty()).then(|| Output { path: format!("publisher-{}.css", hash(&text)), text }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::Named;

    fn record(light: &[(&str, &str)], dark: &[(&str, &str)]) -> ColoursRecord {
        let named = |given: &[(&str, &str)]| {
            Named(given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
        };
        ColoursRecord { light: named(light), dark: named(dark) }
    }

    #[test]
    fn each_scheme_has_its_own_colours_and_printing_is_light() -> Result<()> {
        let record = record(&[("brand", "#6A1B9A"), ("link", "#3d0f5a")], &[("brand", "#d9b3f2")]);
        let text = style(Some(&record))?.map(|output| output.text);
        let expected = "@media print,(prefers-color-scheme:light){:root{--brand:#6a1b9a;--link:#3d0f5a}}\n\
                        @media screen and (prefers-color-scheme:dark){:root{--brand:#d9b3f2}}\n";
        assert_eq!(text.as_deref(), Some(expected));
        Ok(())
    }

    #[test]
    fn what_is_no_colour_is_refused_and_no_colours_are_no_style() -> Result<()> {
        assert!(style(Some(&record(&[("brand", "red}body{display:none")], &[]))).is_err());
        assert!(style(Some(&record(&[("danger", "#000000")], &[]))).is_err());
        assert_eq!((style(None)?, style(Some(&record(&[], &[])))?), (None, None));
        Ok(())
    }
}
