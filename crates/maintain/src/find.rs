//! `cargo maintain find`: what search makes of a question, for whoever extends
//! the words: what was understood, what is found, and why.

mod told;
mod why;

use std::io::{BufRead, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;
use directory::day::Day;
use directory::filters::Choice;
use directory::search::View;
use directory::{Directory, Filters};

use crate::{files, read};

/// What is asked, and how to tell what was found.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  cargo maintain find \"cannot sleep before exams\" --age 15
  cargo maintain find --from questions.txt --json      one question a line, for a script")]
pub struct Asked {
    /// The question, as a person would type it. None, or `-`: each line of the standard input.
    words: Vec<String>,
    /// Only what fits a child of this age.
    #[arg(long, value_parser = age)]
    age: Option<Choice>,
    /// Tell it as one object a question, for scripts.
    #[arg(long)]
    json: bool,
    /// A file of questions, one a line. `-`: the standard input.
    #[arg(long, conflicts_with = "words")]
    from: Option<PathBuf>,
}

/// How to tell what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tell {
    /// For people: a line of what was understood, and one for each result.
    Text,
    /// For scripts: one object a question, each on a line of its own.
    Json,
}

/// Answers what is asked of a folder of data, as of a day.
pub fn tell(data: &Path, today: Day, asked: &Asked, out: &mut dyn Write, aside: &mut dyn Write) -> Result<()> {
    let directory = read::directory(data, today, aside)?;
    let also = asked.age.map_or_else(Filters::default, |age| Filters::default().toggled(age));
    let tell = if asked.json { Tell::Json } else { Tell::Text };
    let typed = asked.words.join(" ");
    let done = match asked.words.is_empty() || typed == "-" {
        true => answer_all(&directory, &mut files::lines(asked.from.as_deref())?, also, tell, out),
        false => answer(&directory, &typed, also, tell, out),
    };
    // Whoever reads may have read enough.
    done.or_else(|why| if is_read_enough(&why) { Ok(()) } else { Err(why) })
}

/// An age that somebody typed, as a filter.
fn age(text: &str) -> Result<Choice, String> {
    use directory::age::AgeChoice;
    let age = AgeChoice::exact_ages().nth(text.trim().parse().map_err(|_| AGE.to_owned())?);
    age.map(Choice::Age).ok_or_else(|| AGE.to_owned())
}

const AGE: &str = "write an age in whole years, from 0 to 25";

/// The most results that are told.
const MOST: usize = 50;

/// Answers one question, whatever it is, also an empty one.
pub fn answer(directory: &Directory, typed: &str, also: Filters, tell: Tell, out: &mut dyn Write) -> Result<()> {
    let question = directory.read_question(typed).unwrap_or_default();
    let is_asked = !question.typed.is_empty();
    // The staff view holds everything; what is for others than who asks stands
    // after what they see, and at best may fit.
    let mut answers = if is_asked { directory.answers(&question, also, View::Staff) } else { Vec::new() };
    answers.truncate(MOST);
    let told = told::told(directory, typed, &question, &answers, also);
    match tell {
        Tell::Json => writeln!(out, "{}", serde_json::to_string(&told)?)?,
        Tell::Text => told.write(directory, out)?,
    }
    Ok(())
}

/// Answers each line that is not blank, as it comes. What is no UTF-8 is read
/// as far as it can be.
fn answer_all(
    directory: &Directory,
    lines: &mut dyn BufRead,
    also: Filters,
    tell: Tell,
    out: &mut dyn Write,
) -> Result<()> {
    let mut line = Vec::new();
    let mut is_first = true;
    while lines.read_until(b'\n', &mut line).context("cannot read the questions")? > 0 {
        let text = String::from_utf8_lossy(&line);
        let question = if is_first { text.trim_start_matches('\u{feff}') } else { &text }.trim();
        is_first = false;
        if !question.is_empty() {
            answer(directory, question, also, tell, out)?;
            out.flush()?;
        }
        line.clear();
    }
    Ok(())
}

/// Whether all that went wrong is that the reader has read enough.
fn is_read_enough(why: &anyhow::Error) -> bool {
    why.downcast_ref::<std::io::Error>().is_some_and(|why| why.kind() == ErrorKind::BrokenPipe)
}
