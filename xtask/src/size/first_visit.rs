//! What a browser loads when somebody opens a page for the first time.
//!
//! Found by following the page's own references, so that no list has to be
//! kept: what the page's tags load, what its style names by `url(...)`, and
//! every string in its scripts that is the path of a file of the site. Links
//! to other pages are not followed: they load when somebody follows them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

/// The attribute with what the app loads only where somebody goes on to their
/// list.
const LATER: &str = "data-shortlist";

/// The names of all files that `page` loads, itself included.
pub(crate) fn names(dist: &Path, page: &str) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::from([page.to_owned()]);
    let mut open = vec![page.to_owned()];
    while let Some(name) = open.pop() {
        let found: Vec<String> = match name.rsplit_once('.').map_or("", |(_, end)| end) {
            "html" => in_page(&super::text(&dist.join(&name))?),
            "css" => in_style(&super::text(&dist.join(&name))?),
            "js" => in_script(&super::text(&dist.join(&name))?),
            _ => Vec::new(),
        };
        for reference in found {
            let Some(path) = resolved(&name, &reference) else {
                continue;
            };
            let is_page = path.ends_with(".html");
            if !is_page && dist.join(&path).is_file() && names.insert(path.clone()) {
                open.push(path);
            }
        }
    }
    Ok(names)
}

/// Attributes of tags that load something, and of those that hand a path to
/// the app (`data-...`, `content`), but for the one that is loaded when somebody
/// goes to their list; and what scripts inside the page name, but for blocks of
/// data about it.
fn in_page(html: &str) -> Vec<String> {
    let scripts = html.split("<script").skip(1).filter_map(|rest| rest.split("</script").next());
    let scripts = scripts.filter(|script| !script.contains("application/ld+json"));
    let later = |tag: &str, path: &str| tag.contains(&format!("{LATER}=\"{path}\""));
    let named = |tag: &'_ str| quoted(tag).filter(|path| !later(tag, path)).map(str::to_owned).collect::<Vec<_>>();
    let attributes = tags(html).filter(|tag| loads(tag)).flat_map(named);
    attributes.chain(scripts.flat_map(in_script)).collect()
}

fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<')
        .skip(1)
        .filter(|tag| tag.starts_with(|first: char| first.is_ascii_alphabetic()))
        .map(|tag| tag.split('>').next().unwrap_or(tag))
}

fn loads(tag: &str) -> bool {
    let name = tag.split(|next: char| !next.is_ascii_alphanumeric()).next();
    match name.unwrap_or("") {
        "a" | "area" | "base" | "form" => false,
        // Pictures for other sites' previews, and addresses of this page.
        "meta" => !tag.contains("property="),
        "link" => !["canonical", "alternate", "apple-touch-icon", "license", "prefetch"]
            .iter()
            .any(|rel| tag.contains(&format!("rel=\"{rel}\""))),
        _ => true,
    }
}

fn in_style(css: &str) -> Vec<String> {
    css.split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .map(|path| path.trim().trim_matches(['"', '\'']).to_owned())
        .collect()
}

fn in_script(script: &str) -> Vec<String> {
    ['"', '\'', '`']
        .into_iter()
        .flat_map(|quote| script.lines().flat_map(move |line| line.split(quote)))
        .filter(|part| part.len() < 200 && part.contains('.') && !part.contains(char::is_whitespace))
        .map(str::to_owned)
        .collect()
}

fn quoted(tag: &str) -> impl Iterator<Item = &str> {
    tag.split('"').skip(1).step_by(2)
}

/// The name of a file of the site, from a reference in another one. Pages
/// stand in the site's own folder here, as their `<base>` says.
fn resolved(from: &str, reference: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next()?;
    if path.is_empty() || path.contains(':') || path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop()?,
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_page_leads_to_all_that_it_loads_and_to_nothing_else() {
        let folder = std::env::temp_dir().join(format!("waymark-visit-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(
            "results.html",
            r#"<html data-shortlist="later.js"><base href="./"><link rel="stylesheet" href="./all-1.css"><link rel="canonical" href="page.txt">
            <script type="module" src="boot-1.js"></script><meta name="directory" content="directory-1.json">
            <meta property="og:image" content="share.png"><a href="other.pdf">a</a><a href="index.html">b</a>
            <img src="logo.svg?v=1" alt=""><script>load('inside.js')</script><use href="icons.svg#phone">"#,
        );
        write("all-1.css", "@font-face{src:url(fonts/a.woff2)} a{b:url('gone.png')}");
        write("boot-1.js", "import init from './app-1.js';\nawait init({ module_or_path: './app-1_bg.wasm' });");
        write("app-1.js", "fetch(new URL('app_bg.wasm', import.meta.url)); x = \"index.html\"");
        for name in [
            "app-1_bg.wasm",
            "fonts/a.woff2",
            "directory-1.json",
            "logo.svg",
            "icons.svg",
            "inside.js",
            "later.js",
            "share.png",
            "other.pdf",
            "index.html",
            "page.txt",
        ] {
            write(name, "");
        }
        let names = names(&folder, "results.html").unwrap();
        let expected = [
            "all-1.css",
            "app-1.js",
            "app-1_bg.wasm",
            "boot-1.js",
            "directory-1.json",
            "fonts/a.woff2",
            "icons.svg",
            "inside.js",
            "logo.svg",
            "results.html",
        ];
        assert_eq!(names, expected.map(str::to_owned).into());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn references_are_read_from_where_they_stand() {
        assert_eq!(resolved("css/a.css", "../fonts/b.woff2").as_deref(), Some("fonts/b.woff2"));
        assert_eq!(resolved("a.js", "./b.js?x#y").as_deref(), Some("b.js"));
        assert_eq!(resolved("a.html", "https://elsewhere/x.js"), None);
        assert_eq!(resolved("a.html", "../x.js"), None);
    }
}
