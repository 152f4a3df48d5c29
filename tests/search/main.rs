//! Search, held to what a good librarian would hear and hand over: both sets of
//! questions, over the directory that this repository publishes.
//!
//! `--nocapture` shows the figures by group; a measure that is missed shows
//! them too, with the questions that it is missed by.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anyhow::{Context, Result, anyhow, ensure};
use directory::day::Day;
use directory::listing::Standing;
use directory::question::Urgency;
use directory::search::View;
use directory::{Directory, Filters};
use maintain::bundle;
use maintain::files::Folder;
use waymark_tests::judged::{self, Answered, Asked, Figures, recall, reciprocal_rank, table};
use waymark_tests::root;

/// Each group, and what stands in it is in the README beside this file.
const GROUPS: [&str; 10] = ["age", "alike", "crisis", "exact", "lay", "misspelt", "name", "prefix", "staff", "whole"];
/// The least number of questions.
const FEWEST: usize = 150;
const RECALL: f64 = 0.97;
const MRR: f64 = 0.95;
const PINNED: f64 = 0.05;
/// "When in doubt, show it": all but a few, in words that nobody foresaw.
const LEVEL_B: f64 = 0.9;
/// The day of every test over this data.
const TODAY: &str = "2026-11-21";

/// Every question with what is right and what search makes of it.
struct Judged {
    directory: Directory,
    all: Vec<(Asked, BTreeSet<String>, Answered)>,
}

impl Judged {
    fn read() -> Result<Self> {
        let today = Day::read(TODAY).context("a day")?;
        let folder = Folder::read(&root().join("data"))?;
        let text = bundle::run(&folder, today)?.map_err(|errors| anyhow!("{errors:#?}"))?;
        let (directory, _) = Directory::read(&text, today).map_err(|why| anyhow!("{why}"))?;
        let asked = judged::read(&root().join("tests/search"))?;
        let one = |asked: Asked| {
            let (right, answered) = (asked.right(&directory), answered(&directory, &asked.ask));
            (asked, right, answered)
        };
        let all = asked.into_iter().map(one).collect();
        Ok(Self { directory, all })
    }

    fn groups(&self) -> BTreeMap<String, Figures> {
        let mut groups: BTreeMap<String, Figures> = BTreeMap::new();
        for (asked, right, answered) in &self.all {
            groups.entry(asked.group.clone()).or_default().add(asked, right, answered);
        }
        groups
    }

    fn figures(&self) -> Figures {
        self.groups().into_values().fold(Figures::default(), Figures::and)
    }

    /// The figures, and up to forty questions that are answered wrong.
    fn missed(&self, is_missed: impl Fn(&Asked, &BTreeSet<String>, &Answered) -> bool) -> String {
        let mut said = table(&self.groups());
        let missed = self.all.iter().filter(|(asked, right, answered)| is_missed(asked, right, answered));
        for (asked, right, answered) in missed.take(40) {
            let needs: Vec<_> = answered.needs.iter().flat_map(|needs| needs.iter()).collect();
            let given: Vec<_> = answered.given.iter().take(10).collect();
            // Writing to a text cannot fail.
            let _ = writeln!(
                said,
                "{}: {:?} is {:?} {:?}, not {:?} {:?}; right {right:?}; given {given:?}",
                asked.group,
                asked.ask,
                asked.crisis,
                asked.needs.iter().collect::<Vec<_>>(),
                answered.urgency,
                needs,
            );
        }
        said
    }
}

/// What the core makes of a question, as `cargo maintain find` tells it.
fn answered(directory: &Directory, ask: &str) -> Answered {
    let Some(question) = directory.read_question(ask) else { return Answered::default() };
    let answers = directory.answers(&question, Filters::default(), View::Staff);
    let listings = answers.iter().take(50).filter_map(|answer| directory.at(answer.row));
    Answered {
        given: listings.map(|listing| listing.id.to_string()).collect(),
        needs: Some(question.understood.needs()),
        urgency: question.understood.urgency,
    }
}

fn at_least(share: Option<f64>, least: f64) -> bool {
    share.is_some_and(|share| share >= least)
}

#[test]
fn the_set_is_large_and_whole_and_names_only_what_is_there() -> Result<()> {
    let judged = Judged::read()?;
    println!("{}", table(&judged.groups()));
    ensure!(judged.all.len() >= FEWEST, "{} questions", judged.all.len());
    let groups = judged.groups();
    ensure!(groups.keys().map(String::as_str).eq(GROUPS), "{:?}", groups.keys());
    let areas = &judged.directory.site.areas;
    let mut seen = BTreeSet::new();
    for (asked, right, _) in &judged.all {
        let Asked { ask, area, .. } = asked;
        for id in asked.listings.iter().flatten() {
            let listing = judged.directory.listings().iter().find(|listing| listing.id.as_str() == id);
            let standing = listing.map(|listing| &listing.standing);
            ensure!(standing.is_some_and(Standing::is_listed), "{ask:?} names {id}, which is {standing:?}");
        }
        ensure!(area.as_ref().is_none_or(|area| areas.from_slug(area).is_some()), "{ask:?} names {area:?}");
        ensure!(asked.listings.is_some() || !right.is_empty(), "nothing is right for {ask:?}");
        seen.insert((&asked.group, ask));
    }
    ensure!(seen.len() >= FEWEST, "{} different questions", seen.len());
    Ok(())
}

#[test]
fn the_right_listings_stand_among_the_first_ten() -> Result<()> {
    let judged = Judged::read()?;
    let share = judged.figures().recall.mean();
    ensure!(
        at_least(share, RECALL),
        "{}",
        judged.missed(|_, right, answered| recall(right, &answered.given).is_some_and(|recall| recall < 1.0))
    );
    Ok(())
}

#[test]
fn a_right_listing_stands_first() -> Result<()> {
    let judged = Judged::read()?;
    let share = judged.figures().mrr.mean();
    ensure!(
        at_least(share, MRR),
        "{}",
        judged.missed(|_, right, answered| reciprocal_rank(right, &answered.given).is_some_and(|rank| rank < 1.0))
    );
    Ok(())
}

#[test]
fn every_emergency_and_every_crisis_is_answered_as_one() -> Result<()> {
    let judged = Judged::read()?;
    let figures = judged.figures();
    ensure!(
        at_least(figures.emergency.mean(), 1.0) && at_least(figures.level_a.mean(), 1.0),
        "{}",
        judged.missed(|asked, _, answered| asked.crisis >= Some(Urgency::Crisis) && answered.urgency < asked.crisis)
    );
    Ok(())
}

#[test]
fn what_only_looks_like_a_crisis_is_seldom_taken_for_one() -> Result<()> {
    let judged = Judged::read()?;
    let share = judged.figures().pinned.mean();
    let is_missed = |asked: &Asked, _: &BTreeSet<String>, answered: &Answered| {
        asked.group == "alike" && answered.urgency >= Some(Urgency::Crisis)
    };
    ensure!(share.is_some_and(|share| share <= PINNED), "{}", judged.missed(is_missed));
    Ok(())
}

#[test]
fn what_may_be_a_crisis_always_shows_the_line() -> Result<()> {
    let judged = Judged::read()?;
    let share = judged.figures().level_b.mean();
    let is_missed =
        |asked: &Asked, _: &BTreeSet<String>, answered: &Answered| asked.crisis.is_some() && answered.urgency.is_none();
    ensure!(at_least(share, LEVEL_B), "{}", judged.missed(is_missed));
    Ok(())
}
