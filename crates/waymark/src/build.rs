//! From data to a site, in memory: nothing is written here.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use directory::day::Day;
use maintain::bundle;
use maintain::files::Folder;
use maintain::report::{self, Format};

use crate::app::App;

/// The files of a site, by their paths from its folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The site of a folder of data, or none where the data has errors; and what
/// there is to say about the data.
///
/// With `is_fixed_day` the site behaves as on that day for ever.
pub(crate) fn run(app: &App, data: &Path, today: Day, is_fixed_day: bool) -> Result<(Option<Files>, String)> {
    let folder = Folder::read(data)?;
    let bundle = match bundle::run(&folder, today)? {
        Ok(bundle) => bundle,
        Err(errors) => return Ok((None, report::write(&errors, folder.listings.len(), Format::Text)?)),
    };
    let mut files: Files = app.files.iter().cloned().collect();
    let drawn = prerender::site(&app.shell, &bundle, today, is_fixed_day)?;
    files.extend(drawn.files.into_iter().map(|output| (output.path, output.text.into_bytes())));
    let told: String = drawn.booklets.iter().filter_map(prerender::Booklet::told).map(|told| told + "\n").collect();
    files.extend(drawn.booklets.into_iter().map(|booklet| (booklet.path, booklet.bytes)));
    let rest = prerender::finish(files.clone(), &bundle, today, is_fixed_day)?;
    files.extend(rest.into_iter().map(|output| (output.path, output.text.into_bytes())));
    let left_out = drawn.left_out.map(|left_out| format!("{left_out}\n")).unwrap_or_default();
    Ok((Some(files), told + &left_out))
}
