//! What the pictures are called, and a page that shows them side by side.

use std::fmt::Write;

use super::kinds::Kind;

/// The file of a picture: `results-390-dark.png`.
pub(crate) fn picture(name: &str, width: u32, colours: &str) -> String {
    format!("{name}-{width}-{colours}.png")
}

/// The file of a print: `results-print.pdf`.
pub(crate) fn print(name: &str) -> String {
    format!("{name}-print.pdf")
}

/// A page with a section for each kind: every picture small, and its link.
pub(crate) fn index(kinds: &[Kind], widths: &[u32], colours: &[&str]) -> String {
    let mut html =
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>Every kind of page</title>\n\
        <style>body { font-family: sans-serif } section { display: flex; gap: 8px; align-items: start } \
        img { width: 100%; border: 1px solid } a { flex: 1 } h2 { font-size: 1rem }</style>\n"
            .to_owned();
    for Kind { name, page } in kinds {
        let print = print(name);
        let _ = writeln!(html, "<h2>{name}: {} <a href=\"{print}\">printed</a></h2>\n<section>", escaped(page));
        for width in widths {
            for colours in colours {
                let file = picture(name, *width, colours);
                let _ = writeln!(
                    html,
                    "<a href=\"{file}\"><img src=\"{file}\" loading=\"lazy\" alt=\"{name}, {width} pixels, {colours}\"></a>"
                );
            }
        }
        html.push_str("</section>\n");
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_of_every_kind_is_shown() {
        let kinds = [Kind::named("results.html#age=primary&need=sleep"), Kind::named("404.html")];
        let html = index(&kinds, &[390, 1280], &["light", "dark"]);
        assert_eq!(html.matches("<img").count(), 8);
        assert!(html.contains("404-1280-dark.png") && html.contains("404-print.pdf"), "{html}");
        assert!(html.contains("primary&amp;need"), "{html}");
    }
}
