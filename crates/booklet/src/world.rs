//! All that the typesetter can see: our template, the words, two faces of one
//! typeface. No file, no package, no clock.

use anyhow::{Context, Result};
use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

const TEMPLATE: &str = include_str!("booklet.typ");

const FACES: [&[u8]; 2] = [
    include_bytes!("../fonts/atkinson-hyperlegible-next-regular.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold.ttf"),
];

/// The two faces.
pub(crate) fn fonts() -> Result<Vec<Font>> {
    let read = |face: &'static [u8]| Font::new(Bytes::new(face), 0).context("a face of the booklet is no font");
    FACES.into_iter().map(read).collect()
}

/// All that the typesetter can see.
pub(crate) struct World {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    words: (FileId, Bytes),
}

impl World {
    /// The template with these words.
    pub(crate) fn new(fonts: Vec<Font>, words: &Value) -> Result<Self> {
        let words = Bytes::new(serde_json::to_vec(words)?);
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(id("booklet.typ")?, TEMPLATE.to_owned()),
            words: (id("words.json")?, words),
        })
    }
}

fn id(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(|why| anyhow::anyhow!("{why:?}"))?;
    Ok(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

fn nothing_else<T>(id: FileId) -> FileResult<T> {
    Err(FileError::NotFound(id.vpath().get_without_slash().into()))
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { nothing_else(id) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (words, bytes) = &self.words;
        if id == *words { Ok(bytes.clone()) } else { nothing_else(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// No day: what is printed names the day on which it was made.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
