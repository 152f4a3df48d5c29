//! QR codes on paper, read by another hand than the one that drew them.

use std::collections::BTreeSet;

use rqrr::{Point, PreparedImage};

use super::Picture;

/// Dots to an inch at which codes are looked for: a module of half a
/// millimetre, the finest that a phone reads from a hand's breadth, has four.
pub(super) const DOTS: u16 = 200;

/// How many modules of white a reader needs around a code (ISO/IEC 18004).
const QUIET: f64 = 4.0;

/// A QR code on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// Which sheet it stands on, the first being 1.
    pub sheet: usize,
    /// What it says.
    pub text: String,
    /// How wide it is in millimetres, without the white around it.
    pub side: f64,
    /// How wide one of its modules is in millimetres.
    pub module: f64,
    /// Whether the white around it is as wide as a reader needs.
    pub is_quiet: bool,
}

/// How many modules the mark in a corner has.
const MARK: f64 = 7.0;

/// The codes of a picture that can be read.
pub(super) fn find(picture: &Picture) -> Vec<Code> {
    let mut image =
        PreparedImage::prepare_from_greyscale(picture.width, picture.height, |across, down| picture.at(across, down));
    let grids = image.detect_grids();
    let read = grids.iter().filter_map(|grid| {
        let (about, text) = grid.decode().ok()?;
        let modules = about.version.to_size() as f64;
        let frame = Frame::of(grid.bounds).exactly(picture, modules)?;
        let module = frame.side() / modules;
        let millimetres = |dots: f64| dots / picture.dots;
        Some(Code {
            sheet: picture.sheet,
            text,
            side: millimetres(frame.side()),
            module: millimetres(module),
            is_quiet: frame.is_quiet(picture, module * QUIET),
        })
    });
    read.collect()
}

/// The square of a code, in dots; its ends belong to it.
#[derive(Clone, Copy)]
struct Frame {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Frame {
    fn of(corners: [Point; 4]) -> Self {
        let [first, others @ ..] = corners.map(|corner| Self::at((corner.x, corner.y)));
        others.into_iter().fold(first, Self::with)
    }

    fn at((across, down): (i32, i32)) -> Self {
        Self { left: across, top: down, right: across, bottom: down }
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn side(self) -> f64 {
        f64::from(self.right - self.left + 1).min(f64::from(self.bottom - self.top + 1))
    }

    fn wider(self, by: i32) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    fn holds(self, (across, down): (i32, i32)) -> bool {
        (self.left..=self.right).contains(&across) && (self.top..=self.bottom).contains(&down)
    }

    /// The reader is right to about a module; the marks in three corners, each
    /// with white around it, are right to a dot.
    fn exactly(self, picture: &Picture, modules: f64) -> Option<Self> {
        let inwards = (self.side() / modules * MARK / 2.0).round() as i32;
        let (left, top) = (self.left + inwards, self.top + inwards);
        let (right, bottom) = (self.right - inwards, self.bottom - inwards);
        let marks = [mark(picture, (left, top))?, mark(picture, (right, top))?, mark(picture, (left, bottom))?];
        marks.into_iter().reduce(Self::with)
    }

    /// Whether so many dots all around are white, but for the outermost, where
    /// rounding goes to.
    fn is_quiet(self, picture: &Picture, width: f64) -> bool {
        let around = self.wider(width.floor() as i32 - 1);
        let mut dots = (around.top..=around.bottom)
            .flat_map(|down| (around.left..=around.right).map(move |across| (across, down)));
        dots.all(|dot| self.holds(dot) || !is_inked(picture, dot))
    }
}

/// The ring of the mark around this dot: to the left of the middle comes white,
/// then the ring, of which every dot touches another.
fn mark(picture: &Picture, middle: (i32, i32)) -> Option<Frame> {
    let mut row = (0..=middle.0).rev().map(|across| (across, middle.1));
    row.by_ref().find(|dot| !is_inked(picture, *dot))?;
    let first = row.find(|dot| is_inked(picture, *dot))?;
    let (mut seen, mut next) = (BTreeSet::from([first]), vec![first]);
    let mut frame = Frame::at(first);
    while let Some((across, down)) = next.pop() {
        frame = frame.with(Frame::at((across, down)));
        for dot in [(across - 1, down), (across + 1, down), (across, down - 1), (across, down + 1)] {
            if is_inked(picture, dot) && seen.insert(dot) {
                next.push(dot);
            }
        }
    }
    Some(frame)
}

fn is_inked(picture: &Picture, (across, down): (i32, i32)) -> bool {
    match (usize::try_from(across), usize::try_from(down)) {
        (Ok(across), Ok(down)) => picture.is_inked(across, down),
        _ => false,
    }
}
