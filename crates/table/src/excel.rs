//! Workbooks of Excel and of what saves as it does: `.xlsx`, `.xlsm`. Values are
//! read; formulas, macros and links are not followed.

mod sheet;
mod strings;
mod styles;

use std::collections::BTreeMap;

use crate::book::{Book, Form};
use crate::grid::{Budget, Grid};
use crate::limits::MOST_SHEETS;
use crate::package::Package;
use crate::refused::{Why, packed_otherwise};
use crate::xml::{Next, Xml, attribute};
use strings::Strings;
use styles::Styles;

/// A part that another part names.
struct Relation {
    kind: String,
    path: String,
}

/// A sheet as the workbook names it.
struct Named {
    name: String,
    id: String,
    is_hidden: bool,
}

/// What all sheets of a workbook share.
pub(crate) struct Shared {
    strings: Strings,
    styles: Styles,
    is_from_1904: bool,
}

/// Reads every sheet of a workbook.
pub(crate) fn read(mut package: Package) -> Result<Book, Why> {
    let root = relations(&mut package, "")?;
    let workbook = root.into_values().find(|one| one.kind == "officeDocument").map(|one| one.path);
    let workbook = workbook.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    if !workbook.ends_with(".xml") {
        return Err(packed_otherwise(|part| package.has(part)));
    }
    let Some(text) = package.text(&workbook)? else { return Err(packed_otherwise(|part| package.has(part))) };
    let Some((named, is_from_1904)) = sheets(&text)? else { return Err(packed_otherwise(|part| package.has(part))) };
    if named.len() > MOST_SHEETS {
        return Err(Why::TooManySheets);
    }
    let relations = relations(&mut package, &workbook)?;
    let path = |kind: &str| relations.values().find(|one| one.kind == kind).map(|one| one.path.clone());
    let strings = path("sharedStrings").map_or(Ok(None), |path| package.text(&path))?;
    let styles = path("styles").map_or(Ok(None), |path| package.text(&path))?;
    let strings = strings.map_or_else(|| Ok(Strings::default()), |text| Strings::read(&text))?;
    let styles = styles.map_or_else(|| Ok(Styles::default()), |text| Styles::read(&text))?;
    let shared = Shared { strings, styles, is_from_1904 };
    let mut book = Book { form: Form::Excel, sheets: Vec::new() };
    let mut budget = Budget::default();
    for sheet in named {
        let Some(relation) = relations.get(&sheet.id).filter(|one| one.kind == "worksheet") else { continue };
        let text = package.text(&relation.path)?.ok_or(Why::Broken)?;
        let mut grid = Grid::default();
        sheet::read(&text, &shared, &mut grid, &mut budget)?;
        book.sheets.push(grid.into_sheet(sheet.name, sheet.is_hidden, &mut budget)?);
    }
    Ok(book)
}

/// The parts that a part names, by their ids.
fn relations(package: &mut Package, of: &str) -> Result<BTreeMap<String, Relation>, Why> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let gap = if folder.is_empty() { "" } else { "/" };
    let Some(text) = package.text(&format!("{folder}{gap}_rels/{name}.rels"))? else { return Ok(BTreeMap::new()) };
    let (mut xml, mut relations) = (Xml::of(&text), BTreeMap::new());
    while let Some(next) = xml.next()? {
        let Next::Begin(element) = next else { continue };
        if element.local_name().as_ref() != "Relationship"
            || attribute(&element, "TargetMode").as_deref() == Some("External")
        {
            continue;
        }
        let get = |name| attribute(&element, name).unwrap_or_default();
        let kind = get("Type").rsplit('/').next().unwrap_or_default().to_owned();
        relations.insert(get("Id"), Relation { kind, path: resolved(folder, &get("Target")) });
    }
    Ok(relations)
}

/// The name of a part that another names from its own folder. It stays a name in
/// the package, whatever steps it takes.
fn resolved(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// The sheets that a workbook names, and whether it counts days from 1904.
/// `None`: it is no workbook.
fn sheets(text: &str) -> Result<Option<(Vec<Named>, bool)>, Why> {
    let (mut xml, mut named, mut is_from_1904, mut is_workbook) = (Xml::of(text), Vec::new(), false, false);
    while let Some(next) = xml.next()? {
        let Next::Begin(element) = next else { continue };
        match element.local_name().as_ref() {
            "workbook" => is_workbook = true,
            "workbookPr" => {
                is_from_1904 |= matches!(attribute(&element, "date1904").as_deref(), Some("1" | "true"));
            }
            "sheet" => {
                let get = |name| attribute(&element, name).unwrap_or_default();
                let is_hidden = matches!(get("state").as_str(), "hidden" | "veryHidden");
                named.push(Named { name: get("name"), id: get("id"), is_hidden });
            }
            _ => {}
        }
    }
    Ok(is_workbook.then_some((named, is_from_1904)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_part_stays_in_the_package() {
        let check = |folder, target, path: &str| assert_eq!(resolved(folder, target), path);
        check("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml");
        check("xl", "/xl/styles.xml", "xl/styles.xml");
        check("xl/worksheets", "../sharedStrings.xml", "xl/sharedStrings.xml");
        check("xl", "../../../etc/passwd", "etc/passwd");
        check("", "xl/workbook.xml", "xl/workbook.xml");
    }
}
