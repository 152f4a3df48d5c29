//! A father does not know what it is called. He types what he sees at home, and
//! what he types stays on his phone.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    let words = page.find(Role::SearchBox, "Or say it in your own words");
    words.write("she won’t go to school")?;
    page.sees("We read this as: Struggling to go to school")?;
    page.audit()?;
    page.link("Show *").click()?;
    page.is_at("results.html")?;
    page.sees("she won’t go to school")?;
    page.link("Made-up Meadow Counselling").see()?;
    let all = site::rows(&page)?.len();
    page.audit()?;

    page.button("Remove your words*").click()?;
    page.sees_no("she won’t go to school")?;
    page.until("more rows without the words", || Ok((site::rows(&page)?.len() > all).then_some(())))?;

    // Emergencies come before everything, however they are said.
    page.open("")?;
    page.find(Role::SearchBox, "Or say it in your own words").write("cutting")?;
    page.region("Get help now").link("Call 999").see()?;
    ensure!(!visit.server.requests().iter().any(|one| one.target.contains("cutting")));
    Ok(())
}
