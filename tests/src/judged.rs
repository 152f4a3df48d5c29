//! The judged questions of `tests/search`, and what answers to them are worth.

use std::fs;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tools;

/// A question, as it stands in a file.
#[derive(Clone, Debug, Default)]
pub struct Question {
    /// Its group.
    pub group: String,
    /// What is typed.
    pub ask: String,
    /// Whether somebody asks on behalf of a school.
    pub staff: bool,
    /// The level that is due.
    pub crisis: Option<String>,
    needs: Vec<String>,
    right: Vec<String>,
}

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// The right ones among the first ten.
    pub recall: f64,
    /// One divided by the place of the first right one.
    pub first: f64,
}

/// All questions, with what is right.
#[derive(Clone, Debug, Default)]
pub struct Judge {
    questions: Vec<Question>,
}

impl Judge {
    /// Reads all questions and finds what is right in a whole bundle.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(bundle: &str) -> Result<Self> {
        let bundle: Value = serde_json::from_str(bundle)?;
        let mut questions = Vec::new();
        for folder in ["tests/search", "tests/search/second"] {
            let mut files: Vec<_> = fs::read_dir(tools::root().join(folder))?.flatten().map(|one| one.path()).collect();
            files.sort();
            for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "json")) {
                let all: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
                let group = file.file_stem().context("no name")?.to_string_lossy();
                for one in all.as_array().into_iter().flatten() {
                    questions.push(question(&group, one, &bundle));
                }
            }
        }
        Ok(Self { questions })
    }

    /// All of them.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// What an answer is worth; nothing if no listing is right.
    #[must_use]
    pub fn marks(&self, question: &Question, ids: &[&str]) -> Option<Marks> {
        let is_right = |id: &&&str| question.right.iter().any(|one| one == **id);
        if question.right.is_empty() {
            return None;
        }
        let found = ids.iter().take(10).filter(is_right).count();
        let first = ids.iter().position(|id| is_right(&id));
        Some(Marks {
            recall: found as f64 / question.right.len().min(10) as f64,
            first: first.map_or(0.0, |at| 1.0 / (at + 1) as f64),
        })
    }
}

impl Question {
    /// Whether one of these needs is not meant.
    pub fn wrong<'a>(&self, mut needs: impl Iterator<Item = &'a str>) -> bool {
        needs.any(|need| !self.needs.iter().any(|one| one == need))
    }
}

fn list(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|one| Some(one.as_str()?.to_owned())).collect()
}

fn question(group: &str, one: &Value, bundle: &Value) -> Question {
    let needs = list(&one["needs"]);
    let staff = one["staff"] == true;
    let sensitive = ["self-harm", "suicide", "psychosis", "abuse-safety"];
    let crisis = match one.get("crisis") {
        Some(level) => level.as_str().map(str::to_owned),
        None => needs.iter().any(|need| sensitive.contains(&need.as_str())).then(|| "a".to_owned()),
    };
    let right = match one.get("listings") {
        Some(ids) => list(ids),
        None => {
            let all = bundle["listings"].as_array().into_iter().flatten();
            all.filter(|listing| is_right(one, listing, staff))
                .filter_map(|one| Some(one["id"].as_str()?.to_owned()))
                .collect()
        }
    };
    Question {
        group: group.to_owned(),
        ask: one["ask"].as_str().unwrap_or_default().to_owned(),
        staff,
        crisis,
        needs,
        right,
    }
}

fn is_right(one: &Value, listing: &Value, staff: bool) -> bool {
    let (needs, audience, places) =
        (list(&listing["needs"]), list(&listing["audience"]), list(&listing["area"]["places"]));
    let wanted = list(&one["needs"]);
    let (from, to) = (listing["ages"]["from"].as_i64(), listing["ages"]["to"].as_i64());
    let ages: Vec<_> = one["ages"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect();
    let kinds = list(&one["kinds"]);
    let formats = list(&listing["formats"]);
    ["active", "doubtful"].contains(&listing["standing"].as_str().unwrap_or_default())
        && needs.iter().any(|need| wanted.contains(need))
        && (staff || audience.iter().any(|who| who != "staff"))
        && (ages.is_empty() || from.is_none() || ages.iter().any(|age| from <= Some(*age) && Some(*age) <= to))
        && one["area"]
            .as_str()
            .is_none_or(|area| places.iter().any(|place| place == area || place == "national" || place == "london"))
        && (kinds.is_empty() || kinds.iter().any(|kind| listing["kind"] == kind.as_str()))
        && (one["free"] != true || listing["cost"]["kind"] != "paid")
        && (one["online"] != true
            || formats.is_empty()
            || formats.iter().any(|one| one == "online" || one == "text-chat"))
}
