//! What a person sees while something long is going on.
//!
//! One line when a step begins, one every half minute while it lasts, one when
//! it ends. They are whole lines, the same on a screen and in a log, so that
//! two steps at a time do not write over each other. All of it goes to the
//! standard error, so that the standard output is what was asked for.

use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_secs(30);

/// A step that is going on.
pub(crate) struct Step {
    name: String,
    began: Instant,
    spoke: Instant,
}

impl Step {
    /// Says that a step begins, and what to expect of it.
    pub(crate) fn begin(name: &str, expect: &str) -> Self {
        let stop = if expect.is_empty() { "" } else { ": " };
        eprintln!("> {name}{stop}{expect}");
        let now = Instant::now();
        Self { name: name.to_owned(), began: now, spoke: now }
    }

    /// Says that the step still goes on, if half a minute has passed in silence.
    pub(crate) fn tick(&mut self, doing: impl FnOnce() -> String) {
        if self.spoke.elapsed() >= EVERY {
            self.spoke = Instant::now();
            let doing = doing();
            let stop = if doing.is_empty() { "" } else { ", " };
            eprintln!("  {}: {}{stop}{doing}", self.name, clock(self.began.elapsed()));
        }
    }

    /// Says how the step ended.
    pub(crate) fn end(self, how: &str) {
        eprintln!("  {}: {how} in {}", self.name, clock(self.began.elapsed()));
    }
}

/// A length of time in words: `0.4 s`, `12 s`, `2 min 54 s`.
pub(crate) fn clock(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// How many things this machine does at a time.
pub(crate) fn cores() -> u64 {
    std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64)
}

/// What to expect of compiling what would keep one core busy for so long: half
/// as much again as if every core always had something to do.
pub(crate) fn estimate(core_seconds: u64) -> String {
    let cores = cores();
    let on = if cores == 1 { "core" } else { "cores" };
    match (core_seconds * 3 / 2 / cores).div_ceil(60) {
        0 | 1 => format!("about a minute on {cores} {on}, once only"),
        minutes => format!("about {minutes} minutes on {cores} {on}, once only"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_at_a_glance() {
        assert_eq!(clock(Duration::from_millis(430)), "0.4 s");
        assert_eq!(clock(Duration::from_secs(59)), "59 s");
        assert_eq!(clock(Duration::from_secs(174)), "2 min 54 s");
    }

    #[test]
    fn an_estimate_names_the_machine() {
        assert!(estimate(60).starts_with("about a minute on "));
        assert!(estimate(100_000).contains(" minutes on "));
    }
}
