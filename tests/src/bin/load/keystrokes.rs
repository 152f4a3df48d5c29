//! Typing, once a page can be used: how long it works on each key.

use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use waymark_tests::Page;

use crate::visit::{click, open, place, until};
use crate::{SLOWER, Target};

/// What is typed: a sentence with a mistake, a saying, a worry in plain words,
/// the beginning of a name.
const TYPED: [&str; 4] =
    ["wont go to scool she is 10", "my daughter is cuting herself", "someone to talk to about exams", "young mi"];

/// The pause of somebody who types fast.
const PAUSE: Duration = Duration::from_millis(90);

/// Types into the field for own words, key by key.
pub(crate) fn typed(page: &Page<'_>, target: &Target) -> Result<Value> {
    // Only the processor matters here: nothing is loaded any more.
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    open(page, target)?;
    until(page, target, || Ok(()))?;
    page.ask(include_str!("keys.js"))?;
    page.session().chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }))?;
    click(page, place(page, "document.querySelector('#words')")?)?;
    // From the touch to the first key; the page makes ready what it needs.
    sleep(Duration::from_secs(2));
    for words in TYPED {
        page.ask(
            "const field = document.querySelector('#words');
             field.value = '';
             field.dispatchEvent(new Event('input', { bubbles: true }))",
        )?;
        sleep(PAUSE);
        for letter in words.chars() {
            page.session().chromium("Input.insertText", &json!({ "text": letter.to_string() }))?;
            sleep(PAUSE);
        }
    }
    sleep(Duration::from_secs(1));
    let keys = page.ask("return __keys")?;
    let struck = TYPED.iter().map(|words| words.chars().count()).sum::<usize>();
    let heard = keys.as_array().map_or(0, Vec::len);
    ensure!(heard >= struck, "{heard} of {struck} keys were heard");
    Ok(json!({ "keys": keys }))
}
