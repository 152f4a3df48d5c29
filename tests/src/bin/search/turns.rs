//! One turn of one library: what it is asked, and what its answers are worth.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use directory::Directory;
use directory::closed::Closed;
use directory::question::Urgency;
use directory::vocabulary::Need;
use serde_json::{Value, json};
use waymark_tests::Page;
use waymark_tests::judged::{Asked, recall, reciprocal_rank};

/// The longest that a turn may take: some make an index of the largest
/// directory in half a minute, on a machine that does nothing else.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// How long a library is asked one question after another. Those that are
/// quick answer all of them in it.
const ASKED: Duration = Duration::from_secs(2);

/// What a library finds for every question, judged by the whole directory.
pub(crate) fn judged(
    page: &Page<'_>,
    library: &str,
    bundle: &str,
    questions: &[Asked],
    directory: &Directory,
) -> Result<Vec<Value>> {
    let asked: Vec<_> = questions.iter().map(asked).collect();
    let told = turn(page, library, bundle, json!({ "questions": asked }))?;
    let answers = told["answers"].as_array().context("no answers")?;
    if answers.len() != questions.len() {
        bail!("{} answers to {} questions", answers.len(), questions.len());
    }
    let line = |(question, answer): (&Asked, &Value)| {
        let (right, given) = (question.right(directory), strings(&answer["ids"]));
        let mut line = json!({
            "library": library, "group": question.group, "ask": question.ask,
            "recall": recall(&right, &given), "first": reciprocal_rank(&right, &given),
        });
        // Ours alone understands; the first of what it says is the urgency.
        if let [urgency, needs @ ..] = &strings(&answer["understood"])[..] {
            let needs = needs.iter().filter_map(|slug| Need::from_slug(slug)).collect();
            line["crisis"] = json!(urgency);
            line["due"] = json!(question.crisis.map_or("none", Urgency::word));
            line["wrong"] = json!(question.is_wrong(needs));
        }
        line
    };
    Ok(questions.iter().zip(answers).map(line).collect())
}

/// How long a library takes until its index is there, and for a question.
pub(crate) fn timed(page: &Page<'_>, library: &str, bundle: &str, questions: &[Asked]) -> Result<Value> {
    // Any beginning of the questions is a fair choice of them: one of each
    // part of the set, and then the next of each.
    let apart = questions.len().div_ceil(20).max(1);
    let mixed = (0..apart).flat_map(|first| questions.iter().skip(first).step_by(apart));
    let task = json!({ "questions": mixed.map(asked).collect::<Vec<_>>(), "milliseconds": ASKED.as_millis() });
    turn(page, library, bundle, task)
}

fn asked(question: &Asked) -> Value {
    json!({ "ask": question.ask, "staff": question.is_staff })
}

fn turn(page: &Page<'_>, library: &str, bundle: &str, mut task: Value) -> Result<Value> {
    task["library"] = json!(library);
    task["bundle"] = json!(format!("{bundle}.json"));
    page.session().script("turn(arguments[0])", &json!([task]))?;
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let told = page.ask("return told")?;
        if let Some(error) = told["error"].as_str() {
            bail!("{error}");
        }
        if !told.is_null() {
            return Ok(told);
        }
        sleep(Duration::from_millis(100));
    }
    bail!("no turn should take so long")
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|one| Some(one.as_str()?.to_owned())).collect()
}
