//! What a site may weigh.

use std::fmt;
use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// The budgets of `xtask/budgets.json`, in bytes.
pub(crate) struct Budgets {
    /// Everything that a first visit to the results loads.
    pub(crate) first_visit: u64,
    /// The compiled app alone.
    pub(crate) wasm: u64,
    /// What the results page needs to be read: its HTML and its style.
    pub(crate) results_page: u64,
    /// The HTML of a listing's page, whichever is the largest.
    pub(crate) listing_page: u64,
    /// Everything that a first visit to a staff page loads, whichever of those
    /// that compute is the heaviest.
    pub(crate) staff_visit: u64,
    /// Everything that is loaded by whoever opens a list from a link.
    pub(crate) list_visit: u64,
    /// Everything that a partner or a coordinator loads, whichever of their two
    /// pages is the heavier.
    pub(crate) keeper_visit: u64,
}

/// One thing weighed against its budget.
#[derive(Debug)]
pub(crate) struct Verdict {
    name: &'static str,
    weight: u64,
    budget: u64,
}

/// Reads the budgets of this repository.
pub(crate) fn read() -> Result<Budgets> {
    let file = crate::repository::root().join("xtask/budgets.json");
    let text = fs::read_to_string(&file).context("cannot read xtask/budgets.json")?;
    parse(&text).context("xtask/budgets.json")
}

fn parse(text: &str) -> Result<Budgets> {
    let all: Value = serde_json::from_str(text)?;
    let budget = |name: &str| {
        all.get(name).and_then(Value::as_u64).with_context(|| format!("`{name}` must be a number of bytes"))
    };
    Ok(Budgets {
        first_visit: budget("first_visit")?,
        wasm: budget("wasm")?,
        results_page: budget("results_page")?,
        listing_page: budget("listing_page")?,
        staff_visit: budget("staff_visit")?,
        list_visit: budget("list_visit")?,
        keeper_visit: budget("keeper_visit")?,
    })
}

impl Verdict {
    pub(crate) fn new(name: &'static str, weight: u64, budget: u64) -> Self {
        Self { name, weight, budget }
    }

    /// Whether it weighs no more than it may.
    pub(crate) fn is_kept(&self) -> bool {
        self.weight <= self.budget
    }

    /// As a script reads it.
    pub(crate) fn json(&self) -> Value {
        json!({ "name": self.name, "brotli": self.weight, "budget": self.budget, "kept": self.is_kept() })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, weight, budget } = self;
        match budget.checked_sub(*weight) {
            Some(left) => write!(out, "kept: {name}: {weight} of {budget} bytes, {left} left"),
            None => write!(out, "OVER: {name}: {weight} of {budget} bytes, {} too many", weight - budget),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_kept_to_the_byte() {
        assert!(Verdict::new("x", 100, 100).is_kept());
        assert!(!Verdict::new("x", 101, 100).is_kept());
        assert_eq!(Verdict::new("x", 90, 100).to_string(), "kept: x: 90 of 100 bytes, 10 left");
        assert_eq!(Verdict::new("x", 103, 100).to_string(), "OVER: x: 103 of 100 bytes, 3 too many");
    }

    #[test]
    fn budgets_are_read_and_a_missing_one_is_named() {
        let budgets = read().unwrap();
        assert!(budgets.wasm < budgets.first_visit);
        let fault = parse("{\"wasm\": 1}").err().unwrap().to_string();
        assert!(fault.contains("`first_visit`"), "{fault}");
    }
}
