//! The command as a build calls it: what it writes, and what it says of what
//! it left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A page around every page, with all its places.
const SHELL: &str = "<html data-page=\"WAYMARK_PAGE\"><head><!--waymark:head--><!--waymark:staff--><!--/waymark:staff--><!--waymark:away--><!--/waymark:away--><!--waymark:keeper--><!--/waymark:keeper-->\
    <meta name=\"theme-color\" content=\"#8f1d2c\"><!--waymark:colours--></head><body>\
    <a href=\"WAYMARK_SELF#main\">Skip</a><a href=\"WAYMARK_LEAVE\">Leave</a><!--waymark:crisis-strip-->\
    <!--waymark:name--><!--waymark:site--><!--waymark:copy--><!--waymark:page--><!--waymark:trial--><!--waymark:linked-data-->\
    <!--waymark:staff-app './s.js' './s_bg.wasm'--><!--waymark:shortlist-app './l.js' './l_bg.wasm'--><!--waymark:keeper-app './k.js' './k_bg.wasm'--><script type=\"module\">import init from './a.js'; init({ module_or_path: './a_bg.wasm' });</script></body></html>";

/// What one run said, and the names of the files at the top of what it wrote.
struct Run {
    said: String,
    folder: PathBuf,
    files: BTreeSet<String>,
}

/// Runs the command over a directory without entries, with this site.
fn run(name: &str, address: Option<&str>, release: Value) -> Result<Run> {
    let folder = std::env::temp_dir().join(format!("waymark-prerender-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let route = json!({ "id": "one", "name": "One", "group": "everyone", "block": true, "says": "Call.",
        "call": "999", "sources": [] });
    let line = json!({ "lead": "Now:", "route": "one", "link": "call", "tail": "" });
    let area = json!({ "slug": "a", "label": "A", "choice": true, "next_step": "Ask." });
    let bundle = json!({
        "format": 1,
        "made": "2026-11-21",
        "site": { "format": 1, "name": "Name", "strapline": "Words", "publisher": { "name": "P", "address": address },
            "release": release, "gathered": "2026-11-21", "leave_to": "https://example.org/", "advice": "b",
            "areas": [area], "terms": ["01-01"] },
        "crisis": { "format": 1, "strip": [line, line, line], "routes": [route] },
        "words": {},
        "listings": [],
    });
    let (shell, data, out) = (folder.join("shell.html"), folder.join("bundle.json"), folder.join("out"));
    fs::create_dir_all(&out)?;
    fs::write(out.join("style.css"), ":root { --paper: #fbf8f3; }")?;
    fs::write(&shell, SHELL)?;
    fs::write(&data, bundle.to_string())?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.arg("--shell").arg(shell).arg("--bundle").arg(data).arg("--out").arg(&out).args(["--today", "2026-11-21"]);
    let output = command.output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = fs::read_dir(&out)?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(Run { said: String::from_utf8(output.stdout)?, files: names.collect(), folder })
}

fn signed() -> Value {
    json!({ "by": "Director", "on": "2026-11-21", "clinical_safety": "Officer" })
}

#[test]
fn without_a_release_or_an_address_the_build_says_what_it_left_out_and_what_to_write() -> Result<()> {
    for (name, address, release, write) in [
        ("trial", Some("https://a.example/"), json!("none"), "\"release\""),
        ("no-address", None, signed(), "\"address\""),
        ("no-folder", Some("https://a.example/?b"), signed(), "is no folder"),
    ] {
        let run = run(name, address, release)?;
        ensure!(run.said.contains("Left out: canonical links") && run.said.contains(write), "{name}: {}", run.said);
        ensure!(!run.files.contains("sitemap.xml") && !run.files.contains("robots.txt"), "{name}: {:?}", run.files);
        let home = fs::read_to_string(run.folder.join("out/index.html"))?;
        ensure!(!home.contains("canonical") && !home.contains("og:url") && !home.contains("a.example"), "{home}");
        ensure!(home.contains("content=\"noindex\"") == (name == "trial"), "{name}: {home}");
        fs::remove_dir_all(run.folder)?;
    }
    Ok(())
}

#[test]
fn with_both_nothing_is_left_out_and_robots_are_told_where_they_read_it() -> Result<()> {
    for (name, address, has_robots) in
        [("root", "https://a.example", true), ("folder", "https://a.example/directory/", false)]
    {
        let run = run(name, Some(address), signed())?;
        ensure!(!run.said.contains("Left out"), "{name}: {}", run.said);
        ensure!(run.files.contains("sitemap.xml"), "{name}: {:?}", run.files);
        ensure!(run.files.contains("robots.txt") == has_robots, "{name}: {:?}", run.files);
        if has_robots {
            let robots = fs::read_to_string(run.folder.join("out/robots.txt"))?;
            let line = robots.lines().find(|line| line.starts_with("Sitemap:")).context("no map")?;
            ensure!(line == "Sitemap: https://a.example/sitemap.xml", "{line}");
            ensure!(!robots.contains("Disallow"), "{robots}");
        }
        fs::remove_dir_all(run.folder)?;
    }
    Ok(())
}
