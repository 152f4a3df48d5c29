//! Words that are left over live in memory. Back and links inside the app bring
//! them back, for each page of the way; whoever reads the page again or gets a
//! link is told that they are not there.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

use crate::own_words::ask;
use crate::site;

const LOST: &str = "Your filters were kept. Your words were not kept: they stay only on the page where you typed them.";

fn stands_in_field(page: &Page<'_>, words: &str) -> Result<()> {
    page.until(&format!("\"{words}\" in the field"), || {
        Ok((page.css("#words").with("return thing.value")? == words).then_some(()))
    })
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    ask(&page, "nightmares and moon workshops")?;
    page.is_at("results.html#need=sleep&words=not-kept")?;
    page.sees("“moon workshops”")?;
    let rows = site::rows(&page)?;
    ask(&page, "shy, with a kestrel")?;
    page.is_at("results.html#need=self-esteem&words=not-kept")?;
    page.sees("“kestrel”")?;

    // A listing, and by its own way back to where one was.
    page.css("main [data-id] a").nth(0).click()?;
    page.link("Back to * result*").click()?;
    page.is_at("results.html#need=self-esteem&words=not-kept")?;
    page.sees("(you typed “shy, with a kestrel”)")?;
    stands_in_field(&page, "shy, with a kestrel")?;

    // Back, page by page, each with its own words.
    page.back()?;
    page.is_at("service/*.html")?;
    page.back()?;
    page.is_at("results.html#need=self-esteem&words=not-kept")?;
    page.sees("“kestrel”")?;
    page.back()?;
    page.is_at("results.html#need=sleep&words=not-kept")?;
    page.sees("(you typed “nightmares and moon workshops”)")?;
    stands_in_field(&page, "nightmares and moon workshops")?;
    page.sees_no("Your words were not kept")?;
    ensure!(site::rows(&page)? == rows, "the list is as it was");
    page.back()?;
    page.heading("Find support for your child’s mental health").see()?;
    stands_in_field(&page, "nightmares and moon workshops")?;
    page.session().send("POST", "/forward", Some(&serde_json::json!({})))?;
    page.sees("“moon workshops”")?;

    // To start again is to start again.
    page.link("Start again").click()?;
    page.is_at("index.html")?;
    stands_in_field(&page, "")?;
    page.back()?;
    page.sees("“moon workshops”")?;

    page.reload()?;
    page.is_at("results.html#need=sleep&words=not-kept")?;
    page.sees(LOST)?;
    page.link("Remove Sleep").see()?;
    page.sees_no("moon workshops")?;
    stands_in_field(&page, "")?;
    page.audit()?;

    // A link that was copied, on another phone.
    let other = visit.open(&Manner::PHONE, "results.html#age=9&need=sleep&words=not-kept")?;
    other.sees(LOST)?;
    other.sees_no("Part of this link no longer works")?;
    ask(&other, "shy")?;
    other.sees_no("Your words were not kept")?;
    other.is_at("results.html#age=9&need=self-esteem,sleep")?;

    // Filters alone are all there is: nothing is missed, and nothing is said.
    other.open("results.html#need=sleep")?;
    other.sees_no("Your words were not kept")?;
    other.open("results.html#words=not-kept")?;
    other.sees("Your words were not kept: they stay only on the page where you typed them.")?;
    other.sees_no("Your filters were kept")
}
