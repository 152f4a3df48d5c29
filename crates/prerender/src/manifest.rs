//! What a device needs to put the site among its apps. Doing so stores nothing:
//! a copy is kept only for whoever asks for one on `keep.html`.

use crate::Output;
use anyhow::{Context, Result};
use directory::site::Site;
use serde_json::json;
use std::collections::BTreeMap;

/// The manifest, which every page links; no app brings it, since each site has
/// its own.
pub const MANIFEST: &str = "site.webmanifest";

/// The manifest. Every address in it is relative, so that it works in any
/// folder; there is no `id`, which would not be.
pub fn manifest(site: &Site, files: &BTreeMap<String, Vec<u8>>) -> Result<Output> {
    let shell = text(files, |name| name == "index.html").context("there is no index.html")?;
    let theme = between(shell, "<meta name=\"theme-color\" content=\"", "\"").context("index.html names no colour")?;
    // The colour of the paper is a token: the publisher's, if there is one.
    let mut styles: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".css")).collect();
    styles.sort_by_key(|(name, _)| !name.starts_with("publisher-"));
    let styles = styles.into_iter().filter_map(|(_, bytes)| std::str::from_utf8(bytes).ok());
    let paper = styles.filter_map(|style| style.split_once("--paper:")?.1.split([';', '}']).next()).next();
    let paper = paper.context("no style has a colour for the paper")?;
    let icon = |src: &str, sizes: &str, purpose: &str| json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose });
    let manifest = json!({
        "name": format!("{}: {}", site.name, site.strapline),
        "short_name": site.name,
        "lang": "en-GB",
        "start_url": "index.html",
        "scope": "./",
        // With the browser's own way back, which a whole screen would hide.
        "display": "minimal-ui",
        "theme_color": theme.trim(),
        "background_color": paper.trim(),
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
    });
    Ok(Output { path: MANIFEST.to_owned(), text: manifest.to_string() })
}

fn text(files: &BTreeMap<String, Vec<u8>>, is_it: impl Fn(&str) -> bool) -> Option<&str> {
    let (_, bytes) = files.iter().find(|(name, _)| is_it(name))?;
    std::str::from_utf8(bytes).ok()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(style: &str) -> BTreeMap<String, Vec<u8>> {
        let page = "<meta name=\"theme-color\" content=\"#123456\">";
        [("index.html", page), ("all-1.css", style)].map(|(name, text)| (name.to_owned(), text.into())).into()
    }

    #[test]
    fn colours_come_from_where_they_are_set_and_addresses_are_relative() {
        let site = Site { name: "Waymark".to_owned(), strapline: "Here".to_owned(), ..Site::default() };
        let Ok(made) = manifest(&site, &files(":root{--paper:#abcdef;--ink:#000}")) else { unreachable!() };
        assert!(made.text.contains("#123456") && made.text.contains("#abcdef") && made.text.contains("Waymark: Here"));
        assert!(!made.text.contains("\"/") && !made.text.contains("//"), "{}", made.text);
        assert!(manifest(&site, &files("")).is_err());
        let mut coloured = files(":root{--paper:#abcdef}");
        coloured.insert("publisher-1.css".to_owned(), ":root{--brand:#111111}".into());
        assert!(manifest(&site, &coloured).is_ok_and(|made| made.text.contains("#abcdef")));
        coloured.insert("publisher-1.css".to_owned(), ":root{--paper:#fedcba}".into());
        assert!(manifest(&site, &coloured).is_ok_and(|made| made.text.contains("#fedcba")));
    }
}
