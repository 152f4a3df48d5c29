//! `template`: what goes out to a partner, and what is kept of it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use directory::record::SentRecord;
use directory::sheet::Column;
use serde_json::json;

use crate::folder::{Folder, Said};

/// A sound folder whose entries two partners answer for.
fn with_partners() -> Result<Folder> {
    let folder = Folder::sound()?;
    fs::create_dir_all(folder.partners())?;
    let partners = json!({"format": 1, "partners": [
        {"id": "sleepers", "name": "Sleepers & Co", "mailboxes": [], "entries": ["sleep-well"]},
        {"id": "new-here", "name": "New Here", "mailboxes": [], "entries": []},
    ]});
    fs::write(folder.partners().join("partners.json"), partners.to_string())?;
    Ok(folder)
}

fn out(folder: &Folder) -> PathBuf {
    folder.path().with_file_name("to-send")
}

fn asked(folder: &Folder, arguments: &[&str]) -> Result<Said> {
    let out = out(folder);
    folder.maintain(&[&["template", "--out", out.to_str().context("the path is UTF-8")?], arguments].concat())
}

/// The names of the entries in a file, and how many of its columns are known.
fn names(path: &std::path::Path) -> Result<(Vec<String>, usize)> {
    let book = table::read(&fs::read(path)?, "a template")?;
    let found = book.sheets.iter().find_map(|sheet| Some((sheet, sheet.headings(Column::of_heading)?)));
    let (sheet, headings) = found.context("the template has headings")?;
    let name = headings.column(Column::Name).context("the template has names")?;
    let rows = sheet.below(headings.row).iter();
    Ok((rows.map(|row| row.text(name).to_owned()).collect(), headings.read().count()))
}

