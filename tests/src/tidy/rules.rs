//! What each rule looks for.

use super::Source;

/// This file names what it forbids.
const OWN: &str = "tests/src/tidy/rules.rs";

/// Files that may be longer than the rule says, each with its reason.
const LONG: [(&str, &str); 0] = [];

/// The lines of a Rust file that are code, with their numbers.
fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let is_ours = source.path.ends_with(".rs") && source.path != OWN;
    let lines = source.text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines.filter(move |(_, line)| is_ours && !line.trim_start().starts_with("//"))
}

/// Each code line that holds one of the words, as "line 7 holds `word`".
fn holding(source: &Source, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in code(source) {
        for word in words.iter().filter(|word| line.contains(**word)) {
            found.push(format!("line {number} holds `{word}`"));
        }
    }
    found
}

/// Whether a file is the module `place` or lies in it.
fn is_in(source: &Source, place: &str) -> bool {
    let rest = source.path.strip_prefix(place);
    rest.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Nothing points back: a place uses only what the style guide lets it.
#[must_use]
pub fn arrows(source: &Source) -> Vec<String> {
    let forbidden: &[&str] = if is_in(source, "src/pages") {
        &["crate::app"]
    } else if is_in(source, "src/components") {
        &["crate::app", "crate::pages", "crate::state", "crate::browser"]
    } else if is_in(source, "src/state") {
        &["crate::app", "crate::pages", "crate::components"]
    } else if is_in(source, "src/browser") {
        &["crate::app", "crate::pages", "crate::components", "crate::state", "directory::"]
    } else {
        &[]
    };
    holding(source, forbidden)
}

/// Only `src/browser` touches the browser's own objects.
#[must_use]
pub fn browser(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") || is_in(source, "src/browser") {
        return Vec::new();
    }
    holding(source, &["web_sys", "js_sys", "gloo_", "wasm_bindgen", "document()", "window()"])
}

/// The core has no file, network, screen or clock.
#[must_use]
pub fn core(source: &Source) -> Vec<String> {
    if !source.path.starts_with("crates/directory/src/") {
        return Vec::new();
    }
    let outside = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant",
        "now_utc",
        "now_local",
        "leptos",
        "web_sys",
        "js_sys",
        "println!",
    ];
    holding(source, &outside)
}

/// Views hold no style, which the policy blocks, and no raw HTML.
#[must_use]
pub fn views(source: &Source) -> Vec<String> {
    if !source.path.starts_with("src/") {
        return Vec::new();
    }
    let mut found = holding(source, &["inner_html", " style="]);
    // `style:colour=…` is the view's; `style: Style` is a field.
    for (number, line) in code(source) {
        let rest = line.split_once("style:").map(|(_, rest)| rest).unwrap_or_default();
        let word = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-').unwrap_or(0);
        if word > 0 && rest[word..].starts_with('=') {
            found.push(format!("line {number} holds `style:`"));
        }
    }
    found
}

/// A file is at most 300 lines.
#[must_use]
pub fn length(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let may = LONG.iter().any(|(path, _)| *path == source.path);
    if source.path.ends_with(".rs") && lines > 300 && !may {
        vec![format!("{lines} lines: there is a second subject in it")]
    } else {
        Vec::new()
    }
}

/// A thing has a name.
#[must_use]
pub fn names(source: &Source) -> Vec<String> {
    const NAMELESS: [&str; 8] = ["mod", "util", "utils", "helper", "helpers", "common", "types", "misc"];
    let file = source.path.rsplit('/').next().unwrap_or_default();
    let stem = file.strip_suffix(".rs").unwrap_or_default();
    let folder = source.path.split('/').find(|part| NAMELESS[1..].contains(part));
    match (NAMELESS.contains(&stem), folder) {
        (true, _) => vec![format!("`{stem}` is no name for what is in it")],
        (_, Some(folder)) => vec![format!("the folder `{folder}` has no name yet")],
        _ => Vec::new(),
    }
}

/// Colours stand in the tokens.
#[must_use]
pub fn colours(source: &Source) -> Vec<String> {
    if !source.path.ends_with(".css") || source.path == "style/tokens.css" {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        for piece in line.split('#').skip(1) {
            let end = piece.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter));
            let word = &piece[..end.unwrap_or(piece.len())];
            let is_colour = [3, 4, 6, 8].contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit());
            if is_colour {
                found.push(format!("line {}: the colour #{word} belongs in style/tokens.css", number + 1));
            }
        }
    }
    found
}

