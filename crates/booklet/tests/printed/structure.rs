//! What a screen reader and a reader of bookmarks find: tags, headings, lists,
//! tables, links, letters that are in the file.

use crate::book::book;
use crate::text::{COUNT, printed};
use booklet::Paper;
use pdf_extract::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

fn document() -> Document {
    Document::load_mem(&printed(&book(COUNT), Paper::A4).bytes).unwrap()
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match object {
        Object::Reference(id) => document.get_object(*id).ok().and_then(|object| object.as_dict().ok()),
        other => other.as_dict().ok(),
    }
}

fn within<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    of.get(key).ok().and_then(|object| dictionary(document, object))
}

fn name(of: &Dictionary, key: &[u8]) -> String {
    let name = of.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8_lossy(name).into_owned()
}

/// Every tag with the one that holds it, from the first to the last.
fn tags(document: &Document, of: &Dictionary, parent: &str, found: &mut Vec<(String, String)>) {
    let own = name(of, b"S");
    if !own.is_empty() {
        found.push((parent.to_owned(), own.clone()));
    }
    let kids = match of.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().collect(),
        Ok(one) => vec![one],
        Err(_) => Vec::new(),
    };
    for kid in kids.into_iter().filter_map(|kid| dictionary(document, kid)) {
        tags(document, kid, &own, found);
    }
}

#[test]
fn tags_tell_headings_lists_and_tables() {
    let document = document();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"en-GB");
    assert!(within(&document, catalog, b"MarkInfo").unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let mut found = Vec::new();
    tags(&document, within(&document, catalog, b"StructTreeRoot").unwrap(), "", &mut found);
    let count = |tag: &str| found.iter().filter(|(_, own)| own == tag).count();
    assert_eq!(found[0].1, "Document");
    // Help, contents, guide, all help, two places, two indexes.
    assert_eq!(count("H1"), 8);
    assert_eq!(count("H3"), COUNT);
    // A table of help on the cover, one for each group.
    assert_eq!((count("Table"), count("TH")), (2, 4));
    assert!(count("TOC") > 0);
    // The facts of each entry, and the lines of each index.
    assert!(count("L") >= COUNT + 2);
    assert!(count("Link") >= 2 * COUNT);
    let held = |child: &str, parents: &[&str]| {
        found.iter().filter(|(_, own)| own == child).all(|(parent, _)| parents.contains(&parent.as_str()))
    };
    assert!(held("LI", &["L"]) && held("LBody", &["LI"]) && held("TD", &["TR"]) && held("TH", &["TR"]));
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    let document = document();
    let catalog = document.catalog().unwrap();
    let mut found = Vec::new();
    tags(&document, within(&document, catalog, b"StructTreeRoot").unwrap(), "", &mut found);
    let levels = found.iter().filter_map(|(_, tag)| tag.strip_prefix('H')?.parse::<u8>().ok());
    let levels: Vec<u8> = levels.collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

/// The titles of all bookmarks with their pages, from the first to the last.
fn bookmarks(document: &Document) -> Vec<(String, Option<usize>)> {
    let pages: BTreeMap<ObjectId, usize> =
        document.get_pages().into_iter().map(|(number, id)| (id, number as usize)).collect();
    let mut found = Vec::new();
    let mut open: Vec<&Dictionary> = Vec::new();
    let outlines = within(document, document.catalog().unwrap(), b"Outlines").unwrap();
    open.extend(within(document, outlines, b"First"));
    while let Some(one) = open.pop() {
        let title = one.get(b"Title").and_then(Object::as_str).unwrap();
        let target = one.get_deref(b"Dest", document).and_then(Object::as_array).ok();
        let page = target.and_then(|target| target.first()?.as_reference().ok());
        found.push((words(title), page.and_then(|page| pages.get(&page).copied())));
        open.extend(within(document, one, b"Next"));
        open.extend(within(document, one, b"First"));
    }
    found
}

/// A text of a PDF, which is Latin or UTF-16.
fn words(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(wide) => char::decode_utf16(wide.chunks(2).map(|two| u16::from_be_bytes([two[0], two[1]])))
            .map(Result::unwrap)
            .collect(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[test]
fn every_bookmark_leads_to_a_page_and_every_entry_has_one() {
    let marks = bookmarks(&document());
    assert!(marks.iter().all(|(_, page)| page.is_some()), "{marks:?}");
    for at in 0..COUNT {
        assert!(marks.iter().any(|(title, _)| *title == format!("Made up {at}")), "{at}");
    }
    let pages: Vec<_> = marks.iter().filter_map(|(_, page)| *page).collect();
    assert!(pages.is_sorted(), "they stand in the order of the pages");
}

#[test]
fn both_faces_are_in_the_file_and_no_other() {
    let document = document();
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let faces: Vec<_> = dictionaries.filter(|one| name(one, b"Type") == "FontDescriptor").collect();
    assert_eq!(faces.len(), 2);
    for face in faces {
        assert!(name(face, b"FontName").contains("AtkinsonHyperlegibleNext"));
        assert!(face.has(b"FontFile2") || face.has(b"FontFile3"), "{face:?}");
    }
}
