//! A careful host for what is measured: HTTP/1.1 with connections kept open,
//! brotli at quality 11 made beforehand, hashed files for ever.
//!
//! Each site that is measured has one of these, so that they differ in their
//! files alone. `cargo xtask serve` has none of it, since it would stand in
//! the way of who works.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result};

use crate::size;

/// A folder that is served until this program ends.
pub(super) struct Host {
    port: u16,
}

/// A file as it is sent.
#[derive(Clone)]
struct Answer {
    status: &'static str,
    head: String,
    body: Arc<Vec<u8>>,
}

/// What has been made ready, by path; the first visit to a page, which is not
/// counted, makes the rest ready.
type Ready = Arc<Mutex<BTreeMap<(String, bool), Answer>>>;

impl Host {
    /// Begins to serve a folder on a free port.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
        let port = listener.local_addr()?.port();
        let (folder, ready) = (folder.to_path_buf(), Ready::default());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, ready) = (folder.clone(), Arc::clone(&ready));
                // A browser that goes away takes its connections with it.
                thread::spawn(move || converse(stream, &folder, &ready).ok());
            }
        });
        Ok(Self { port })
    }

    /// The whole address of a page.
    pub(super) fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}/{page}", self.port)
    }
}

/// Answers one request after another on one connection.
fn converse(stream: TcpStream, folder: &Path, ready: &Ready) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    while let Some(request) = lines.next().transpose()? {
        let mut takes_brotli = false;
        while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
            let line = line.to_ascii_lowercase();
            takes_brotli |= line.strip_prefix("accept-encoding:").is_some_and(|all| all.contains("br"));
        }
        let target = request.split(' ').nth(1).unwrap_or("/").to_owned();
        let answer = made(folder, ready, target, takes_brotli)?;
        let mut bytes = format!("HTTP/1.1 {}\r\n{}\r\n", answer.status, answer.head).into_bytes();
        if !request.starts_with("HEAD") {
            bytes.extend(answer.body.iter());
        }
        (&stream).write_all(&bytes)?;
    }
    Ok(())
}

fn made(folder: &Path, ready: &Ready, target: String, takes_brotli: bool) -> Result<Answer> {
    let key = (target, takes_brotli);
    if let Some(answer) = ready.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(answer.clone());
    }
    let answer = make(folder, &key.0, takes_brotli)?;
    ready.lock().unwrap_or_else(PoisonError::into_inner).insert(key, answer.clone());
    Ok(answer)
}

fn make(folder: &Path, target: &str, takes_brotli: bool) -> Result<Answer> {
    let (status, kind, whole) = ::host::file(folder, target);
    let is_packed = ["image/png", "font/woff2"].contains(&kind);
    let (body, encoding) = match takes_brotli && !is_packed {
        true => (size::compressed(&whole)?, "Content-Encoding: br\r\n"),
        false => (whole, ""),
    };
    let caching = if is_hashed(target) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let head = format!(
        "Content-Type: {kind}\r\n{encoding}Content-Length: {}\r\nCache-Control: {caching}\r\n\
         Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n",
        body.len()
    );
    Ok(Answer { status, head, body: Arc::new(body) })
}

/// Whether a name holds the hash of what is in the file: `boot-ce251777492a.js`
/// or `main-T3PXSMPT.js`.
fn is_hashed(target: &str) -> bool {
    let stem = target.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
    let last = stem.trim_end_matches("_bg").rsplit_once('-').map_or("", |(_, last)| last);
    last.len() >= 8
        && last.bytes().all(|byte| byte.is_ascii_hexdigit() || byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_by_its_hash_is_kept_for_ever() {
        for name in ["/boot-ce251777492a4dab.js", "/waymark-app-22238f542d4f4c38_bg.wasm", "/main-T3PXSMPT.js"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["/early.js", "/results.html", "/", "/service/a-z.html", "/fonts/atkinson-hyperlegible-next.woff2"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn a_page_goes_out_packed_if_the_browser_takes_it() {
        let folder = std::env::temp_dir().join(format!("waymark-host-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "a".repeat(1000)).unwrap();
        let packed = make(&folder, "/", true).unwrap();
        assert!(packed.head.contains("Content-Encoding: br") && packed.body.len() < 100);
        let plain = make(&folder, "/", false).unwrap();
        assert!(!plain.head.contains("Content-Encoding") && plain.body.len() == 1000);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
