//! As much of HTTP/1.1 as a plain file server speaks.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::Request;

/// Reads one request, or nothing when it is none.
pub(super) fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        if reader.read_line(&mut line).ok()? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((key, value)) = line.split_once(':') {
            headers.insert(key.to_ascii_lowercase(), value.trim().to_owned());
        }
    }
    // A body, which no page of ours sends, is kept as a header of its own.
    let length = headers.get("content-length").and_then(|text| text.parse().ok());
    if let Some(length) = length.filter(|length| *length > 0) {
        let mut body = Vec::new();
        reader.take(length).read_to_end(&mut body).ok()?;
        headers.insert("(body)".to_owned(), String::from_utf8_lossy(&body).into_owned());
    }
    Some(Request { method, target, headers, status: 0 })
}

/// Writes the answer with these lines of headers; `cut` stops after so many
/// bytes of what was promised.
pub(super) fn write(mut stream: &TcpStream, status: u16, kind: &str, body: &[u8], cut: Option<usize>, more: &str) {
    let head = format!(
        "HTTP/1.1 {status} .\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\n{more}Connection: close\r\n\r\n",
        body.len(),
    );
    let sent = body.get(..cut.unwrap_or(body.len())).unwrap_or(body);
    stream.write_all(head.as_bytes()).ok();
    stream.write_all(sent).ok();
    stream.flush().ok();
}

/// The type that a file is served as.
pub(super) fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "vcf" => "text/vcard; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
