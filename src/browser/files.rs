//! Files that somebody chooses on their device. They are read here, in the page,
//! and go nowhere.

use super::events::listen;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// A file that was chosen, not yet read.
pub struct Chosen {
    /// Its name; in a folder that was chosen, its path from there.
    pub name: String,
    /// How many bytes it has.
    pub size: f64,
    file: File,
}

impl Chosen {
    /// All that stands in it, or why it could not be read.
    pub async fn bytes(&self) -> Result<Vec<u8>, String> {
        let failed = || [&self.name, " could not be read. It may have been moved or be open elsewhere."].concat();
        let buffer = JsFuture::from(self.file.array_buffer()).await.map_err(|_| failed())?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// Tells the id of a field for files, and what was chosen there. The field is
/// emptied, so that the same file can be chosen again.
pub fn on_choice(tell: impl Fn(&str, Vec<Chosen>) + 'static) {
    listen("change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field.filter(|field| field.type_() == "file") else { return };
        let files = field.files();
        let count = files.as_ref().map_or(0, web_sys::FileList::length);
        let one = |at| files.as_ref().and_then(|files| files.item(at)).map(chosen);
        let all: Vec<_> = (0..count).filter_map(one).collect();
        field.set_value("");
        tell(&field.id(), all);
    });
}

fn chosen(file: File) -> Chosen {
    let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
    Chosen { name, size: file.size(), file }
}
