//! Forty partners and their entries, made up for tests.

use anyhow::Result;
use serde_json::{Value, json};

use crate::folder::{Folder, listing};
use crate::remind::partners;

/// How many partners there are.
pub(crate) const COUNT: usize = 40;

/// How many entries each of them has.
const EACH: usize = 3;

/// Who has no mailbox.
pub(crate) const SILENT: usize = 38;

/// Who answers for an entry of which a tick is not enough.
pub(crate) const GUARDED: usize = 39;

/// The id of a partner.
pub(crate) fn id(partner: usize) -> String {
    format!("partner-{partner:02}")
}

/// The ids of a partner's entries.
pub(crate) fn entries(partner: usize) -> [String; EACH] {
    [1, 2, 3].map(|number| format!("service-{partner:02}-{number}"))
}

/// A directory of them: each entry with a number of its own, which is kept free
/// for stories. Nobody has checked any of it. One entry has no provider.
pub(crate) fn directory() -> Result<Folder> {
    let folder = Folder::sound()?;
    for partner in 0..COUNT {
        for (number, id) in entries(partner).iter().enumerate() {
            folder.write(&format!("listings/{id}.json"), &entry(partner, number, id).to_string())?;
        }
    }
    let mut all: Vec<Value> = (0..COUNT).map(partner).collect();
    all.push(json!({
        "id": "council", "name": "The council", "mailboxes": ["directory@council.example.org"],
        "entries": ["advice-line", "night-line"],
    }));
    partners(&folder, &json!(all))?;
    folder.set("site.json", "/publisher", json!({"name": "A made-up publisher", "email": "directory@example.org"}))?;
    let said = folder.maintain(&["check", "--format", "json"])?;
    let found: Vec<Value> = serde_json::from_str(&said.out)?;
    let errors: Vec<_> = found.iter().filter(|finding| finding["level"] == "error").collect();
    assert!(errors.is_empty(), "{errors:?}");
    Ok(folder)
}

fn entry(partner: usize, number: usize, id: &str) -> Value {
    let mut entry = listing(id);
    let is_guarded = partner == GUARDED && number == 0;
    let name = if is_guarded { "Made-up CAMHS".to_owned() } else { format!("Made-up service {partner} {number}") };
    entry["name"] = json!(name);
    entry["provider"] = json!(format!("Made-up provider {partner}"));
    entry["summary"] = json!(format!("Made up for tests. It helps with sleep, in way {number} of {partner}."));
    entry["contacts"] = json!({"phones": [{"number": format!("01632 960 {:03}", partner * EACH + number)}]});
    entry["stated"] = json!(["summary", "ages", "phone"]);
    entry["sources"][0]["fields"] = json!(["summary", "phone"]);
    entry
}

fn partner(number: usize) -> Value {
    let mailboxes = if number == SILENT { vec![] } else { vec![format!("office@partner{number}.example.org")] };
    json!({
        "id": id(number), "name": format!("Made-up provider {number}"), "mailboxes": mailboxes,
        "entries": entries(number),
    })
}
