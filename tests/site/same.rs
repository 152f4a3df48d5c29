//! The program makes the very site that the repository's own build makes.

use anyhow::{Context, Result, ensure};
use waymark_tests::{folder, root};

use crate::desk::{Desk, TODAY, files};

/// Compares a built site with what the program makes of the same data.
fn same(data: &str, built: std::path::PathBuf) -> Result<()> {
    let desk = Desk::new()?;
    let data = root().join(data);
    let said = desk.waymark(&["build", data.to_str().context("the path is UTF-8")?, "site", "--today", TODAY])?;
    ensure!(said.code == Some(0), "{said:?}");
    let mut own = files(&desk.at("site"))?;
    let list = own.remove(".waymark-files").context("the site has no list of its files")?;
    let listed: Vec<_> = std::str::from_utf8(&list)?.lines().collect();
    assert!(listed == own.keys().collect::<Vec<_>>(), "the list is not what is there");
    let built = files(&built)?;
    assert_eq!(own.keys().collect::<Vec<_>>(), built.keys().collect::<Vec<_>>());
    for (path, bytes) in &own {
        assert!(built.get(path) == Some(bytes), "{path} differs");
    }
    Ok(())
}

#[test]
fn the_site_of_the_made_up_services_is_the_same() -> Result<()> {
    same("tests/fixtures/directory", folder("WAYMARK_DIST", "target/site/journeys"))
}

#[test]
fn the_site_of_the_directorys_own_data_is_the_same() -> Result<()> {
    same("data", folder("WAYMARK_DIST_DATED", "target/site/dated"))
}
