//! A plain file server, as a council would have one, that keeps a diary.
//!
//! It serves one folder as it is: explicit files, the index of the front page,
//! `404.html` for what is not there, nothing rewritten, and with the headers
//! that the site ships for its hosts. A journey may tell it
//! to fail in the ways that real hosts fail. It is also the browser's proxy, so
//! that a request to anywhere else is refused here and written down.

use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

mod http;
mod shipped;

/// Hosts that Chromium and Firefox ask by themselves, with an empty page too.
/// Exact names: `fonts.googleapis.com` would be a page's doing.
const HOUSEKEEPING: [&str; 9] = [
    "accounts.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "start.duckduckgo.com",
    "update.googleapis.com",
    "www.google.com",
    "content-signature-2.cdn.mozilla.net",
    "firefox.settings.services.mozilla.com",
];

/// How the server answers instead of with the file.
#[derive(Clone)]
pub enum Instead {
    /// With this status and a short text: 404, 403, 500.
    Status(u16),
    /// With these bytes, under the file's own type.
    Body(Vec<u8>),
    /// With the file under another type, such as `text/plain` for a `.wasm`.
    Type(&'static str),
    /// With the file changed on its way.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// With the file, but late.
    Late(Duration),
    /// With the file, as soon as everything is served as it is again.
    Held,
    /// With half of what it promised, and then nothing.
    CutOff,
    /// With nothing at all, as where there is no network.
    Nothing,
}

/// One request as it came in.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET`, `HEAD`, or `CONNECT` for what left the site.
    pub method: String,
    /// The path and the query, or the whole address for what left the site.
    pub target: String,
    /// All headers, with keys in small letters.
    pub headers: BTreeMap<String, String>,
    /// What it was answered with.
    pub status: u16,
}

/// Where the pages come from.
#[derive(Clone, Debug)]
pub enum Pages {
    /// A built folder.
    Folder(PathBuf),
    /// Pages held in memory, by path.
    Memory(BTreeMap<String, Vec<u8>>),
}

struct Diary {
    pages: Mutex<Pages>,
    base: String,
    shipped: shipped::Shipped,
    reports: Mutex<Vec<String>>,
    rules: Mutex<Vec<(String, Instead)>>,
    requests: Mutex<Vec<Request>>,
}

/// A server on a port of its own, until the program ends.
pub struct Server {
    diary: Arc<Diary>,
    port: u16,
}

impl Server {
    /// Serves `pages` under `base`, which begins and ends with a slash.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(pages: Pages, base: &str) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
        let port = listener.local_addr()?.port();
        let shipped = shipped::Shipped::read(&String::from_utf8_lossy(&pages.read("_headers").unwrap_or_default()));
        let diary = Arc::new(Diary {
            pages: Mutex::new(pages),
            base: base.to_owned(),
            shipped,
            reports: Mutex::default(),
            rules: Mutex::default(),
            requests: Mutex::default(),
        });
        let shared = Arc::clone(&diary);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let diary = Arc::clone(&shared);
                std::thread::spawn(move || diary.answer(&stream));
            }
        });
        Ok(Self { diary, port })
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The whole address of a page, given as it stands in the built folder.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}{}{page}", self.port, self.diary.base)
    }

    /// From now on answers otherwise for every path that ends in `ending`.
    pub fn answer(&self, ending: &str, instead: Instead) {
        locked(&self.diary.rules).push((ending.to_owned(), instead));
    }

    /// From now on serves everything as it is again.
    pub fn heal(&self) {
        locked(&self.diary.rules).clear();
    }

    /// From now on serves these pages, as after a publisher has put up others.
    pub fn publish(&self, pages: Pages) {
        *locked(&self.diary.pages) = pages;
    }

    /// From now on answers nobody, as where there is no network; [`Server::heal`]
    /// brings it back.
    pub fn cut(&self) {
        self.answer("", Instead::Nothing);
    }

    /// Everything that was asked of this site so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        let all = locked(&self.diary.requests);
        all.iter().filter(|one| one.is_ours()).cloned().collect()
    }

    /// What this site was asked for and does not have.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let missed = self.requests().into_iter().filter(|one| one.status == 404);
        missed.map(|one| one.target).collect()
    }

    /// Everything that was asked of anyone else, and refused, but for what
    /// browsers ask on their own account.
    #[must_use]
    pub fn left_the_site(&self) -> Vec<String> {
        let all = locked(&self.diary.requests);
        let strangers = all.iter().filter(|one| !one.is_ours() && !one.is_the_browsers());
        strangers.map(|one| format!("{} {}", one.method, one.target)).collect()
    }

    /// Whether a policy is sent with every answer, beside the one in each page.
    #[must_use]
    pub fn sends_a_policy(&self) -> bool {
        self.diary.shipped.has_policy()
    }

    /// From now on hears of every error in a page, whatever the engine: an ear
    /// stands before its first script, which is the one at this path.
    pub fn listens(&self, script: &str) {
        self.answer(script, Instead::Changed(|script| [include_bytes!("server/ear.js"), script.as_slice()].concat()));
    }

    /// What browsers told that this policy has stopped, and what was heard,
    /// each in one line.
    #[must_use]
    pub fn refusals(&self) -> Vec<String> {
        locked(&self.diary.reports).iter().map(|report| shipped::in_words(report)).collect()
    }

    /// Tears the page out of the diary: what follows is counted from here.
    pub fn forget(&self) {
        locked(&self.diary.requests).clear();
    }
}

