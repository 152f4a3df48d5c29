//! What leaves for others: valid by their schemas and by our own rules, nothing
//! private, nothing made up, nothing that runs in a spreadsheet or a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, anyhow, ensure};
use directory::day::Day;
use open_referral::lint::{Lint, is_uuid};
use serde_json::{Value, json};

use crate::feeds;
use crate::folder::{Folder, Said, TODAY, listing, maintain};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder for what is written; it goes when it is dropped.
pub(crate) struct Out(PathBuf);

impl Out {
    pub(crate) fn new() -> Result<Self> {
        let name = format!("waymark-export-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let out = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&out.0)?;
        Ok(out)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }
}

impl Drop for Out {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// Exports the data of this repository.
pub(crate) fn ours(to: &str, out: &Path) -> Result<Said> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let out = out.to_str().context("the path is UTF-8")?;
    maintain(&["export", "--to", to, "--data", data, "--today", TODAY, "--out", out])
}

fn page(to: &str) -> Result<Value> {
    let out = Out::new()?;
    let said = ours(to, &out.path("page.json"))?;
    ensure!(said.code == Some(0), "{}", said.err);
    let bytes = fs::read(out.path("page.json"))?;
    ensure!(!bytes.starts_with(&[0xef, 0xbb, 0xbf]), "it begins with a byte-order mark");
    Ok(serde_json::from_slice(&bytes)?)
}

fn services(page: &Value) -> Result<&Vec<Value>> {
    page["contents"].as_array().context("a page has contents")
}

fn of<'a>(page: &'a Value, name: &str) -> Result<&'a Value> {
    services(page)?.iter().find(|one| one["name"] == name).with_context(|| format!("{name} is not there"))
}

/// Exports a made-up folder onto the terminal.
pub(crate) fn told(folder: &Folder, to: &str) -> Result<Said> {
    folder.maintain(&["export", "--to", to])
}

fn told_page(folder: &Folder) -> Result<Value> {
    let said = told(folder, "oruk")?;
    ensure!(said.code == Some(0), "{}", said.err);
    Ok(serde_json::from_str(&said.out)?)
}

#[test]
fn a_page_is_one_page_and_says_how_much_it_holds() -> Result<()> {
    for to in ["oruk", "hsds"] {
        let page = page(to)?;
        let count = services(&page)?.len();
        ensure!(count > 150, "{count} services");
        let keys: BTreeSet<_> = page.as_object().context("an object")?.keys().map(String::as_str).collect();
        let asked = "contents empty first_page last_page page_number size total_items total_pages";
        ensure!(keys.into_iter().eq(asked.split(' ')), "{to} has other keys");
        ensure!(page["total_items"] == count && page["size"] == count, "{to} counts wrong");
        ensure!(page["total_pages"] == 1 && page["page_number"] == 1 && page["empty"] == false);
        ensure!(page["first_page"] == true && page["last_page"] == true);
    }
    Ok(())
}

