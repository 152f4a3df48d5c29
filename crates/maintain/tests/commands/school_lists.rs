//! `schools`: a list is taken in, and what it would change is said first.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said};
use crate::schools::{CONTACTS, SCHOOLS, SLEEP, with_schools};

/// Takes in a list; with `--write`, if asked to.
fn taken(folder: &Folder, list: &[u8], more: &[&str]) -> Result<Said> {
    let path = folder.path().join("list.csv");
    std::fs::write(&path, list)?;
    folder.maintain(&[&["schools", path.to_str().context("the path is UTF-8")?], more].concat())
}

fn read(folder: &Folder, file: &str) -> Result<Value> {
    Ok(serde_json::from_str(&std::fs::read_to_string(folder.path().join(file))?)?)
}

/// A register as the national one comes: as Windows writes it, with the names of
/// heads.
const REGISTER: &[u8] =
    b"URN,LA (name),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),Town,HeadLastName\r\n\
    100001,Anytown,\"St Mary\x92s School, Anytown\",Open,Primary,Old Town,Okafor\r\n\
    100004,Anytown,Larch College,Open,16 plus,,Okafor\r\n\
    100003,Anytown,Hill View Academy,Closed,Secondary,New Town,Okafor\r\n\
    200000,Elsewhere,Far School,Open,Primary,,Okafor\r\n\
    100005,Anytown,New Free School,Proposed to open,Primary,,\r\n";

