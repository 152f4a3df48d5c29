//! Somebody who leads PSHE in a primary school: a curriculum framework, how old
//! is it, what can be downloaded? Then the real list, beyond its first rows.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Role, Visit};

use crate::site;

fn ids(page: &Page<'_>) -> anyhow::Result<Vec<String>> {
    Ok(site::rows(page)?.into_iter().map(|(id, _)| id).collect())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::DESKTOP, "staff/resources.html")?;
    page.is_on("Resources for schools").or_else(|_| page.heading("Resources for schools").see().map(|_| ()))?;
    page.sees("Tell your DSL or deputy now.")?;

    // With the keyboard alone: primary, then curriculum frameworks.
    page.tab_to("Filters", 30)?;
    page.press(Key::Enter)?;
    page.tab_to("Primary", 6)?;
    page.press(Key::Space)?;
    page.is_at("staff/resources.html#phase=primary")?;
    page.is_on("Primary")?;
    page.tab_to("Curriculum framework", 20)?;
    page.press(Key::Space)?;
    page.is_at("staff/resources.html#phase=primary&sort=curriculum")?;
    page.sees("2 fit, and ")?;
    page.sees("1 is past its limit: check before you use it.")?;
    let fits = page.find(Role::Table, "Fits what you chose*");
    fits.find(Role::ColumnHeader, "Version and date").see()?;
    // What is past its limit comes last.
    ensure!(ids(&page)?.iter().take(2).eq(["shelf-framework", "shelf-framework-old"]), "{:?}", ids(&page)?);
    let fresh = site::row(&page, "shelf-framework");
    fresh.says("Version 6")?;
    fresh.says("From September 2026")?;
    fresh.says("Check before you use it after 1 September 2027")?;
    ensure!(
        fresh.link("PDF, 48 pages, 2.4 MB of Made-up Feelings Framework").href()?
            == "https://example.org/framework.pdf"
    );
    let old = site::row(&page, "shelf-framework-old");
    old.says("Check before you use it")?;
    old.says("From 2021")?;
    old.says("PDF, size not known")?;
    // No price is no "free", and no phase is no "all phases".
    old.says("Not known: ask")?;
    let may = page.find(Role::Table, "May fit: ask*");
    may.says("We do not know which phases it is for. We do not know what sort of thing it is.")?;
    page.audit()?;

    site::row(&page, "shelf-framework-old").link("Made-up First Framework").click()?;
    page.is_at("staff/service/shelf-framework-old.html")?;
    page.heading("Check before you use it").see()?;
    page.region("Version and files").says("Version 3")?;
    page.audit()?;
    page.back()?;
    page.is_at("staff/resources.html#phase=primary&sort=curriculum")?;

    // A policy on self-harm: help for a pupil now stands above it.
    page.open("about.html")?;
    page.open("staff/resources.html#need=self-harm&sort=policy")?;
    page.heading("Get help now").see()?;
    // On the last day of its limit it may still be relied on.
    site::row(&page, "shelf-policy").says("Check before you use it after 21 November 2026")?;
    page.open("about.html")?;
    page.open("staff/resources.html#need=anxiety")?;
    page.find(Role::Table, "For any need*").says("Made-up Whole Week of Lessons")?;
    page.audit()?;

    let narrow = visit.open(&Manner::NARROW, "staff/resources.html")?;
    nothing("wider than the screen", &narrow.sideways()?)?;
    narrow.audit()?;

    // The real list is longer than its first rows; how many stand open is in the address.
    let real = Visit::to_real(engine)?;
    let page = real.open(&Manner::DESKTOP, "staff/resources.html")?;
    ensure!(ids(&page)?.len() == 20, "{} rows", ids(&page)?.len());
    page.link("Show * more").click()?;
    page.is_at("staff/resources.html#rows=40")?;
    page.until("more rows", || Ok((ids(&page)?.len() > 30).then_some(())))?;
    page.audit()?;
    nothing("the browser complains", &page.complaints()?)
}
