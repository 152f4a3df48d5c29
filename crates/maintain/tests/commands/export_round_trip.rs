//! What was written for others and read back is what it was, but for the losses
//! that stand here, each with its reason.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use directory::day::Day;
use directory::record::ListingRecord;
use maintain::data::Data;
use maintain::files::Folder as Files;
use open_referral::read::{self, Came, Options, Reader};
use serde_json::{Map, Value, json};

use crate::export::{Out, ours};
use crate::folder::{Folder, TODAY, listing};

/// Fields that no export carries, or that say of an entry that came in how it
/// came.
const LOST: [&str; 7] = [
    // Where a fact was found is kept at home.
    "sources",
    "last_source",
    // What comes in waits for a person's yes.
    "standing",
    "doubt",
    "successor",
    "imported",
    // The version of the file is the same for all.
    "format",
];

fn data() -> Result<Data> {
    Ok(Data::read(&Files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"))?))
}

fn options(data: &Data) -> Result<Options> {
    let site = data.site.as_ref().context("a site")?;
    let areas = site.record.areas.iter().map(|area| (area.slug.clone(), area.label.clone())).collect();
    Ok(Options { today: Day::read(TODAY).context("a day")?, areas, terms: BTreeMap::new() })
}

fn come_in(to: &str, data: &Data) -> Result<Vec<Came>> {
    let (out, options) = (Out::new()?, options(data)?);
    let path = out.path("export");
    let said = ours(to, &path)?;
    ensure!(said.code == Some(0), "{}", said.err);
    let (mut reader, mut came) = (Reader::new(&options), Vec::new());
    let mut tell = |one: Came, _: &mut read::Report| {
        came.push(one);
        Ok(())
    };
    let done = if path.is_dir() {
        read::package(&Package(&path), &mut reader, &mut tell)
    } else {
        read::json(BufReader::new(File::open(&path)?), &mut reader, &mut tell)
    };
    done.map_err(|why| anyhow!("{why}"))?;
    Ok(came)
}

/// A package in a folder.
#[derive(Debug)]
struct Package<'a>(&'a Path);

impl read::Tables for Package<'_> {
    fn open(&self, name: &str) -> std::io::Result<Option<Box<dyn read::Source>>> {
        match File::open(self.0.join(format!("{name}.csv"))) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }
}

/// What is told of an entry, without what is lost.
fn told(record: &ListingRecord) -> Result<Map<String, Value>> {
    let Value::Object(mut fields) = serde_json::to_value(record)? else { return Err(anyhow!("no object")) };
    for lost in LOST {
        fields.remove(lost);
    }
    // A file is told of by its address: how big it is is not.
    let files = fields.get_mut("resource").and_then(|resource| resource.get_mut("files")).and_then(Value::as_array_mut);
    for file in files.into_iter().flatten().filter_map(Value::as_object_mut) {
        file.remove("kilobytes");
        file.remove("pages");
    }
    // The numbers of a crisis line stand with its route; its page came with them.
    if record.crisis.is_some() {
        fields.remove("contacts");
    }
    Ok(fields)
}

fn same(to: &str) -> Result<()> {
    let data = data()?;
    let came = come_in(to, &data)?;
    let written: Vec<&ListingRecord> = data.listings.iter().map(|file| &file.record).collect();
    let written: Vec<_> = written.into_iter().filter(|record| record.standing != "held").collect();
    ensure!(came.len() == written.len(), "{} came of {}", came.len(), written.len());
    let mut others = Vec::new();
    for record in written {
        let back = came.iter().find(|one| one.slug.as_deref() == Some(record.id.as_str()));
        let back = back.with_context(|| format!("{} did not come back", record.id))?;
        ensure!(!back.is_again, "{} came twice", record.id);
        let (mut before, mut after) = (told(record)?, told(&back.record)?);
        // It has no id of ours until it is taken in.
        before.remove("id");
        after.remove("id");
        if record.standing == "ended" {
            // Of what has ended only the name is told.
            let told = ["name", "former_names", "former_slugs", "provider", "summary", "kind"];
            before.retain(|name, _| told.contains(&name.as_str()));
            after.retain(|name, _| told.contains(&name.as_str()));
        }
        let names: Vec<_> = before.keys().chain(after.keys()).cloned().collect();
        for name in names.iter().filter(|name| before.get(*name) != after.get(*name)) {
            others.push(format!("{}, {name}: {:?} became {:?}", record.id, before.get(name), after.get(name)));
        }
    }
    others.sort();
    others.dedup();
    ensure!(others.is_empty(), "{}: {} differ\n{}", to, others.len(), others.join("\n"));
    Ok(())
}

#[test]
fn what_was_written_for_open_referral_uk_is_read_back_as_it_was() -> Result<()> {
    same("oruk")
}

#[test]
fn what_was_written_for_hsds_is_read_back_as_it_was() -> Result<()> {
    same("hsds")
}

#[test]
fn what_was_written_as_tables_is_read_back_as_it_was() -> Result<()> {
    same("hsds-csv")
}

#[test]
fn what_was_kept_from_being_a_formula_comes_back_without_its_mark() -> Result<()> {
    let (folder, out) = (Folder::sound()?, Out::new()?);
    let names = ["=1+1", "+44 is a code", "-1", "@home", "'quoted'", "'=1+1"];
    for (at, name) in names.iter().enumerate() {
        let mut entry = listing(&format!("hostile-{at}"));
        entry["name"] = json!(name);
        folder.write(&format!("listings/hostile-{at}.json"), &entry.to_string())?;
    }
    let path = out.path("package");
    let to = path.to_str().context("the path is UTF-8")?;
    let said = folder.maintain(&["export", "--to", "hsds-csv", "--out", to])?;
    ensure!(said.code == Some(0), "{}", said.err);
    let options = options(&data()?)?;
    let (mut reader, mut came) = (Reader::new(&options), Vec::new());
    let mut tell = |one: Came, _: &mut read::Report| {
        came.push(one.record.name);
        Ok(())
    };
    read::package(&Package(&path), &mut reader, &mut tell).map_err(|why| anyhow!("{why}"))?;
    for name in names {
        ensure!(came.iter().any(|one| one == name), "{name} is not among {came:?}");
    }
    Ok(())
}

#[test]
fn what_was_written_as_a_list_or_a_workbook_is_read_as_the_same_table() -> Result<()> {
    let out = Out::new()?;
    let mut tables = Vec::new();
    for to in ["csv", "xlsx"] {
        let path = out.path(to);
        ensure!(ours(to, &path)?.code == Some(0));
        let book = table::read(&fs::read(&path)?, to).map_err(|why| anyhow!("{why}"))?;
        let rows = book.sheets.into_iter().flat_map(|sheet| sheet.rows);
        let cells = rows.map(|row| row.cells.into_iter().map(|cell| (cell.column, cell.text)));
        tables.push(cells.map(|row| row.filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()).collect::<Vec<_>>());
    }
    ensure!(tables[0].len() > 150, "{} rows", tables[0].len());
    for (at, (list, workbook)) in tables[0].iter().zip(&tables[1]).enumerate() {
        ensure!(list == workbook, "row {at}: {list:?}\n{workbook:?}");
    }
    ensure!(tables[0].len() == tables[1].len());
    Ok(())
}
