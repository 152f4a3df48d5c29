//! One site is asked by one at a time, with a pause between, and only for what it
//! lets programs see.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use texting_robots::Robot;
use url::Url;

use super::ask::{Answer, Asker, How, NoAnswer, ROBOT};
use super::web::machine;

/// The most of a robots.txt that is read, and of one line of it.
const MOST_OF_RULES: u64 = 128 * 1024;
const LONGEST_RULE: usize = 2_000;

/// The longest pause that a site may ask for, and the longest that one waits to
/// be let in again.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);
const LONGEST_WAIT: u64 = 30;

/// How patient one is with a site.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// Between two requests.
    pub(super) pause: Duration,
    /// How often to ask, until an answer comes.
    pub(super) tries: u32,
}

/// The gates of all sites.
#[derive(Debug)]
pub(super) struct Gates {
    asker: Asker,
    patience: Patience,
    sites: Mutex<HashMap<String, Arc<Mutex<Site>>>>,
}

/// What is known of one site.
#[derive(Debug, Default)]
struct Site {
    last: Option<Instant>,
    rules: Option<Rules>,
}

/// What a site lets programs see.
#[derive(Debug)]
enum Rules {
    /// Whatever these say.
    Some(Box<Robot>),
    /// Everything: it has no rules.
    None,
    /// Nothing is known, because it did not say; so nothing is asked.
    Unknown(NoAnswer),
}

/// What came of asking.
#[derive(Debug)]
pub(super) enum Asked {
    /// An answer.
    Answer(Answer),
    /// None.
    NoAnswer(NoAnswer),
    /// It asks programs to stay away from this page.
    NotAllowed,
    /// It asks to come back later than anybody would wait.
    Later(u16),
}

impl Gates {
    pub(super) fn new(asker: Asker, patience: Patience) -> Self {
        Self { asker, patience, sites: Mutex::default() }
    }

    /// Asks for a page, when it is its site's turn.
    pub(super) fn ask(&self, how: How, url: &Url) -> Asked {
        let site = {
            let mut sites = self.sites.lock().unwrap_or_else(PoisonError::into_inner);
            sites.entry(machine(url)).or_default().clone()
        };
        let mut site = site.lock().unwrap_or_else(PoisonError::into_inner);
        if site.rules.is_none() {
            site.rules = Some(self.rules(&mut site.last, url));
        }
        let pause = match &site.rules {
            Some(Rules::Unknown(why)) => return Asked::NoAnswer(why.clone()),
            Some(Rules::Some(robot)) if !robot.allowed(url.as_str()) => return Asked::NotAllowed,
            Some(Rules::Some(robot)) => robot.delay.map_or(self.patience.pause, |asked| self.asked_for(asked)),
            _ => self.patience.pause,
        };
        self.patiently(&mut site.last, pause, how, url)
    }

    /// The pause that a site asks for, within reason.
    fn asked_for(&self, seconds: f32) -> Duration {
        let asked = Duration::try_from_secs_f32(seconds).unwrap_or_default().min(LONGEST_PAUSE);
        asked.max(self.patience.pause)
    }

    /// Asks again while there is hope, each time after a longer pause.
    fn patiently(&self, last: &mut Option<Instant>, pause: Duration, how: How, url: &Url) -> Asked {
        let mut wait = pause;
        for left in (0..self.patience.tries).rev() {
            if let Some(last) = *last {
                sleep(wait.saturating_sub(last.elapsed()));
            }
            let answer = self.asker.ask(how, url);
            *last = Some(Instant::now());
            wait = wait.saturating_mul(2).max(Duration::from_millis(1)).min(LONGEST_PAUSE);
            match answer {
                Ok(answer) if matches!(answer.status, 429 | 500 | 502 | 503 | 504) => match answer.retry_after {
                    Some(after) if after > LONGEST_WAIT => return Asked::Later(answer.status),
                    _ if left == 0 => return Asked::Answer(answer),
                    Some(after) => wait = wait.max(Duration::from_secs(after)),
                    None => {}
                },
                Err(none) if none.is_passing && left > 0 => {}
                Ok(answer) => return Asked::Answer(answer),
                Err(none) => return Asked::NoAnswer(none),
            }
        }
        Asked::Later(503)
    }

    /// What a site lets programs see, as RFC 9309 has it: where it says nothing
    /// everything; where it cannot say, nothing.
    fn rules(&self, last: &mut Option<Instant>, url: &Url) -> Rules {
        let Ok(mut place) = url.join("/robots.txt") else { return Rules::None };
        for _ in 0..5 {
            let answer = match self.asker.ask_for(How::Get, &place, MOST_OF_RULES) {
                Ok(answer) => answer,
                Err(none) => return Rules::Unknown(none),
            };
            *last = Some(Instant::now());
            match answer.status {
                200..=299 => return rules_in(&answer.bytes),
                300..=399 => {
                    let next = answer.location.and_then(|to| place.join(&to).ok());
                    // Rules of another machine would have to be asked for at its own gate.
                    match next.filter(|next| machine(next) == machine(&place) && next.scheme().starts_with("http")) {
                        Some(next) => place = next,
                        None => return Rules::None,
                    }
                }
                400..=499 => return Rules::None,
                status => {
                    let why = format!("it answers {status} where it should say what programs may see");
                    return Rules::Unknown(NoAnswer { why, is_private: false, is_passing: true });
                }
            }
        }
        Rules::None
    }
}

/// The rules in a text, as far as they are rules.
fn rules_in(bytes: &[u8]) -> Rules {
    let lines = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| line.len() <= LONGEST_RULE);
    let text = lines.collect::<Vec<_>>().join(&b'\n');
    Robot::new(ROBOT, &text).map_or(Rules::None, |robot| Rules::Some(Box::new(robot)))
}
