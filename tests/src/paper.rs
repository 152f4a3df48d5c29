//! What comes out of a printer, or a PDF that was made for one: its words, its
//! letters and where they stand, its fonts, its pictures, and the codes in them.
//!
//! A sheet is right when one can read it who holds nothing but the sheet: so
//! what is asked here is asked of the PDF, and not of the page that made it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, ensure};
use hayro::hayro_syntax::Pdf;

use crate::tools::root;

mod codes;
mod fonts;
mod letters;
mod picture;

pub use codes::Code;
pub use letters::Letter;
pub use picture::Picture;

/// Millimetres in a point, the measure of a PDF.
const MILLIMETRES: f64 = 25.4 / 72.0;

/// How far from the edge any printer can print, in millimetres.
pub const MARGIN: f64 = 5.0;

/// The smallest font that a sheet may have, in points.
pub const SMALLEST: f64 = 8.0;

/// A size of paper, upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 210 by 297 millimetres.
    A4,
    /// 148 by 210 millimetres, half of it.
    A5,
}

impl Size {
    /// Its width and height in millimetres.
    #[must_use]
    pub fn millimetres(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
        }
    }
}

/// A PDF, read.
#[derive(Debug)]
pub struct Paper {
    /// What each sheet of paper says, without any space: print sets words where
    /// they fit, and spaces nowhere.
    pub sheets: Vec<String>,
    bytes: Vec<u8>,
}

impl Paper {
    /// Reads a PDF.
    ///
    /// # Errors
    /// When it is none, or nobody can read its text.
    pub fn read(bytes: Vec<u8>) -> Result<Self> {
        let sheets = pdf_extract::extract_text_from_mem_by_pages(&bytes)?;
        Ok(Self { sheets: sheets.iter().map(|sheet| tight(sheet)).collect(), bytes })
    }

    /// The PDF itself.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether these words stand on it.
    #[must_use]
    pub fn says(&self, words: &str) -> bool {
        self.sheets.concat().contains(&tight(words))
    }

    /// The width and height of each sheet in millimetres.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn sizes(&self) -> Result<Vec<(f64, f64)>> {
        let pdf = self.pdf()?;
        let size = |page: &hayro::hayro_syntax::page::Page<'_>| {
            let (width, height) = page.render_dimensions();
            (f64::from(width) * MILLIMETRES, f64::from(height) * MILLIMETRES)
        };
        Ok(pdf.pages().iter().map(size).collect())
    }

    /// Whether each sheet has this size, to a millimetre.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn is_on(&self, size: Size) -> Result<bool> {
        let (width, height) = size.millimetres();
        Ok(self.sizes()?.iter().all(|(wide, high)| (wide - width).abs() < 1.0 && (high - height).abs() < 1.0))
    }

    /// Every letter, sheet by sheet.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn letters(&self) -> Result<Vec<Vec<Letter>>> {
        Ok(letters::on(&self.pdf()?))
    }

    /// Words of which something is cut off, by the edge of the paper or by
    /// anything that they stand in.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn cut(&self) -> Result<Vec<String>> {
        Ok(letters::words(&self.letters()?, Letter::is_cut))
    }

    /// Words that reach into a margin of so many millimetres.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn beyond(&self, margin: f64) -> Result<Vec<String>> {
        Ok(letters::words(&self.letters()?, |letter| letter.reaches_into(margin)))
    }

    /// Words too pale to be read from a black and white printer.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn pale(&self) -> Result<Vec<String>> {
        Ok(letters::words(&self.letters()?, Letter::is_pale))
    }

    /// Words whose font is smaller than so many points. A browser makes all of
    /// a page smaller, up to half, where something on it is too wide.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn below(&self, points: f64) -> Result<Vec<String>> {
        Ok(letters::words(&self.letters()?, |letter| letter.is_below(points)))
    }

    /// The fonts that are not in the PDF itself, so that another computer
    /// prints other letters.
    ///
    /// # Errors
    /// When nobody can read it, or it has no fonts at all.
    pub fn fonts_missing(&self) -> Result<Vec<String>> {
        fonts::missing(&self.bytes)
    }

    /// Each sheet as a picture with so many dots to an inch.
    ///
    /// # Errors
    /// When nobody can read it.
    pub fn pictures(&self, dots: u16) -> Result<Vec<Picture>> {
        Ok(picture::of(&self.pdf()?, dots))
    }

    /// Every QR code, sheet by sheet, as a camera would find it.
    ///
    /// # Errors
    /// When nobody can read the PDF.
    pub fn codes(&self) -> Result<Vec<Code>> {
        Ok(self.pictures(codes::DOTS)?.iter().flat_map(codes::find).collect())
    }

    /// Fails unless all can be read by whoever holds it: no letter is cut off,
    /// in the margin, too pale or too small, and no font is missing. What fails is kept
    /// under `target/journeys` with this name.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn is_sound(&self, name: &str) -> Result<()> {
        self.soundness().map_err(|error| match self.keep(name) {
            Ok(place) => anyhow!("{name}: {error:#} (see {})", place.display()),
            Err(_) => error.context(name.to_owned()),
        })
    }

    fn soundness(&self) -> Result<()> {
        for (what, words) in [
            ("cut off", self.cut()?),
            ("in the margin", self.beyond(MARGIN)?),
            ("too pale", self.pale()?),
            ("too small", self.below(SMALLEST)?),
            ("a font that is not embedded", self.fonts_missing()?),
        ] {
            ensure!(words.is_empty(), "{what}: {}", words.join(" | "));
        }
        for picture in self.pictures(codes::DOTS / 2)? {
            ensure!(!picture.is_inked_beyond(MARGIN), "lines or pictures of sheet {} are in the margin", picture.sheet);
        }
        Ok(())
    }

    /// Writes the PDF where whoever mends the page can look at it.
    fn keep(&self, name: &str) -> Result<PathBuf> {
        let folder = root().join("target/journeys");
        fs::create_dir_all(&folder)?;
        let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
        let place = folder.join(format!("{plain}.pdf"));
        fs::write(&place, &self.bytes).with_context(|| format!("cannot write {}", place.display()))?;
        Ok(place)
    }

    fn pdf(&self) -> Result<Pdf> {
        Pdf::new(self.bytes.clone()).map_err(|error| anyhow!("no PDF: {error:?}"))
    }
}

/// Words without space, and without the signs that say where a word may be
/// parted, which are not printed.
fn tight(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{ad}' | '\u{200b}')).collect()
}
