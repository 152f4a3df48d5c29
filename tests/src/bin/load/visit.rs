//! Opening a page: what was seen when, and what a click felt meanwhile.

use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use serde_json::{Value, json};
use waymark_tests::Page;

use crate::Target;

/// The longest that a page may take, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything that is still to come after the page can be used: late shifts,
/// late tasks, a font.
const AFTER: Duration = Duration::from_millis(1500);

/// Opens the page and gives what the watcher noted.
pub(crate) fn seen(page: &Page<'_>, target: &Target) -> Result<Value> {
    open(page, target)?;
    until(page, target, || Ok(()))?;
    sleep(AFTER);
    noted(page)
}

/// As [`seen`], while somebody clicks on the heading as often as they can from
/// the moment when the page has loaded until the app has started.
pub(crate) fn clicked(page: &Page<'_>, target: &Target) -> Result<Value> {
    open(page, target)?;
    let place = place(page, "document.querySelector('h1')")?;
    until(page, target, || click(page, place))?;
    click(page, place)?;
    sleep(AFTER);
    noted(page)
}

/// Opens the page; the driver comes back when the page itself has loaded.
pub(crate) fn open(page: &Page<'_>, target: &Target) -> Result<()> {
    page.session().send("POST", "/url", Some(&json!({ "url": target.address })))?;
    Ok(())
}

/// Waits for what the page is opened for, and does something meanwhile.
pub(crate) fn until(page: &Page<'_>, target: &Target, meanwhile: impl Fn() -> Result<()>) -> Result<()> {
    let wanted = match target.until.as_str() {
        "load" => "document.readyState === 'complete' && __seen.largest !== null",
        "row" => "__seen.row !== null",
        "ready" => "__seen.ready !== null",
        other => bail!("nobody knows how to wait for {other}; it is load, row or ready"),
    };
    let end = Instant::now() + PATIENCE;
    while page.ask(&format!("return {wanted}"))? != json!(true) {
        if Instant::now() > end {
            bail!("it did not become {}: {}", target.until, page.ask("return __seen")?);
        }
        meanwhile()?;
        sleep(Duration::from_millis(5));
    }
    Ok(())
}

/// The middle of an element on the screen.
pub(crate) fn place(page: &Page<'_>, element: &str) -> Result<(f64, f64)> {
    let found = page.ask(&format!(
        "const box = {element}.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]"
    ))?;
    Ok((found[0].as_f64().unwrap_or_default(), found[1].as_f64().unwrap_or_default()))
}

/// Presses and lets go, as a mouse does.
pub(crate) fn click(page: &Page<'_>, (x, y): (f64, f64)) -> Result<()> {
    for kind in ["mousePressed", "mouseReleased"] {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        page.session().chromium("Input.dispatchMouseEvent", &event)?;
    }
    Ok(())
}

/// What the watcher noted, and what came over the line.
fn noted(page: &Page<'_>) -> Result<Value> {
    page.ask(
        "const files = performance.getEntriesByType('resource').map((one) => ({
             name: one.name.split('/').pop().split('?')[0], asked: Math.round(one.startTime),
             came: Math.round(one.responseEnd), bytes: one.encodedBodySize }));
         const [own] = performance.getEntriesByType('navigation');
         files.unshift({ name: 'the page', asked: 0, came: Math.round(own.responseEnd), bytes: own.encodedBodySize });
         return { ...__seen, files }",
    )
}
