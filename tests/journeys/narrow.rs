//! An old phone, 320 pixels wide, or a desk screen at 400%: nothing is cut off,
//! nothing has to be scrolled sideways, everything can be hit with a thumb.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Instead, Manner, Outcome, Visit};

use crate::site;

/// What can be pressed, stands outside a sentence, and is smaller than a thumb.
const SMALL: &str = "
const shown = (one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height > 1
    && getComputedStyle(one).visibility !== 'hidden' };
const both = (one, two) => { const [a, b] = [one.getBoundingClientRect(), two.getBoundingClientRect()];
    return [Math.max(a.right, b.right) - Math.min(a.left, b.left), Math.max(a.bottom, b.bottom) - Math.min(a.top, b.top)] };
return [...document.querySelectorAll('a[href], button, input, select, summary')].filter(shown)
    .filter((one) => getComputedStyle(one).display !== 'inline' && !one.classList.contains('skip'))
    .map((one) => [one, both(one, one.labels && one.labels[0] && one.type !== 'search' ? one.labels[0] : one)])
    .filter(([, [width, height]]) => width < 43.5 || height < 43.5)
    .map(([one, size]) => (one.innerText || one.id) + ': ' + size.map(Math.round).join(' by '))";

/// Pages beside one of each kind whose words stand close together.
const CLOSE: [&str; 3] = ["booklet.html", "leaflet/sleep.html", "service/lesson-first-talk.html"];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::NARROW)?;
    for kind in site::KINDS {
        page.open_plain("404.html")?;
        page.open(kind)?;
        nothing(&format!("{kind} is wider than the screen"), &page.sideways()?)?;
        let small = page.ask(SMALL)?;
        let small: Vec<String> = small.as_array().into_iter().flatten().map(ToString::to_string).collect();
        nothing(&format!("{kind} has what no thumb can hit"), &small)?;
        page.audit()?;
    }

    wide_letters(engine)?;

    // The panel is closed; open, it shows its effect without a scroll.
    page.open("results.html#need=anxiety")?;
    page.checkbox("Southwark").is_gone()?;
    page.button("Filters (1)").click()?;
    page.checkbox("Southwark").see()?;
    let show = page.button("Show * results");
    let before = show.see()?.name;
    page.checkbox("Southwark").click()?;
    page.until("another number", || Ok((show.see()?.name != before).then_some(())))?;
    let inside = "const box = thing.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight + 1";
    ensure!(show.with(inside)? == true, "the button with the number stays on the screen");
    nothing("the open panel is wider than the screen", &page.sideways()?)?;
    page.audit()?;
    show.click()?;
    page.checkbox("Southwark").is_gone()?;
    page.is_on("Places to try")
}

/// Where the site's own letters come too late a page is set in the system's, and
/// those of some systems are much wider.
fn wide_letters(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    visit.server.answer(".woff2", Instead::Status(404));
    let page = visit.browser(&Manner::NARROW)?;
    for kind in site::KINDS.iter().chain(&CLOSE) {
        page.open_plain("404.html")?;
        page.open(kind)?;
        nothing(&format!("{kind}, in wide letters, is wider than the screen"), &page.sideways()?)?;
    }
    Ok(())
}
