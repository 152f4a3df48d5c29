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
const PLACES: [&str; 13] = [
    "WAYMARK_PAGE",
    "WAYMARK_SELF",
    "WAYMARK_LEAVE",
    "<!--waymark:head-->",
    "<!--waymark:staff-->",
    "<!--/waymark:staff-->",
    "<!--waymark:colours-->",
    "<!--waymark:crisis-strip-->",
    "<!--waymark:name-->",
    "<!--waymark:site-->",
    "<!--waymark:page-->",
    "<!--waymark:trial-->",
    "<!--waymark:linked-data-->",
];

/// Asks for everything that the app needs at once, side by side, and starts it
/// when the page is whole. Addresses are relative to this script where pages
/// lie in folders. A failure is said by hand: WebKit tells no listener of one in
/// a module. What fails before anybody waits for it is said once, there.
const BOOT: &str = "\
const root = document.documentElement;
const app = import('GLUE');
const wasm = fetch(new URL('WASM', import.meta.url));
const list = fetch(root.dataset.directory).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
for (const one of [app, wasm, list]) one.catch(() => {});
globalThis.waymarkList = list;

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

/// Where the shell names the app of the staff pages: its script and its wasm.
const STAFF_APP: (&str, &str) = ("<!--waymark:staff-app '", "'-->");

/// The place that stays open in every page: the worker of the copy on a device
/// says there how old the copy is.
const COPY: &str = "<!--waymark:copy-->";

/// The page around every page, with its places still open.
#[derive(Clone, Debug)]
pub struct Shell {
    html: String,
    /// The scripts that start the app of home and results, and that of the
    /// staff pages: markup.
    starts: [String; 2],
}

/// The place of the script that starts an app.
const START: &str = "<!--waymark:start-->";

/// What fills the places of one page. Markup is markup, the rest is text.
#[derive(Clone, Debug)]
pub struct Filling<'a> {
    /// Whether it is a staff page, with the style of those.
    pub is_staff: bool,
    /// Whether the app of the staff pages works it.
    pub is_of_desk: bool,
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
    pub app: &'a str,
    /// The trial line, or nothing: markup.
    pub trial: &'a str,
    /// What the page says to machines: markup.
    pub linked_data: &'a str,
}

impl Shell {
    /// Reads what Trunk made, and takes its inline module out as a file; another
    /// starts the app of the staff pages.
    pub fn read(html: &str) -> Result<(Self, [Output; 2])> {
        for place in PLACES.into_iter().chain([COPY]) {
            ensure!(html.contains(place), "index.html has lost its place for {place}");
        }
        let open = "<script type=\"module\">";
        let (before, rest) = html.split_once(open).context("Trunk wrote no module script into the page")?;
        let (module, after) = rest.split_once("</script>").context("the module script of Trunk has no end")?;
        let glue = between(module, "from '", "'").context("the module script of Trunk names no script")?;
        let wasm = between(module, "module_or_path: '", "'").context("the module script of Trunk names no wasm")?;
        let staff = between(html, STAFF_APP.0, STAFF_APP.1).context("the page names no app of the staff pages")?;
        let (staff_glue, staff_wasm) = staff.split_once("' '").context("the app of the staff pages has no wasm")?;
        let boots = [("boot", glue, wasm), ("boot-staff", staff_glue, staff_wasm)].map(|(name, glue, wasm)| {
            let text = BOOT.replace("GLUE", glue).replace("WASM", wasm);
            Output { path: format!("{name}-{}.js", hash(&text)), text }
        });
        // Named twice, and run once: the first name runs it as soon as it is
        // there; of the second a failure is told when early.js listens.
        let starts = [&boots[0], &boots[1]].map(|boot| {
            format!(
                "<script async type=\"module\" src=\"{0}\"></script>\n<script type=\"module\" src=\"{0}\"></script>",
                boot.path
            )
        });
        let named = format!("{}{staff}{}", STAFF_APP.0, STAFF_APP.1);
        let html = format!("{before}{START}{after}").replace(&named, "");
        Ok((Self { html, starts }, boots))
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
        let start = &self.starts[usize::from(filling.is_of_desk)];
        let fillings = [
            (START, start.clone()),
            ("WAYMARK_PAGE\"", filling.page.to_owned()),
            ("WAYMARK_SELF", escaped(filling.file)),
            ("WAYMARK_LEAVE", escaped(filling.leave)),
            ("<!--waymark:head-->", filling.head.to_owned()),
            ("<!--waymark:crisis-strip-->", filling.strip.to_owned()),
            ("<!--waymark:name-->", escaped(filling.name)),
            ("<!--waymark:site-->", escaped(filling.site)),
            ("<!--waymark:trial-->", filling.trial.to_owned()),
            ("<!--waymark:page-->", filling.app.to_owned()),
            ("<!--waymark:linked-data-->", filling.linked_data.to_owned()),
        ];
        let fill = |html: String, (place, with): (&str, String)| html.replace(place, &with);
        let html = match filling.is_staff {
            true => self.html.replace(STAFF.0, "").replace(STAFF.1, ""),
            false => without(&self.html, STAFF),
        };
        fillings.into_iter().fold(html, fill)
    }
}

/// What only staff pages load stands between these.
const STAFF: (&str, &str) = ("<!--waymark:staff-->", "<!--/waymark:staff-->");

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
            "{places}<!--waymark:staff-app './s.js' './s_bg.wasm'--><script type=\"module\">\nimport init, * as b from './a.js';\nconst wasm = await init({{ \
             module_or_path: './a_bg.wasm' }});\n</script>"
        )
    }

    #[test]
    fn the_inline_module_becomes_a_file() {
        let Ok((shell, [boot, staff])) = Shell::read(&shell()) else { unreachable!() };
        assert!(staff.path.starts_with("boot-staff-") && staff.text.contains("import('./s.js')"));
        assert!(staff.text.contains("new URL('./s_bg.wasm', import.meta.url)"));
        assert!(boot.text.contains("new URL('./a_bg.wasm', import.meta.url)"));
        assert!(boot.text.contains("import('./a.js')"));
        assert_eq!(shell.starts[0].matches(&format!("src=\"{}\"", boot.path)).count(), 2);
        assert!(!shell.html.contains("await init"));
    }

    #[test]
    fn what_only_staff_pages_load_is_in_no_other() {
        assert_eq!(without("a<!--waymark:staff-->b<!--/waymark:staff-->c", STAFF), "ac");
        assert_eq!(without("a<!--waymark:staff-->b", STAFF), "a<!--waymark:staff-->b");
    }

    #[test]
    fn a_shell_that_lost_a_place_is_refused() {
        for place in PLACES.into_iter().chain([COPY]) {
            assert!(Shell::read(&shell().replace(place, "")).is_err(), "{place}");
        }
    }
}
