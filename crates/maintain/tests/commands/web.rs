//! A made-up web: servers on this machine that answer as badly as real ones, and
//! remember what they were asked.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What a server does when it is asked for a page.
#[derive(Clone)]
pub(crate) enum Does {
    /// Sends these bytes and closes.
    Sends(Vec<u8>),
    /// These, one after another; the last one from then on.
    InTurn(Vec<Does>),
    /// Sends bytes and never ends.
    NeverEnds,
    /// Sends one letter of a header each tenth of a second.
    Drips,
    /// Closes at once.
    Drops,
    /// Only if it is asked for the whole page.
    OnlyWhole(Vec<u8>),
}

/// A server; it lives until the tests end.
pub(crate) struct Server {
    pub(crate) port: u16,
    scheme: &'static str,
    asked: Arc<Mutex<Vec<Request>>>,
}

/// What was asked, and when.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) line: String,
    pub(crate) headers: String,
    pub(crate) from: Instant,
}

/// An answer in full.
pub(crate) fn answer(status: &str, headers: &str, body: &str) -> Does {
    let length = body.len();
    Does::Sends(
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n{body}")
            .into_bytes(),
    )
}

pub(crate) fn page(body: &str) -> Does {
    answer("200 OK", "Content-Type: text/html\r\n", body)
}

pub(crate) fn moved(status: &str, to: &str) -> Does {
    answer(status, &format!("Location: {to}\r\n"), "")
}

impl Server {
    /// One that does this for each of these paths, and answers 404 to all others.
    pub(crate) fn of(pages: &[(&str, Does)]) -> Result<Self> {
        Self::with(pages, "http", serve)
    }

    /// One over secure connections. Of each that fails it remembers an empty line.
    pub(crate) fn secure(pages: &[(&str, Does)], config: ServerConfig) -> Result<Self> {
        let config = Arc::new(config);
        Self::with(pages, "https", move |stream, pages, asked| {
            let Ok(secure) = ServerConnection::new(config.clone()) else { return };
            let mut stream = StreamOwned::new(secure, stream);
            serve(&mut stream, pages, asked);
            stream.conn.send_close_notify();
            stream.flush().ok();
        })
    }

    fn with(
        pages: &[(&str, Does)],
        scheme: &'static str,
        serve: impl Fn(TcpStream, &BTreeMap<String, Does>, &Mutex<Vec<Request>>) + Send + Sync + 'static,
    ) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let pages: BTreeMap<String, Does> =
            pages.iter().map(|(path, does)| ((*path).to_owned(), does.clone())).collect();
        let asked: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (known, pages, serve) = (asked.clone(), Arc::new(pages), Arc::new(serve));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (known, pages, serve) = (known.clone(), pages.clone(), serve.clone());
                thread::spawn(move || serve(stream, &pages, &known));
            }
        });
        Ok(Self { port, scheme, asked })
    }

    pub(crate) fn web(&self, path: &str) -> String {
        format!("{}://127.0.0.1:{}{path}", self.scheme, self.port)
    }

    pub(crate) fn asked(&self) -> Vec<Request> {
        locked(&self.asked).clone()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.asked().into_iter().map(|request| request.line).collect()
    }
}

fn locked<T>(one: &Mutex<T>) -> MutexGuard<'_, T> {
    one.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(mut stream: impl Read + Write, pages: &BTreeMap<String, Does>, asked: &Mutex<Vec<Request>>) {
    let from = Instant::now();
    let mut lines = BufReader::new(&mut stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
    let line = lines.next().unwrap_or_default().trim_end_matches(" HTTP/1.1").to_owned();
    let headers = lines.collect::<Vec<_>>().join("\n");
    let before = locked(asked).iter().filter(|one| one.line == line).count();
    let path = line.split(' ').nth(1).unwrap_or_default();
    let does = pages.get(path).cloned().unwrap_or_else(|| answer("404 Not Found", "", "no such page"));
    act(&mut stream, &does, before, line.starts_with("HEAD"));
    locked(asked).push(Request { line, headers, from });
}

fn act(stream: &mut impl Write, does: &Does, before: usize, is_head: bool) {
    match does {
        Does::Sends(bytes) => {
            let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
            stream.write_all(if is_head { &bytes[..end] } else { bytes }).ok();
        }
        Does::InTurn(all) => act(stream, &all[before.min(all.len() - 1)], before, is_head),
        Does::OnlyWhole(bytes) if !is_head => _ = stream.write_all(bytes).ok(),
        Does::OnlyWhole(_) | Does::Drops => {}
        Does::NeverEnds => {
            let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Made up</title>";
            let mut is_there = stream.write_all(head).is_ok() && !is_head;
            while is_there {
                is_there = stream.write_all(&[b'x'; 8192]).is_ok();
            }
        }
        Does::Drips => {
            for letter in b"HTTP/1.1 200 OK\r\nX-Slow: ".iter().chain(std::iter::repeat_n(&b'x', 100)) {
                if stream.write_all(&[*letter]).is_err() {
                    break;
                }
                thread::sleep(Duration::from_millis(100));
            }
        }
    }
}
