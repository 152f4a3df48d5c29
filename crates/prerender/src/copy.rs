//! What a device keeps, for whoever asks for a copy on `keep.html`.
//!
//! A notice, `copy.json`, is small and is asked for whenever there is a
//! connection: which build it is, when it was made, from when it is too old,
//! and the crisis numbers. The list beside it names every file with its hash.
//! Builds that differ in nothing but the day have the same list, so that a
//! site that is made again each night is not fetched again each night.

use crate::Output;
use anyhow::{Context, Result};
use directory::Directory;
use directory::crisis::Route;
use directory::day::Day;
use directory::listing::Number;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The version of the notice and the list, which the worker looks at.
const FORMAT: u32 = 1;

/// What pages need, beside the directory itself. The files of hosts, which some
/// of them serve to nobody, the sitemap and licences stay where they are. So do
/// files that somebody takes away: all that they hold stands on the pages.
const KINDS: [&str; 8] = ["html", "css", "js", "wasm", "woff2", "svg", "png", "webmanifest"];

/// The worker, which a browser keeps by itself.
const WORKER: &str = "worker.js";

const NOTICE: &str = "copy.json";

/// Where a page says on which day it was made: before it and after it.
const DAYS: [(&str, &str); 2] = [(" data-made=\"", "\""), ("This page was made on ", ".")];

/// The notice and the list, for a site with these files.
pub fn copy(
    files: &BTreeMap<String, Vec<u8>>,
    directory: &Directory,
    made: Day,
    is_fixed_day: bool,
) -> Result<[Output; 2]> {
    let kept = || files.iter().filter(|(name, _)| is_kept(name));
    let list: BTreeMap<&str, String> = kept().map(|(name, bytes)| (name.as_str(), name_of(name, bytes))).collect();
    let list = serde_json::to_string(&list).context("the list of files could not be written")?;
    let build = short(list.as_bytes());
    let numbers = directory.crisis.routes.iter().map(|route| (route.id.clone(), numbers(route)));
    let notice = json!({
        "format": FORMAT,
        "build": build,
        "made": made.iso(),
        "today": is_fixed_day.then(|| made.iso()),
        "old_from": directory.site.terms.due(made).map(Day::iso),
        "files": kept().count(),
        "bytes": kept().map(|(_, bytes)| bytes.len()).sum::<usize>(),
        "checked": directory.crisis.checked().map(Day::iso),
        "numbers": numbers.collect::<Map<_, _>>(),
    });
    Ok([
        Output { path: NOTICE.to_owned(), text: notice.to_string() },
        Output { path: format!("copy-{build}.json"), text: list },
    ])
}

fn is_kept(name: &str) -> bool {
    let is_needed = name.rsplit_once('.').is_some_and(|(_, kind)| KINDS.contains(&kind));
    let is_list = ["directory-", "staff-", "schools-"].iter().any(|list| name.starts_with(list));
    let is_directory = is_list && name.ends_with(".json");
    (is_needed || is_directory) && name != WORKER
}

/// The links of a route, each with its number and the words that offer it.
fn numbers(route: &Route) -> Value {
    let call = |number: &Number| json!([number.call_link(), number.shown, format!("Call {}", number.shown)]);
    let text = |number: &Number| {
        json!([number.text_link(), number.shown, waymark_app::components::contact::text_words(number)])
    };
    route.contacts.phones.iter().map(call).chain(route.contacts.texts.iter().map(text)).collect()
}

/// What a file holds, as a short name; of a page, whatever its day.
fn name_of(name: &str, bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) if name.ends_with(".html") => short(without_day(text).as_bytes()),
        _ => short(bytes),
    }
}

fn without_day(text: &str) -> String {
    DAYS.iter().fold(text.to_owned(), |text, (before, after)| {
        let Some((start, rest)) = text.split_once(before) else { return text };
        rest.split_once(after).map(|(_, end)| format!("{start}{end}")).unwrap_or(text)
    })
}

/// The first 16 hexadecimal digits of SHA-256, which every browser can compute.
fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], expected: &[&str]) {
        let kept: Vec<_> = names.iter().filter(|name| is_kept(name)).copied().collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn what_pages_need_is_kept_and_nothing_else() {
        check(
            &["index.html", "service/a.html", "app-1_bg.wasm", "fonts/a.woff2", "directory-1.json"],
            &["index.html", "service/a.html", "app-1_bg.wasm", "fonts/a.woff2", "directory-1.json"],
        );
        check(&["worker.js", "copy.json", "copy-1.json", "sitemap.xml", "_headers", ".htaccess", "fonts/OFL.txt"], &[]);
        check(&["vercel.json", "web.config", "robots.txt"], &[]);
        check(&["service/a.vcf", "service/a.ics", "booklet.pdf"], &[]);
    }

    #[test]
    fn the_day_alone_makes_no_other_page() {
        let page = |day: &str| {
            format!("<html data-made=\"{day}\" data-page=\"home\"><p>This page was made on {day}.</p><p>Call 999.</p>")
        };
        let one = name_of("a.html", page("2026-11-22").as_bytes());
        assert_eq!(one, name_of("a.html", page("2026-11-23").as_bytes()));
        assert_ne!(one, name_of("a.html", page("2026-11-23").replace("999", "111").as_bytes()));
        assert_ne!(one, name_of("a.js", page("2026-11-22").as_bytes()));
    }

    #[test]
    fn a_name_is_what_any_browser_computes() {
        assert_eq!(short(b"abc"), "ba7816bf8f01cfea");
    }
}
