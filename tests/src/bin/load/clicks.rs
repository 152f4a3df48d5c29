//! Choosing, once a page can be used: from a click to the second frame.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use waymark_tests::Page;

use crate::visit::{click, open, place, until};
use crate::{SLOWER, Target};

/// How many choices are made, and unmade.
const CHOICES: usize = 15;

/// The boxes that can be ticked where they are, each by its label.
const BOXES: &str = "[...document.querySelectorAll('main input[type=checkbox]')]
    .filter((box) => box.labels[0] && box.labels[0].checkVisibility())";

/// Ticks boxes and clears them again; gives how long each click took.
pub(crate) fn taken(page: &Page<'_>, target: &Target) -> Result<Value> {
    // Only the processor matters here: nothing is loaded any more.
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    open(page, target)?;
    until(page, target, || Ok(()))?;
    // On a phone the choices may lie behind a button.
    page.ask("const open = document.querySelector('main button[aria-expanded=false]'); if (open) open.click()")?;
    sleep(Duration::from_millis(500));
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    let boxes = page.ask(&format!("return {BOXES}.length"))?.as_u64().unwrap_or_default();
    let boxes = usize::try_from(boxes)?;
    ensure!(boxes > CHOICES, "only {boxes} boxes to tick");
    // Some of every group, in the order of the page.
    for at in (0..CHOICES).map(|number| number * boxes / CHOICES) {
        for _ in ["ticked", "cleared"] {
            let label = format!("{BOXES}[{at}].labels[0]");
            page.ask(&format!("{label}.scrollIntoView({{ block: 'center' }})"))?;
            sleep(Duration::from_millis(250));
            let before = page.ask("return __seen.choices.length")?;
            click(page, place(page, &label)?)?;
            for _ in 0..200 {
                if page.ask("return __seen.choices.length")? != before {
                    break;
                }
                sleep(Duration::from_millis(20));
            }
        }
    }
    let choices = page.ask("return __seen.choices")?;
    let made = choices.as_array().map_or(0, Vec::len);
    ensure!(made == CHOICES * 2, "{made} of {} clicks were heard", CHOICES * 2);
    Ok(json!({ "choices": choices }))
}
