//! The page around every page: what Trunk made of `index.html`.

use crate::{Output, hash};
use anyhow::{Context, Result, ensure};
use waymark_app::components::markup::escaped;

/// What may be loaded and run: only files of the site, no inline script or
/// style. A host adds `frame-ancestors 'none'` in a header.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; \
    form-action 'none'";

/// The places in `index.html` that are filled for each page.
const PLACES: [&str; 17] = [
    "WAYMARK_PAGE",
    "WAYMARK_SELF",
    "WAYMARK_LEAVE",
    "<!--waymark:head-->",
    "<!--waymark:staff-->",
    "<!--/waymark:staff-->",
    "<!--waymark:away-->",
    "<!--/waymark:away-->",
    "<!--waymark:keeper-->",
    "<!--/waymark:keeper-->",
    "<!--waymark:colours-->",
    "<!--waymark:crisis-strip-->",
    "<!--waymark:name-->",
    "<!--waymark:site-->",
    "<!--waymark:page-->",
    "<!--waymark:trial-->",
    "<!--waymark:linked-data-->",
];

/// Asks for everything that the app needs at once, side by side, and starts it
/// when the page is whole. Of two apps in one page the second takes the list that
/// the first has asked for. Addresses are relative to this script where pages
/// lie in folders. A failure is said by hand: WebKit tells no listener of one in
/// a module. What fails before anybody waits for it is said once, there. The wasm
/// is the longest on the line: where that breaks it is asked for once more.
const BOOT: &str = "\
const root = document.documentElement;
const app = import('GLUE');
const ask = () => fetch(new URL('WASM', import.meta.url));
const wasm = ask().catch(ask);
const list = globalThis.waymarkList ??= fetch(root.dataset.directory).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
for (const one of [app, wasm, list]) one.catch(() => {});

async function start() {
  try {
    const { default: init } = await app;
    await init({ module_or_path: wasm });
  } catch (why) {
    root.setAttribute('data-failed', '');
    throw why;
  }
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
";

/// The apps beside that of home and results, as the page around every page
/// names each: its script and its wasm.
const OTHER_APPS: [&str; 3] = ["staff", "shortlist", "keeper"];

/// Which app works a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum App {
    /// That of home and results, which also waits on pages that have nothing to
    /// choose.
    Families,
    /// That of the staff pages.
    Staff,
    /// That of home and results, and that of the reader's own list beside it.
    Shortlist,
    /// That of partners and coordinators, who keep the directory true.
    Keeper,
}

/// Which style a page loads after that of every page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// No other.
    Plain,
    /// That of the staff pages.
    Staff,
    /// That of what is taken away: sheets, lists, booklets.
    Away,
    /// That of the pages for partners and coordinators.
    Keeper,
}

/// The place that stays open in every page: the worker of the copy on a device
/// says there how old the copy is.
const COPY: &str = "<!--waymark:copy-->";

/// The page around every page, with its places still open.
#[derive(Clone, Debug)]
pub struct Shell {
    html: String,
    /// The scripts that start the app of home and results, and the others.
    boots: [String; 4],
}

/// The place of the script that starts an app.
const START: &str = "<!--waymark:start-->";

/// What fills the places of one page. Markup is markup, the rest is text.
#[derive(Clone, Debug)]
pub struct Filling<'a> {
    /// Its style.
    pub style: Style,
    /// The app that works it.
    pub app: App,
    /// Attributes of `<html>` beside the language.
    pub page: &'a str,
    /// The file of the page.
    pub file: &'a str,
    /// Where "Leave this site" goes.
    pub leave: &'a str,
    /// Title, base, description and the rest: markup.
    pub head: &'a str,
    /// The three lines: markup.
    pub strip: &'a str,
    /// What the directory is called.
    pub name: &'a str,
    /// A few words under the name.
    pub site: &'a str,
    /// The page itself: markup.
    pub drawn: &'a str,
    /// The trial line, or nothing: markup.
    pub trial: &'a str,
    /// What the page says to machines: markup.
    pub linked_data: &'a str,
}

impl Shell {
    /// Reads what Trunk made, and takes its inline module out as a file; others
    /// start the other apps.
    pub fn read(html: &str) -> Result<(Self, [Output; 4])> {
        for place in PLACES.into_iter().chain([COPY]) {
            ensure!(html.contains(place), "index.html has lost its place for {place}");
        }
        let open = "<script type=\"module\">";
        let (before, rest) = html.split_once(open).context("Trunk wrote no module script into the page")?;
        let (module, after) = rest.split_once("</script>").context("the module script of Trunk has no end")?;
        let glue = between(module, "from '", "'").context("the module script of Trunk names no script")?;
        let wasm = between(module, "module_or_path: '", "'").context("the module script of Trunk names no wasm")?;
        let mut page = format!("{before}{START}{after}");
        let mut other = |app: &str| -> Result<Output> {
            let (open, close) = (format!("<!--waymark:{app}-app '"), "'-->");
            let named = between(&page, &open, close).with_context(|| format!("the page names no app {app}"))?;
            let (glue, wasm) = named.split_once("' '").with_context(|| format!("the app {app} has no wasm"))?;
            let made = boot(&format!("boot-{app}"), glue, wasm);
            page = page.replace(&format!("{open}{named}{close}"), "");
            Ok(made)
        };
        let [staff, shortlist, keeper] = OTHER_APPS;
        let boots = [boot("boot", glue, wasm), other(staff)?, other(shortlist)?, other(keeper)?];
        Ok((Self { html: page, boots: boots.clone().map(|boot| boot.path) }, boots))
    }