#[test]
fn every_service_is_valid_by_the_schemas_of_three_standards() -> Result<()> {
    let Some(feeds) = feeds::folder("every_service_is_valid_by_the_schemas_of_three_standards") else { return Ok(()) };
    let schema = |path: &str| -> Result<_> {
        let text = fs::read_to_string(feeds.join(path)).with_context(|| path.to_owned())?;
        let options = jsonschema::draft202012::options().should_validate_formats(true);
        options.build(&serde_json::from_str(&text)?).map_err(|why| anyhow!("{path}: {why}"))
    };
    let schemas = [
        ("ORUK 3.0", schema("1-oruk-official/uk-profile/schema/compiled/service_with_definitions.json")?),
        ("HSDS 3.0", schema("2-hsds-official/schema-3.0/service_with_definitions.json")?),
        ("HSDS 3.1", schema("2-hsds-official/schema-3.1-dev/service_with_definitions.json")?),
    ];
    // The schemas are read as they are meant: what is wrong is refused.
    for (name, wrong) in schemas.iter().flat_map(|(name, _)| {
        [("id", json!("kooth")), ("email", json!("nobody")), ("status", json!("Active"))].map(|one| (*name, one))
    }) {
        let mut service = json!({ "id": "ac148810-d857-441c-9679-408f346de14b", "name": "A", "status": "active" });
        let schema = &schemas.iter().find(|(one, _)| *one == name).context("a schema")?.1;
        ensure!(schema.is_valid(&service), "{name} refuses a sound service");
        service[wrong.0] = wrong.1;
        ensure!(!schema.is_valid(&service), "{name} takes a wrong {}", wrong.0);
    }
    for to in ["oruk", "hsds"] {
        let page = page(to)?;
        for service in services(&page)? {
            for (name, schema) in &schemas {
                let faults: Vec<_> =
                    schema.iter_errors(service).map(|why| format!("{}: {why}", why.instance_path())).collect();
                ensure!(faults.is_empty(), "{to}, {name}, {}: {faults:#?}", service["name"]);
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_is_empty_every_id_is_a_uuid_and_every_organisation_is_there() -> Result<()> {
    fn look(value: &Value, ids: &mut BTreeSet<String>) -> Result<()> {
        match value {
            Value::Null => Err(anyhow!("a null")),
            Value::String(text) => {
                ensure!(!text.trim().is_empty(), "an empty text");
                Ok(())
            }
            Value::Array(all) => {
                ensure!(!all.is_empty(), "an empty list");
                all.iter().try_for_each(|one| look(one, ids))
            }
            Value::Object(fields) => fields.iter().try_for_each(|(name, value)| {
                if name == "id" {
                    ids.insert(value.as_str().context("an id is a text")?.to_owned());
                }
                look(value, ids).with_context(|| name.clone())
            }),
            _ => Ok(()),
        }
    }
    for to in ["oruk", "hsds"] {
        let (page, mut own) = (page(to)?, BTreeSet::new());
        let (mut lint, mut ids) = (Lint::new(Day::read(TODAY).context("a day")?), BTreeSet::new());
        for service in services(&page)? {
            look(service, &mut ids).with_context(|| service["name"].to_string())?;
            ensure!(service["organization_id"] == service["organization"]["id"], "{}", service["name"]);
            ensure!(own.insert(service["id"].to_string()), "{} twice", service["id"]);
            let faults = lint.service(service);
            ensure!(faults.is_empty(), "{faults:#?}");
        }
        ensure!(ids.iter().all(|id| is_uuid(id)), "an id is no UUID");
    }
    Ok(())
}

#[test]
fn what_is_held_taken_out_or_private_is_in_no_export() -> Result<()> {
    let folder = Folder::sound()?;
    let mut held = listing("held-one");
    held["standing"] = json!("held");
    folder.write("listings/held-one.json", &held.to_string())?;
    let mut gone = listing("gone-one");
    gone["standing"] = json!("withdrawn");
    gone["withdrawn"] = json!({ "on": "2026-11-20", "by": "coordinator", "reason": "It moved.", "before": "active" });
    folder.write("listings/gone-one.json", &gone.to_string())?;
    for to in ["oruk", "hsds", "csv", "json-ld"] {
        let said = told(&folder, to)?;
        ensure!(said.code == Some(0), "{to}: {}", said.err);
        for private in ["held-one", "gone-one", "It moved", "07700", "Jo says", "coordinator"] {
            ensure!(!said.out.contains(private), "{private} is in {to}");
        }
        ensure!(said.err.contains("The held-one") && said.err.contains("The gone-one"), "{to}: {}", said.err);
    }
    Ok(())
}

#[test]
fn a_crisis_line_takes_its_numbers_from_the_one_file_that_has_them() -> Result<()> {
    let folder = Folder::sound()?;
    let numbers = |page: &Value| -> Result<String> { Ok(of(page, "The night-line")?["contacts"].to_string()) };
    let before = numbers(&told_page(&folder)?)?;
    let crisis: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("crisis.json"))?)?;
    let routes = crisis["routes"].as_array().context("routes")?;
    let at = routes.iter().position(|route| route["id"] == "night-line").context("a route")?;
    folder.set("crisis.json", &format!("/routes/{at}/call"), json!("01632 960777"))?;
    let after = numbers(&told_page(&folder)?)?;
    ensure!(before != after && after.contains("01632 960777"), "{before} and {after}");
    Ok(())
}

#[test]
fn what_no_source_states_stays_here_if_that_is_asked_for() -> Result<()> {
    let folder = Folder::sound()?;
    let said = folder.maintain(&["export", "--to", "oruk", "--stated-only"])?;
    let page: Value = serde_json::from_str(&said.out)?;
    let service = of(&page, "The sleep-well")?;
    ensure!(service["minimum_age"] == 5, "what is stated goes");
    let text = service.to_string();
    ensure!(!text.contains("\"need\"") && !text.contains("\"ours\"") && !text.contains("England"), "{text}");
    ensure!(said.err.contains("No source states it"), "{}", said.err);
    Ok(())
}

#[test]
fn a_report_says_what_is_lost_in_words_and_for_programs() -> Result<()> {
    let (folder, out) = (Folder::sound()?, Out::new()?);
    for file in ["losses.txt", "losses.json"] {
        let path = out.path(file);
        let report = path.to_str().context("the path is UTF-8")?;
        let said = folder.maintain(&["export", "--to", "oruk", "--report", report])?;
        ensure!(
            said.code == Some(0) && said.err.contains("3 entries written for Open Referral UK 3.0."),
            "{}",
            said.err
        );
    }
    ensure!(fs::read_to_string(out.path("losses.txt"))?.contains("sources: 3 entries (The advice-line;"));
    let report: Value = serde_json::from_slice(&fs::read(out.path("losses.json"))?)?;
    ensure!(report["written"] == 3 && report["lost"].as_object().is_some_and(|lost| !lost.is_empty()));
    Ok(())
}

#[test]
fn some_kinds_of_entry_can_be_left_out_and_others_data_without_a_licence_is() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("listings/sleep-well.json", "/kind", json!("helpline"))?;
    let said = folder.maintain(&["export", "--to", "oruk", "--kind", "service,training"])?;
    ensure!(!said.out.contains("sleep-well") && said.out.contains("advice-line"), "{}", said.err);
    ensure!(folder.maintain(&["export", "--to", "oruk", "--kind", "pigeon"])?.code == Some(2));
    let theirs = "ac148810-d857-441c-9679-408f346de14b";
    let imported = |licence: Value| json!({ "from": "A feed", "licence": licence, "on": "2026-11-01", "id": theirs });
    folder.set("listings/sleep-well.json", "/imported", imported(Value::Null))?;
    ensure!(of(&told_page(&folder)?, "The sleep-well").is_err(), "it is not ours to pass on");
    folder.set("listings/sleep-well.json", "/imported", imported(json!("OGL 3.0")))?;
    ensure!(of(&told_page(&folder)?, "The sleep-well")?["id"] == theirs, "their id is kept");
    Ok(())
}
