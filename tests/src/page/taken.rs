//! What a page offers to be taken away: files that it makes itself; and files
//! that somebody gives to it.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{Page, Thing};

/// A file that a page has offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// Every byte of it.
    pub bytes: Vec<u8>,
}

/// Keeps each file, and lets the browser write none on this computer.
const CATCH: &str = "
window.taken = [];
const blobs = new Map();
const make = URL.createObjectURL.bind(URL);
URL.createObjectURL = (blob) => { const address = make(blob); blobs.set(address, blob); return address; };
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  const blob = this.download && blobs.get(this.href);
  if (!blob) return click.call(this);
  const name = this.download;
  blob.arrayBuffer().then((bytes) => window.taken.push([name, blob.type, [...new Uint8Array(bytes)]]));
};";

impl Page<'_> {
    /// From now on each file that the page offers is kept for [`Page::taken`].
    ///
    /// # Errors
    /// When there is no page.
    pub fn catch_files(&self) -> Result<()> {
        self.ask(CATCH)?;
        Ok(())
    }

    /// Waits for the file at this place among those that were offered.
    ///
    /// # Errors
    /// When it is not offered.
    pub fn taken(&self, at: usize) -> Result<Taken> {
        let file = self.until("a file to take away", || {
            let file = self.session.script("return window.taken[arguments[0]] || null", &json!([at]))?;
            Ok((!file.is_null()).then_some(file))
        })?;
        let words = |at: usize| file[at].as_str().map(str::to_owned).context("a file without a name");
        let bytes = file[2].as_array().context("a file without bytes")?;
        let byte = |byte: &serde_json::Value| byte.as_u64().and_then(|byte| u8::try_from(byte).ok());
        Ok(Taken { name: words(0)?, kind: words(1)?, bytes: bytes.iter().filter_map(byte).collect() })
    }
}

/// Puts files into a field, as the system's own window for choosing does, which
/// no test can work. A name with folders is that of a file in a folder that was
/// chosen; the browser's own list of files keeps none, so the field is given ours.
const GIVE: &str = "
const files = value.map(([name, text]) => {
  const file = new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name.split('/').pop());
  if (name.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: name });
  return file;
});
const list = Object.create(FileList.prototype, { length: { value: files.length }, item: { value: (at) => files[at] || null } });
Object.defineProperty(thing, 'files', { configurable: true, value: list });
thing.dispatchEvent(new Event('change', { bubbles: true }));
delete thing.files;";

impl Thing<'_> {
    /// Chooses files of these names in a field for files.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn give(&self, files: &[(&str, &[u8])]) -> Result<()> {
        let files: Vec<_> = files.iter().map(|(name, bytes)| json!([name, STANDARD.encode(bytes)])).collect();
        self.with_value(GIVE, &json!(files))?;
        Ok(())
    }
}
