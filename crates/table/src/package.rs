//! A packed spreadsheet, opened with care: what it would be when unpacked is
//! looked at before anything is unpacked, and again while it is. Only the parts
//! that are asked for are read, by name, into memory; no path leads to a disk.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::limits::{MOST_PACKED, MOST_PARTS, MOST_RATIO, MOST_UNPACKED, SMALL_PART};
use crate::refused::Why;
use crate::xml;

/// How every packed file begins.
pub(crate) const SIGN: &[u8] = b"PK\x03\x04";

/// A packed spreadsheet.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The names of its parts in small letters, with their places. Programs do
    /// not agree on capital letters.
    names: Vec<(String, usize)>,
    unpacked: u64,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Why> {
        if bytes.len() > MOST_PACKED {
            return Err(Why::TooLarge);
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(why)?;
        if archive.len() > MOST_PARTS {
            return Err(Why::Swollen);
        }
        let (mut names, mut sum) = (Vec::new(), 0_u64);
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(why)?;
            if part.encrypted() {
                return Err(Why::Locked);
            }
            sum = sum.saturating_add(part.size());
            if is_swollen(part.size(), part.compressed_size()) {
                return Err(Why::Swollen);
            }
            let name = part.name().map_err(why)?.replace('\\', "/").to_lowercase();
            names.push((name, at));
        }
        if sum > MOST_UNPACKED * 2 {
            return Err(Why::Swollen);
        }
        Ok(Self { archive, names, unpacked: 0 })
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.at(name).is_some()
    }

    /// The text of a part, if there is one of this name.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Why> {
        let Some(at) = self.at(name) else { return Ok(None) };
        let part = self.archive.by_index(at).map_err(why)?;
        let left = MOST_UNPACKED.saturating_sub(self.unpacked);
        let (packed, mut bytes) = (part.compressed_size(), Vec::new());
        part.take(left + 1).read_to_end(&mut bytes).map_err(|_| Why::Broken)?;
        let length = bytes.len() as u64;
        self.unpacked += length;
        if length > left || is_swollen(length, packed) {
            return Err(Why::Swollen);
        }
        xml::decoded(bytes).map(Some)
    }

    fn at(&self, name: &str) -> Option<usize> {
        let name = name.to_lowercase();
        self.names.iter().find(|(one, _)| *one == name).map(|(_, at)| *at)
    }
}

fn is_swollen(unpacked: u64, packed: u64) -> bool {
    unpacked > MOST_UNPACKED || (unpacked > SMALL_PART && unpacked / packed.max(1) > MOST_RATIO)
}

fn why(error: ZipError) -> Why {
    match error {
        ZipError::UnsupportedArchive(_) => Why::Locked,
        _ => Why::Broken,
    }
}
