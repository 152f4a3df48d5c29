//! One person's visit: a site that is served, and a browser that opens it.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::engine::{Engine, Session};
use crate::page::Page;
use crate::server::{Pages, Server};
use crate::tools;

/// The time that one browser may live: a journey that hangs ends here.
const LIMIT: Duration = Duration::from_secs(300);

/// What a person comes with: their screen, and what they ask of their system.
#[derive(Clone, Debug)]
pub struct Manner {
    /// The page's width in CSS pixels.
    pub width: u32,
    /// The page's height in CSS pixels.
    pub height: u32,
    /// A dark colour scheme is preferred.
    pub dark: bool,
    /// Less motion is preferred.
    pub calm: bool,
    /// The system sets the colours. Chromium and Firefox.
    pub forced_colours: bool,
    /// Cookies and storage are refused. Chromium and Firefox.
    pub no_storage: bool,
    /// Scripts are switched off. Chromium.
    pub no_script: bool,
}

impl Manner {
    /// A school's desktop computer.
    pub const DESKTOP: Self = Self {
        width: 1280,
        height: 900,
        dark: false,
        calm: false,
        forced_colours: false,
        no_storage: false,
        no_script: false,
    };

    /// A parent's phone.
    pub const PHONE: Self = Self { width: 390, height: 800, ..Self::DESKTOP };

    /// The narrowest screen that must work, which is also 400% of 1280.
    pub const NARROW: Self = Self { width: 320, height: 640, ..Self::DESKTOP };
}

/// A site that is served to one engine.
pub struct Visit {
    /// The engine that every page of this visit is opened with.
    pub engine: Engine,
    /// The site, which can be told to fail and which remembers every request.
    pub server: Server,
}

impl Visit {
    /// A visit to the directory built from the made-up services of
    /// `tests/fixtures/directory`, at its fixed day.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn to_fixtures(engine: Engine) -> Result<Self> {
        Self::to_fixtures_under(engine, "/")
    }

    /// As [`Visit::to_fixtures`], with the site in a folder such as `/a/b/`.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn to_fixtures_under(engine: Engine, base: &str) -> Result<Self> {
        Self::to_pages(engine, Pages::Folder(fixtures()?), base)
    }

    /// A visit to the directory of the made-up services with all that school
    /// staff may find: `tests/fixtures/staff` laid over it.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn to_staff(engine: Engine) -> Result<Self> {
        Self::to_pages(engine, Pages::Folder(staff()?), "/")
    }

    /// A visit to the directory built from `data`.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn to_real(engine: Engine) -> Result<Self> {
        Self::to_pages(engine, Pages::Folder(published()?), "/")
    }

    /// A visit to the directory of the made-up services that has a release and a
    /// public address: `tests/fixtures/released` laid over it.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn to_released(engine: Engine) -> Result<Self> {
        Self::to_pages(engine, Pages::Folder(released()?), "/")
    }

    /// A visit to any pages.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn to_pages(engine: Engine, pages: Pages, base: &str) -> Result<Self> {
        Ok(Self { engine, server: Server::start(pages, base)? })
    }

    /// A new browser that has seen nothing yet, with an empty page.
    ///
    /// # Errors
    /// When the engine does not start.
    pub fn browser(&self, manner: &Manner) -> Result<Page<'_>> {
        self.browser_for(manner, LIMIT)
    }

    /// As [`Visit::browser`], for something that may take as long as `limit`.
    ///
    /// # Errors
    /// When the engine does not start.
    pub fn browser_for(&self, manner: &Manner, limit: Duration) -> Result<Page<'_>> {
        let session = Session::start(self.engine, manner, self.server.port(), limit)?;
        Ok(Page::new(session, &self.server))
    }

    /// A new browser in which `page` has been opened and the app has started.
    ///
    /// # Errors
    /// When the engine, the page or the app does not start.
    pub fn open(&self, manner: &Manner, page: &str) -> Result<Page<'_>> {
        let browser = self.browser(manner)?;
        browser.open(page)?;
        Ok(browser)
    }
}

/// The directory built from the fixtures.
///
/// # Errors
/// When it has not been built.
pub fn fixtures() -> Result<PathBuf> {
    built(
        "WAYMARK_DIST",
        "target/site/journeys",
        "cargo xtask build --data tests/fixtures/directory --today 2026-11-21 --out target/site/journeys",
    )
}

/// The directory built from `data`.
///
/// # Errors
/// When it has not been built.
pub fn published() -> Result<PathBuf> {
    built("WAYMARK_DIST_REAL", "dist", "cargo xtask build")
}

/// The directory of the fixtures as a publisher would release it.
///
/// # Errors
/// When it has not been built.
pub fn released() -> Result<PathBuf> {
    built("WAYMARK_DIST_RELEASED", "target/site/released", "cargo xtask test build")
}

/// The directory of the fixtures with all that school staff may find.
///
/// # Errors
/// When it has not been built.
pub fn staff() -> Result<PathBuf> {
    built("WAYMARK_DIST_STAFF", "target/site/staff", "cargo xtask test build")
}

/// The site of a made-up council, made by the program of the archive.
///
/// # Errors
/// When it has not been made.
pub fn council() -> Result<PathBuf> {
    built("WAYMARK_DIST_COUNCIL", "target/site/council", "cargo xtask test site")
}

fn built(variable: &str, default: &str, command: &str) -> Result<PathBuf> {
    let folder = tools::folder(variable, default);
    if !folder.join("index.html").is_file() {
        bail!("there is no built directory at {}; `{command}` makes it", folder.display());
    }
    Ok(folder)
}
