//! Pictures of a whole page, and of its print, by Chromium's own protocol.

use anyhow::{Context, Result};
use base64::Engine as _;
use serde_json::{Value, json};
use waymark_tests::Page;

/// The page from its top to its end, as PNG.
pub(crate) fn whole(page: &Page<'_>) -> Result<Vec<u8>> {
    let measures = page.session().chromium("Page.getLayoutMetrics", &json!({}))?;
    let size = &measures["cssContentSize"];
    let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
    let wish = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
    bytes(&page.session().chromium("Page.captureScreenshot", &wish)?)
}

/// The page on A4 as a browser prints it unasked, without backgrounds, as PDF.
pub(crate) fn print(page: &Page<'_>) -> Result<Vec<u8>> {
    let wish = json!({ "preferCSSPageSize": true, "printBackground": false, "paperWidth": 8.27, "paperHeight": 11.69 });
    bytes(&page.session().chromium("Page.printToPDF", &wish)?)
}

fn bytes(answer: &Value) -> Result<Vec<u8>> {
    let text = answer["data"].as_str().context("the browser gave no picture")?;
    Ok(base64::engine::general_purpose::STANDARD.decode(text)?)
}
