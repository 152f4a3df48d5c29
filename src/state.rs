//! What outlives a page: where the reader is, the directory, their own words.

mod catalogue;
mod here;
mod words;

pub use catalogue::{Catalogue, provide_catalogue, use_catalogue};
pub use here::{Arrived, Here, choice, provide_here, use_filters, use_here};
pub use words::{Words, provide_words, use_words};
