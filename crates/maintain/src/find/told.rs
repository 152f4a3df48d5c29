//! What is told of one question: as an object for scripts, as lines for people.

use std::io::{self, Write};

use directory::closed::{Choices, Closed};
use directory::question::{Answer, Question, Urgency};
use directory::search::{Query, View};
use directory::{Directory, Filters};
use serde::Serialize;

use super::why::why;

/// One question with its answers, in the order in which scripts read it.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    question: String,
    understood: Understood,
    crisis: Option<&'static str>,
    results: Vec<Result>,
    /// What people are told besides.
    #[serde(skip)]
    said: Vec<String>,
    #[serde(skip)]
    lift: Option<String>,
}

#[derive(Debug, Serialize)]
struct Understood {
    needs: Vec<&'static str>,
    ages: Vec<u8>,
    kinds: Vec<&'static str>,
    areas: Vec<String>,
    formats: Vec<&'static str>,
    costs: Vec<&'static str>,
    access: Vec<&'static str>,
    thrive: Vec<&'static str>,
    asker: Option<&'static str>,
    mended: Vec<Mended>,
    rest: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Mended {
    typed: String,
    read: String,
}

#[derive(Debug, Serialize)]
struct Result {
    id: String,
    score: u32,
    fit: &'static str,
    why: String,
    #[serde(skip)]
    name: String,
}

/// Everything that is told of a question.
pub(super) fn told(directory: &Directory, typed: &str, question: &Question, answers: &[Answer], also: Filters) -> Told {
    let understood = &question.understood;
    let filters = understood.filters;
    let areas = &directory.site.areas;
    let places = areas.choices().filter(|place| filters.area.contains(*place));
    let result = |answer: &Answer| {
        let listing = directory.at(answer.row)?;
        let why = why(directory, listing, question, also, answer.outcome);
        let (id, name) = (listing.id.to_string(), listing.name.clone());
        Some(Result { id, score: answer.score, fit: answer.outcome.word(), why, name })
    };
    Told {
        question: typed.to_owned(),
        understood: Understood {
            needs: slugs(understood.needs()),
            ages: understood.years().collect(),
            kinds: slugs(filters.kind),
            areas: places.map(|place| areas.slug(place).to_owned()).collect(),
            formats: slugs(filters.format),
            costs: slugs(filters.cost),
            access: slugs(filters.access),
            thrive: slugs(filters.thrive),
            asker: understood.asker.map(Closed::slug),
            mended: understood
                .mended
                .iter()
                .map(|one| Mended { typed: one.typed.clone(), read: one.read.clone() })
                .collect(),
            rest: question.rest.clone(),
        },
        crisis: understood.urgency.map(Urgency::word),
        results: answers.iter().filter_map(result).collect(),
        said: chips(directory, question),
        lift: answers.is_empty().then(|| to_lift(directory, question)).flatten(),
    }
}

fn slugs<T: Closed>(choices: Choices<T>) -> Vec<&'static str> {
    choices.iter().map(Closed::slug).collect()
}

/// What was understood, as people read it on the page.
fn chips(directory: &Directory, question: &Question) -> Vec<String> {
    let areas = &directory.site.areas;
    let understood = &question.understood;
    let filters = understood.filters;
    let mut said: Vec<String> = understood.needs().iter().map(|need| need.label().to_owned()).collect();
    said.extend(filters.age.iter().map(|age| age.short()));
    said.extend(
        areas.choices().filter(|place| filters.area.contains(*place)).map(|place| areas.label(place).to_owned()),
    );
    said.extend(filters.thrive.iter().map(|one| one.label().to_owned()));
    said.extend(filters.access.iter().map(|one| one.label().to_owned()));
    said.extend(filters.format.iter().map(|one| one.label().to_owned()));
    said.extend(filters.cost.iter().map(|one| one.label().to_owned()));
    said.extend(filters.kind.iter().map(|one| one.label().to_owned()));
    said
}

/// Which choice to take away where nothing is found, and how many that gives.
fn to_lift(directory: &Directory, question: &Question) -> Option<String> {
    let filters = question.understood.filters;
    let query = Query { filters, view: View::Families, question: Some(question), ..Query::default() };
    let (group, count) = directory.best_to_lift(query)?;
    Some(format!("Without {}: {count}.", group.key()))
}

impl Told {
    /// Lines for people: what was understood, then one for each result.
    pub(super) fn write(&self, directory: &Directory, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", self.heading())?;
        let widest = |width: fn(&Result) -> usize| self.results.iter().map(width).max().unwrap_or(0);
        let (ids, names) = (widest(|one| one.id.len()), widest(|one| one.name.chars().count()));
        for one in &self.results {
            let Result { id, score, fit, why, name } = one;
            writeln!(out, "{score:>4}  {id:<ids$}  {name:<names$}  {fit:<4}  {why}")?;
        }
        if self.results.is_empty() {
            let next = self.lift.as_deref().unwrap_or_default();
            let all = crate::record::entries(directory.listings().len());
            writeln!(out, "      Nothing found among {all}. {next}")?;
        }
        writeln!(out)
    }

    fn heading(&self) -> String {
        let mut parts = Vec::new();
        match self.said.is_empty() {
            true => parts.push("no filter understood".to_owned()),
            false => parts.push(self.said.join(" · ")),
        }
        for Mended { typed, read } in &self.understood.mended {
            parts.push(format!("read “{read}” (typed “{}”)", visible(typed)));
        }
        if !self.understood.rest.is_empty() {
            let rest: Vec<_> = self.understood.rest.iter().map(|word| visible(word)).collect();
            parts.push(format!("words left over: {}", rest.join(", ")));
        }
        parts.extend(self.understood.asker.map(|asker| format!("asked by: {asker}")));
        parts.extend(self.crisis.map(|level| format!("CRISIS: {level}")));
        format!("“{}”: {}", visible(&self.question), parts.join("; "))
    }
}

/// As much of a text as fits a line, without what would move a terminal.
fn visible(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect();
    directory::finding::cut(&plain, 120)
}
