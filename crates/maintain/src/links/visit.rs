//! One address visited: asked for, followed by hand wherever it leads, and judged
//! by what is at the end.

use url::Url;

use super::ask::{Answer, How};
use super::gate::{Asked, Gates};
use super::public::is_private_by_name;
use super::verdict::Verdict;
use super::web::{asks_to_log_in, doubt_of_page, is_home, is_one_site, is_parked_host, read};

/// The most times that one is sent on.
const MOST_HOPS: usize = 8;

/// A way that an address led.
struct Way {
    first: Url,
    here: Url,
    /// Whether each step was said to hold for ever.
    is_for_ever: bool,
    hops: usize,
}

/// Visits an address. Where `is_open`, machines of this network are visited, too.
pub(super) fn visit(gates: &Gates, web: &str, is_open: bool) -> Verdict {
    let first = match read(web) {
        Ok(url) => url,
        Err(why) => return Verdict::Suspicious { why: why.to_owned(), to: None },
    };
    let mut way = Way { here: first.clone(), first, is_for_ever: true, hops: 0 };
    let mut been = Vec::new();
    loop {
        let is_private = way.here.host_str().is_none_or(is_private_by_name);
        if is_private && !is_open {
            return way.suspicious("it leads to a machine of a private network");
        }
        let answer = match look(gates, &way.here) {
            Asked::Answer(answer) => answer,
            Asked::NotAllowed => return Verdict::NotVisited,
            Asked::Later(status) => {
                return Verdict::NotCheckable { why: format!("it asks to come back later (it answers {status})") };
            }
            Asked::NoAnswer(none) if none.is_private => return way.suspicious(&none.why),
            Asked::NoAnswer(none) if way.hops > 0 => {
                return way.suspicious(&format!("it leads on to an address where {}", none.why));
            }
            Asked::NoAnswer(none) => return Verdict::Unreachable { why: none.why },
        };
        let next = answer.location.as_deref().filter(|_| (300..400).contains(&answer.status));
        let Some(next) = next else { return way.end(&answer) };
        been.push(way.here.clone());
        let next = match way.here.join(next).map_err(|_| "").and_then(|next| read(next.as_str())) {
            Ok(next) => next,
            Err(_) => return way.suspicious("it leads on to what is no address of the web"),
        };
        way.is_for_ever &= matches!(answer.status, 301 | 308);
        way.hops += 1;
        way.here = next;
        if been.contains(&way.here) || way.hops > MOST_HOPS {
            return way.suspicious("it leads on and on, and never to a page");
        }
    }
}

/// Asks if a page is there, and for its beginning if it is one, or if its site
/// does not answer that question well.
fn look(gates: &Gates, url: &Url) -> Asked {
    match gates.ask(How::Head, url) {
        Asked::Answer(answer) if (300..400).contains(&answer.status) && answer.location.is_some() => {
            Asked::Answer(answer)
        }
        Asked::Answer(answer) if (200..300).contains(&answer.status) && !answer.is_page => Asked::Answer(answer),
        Asked::NoAnswer(none) if none.is_private => Asked::NoAnswer(none),
        Asked::Answer(_) | Asked::NoAnswer(_) => gates.ask(How::Get, url),
        other => other,
    }
}

impl Way {
    fn suspicious(&self, why: &str) -> Verdict {
        let to = (self.hops > 0).then(|| self.here.to_string());
        Verdict::Suspicious { why: why.to_owned(), to }
    }

    /// The judgement on what is at the end.
    fn end(&self, answer: &Answer) -> Verdict {
        match answer.status {
            200..=299 => self.page(answer),
            404 | 410 => Verdict::Gone { why: format!("it answers {}: there is no such page", answer.status) },
            401 | 402 | 403 | 405 | 406 | 407 | 429 | 451 => {
                Verdict::NotCheckable { why: format!("it answers {}, perhaps to programs alone", answer.status) }
            }
            status => Verdict::Unreachable { why: format!("it answers {status}: the site has a fault") },
        }
    }

    fn page(&self, answer: &Answer) -> Verdict {
        let (first, here) = (&self.first, &self.here);
        if is_parked_host(here) {
            return self.suspicious("it leads to where addresses are for sale");
        }
        if let Some(why) = doubt_of_page(&answer.bytes) {
            return self.suspicious(why);
        }
        if self.hops == 0 {
            return Verdict::Works;
        }
        if !is_one_site(first, here) {
            return self.suspicious("it leads to another site");
        }
        if asks_to_log_in(here) && !asks_to_log_in(first) {
            return self.suspicious("it asks to log in");
        }
        if is_home(here) && !is_home(first) {
            return self.suspicious("it leads to the first page of the site: its own page may be gone");
        }
        let is_safer = first.scheme() == "http" && here.scheme() == "https";
        let is_less_safe = first.scheme() == "https" && here.scheme() == "http";
        if is_less_safe {
            return self.suspicious("it leads from a safe connection to one that is not");
        }
        if self.is_for_ever || is_safer { Verdict::Moved { to: here.to_string() } } else { Verdict::Works }
    }
}
