//! The three browser engines, their WebDrivers, and a screen for them.
//!
//! On Debian the system's package manager installs what is missing, if it may.
//! Elsewhere the engines that are on `PATH` are used, and the missing named.

use anyhow::{Result, bail};

use super::{debian, on_path};

/// What a journey runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// In the order in which journeys use them.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name that the journeys know it by.
    pub(crate) fn slug(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    fn needs(self) -> impl Iterator<Item = &'static Need> {
        NEEDS.iter().filter(move |need| need.engine == self)
    }
}

/// A program, under any of its names, and Debian's package for it.
struct Need {
    engine: Engine,
    programs: &'static [&'static str],
    package: &'static str,
}

/// The names that Chromium goes by.
pub(super) const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Firefox's WebDriver is not among them: Debian has none, we compile it.
const NEEDS: [Need; 6] = [
    Need::new(Engine::Chromium, CHROMIUM, "chromium"),
    Need::new(Engine::Chromium, &["chromedriver"], "chromium-driver"),
    Need::new(Engine::Firefox, &["firefox-esr", "firefox"], "firefox-esr"),
    Need::new(Engine::WebKit, &["WebKitWebDriver"], "webkit2gtk-driver"),
    Need::new(Engine::WebKit, &["Xvfb"], "xvfb"),
    Need::new(Engine::WebKit, &["xauth"], "xauth"),
];

impl Need {
    const fn new(engine: Engine, programs: &'static [&'static str], package: &'static str) -> Self {
        Self { engine, programs, package }
    }

    fn is_met(&self) -> bool {
        on_path(self.programs).is_some()
    }
}

/// Installs what is missing for these engines where that is possible, and says
/// which of them can be used.
pub(crate) fn ensure(engines: &[Engine]) -> Result<Vec<Engine>> {
    let packages = missing(engines, Need::is_met);
    if !packages.is_empty() && debian::is_here() {
        debian::install("browsers", &packages)?;
    }
    let usable: Vec<_> = engines.iter().copied().filter(|engine| engine.needs().all(Need::is_met)).collect();
    for engine in engines.iter().filter(|engine| !usable.contains(engine)) {
        eprintln!("  {} is left out: {} not on PATH", engine.slug(), lacking(*engine));
    }
    if usable.is_empty() {
        bail!("no browser with its WebDriver is on PATH; install Chromium and chromedriver, or Firefox");
    }
    Ok(usable)
}

/// Debian's packages for all that these engines lack.
fn missing(engines: &[Engine], is_met: impl Fn(&Need) -> bool) -> Vec<&'static str> {
    let needs = NEEDS.iter().filter(|need| engines.contains(&need.engine));
    needs.filter(|need| !is_met(need)).map(|need| need.package).collect()
}

fn lacking(engine: Engine) -> String {
    let names: Vec<_> = engine.needs().filter(|need| !need.is_met()).map(|need| need.programs[0]).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_machine_lacks_every_package_once() {
        let packages = missing(&Engine::ALL, |_| false);
        assert_eq!(packages, ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"]);
    }

    #[test]
    fn only_what_is_missing_is_asked_for() {
        assert_eq!(missing(&Engine::ALL, |need| need.package != "xvfb"), ["xvfb"]);
        assert!(missing(&Engine::ALL, |_| true).is_empty());
        assert_eq!(missing(&[Engine::Chromium], |_| false), ["chromium", "chromium-driver"]);
    }
}
