//! The published site on the servers that councils have, at the top of a host
//! and in a folder of one, with exactly the settings that it ships.
//!
//! `cargo xtask test hosts` installs the servers where that can be done;
//! `WAYMARK_HOSTS=nginx` asks one of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use waymark_tests::hosts::{Answer, Host, Server, Upload};
use waymark_tests::{Outcome, visit};

const PLACES: [(&str, &str); 2] = [("at_the_top", "/"), ("in_a_folder", "/a/b/")];

/// Files for hosts: they are in the folder, and nobody can fetch them.
const HIDDEN: [&str; 7] = [
    ".htaccess",
    ".nojekyll",
    "_headers",
    "web.config",
    "hosting/nginx.conf",
    "hosting/Caddyfile",
    "hosting/object-store.sh",
];

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASKED_AGAIN: &str = "no-cache";

/// A demand on a host, and its name.
type Check = (&'static str, fn(&Host) -> Outcome);

const CHECKS: [Check; 5] = [
    ("every_file_comes_with_its_type_its_headers_and_its_caching", every_file),
    ("what_is_missing_says_so_with_404_html_and_every_header", missing),
    ("what_is_for_hosts_is_nobody_elses", hidden),
    ("what_can_be_smaller_is_sent_smaller", smaller),
    ("what_has_not_changed_is_not_sent_again", unchanged),
];

fn main() -> std::process::ExitCode {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for server in Server::ALL {
        for (place, base) in PLACES {
            for (name, check) in CHECKS {
                let task = move || {
                    let outcome = Host::start(server, base).and_then(|host| check(&host));
                    outcome.map_err(|error| Failed::from(format!("{error:#}")))
                };
                let trial = Trial::test(format!("{name}::{server}::{place}"), task);
                trials.push(trial.with_ignored_flag(!server.is_wanted()));
            }
        }
    }
    trials.push(Trial::test("an_object_store_is_given_every_file_once_with_its_type_and_its_caching", || {
        upload().map_err(|error| Failed::from(format!("{error:#}")))
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn upload() -> Outcome {
    let dist = visit::published()?;
    let calls = Upload::all(&dist)?;
    ensure!(calls.iter().all(Upload::is_whole), "a call is not whole: {calls:?}");
    let mut files = Vec::new();
    paths(&dist, "", &mut files)?;
    ensure!(files.len() > 300, "only {} files", files.len());
    for path in &files {
        let mine: Vec<_> = calls.iter().filter(|call| call.takes(path)).collect();
        let [call] = mine[..] else { bail!("{path} is put there {} times", mine.len()) };
        ensure!(call.option("--content-type") == kind(path), "{path}: {:?}", call.option("--content-type"));
        let kept = if is_hashed(&dist, path)? { FOR_EVER } else { ASKED_AGAIN };
        ensure!(call.option("--cache-control") == Some(kept), "{path}: {:?}", call.option("--cache-control"));
    }
    let shown = HIDDEN.iter().find(|path| calls.iter().any(|call| call.takes(path)));
    ensure!(shown.is_none(), "{shown:?} is put there for everybody");
    // A page that is there before its app would be a page without one.
    let pages = calls.iter().position(|call| call.takes("index.html"));
    ensure!(pages == Some(calls.len() - 1), "the pages do not come last");
    Ok(())
}

/// What `_headers` says of every file: what ships is what is asked for here.
fn shipped(host: &Host) -> Result<BTreeMap<String, String>> {
    let text = fs::read_to_string(host.dist.join("_headers"))?;
    let first = text.split_once("/*\n").context("no rule for every file")?.1;
    let lines = first.lines().take_while(|line| line.starts_with("  "));
    let headers: BTreeMap<_, _> =
        lines.filter_map(|line| line.trim().split_once(": ")).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    let policy = headers.get("Content-Security-Policy").context("no policy")?;
    for part in ["default-src 'none';", "script-src 'self' 'wasm-unsafe-eval';", "frame-ancestors 'none'"] {
        ensure!(policy.contains(part), "the policy lacks {part}");
    }
    ensure!(headers.get("Referrer-Policy").is_some_and(|value| value == "no-referrer"));
    ensure!(headers.get("X-Content-Type-Options").is_some_and(|value| value == "nosniff"));
    ensure!(headers.get("Permissions-Policy").is_some_and(|value| value.contains("geolocation=()")));
    Ok(headers)
}

fn has_all(answer: &Answer, headers: &BTreeMap<String, String>, what: &str) -> Outcome {
    for (name, value) in headers {
        let found = answer.header(name);
        ensure!(found == Some(value), "{what}: {name} is {found:?}");
    }
    Ok(())
}

/// The type that a browser needs, written once more and not read from what
/// made the settings.
fn kind(path: &str) -> Option<&'static str> {
    Some(match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "xml" => "application/xml",
        "vcf" => "text/vcard; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "pdf" => "application/pdf",
        _ => return None,
    })
}

/// Every file of the site that anybody may fetch.
fn paths(folder: &Path, within: &str, found: &mut Vec<String>) -> Outcome {
    for entry in fs::read_dir(folder)?.flatten() {
        let path = format!("{within}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            paths(&entry.path(), &format!("{path}/"), found)?;
        } else if !HIDDEN.contains(&path.as_str()) && !path.starts_with("hosting/") {
            found.push(path);
        }
    }
    Ok(())
}

/// Whether `_headers` names a file as one that never changes.
fn is_hashed(dist: &Path, path: &str) -> Result<bool> {
    Ok(fs::read_to_string(dist.join("_headers"))?.contains(&format!("\n/{path}\n")))
}

fn every_file(host: &Host) -> Outcome {
    let headers = shipped(host)?;
    let mut files = Vec::new();
    paths(&host.dist, "", &mut files)?;
    ensure!(files.len() > 300, "only {} files", files.len());
    let mut for_ever = 0;
    for path in &files {
        let answer = host.ask(path, &[])?;
        ensure!(answer.status == 200, "{path}: {}", answer.status);
        let wanted = kind(path).with_context(|| format!("{path} is of a kind that no host is told about"))?;
        let found = answer.header("content-type").unwrap_or_default().to_ascii_lowercase();
        ensure!(found == wanted, "{path} is served as {found}");
        has_all(&answer, &headers, path)?;
        let is_hashed = is_hashed(&host.dist, path)?;
        let kept = if is_hashed { FOR_EVER } else { ASKED_AGAIN };
        ensure!(answer.header("cache-control") == Some(kept), "{path}: {:?}", answer.header("cache-control"));
        ensure!(answer.body == fs::read(host.dist.join(path))?, "{path} is not the file that was built");
        for_ever += usize::from(is_hashed);
    }
    ensure!(for_ever >= 6, "the app, its style, its typeface and its data never change: {for_ever} files");
    let first = host.ask("", &[])?;
    ensure!(first.status == 200 && first.body == fs::read(host.dist.join("index.html"))?, "no first page");
    ensure!(first.header("content-type").is_some_and(|kind| kind.eq_ignore_ascii_case("text/html; charset=utf-8")));
    has_all(&first, &headers, "the first page")
}

/// That an answer is the page for what is missing, with all that belongs to it.
fn is_not_found(host: &Host, path: &str, answer: &Answer) -> Outcome {
    ensure!(answer.status == 404, "{path}: {}", answer.status);
    ensure!(answer.body == fs::read(host.dist.join("404.html"))?, "{path} is answered by another page");
    let kind = answer.header("content-type").unwrap_or_default();
    ensure!(kind.eq_ignore_ascii_case("text/html; charset=utf-8"), "{path}: 404.html is served as {kind}");
    ensure!(answer.header("cache-control") == Some(ASKED_AGAIN), "{path}: {:?}", answer.header("cache-control"));
    has_all(answer, &shipped(host)?, path)
}

fn missing(host: &Host) -> Outcome {
    let missing = [
        "x",
        "x.html",
        "service/x",
        "service/nobody.html",
        "x/y/z",
        "x/y/z/",
        "early.js/x",
        "nothing.js",
        "app-0123456789abcdef.js",
        "app-0123456789abcdef_bg.wasm",
        "directory-0123456789abcdef.json",
        "manifest.json",
        ".git/config",
        ".env",
        // No folder is listed.
        "service/",
        "staff/service/",
        "fonts/",
        "hosting/",
    ];
    missing.iter().try_for_each(|path| is_not_found(host, path, &host.ask(path, &[])?))
}

fn hidden(host: &Host) -> Outcome {
    for path in HIDDEN {
        ensure!(host.dist.join(path).is_file(), "{path} was not built");
        let answer = host.ask(path, &[])?;
        // Apache refuses its own settings by itself, in words of its own.
        if path == ".htaccess" && answer.status == 403 {
            ensure!(!String::from_utf8_lossy(&answer.body).contains("AddType"), "{path} is shown");
            continue;
        }
        is_not_found(host, path, &answer)?;
    }
    Ok(())
}

fn smaller(host: &Host) -> Outcome {
    let mut files = Vec::new();
    paths(&host.dist, "", &mut files)?;
    let mut seen = 0;
    for path in files.iter().filter(|path| !path.contains('/')) {
        let whole = fs::metadata(host.dist.join(path))?.len();
        let answer = host.ask(path, &[("Accept-Encoding", "gzip")])?;
        let sent = answer.header("content-encoding");
        let is_small_already = [".png", ".woff2", ".pdf"].iter().any(|end| path.ends_with(end));
        if is_small_already {
            ensure!(sent.is_none(), "{path} is made smaller in vain: {sent:?}");
        } else if whole > 2048 {
            seen += 1;
            ensure!(sent == Some("gzip"), "{path} is sent as it is: {sent:?}");
            ensure!(answer.body.len() as u64 * 10 < whole * 7, "{path}: {} of {whole} bytes", answer.body.len());
            let differs = answer.header("vary").unwrap_or_default().to_ascii_lowercase();
            ensure!(differs.contains("accept-encoding"), "{path} varies by {differs:?}");
        }
    }
    ensure!(seen > 10, "only {seen} files");
    Ok(())
}

fn unchanged(host: &Host) -> Outcome {
    for path in ["index.html", "early.js", "404.html"] {
        let first = host.ask(path, &[])?;
        let mark = first.header("etag").with_context(|| format!("{path} has no mark of its version"))?;
        let again = host.ask(path, &[("If-None-Match", mark)])?;
        ensure!(again.status == 304 && again.body.is_empty(), "{path} is sent again: {}", again.status);
        let other = host.ask(path, &[("If-None-Match", "\"another\"")])?;
        ensure!(other.status == 200 && other.body == first.body, "{path} is not sent again: {}", other.status);
    }
    Ok(())
}
