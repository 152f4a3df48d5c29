//! Many measurements as three numbers.

use std::fmt;

use serde_json::{Value, json};

/// What came out of several runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) median: f64,
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Figures {
    /// Of numbers in any order, or nothing if there are none.
    pub(super) fn of(mut numbers: Vec<f64>) -> Option<Self> {
        numbers.sort_by(f64::total_cmp);
        let (least, most) = (*numbers.first()?, *numbers.last()?);
        let middle = numbers.len() / 2;
        let median = match numbers.len() % 2 {
            0 => f64::midpoint(numbers[middle - 1], numbers[middle]),
            _ => numbers[middle],
        };
        Some(Self { median, least, most })
    }

    /// As a script reads it.
    pub(super) fn json(self) -> Value {
        json!({ "median": self.median, "min": self.least, "max": self.most })
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, least, most } = self;
        out.pad(&format!("{median:.0} ({least:.0} to {most:.0})"))
    }
}

/// How many programs wanted a processor at a time, in the last minute.
pub(super) fn busy() -> String {
    let all = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    all.split(' ').next().filter(|one| !one.is_empty()).unwrap_or("not known").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        let all = |numbers: &[f64]| Figures::of(numbers.to_vec());
        assert_eq!(all(&[]), None);
        assert_eq!(all(&[3.0, 1.0, 9.0]).unwrap().to_string(), "3 (1 to 9)");
        assert_eq!(all(&[3.0, 1.0, 9.0, 5.0]).unwrap().median, 4.0);
    }
}
