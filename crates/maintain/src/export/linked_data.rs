//! schema.org: what machines are told of an entry on its page, for all of them
//! in one file.

use std::io::Write;

use anyhow::Result;
use directory::Address;
use directory::linked_data::{self, Node};
use directory::listing::Contacts;

use super::{Asked, Entry, Frame};
use crate::command::Setting;

/// The page of an entry with what it is about. `None`: its page tells machines
/// nothing of it.
pub(super) fn node(entry: &Entry, frame: &Frame, at: &Setting) -> Result<Option<Node>> {
    let mut listing = entry.listing()?;
    if let Some(route) = listing.crisis_route.as_deref().and_then(|id| frame.crisis.route(id)) {
        let web = listing.contacts.web.take().or_else(|| route.contacts.web.clone());
        listing.contacts = Contacts { web, ..route.contacts.clone() };
    }
    let Some(about) = linked_data::about(&listing, &frame.site, at.today) else { return Ok(None) };
    let page = Address::Listing(listing.id.clone());
    let url = frame.site.public_folder().map(|folder| format!("{folder}{}", page.file()));
    let page = Node::of("WebPage")
        .with("name", listing.name.as_str())
        .with("identifier", listing.id.as_str())
        .with("inLanguage", "en-GB")
        .maybe("url", url)
        .maybe("lastReviewed", listing.checked.as_ref().map(|check| check.on.iso()))
        .with("mainEntity", about);
    Ok(Some(page))
}

/// Writes the pages of all entries as one graph.
pub(super) fn write(asked: &Asked, at: &Setting, frame: &Frame, out: &mut dyn Write) -> Result<()> {
    write!(out, "{{\"@context\":\"https://schema.org\",\"@graph\":[")?;
    let mut between = "\n";
    asked.each(frame, |entry| {
        if let Some(node) = node(&entry, frame, at)? {
            write!(out, "{between}{}", node.written())?;
            between = ",\n";
        }
        Ok(())
    })?;
    Ok(writeln!(out, "\n]}}")?)
}
