//! The parts of a spreadsheet that are XML, read element by element. Nothing is
//! looked up outside, and no definition is followed.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::limits::{MOST_DEPTH, MOST_IN_CELL};
use crate::refused::Why;

/// A part that is being read.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

/// What comes next in it.
pub(crate) enum Next<'a> {
    /// An element begins.
    Begin(BytesStart<'a>),
    /// An element ends.
    End(String),
    /// A piece of text.
    Text(Cow<'a, str>),
}

/// The text of a part, whatever its mark says of its encoding.
pub(crate) fn decoded(bytes: Vec<u8>) -> Result<String, Why> {
    match Encoding::for_bom(&bytes) {
        Some((encoding, length)) => {
            let rest = bytes.get(length..).unwrap_or_default();
            encoding.decode_without_bom_handling_and_without_replacement(rest).map(Cow::into_owned).ok_or(Why::Broken)
        }
        None => String::from_utf8(bytes).map_err(|_| Why::Broken),
    }
}

impl<'a> Xml<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// What comes next; nothing at the end of the part, where every element must
    /// have ended.
    pub(crate) fn next(&mut self) -> Result<Option<Next<'a>>, Why> {
        loop {
            match self.reader.read_event().map_err(|_| Why::Broken)? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > MOST_DEPTH {
                        return Err(Why::Unsafe);
                    }
                    return Ok(Some(Next::Begin(element)));
                }
                Event::End(element) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Next::End(element.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Next::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Next::Text(text.xml10_content()))),
                Event::GeneralRef(reference) => return Ok(Some(Next::Text(Cow::Owned(sign(&reference)?.to_string())))),
                Event::DocType(_) => return Err(Why::Unsafe),
                Event::Eof if self.depth > 0 => return Err(Why::Broken),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    /// All text in the element that has just begun.
    pub(crate) fn text(&mut self) -> Result<String, Why> {
        let (mut text, outside) = (String::new(), self.depth);
        while self.depth >= outside {
            match self.next()? {
                Some(Next::Text(piece)) => text += &piece,
                Some(_) => {}
                None => break,
            }
            if text.len() > MOST_IN_CELL * 4 {
                return Err(Why::TooManyCells);
            }
        }
        Ok(text)
    }

    /// Goes to the end of the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Why> {
        let outside = self.depth;
        while self.depth >= outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }
}

/// The sign that a reference stands for: one of the five that XML knows, or a
/// number. Any other is defined by the file itself, and not followed.
fn sign(reference: &BytesRef) -> Result<char, Why> {
    if let Some(sign) = reference.resolve_char_ref().map_err(|_| Why::Broken)? {
        return Ok(sign);
    }
    match reference.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(Why::Unsafe),
    }
}

/// An attribute of an element, whatever stands before the colon of its name.
pub(crate) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut all = element.attributes();
    let all = all.with_checks(false).flatten();
    let mut named = all.filter(|one| one.key.local_name().as_ref() == name);
    named.next().and_then(|one| one.normalized_value(XmlVersion::Implicit1_0).ok()).map(Cow::into_owned)
}
