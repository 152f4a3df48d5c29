//! `links`: against servers that misbehave, and as a guest of those that do not.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said};
use crate::web::{Does, Server, answer, moved, page};

const SLEEP: &str = "listings/sleep-well.json";

/// A sound folder in which the addresses of one entry are these.
pub(crate) fn folder(webs: &[String]) -> Result<Folder> {
    let folder = Folder::sound()?;
    folder.set("site.json", "/leave_to", json!("about:blank"))?;
    let source =
        |web: &String| json!({"fields": ["summary"], "source": format!("Its page ({web})."), "type": "official page"});
    folder.set(SLEEP, "/sources", webs.iter().map(source).collect())?;
    Ok(folder)
}

pub(crate) fn run(folder: &Folder, more: &[&str]) -> Result<Said> {
    let quick = ["links", "--allow-local", "--tries", "2", "--format", "json"];
    let unless_said: &[[&str; 2]] = &[["--pause", "0"], ["--timeout", "1"]];
    let unsaid: Vec<&str> = unless_said.iter().filter(|pair| !more.contains(&pair[0])).flatten().copied().collect();
    folder.maintain(&[&quick, unsaid.as_slice(), more].concat())
}

/// What was said of each address.
pub(crate) fn verdicts(folder: &Folder, more: &[&str]) -> Result<BTreeMap<String, Value>> {
    let said = run(folder, more)?;
    let all: Vec<Value> = serde_json::from_str(&said.out).with_context(|| said.err.clone())?;
    Ok(all.into_iter().map(|one| (one["address"].as_str().unwrap_or_default().to_owned(), one)).collect())
}

/// Asks for one page of a server with only that, and looks what is said of it.
fn check(does: Does, verdict: &str, why: &str) -> Result<Value> {
    let server = Server::of(&[
        ("/a/page", does),
        ("/there", page("<title>Made up</title>")),
        ("/", page("Home")),
        ("/login", page("")),
    ])?;
    let web = server.web("/a/page");
    let one = verdicts(&folder(std::slice::from_ref(&web))?, &[])?.remove(&web).context("it was not visited")?;
    let said = one["why"].as_str().unwrap_or_default();
    assert!(one["verdict"] == verdict && said.contains(why), "{verdict} {why}: {one} {:?}", server.lines());
    Ok(one)
}

#[test]
fn what_works_what_has_moved_and_what_is_gone_are_told_apart() -> Result<()> {
    check(page("<title>Made up</title>"), "works", "")?;
    check(answer("200 OK", "Content-Type: application/pdf\r\n", "%PDF"), "works", "")?;
    check(answer("410 Gone", "", ""), "gone", "answers 410")?;
    check(answer("404 Not Found", "", ""), "gone", "answers 404")?;
    let one = check(moved("301 Moved Permanently", "/there"), "moved", "")?;
    assert!(one["to"].as_str().is_some_and(|to| to.ends_with("/there")), "{one}");
    check(moved("308 Permanent Redirect", "/there?x=1"), "gone", "")?;
    check(moved("302 Found", "/there"), "works", "")?;
    check(answer("403 Forbidden", "", ""), "not-checkable", "programs alone")?;
    check(answer("500 Oops", "", ""), "unreachable", "answers 500")?;
    Ok(())
}

#[test]
fn what_leads_astray_is_suspicious() -> Result<()> {
    check(moved("301 Moved Permanently", "/"), "suspicious", "first page of the site")?;
    check(moved("302 Found", "/login"), "suspicious", "log in")?;
    check(moved("302 Found", "/a/page"), "suspicious", "on and on")?;
    check(moved("302 Found", "javascript:alert(1)"), "suspicious", "no address of the web")?;
    check(moved("302 Found", "file:///etc/passwd"), "suspicious", "no address of the web")?;
    check(moved("302 Found", "http://nowhere.invalid/"), "suspicious", "no site has this name")?;
    check(page("<p>This domain is for sale</p>"), "suspicious", "for sale")?;
    check(page("<title>Page not found</title>"), "suspicious", "not there")?;
    let other = Server::of(&[("/x", page(""))])?;
    let elsewhere = format!("http://localhost:{}/x", other.port);
    check(moved("301 Moved Permanently", &elsewhere), "suspicious", "another site")?;
    let hops = Server::of(
        &(0..12)
            .map(|at| {
                (
                    ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11"][at],
                    moved("302 Found", &format!("/{}", at + 1)),
                )
            })
            .collect::<Vec<_>>(),
    )?;
    let web = hops.web("/0");
    assert_eq!(verdicts(&folder(std::slice::from_ref(&web))?, &[])?[&web]["verdict"], "suspicious");
    assert!(hops.asked().len() <= 11, "{:?}", hops.lines());
    Ok(())
}

