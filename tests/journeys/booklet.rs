//! Somebody in a library takes the booklet for a neighbour without the internet:
//! finds it, looks a worry up in it, and opens the file to print.

use anyhow::{Context, ensure};
use waymark_tests::{Engine, Manner, Outcome, Paper, Size, Visit};

/// Fetches what a link leads to, as the browser does: its type, and its bytes in
/// base64.
const FETCH: &str = "const request = new XMLHttpRequest(); request.open('GET', thing.href, false); \
    request.overrideMimeType('text/plain; charset=x-user-defined'); request.send(); \
    return [request.status, request.getResponseHeader('content-type'), \
    btoa([...request.responseText].map((one) => String.fromCharCode(one.charCodeAt(0) & 255)).join(''))]";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "about.html")?;
    page.link("a booklet").click()?;
    page.is_at("booklet.html")?;
    page.heading("The booklet").see()?;
    page.region("Get help now").see()?;
    page.region("On paper").says("PDF, ")?;
    page.audit()?;

    // By worry, then to the entry in full, with the number and what is not known.
    page.link("Find by worry").click()?;
    page.is_at("booklet.html#by-worry")?;
    let worry = page.css("summary");
    let sleep = worry.all()?.iter().position(|one| one.text == "Sleep").context("Sleep is in the index")?;
    page.css("summary").nth(sleep).click()?;
    page.css("details[open]").link("Made-up Moon Sleep Workshops").click()?;
    page.is_at("booklet.html#entry-moon-sleep-workshops")?;
    page.heading("Made-up Moon Sleep Workshops").see()?;
    page.sees("Not known, ask")?;
    page.sees("If things get worse while you wait, do not wait for the appointment.")?;
    page.sees_no("Made-up Elm Classroom Workshops")?;
    let wide = page.sideways()?;
    ensure!(wide.is_empty(), "{wide:?} need sideways scrolling");

    // The booklet of an area holds what serves it, and not the other borough's.
    page.link("Havering").nth(0).click()?;
    page.is_at("booklet/havering.html")?;
    page.heading("The booklet for Havering").see()?;
    page.audit()?;
    let pdf = page.link("Open the booklet to print*");
    ensure!(pdf.attribute("type")?.as_deref() == Some("application/pdf"), "the link says what it leads to");
    let answer = pdf.with(FETCH)?;
    ensure!(answer[0] == 200, "the booklet is not there: {}", answer[0]);
    let kind = answer[1].as_str().unwrap_or_default();
    ensure!(kind == "application/pdf", "the booklet is sent as {kind}");
    let bytes = answer[2].as_str().context("the booklet has bytes")?;
    let paper = Paper::read(base64::Engine::decode(&base64::engine::general_purpose::STANDARD, bytes)?)?;
    ensure!(paper.is_on(Size::A4)?, "it is on {:?}", paper.sizes()?);
    let first = paper.sheets.first().context("it has pages")?;
    ensure!(first.contains("Call999") && first.contains("Editionof21November2026"), "its cover says {first}");
    page.back()?;
    page.is_at("booklet.html#entry-moon-sleep-workshops")?;
    Ok(())
}
