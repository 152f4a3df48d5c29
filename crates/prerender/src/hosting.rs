//! How hosts are asked to serve the site: types, headers and caching, written
//! once here and spelt for each host, so that no two can disagree.
//!
//! What a host reads from the site's own folder lies there; what its
//! administrator includes lies in `hosting/`. Where a host can send no headers
//! the policy in each page still holds. `docs/HOSTING.md` has the steps.

mod apache;
mod caddy;
mod iis;
mod nginx;
mod object_store;
mod site_headers;

use crate::shell::POLICY;
use crate::{Output, not_found};
use std::collections::BTreeSet;

/// The type of each kind of file, by the end of its name. No host is told to
/// offer a file as a download: by its type alone a phone shows a contact card or
/// a date at once, and the links of pages say `download` where that helps.
pub(crate) const TYPES: [(&str, &str); 16] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("md", "text/markdown; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("vcf", "text/vcard; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
    ("xml", "application/xml"),
];

/// The kinds that become smaller on the way; the others are small already.
const COMPRESSED: [&str; 12] =
    ["css", "html", "ics", "js", "json", "md", "svg", "txt", "vcf", "wasm", "webmanifest", "xml"];

/// A file whose name holds a hash of what is in it never changes.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Everything else is kept too, but asked for again before it is used.
pub(crate) const ASKED_AGAIN: &str = "no-cache";
/// The names that hold a hash, as a regular expression; see [`is_hashed`].
pub(crate) const HASHED: &str = r"-[0-9a-f]{16}(_bg)?\.(css|js|json|wasm|woff2)$";

