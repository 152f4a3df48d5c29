//! What must never be published: the numbers that stand only in private notes.

use std::collections::BTreeSet;

use crate::files::{Folder, TextFile};
use crate::numbers::dialled;

/// The numbers, as digits, that stand in the editor's notes and in no public
/// file of the data.
pub fn numbers(folder: &Folder) -> BTreeSet<String> {
    let in_file = |file: &TextFile| file.text.as_deref().map(dialled).unwrap_or_default();
    let public: BTreeSet<_> = folder.public().flat_map(in_file).collect();
    folder.editor.iter().flat_map(in_file).filter(|number| !public.contains(number)).collect()
}

/// Those of them that a text names all the same.
pub fn leaked(private: &BTreeSet<String>, text: &str) -> Vec<String> {
    dialled(text).into_iter().filter(|number| private.contains(number)).collect()
}
