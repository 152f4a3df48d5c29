//! What was measured, as a table and as JSON.

use std::fmt;

use serde_json::{Value, json};

use super::super::figures::{Figures, busy};
use super::{BY_HAND, FILTERED, PREACT, RESULTS};

/// All lines of one run, and how busy the machine was.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) visits: Vec<Value>,
    pub(super) takeover: Vec<Value>,
    pub(super) clicks: Vec<Value>,
    pub(super) keystrokes: Vec<Value>,
    busy: Vec<String>,
}

/// A figure that has a limit.
struct Verdict {
    what: &'static str,
    found: f64,
    limit: f64,
    unit: &'static str,
}

/// One frame of a screen that shows sixty in a second.
const FRAME: f64 = 1000.0 / 60.0;

/// What a line says in a column.
type Column = fn(&Value) -> Option<f64>;

/// The columns of the table, and where each stands in a line.
const COLUMNS: [(&str, Column); 6] = [
    ("first paint", |seen| seen["paint"].as_f64()),
    ("largest paint", |seen| seen["largest"].as_f64()),
    ("first row", first_row),
    ("usable", |seen| seen["ready"].as_f64()),
    ("longest task", |seen| Some(longest(seen, 0.0))),
    ("kB", kilobytes),
];

impl Report {
    pub(super) fn begin() -> Self {
        let none = Vec::new;
        Self { visits: none(), takeover: none(), clicks: none(), keystrokes: none(), busy: vec![busy()] }
    }

    pub(super) fn end(&mut self) {
        self.busy.push(busy());
    }

    /// Every value of a column for a page, round by round.
    fn values(&self, page: &str, column: Column) -> Vec<f64> {
        let ours = self.visits.iter().filter(|line| line["page"] == page);
        ours.filter_map(|line| column(&line["seen"])).collect()
    }

    fn median(&self, page: &str, column: Column) -> Option<f64> {
        Figures::of(self.values(page, column)).map(|figures| figures.median)
    }

    /// The longest that a click waited for while an app started, and the
    /// longest until it was answered, for each run of a page.
    fn waits(&self, page: &str, what: &str) -> Option<Figures> {
        let runs = self.takeover.iter().filter(|line| line["page"] == page);
        let worst = |line: &Value| {
            let clicks = line["seen"]["clicks"].as_array().into_iter().flatten();
            clicks.filter_map(|click| click[what].as_f64()).fold(0.0, f64::max)
        };
        Figures::of(runs.map(worst).collect())
    }

    fn choices(&self, page: &str) -> Option<Figures> {
        all_of(&self.clicks, page, "choices")
    }

    /// How long a page works on a key, drawing included.
    fn keys(&self, page: &str) -> Option<Figures> {
        all_of(&self.keystrokes, page, "keys")
    }

    fn longest_task(&self, page: &str) -> Option<Figures> {
        let after = |seen: &Value| Some(longest(seen, seen["paint"].as_f64()?));
        Figures::of(self.values(page, after))
    }

