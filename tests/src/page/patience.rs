//! Waiting, and saying what was there instead when it was in vain.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, anyhow};
use base64::Engine as _;

use super::Page;
use crate::tools;
use crate::wire::Refusal;

/// How long is waited for something before it counts as broken. Longer than any
/// person would: a machine that does much else is slow and not wrong, and how
/// quick a page is is no matter of a test.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the page loaded, each with the milliseconds from when it was asked for to
/// when its last byte was there: 0 is what never ended.
const CAME: &str = "
const name = (one) => one.name.split('/').pop().split('?')[0];
return performance.getEntriesByType('resource').slice(-12)
    .map((one) => [name(one), Math.round(one.startTime) + '-' + Math.round(one.responseEnd)].join(' ')).join(', ')";

static PICTURES: AtomicU32 = AtomicU32::new(0);

impl Page<'_> {
    /// Asks again and again until there is an answer, and fails with `what`
    /// was waited for.
    ///
    /// # Errors
    /// When there is none within the time that a person waits.
    pub fn until<T>(&self, what: &str, ask: impl Fn() -> Result<Option<T>>) -> Result<T> {
        let end = Instant::now() + PATIENCE;
        loop {
            let trouble = match ask() {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                // The page may be changing under our hands: look again.
                Err(error) if error.is::<Refusal>() => Some(error),
                Err(error) => return Err(error),
            };
            if Instant::now() > end {
                let why = trouble.map_or_else(String::new, |error| format!(" ({error})"));
                return Err(self.failure(&format!("waited in vain for {what}{why}")));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// A failure that shows what could be read instead, and keeps a picture.
    #[must_use]
    pub fn failure(&self, message: &str) -> Error {
        let address = self.address().unwrap_or_default();
        let text = self.ask("return (document.querySelector('main') || document.body).innerText").unwrap_or_default();
        let text: String = super::words::folded(text.as_str().unwrap_or_default()).chars().take(700).collect();
        let picture = self.picture().unwrap_or_else(|error| format!("none ({error})"));
        let step = step();
        let heard = self.complaints().unwrap_or_default().join("\n          ");
        // How far the app has come, and what was asked of the server last.
        let app = self.ask("return document.documentElement.cloneNode().outerHTML").unwrap_or_default();
        let asked = self.server.requests();
        let asked: Vec<_> = asked.iter().rev().take(12).map(|one| format!("{} {}", one.status, one.target)).collect();
        let asked = asked.join(", ");
        let came = self.ask(CAME).unwrap_or_default();
        let mouse = self.ask(super::click::HEARD).unwrap_or_default();
        anyhow!(
            "{message}\n  step    {step}\n  at      {address}\n  app     {app}\n  asked   {asked}\n  came    {came}\n  hears   {heard}\n  \
             mouse   {mouse}\n  reads   {text}\n  picture {picture}"
        )
    }

    fn picture(&self) -> Result<String> {
        let value = self.session.send("GET", "/screenshot", None)?;
        let text = value.as_str().context("an empty picture")?;
        let bytes = base64::engine::general_purpose::STANDARD.decode(text)?;
        let folder = tools::root().join("target/journeys");
        std::fs::create_dir_all(&folder)?;
        let count = PICTURES.fetch_add(1, Ordering::Relaxed);
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("page").replace([':', '/'], "-");
        let path = folder.join(format!("{name}-{}-{count}.png", self.session.engine));
        std::fs::write(&path, bytes)?;
        Ok(path.display().to_string())
    }
}

/// The line of the journey that is being walked.
fn step() -> String {
    let trace = std::backtrace::Backtrace::force_capture().to_string();
    let lines = trace.lines().filter_map(|line| line.trim().strip_prefix("at "));
    let mut ours = lines.filter(|line| line.contains("journeys/") || line.contains("self/"));
    ours.next().unwrap_or("not known").to_owned()
}
