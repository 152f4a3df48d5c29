//! A mother sends her list by link. The father opens it on another phone, months
//! later: one place has another name now, one has ended, one this directory does
//! not know. He keeps what he wants, and his own list stays his own.

use anyhow::{Context, Result, ensure};
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let link = sends(&visit)?;
    let codes = link.split_once("list.html#list=").context("no list in the link")?.1.to_owned();
    let is_plain = codes.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b',');
    ensure!(is_plain && codes.len() == 2 * 6 + 1, "{codes}");
    // An id of before, one that has ended, one that is held back, and nonsense.
    let old = "old-bridge-service,old-mill-helpline,hidden-heath-service,<b>x</b>";
    let page = visit.open(&Manner::PHONE, &format!("list.html#list={codes},{old}"))?;
    reads(&page)?;
    keeps(&page, &codes)?;
    for request in visit.server.requests() {
        ensure!(!request.target.contains("list="), "the list was sent: {request:?}");
        ensure!(!request.target.contains(codes.split(',').next().unwrap_or("?")), "a code was sent: {request:?}");
    }
    nothing("kept on the device", &page.kept()?)?;
    nothing("it left the site", &visit.server.left_the_site())
}

/// Saves two places, and gives the link that each way of sending holds.
fn sends(visit: &Visit) -> Result<String> {
    let page = visit.open(&Manner::PHONE, "results.html")?;
    page.button("Save: Made-up Meadow Counselling").click()?;
    page.button("Save: Made-up Beacon Parents Helpline").click()?;
    // No browser here has a sheet of its own to share with; a phone has.
    page.ask("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }; return 0")?;
    page.link("My list *").click()?;
    page.heading("Send this list").see()?;
    page.sees("Whoever opens the link sees this list.")?;
    let link = page.css("#list-link").with("return thing.value")?.as_str().context("no link")?.to_owned();
    let written = page.ask("return encodeURIComponent(document.getElementById('list-link').value)")?;
    let written = written.as_str().context("no link")?.replace('-', "%2D").replace('.', "%2E");
    for (name, start) in [
        ("WhatsApp", "https://wa.me/?text="),
        ("Text message", "sms:?&body="),
        ("E-mail", "mailto:?subject=Places%20that%20may%20help"),
    ] {
        let href = page.link(name).attribute("href")?.context("no way to send")?;
        ensure!(href.starts_with(start) && href.ends_with(&written), "{name}: {href}");
        ensure!(!href.to_lowercase().contains("meadow"), "{name} names a place: {href}");
    }
    page.button("Share with an app").click()?;
    let shared = page
        .until("what is shared", || Ok(Some(page.ask("return window.shared || null")?).filter(|it| !it.is_null())))?;
    ensure!(shared["url"] == link.as_str() && shared["text"] == "Some places that may help, from Waymark:", "{shared}");
    page.button("Copy the link").click()?;
    page.sees("Copied.")?;
    page.css(".list__code svg[role=img]").see()?;
    page.audit()?;
    Ok(link)
}

/// What is here, what became of the rest.
fn reads(page: &Page<'_>) -> Outcome {
    page.heading("A list somebody sent you").see()?;
    page.sees("Your own list is empty.")?;
    page.sees("2 of the 6 places in this link are not in this directory.")?;
    page.sees("hidden-heath-service")?;
    page.heading("Made-up Meadow Counselling").see()?;
    page.heading("Made-up New Bridge Service").see()?;
    page.sees("This place has a new name. It was called Made-up Old Bridge Service before.")?;
    page.heading("Made-up Old Mill Helpline has ended").see()?;
    page.sees("Now: Made-up Beacon Parents Helpline")?;
    ensure!(page.ask("return document.querySelectorAll('#list b b, #list script').length")? == 0);
    page.button("Remove*").is_gone()?;
    page.audit()
}

/// What he keeps comes after what he has; the link is in the address no longer.
fn keeps(page: &Page<'_>, codes: &str) -> Outcome {
    page.button("Keep these in my list").click()?;
    page.is_at("list.html")?;
    page.is_on("What you saved")?;
    page.sees("4 more in your list.")?;
    page.button("Save that one").is_gone()?;
    page.button("Remove: Made-up Old Mill Helpline").click()?;
    page.back()?;
    page.heading("A list somebody sent you").see()?;
    page.sees("Your own list has 3 places. It stays as it is.")?;
    page.link("Show my own list").click()?;
    page.is_at("list.html")?;
    page.heading("Made-up New Bridge Service").see()?;
    // Another link in the same window, and one that holds nothing of a list.
    let first = codes.split(',').next().unwrap_or_default();
    page.ask(&format!("location.hash = 'list={first}'"))?;
    page.sees("Your own list has 3 places.")?;
    page.heading("Made-up New Bridge Service").is_gone()?;
    page.ask("location.hash = 'age=10&list='")?;
    page.sees("Part of this link no longer works")?;
    page.heading("What you saved").see()?;
    Ok(())
}
