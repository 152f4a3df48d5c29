//! The headers that the site ships for its hosts, so that what is tested is
//! what is sent: read from its `_headers`, as Netlify and Cloudflare Pages do.

/// Where browsers tell what the policy has stopped, and pages what went wrong.
pub(super) const REPORTS: &str = "/policy-report";

/// What of `_headers` belongs to every file.
#[derive(Clone, Debug, Default)]
pub(super) struct Shipped {
    headers: Vec<(String, String)>,
}

impl Shipped {
    /// Reads the rule for every file. What a rule says of single files is about
    /// keeping them, and nothing is kept from one journey to the next.
    pub(super) fn read(text: &str) -> Self {
        let rule = text.split_once("/*\n").map(|(_, rest)| rest).unwrap_or_default();
        let lines = rule.lines().take_while(|line| line.starts_with(' '));
        let header = |line: &str| {
            let (name, value) = line.trim().split_once(": ")?;
            Some((name.to_owned(), value.to_owned()))
        };
        Self { headers: lines.filter_map(header).collect() }
    }

    /// Whether there is a policy among them.
    pub(super) fn has_policy(&self) -> bool {
        self.headers.iter().any(|(name, _)| name == "Content-Security-Policy")
    }

    /// The lines as they are sent. The policy also says where to tell what it
    /// stopped: only a header may, and every engine does.
    pub(super) fn lines(&self) -> String {
        let line = |(name, value): &(String, String)| match name.as_str() {
            "Content-Security-Policy" => format!("{name}: {value}; report-uri {REPORTS}\r\n"),
            _ => format!("{name}: {value}\r\n"),
        };
        self.headers.iter().map(line).collect()
    }
}

/// A report in one line: what was stopped, by which rule, on which page.
pub(super) fn in_words(report: &str) -> String {
    let report: serde_json::Value = serde_json::from_str(report).unwrap_or_default();
    if let Some(heard) = report["heard"].as_str() {
        return format!("{}: {heard}", report["page"].as_str().unwrap_or_default());
    }
    let part = |name: &str| report["csp-report"][name].as_str().unwrap_or("not said").to_owned();
    format!(
        "{}: {} stopped {} (line {} of {})",
        part("document-uri"),
        part("effective-directive"),
        part("blocked-uri"),
        report["csp-report"]["line-number"],
        part("source-file"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_for_every_file_is_read_and_no_other() {
        let text = "# words\n/*\n  A: b, c\n  Content-Security-Policy: default-src 'none'\n\n/x.js\n  D: e\n";
        let shipped = Shipped::read(text);
        assert!(shipped.has_policy());
        assert_eq!(
            shipped.lines(),
            "A: b, c\r\nContent-Security-Policy: default-src 'none'; report-uri /policy-report\r\n"
        );
        assert!(!Shipped::read("").has_policy());
    }
}
