//! What a device needs to put the site among its apps. Doing so stores nothing:
//! a copy is kept only for whoever asks for one on `keep.html`.

use crate::Output;
use anyhow::{Context, Result};
use directory::site::Site;
use serde_json::json;
use std::collections::BTreeMap;

/// The file that `index.html` links.
const FILE: &str = "site.webmanifest";

/// The manifest. Every address in it is relative, so that it works in any
/// folder; there is no `id`, which would not be.
pub fn manifest(site: &Site, files: &BTreeMap<String, Vec<u8>>) -> Result<Output> {
    let shell = text(files, |name| name == "index.html").context("there is no index.html")?;
    let theme = between(shell, "<meta name=\"theme-color\" content=\"", "\"").context("index.html names no colour")?;
    // The colour of the paper is a token, in the one style sheet.
    let style = text(files, |name| name.ends_with(".css")).context("there is no style sheet")?;
    let paper = between(style, "--paper:", ";").context("the style has no colour for the paper")?;
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
    Ok(Output { path: FILE.to_owned(), text: manifest.to_string() })
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
    }
}