#[test]
fn a_list_says_what_it_would_change_and_changes_nothing_until_it_is_told_to() -> Result<()> {
    let folder = with_schools()?;
    let before = read(&folder, SCHOOLS)?;
    let said = taken(&folder, REGISTER, &[])?;
    assert_eq!((said.code, read(&folder, SCHOOLS)?), (Some(0), before), "{}{}", said.out, said.err);
    for words in [
        "5 rows, commas, windows-1252",
        "renamed: St Mary’s School, Anytown (100001), before St Mary’s Primary School",
        "new: Larch College (100004)",
        "closed: Hill View Academy (100003)",
        "1 row left out because they lie elsewhere",
        "Columns that are not read: HeadLastName",
        "Nothing is written. Add --write to write 1 file.",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert!(!said.out.contains("Okafor"));
    Ok(())
}

#[test]
fn a_register_is_taken_in_once_and_then_there_is_nothing_to_change() -> Result<()> {
    let folder = with_schools()?;
    folder.set(
        SLEEP,
        "/area",
        json!({"places": ["anytown"], "schools": "listed", "school_ids": ["100001", "100003"]}),
    )?;
    let said = taken(&folder, REGISTER, &["--write", "--source", "A national register"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let register = read(&folder, SCHOOLS)?;
    let ids: Vec<_> = register["schools"].as_array().context("a list")?.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["100001", "100002", "100004"]);
    assert_eq!((&register["source"], &register["taken_on"]), (&json!("A national register"), &json!("2026-11-21")));
    assert_eq!(register["schools"][2]["phases"], json!(["post-16"]));
    assert_eq!(read(&folder, SLEEP)?["area"]["school_ids"], json!(["100001"]));
    let again = taken(&folder, REGISTER, &["--write", "--source", "A national register"])?;
    assert!(again.out.contains("There is nothing to change."), "{}", again.out);
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn a_list_may_be_a_workbook() -> Result<()> {
    let folder = with_schools()?;
    let rows = [["URN", "School", "LA (name)", "Phase"], ["100004", "Larch College", "Anytown", "16 plus"]];
    let rows = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
    let list = table::xlsx(&[table::Plain { name: "Made up for tests".to_owned(), rows }])?;
    let said = taken(&folder, &list, &[])?;
    assert!(
        said.out.contains("1 row, Excel workbook") && said.out.contains("new: Larch College (100004)"),
        "{}",
        said.out
    );
    Ok(())
}

/// What a council holds, as its spreadsheet saves it.
const HELD: &str = "\u{feff}URN;Service;Covered;Role;E-mail;Date;Confirmed by\n\
    100001;sleep-well;Yes;SENCO;senco@stmarys.example.org;21/09/2026;team manager\n\
    100002;The sleep-well;no;MHST;mhst@example.org;21 September 2026;team manager\n";

#[test]
fn a_list_that_a_council_holds_says_who_is_covered_and_who_answers() -> Result<()> {
    let folder = with_schools()?;
    folder.set(SLEEP, "/area", json!({"places": ["anytown"], "schools": "not-known"}))?;
    let said = taken(&folder, HELD.as_bytes(), &["--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let area = read(&folder, SLEEP)?["area"].clone();
    assert_eq!((&area["schools"], &area["school_ids"]), (&json!("listed"), &json!(["100001"])));
    assert_eq!(area["coverage_confirmed"], json!({"on": "2026-09-21", "by": "team manager"}));
    let contacts = read(&folder, CONTACTS)?;
    let of = |role: &str| {
        contacts["contacts"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|one| one["role"] == role && one.get("school").is_some())
            .cloned()
    };
    assert_eq!(of("mhst").context("a team")?["school"], "100002");
    let senco = of("senco").context("a SENCO")?;
    assert_eq!((&senco["confirmed"]["on"], &senco["cover"]["says"]), (&json!("2026-09-21"), &json!("the deputy head")));
    assert_eq!(folder.maintain(&["check"])?.code, Some(0));
    let again = taken(&folder, HELD.as_bytes(), &["--write"])?;
    assert!(again.out.contains("There is nothing to change."), "{}", again.out);
    Ok(())
}

#[test]
fn a_part_of_a_list_does_not_confirm_the_whole() -> Result<()> {
    let folder = with_schools()?;
    folder.set(SLEEP, "/area", json!({"places": ["anytown"], "schools": "listed", "school_ids": ["100003"]}))?;
    let list = "URN,Service,Covered,Date,By\n100001,sleep-well,y,1/9/2026,team manager\n";
    let said = taken(&folder, list.as_bytes(), &["--write"])?;
    assert!(said.out.contains("not confirmed: its list has schools that are not in these rows"), "{}", said.out);
    let area = read(&folder, SLEEP)?["area"].clone();
    assert_eq!((&area["school_ids"], area.get("coverage_confirmed")), (&json!(["100001", "100003"]), None));
    Ok(())
}

#[test]
fn a_row_that_is_not_understood_is_named_and_hides_no_other() -> Result<()> {
    let folder = with_schools()?;
    let list = "URN,School,Service,Covered,Role,Mailbox,Date\n\
        999999,,sleep-well,yes,,,\n100001,,sleep-well,perhaps,,,\n100001,,nothing,yes,,,\n100001,,,yes,,,\n\
        100001,,,,Head,head@example.org,\n100001,,sleep-well,yes,,,13/13/2026\n,Hill View Academy,,,senco,senco@example.org,\n\
        100002,,,,senco,senco@example.org,\n100003,,sleep-well,no,,,\n100003,,sleep-well,yes,,,\n";
    let said = taken(&folder, list.as_bytes(), &["--write"])?;
    assert_eq!(said.code, Some(1), "{}", said.out);
    for words in [
        "line 2: no school of the register has the number 999999",
        "line 3: perhaps is neither yes nor no",
        "line 4: no entry, or more than one, has the id or the name nothing",
        "line 5: it says yes or no, and of which service it does not say",
        "line 6: Head is no role that is known",
        "line 7: 13/13/2026 is no day up to today",
        "line 8: more than one school of the register is called Hill View Academy",
        "sleep-well: the list says yes and no of Hill View Academy (100003)",
        "new: SENCO for Hill View Academy (100002): senco@example.org",
        "1 file written",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    Ok(())
}

#[test]
fn a_list_with_a_persons_mailbox_is_not_written() -> Result<()> {
    let folder = with_schools()?;
    let before = read(&folder, CONTACTS)?;
    let list = "URN,Role,Mailbox\n100002,SENCO,sarah.okafor@example.org\n";
    let said = taken(&folder, list.as_bytes(), &["--write"])?;
    assert_eq!((said.code, read(&folder, CONTACTS)?), (Some(1), before));
    assert!(said.out.contains("Nothing is written") && said.out.contains("first name"), "{}", said.out);
    Ok(())
}

#[test]
fn a_list_that_is_none_is_said() -> Result<()> {
    let folder = with_schools()?;
    let lists: [(&[u8], &str); 4] = [
        (b"", "there is nothing in it"),
        (b"\x00\x01\x02", "it is no table; open it in a spreadsheet"),
        (b"%PDF-1.7\n", "it is a PDF; ask for the spreadsheet"),
        (b"one,two\n1,2\n", "no row of headings"),
    ];
    for (list, why) in lists {
        let said = taken(&folder, list, &[])?;
        assert_eq!(said.code, Some(1));
        assert!(said.err.contains(why), "{}", said.err);
    }
    let said = folder.maintain(&["schools", "/no/such/list.csv"])?;
    assert!(said.code == Some(1) && said.err.contains("there is no file /no/such/list.csv; look at the name"));
    Ok(())
}
