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
const PLACES: [&str; 9] = [
    "WAYMARK_PAGE",
    "WAYMARK_SELF",
    "WAYMARK_LEAVE",
    "<!--waymark:head-->",
    "<!--waymark:crisis-strip-->",
    "<!--waymark:site-->",
    "<!--waymark:page-->",
    "<!--waymark:trial-->",
    "<!--waymark:linked-data-->",
];

/// The page around every page, with its places still open.
#[derive(Clone, Debug)]
pub struct Shell {
    html: String,
}

/// What fills the places of one page. Markup is markup, the rest is text.
#[derive(Clone, Debug)]
pub struct Filling<'a> {
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
    /// Reads what Trunk made, and takes its inline module out as a file.
    pub fn read(html: &str) -> Result<(Self, Output)> {
        for place in PLACES {
            ensure!(html.contains(place), "index.html has lost its place for {place}");
        }
        let open = "<script type=\"module\">";
        let (before, rest) = html.split_once(open).context("Trunk wrote no module script into the page")?;
        let (module, after) = rest.split_once("</script>").context("the module script of Trunk has no end")?;
        let glue = between(module, "from '", "'").context("the module script of Trunk names no script")?;
        let wasm = between(module, "module_or_path: '", "'").context("the module script of Trunk names no wasm")?;
        // Relative to this script and not to the page: pages lie in folders.
        // A failure is said by hand: WebKit tells no listener of one in a module.
        let text = format!(
            "import init from '{glue}';\ntry {{\n  await init({{ module_or_path: new URL('{wasm}', import.meta.url) \
             }});\n}} catch (why) {{\n  document.documentElement.setAttribute('data-failed', '');\n  throw why;\n}}\n",
        );
        let boot = Output { path: format!("boot-{}.js", hash(&text)), text };
        let script = format!("<script type=\"module\" src=\"{}\"></script>", boot.path);
        let html = format!("{before}{script}{after}");
        Ok((Self { html }, boot))
    }

    /// A whole page.
    pub fn filled(&self, filling: &Filling<'_>) -> String {
        let fillings = [
            ("WAYMARK_PAGE\"", filling.page.to_owned()),
            ("WAYMARK_SELF", escaped(filling.file)),
            ("WAYMARK_LEAVE", escaped(filling.leave)),
            ("<!--waymark:head-->", filling.head.to_owned()),
            ("<!--waymark:crisis-strip-->", filling.strip.to_owned()),
            ("<!--waymark:site-->", escaped(filling.site)),
            ("<!--waymark:trial-->", filling.trial.to_owned()),
            ("<!--waymark:page-->", filling.app.to_owned()),
            ("<!--waymark:linked-data-->", filling.linked_data.to_owned()),
        ];
        let fill = |html: String, (place, with): (&str, String)| html.replace(place, &with);
        fillings.into_iter().fold(self.html.clone(), fill)
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell() -> String {
        let places = PLACES.join("\n").replacen("WAYMARK_PAGE", "<html data-page=\"WAYMARK_PAGE\">", 1);
        format!(
            "{places}<script type=\"module\">\nimport init, * as b from './a.js';\nconst wasm = await init({{ \
             module_or_path: './a_bg.wasm' }});\n</script><link rel=\"modulepreload\" href=\"./a.js\">"
        )
    }

    #[test]
    fn the_inline_module_becomes_a_file() {
        let Ok((shell, boot)) = Shell::read(&shell()) else { unreachable!() };
        assert!(boot.text.contains("new URL('./a_bg.wasm', import.meta.url)"));
        assert!(shell.html.contains(&format!("src=\"{}\"", boot.path)));
        assert!(!shell.html.contains("await init"));
        assert!(shell.html.contains("modulepreload"));
    }

    #[test]
    fn a_shell_that_lost_a_place_is_refused() {
        for place in PLACES {
            assert!(Shell::read(&shell().replace(place, "")).is_err(), "{place}");
        }
    }
}
