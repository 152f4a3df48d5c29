//! How many passed, failed and were skipped.

use std::collections::BTreeSet;
use std::fmt;
use std::iter::Sum;

/// What came of a suite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Count {
    /// Of a suite that could not do its work.
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };
    /// Of a suite that was left out.
    pub(crate) const SKIPPED: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// Of so many things, of which so many failed.
    pub(crate) fn of(all: usize, failed: usize) -> Self {
        Self { passed: all.saturating_sub(failed), failed, skipped: 0 }
    }

    /// The sum of every `test result:` line that a test run wrote; a test that
    /// says it is skipped has not passed, though its program counts it so. A run
    /// that
    /// did not succeed counts as a failure even if no test says so: then it did
    /// not compile, or broke off.
    pub(crate) fn of_tests(said: &str, succeeded: bool) -> Self {
        let mut count: Self = said
            .lines()
            .filter_map(|line| line.trim().strip_prefix("test result:"))
            .map(|line| Self {
                passed: number_before(line, "passed"),
                failed: number_before(line, "failed"),
                skipped: number_before(line, "ignored"),
            })
            .sum();
        let skipped = skipped(said).len().min(count.passed);
        count.passed -= skipped;
        count.skipped += skipped;
        if !succeeded && count.failed == 0 {
            count.failed = 1;
        }
        count
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |one, other| Self {
            passed: one.passed + other.passed,
            failed: one.failed + other.failed,
            skipped: one.skipped + other.skipped,
        })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { passed, failed, skipped } = self;
        write!(out, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// The tests that said that they are skipped, by name, each once: what they
/// would read is not there.
pub(crate) fn skipped(said: &str) -> BTreeSet<&str> {
    said.lines().filter_map(|line| line.strip_prefix("skipped: ")).map(str::trim).collect()
}

/// The 12 in ` ok. 12 passed; 0 failed`, before `passed`.
fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<_> = line.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: &str = "running 2 tests
test a ... ok
test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s
   Doc-tests directory
test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.10s
";

    #[test]
    fn the_results_of_all_test_programs_are_added() {
        let count = Count::of_tests(RUN, false);
        assert_eq!(count.to_string(), "16 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn what_says_that_it_is_skipped_has_not_passed() {
        let said = format!("\nskipped: one\n\nskipped: two\ntest a ... ok\nskipped: one\n{RUN}");
        assert_eq!(skipped(&said).into_iter().collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(Count::of_tests(&said, false).to_string(), "14 passed, 2 failed, 3 skipped");
    }

    #[test]
    fn a_run_that_broke_off_has_failed() {
        assert_eq!(Count::of_tests("error[E0425]: cannot find value", false), Count::FAILED);
        assert_eq!(Count::of_tests("", true), Count::default());
    }

    #[test]
    fn counts_of_suites_add_up() {
        let all: Count = [Count::of(10, 3), Count::SKIPPED, Count::FAILED].into_iter().sum();
        assert_eq!(all.to_string(), "7 passed, 4 failed, 1 skipped");
    }
}