    fn verdicts(&self) -> Vec<Verdict> {
        let ratio = |what, (ours, own): (&str, usize), (theirs, other): (&str, usize), limit| {
            let (found, beside) = (self.median(ours, COLUMNS[own].1)?, self.median(theirs, COLUMNS[other].1)?);
            Some(Verdict { what, found: found / beside, limit, unit: "times" })
        };
        let most = |what, figures: Option<Figures>, limit| {
            figures.map(|figures| Verdict { what, found: figures.most, limit, unit: "ms" })
        };
        let shift = pages_of(&self.visits)
            .into_iter()
            .filter(|page| *page != BY_HAND && *page != PREACT)
            .flat_map(|page| self.values(page, |seen| seen["shift"].as_f64()));
        let shift =
            Verdict { what: "layout shift, any of our pages", found: shift.fold(0.0, f64::max), limit: 0.0, unit: "" };
        let choices = self.choices(RESULTS);
        let middle = choices.map(|all| Verdict {
            what: "a choice to the second frame, median",
            found: all.median,
            limit: 60.0,
            unit: "ms",
        });
        [
            ratio("first paint, results beside the static page", (RESULTS, 0), (BY_HAND, 0), 1.1),
            ratio("largest paint, results beside the static page", (RESULTS, 1), (BY_HAND, 1), 1.1),
            ratio("first row, results beside the static page", (RESULTS, 2), (BY_HAND, 2), 1.1),
            ratio("filters usable, beside the first row of the Preact page", (RESULTS, 3), (PREACT, 2), 1.1),
            Some(shift),
            most("longest task of the takeover, results", self.longest_task(RESULTS), 100.0),
            most("longest task of the takeover, filtered", self.longest_task(FILTERED), 100.0),
            most("longest wait of a click in the takeover, results", self.waits(RESULTS, "waits"), 100.0),
            most("longest wait of a click in the takeover, filtered", self.waits(FILTERED, "waits"), 100.0),
            middle,
            most("a choice to the second frame, worst", choices, 100.0),
            self.keys(RESULTS).map(|keys| Verdict {
                what: "a keystroke, drawing included, median",
                found: keys.median,
                limit: FRAME,
                unit: "ms",
            }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// As a script reads it, with every line.
    pub(super) fn json(&self) -> Value {
        let pages = pages_of(&self.visits).into_iter().map(|page| {
            let cells = COLUMNS.iter().filter_map(|(name, column)| {
                Some(((*name).to_owned(), Figures::of(self.values(page, *column))?.json()))
            });
            (page.to_owned(), Value::Object(cells.collect()))
        });
        json!({
            "load_average": self.busy,
            "pages": Value::Object(pages.collect()),
            "verdicts": self.verdicts().iter().map(Verdict::json).collect::<Vec<_>>(),
            "visits": self.visits, "takeover": self.takeover, "clicks": self.clicks, "keystrokes": self.keystrokes,
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "1.6 Mbit/s, 150 ms, processor 4 times slower; milliseconds: median (least to most)\n")?;
        write!(out, "{:<18}", "")?;
        COLUMNS.iter().try_for_each(|(name, _)| write!(out, " {name:>21}"))?;
        writeln!(out)?;
        for page in pages_of(&self.visits) {
            write!(out, "{page:<18}")?;
            for (_, column) in COLUMNS {
                match Figures::of(self.values(page, column)) {
                    Some(figures) => write!(out, " {figures:>21}")?,
                    None => write!(out, " {:>21}", "-")?,
                }
            }
            writeln!(out)?;
        }
        writeln!(out)?;
        self.verdicts().iter().try_for_each(|verdict| writeln!(out, "{verdict}"))?;
        for page in pages_of(&self.takeover) {
            if let (Some(waits), Some(lasts)) = (self.waits(page, "waits"), self.waits(page, "lasts")) {
                writeln!(
                    out,
                    "clicks in the takeover, {page}: the longest of a run waited {waits} and was answered in {lasts}"
                )?;
            }
        }
        for page in pages_of(&self.clicks) {
            if let Some(choices) = self.choices(page) {
                writeln!(out, "a choice to the second frame, {page}: {choices}")?;
            }
        }
        for page in pages_of(&self.keystrokes) {
            if let Some(keys) = self.keys(page) {
                writeln!(out, "a keystroke, drawing included, {page}: {keys}")?;
            }
        }
        write!(out, "Tasks under 50 ms are not told of: 0. Load of the machine: {}", self.busy.join(", then "))
    }
}

impl Verdict {
    fn is_kept(&self) -> bool {
        self.found <= self.limit
    }

    fn json(&self) -> Value {
        let Self { what, found, limit, unit } = self;
        json!({ "what": what, "found": found, "limit": limit, "unit": unit, "kept": self.is_kept() })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, found, limit, unit } = self;
        let word = if self.is_kept() { "kept" } else { "OVER" };
        match *unit {
            "ms" => write!(out, "{word}: {what}: {found:.0} of {limit:.0} ms"),
            _ => write!(out, "{word}: {what}: {found:.2} of {limit:.2} {unit}"),
        }
    }
}

/// All values of a list in the lines of a page.
fn all_of(lines: &[Value], page: &str, list: &str) -> Option<Figures> {
    let runs = lines.iter().filter(|line| line["page"] == page);
    let all = runs.flat_map(|line| line["seen"][list].as_array().into_iter().flatten());
    Figures::of(all.filter_map(Value::as_f64).collect())
}

/// The pages of some lines; the peers come first, then ours.
fn pages_of(lines: &[Value]) -> Vec<&str> {
    let mut pages: Vec<&str> = Vec::new();
    let names = lines.iter().filter_map(|line| line["page"].as_str());
    names.for_each(|name| pages.extend((!pages.contains(&name)).then_some(name)));
    pages.sort_by_key(|name| [BY_HAND, PREACT, RESULTS, FILTERED].iter().position(|one| one == name).unwrap_or(9));
    pages
}

/// The first row cannot be seen before anything is.
fn first_row(seen: &Value) -> Option<f64> {
    Some(seen["row"].as_f64()?.max(seen["paint"].as_f64()?))
}

/// The longest task that began after a moment; the browser tells of none
/// under 50 ms.
fn longest(seen: &Value, after: f64) -> f64 {
    let tasks = seen["tasks"].as_array().into_iter().flatten();
    let tasks = tasks.filter(|task| task[0].as_f64().is_some_and(|began| began >= after));
    tasks.filter_map(|task| task[1].as_f64()).fold(0.0, f64::max)
}

fn kilobytes(seen: &Value) -> Option<f64> {
    let files = seen["files"].as_array()?;
    Some(files.iter().filter_map(|file| file["bytes"].as_f64()).sum::<f64>() / 1000.0)
}
