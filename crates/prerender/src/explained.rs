//! The words of the glossary become links where they first occur in a page.
//!
//! Only in running text of pages that nobody takes over: a link in a heading, a
//! button or a link would be in the way, and beside help for now or a warning
//! there must be nothing to press but the number.

use anyhow::{Context, Result};
use directory::Address;
use directory::glossary::{Glossary, Piece, TermId};
use directory::search::View;
use lol_html::html_content::ContentType;
use lol_html::{EndTagHandler, RewriteStrSettings, doc_text, element, rewrite_str};
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Where running text stands.
const RUNNING: &str = "p, li, dd";

/// What is no running text, or says what to do in danger or while waiting.
const LEFT_ALONE: &str = "a, button, summary, details, label, code, nav, h1, h2, h3, h4, dt, th, \
    .crisis, .notice, .thrive, .hero__by, .listing__wait, .listing__wrong, \
    .sheet__hand, .sheet__home";

/// Whether the words of a page are explained.
pub fn is_explained(address: &Address) -> bool {
    matches!(address, Address::Listing(_) | Address::StaffListing(_) | Address::Kinds | Address::About)
}

/// The main part of a page, with links to what its words mean; nothing else of
/// it is changed.
pub fn explained(html: &str, glossary: &Glossary, view: View) -> Result<String> {
    let (running, left_alone) = (Depth::default(), Depth::default());
    let (text, seen) = (RefCell::new(String::new()), RefCell::new(BTreeSet::new()));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(RUNNING, |element| {
            running.enter(element.end_tag_handlers());
            Ok(())
        }))
        .append_element_content_handler(element!(LEFT_ALONE, |element| {
            left_alone.enter(element.end_tag_handlers());
            Ok(())
        }))
        .append_document_content_handler(doc_text!(|chunk| {
            if running.is_in() && !left_alone.is_in() {
                // A text may come in parts: the whole of it is looked at.
                text.borrow_mut().push_str(chunk.as_str());
                match chunk.last_in_text_node() {
                    true => {
                        let whole = linked(&text.take(), glossary, view, &mut seen.borrow_mut());
                        chunk.replace(&whole, ContentType::Html);
                    }
                    false => chunk.remove(),
                }
            }
            Ok(())
        }));
    rewrite_str(html, settings).context("the words of a page could not be explained")
}

/// How deep within some kind of element the page is being read.
#[derive(Clone, Default)]
struct Depth(Rc<Cell<u32>>);

impl Depth {
    fn is_in(&self) -> bool {
        self.0.get() > 0
    }

    /// An element begins; it ends with its end tag. One without any holds
    /// nothing.
    fn enter(&self, ends: Option<&mut Vec<EndTagHandler<'static>>>) {
        let Some(ends) = ends else { return };
        self.0.set(self.0.get() + 1);
        let depth = self.0.clone();
        ends.push(Box::new(move |_| {
            depth.set(depth.get().saturating_sub(1));
            Ok(())
        }));
    }
}

/// A text as markup, with its words as links.
fn linked(text: &str, glossary: &Glossary, view: View, seen: &mut BTreeSet<TermId>) -> String {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Plain(plain) => plain.to_owned(),
        Piece::Term(word, id) => format!("<a href=\"{}#{}\">{word}</a>", Address::Glossary.file(), id.anchor()),
    };
    glossary.pieces(text, view, seen).into_iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::finding::Findings;
    use directory::record::TermRecord;

    fn glossary() -> Glossary {
        let record = |(id, link): (&str, &str)| TermRecord {
            id: id.to_owned(),
            term: id.to_owned(),
            says: "What it is.".to_owned(),
            audience: vec!["parent".to_owned()],
            links: vec![link.to_owned()],
            ..TermRecord::default()
        };
        let records = [("mhst", "MHST"), ("send", "SEND"), ("triage", "triage")].map(record);
        Glossary::read(records.to_vec(), &mut Findings::default())
    }

    fn check(html: &str, expected: &str) -> Result<()> {
        assert_eq!(explained(html, &glossary(), View::Families)?, expected);
        Ok(())
    }

    #[test]
    fn the_first_of_each_word_in_running_text_leads_to_what_it_means() -> Result<()> {
        check(
            "<main><h1>MHST</h1><p>An MHST &amp; <b>SEND</b>, not the MHST.</p><ul><li>SEND<br>Triage</li></ul></main>",
            "<main><h1>MHST</h1><p>An <a href=\"glossary.html#word-mhst\">MHST</a> &amp; \
             <b><a href=\"glossary.html#word-send\">SEND</a></b>, not the MHST.</p><ul><li>SEND<br>\
             <a href=\"glossary.html#word-triage\">Triage</a></li></ul></main>",
        )
    }

    #[test]
    fn headings_links_buttons_and_help_for_now_stay_as_they_are() -> Result<()> {
        for html in [
            "<p><a href=\"tel:999\">Call the MHST on 999</a></p>",
            "<li><button>MHST</button></li>",
            "<section class=\"crisis\"><p>MHST</p></section>",
            "<div class=\"notice notice--safety\"><h2>SEND</h2><p>Tell the MHST.</p></div>",
            "<ul><li><h3>MHST</h3><code>SEND</code></li></ul>",
            "<details><summary>MHST</summary><ul><li>SEND</li></ul></details>",
            "<section class=\"listing__section listing__wait\"><p>The MHST</p></section>",
            "<nav><ul><li>MHST</li></ul></nav>",
            "<span>MHST</span><div>SEND</div>",
            "<p title=\"MHST\">send</p><!-- MHST --><img alt=\"SEND\">",
        ] {
            check(html, html)?;
        }
        Ok(())
    }

    #[test]
    fn nothing_is_explained_twice_after_what_was_left_alone() -> Result<()> {
        check(
            "<p><a href=\"x\">MHST</a> MHST <a href=\"x\">MHST</a> MHST</p>",
            "<p><a href=\"x\">MHST</a> <a href=\"glossary.html#word-mhst\">MHST</a> <a href=\"x\">MHST</a> MHST</p>",
        )
    }
}
