//! What comes out of the printer.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Page, strings};
use crate::Engine;
use crate::paper::{Paper, Size};

impl Page<'_> {
    /// Prints the page on A4, with the margins that it asks for. Chromium and
    /// Firefox.
    ///
    /// # Errors
    /// When the engine does not print, or nobody can read what it printed.
    pub fn print(&self) -> Result<Paper> {
        self.print_on(Size::A4)
    }

    /// Prints the page on the paper that the printer holds, whatever size it
    /// asks for. Chromium and Firefox.
    ///
    /// # Errors
    /// As [`Page::print`].
    pub fn print_on(&self, size: Size) -> Result<Paper> {
        Paper::read(self.printed(size)?)
    }

    /// Prints the page on the size of paper that its own style asks for, and on
    /// A4 if that names none. Chromium.
    ///
    /// # Errors
    /// As [`Page::print`].
    pub fn print_as_asked(&self) -> Result<Paper> {
        let (width, height) = Size::A4.millimetres();
        let inches = |millimetres: f64| millimetres / 25.4;
        let wish = json!({
            "preferCSSPageSize": true, "printBackground": false,
            "paperWidth": inches(width), "paperHeight": inches(height),
        });
        let printed = self.session.chromium("Page.printToPDF", &wish)?;
        Paper::read(STANDARD.decode(printed["data"].as_str().context("no paper")?)?)
    }

    /// What print shows of the page and is not on this paper: a browser leaves
    /// out what would stand beyond the edge. Chromium.
    ///
    /// # Errors
    /// When the engine does not tell.
    pub fn lost(&self, paper: &Paper) -> Result<Vec<String>> {
        let media = |name: &str| self.session.chromium("Emulation.setEmulatedMedia", &json!({ "media": name }));
        let screen = |width: &Value, height: &Value| {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.session.chromium("Emulation.setDeviceMetricsOverride", &size)
        };
        // What a style shows depends on how wide the paper is.
        let (wide, high) = paper.sizes()?.first().copied().context("no paper")?;
        let pixels = |millimetres: f64| json!((millimetres / 25.4 * 96.0).round() as u32);
        let before = self.ask("return [innerWidth, innerHeight]")?;
        media("print")?;
        screen(&pixels(wide), &pixels(high))?;
        let texts = self.ask(include_str!("../on_paper.js"));
        screen(&before[0], &before[1])?;
        media("")?;
        Ok(strings(&texts?).into_iter().filter(|text| !paper.says(text)).collect())
    }

    /// Prints the page on this paper, and fails unless all of it is there and
    /// can be read by whoever holds it. What fails is kept under
    /// `target/journeys` with this name. Chromium and Firefox; that something
    /// is left out is seen in Chromium alone.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn prints_soundly(&self, size: Size, name: &str) -> Result<Paper> {
        let paper = self.print_on(size)?;
        paper.is_sound(name)?;
        if self.session.engine == Engine::Chromium {
            let lost = self.lost(&paper)?;
            ensure!(lost.is_empty(), "{name}: printed on {size:?}, it is lost: {}", lost.join(" | "));
        }
        Ok(paper)
    }

    /// How many sheets of A4 the page takes, without reading them. Chromium and
    /// Firefox.
    ///
    /// # Errors
    /// As [`Page::print`].
    pub fn sheets(&self) -> Result<usize> {
        Ok(pdf_extract::Document::load_mem(&self.printed(Size::A4)?)?.get_pages().len())
    }

    fn printed(&self, size: Size) -> Result<Vec<u8>> {
        let (width, height) = size.millimetres();
        // In centimetres.
        let page = json!({"width": width / 10.0, "height": height / 10.0});
        let wish = json!({"page": page, "background": false, "shrinkToFit": false});
        let printed = self.session.send("POST", "/print", Some(&wish))?;
        Ok(STANDARD.decode(printed.as_str().context("no paper")?)?)
    }
}
