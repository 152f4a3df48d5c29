//! Without the app every school is a few plain links away, by letter, with who
//! covers it; school staff find there who answers for it, and families do not.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Instead, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    visit.server.answer(".wasm", Instead::Status(403));
    let page = visit.browser(&Manner::PHONE)?;
    page.open_plain("schools.html")?;
    page.sees("1 to 30 of 1041")?;
    page.css("[href$='#letter-s']").click()?;
    page.until("a page of schools", || Ok(page.place()?.starts_with("schools/").then_some(())))?;
    page.css("#letter-s").see()?;
    page.link("Page 32").click()?;
    page.is_at("schools/32.html")?;
    page.sees("St Mary’s Made-up Primary School")?;
    page.link("Made-up Tie School Team").nth(0).see()?;
    page.sees_no("@stmarys")?;
    let rows = page.ask("return document.querySelectorAll('[data-school]').length")?;
    ensure!(rows.as_u64().is_some_and(|rows| (1..=30).contains(&rows)), "{rows} schools");
    nothing("it scrolls sideways", &page.sideways()?)?;
    page.audit()?;
    page.open_plain("staff/contacts.html")?;
    page.css("[href$='#letter-s']").click()?;
    page.link("Page 32").click()?;
    page.sees("senco@stmarys.example.org")?;
    page.sees("Tell your DSL or deputy now.")?;
    page.audit()
}