impl Request {
    fn is_ours(&self) -> bool {
        self.method != "CONNECT" && self.target.starts_with('/')
    }

    fn is_the_browsers(&self) -> bool {
        let target = self.target.strip_prefix("http://").unwrap_or(&self.target);
        let host = target.split(['/', ':', '?']).next().unwrap_or_default();
        HOUSEKEEPING.contains(&host)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Diary {
    fn answer(&self, stream: &TcpStream) {
        stream.set_read_timeout(Some(Duration::from_secs(30))).ok();
        if let Some(mut request) = http::read(stream) {
            if request.target == shipped::REPORTS {
                locked(&self.reports).push(request.headers.remove("(body)").unwrap_or_default());
                http::write(stream, 204, "text/plain", b"", None, "");
            } else if request.is_ours() {
                self.serve(stream, request);
            } else {
                request.status = 502;
                locked(&self.requests).push(request);
                http::write(stream, 502, "text/plain", b"nothing leaves this site", None, "");
            }
        }
        stream.shutdown(Shutdown::Both).ok();
    }

    /// Waits until nothing is held any more, or a minute.
    fn hold(&self) {
        let is_held = || locked(&self.rules).iter().any(|(_, instead)| matches!(instead, Instead::Held));
        let end = Instant::now() + Duration::from_secs(60);
        while is_held() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn serve(&self, stream: &TcpStream, mut request: Request) {
        let path = request.target.split(['?', '#']).next().unwrap_or("/").to_owned();
        let mut cut = (request.method == "HEAD").then_some(0);
        let rules = locked(&self.rules).clone();
        let rule = rules.into_iter().rev().find(|(ending, _)| path.ends_with(ending.as_str()));
        let (mut status, mut kind, mut body) = self.find(&path);
        let mut delay = Duration::ZERO;
        match rule.map(|(_, instead)| instead) {
            None => {}
            Some(Instead::Status(code)) => {
                (status, kind, body) = (code, "text/plain; charset=utf-8", b"not here".to_vec());
            }
            Some(Instead::Body(bytes)) => (status, kind, body) = (200, http::kind_of(&path), bytes),
            Some(Instead::Type(other)) => kind = other,
            Some(Instead::Changed(change)) => body = change(body),
            Some(Instead::Late(late)) => delay = late,
            Some(Instead::Held) => self.hold(),
            Some(Instead::CutOff) => cut = Some(body.len() / 2),
            Some(Instead::Nothing) => return,
        }
        request.status = status;
        locked(&self.requests).push(request);
        std::thread::sleep(delay);
        http::write(stream, status, kind, &body, cut, &self.shipped.lines());
    }

    fn find(&self, path: &str) -> (u16, &'static str, Vec<u8>) {
        let inside = path.strip_prefix(&self.base);
        let wanted = inside.map(|rest| if rest.is_empty() { "index.html" } else { rest });
        if let Some(name) = wanted
            && let Some(bytes) = locked(&self.pages).read(name)
        {
            return (200, http::kind_of(name), bytes);
        }
        let text = locked(&self.pages).read("404.html");
        (404, "text/html; charset=utf-8", text.unwrap_or_else(|| b"not found".to_vec()))
    }
}

impl Pages {
    pub(crate) fn read(&self, name: &str) -> Option<Vec<u8>> {
        match self {
            Self::Memory(pages) => pages.get(name).cloned(),
            Self::Folder(folder) => {
                let path = Path::new(name);
                let stays_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
                stays_inside.then(|| fs::read(folder.join(path)).ok()).flatten()
            }
        }
    }
}
