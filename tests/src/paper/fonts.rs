//! Whether a PDF brings its fonts with it.

use anyhow::{Result, ensure};
use pdf_extract::{Dictionary, Document, Object};

/// The names of the fonts that are not in the file.
pub(super) fn missing(bytes: &[u8]) -> Result<Vec<String>> {
    let document = Document::load_mem(bytes)?;
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let fonts: Vec<&Dictionary> = dictionaries.filter(|one| is(one, b"Type", b"Font")).collect();
    ensure!(!fonts.is_empty(), "there is no font, so there are no words");
    // A composite font names others, and those are the ones with letters.
    let with_letters = fonts.iter().filter(|font| !is(font, b"Subtype", b"Type0"));
    let missing = with_letters.filter(|font| !is_embedded(&document, font));
    Ok(missing.map(|font| name(font)).collect())
}

fn is(dictionary: &Dictionary, key: &[u8], wanted: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|name| name == wanted)
}

/// A font of drawings is in the file; any other has a file of its own in it.
fn is_embedded(document: &Document, font: &Dictionary) -> bool {
    if is(font, b"Subtype", b"Type3") {
        return font.get_deref(b"CharProcs", document).is_ok();
    }
    let Ok(about) = font.get_deref(b"FontDescriptor", document).and_then(Object::as_dict) else {
        return false;
    };
    [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"].iter().any(|key| about.get_deref(key, document).is_ok())
}

fn name(font: &Dictionary) -> String {
    let name = font.get(b"BaseFont").and_then(Object::as_name).unwrap_or(b"a font without a name");
    String::from_utf8_lossy(name).into_owned()
}