    /// The scripts that start the app of a page: markup.
    fn starts(&self, app: App) -> String {
        let [families, staff, shortlist, keeper] = &self.boots;
        match app {
            App::Families => start(families),
            App::Staff => start(staff),
            App::Keeper => start(keeper),
            App::Shortlist => [start(families), start(shortlist)].join("\n"),
        }
    }

    /// The script that starts the app of the reader's own list.
    pub fn shortlist(&self) -> &str {
        &self.boots[2]
    }

    /// The same with a publisher's colours, which follow the style of every
    /// site.
    #[must_use]
    pub fn coloured(self, style: Option<&Output>) -> Self {
        let link = style.map(|style| format!("<link rel=\"stylesheet\" href=\"{}\">", style.path));
        Self { html: self.html.replace("<!--waymark:colours-->", &link.unwrap_or_default()), ..self }
    }

    /// A whole page.
    pub fn filled(&self, filling: &Filling<'_>) -> String {
        let fillings = [
            (START, self.starts(filling.app)),
            ("WAYMARK_PAGE\"", filling.page.to_owned()),
            ("WAYMARK_SELF", escaped(filling.file)),
            ("WAYMARK_LEAVE", escaped(filling.leave)),
            ("<!--waymark:head-->", filling.head.to_owned()),
            ("<!--waymark:crisis-strip-->", filling.strip.to_owned()),
            ("<!--waymark:name-->", escaped(filling.name)),
            ("<!--waymark:site-->", escaped(filling.site)),
            ("<!--waymark:trial-->", filling.trial.to_owned()),
            ("<!--waymark:page-->", filling.drawn.to_owned()),
            ("<!--waymark:linked-data-->", filling.linked_data.to_owned()),
        ];
        let fill = |html: String, (place, with): (&str, String)| html.replace(place, &with);
        let styled = |html: String, (style, marks): (Style, (&str, &str))| match filling.style == style {
            true => html.replace(marks.0, "").replace(marks.1, ""),
            false => without(&html, marks),
        };
        let html = STYLES.into_iter().fold(self.html.clone(), styled);
        fillings.into_iter().fold(html, fill)
    }
}

/// What only some pages load stands between these.
const STYLES: [(Style, (&str, &str)); 3] = [
    (Style::Staff, ("<!--waymark:staff-->", "<!--/waymark:staff-->")),
    (Style::Away, ("<!--waymark:away-->", "<!--/waymark:away-->")),
    (Style::Keeper, ("<!--waymark:keeper-->", "<!--/waymark:keeper-->")),
];

/// A script that starts an app from these two files.
fn boot(name: &str, glue: &str, wasm: &str) -> Output {
    let text = BOOT.replace("GLUE", glue).replace("WASM", wasm);
    Output { path: format!("{name}-{}.js", hash(&text)), text }
}

/// A script named twice, and run once: the first name runs it as soon as it is
/// there; of the second a failure is told when early.js listens.
fn start(file: &str) -> String {
    format!("<script async type=\"module\" src=\"{file}\"></script>\n<script type=\"module\" src=\"{file}\"></script>")
}

/// A text without what stands between two marks, and without them.
fn without(text: &str, (open, close): (&str, &str)) -> String {
    let parts = text.split_once(open).and_then(|(before, rest)| Some((before, rest.split_once(close)?.1)));
    parts.map_or_else(|| text.to_owned(), |(before, after)| [before, after].concat())
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell() -> String {
        let places =
            format!("{}{COPY}", PLACES.join("\n")).replacen("WAYMARK_PAGE", "<html data-page=\"WAYMARK_PAGE\">", 1);
        format!(
            "{places}<!--waymark:staff-app './s.js' './s_bg.wasm'--><!--waymark:shortlist-app './l.js' './l_bg.wasm'--><!--waymark:keeper-app './k.js' './k_bg.wasm'--><script type=\"module\">\nimport init, * as b from './a.js';\nconst wasm = await init({{ \
             module_or_path: './a_bg.wasm' }});\n</script>"
        )
    }

    #[test]
    fn the_inline_module_becomes_a_file() {
        let Ok((shell, [boot, staff, shortlist, keeper])) = Shell::read(&shell()) else { unreachable!() };
        assert!(staff.path.starts_with("boot-staff-") && staff.text.contains("import('./s.js')"));
        assert!(staff.text.contains("new URL('./s_bg.wasm', import.meta.url)"));
        assert!(boot.text.contains("new URL('./a_bg.wasm', import.meta.url)"));
        assert!(boot.text.contains("import('./a.js')"));
        assert!(shortlist.path.starts_with("boot-shortlist-") && shortlist.text.contains("import('./l.js')"));
        assert!(keeper.path.starts_with("boot-keeper-") && keeper.text.contains("import('./k.js')"));
        assert!(shell.starts(App::Keeper).matches(&keeper.path).count() == 2);
        for (app, starts) in [(App::Families, 2), (App::Staff, 0), (App::Shortlist, 2), (App::Keeper, 0)] {
            assert_eq!(shell.starts(app).matches(&format!("src=\"{}\"", boot.path)).count(), starts);
        }
        assert!(shell.starts(App::Shortlist).contains(shell.shortlist()) && !shell.html.contains("-app"));
        assert!(!shell.html.contains("await init"));
    }

    #[test]
    fn what_only_staff_pages_load_is_in_no_other() {
        let staff = STYLES[0].1;
        assert_eq!(without("a<!--waymark:staff-->b<!--/waymark:staff-->c", staff), "ac");
        assert_eq!(without("a<!--waymark:staff-->b", staff), "a<!--waymark:staff-->b");
    }

    #[test]
    fn a_shell_that_lost_a_place_is_refused() {
        for place in PLACES.into_iter().chain([COPY]) {
            assert!(Shell::read(&shell().replace(place, "")).is_err(), "{place}");
        }
    }
}
