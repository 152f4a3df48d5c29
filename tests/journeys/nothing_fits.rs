//! Nothing fits all that a parent chose, or nothing that she typed is known. She
//! is never told that there is no help: she sees what to take away and how many
//! that gives, what comes nearest, and where to turn today.

use anyhow::{Context, Result, ensure};
use waymark_tests::{Engine, Manner, Outcome, Page, Role, Visit};

use crate::own_words::ask;
use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page =
        visit.open(&Manner::PHONE, "results.html#age=early-years&need=ocd&area=southwark&cost=paid&kind=digital")?;
    page.heading("Nothing here fits all of that yet").see()?;
    page.sees("That does not mean there is no help.")?;
    page.sees("Ask your GP or your child’s school.")?;
    page.link("Made-up Beacon Parents Helpline").see()?;
    ensure!(page.link("call 111").nth(0).href()? == "tel:111");
    page.find(Role::Status, "*").see()?;
    page.audit()?;

    page.link("Clear all").nth(0).click()?;
    page.is_at("results.html")?;
    page.heading("Nothing here fits all of that yet").is_gone()?;
    ensure!(!site::rows(&page)?.is_empty(), "everything is back");

    nearest(&page)?;
    words(&page)?;
    unknown(&page)
}

/// The number that a way out promises.
fn promised(page: &Page<'_>, way: &str) -> Result<usize> {
    let words = page.link(way).see()?.name;
    let number = words.rsplit(": ").next().and_then(|rest| rest.split(' ').next()).and_then(|word| word.parse().ok());
    number.with_context(|| format!("no number in \"{words}\""))
}

fn to_try(page: &Page<'_>) -> Result<usize> {
    let fits = |(_, fit): &(String, String)| fit == "fits" || fit == "any";
    Ok(site::rows(page)?.iter().filter(|row| fits(row)).count())
}

fn nearest(page: &Page<'_>) -> Outcome {
    page.open("results.html#age=young-adult&need=babies-toddlers&format=home&cost=free")?;
    ensure!(site::rows(page)?.is_empty(), "nothing fits");
    page.heading("The nearest that we know").see()?;
    let near = page.css(".empty__near .card").all()?;
    ensure!((1..=3).contains(&near.len()), "{} come near", near.len());
    ensure!(near.iter().all(|one| one.text.contains("Does not fit: “")), "each says which filter it misses");
    page.audit()?;
    let count = promised(page, "Take away *")?;
    page.link("Take away *").click()?;
    page.until("what was promised", || Ok((to_try(page)? == count).then_some(())))?;
    page.audit()
}

/// Words in which nothing is found under these filters can be taken away.
fn words(page: &Page<'_>) -> Outcome {
    page.open("results.html#area=southwark&kind=digital")?;
    let all = to_try(page)?;
    ensure!(all > 0, "there is something without the words");
    ask(page, "lantern")?;
    page.is_at("results.html#area=southwark&kind=digital&words=not-kept")?;
    page.heading("Nothing here fits all of that yet").see()?;
    page.button(&format!("Take away your words: {all} to try")).click()?;
    page.is_at("results.html#area=southwark&kind=digital")?;
    page.until("all of it again", || Ok((to_try(page)? == all).then_some(())))
}

/// Nothing of it is known: she is asked for what helps, and can choose a worry.
fn unknown(page: &Page<'_>) -> Outcome {
    for typed in ["qqzzx flurb", "???"] {
        page.open("")?;
        ask(page, typed)?;
        page.heading("Sorry, we do not know those words yet").see()?;
        page.sees("It helps to say the worry, the age and the place. For example: can’t sleep, age 9, Havering.")?;
        page.sees("That does not mean there is no help.")?;
        ensure!(page.css(".empty .ways a").all()?.len() == 28, "every worry can be chosen");
        page.audit()?;
    }
    page.css(".empty").link("Sleep").click()?;
    page.is_at("results.html#need=sleep")?;
    page.heading("Sorry, we do not know those words yet").is_gone()?;
    ensure!(!site::rows(page)?.is_empty(), "the worry is listed");
    Ok(())
}
