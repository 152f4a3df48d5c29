//! People's words: how text is folded, taken apart and brought to its stems so
//! that it can be compared; which words are known; and what sayings mean.

mod fold;
pub(crate) mod lexicon;
pub(crate) mod saying;
pub(crate) mod spelling;
mod stem;
pub(crate) mod tokens;

pub use fold::{fold, fold_apart, is_letter_or_digit};
pub use stem::stem;
