//! A page as the person in front of it has it.
//!
//! Nothing here looks once and gives up: a page changes, so every question is
//! asked again until it has its answer or its time is over. A failure then
//! says what was looked for and what could be read instead, and keeps a
//! picture under `target/journeys`.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::engine::Session;
use crate::server::Server;

mod click;
mod keys;
mod paper;
mod patience;
mod role;
mod taken;
mod thing;
mod touch;
mod words;

pub use keys::Key;
pub use role::Role;
pub use taken::Taken;
pub use thing::{Seen, Thing};
use words::{folded, matches};

/// An open browser window.
pub struct Page<'a> {
    session: Session,
    server: &'a Server,
}

/// Where the keyboard is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The element's name in HTML, such as `h1`; `body` when nothing has it.
    pub tag: String,
    /// Its id, or nothing.
    pub id: String,
    /// What it says: its accessible name, or its text.
    pub words: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(session: Session, server: &'a Server) -> Self {
        Self { session, server }
    }

    /// The browser behind the page, for what only a harness would ask.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Opens a page of the built folder and waits until the app has started.
    ///
    /// # Errors
    /// When it does not load, or the app does not say that it is ready.
    pub fn open(&self, page: &str) -> Result<()> {
        self.open_plain(page)?;
        self.is_ready()
    }

    /// Opens a page and does not wait for the app, which may never come.
    ///
    /// # Errors
    /// When it does not load.
    pub fn open_plain(&self, page: &str) -> Result<()> {
        let address = self.server.address(page);
        self.session.send("POST", "/url", Some(&json!({ "url": address })))?;
        Ok(())
    }

    /// Waits until filters work.
    ///
    /// # Errors
    /// When they do not within the time that a person waits.
    pub fn is_ready(&self) -> Result<()> {
        self.until("the app to be ready (html[data-ready])", || {
            let ready = self.ask("return document.documentElement.hasAttribute('data-ready')")?;
            Ok((ready == json!(true)).then_some(()))
        })
    }

    /// Goes Back, as the browser's button does.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn back(&self) -> Result<()> {
        self.session.send("POST", "/back", Some(&json!({})))?;
        Ok(())
    }

    /// Loads the page again and waits until the app has started.
    ///
    /// # Errors
    /// When it does not come back.
    pub fn reload(&self) -> Result<()> {
        self.session.send("POST", "/refresh", Some(&json!({})))?;
        self.is_ready()
    }

    /// The whole address in the address bar.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub fn address(&self) -> Result<String> {
        let value = self.session.send("GET", "/url", None)?;
        Ok(value.as_str().context("no address")?.to_owned())
    }

    /// The address after the site's own: `results.html#need=sleep`.
    ///
    /// # Errors
    /// When the page is not one of the site's.
    pub fn place(&self) -> Result<String> {
        let (whole, base) = (self.address()?, self.server.address(""));
        let place = whole.strip_prefix(&base);
        Ok(place.with_context(|| format!("{whole} is not on the site"))?.to_owned())
    }

    /// Waits until the place in the address bar is `wanted`; `*` is any text.
    ///
    /// # Errors
    /// When it does not become so.
    pub fn is_at(&self, wanted: &str) -> Result<()> {
        self.until(&format!("the address {wanted}"), || {
            Ok(matches(&self.place().unwrap_or_default(), wanted).then_some(()))
        })
    }

    /// The title in the tab.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub fn title(&self) -> Result<String> {
        let value = self.session.send("GET", "/title", None)?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// All that can be read on the page, with white space folded.
    ///
    /// # Errors
    /// When there is no page.
    pub fn text(&self) -> Result<String> {
        let value = self.ask("return document.body ? document.body.innerText : ''")?;
        Ok(folded(value.as_str().unwrap_or_default()))
    }

    /// Waits until these words can be read; `*` stands for any others.
    ///
    /// # Errors
    /// When they do not appear.
    pub fn sees(&self, words: &str) -> Result<()> {
        let wanted = format!("*{}*", folded(words));
        self.until(&format!("the words \"{words}\""), || Ok(matches(&self.text()?, &wanted).then_some(())))
    }

    /// Waits until these words can no longer be read.
    ///
    /// # Errors
    /// When they stay.
    pub fn sees_no(&self, words: &str) -> Result<()> {
        let wanted = format!("*{}*", folded(words));
        self.until(
            &format!("the words \"{words}\" to be gone"),
            || Ok((!matches(&self.text()?, &wanted)).then_some(())),
        )
    }

    /// Where the keyboard is now.
    ///
    /// # Errors
    /// When there is no page.
    pub fn focus(&self) -> Result<Focus> {
        let found = self.ask(
            "const on = document.activeElement || document.body;
             const label = on.labels && on.labels[0];
             return [on.localName, on.id, on.getAttribute('aria-label')
                || (label || on).innerText || on.value || '']",
        )?;
        let part = |at: usize| folded(found[at].as_str().unwrap_or_default());
        Ok(Focus { tag: part(0), id: part(1), words: part(2) })
    }

    /// Waits until the keyboard is on something that says `words`.
    ///
    /// # Errors
    /// When it goes somewhere else.
    pub fn is_on(&self, words: &str) -> Result<()> {
        self.until(&format!("the focus on \"{words}\""), || Ok(matches(&self.focus()?.words, words).then_some(())))
    }

    /// How far down the page is scrolled.
    ///
    /// # Errors
    /// When there is no page.
    pub fn scrolled(&self) -> Result<f64> {
        self.ask("return window.scrollY")?.as_f64().context("no number")
    }

    /// What is wider than the screen, so that one has to scroll sideways.
    ///
    /// # Errors
    /// When there is no page.
    pub fn sideways(&self) -> Result<Vec<String>> {
        let found = self.ask(include_str!("sideways.js"))?;
        Ok(strings(&found))
    }

    /// The addresses that the page itself says it has loaded from elsewhere.
    ///
    /// # Errors
    /// When there is no page.
    pub fn strangers(&self) -> Result<Vec<String>> {
        let found = self.ask(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)
                .filter((name) => new URL(name, location).origin !== location.origin
                    && !name.startsWith('data:'))",
        )?;
        Ok(strings(&found))
    }

    /// Everything that the site has left on the reader's machine.
    ///
    /// # Errors
    /// When there is no page.
    pub fn kept(&self) -> Result<Vec<String>> {
        let found = self.session.script_later(include_str!("kept.js"), &json!([]))?;
        Ok(strings(&found))
    }

    /// What the browser complained about since it was last asked. That it refuses
    /// storage, as it was told to, Firefox notes by itself: that is no complaint.
    ///
    /// # Errors
    /// When the driver refuses.
    pub fn complaints(&self) -> Result<Vec<String>> {
        let mut complaints = self.session.complaints()?;
        complaints.retain(|one| !one.starts_with("cookieBlockedAll: "));
        Ok(complaints)
    }

    /// Runs a script and gives what it returns.
    ///
    /// # Errors
    /// What the script throws.
    pub fn ask(&self, script: &str) -> Result<Value> {
        self.session.script(script, &json!([]))
    }
}

/// Fails unless the list is empty, and then shows it.
///
/// # Errors
/// When there is anything in the list.
pub fn nothing(what: &str, found: &[String]) -> Result<()> {
    ensure!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
    Ok(())
}

fn strings(list: &Value) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(|item| Some(item.as_str()?.to_owned())).collect()
}
