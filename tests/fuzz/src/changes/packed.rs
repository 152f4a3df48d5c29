//! Mistakes inside a part of a package.

use std::io::{Cursor, Read, Write};

use fastrand::Rng;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::bytes;

type Part = (String, Vec<u8>);

/// A package with mistakes in one of its parts. `None`: it is no package.
pub(super) fn changed(whole: &[u8], other: &[u8], chance: &mut Rng) -> Option<Vec<u8>> {
    let mut parts = unpacked(whole)?;
    let lent = unpacked(other).unwrap_or_default();
    for _ in 0..=chance.usize(..2) {
        let at = chance.usize(..parts.len().max(1));
        match chance.u8(..16) {
            0 => drop((at < parts.len()).then(|| parts.remove(at))),
            1 => parts.extend(chance.choice(&lent).cloned()),
            2 => parts.get(at).cloned().into_iter().for_each(|part| parts.push(part)),
            _ => {
                let (name, text) = parts.get_mut(at)?;
                let same = lent.iter().find(|(one, _)| one == name).map_or(&[][..], |(_, text)| text.as_slice());
                *text = bytes::changed(text, same, chance);
            }
        }
    }
    packed(&parts)
}

fn unpacked(whole: &[u8]) -> Option<Vec<Part>> {
    let mut archive = ZipArchive::new(Cursor::new(whole)).ok()?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).ok()?;
        let (name, mut text) = (part.name().ok()?.into_owned(), Vec::new());
        part.read_to_end(&mut text).ok()?;
        parts.push((name, text));
    }
    Some(parts)
}

fn packed(parts: &[Part]) -> Option<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // Two parts of one name are refused by whoever packs; the first stays.
        if writer.start_file(name.as_str(), options).is_ok() {
            writer.write_all(text).ok()?;
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
