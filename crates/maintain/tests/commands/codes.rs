//! `check` on the codes by which entries stand in links that people send.

use anyhow::Result;
use serde_json::json;

use crate::check::{expect, wrong};
use crate::folder::{Folder, listing};

const SLEEP: &str = "listings/sleep-well.json";

/// `place-50958` and `place-62080` have one code, `sb4n3t` is that of `sleep-well`.
#[test]
fn two_entries_never_look_alike_in_a_link_that_people_send() -> Result<()> {
    let folder = Folder::sound()?;
    let mut ended = listing("place-50958");
    (ended["standing"], ended["successor"]) = (json!("ended"), json!("sleep-well"));
    folder.write("listings/place-50958.json", &ended.to_string())?;
    folder.write("listings/place-62080.json", &listing("place-62080").to_string())?;
    expect(&folder, "listings/place-62080.json", "error", "id", "cannot be told from place-50958")?;
    let folder = Folder::sound()?;
    folder.write("listings/place-50958.json", &listing("place-50958").to_string())?;
    folder.set(SLEEP, "/former_slugs", json!(["place-62080"]))?;
    expect(&folder, SLEEP, "error", "former_slugs", "cannot be told from place-50958")?;
    wrong(SLEEP, "/former_slugs", json!(["4s85d8"]), "former_slugs", "cannot be told from night-line")
}
