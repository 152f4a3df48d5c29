//! A file server for one folder and one machine.
//!
//! It does what any host of the site does and no more: files by their path,
//! `index.html` for a folder, `404.html` for everything else. It listens on
//! 127.0.0.1 alone: a site is looked at here, and published elsewhere.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// Takes a port; 0 is any that is free. `again` is the command that names
/// another.
pub fn listen(port: u16, again: &str) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use by another program, perhaps an earlier `{again}`; \
             stop that, or name another port: {again} --port {}",
            port.checked_add(1).unwrap_or(8080)
        ),
        Err(error) => {
            Err(error).with_context(|| format!("port {port} cannot be used; name another: {again} --port 8080"))
        }
    }
}

/// The address of a site that is served here.
pub fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://127.0.0.1:{}/", listener.local_addr()?.port()))
}

/// Answers every request, each in its own thread.
pub fn serve(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A browser that went away before its answer is nobody's fault.
        thread::spawn(move || answer(stream, &folder).ok());
    }
}

fn answer(stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(&stream).take(16 * 1024).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request has to be read before the connection closes.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}

    let mut words = request.split(' ');
    let (method, target) = (words.next(), words.next());
    let (status, kind, body) = match (method, target) {
        (Some("GET" | "HEAD"), Some(target)) => file(folder, target),
        _ => ("405 Method Not Allowed", "text/plain", Vec::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut stream = &stream;
    stream.write_all(head.as_bytes())?;
    if method == Some("GET") {
        stream.write_all(&body)?;
    }
    Ok(stream.flush()?)
}

/// Status, type and content of what stands at an address.
pub fn file(folder: &Path, target: &str) -> (&'static str, &'static str, Vec<u8>) {
    let found = inside(folder, target)
        .map(|path| if path.is_dir() { path.join("index.html") } else { path })
        .and_then(|path| Some((kind(&path), fs::read(&path).ok()?)));
    match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => {
            let page = fs::read(folder.join("404.html")).unwrap_or_else(|_| b"Not found".to_vec());
            ("404 Not Found", "text/html; charset=utf-8", page)
        }
    }
}

/// The file that an address means, if it is inside the folder.
fn inside(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path.strip_prefix('/')?)?;
    let parts = path.split('/').filter(|part| !part.is_empty());
    let mut file = folder.to_path_buf();
    for part in parts {
        // Also keeps out `..`, and Trunk's own `.stage`.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

/// `%20` and its like as the characters they stand for.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("vcf") => "text/vcard; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_said_with_what_to_do() {
        let first = listen(0, "serve").unwrap();
        let port = first.local_addr().unwrap().port();
        let fault = listen(port, "serve").unwrap_err().to_string();
        assert!(fault.contains("in use") && fault.contains("serve --port"), "{fault}");
    }

    #[test]
    fn an_address_stays_inside_the_folder() {
        let at = |target| inside(Path::new("/site"), target);
        assert_eq!(at("/"), Some("/site".into()));
        assert_eq!(at("/service/a.html?x=1"), Some("/site/service/a.html".into()));
        assert_eq!(at("/a%20b.html"), Some("/site/a b.html".into()));
        for outside in
            ["/../secret", "/%2e%2e/secret", "/a/..%2fb", "secret", "/.stage/x", "/%zz", "/%2", "/a%5c..", ""]
        {
            assert_eq!(at(outside), None, "{outside}");
        }
    }

    #[test]
    fn what_does_not_exist_gets_the_page_that_says_so() {
        let folder = std::env::temp_dir().join(format!("waymark-http-{}", std::process::id()));
        fs::create_dir_all(folder.join("staff")).unwrap();
        fs::write(folder.join("404.html"), "not here").unwrap();
        fs::write(folder.join("staff/index.html"), "staff").unwrap();
        fs::write(folder.join("app.wasm"), "wasm").unwrap();
        assert_eq!(file(&folder, "/staff/"), ("200 OK", "text/html; charset=utf-8", b"staff".to_vec()));
        assert_eq!(file(&folder, "/app.wasm").1, "application/wasm");
        assert_eq!(file(&folder, "/nothing"), ("404 Not Found", "text/html; charset=utf-8", b"not here".to_vec()));
        fs::remove_dir_all(&folder).unwrap();
    }
}