#[test]
fn servers_that_misbehave_hold_nobody_up() -> Result<()> {
    let began = Instant::now();
    check(Does::NeverEnds, "works", "")?;
    check(Does::Drips, "unreachable", "in time")?;
    check(Does::Drops, "unreachable", "connection broke")?;
    check(
        Does::Sends(b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\nContent-Type: text/html\r\n\r\n<title>Half".to_vec()),
        "works",
        "",
    )?;
    check(Does::Sends(b"\x00\xff garbage\r\n\r\n".to_vec()), "unreachable", "")?;
    check(
        Does::Sends([b"HTTP/1.1 200 OK\r\n".as_slice(), b"X: y\r\n".repeat(20_000).as_slice(), b"\r\n"].concat()),
        "unreachable",
        "",
    )?;
    check(Does::Sends(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n".to_vec()), "unreachable", "")?;
    check(Does::OnlyWhole(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nHelp".to_vec()), "works", "")?;
    check(Does::InTurn(vec![answer("405 No", "", ""), page("")]), "not-checkable", "")?;
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    Ok(())
}

#[test]
fn what_fails_once_is_asked_again_and_what_says_when_is_waited_for() -> Result<()> {
    let once =
        || vec![answer("503 Busy", "Retry-After: 1\r\n", ""), answer("200 OK", "Content-Type: text/plain\r\n", "")];
    let server = Server::of(&[
        ("/busy", Does::InTurn(once())),
        ("/later", answer("429 Slow down", "Retry-After: 3600\r\n", "")),
    ])?;
    let (busy, later) = (server.web("/busy"), server.web("/later"));
    let found = verdicts(&folder(&[busy.clone(), later.clone()])?, &[])?;
    assert_eq!((&found[&busy]["verdict"], &found[&later]["verdict"]), (&json!("works"), &json!("not-checkable")));
    let times: Vec<_> =
        server.asked().into_iter().filter(|one| one.line.ends_with("/busy")).map(|one| one.from).collect();
    assert!(times.len() == 2 && times[1] - times[0] >= Duration::from_secs(1), "{times:?}");
    assert_eq!(server.lines().iter().filter(|line| line.ends_with("/later")).count(), 1);
    Ok(())
}

#[test]
fn a_site_is_asked_for_its_rules_first_and_they_are_kept() -> Result<()> {
    let rules = "User-agent: WaymarkLinks\nDisallow: /private\n\nUser-agent: *\nDisallow: /";
    let server =
        Server::of(&[("/robots.txt", answer("200 OK", "", rules)), ("/private/x", page("")), ("/open", page(""))])?;
    let (private, open) = (server.web("/private/x"), server.web("/open"));
    let found = verdicts(&folder(&[private.clone(), open.clone()])?, &[])?;
    assert_eq!((&found[&private]["verdict"], &found[&open]["verdict"]), (&json!("not-visited"), &json!("works")));
    let lines = server.lines();
    assert_eq!(lines.first().map(String::as_str), Some("GET /robots.txt"));
    assert!(
        lines.iter().filter(|line| line.contains("robots")).count() == 1
            && !lines.iter().any(|line| line.contains("private")),
        "{lines:?}"
    );
    // A site that cannot say what it allows is not asked for more.
    let server = Server::of(&[("/robots.txt", answer("500 Oops", "", "")), ("/open", page(""))])?;
    let web = server.web("/open");
    assert_eq!(verdicts(&folder(std::slice::from_ref(&web))?, &[])?[&web]["verdict"], "unreachable");
    assert_eq!(server.lines(), ["GET /robots.txt"]);
    for garbage in
        ["\0\0\0", "<html>", "Disallow", "User-agent: *\nDisallow: ((((*$*$", "Crawl-delay: -7\nCrawl-delay: 1e99"]
    {
        let server = Server::of(&[("/robots.txt", answer("200 OK", "", garbage)), ("/open", page(""))])?;
        let web = server.web("/open");
        assert_eq!(verdicts(&folder(std::slice::from_ref(&web))?, &[])?[&web]["verdict"], "works", "{garbage}");
    }
    Ok(())
}

#[test]
fn each_site_is_asked_by_one_at_a_time_with_a_pause_and_told_who_asks() -> Result<()> {
    let pages: Vec<_> = ["/1", "/2", "/3"].iter().map(|path| (*path, page(""))).collect();
    let servers = [Server::of(&pages)?, Server::of(&pages)?];
    let webs: Vec<_> = servers.iter().flat_map(|server| ["/1", "/2", "/3"].map(|path| server.web(path))).collect();
    let folder = folder(&webs)?;
    folder.set("site.json", "/publisher", json!({"name": "Zoë’s (made-up) Council", "email": "web@example.org"}))?;
    let found = verdicts(&folder, &["--pause", "0.05"])?;
    assert!(found.values().all(|one| one["verdict"] == "works"), "{found:?}");
    for server in &servers {
        let mut asked = server.asked();
        asked.sort_by_key(|one| one.from);
        assert_eq!(asked.len(), 7, "{:?}", server.lines());
        // The server hears of each before its answer is there, and the pause comes after that.
        let is_apart = |pair: &[crate::web::Request]| pair[1].from - pair[0].from >= Duration::from_millis(50);
        assert!(asked.windows(2).all(is_apart), "{asked:?}");
        for one in &asked {
            let headers = one.headers.to_lowercase();
            let agent = "user-agent: waymarklinks/0.1.0 (zo?'s  made-up  council; web@example.org)";
            assert!(headers.replace('\u{2019}', "?").contains(&agent.replace('\'', "?")), "{}", one.headers);
            assert!(!headers.contains("cookie") && !headers.contains("referer"), "{}", one.headers);
        }
    }
    Ok(())
}

#[test]
fn machines_of_this_network_are_asked_only_by_tests() -> Result<()> {
    let server = Server::of(&[("/secret", page(""))])?;
    let local = format!("http://localhost:{}/secret", server.port);
    let webs = [
        server.web("/secret"),
        local,
        "http://169.254.169.254/latest/meta-data".to_owned(),
        "http://[::1]/".to_owned(),
        "http://0x7f.1/".to_owned(),
    ];
    let folder = folder(&webs)?;
    let said = folder.maintain(&["links", "--timeout", "1", "--tries", "1", "--pause", "0"])?;
    assert!(
        said.code == Some(1) && said.out.contains("Suspicious (5)") && said.out.contains("private network"),
        "{}",
        said.out
    );
    assert_eq!(server.lines(), Vec::<String>::new());
    Ok(())
}

#[test]
fn crisis_help_goes_first_then_what_was_in_doubt_and_what_is_kept_says_so() -> Result<()> {
    let server = Server::of(&[
        ("/a", page("")),
        ("/b", page("")),
        ("/z", page("")),
        ("/c", Does::InTurn(vec![answer("404 No", "", ""), page("")])),
    ])?;
    let webs: Vec<_> = ["/a", "/b", "/c"].iter().map(|path| server.web(path)).collect();
    let folder = folder(&webs)?;
    folder.set("crisis.json", "/routes/0/web", json!(server.web("/z")))?;
    let first = run(&folder, &["--write"])?;
    assert_eq!(first.code, Some(1), "{}", first.out);
    let kept = std::fs::read_to_string(folder.partners().join("links.jsonl"))?;
    assert!(
        kept.lines().count() == 4 && kept.contains("\"is\":\"gone\"") && kept.contains("\"on\":\"2026-11-21\""),
        "{kept}"
    );
    let order = |from: usize| -> Vec<String> {
        let lines = server.lines().split_off(from);
        let heads = lines.iter().filter_map(|line| line.strip_prefix("HEAD /"));
        heads.map(str::to_owned).collect()
    };
    assert_eq!(order(0), ["z", "a", "b", "c"]);
    let seen = server.lines().len();
    run(&folder, &["--older-than", "7", "--sites", "1"])?;
    assert_eq!(order(seen), ["c"]);
    let seen = server.lines().len();
    assert_eq!(run(&folder, &["--sites", "1"])?.code, Some(0));
    assert_eq!(order(seen), ["z", "c", "a", "b"]);
    folder.set(
        SLEEP,
        "/sources",
        json!([{"fields": ["summary"], "source": "A made-up page", "type": "official page"}]),
    )?;
    run(&folder, &["--write"])?;
    let kept = std::fs::read_to_string(folder.partners().join("links.jsonl"))?;
    assert_eq!(kept.lines().count(), 1, "{kept}");
    Ok(())
}

#[test]
fn one_site_or_one_entry_can_be_meant_and_words_say_what_to_do() -> Result<()> {
    let server = Server::of(&[("/a", page(""))])?;
    let folder = folder(&[server.web("/a"), server.web("/gone")])?;
    let say = |more: &[&str]| folder.maintain(&[&["links", "--allow-local", "--pause", "0"], more].concat());
    let said = say(&["--only", "sleep-well"])?;
    for words in [
        "Gone (1). Find the new address",
        "it answers 404",
        "sleep-well.json, sources[1].source",
        "2 addresses visited: 1 gone, 1 works.",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(say(&["--only", "127.0.0.1"])?.out.contains("2 addresses visited"));
    let said = say(&["--only", "nowhere.example"])?;
    assert!(said.code == Some(2) && said.err.contains("name a site, or the id of an entry"), "{}", said.err);
    assert!(say(&["--only", "127.0.0.1", "--pause", "soon"])?.code == Some(2));
    Ok(())
}
