//! The app of the reader's own list, which stands in the same document as that
//! of home and results.

use crate::browser::load;
use directory::Directory;
use directory::day::Day;

/// Loads the directory and draws the list.
pub async fn start() -> Result<(), String> {
    let text = load::directory().await?;
    let today = crate::browser::clock::today().and_then(|day| Day::read(&day));
    let today = today.ok_or("the clock of this device could not be read")?;
    let (_directory, _) = Directory::read(&text, today).map_err(|why| why.to_string())?;
    Ok(())
}
