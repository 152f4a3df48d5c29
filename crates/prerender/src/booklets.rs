//! The booklets of a site as PDFs: of the whole directory, and of each area
//! that a family can choose.

use anyhow::{Context, Result};
use booklet::Paper;
use directory::Directory;
use directory::booklet::Scope;
use waymark_app::pages::drawn::booklet::book;
use waymark_app::state::PrintedBooklet;

/// A booklet to print.
#[derive(Clone, Debug)]
pub struct Booklet {
    /// Its file, from the folder of the site.
    pub path: String,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// What pages say of it.
    pub printed: PrintedBooklet,
    /// Letters that its typeface does not have.
    missing: String,
}

impl Booklet {
    /// What whoever builds should know of it, if anything.
    pub fn told(&self) -> Option<String> {
        (!self.missing.is_empty()).then(|| {
            format!("{}: the typeface has no {}; in their place stands {}", self.path, self.missing, booklet::MISSING)
        })
    }
}

/// How many entries a directory may have whose booklets are set side by side.
/// One of 2,000 entries takes 1.3 GB of memory, and three at a time would take
/// more than many a desk has.
const SIDE_BY_SIDE: usize = 500;

/// Every booklet of a site, in its order.
pub(crate) fn all(directory: &Directory) -> Result<Vec<Booklet>> {
    let scopes = Scope::all(&directory.site.areas);
    let set = |scope| booklet(directory, scope, Paper::A4);
    if directory.listings().len() > SIDE_BY_SIDE {
        return scopes.into_iter().map(set).collect();
    }
    std::thread::scope(|threads| {
        let all: Vec<_> = scopes.into_iter().map(|scope| threads.spawn(move || set(scope))).collect();
        all.into_iter().map(|one| one.join().map_err(|_| anyhow::anyhow!("a booklet was not set"))?).collect()
    })
}

/// The booklet of the whole directory, or of an area, on this paper.
pub fn booklet(directory: &Directory, scope: Scope, paper: Paper) -> Result<Booklet> {
    let path = scope.file(&directory.site.areas);
    let made = booklet::print(&book(directory, scope), paper, directory.today).with_context(|| path.clone())?;
    let missing: Vec<_> = made.missing.iter().map(|letter| format!("{letter:?}")).collect();
    let printed = PrintedBooklet { scope, bytes: made.bytes.len(), pages: made.pages };
    Ok(Booklet { path, bytes: made.bytes, printed, missing: missing.join(", ") })
}
