//! What each engine is asked to be when it starts.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Value, json};

use super::Engine;
use crate::process::Scratch;
use crate::tools;
use crate::visit::Manner;

/// What a new browser is asked to be. The sandbox of each is off: it needs
/// rights that a container lacks, and only our own pages are opened.
pub(super) fn capabilities(engine: Engine, manner: &Manner, scratch: &Scratch) -> Result<Value> {
    Ok(match engine {
        Engine::Chromium => chromium(manner, scratch)?,
        Engine::Firefox => firefox(manner)?,
        Engine::WebKit => webkit(manner, scratch)?,
    })
}

fn chromium(manner: &Manner, scratch: &Scratch) -> Result<Value> {
    let binary = tools::program(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    let mut args = vec![format!("--user-data-dir={}", scratch.path().join("profile").display())];
    let plain = "headless no-sandbox disable-gpu disable-quic disable-dev-shm-usage no-first-run \
        disable-background-networking disable-component-update disable-sync disable-extensions \
        disable-default-apps no-default-browser-check hide-scrollbars lang=en-GB \
        disable-features=OptimizationHints,MediaRouter,Translate,NetworkTimeServiceQuerying";
    args.extend(plain.split_whitespace().map(|name| format!("--{name}")));
    let mut preferences = json!({});
    if manner.no_storage {
        preferences["profile.default_content_setting_values.cookies"] = json!(2);
    }
    Ok(json!({
        "goog:chromeOptions": { "binary": binary, "args": args, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
}

fn firefox(manner: &Manner) -> Result<Value> {
    let binary: PathBuf = tools::program(&["firefox-esr", "firefox"])?;
    let mut preferences = json!({
        "layout.css.prefers-color-scheme.content-override": i32::from(!manner.dark),
        "ui.prefersReducedMotion": i32::from(manner.calm),
        "browser.display.document_color_use": if manner.forced_colours { 2 } else { 0 },
        "accessibility.tabfocus": 7,
    });
    if manner.no_storage {
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    Ok(json!({
        "moz:firefoxOptions": { "binary": binary, "args": ["-headless"], "prefs": preferences },
    }))
}

fn webkit(manner: &Manner, scratch: &Scratch) -> Result<Value> {
    // The toolbar would keep the window from being as narrow as a phone.
    let folder = scratch.path().join(".config/gtk-3.0");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("gtk.css"), "entry, button { min-width: 0; padding: 0 }")?;
    let mut args = vec!["--automation"];
    args.extend(manner.dark.then_some("--dark-mode"));
    if manner.no_storage {
        args.extend(["--cookies-policy=never", "--enable-html5-local-storage=false"]);
    }
    let binary = tools::mini_browser()?;
    Ok(json!({ "webkitgtk:browserOptions": { "binary": binary, "args": args } }))
}
