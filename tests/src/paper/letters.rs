//! Every letter of a PDF: where it stands, in what room, and how dark it is.

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape};

use super::MILLIMETRES;

/// What a letter may be over its room, in millimetres: edges are rounded.
const SLACK: f64 = 0.2;

/// A room that is lower or narrower than this, in millimetres, hides what is in
/// it from eyes and keeps it for screen readers.
const HIDING: f64 = 0.6;

/// A letter as it stands on a sheet, in millimetres from the upper left corner.
#[derive(Clone, Debug)]
pub struct Letter {
    /// What it says; empty for what only looks like something.
    pub text: String,
    /// What it covers.
    pub place: Rect,
    /// Where it may be seen: what of it lies outside is cut off.
    pub room: Rect,
    /// The sheet that it stands on.
    pub sheet: Rect,
    /// Where the pen stood when it was drawn.
    pub pen: Point,
    /// The size of its font in points.
    pub size: f64,
    /// How light it is, from 0 for black to 1 for white, as an eye sees it.
    pub light: f64,
}

impl Letter {
    /// Whether it is there for screen readers alone.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.room.width() < HIDING || self.room.height() < HIDING
    }

    /// Whether something of it is cut off.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        !self.is_hidden() && !self.room.inflate(SLACK, SLACK).contains_rect(self.place)
    }

    /// Whether it reaches into a margin of so many millimetres.
    #[must_use]
    pub fn reaches_into(&self, margin: f64) -> bool {
        !self.is_hidden() && !self.sheet.inset(-margin).contains_rect(self.place)
    }

    /// Whether its contrast with white paper is below 4.5 to 1 (WCAG 1.4.3).
    #[must_use]
    pub fn is_pale(&self) -> bool {
        !self.is_hidden() && 1.05 / (self.light + 0.05) < 4.5
    }

    /// Whether the font is smaller than so many points.
    #[must_use]
    pub fn is_below(&self, points: f64) -> bool {
        !self.is_hidden() && self.size < points - 0.05
    }

    fn is_blank(&self) -> bool {
        self.place.area() == 0.0
    }

    /// Whether it goes on with the word of the letter before it.
    fn follows(&self, before: &Self) -> bool {
        let gap = self.pen.x - before.place.x1;
        let same_line = (self.pen.y - before.pen.y).abs() < SLACK;
        same_line && self.pen.x > before.pen.x && gap < self.size * MILLIMETRES / 2.0
    }
}

/// The letters of each sheet.
pub(super) fn on(pdf: &Pdf) -> Vec<Vec<Letter>> {
    pdf.pages().iter().map(on_sheet).collect()
}

fn on_sheet(page: &Page<'_>) -> Vec<Letter> {
    let (width, height) = page.render_dimensions();
    let sheet = Rect::new(0.0, 0.0, f64::from(width) * MILLIMETRES, f64::from(height) * MILLIMETRES);
    let cache = InterpreterCache::new();
    let transform = Affine::scale(MILLIMETRES) * page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, sheet, &cache, page.xref(), InterpreterSettings::default());
    let mut reader = Reader { rooms: vec![sheet], letters: Vec::new() };
    interpret_page(page, &mut context, &mut reader);
    reader.letters
}

/// The words in which there is a letter of which this is so.
pub(super) fn words(sheets: &[Vec<Letter>], is_so: impl Fn(&Letter) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for letters in sheets {
        let words =
            letters.chunk_by(|before, letter| !letter.is_blank() && !before.is_blank() && letter.follows(before));
        for word in words.filter(|word| word.iter().any(|letter| !letter.is_blank() && is_so(letter))) {
            found.push(word.iter().map(|letter| letter.text.as_str()).collect());
        }
    }
    found
}

/// Writes down each letter instead of drawing it.
struct Reader {
    /// What may be seen, the narrowest last.
    rooms: Vec<Rect>,
    letters: Vec<Letter>,
}

impl Reader {
    fn room(&self) -> Rect {
        self.rooms.last().copied().unwrap_or(Rect::ZERO)
    }

    fn narrow(&mut self, to: Rect) {
        let room = self.room().intersect(to);
        self.rooms.push(if room.width() > 0.0 && room.height() > 0.0 { room } else { Rect::ZERO });
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.narrow(clip.path.bounding_box());
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        let (light, room) = (light(&props.paint), self.room());
        let sheet = self.rooms.first().copied().unwrap_or(Rect::ZERO);
        for glyph in run.glyphs() {
            let to_sheet = props.transform * glyph.transform();
            let place = match &**glyph {
                Glyph::Outline(outline) => {
                    let path = to_sheet * outline.outline();
                    if path.is_empty() { Rect::ZERO } else { path.bounding_box() }
                }
                Glyph::Type3(drawn) => {
                    let mut extent = Extent(None);
                    drawn.interpret(&mut extent, props.transform, glyph.transform(), &props.paint);
                    extent.0.unwrap_or(Rect::ZERO)
                }
            };
            let text = match glyph.as_unicode() {
                Some(BfString::Char(letter)) => letter.to_string(),
                Some(BfString::String(letters)) => letters,
                None => String::new(),
            };
            // A letter is drawn a thousand units high, whatever its font.
            let size = to_sheet.determinant().abs().sqrt() * 1000.0 / MILLIMETRES;
            let pen = to_sheet * Point::ZERO;
            self.letters.push(Letter { text, place, room, sheet, pen, size, light });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn pop_clip(&mut self) {
        if self.rooms.len() > 1 {
            self.rooms.pop();
        }
    }

    fn pop_transparency_group(&mut self) {}
}

/// What the drawing of one letter covers. Fonts that can be made bolder by
/// degrees are put into a PDF as drawings.
struct Extent(Option<Rect>);

impl<'a> Device<'a> for Extent {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        if !path.is_empty() {
            let place = (props.transform * path.clone()).bounding_box();
            self.0 = Some(self.0.map_or(place, |before| before.union(place)));
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// The relative luminance of a colour (WCAG 2.2); a pattern counts as white,
/// which nobody can read.
fn light(paint: &Paint<'_>) -> f64 {
    let Paint::Color(colour) = paint else {
        return 1.0;
    };
    let [red, green, blue, see_through] = colour.to_rgba().to_rgba8().map(|part| f64::from(part) / 255.0);
    let on_white = |part: f64| part * see_through + 1.0 - see_through;
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = [red, green, blue].map(|part| linear(on_white(part)));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
