//! What comes out of the printer.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::Page;

/// A page as it is printed.
#[derive(Debug)]
pub struct Paper {
    /// What each sheet of paper says, without any space: print sets words where
    /// they fit, and spaces nowhere.
    pub sheets: Vec<String>,
}

impl Paper {
    /// Whether these words stand on it.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.sheets.concat().contains(&tight(words))
    }
}

fn tight(words: &str) -> String {
    words.split_whitespace().collect()
}

impl Page<'_> {
    /// Prints the page on A4, with the margins that it asks for. Chromium and
    /// Firefox.
    ///
    /// # Errors
    /// When the engine does not print, or nobody can read what it printed.
    pub fn print(&self) -> Result<Paper> {
        let sheets = pdf_extract::extract_text_from_mem_by_pages(&self.printed()?)?;
        Ok(Paper { sheets: sheets.iter().map(|sheet| tight(sheet)).collect() })
    }

    /// How many sheets of A4 the page takes, without reading them. Chromium and
    /// Firefox.
    ///
    /// # Errors
    /// As [`Page::print`].
    pub fn sheets(&self) -> Result<usize> {
        Ok(pdf_extract::Document::load_mem(&self.printed()?)?.get_pages().len())
    }

    fn printed(&self) -> Result<Vec<u8>> {
        // In centimetres.
        let size = json!({"page": {"width": 21.0, "height": 29.7}, "background": false, "shrinkToFit": false});
        let printed = self.session.send("POST", "/print", Some(&size))?;
        Ok(STANDARD.decode(printed.as_str().context("no paper")?)?)
    }
}
