//! One question to a server, and its whole answer.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};

/// What a server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// 200, 304, 404.
    pub status: u16,
    /// Every header as it came, with its name in small letters.
    pub headers: Vec<(String, String)>,
    /// What it sent, as it was sent: perhaps made smaller.
    pub body: Vec<u8>,
}

impl Answer {
    /// Asks the server on this port.
    pub(super) fn to(port: u16, target: &str, headers: &[(&str, &str)]) -> Result<Self> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let question = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}Connection: close\r\n\r\n");
        stream.write_all(question.as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Self::read(&bytes).context("what came is no HTTP answer")
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
        let mut lines = head.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let header = |line: &str| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        };
        let mut answer = Self { status, headers: lines.filter_map(header).collect(), body: Vec::new() };
        let rest = bytes.get(end + 4..)?;
        let is_in_pieces = answer.header("transfer-encoding").is_some_and(|how| how == "chunked");
        answer.body = if is_in_pieces { joined(rest)? } else { rest.to_vec() };
        Some(answer)
    }

    /// A header that was sent exactly once.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let first = all.next().map(|(_, value)| value.as_str());
        first.filter(|_| all.next().is_none())
    }
}

/// A body that was sent in pieces, each after its length.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let length = std::str::from_utf8(rest.get(..end)?).ok()?;
        let length = usize::from_str_radix(length.split(';').next()?.trim(), 16).ok()?;
        let start = end + 2;
        body.extend_from_slice(rest.get(start..start + length)?);
        if length == 0 {
            return Some(body);
        }
        rest = rest.get(start + length + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_in_pieces_is_put_together() {
        let answer = Answer::read(
            b"HTTP/1.1 404 Not Found\r\nA: 1\r\nB: 2\r\nb: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n",
        )
        .unwrap();
        assert_eq!((answer.status, answer.body.as_slice()), (404, &b"abcde"[..]));
        assert_eq!(answer.header("a"), Some("1"));
        assert_eq!(answer.header("B"), None, "a header that came twice is none");
        assert!(Answer::read(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc").is_none());
    }
}
