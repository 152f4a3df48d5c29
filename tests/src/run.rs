//! Runs journeys: each in each of its engines is one test of its own, counted
//! and filtered as every other test.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::{Engine, Outcome, process};

/// Two browsers at a time: as many as two cores carry without anyone waiting
/// longer than a person would.
const AT_ONCE: usize = 2;

/// A task that someone came to do.
pub struct Journey {
    /// A sentence in the present tense, with underscores.
    pub name: &'static str,
    /// Where it is done.
    pub engines: &'static [Engine],
    /// Does it.
    pub task: fn(Engine) -> Outcome,
}

/// Runs all journeys that the command line asks for.
#[must_use]
pub fn run(journeys: &[Journey]) -> ExitCode {
    process::sweep();
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_ONCE);
    let trials = journeys.iter().flat_map(|journey| {
        let (name, task) = (journey.name, journey.task);
        journey.engines.iter().map(move |&engine| {
            Trial::test(format!("{name}::{engine}"), move || {
                task(engine).map_err(|error| Failed::from(format!("{error:#}")))
            })
            .with_ignored_flag(!engine.is_wanted())
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}
