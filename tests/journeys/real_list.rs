//! The published directory itself, over the real entries: a parent looks for
//! help with sleep, sorts by name, and reads on.

use anyhow::{Context, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Role, Visit, visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let directory = site::directory(&visit::published()?)?;
    let found = site::found(&directory, "need=sleep");
    let visit = Visit::to_real(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.audit()?;
    page.checkbox("Sleep").click()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=sleep")?;
    let count = format!("{} to try, and {} to ask", found.to_try(), found.may.len());
    page.sees(count.trim_end_matches(", and 0 to ask"))?;
    let best = site::first(&directory, &found)?;
    let first = site::rows(&page)?.into_iter().next();
    ensure!(first == Some((best.id.to_string(), "fits".to_owned())), "{first:?} is first, not {}", best.id);
    page.audit()?;

    page.link("Remove Sleep").click()?;
    page.is_at("results.html")?;
    page.find(Role::ComboBox, "Sort by").choose("Name, A to Z")?;
    let before = site::rows(&page)?.len();
    page.button("Show * more").nth(0).click()?;
    page.until("more rows", || Ok((site::rows(&page)?.len() > before).then_some(())))?;
    // Whoever reads on by ear or by key stands at the first new row.
    let fits: Vec<_> = site::rows(&page)?.into_iter().filter(|(_, fit)| fit == "fits").collect();
    ensure!(fits.len() == 40, "{} rows fit", fits.len());
    let new = directory.listings().iter().find(|listing| listing.id.as_str() == fits[20].0);
    page.is_on(&new.context("the first new row is no listing")?.name)?;

    // With nothing chosen the way on is a link that the app takes over.
    page.open("results.html")?;
    let before = site::rows(&page)?.len();
    let more = page.link("Show 20 more").nth(0);
    ensure!(more.href()? == "results/2.html", "the way on leads to {}", more.href()?);
    more.click()?;
    page.until("more rows", || Ok((site::rows(&page)?.len() == before + 20).then_some(())))?;
    page.is_at("results.html")?;
    ensure!(page.link("Show * more").nth(0).href()? == "results/3.html");

    page.open(&format!("service/{}.html", best.id))?;
    page.heading(&best.name).see()?;
    page.sees("Not yet checked by the publisher")?;
    page.sees("Trial copy.")?;
    page.audit()?;
    nothing("the browser complains", &page.complaints()?)?;
    nothing("it left the site", &visit.server.left_the_site())
}
