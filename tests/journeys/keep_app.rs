//! A parent puts the site among the apps of a phone. The browser finds nothing
//! to complain of in its manifest, in any folder, and the site keeps nothing.

use anyhow::{Context, ensure};
use serde_json::json;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

pub(crate) fn journey(engine: Engine) -> Outcome {
    for base in ["/", "/a/b/"] {
        let visit = Visit::to_fixtures_under(engine, base)?;
        let page = visit.open(&Manner::PHONE, "service/moon-sleep-workshops.html")?;
        let found = page.session().chromium("Page.getAppManifest", &json!({}))?;
        ensure!(found["errors"] == json!([]), "{}", found["errors"]);
        ensure!(found["url"] == visit.server.address("site.webmanifest"), "{}", found["url"]);
        let manifest: serde_json::Value = serde_json::from_str(found["data"].as_str().context("no manifest")?)?;
        ensure!(manifest["start_url"] == "index.html" && manifest["scope"] == "./", "{manifest}");
        let wrong = page.session().chromium("Page.getInstallabilityErrors", &json!({}))?;
        ensure!(wrong["installabilityErrors"] == json!([]), "{wrong}");
        nothing("kept by the site", &page.kept()?)?;
        nothing("asked for, and not there", &visit.server.missed())?;
        nothing("the browser complains", &page.complaints()?)?;
    }
    Ok(())
}