/// What no page uses. Sharing, copying and printing are not among them.
const DENIED: [&str; 16] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The headers of every answer, those that say that nothing is there too.
///
/// The policy is the one in each page, and no other site may frame it. It also
/// allows the style inside `404.html`: both policies hold together, so each has
/// to allow it, and the one in every other page does not.
pub(crate) fn headers() -> [(&'static str, String); 6] {
    let style = format!("style-src 'self' {}", not_found::style_source());
    let denied: Vec<_> = DENIED.iter().map(|name| format!("{name}=()")).collect();
    [
        ("Content-Security-Policy", format!("{}; frame-ancestors 'none'", POLICY.replace("style-src 'self'", &style))),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", denied.join(", ")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}

/// Whether a file's name holds a hash of what is in it: `boot-` and 16
/// hexadecimal digits.
pub(crate) fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, end)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let Some((_, hash)) = stem.rsplit_once('-') else { return false };
    let is_hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    ["css", "js", "json", "wasm", "woff2"].contains(&end) && hash.len() == 16 && hash.bytes().all(is_hex)
}

/// The files for hosts, for a site that has files of these names.
pub(crate) fn files<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Output> {
    let hashed: BTreeSet<&str> = names.filter(|name| is_hashed(name)).collect();
    let output = |path: &str, text| Output { path: path.to_owned(), text };
    vec![
        // GitHub Pages would leave out what begins with an underscore.
        output(".nojekyll", String::new()),
        output("_headers", site_headers::text(&hashed)),
        output(".htaccess", apache::text()),
        output("web.config", iis::text(&hashed)),
        output("hosting/nginx.conf", nginx::text()),
        output("hosting/Caddyfile", caddy::text()),
        output("hosting/object-store.sh", object_store::script(&hashed)),
        output("hosting/cloudfront-headers.json", object_store::headers_of_cloudfront()),
    ]
}

/// The types that become smaller on the way, without their character set.
fn compressed() -> impl Iterator<Item = &'static str> {
    let kinds = TYPES.iter().filter(|(end, _)| COMPRESSED.contains(end));
    kinds.filter_map(|(_, kind)| kind.split(';').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made() -> Vec<Output> {
        files(HASHED_NAMES.into_iter().chain(["early.js", "index.html"]))
    }

    fn file(path: &str) -> String {
        made().into_iter().find(|output| output.path == path).map(|output| output.text).expect(path)
    }

    const HASHED_NAMES: [&str; 5] = [
        "app-22238f542d4f4c38.js",
        "app-22238f542d4f4c38_bg.wasm",
        "directory-79cc6f10b1b9bc0a.json",
        "fonts/atkinson-hyperlegible-next-6f8510390d5a5704.woff2",
        "waymark-93a80d31737376c2.css",
    ];

    #[test]
    fn only_a_name_with_a_whole_hash_is_kept_for_ever() {
        for name in HASHED_NAMES {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["early.js", "app-22238f542d4f4c3.js", "a-22238F542D4F4C38.js", "a-22238f542d4f4c38.html", "a", ""]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_typeface_that_is_kept_for_ever_is_named_by_its_hash() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/fonts");
        let files = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        let fonts: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "woff2")).collect();
        assert!(!fonts.is_empty());
        for font in fonts {
            let (name, hash) = (font.display().to_string(), crate::hash(std::fs::read(&font).unwrap()));
            assert!(name.ends_with(&format!("-{hash}.woff2")), "{name} holds {hash}");
        }
    }

    #[test]
    fn every_host_is_given_every_header_word_for_word() {
        for path in ["_headers", ".htaccess", "web.config", "hosting/nginx.conf", "hosting/Caddyfile"] {
            for (name, value) in headers() {
                assert!(file(path).contains(name) && file(path).contains(&value), "{path} lacks {name}: {value}");
            }
        }
        let cloud: serde_json::Value = serde_json::from_str(&file("hosting/cloudfront-headers.json")).unwrap();
        let text = cloud.to_string();
        for (name, value) in headers().into_iter().filter(|(name, _)| *name != "X-Content-Type-Options") {
            assert!(text.contains(&value), "no {name}");
        }
        assert_eq!(cloud["SecurityHeadersConfig"]["ContentTypeOptions"]["Override"], true);
    }

    #[test]
    fn the_policy_of_the_pages_is_that_of_the_headers() {
        let [(_, policy), ..] = headers();
        let own = not_found::style_source();
        assert_eq!(policy.replace(&format!(" {own}"), ""), format!("{POLICY}; frame-ancestors 'none'"));
        assert!(policy.contains(&format!("style-src 'self' {own};")));
        // Cloudflare Pages passes over a longer line.
        assert!(headers().iter().all(|(name, value)| name.len() + value.len() < 2000));
    }

    #[test]
    fn headers_for_netlify_and_cloudflare_are_paths_with_indented_lines() {
        let text = file("_headers");
        let mut paths = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                Some(header) => assert!(header.split_once(": ").is_some_and(|(name, _)| !name.contains(' ')), "{line}"),
                None => paths.push(line),
            }
        }
        let hashed = HASHED_NAMES.map(|name| format!("/{name}"));
        assert_eq!(paths[0], "/*");
        assert_eq!(paths[1..], hashed);
        // A header that two rules give is joined by a comma.
        assert_eq!(text.matches("Cache-Control").count(), HASHED_NAMES.len());
        assert!(paths.len() < 100, "Cloudflare Pages reads 100 rules");
    }

    #[test]
    fn the_settings_for_iis_are_xml_and_name_each_type_once() {
        let text = file("web.config");
        let document = roxmltree::Document::parse(&text).unwrap();
        let all = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
        let maps: Vec<_> = all("mimeMap").filter_map(|node| node.attribute("fileExtension")).collect();
        assert_eq!(maps, TYPES.map(|(end, _)| format!(".{end}")));
        let removed: Vec<_> = all("remove").filter_map(|node| node.attribute("fileExtension")).collect();
        assert_eq!(removed, maps, "a type that the server has already would stop it");
        let places: Vec<_> = all("location").filter_map(|node| node.attribute("path")).collect();
        assert_eq!(places, HASHED_NAMES);
        assert_eq!(document.root_element().tag_name().name(), "configuration");
    }

    #[test]
    fn every_type_is_named_wherever_types_are() {
        for (end, kind) in TYPES {
            let bare = kind.split(';').next().unwrap();
            assert!(file("hosting/nginx.conf").contains(&format!("{bare} {end};")), "{end}");
            assert!(file(".htaccess").contains(&format!("AddType \"{kind}\" .{end}\n")), "{end}");
            assert!(file("hosting/Caddyfile").contains(&format!("Content-Type \"{kind}\"")), "{end}");
            assert!(file("hosting/object-store.sh").contains(&format!("--include '*.{end}'")), "{end}");
        }
    }
}
