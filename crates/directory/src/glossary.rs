//! The words, teams and roles that families and new staff meet, each in plain
//! words and with its source.
//!
//! It is for pages that are drawn before anybody reads them: no list and no
//! search needs it, so neither the app nor the bundle that it loads has any of
//! it.

mod found;

use crate::catalogue::LoadError;
use crate::closed::{Choices, Closed};
use crate::contact::is_web_address;
use crate::day::Day;
use crate::finding::{Finding, Findings, listed};
use crate::id::ListingId;
use crate::json::Json;
use crate::record::{Fill, Place, Reading, TermRecord};
use crate::search::View;
use crate::vocabulary::Audience;
use crate::words::fold;
use std::fmt;

pub use found::{Piece, Spelling};

/// Names the place of a word on the page for ever.
///
/// Invariant: spelt as the id of a listing is, held by [`TermId::new`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TermId(Box<str>);

impl TermId {
    /// The id that these letters spell, if they can be one.
    pub fn new(letters: &str) -> Option<Self> {
        ListingId::new(letters).map(|_| Self(letters.into()))
    }

    /// The letters of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of its element on the page: no other element has such a one.
    pub fn anchor(&self) -> String {
        format!("word-{}", self.0)
    }
}

impl fmt::Display for TermId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A word that is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Names its place on the page.
    pub id: TermId,
    /// The word itself.
    pub name: String,
    /// What else it is called.
    pub also: Vec<String>,
    /// What it was called before.
    pub once: Vec<String>,
    /// How it is often misspelt.
    pub misspelt: Vec<String>,
    /// What it means.
    pub says: String,
    /// Who meets it.
    pub audience: Choices<Audience>,
    /// What becomes a link where it occurs.
    pub links: Vec<Spelling>,
    /// What it rests on. Empty: no source is known.
    pub sources: Vec<TermSource>,
    /// The date of the source. `None`: it is not dated.
    pub dated: Option<Day>,
    /// What of it no source states. `None`: its sources state all of it.
    pub ours: Option<String>,
}

/// What the meaning of a word rests on: a page, words, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermSource {
    /// Its page.
    pub web: Option<String>,
    /// What it is, or what of it is meant; may be empty beside a page.
    pub says: String,
}

impl Term {
    /// Whether somebody in this view meets it.
    pub fn is_for(&self, view: View) -> bool {
        match view {
            View::Families => self.is_for_families(),
            View::Staff => true,
        }
    }

    /// Whether families meet it; the others are for school staff alone.
    pub fn is_for_families(&self) -> bool {
        self.audience.contains(Audience::Parent) || self.audience.contains(Audience::YoungPerson)
    }

    /// Every name of it, the present one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.name].into_iter().chain(&self.also).chain(&self.once).chain(&self.misspelt).map(String::as_str)
    }
}

/// Every word that is explained, by name.
///
/// Invariant: each id once, in the order of their folded names, held by
/// [`Glossary::read`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary(Vec<Term>);

impl Glossary {
    /// What a bundle explains; nothing, where it has no such part.
    pub fn of_bundle(text: &str) -> Result<(Self, Vec<Finding>), LoadError> {
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text).map_err(|why| LoadError::NotABundle(why.to_string()))?;
        let mut findings = Findings::of_file("glossary");
        let mut records: Vec<TermRecord> = Vec::new();
        if let Some(terms) = json.get("glossary") {
            records.fill(terms, &Place::Whole, &mut Reading::new(&mut findings));
        }
        let glossary = Self::read(records, &mut findings);
        Ok((glossary, findings.into_vec()))
    }

    /// What records spell. A word that cannot be read is left out, and named.
    pub fn read(records: Vec<TermRecord>, findings: &mut Findings) -> Self {
        let mut all: Vec<Term> = Vec::new();
        for (at, record) in records.into_iter().enumerate() {
            let field = |name: &str| format!("terms[{at}].{name}");
            let Some(term) = term(record, &field, findings) else { continue };
            if all.iter().any(|other| other.id == term.id) {
                findings.error(&field("id"), &term.id, "Write an id of its own; the first with this one is kept.");
            } else {
                all.push(term);
            }
        }
        all.sort_by_cached_key(|term| fold(&term.name));
        Self(all)
    }

    /// Each word, by name.
    pub fn terms(&self) -> &[Term] {
        &self.0
    }
}

fn term(record: TermRecord, field: &dyn Fn(&str) -> String, findings: &mut Findings) -> Option<Term> {
    let TermRecord { id, term: name, also, once, misspelt, says, audience, links, sources, dated, ours } = record;
    let Some(id) = TermId::new(&id) else {
        findings.error(&field("id"), &id, "Write an id of a-z, 0-9 and -, at most 80 letters.");
        return None;
    };
    for (named, text, write) in
        [("term", &name, "Write the word that is explained."), ("says", &says, "Say in plain words what it means.")]
    {
        if text.trim().is_empty() {
            findings.error(&field(named), id.as_str(), write);
            return None;
        }
    }
    let mut known = Choices::default();
    for slug in audience {
        match Audience::from_slug(&slug) {
            Some(one) => known = known.with(one),
            None => {
                let write = format!("Write one of: {}.", listed(Audience::slugs()));
                findings.error(&field("audience"), &slug, write);
            }
        }
    }
    if known.is_empty() {
        findings.error(&field("audience"), id.as_str(), "Write who meets it: parent, young-person, staff.");
        return None;
    }
    let day = dated.and_then(|text| {
        let day = Day::read(&text);
        if day.is_none() {
            findings.error(&field("dated"), &text, "Write 2026, 2026-09 or 2026-09-21.");
        }
        day
    });
    let mut spellings = Vec::new();
    for text in links {
        match Spelling::new(&text) {
            Some(spelling) => spellings.push(spelling),
            None => findings.error(
                &field("links"),
                &text,
                "Write letters at both ends; of fewer than five letters, with its capitals: other words look like it.",
            ),
        }
    }
    let mut kept = Vec::new();
    for (at, source) in sources.into_iter().enumerate() {
        let place = field(&format!("sources[{at}].web"));
        let web = source.web.filter(|web| is_web_address(web, &place, findings));
        if web.is_some() || !source.says.trim().is_empty() {
            kept.push(TermSource { web, says: source.says });
        }
    }
    Some(Term {
        id,
        name,
        also,
        once,
        misspelt,
        says,
        audience: known,
        links: spellings,
        sources: kept,
        dated: day,
        ours: ours.filter(|words| !words.trim().is_empty()),
    })
}

#[cfg(test)]
mod tests;
