//! A sheet as a picture in grey.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// What counts as ink: darker than this, where 255 is white.
const INK: u8 = 200;

/// A sheet of paper as a printer without colours prints it.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Which sheet it is, the first being 1.
    pub sheet: usize,
    /// How many dots wide it is.
    pub width: usize,
    /// How many dots high it is.
    pub height: usize,
    /// How many dots a millimetre has.
    pub dots: f64,
    grey: Vec<u8>,
}

pub(super) fn of(pdf: &Pdf, dots: u16) -> Vec<Picture> {
    let cache = RenderCache::new();
    let scale = f32::from(dots) / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let draw = |(at, page)| {
        let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let grey = drawn.data().iter().map(|dot| grey([dot.r, dot.g, dot.b])).collect();
        let (width, height) = (usize::from(drawn.width()), usize::from(drawn.height()));
        Picture { sheet: at + 1, width, height, dots: f64::from(dots) / 25.4, grey }
    };
    pdf.pages().iter().enumerate().map(draw).collect()
}

/// How light a colour is to the eye (Rec. 601), as printers reckon it.
fn grey([red, green, blue]: [u8; 3]) -> u8 {
    let weighed = u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114;
    u8::try_from(weighed / 1000).unwrap_or(u8::MAX)
}

impl Picture {
    /// How light it is at a place, from 0 to 255; outside the sheet it is white.
    #[must_use]
    pub fn at(&self, across: usize, down: usize) -> u8 {
        let inside = across < self.width && down < self.height;
        inside.then(|| self.grey.get(down * self.width + across).copied()).flatten().unwrap_or(u8::MAX)
    }

    /// Whether there is ink at a place.
    #[must_use]
    pub fn is_inked(&self, across: usize, down: usize) -> bool {
        self.at(across, down) < INK
    }

    /// Whether there is ink in the margin of so many millimetres.
    #[must_use]
    pub fn is_inked_beyond(&self, margin: f64) -> bool {
        let edge = (margin * self.dots).floor() as usize;
        let inside = |at: usize, length: usize| at >= edge && at < length.saturating_sub(edge);
        (0..self.height).any(|down| {
            let row = inside(down, self.height);
            (0..self.width).any(|across| !(row && inside(across, self.width)) && self.is_inked(across, down))
        })
    }
}
