//! A built page read tag by tag, with what each piece of it stands in: enough
//! to know what a reader without the app is shown, and what is our own word.
//!
//! Only for pages that the build has written: it writes every end, and `<`, `>`
//! and quotes in words and attributes never as themselves.

/// Elements that hold nothing and have no end.
const VOID: [&str; 8] = ["meta", "link", "input", "br", "hr", "img", "source", "base"];

/// A tag or some words, and the elements around them.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The element's tag as it was written, without its brackets; or nothing.
    pub tag: &'a str,
    /// The words, if it is no tag.
    pub words: &'a str,
    /// The tags around it, the outermost first; a tag counts itself.
    pub inside: Vec<&'a str>,
}

impl Piece<'_> {
    /// Whether it stands in an element of this class.
    #[must_use]
    pub fn is_in(&self, class: &str) -> bool {
        self.inside.iter().any(|tag| has_class(tag, class))
    }

    /// Whether it stands in an element of this name.
    #[must_use]
    pub fn is_within(&self, element: &str) -> bool {
        self.inside.iter().any(|tag| name(tag) == element)
    }

    /// Where it leads, if it is a link to press.
    #[must_use]
    pub fn href(&self) -> Option<&str> {
        (name(self.tag) == "a").then(|| attribute(self.tag, "href")).flatten()
    }
}

/// Every piece of a page, in order. Scripts are left out.
#[must_use]
pub fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut is_script = false;
    for part in page.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap_or((part, ""));
        let element = name(tag);
        if let Some(closed) = tag.strip_prefix('/') {
            while open.pop().is_some_and(|tag| name(tag) != closed.trim()) {}
            is_script = false;
        } else if !tag.starts_with('!') && !is_script {
            open.push(tag);
            found.push(Piece { tag, words: "", inside: open.clone() });
            is_script = element == "script";
            if VOID.contains(&element) || tag.ends_with('/') {
                open.pop();
            }
        }
        if !is_script && !words.trim().is_empty() {
            found.push(Piece { tag: "", words, inside: open.clone() });
        }
    }
    found
}

/// A page without the links to what its words mean, so that each sentence is
/// one piece again.
#[must_use]
pub fn unexplained(page: &str) -> String {
    const LINK: &str = "<a href=\"glossary.html#word-";
    let mut parts = page.split(LINK);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (word, rest) = part.split_once('>').and_then(|(_, rest)| rest.split_once("</a>")).unwrap_or(("", part));
        whole.push_str(word);
        whole.push_str(rest);
    }
    whole
}

/// An attribute of a tag.
#[must_use]
pub fn attribute<'a>(tag: &'a str, attribute: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {attribute}=\""))?.1.split('"').next()
}

/// Whether a tag has a class.
#[must_use]
pub fn has_class(tag: &str, class: &str) -> bool {
    attribute(tag, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
}

/// The name of the element.
fn name(tag: &str) -> &str {
    tag.split([' ', '\n', '/']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=\"utf-8\"><script src=\"a.js\">if (1<2) b>c</script>\
        </head><body><p class=\"needs-app wide\">Choose <a class=\"link\" href=\"b.html#c\">this <b>one</b></a></p>\
        <svg><path d=\"M1\"/></svg><p>or that</p></body></html>";

    #[test]
    fn each_piece_knows_what_it_stands_in() {
        let found = pieces(PAGE);
        let words: Vec<_> = found.iter().filter(|piece| piece.tag.is_empty()).collect();
        let told: Vec<_> = words.iter().map(|piece| (piece.words, piece.is_in("needs-app"))).collect();
        assert_eq!(told, [("Choose ", true), ("this ", true), ("one", true), ("or that", false)]);
        assert!(words[2].is_within("a") && !words[3].is_within("a") && !words[3].is_within("svg"));
        let links: Vec<_> = found.iter().filter_map(Piece::href).collect();
        assert_eq!(links, ["b.html#c"]);
    }

    #[test]
    fn what_words_mean_is_taken_out_and_the_words_stay() {
        let page = "<p>An <a href=\"glossary.html#word-ep\">EP</a> or <a href=\"b.html\">b</a></p>";
        assert_eq!(unexplained(page), "<p>An EP or <a href=\"b.html\">b</a></p>");
    }

    #[test]
    fn a_class_is_a_whole_word() {
        assert!(has_class("p class=\"needs-app wide\"", "wide"));
        assert!(!has_class("p class=\"needs-app-not\"", "needs-app"));
    }
}
