//! Their words as plain ones: markup is cleaned to what is safe and then read
//! as paragraphs, what nobody sees is taken out, and entities are read once.

use std::collections::HashSet;
use std::mem::take;

use ammonia::Builder;

/// The most bytes of one text that are looked at; no description is longer.
const LONGEST: usize = 60_000;

/// The longest summary that is made of a description, in letters.
const SUMMARY: usize = 300;

/// The longest heading, in letters: a line that long is a sentence, whether or not
/// it ends as one.
const HEADING: usize = 60;

/// What is left of markup: what ends a line, and links.
const KEPT: [&str; 22] = [
    "a",
    "br",
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "td",
    "th",
    "table",
    "blockquote",
    "section",
    "article",
    "dt",
    "dd",
];

/// A text on one line: a name, a title, a note.
pub(super) fn line(text: &str) -> String {
    paragraphs(text).join(" ")
}

/// The paragraphs of a text, each on one line. Pictures, styles, scripts and
/// comments are gone; of a link, its words stay, and where it leads.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let text = up_to(text, LONGEST);
    let lines = if has_markup(text) {
        of_markup(text)
    } else {
        text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(unescaped).collect()
    };
    lines.iter().map(|line| visible(line)).filter(|line| !line.is_empty()).collect()
}

/// The first sentence of some paragraphs, or its beginning.
pub(super) fn first_sentence(paragraphs: &[String]) -> Option<String> {
    let is_sentence = |one: &&String| one.ends_with(['.', '!', '?']) || one.chars().count() > HEADING;
    let first = paragraphs.iter().find(is_sentence).or_else(|| paragraphs.first())?;
    let ends = first.char_indices().filter(|(_, letter)| matches!(letter, '.' | '!' | '?')).map(|(at, _)| at + 1);
    let is_end = |at: &usize| first.get(*at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let sentence = ends.filter(is_end).find(|at| *at > 20).and_then(|at| first.get(..at)).unwrap_or(first);
    Some(match sentence.char_indices().nth(SUMMARY) {
        None => sentence.to_owned(),
        Some((at, _)) => {
            let cut = sentence.get(..at).unwrap_or_default();
            let cut = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
            format!("{cut}…")
        }
    })
}

/// The beginning of a text, of at most so many bytes.
pub(super) fn up_to(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Single spaces, and nothing that nobody sees.
fn visible(text: &str) -> String {
    let shown = text.chars().filter(|letter| !is_invisible(*letter));
    let plain: String =
        shown.map(|letter| if letter.is_whitespace() || letter.is_control() { ' ' } else { letter }).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_invisible(letter: char) -> bool {
    let is_gap = letter.is_whitespace() || matches!(letter, '\t' | '\n' | '\r');
    (letter.is_control() && !is_gap)
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(letter, '\u{feff}' | '\u{fff9}'..='\u{fffd}')
}

fn has_markup(text: &str) -> bool {
    let is_tag = |after: &str| after.starts_with(|sign: char| sign.is_ascii_alphabetic() || "/!?".contains(sign));
    text.split('<').skip(1).any(is_tag)
}

/// A line without markup, its entities read once: `&amp;amp;` is `&amp;`.
fn unescaped(line: &str) -> String {
    if line.contains('&') { of_markup(&line.replace('<', "&lt;")).join(" ") } else { line.to_owned() }
}

/// The lines of a text with markup. A cleaner that browsers' own rules are in
/// makes sense of it first, so that what is read here is in order.
fn of_markup(text: &str) -> Vec<String> {
    let clean = Builder::default()
        .tags(HashSet::from(KEPT))
        .generic_attributes(HashSet::new())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .clean(text)
        .to_string();
    let mut lines = Lines::default();
    let mut rest = clean.as_str();
    while let Some(at) = rest.find('<') {
        lines.write(rest.get(..at).unwrap_or_default());
        let tag = rest.get(at + 1..).unwrap_or_default();
        let end = end_of_tag(tag);
        lines.tag(tag.get(..end).unwrap_or_default());
        rest = tag.get(end + 1..).unwrap_or_default();
    }
    lines.write(rest);
    lines.end_line();
    lines.done
}

/// Where a tag ends; a `>` in quotes is none.
fn end_of_tag(tag: &str) -> usize {
    let mut is_quoted = false;
    let end = tag.bytes().position(|sign| {
        is_quoted ^= sign == b'"';
        sign == b'>' && !is_quoted
    });
    end.unwrap_or(tag.len())
}

#[derive(Default)]
struct Lines {
    done: Vec<String>,
    now: String,
    /// Where the link leads in which we are, and where its words begin.
    link: Option<(String, usize)>,
}

impl Lines {
    fn write(&mut self, escaped: &str) {
        self.now += &read_once(escaped);
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        match name {
            "a" => {
                let address = tag.split_once("href=\"").and_then(|(_, rest)| rest.split('"').next());
                self.link = address.map(|address| (read_once(address), self.now.len()));
            }
            "/a" => self.end_link(),
            "td" | "th" | "/td" | "/th" => self.now.push(' '),
            _ => self.end_line(),
        }
    }

    /// After the words of a link, where it leads, unless they say it.
    fn end_link(&mut self) {
        let Some((address, at)) = self.link.take() else { return };
        let address = address.trim_start_matches("mailto:").trim_start_matches("tel:");
        let words = self.now.get(at..).unwrap_or_default();
        let bare = address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
        if !words.contains(bare) {
            self.now += &format!(" ({address})");
        }
    }

    fn end_line(&mut self) {
        self.end_link();
        self.done.push(take(&mut self.now));
    }
}

/// The five entities that the cleaner writes, read in one pass.
fn read_once(escaped: &str) -> String {
    const ENTITIES: [(&str, char); 5] =
        [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", ' ')];
    let mut read = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some(at) = rest.find('&') {
        read += rest.get(..at).unwrap_or_default();
        rest = rest.get(at..).unwrap_or_default();
        let (entity, letter) = ENTITIES.into_iter().find(|(entity, _)| rest.starts_with(entity)).unwrap_or(("&", '&'));
        read.push(letter);
        rest = rest.get(entity.len()..).unwrap_or_default();
    }
    read + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, lines: &[&str]) {
        assert_eq!(paragraphs(text), lines, "{text:?}");
    }

    #[test]
    fn markup_becomes_plain_paragraphs() {
        check("<p>One &amp; <b>two</b></p><p>Three</p>", &["One & two", "Three"]);
        check("<ul><li>A</li><li>B</li></ul>tail", &["A", "B", "tail"]);
        check("a<br>b<br/>c", &["a", "b", "c"]);
        check("<div style=\"color:red\" onclick=x()>Hi<!-- no --><script>alert(1)</script></div>", &["Hi"]);
        check("<p>See <a href=\"https://example.org/x\">our page</a></p>", &["See our page (https://example.org/x)"]);
        check("<a href=\"https://example.org/\">example.org</a>", &["example.org"]);
        check("<a href=\"javascript:alert(1)\">here</a>", &["here"]);
    }

    #[test]
    fn entities_are_read_once() {
        check("R&amp;D &amp;amp; caf&eacute; &#163;5", &["R&D &amp; café £5"]);
        check("<p>&lt;b&gt; is a tag</p>", &["<b> is a tag"]);
        check("Fish & chips, under <5s", &["Fish & chips, under <5s"]);
    }

    #[test]
    fn lines_of_any_system_are_lines_and_what_nobody_sees_goes() {
        check("One\r\n \r\ntwo\nthree", &["One", "two", "three"]);
        check("\u{feff}self\u{200b}-harm\u{a0}help\u{ad}", &["self-harm help"]);
        check(" ", &[]);
    }

    #[test]
    fn a_summary_is_the_first_sentence() {
        let summary = |text: &str| first_sentence(&paragraphs(text));
        assert_eq!(summary("Talks about sleep for all. And more.").as_deref(), Some("Talks about sleep for all."));
        assert_eq!(summary("No end here").as_deref(), Some("No end here"));
        assert_eq!(
            summary("What we do\nWe help with sleep for all. More.").as_deref(),
            Some("We help with sleep for all.")
        );
        assert_eq!(
            summary("Version 1.5 of it helps everybody. More.").as_deref(),
            Some("Version 1.5 of it helps everybody.")
        );
        assert_eq!(summary(&"word ".repeat(200)).map(|one| one.chars().count() <= SUMMARY + 1), Some(true));
        assert_eq!(summary(""), None);
    }

    proptest! {
        #[test]
        fn no_text_leaves_markup_or_what_nobody_sees(text in "[ -~\n<>&;/\"a\u{200b}\u{a0}é]{0,200}") {
            for line in paragraphs(&text) {
                prop_assert!(!line.chars().any(|letter| letter.is_control() || is_invisible(letter)));
                prop_assert_eq!(line.trim(), line.as_str());
            }
        }
    }
}
