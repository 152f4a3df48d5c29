//! The data of the example: made-up entries, with the crisis help of the whole
//! country and the words that people say, which have one source each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{files, repository};

/// What the example's crisis help comes from, so that nobody takes it for
/// checked.
fn source() -> Value {
    serde_json::json!({
        "fields": ["call", "text", "web", "hours"],
        "source": "The example that came with the program. Find the service's own page, and write it here",
        "type": "example"
    })
}

/// Fills the folder of the example.
pub(super) fn write(example: &Path) -> Result<()> {
    files::copy(&repository::root().join("crates/waymark/example"), example)?;
    let mut crisis = read(&repository::data().join("crisis.json"))?;
    let local = local_routes(&repository::data().join("listings"))?;
    keep_national(&mut crisis, &local);
    fs::write(example.join("crisis.json"), serde_json::to_string_pretty(&crisis)? + "\n")?;
    files::copy(&repository::data().join("words"), &example.join("words"))?;
    let asks = example.join("words/asks.json");
    if asks.exists() {
        let mut sayings = read(&asks)?;
        keep_elsewhere(&mut sayings);
        fs::write(asks, serde_json::to_string_pretty(&sayings)? + "\n")?;
    }
    for (file, list) in EVERYWHERE {
        let from = repository::data().join(file);
        if from.exists() {
            let mut all = read(&from)?;
            leave_out_local(&mut all, list, &read(&repository::data().join("site.json"))?);
            fs::write(example.join(file), serde_json::to_string_pretty(&all)? + "\n")?;
        }
    }
    Ok(())
}

/// What is as good elsewhere, as far as it names no place: the words that are
/// explained, and the published pages to read. Each file with its list.
const EVERYWHERE: [(&str, &str); 2] = [("glossary.json", "terms"), ("self-help.json", "pages")];

/// What speaks of this directory's own areas is of no use elsewhere.
fn leave_out_local(file: &mut Value, list: &str, site: &Value) {
    let labels = site["areas"].as_array().into_iter().flatten().filter_map(|area| area["label"].as_str());
    let labels: Vec<_> = labels.collect();
    if let Some(all) = file[list].as_array_mut() {
        all.retain(|one| !labels.iter().any(|label| one.to_string().contains(label)));
    }
}

/// The towns of this directory's own areas mean nothing on another council's
/// site, which has no such areas.
fn keep_elsewhere(asks: &mut Value) {
    if let Some(places) = asks["places"].as_object_mut() {
        places.retain(|area, _| area == "elsewhere");
    }
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

/// The routes of crisis lines that serve some place only. Another council's
/// families must never be sent to one.
fn local_routes(listings: &Path) -> Result<BTreeSet<String>> {
    let mut local = BTreeSet::new();
    for name in files::list(listings)? {
        let listing = read(&listings.join(name))?;
        let is_national = listing["area"]["places"] == serde_json::json!(["national"]);
        local.extend(listing["crisis"].as_str().filter(|_| !is_national).map(str::to_owned));
    }
    Ok(local)
}

fn keep_national(crisis: &mut Value, local: &BTreeSet<String>) {
    let is_local = |route: &Value| route["id"].as_str().is_some_and(|id| local.contains(id));
    if let Some(routes) = crisis["routes"].as_array_mut() {
        routes.retain(|route| !is_local(route));
        for route in routes.iter_mut().filter_map(Value::as_object_mut) {
            // Whoever checked a route checked it for their own site, from
            // sources of their own place.
            route.remove("checked");
            route.insert("sources".to_owned(), serde_json::json!([source()]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_of_this_directory_is_in_no_example() {
        let mut asks = serde_json::json!({"places": {"havering": ["romford"], "elsewhere": ["leeds"]}});
        keep_elsewhere(&mut asks);
        assert_eq!(asks, serde_json::json!({"places": {"elsewhere": ["leeds"]}}));
        // They stand in that file alone.
        let words = repository::data().join("words");
        let site = read(&repository::data().join("site.json")).unwrap();
        for name in files::list(&words).unwrap().iter().filter(|name| *name != "asks.json") {
            let said = read(&words.join(name)).unwrap().to_string();
            for area in site["areas"].as_array().unwrap().iter().filter(|area| area["choice"] == true) {
                assert!(!said.contains(area["slug"].as_str().unwrap()), "{name} names {}", area["slug"]);
            }
        }
        let mut none = serde_json::json!({"format": 1});
        keep_elsewhere(&mut none);
        assert_eq!(none["format"], 1);
    }

    #[test]
    fn a_word_or_a_page_of_this_directory_alone_is_in_no_example() {
        for (file, list) in EVERYWHERE {
            let mut all = read(&repository::data().join(file)).unwrap();
            let before = all[list].as_array().unwrap().len();
            leave_out_local(&mut all, list, &read(&repository::data().join("site.json")).unwrap());
            let said = all.to_string();
            assert!(!["Havering", "Southwark", "SLaM is"].iter().any(|name| said.contains(name)), "{file}");
            let left = all[list].as_array().unwrap().len();
            assert!(left < before && left > before / 2, "{file}: {left} of {before}");
        }
    }

    #[test]
    fn a_crisis_line_of_one_place_is_in_no_example() {
        let mut crisis = read(&repository::data().join("crisis.json")).unwrap();
        let local = local_routes(&repository::data().join("listings")).unwrap();
        let before = crisis["routes"].as_array().unwrap().len();
        keep_national(&mut crisis, &local);
        let routes = crisis["routes"].as_array().unwrap();
        assert_eq!(routes.len(), before - local.len());
        assert!(!local.is_empty() && routes.len() >= 3);
        let site = read(&repository::data().join("site.json")).unwrap();
        for area in site["areas"].as_array().unwrap() {
            let label = area["label"].as_str().unwrap();
            assert!(!crisis.to_string().contains(label), "the example names {label}");
        }
        assert!(routes.iter().all(|route| route["checked"].is_null()));
    }
}
