//! From where a sheet of paper comes: who publishes it, of which day it is, and
//! where its page stands, for whoever holds nothing but the sheet.

use crate::components::markup::{Markup, el};
use crate::components::qr::qr;
use crate::pages::published_by;
use directory::Directory;

/// The address of a file of the site as it is typed, if the site is public: a
/// trial copy leads nobody to itself for years.
pub fn public_address(directory: &Directory, file: &str) -> Option<String> {
    let file = if file == "index.html" { "" } else { file };
    directory.site.public_folder().map(|folder| [folder.as_str(), file].concat())
}

/// An address without what nobody types.
pub fn typed(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
}

/// The last lines of a sheet about the page of this file; where its address is
/// not known, [`way_there`] has a line for it.
pub fn origin(directory: &Directory, file: &str) -> Markup {
    let from = public_address(directory, file)
        .map(|address| el("p", "origin__address").says(format!("From: {}", typed(&address))));
    let trial = directory.site.trial_words().map(|words| el("p", "origin__trial").says(words));
    let made = format!("{} Made on {}.", published_by(&directory.site), directory.today.words());
    el("footer", "origin").maybe(from).holds(el("p", "").says(made)).maybe(trial)
}

/// The code that leads to a file of the site, with its address in words; if the
/// site has no public address, a line to write it on.
pub fn way_there(directory: &Directory, file: &str, words: &'static str) -> Markup {
    let way = el("div", "way-there");
    let Some(address) = public_address(directory, file) else {
        return way
            .holds(el("p", "").says("Write the address of this directory here:"))
            .holds(el("p", "way-there__line"));
    };
    let code = qr(&address, format!("QR code: {}", typed(&address)));
    way.maybe(code).holds(el("p", "").says(words)).holds(el("p", "way-there__address").says(typed(&address).to_owned()))
}
