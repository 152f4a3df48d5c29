//! The accessibility audit: axe-core at WCAG 2.2 AA, with no rule excused.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::{Page, nothing};
use crate::tools;

/// Every rule that WCAG 2.0, 2.1 and 2.2 ask for at the levels A and AA.
const LEVELS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Runs the audit. What sticks to the screen is laid flat meanwhile: a button
/// that happens to be scrolled half under a bar is not a small button. Nor are
/// rows out of sight left undrawn: the audit would take what they hold, which
/// the browser cuts off, for something that lies over what follows.
const RUN: &str = "
const [levels, tell] = arguments;
const stuck = [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).position === 'sticky');
stuck.forEach((one) => { one.style.position = 'static' });
const root = document.documentElement;
const wasWhole = root.hasAttribute('data-whole');
root.setAttribute('data-whole', '');
const answer = (found) => {
  if (!wasWhole) root.removeAttribute('data-whole');
  stuck.forEach((one) => { one.style.position = ''; if (!one.getAttribute('style')) one.removeAttribute('style') });
  tell(found);
};
window.axe.run(document, {
  runOnly: { type: 'tag', values: levels },
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}).then((report) => answer(report.violations), (error) => answer(String(error)));
";

impl Page<'_> {
    /// Fails when the page as it is now breaks a rule, naming each rule, where,
    /// and what to do.
    ///
    /// # Errors
    /// When it breaks one, or the audit cannot run.
    pub fn audit(&self) -> Result<()> {
        let found = self.violations()?;
        nothing("the accessibility audit found", &found).map_err(|error| self.failure(&error.to_string()))
    }

    /// What the audit finds, one line for each place.
    ///
    /// # Errors
    /// When the audit cannot run.
    pub fn violations(&self) -> Result<Vec<String>> {
        let session = self.session();
        session.script(&tools::axe()?, &json!([]))?;
        let report = session.with_timers(|| session.script_later(RUN, &json!([LEVELS])))?;
        let rules = report.as_array().with_context(|| format!("axe did not run: {report}"))?;
        Ok(rules.iter().flat_map(lines).collect())
    }
}

fn lines(rule: &Value) -> Vec<String> {
    let id = rule["id"].as_str().unwrap_or_default();
    let nodes = rule["nodes"].as_array().into_iter().flatten();
    nodes
        .map(|node| {
            let summary = node["failureSummary"].as_str().unwrap_or_default();
            let summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{id}: {} {summary}", node["target"])
        })
        .collect()
}
