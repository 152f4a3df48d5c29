//! What came in, on the disk instead of in the memory, until all of it is there.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use directory::record::ListingRecord;
use open_referral::read::{Came, Offer};
use serde::{Deserialize, Serialize};

use super::update::record_in;

/// The most services of one import.
pub(super) const MOST: usize = 1_000_000;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The services of an import, in the order in which each first came.
pub(super) struct Spool {
    path: PathBuf,
    file: BufWriter<File>,
    length: u64,
    places: Vec<(u64, u64)>,
    by_id: HashMap<u64, usize>,
}

/// A service that waits to be looked at.
pub(super) struct Waiting {
    /// What it is called there.
    pub(super) id: String,
    /// The id that it had with us, if we wrote it ourselves.
    pub(super) slug: Option<String>,
    /// The entry.
    pub(super) record: ListingRecord,
    /// Ages that a person may take.
    pub(super) offers: Vec<Offer>,
}

/// How one is written: the record as its own JSON.
#[derive(Serialize, Deserialize)]
struct Line {
    id: String,
    slug: Option<String>,
    record: serde_json::Value,
    offers: Vec<(String, u8, u8)>,
}

impl Spool {
    /// An empty one, in the computer's folder for such files.
    pub(super) fn new() -> Result<Self> {
        let name = format!("waymark-import-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        let cannot = || format!("cannot write {}", path.display());
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path).with_context(cannot)?;
        if cfg!(unix) {
            // An open file needs no name there, and so a kill leaves nothing behind.
            fs::remove_file(&path).ok();
        }
        Ok(Self { file: BufWriter::new(file), path, length: 0, places: Vec::new(), by_id: HashMap::new() })
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// Adds one, or what another row of the same says beyond the first.
    /// `conflict` is told each field of which they say different things.
    pub(super) fn add(&mut self, came: Came, conflict: impl FnMut(&str)) -> Result<()> {
        let key = super::known::key(&came.id);
        let waiting = Waiting { id: came.id, slug: came.slug, record: came.record, offers: came.offers };
        match self.by_id.get(&key).copied() {
            Some(at) => {
                let mut first = self.read(at)?;
                first.record = super::update::joined(&first.record, &waiting.record, conflict)?;
                let place = self.write(&first)?;
                self.places.get_mut(at).into_iter().for_each(|old| *old = place);
            }
            None => {
                let place = self.write(&waiting)?;
                self.by_id.insert(key, self.places.len());
                self.places.push(place);
            }
        }
        Ok(())
    }

    fn write(&mut self, one: &Waiting) -> Result<(u64, u64)> {
        let offers = one.offers.iter().map(|offer| (offer.says.clone(), offer.from, offer.to)).collect();
        let record = serde_json::to_value(&one.record)?;
        let line = Line { id: one.id.clone(), slug: one.slug.clone(), record, offers };
        let bytes = serde_json::to_vec(&line)?;
        self.file.write_all(&bytes).with_context(|| format!("cannot write {}", self.path.display()))?;
        let place = (self.length, bytes.len() as u64);
        self.length += place.1;
        Ok(place)
    }

    /// The one at a place in their order.
    pub(super) fn read(&mut self, at: usize) -> Result<Waiting> {
        let cannot = || format!("cannot read {}", self.path.display());
        let (from, length) = self.places.get(at).copied().context("there is no such service")?;
        self.file.flush().with_context(cannot)?;
        let file = self.file.get_mut();
        file.seek(SeekFrom::Start(from)).with_context(cannot)?;
        let mut bytes = vec![0; usize::try_from(length)?];
        file.read_exact(&mut bytes).with_context(cannot)?;
        file.seek(SeekFrom::End(0)).with_context(cannot)?;
        let line: Line = serde_json::from_slice(&bytes)?;
        let offers = line.offers.into_iter().map(|(says, from, to)| Offer { says, from, to }).collect();
        Ok(Waiting { id: line.id, slug: line.slug, record: record_in(&line.record.to_string())?, offers })
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // It is of no use to anybody; that it cannot go changes nothing.
        fs::remove_file(&self.path).ok();
    }
}