#[test]
fn a_partner_gets_their_own_entries_and_it_is_kept_what_stood_there() -> Result<()> {
    let folder = with_partners()?;
    let said = asked(&folder, &["--partner", "sleepers & co"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(said.out.contains("Sleepers & Co (sleepers): 1 entry, 0 empty rows"), "{}", said.out);
    assert!(said.err.contains("Nothing was sent."), "{}", said.err);
    let (names, columns) = names(&out(&folder).join("sleepers-2026-11-21.xlsx"))?;
    assert_eq!(names, ["The sleep-well"]);
    assert!(columns > 20, "{columns}");
    let kept = fs::read_to_string(folder.partners().join("sent/sleepers/2026-11-21.json"))?;
    let sent = SentRecord::read(&kept).map_err(anyhow::Error::msg)?;
    assert_eq!((sent.partner.as_str(), sent.on.as_str()), ("sleepers", "2026-11-21"));
    assert_eq!(sent.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["sleep-well"]);
    Ok(())
}

#[test]
fn a_partner_without_entries_gets_empty_rows_for_new_ones() -> Result<()> {
    let folder = with_partners()?;
    let said = asked(&folder, &["--partner", "new-here", "--csv"])?;
    assert!(said.code == Some(0) && said.out.contains("0 entries, 5 empty rows"), "{}{}", said.out, said.err);
    let text = fs::read_to_string(out(&folder).join("new-here-2026-11-21.csv"))?;
    assert_eq!(text.lines().count(), 6);
    Ok(())
}

#[test]
fn with_all_everybody_gets_a_file_and_what_nobody_answers_for_is_said() -> Result<()> {
    let folder = with_partners()?;
    let said = asked(&folder, &["--all"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let mut files: Vec<_> =
        fs::read_dir(out(&folder))?.map(|file| file.map(|file| file.file_name())).collect::<Result<_, _>>()?;
    files.sort();
    assert_eq!(files, ["new-here-2026-11-21.xlsx", "sleepers-2026-11-21.xlsx"]);
    assert!(said.err.contains("Nobody answers for 2 entries"), "{}", said.err);
    Ok(())
}

#[test]
fn nothing_is_written_over_unless_that_is_asked_for() -> Result<()> {
    let folder = with_partners()?;
    assert_eq!(asked(&folder, &["--partner", "sleepers"])?.code, Some(0));
    let file = out(&folder).join("sleepers-2026-11-21.xlsx");
    fs::write(&file, "a filled in one")?;
    let said = asked(&folder, &["--partner", "sleepers"])?;
    assert!(said.code == Some(2) && said.err.contains("is there already; add --replace"), "{}", said.err);
    assert_eq!(fs::read_to_string(&file)?, "a filled in one");
    assert_eq!(asked(&folder, &["--partner", "sleepers", "--replace"])?.code, Some(0));
    assert_eq!(names(&file)?.0, ["The sleep-well"]);
    Ok(())
}

#[test]
fn what_was_kept_of_a_template_that_went_out_today_is_not_lost() -> Result<()> {
    let folder = with_partners()?;
    assert_eq!(asked(&folder, &["--partner", "sleepers"])?.code, Some(0));
    folder.set("listings/sleep-well.json", "/name", json!("Sleep better"))?;
    let said = asked(&folder, &["--partner", "sleepers", "--csv"])?;
    assert!(
        said.code == Some(2) && said.err.contains("Sleepers & Co already has a spreadsheet of today"),
        "{}",
        said.err
    );
    assert!(!out(&folder).join("sleepers-2026-11-21.csv").exists());
    Ok(())
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_write() -> Result<()> {
    let folder = with_partners()?;
    let wrong = |arguments: &[&str], why: &str| -> Result<()> {
        let said = folder.maintain(&[&["template"], arguments].concat())?;
        assert!(said.code == Some(2) && said.err.contains(why), "{arguments:?}: {}", said.err);
        Ok(())
    };
    wrong(&["--partner", "sleeper"], "Do you mean sleepers (Sleepers & Co)?")?;
    wrong(&[], "--partner")?;
    wrong(&["--partner", "sleepers", "--all"], "cannot be used with")?;
    wrong(&["--partner", "sleepers", "--blank", "1000"], "at most 200 empty rows")?;
    wrong(&["--partner", "sleepers", "--out", "a.pdf"], "end its name with .xlsx")?;
    wrong(&["--all", "--out", "a.xlsx"], "name a folder with --out")?;
    assert!(!folder.partners().join("sent").exists());
    Ok(())
}

#[test]
fn an_entry_of_another_partner_goes_to_nobody_while_the_partners_have_an_error() -> Result<()> {
    let folder = with_partners()?;
    fs::write(
        folder.partners().join("partners.json"),
        r#"{"format":1,"partners":[{"id":"a/b","name":"A","entries":[]}]}"#,
    )?;
    let said = asked(&folder, &["--all"])?;
    assert!(said.code == Some(2) && said.err.contains("partners.json has errors"), "{}", said.err);
    assert!(!out(&folder).exists());
    Ok(())
}

#[test]
fn whose_workbook_was_saved_as_a_list_of_the_guide_alone_is_told_what_to_send() -> Result<()> {
    let folder = with_partners()?;
    assert_eq!(asked(&folder, &["--partner", "sleepers"])?.code, Some(0));
    let bytes = fs::read(out(&folder).join("sleepers-2026-11-21.xlsx"))?;
    let book = table::read(&bytes, "sleepers.xlsx").map_err(|why| anyhow::anyhow!("{why}"))?;
    let guide = book.sheets.first().context("a workbook has sheets")?;
    let row = |row: &table::Row| table::csv_row(&[row.text(table::Column(0)), row.text(table::Column(1))]);
    let list = folder.path().with_file_name("back.csv");
    fs::write(&list, guide.rows.iter().map(row).collect::<String>())?;
    let said = folder.maintain(&["merge", list.to_str().context("the path is UTF-8")?, "--write"])?;
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.out.contains("back.csv: It holds only how to fill the template in"), "{}", said.out);
    let sheet = said.out.split(['“', '”']).nth(1).context("the sheet is named")?;
    assert!(book.sheets.iter().any(|one| one.name == sheet), "{sheet}");
    Ok(())
}
