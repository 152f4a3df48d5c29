//! One conversation with a WebDriver: JSON over HTTP, on this machine.
//!
//! The drivers speak plain HTTP/1.1 on 127.0.0.1 and answer each request with
//! one JSON document of a stated length. That needs no HTTP library, no async
//! runtime and no TLS: the two client crates that were weighed bring 140
//! crates, this file brings none.

use std::fmt;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// What a driver says when it will not do something: its own code and words.
#[derive(Debug)]
pub(crate) struct Refusal {
    /// The code of the WebDriver standard, such as `stale element reference`.
    pub(crate) code: String,
    /// What the driver adds for people.
    pub(crate) message: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.message.lines().next().unwrap_or_default();
        write!(out, "the driver says \"{}\": {first}", self.code)
    }
}

impl std::error::Error for Refusal {}

/// The time that any one answer may take. Loading a page and running a script
/// have shorter limits of their own, which the drivers keep.
const LONGEST: Duration = Duration::from_secs(40);

/// A line to a driver, closed to every request once `until` has come.
#[derive(Debug)]
pub(crate) struct Wire {
    port: u16,
    until: Instant,
}

impl Wire {
    /// A line to the driver that listens on `port`, for as long as `limit`.
    #[must_use]
    pub(crate) fn new(port: u16, limit: Duration) -> Self {
        Self { port, until: Instant::now() + limit }
    }

    /// Sends one command and gives the `value` of its answer.
    ///
    /// # Errors
    /// A [`Refusal`] when the driver says no; otherwise what broke on the way.
    pub(crate) fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            bail!("this journey has used up its time limit");
        }
        let left = left.min(LONGEST);
        let (status, text) = self
            .exchange(method, path, body, left)
            .with_context(|| format!("no answer from the driver to {method} {path}"))?;
        let mut answer: Value = serde_json::from_str(&text)
            .with_context(|| format!("the driver answered {method} {path} with no JSON: {text}"))?;
        let value = answer["value"].take();
        if status == 200 {
            return Ok(value);
        }
        Err(Refusal {
            code: value["error"].as_str().unwrap_or("unknown").to_owned(),
            message: value["message"].as_str().unwrap_or(&text).to_owned(),
        }
        .into())
    }

    fn exchange(&self, method: &str, path: &str, body: Option<&Value>, left: Duration) -> Result<(u16, String)> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect_timeout(&address, left)?;
        stream.set_read_timeout(Some(left))?;
        stream.set_nodelay(true)?;
        let body = body.map_or_else(String::new, Value::to_string);
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept: application/json\r\n\
             Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.port,
            body.len(),
        );
        stream.write_all(request.as_bytes())?;

        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let status = line
            .split_whitespace()
            .nth(1)
            .and_then(|code| code.parse().ok())
            .with_context(|| format!("not an HTTP answer: {line:?}"))?;
        let mut length = None;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some((key, value)) = line.split_once(':')
                && key.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse::<usize>().ok();
            }
        }
        let mut bytes = vec![0; length.context("an answer without its length")?];
        reader.read_exact(&mut bytes)?;
        Ok((status, String::from_utf8_lossy(&bytes).into_owned()))
    }
}
