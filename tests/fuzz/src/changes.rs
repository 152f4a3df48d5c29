//! Mistakes that are made in a file: some as they happen, most as nobody would.

mod bytes;
mod packed;

use fastrand::Rng;

/// How a file is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Byte after byte.
    Plain,
    /// Parts that are packed: mistakes are made inside one, and then it is packed
    /// again. Mistakes in the package itself would only be refused at the door.
    Package,
}

/// The most bytes of what is tried.
const MOST: usize = 1024 * 1024;

/// One of the files with mistakes in it. Another one lends some of its own.
pub fn tried(form: Form, files: &[(String, Vec<u8>)], chance: &mut Rng) -> Vec<u8> {
    let Some((_, whole)) = chance.choice(files) else { return Vec::new() };
    let other = chance.choice(files).map_or(&[][..], |(_, bytes)| bytes.as_slice());
    // One in eight is changed as it is packed.
    let inside = form == Form::Package && chance.u8(..8) > 0;
    let packed = inside.then(|| packed::changed(whole, other, chance)).flatten();
    let mut tried = packed.unwrap_or_else(|| bytes::changed(whole, other, chance));
    tried.truncate(MOST);
    tried
}
