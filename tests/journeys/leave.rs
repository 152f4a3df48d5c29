//! Somebody comes into the room. One press, or Shift three times, and another
//! site is there; going back does not bring this page up again.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Instead, Key, Manner, Outcome, Page, Visit};

/// The page that must not come back.
const WATCHED: &str = "service/kestrel-self-harm-chat.html";

/// The site to leave to, put where no network is needed.
fn nearer(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&page).into_owned();
    text.replace("https://example.org/weather", "/elsewhere.html").into_bytes()
}

/// Away, and Back does not bring up the page that was left. Pages opened before
/// it stay in the history: `leaving.html` says so.
fn is_elsewhere(page: &Page<'_>) -> Result<()> {
    page.is_at("elsewhere.html")?;
    page.sees("Rain later")?;
    page.back()?;
    let end = std::time::Instant::now() + std::time::Duration::from_millis(700);
    while std::time::Instant::now() < end {
        let (address, heading) = (page.address()?, page.css("h1").all()?.into_iter().next());
        let heading = heading.map(|seen| seen.text).unwrap_or_default();
        ensure!(!address.contains(WATCHED) && !heading.contains("Kestrel"), "Back has brought up {address}");
    }
    Ok(())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let serve = || {
        visit.server.heal();
        visit.server.answer(".html", Instead::Changed(nearer));
        visit
            .server
            .answer("elsewhere.html", Instead::Body(b"<!doctype html><title>Weather</title>Rain later".to_vec()));
    };
    serve();
    let page = visit.open(&Manner::PHONE, WATCHED)?;
    page.audit()?;
    page.link("Leave this site").click()?;
    is_elsewhere(&page)?;
    drop(page);

    // Shift on its way to a capital letter, or held for going back, is no sign.
    let page = visit.open(&Manner::PHONE, WATCHED)?;
    for _ in 0..4 {
        page.press_with_shift(Key::Tab)?;
    }
    page.is_at(WATCHED)?;
    for _ in 0..3 {
        page.press(Key::Shift)?;
    }
    is_elsewhere(&page)?;
    drop(page);

    // From the results, with something chosen, after a page that the app opened;
    // and with a list that is lost, about which nobody is asked now.
    let page = visit.open(&Manner::PHONE, "results.html#need=self-harm")?;
    page.link("Made-up Kestrel Chat").click()?;
    page.is_on("Made-up Kestrel Chat")?;
    page.button("Save: Made-up Kestrel Chat").click()?;
    page.button("Saved: Made-up Kestrel Chat").see()?;
    page.link("Leave this site").click()?;
    is_elsewhere(&page)?;
    drop(page);

    // The app blocked; then every script.
    visit.server.answer(".wasm", Instead::Status(404));
    let page = visit.browser(&Manner::PHONE)?;
    page.open_plain(WATCHED)?;
    page.link("Leave this site").click()?;
    is_elsewhere(&page)?;
    drop(page);
    visit.server.answer(".js", Instead::Status(404));
    let page = visit.browser(&Manner::PHONE)?;
    page.open_plain(WATCHED)?;
    page.link("Leave this site").click()?;
    page.sees("Rain later")?;

    page.open_plain("leaving.html")?;
    page.sees("What it cannot hide")?;
    page.sees("stay in the history of your browser")?;
    page.audit()
}