/// Nothing is left for later without an issue.
#[must_use]
pub fn later(source: &Source) -> Vec<String> {
    holding(source, &["todo!", "unimplemented!", "dbg!", "#[ignore", "TODO", "FIXME"])
}

/// No path is that of one machine.
#[must_use]
pub fn machine(source: &Source) -> Vec<String> {
    if source.path == OWN {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in source.text.lines().enumerate() {
        for path in ["/work/", "/root/", "/home/"] {
            // `https://nhs.uk/home/…` is an address, not a folder.
            let starts = line.match_indices(path).any(|(at, _)| {
                let before = line[..at].chars().next_back();
                before.is_none_or(|letter| !letter.is_alphanumeric() && !"-_./*}".contains(letter))
            });
            if starts {
                found.push(format!("line {}: `{path}` is on one machine only", number + 1));
            }
        }
    }
    found
}

/// Each crate stays behind its wall: what its manifest may not name.
#[must_use]
pub fn walls(source: &Source) -> Vec<String> {
    let forbidden: &[&str] = match source.path.as_str() {
        "crates/directory/Cargo.toml" => &[
            "leptos",
            "web-sys",
            "js-sys",
            "gloo-net",
            "wasm-bindgen",
            "tokio",
            "chrono",
            "anyhow",
            "maintain",
            "waymark-app",
            "prerender",
        ],
        "crates/maintain/Cargo.toml" | "tests/Cargo.toml" | "tests/engine/Cargo.toml" | "xtask/Cargo.toml" => {
            &["leptos", "waymark-app", "prerender", "waymark"]
        }
        "crates/host/Cargo.toml" => &["directory", "maintain", "leptos", "waymark-app", "prerender", "waymark"],
        "Cargo.toml" => &["maintain", "prerender", "waymark", "host", "anyhow", "clap", "tokio"],
        _ => &[],
    };
    let mut section = "";
    let mut found = Vec::new();
    for line in source.text.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        }
        let is_used = section.ends_with("dependencies]") && !section.starts_with("[workspace");
        let name = line.split([' ', '=', '.']).next().unwrap_or_default();
        if is_used && forbidden.contains(&name) {
            found.push(format!("depends on {name}, which is behind its wall"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: fn(&Source) -> Vec<String>, path: &str, text: &str, faults: usize) {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        let found = rule(&source);
        assert_eq!(found.len(), faults, "{path}: {text}: {found:?}");
    }

    #[test]
    fn each_rule_finds_its_planted_fault_and_nothing_else() {
        check(arrows, "src/components/card.rs", "use crate::state::Shortlist;", 1);
        check(arrows, "src/pages/home.rs", "use crate::state::Shortlist;", 0);
        check(arrows, "src/browser.rs", "use directory::Address;", 1);
        check(browser, "src/pages/home.rs", "web_sys::Window", 1);
        check(browser, "src/browser/focus.rs", "web_sys::Window", 0);
        check(core, "crates/directory/src/day.rs", "std::time::SystemTime::now()", 1);
        check(views, "src/components/card.rs", "<p style=\"x\">", 1);
        check(views, "src/components/card.rs", "<p style:color=red>", 1);
        check(views, "src/components/card.rs", "    style: Style,", 0);
        check(length, "src/a.rs", &"x\n".repeat(301), 1);
        check(length, "src/a.rs", &"x\n".repeat(300), 0);
        check(names, "src/pages/mod.rs", "", 1);
        check(names, "src/helpers/a.rs", "", 1);
        check(names, "src/pages.rs", "", 0);
        check(colours, "style/card.css", "a { color: #fff; b: #12ab34 }", 2);
        check(colours, "style/card.css", "#main { } url(#shape)", 0);
        check(colours, "style/tokens.css", "#fff", 0);
        check(later, "src/a.rs", "todo!()", 1);
        check(later, "src/a.rs", "// a todo! in words", 0);
        check(machine, "README.md", "cd /home/me", 1);
        check(machine, "data/a.json", "https://nhs.uk/home/care", 0);
    }

    #[test]
    fn a_wall_is_kept_in_every_kind_of_dependency() {
        let text = "[dependencies]\nserde = 1\n[dev-dependencies]\nleptos.workspace = true\n";
        check(walls, "crates/directory/Cargo.toml", text, 1);
        check(walls, "Cargo.toml", "[workspace.dependencies]\nclap = 4\n", 0);
    }
}
