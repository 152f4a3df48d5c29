//! What an engine writes to its console: each tells in a way of its own.

use anyhow::Result;
use serde_json::json;

use super::{Engine, Session};

/// Firefox keeps what every page has said. What the browser has to say of
/// itself is left out, and so are hints on style.
const FIREFOX: &str = "
const said = Services.console.getMessageArray();
Services.console.reset();
return said.filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.infoFlag)
    && !one.category.startsWith('chrome') && one.category !== 'CSS Parser'
    && /127\\.0\\.0\\.1/.test(one.sourceName + one.errorMessage))
  .map((one) => one.category + ': ' + one.errorMessage)";

impl Session {
    /// Errors and warnings of pages since it was last asked. WebKit's driver
    /// has no way to ask; see [`crate::server::Server::listens`].
    pub(crate) fn complaints(&self) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => self.chromium_complaints(),
            Engine::Firefox => self.firefox_complaints(),
            Engine::WebKit => Ok(Vec::new()),
        }
    }

    fn chromium_complaints(&self) -> Result<Vec<String>> {
        let log = self.send("POST", "/se/log", Some(&json!({ "type": "browser" })))?;
        let serious = log.as_array().into_iter().flatten();
        Ok(serious
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect())
    }

    fn firefox_complaints(&self) -> Result<Vec<String>> {
        self.send("POST", "/moz/context", Some(&json!({ "context": "chrome" })))?;
        let said = self.script(FIREFOX, &json!([]));
        self.send("POST", "/moz/context", Some(&json!({ "context": "content" })))?;
        let said = said?;
        Ok(said.as_array().into_iter().flatten().filter_map(|one| Some(one.as_str()?.to_owned())).collect())
    }
}
