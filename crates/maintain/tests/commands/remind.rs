//! `cargo maintain remind`: whoever owes a check is asked, once, kindly, and
//! alone; nobody else is.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mail_parser::{Address, Message, MessageParser, MimeHeaders};
use serde_json::{Value, json};

use crate::folder::{Folder, Said, listing, maintain};

/// The sound folder with two partners of two entries each, one of which needs
/// more than a tick, and one who has no mailbox.
pub(crate) fn with_partners() -> Result<Folder> {
    let folder = Folder::sound()?;
    for (id, provider) in [("rest-club", "Rest"), ("talk-time", "Talk"), ("lone-wolf", "Wolf & Co.")] {
        let mut entry = listing(id);
        entry["provider"] = json!(provider);
        folder.write(&format!("listings/{id}.json"), &entry.to_string())?;
    }
    folder.set("site.json", "/publisher", json!({"name": "A made-up publisher", "email": "directory@example.org"}))?;
    partners(
        &folder,
        &json!([
            {"id": "rest", "name": "Rest “Zoë” & Söhne", "mailboxes": ["office@rest.example.org", "team@rest.example.org"],
             "entries": ["sleep-well", "night-line", "rest-club"]},
            {"id": "talk", "name": "=Talk", "mailboxes": ["hello@talk.example.org"], "entries": ["talk-time", "advice-line"]},
        ]),
    )?;
    Ok(folder)
}

pub(crate) fn partners(folder: &Folder, partners: &Value) -> Result<()> {
    fs::create_dir_all(folder.partners())?;
    Ok(fs::write(folder.partners().join("partners.json"), json!({"format": 1, "partners": partners}).to_string())?)
}

fn on(folder: &Folder, day: &str, more: &[&str]) -> Result<Said> {
    let data = folder.path().to_str().context("the path is UTF-8")?;
    maintain(&[&["remind", "--data", data, "--today", day], more].concat())
}

fn day_folder(folder: &Folder, day: &str) -> PathBuf {
    folder.partners().join("reminders").join(day)
}

fn names(folder: &Path) -> Result<BTreeSet<String>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Every file under a folder, with what stands in it.
fn all(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(all(&path)?);
        } else {
            found.push((path.clone(), fs::read(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

fn read(bytes: &[u8]) -> Result<Message<'_>> {
    MessageParser::default().parse(bytes).context("this is no e-mail")
}

fn mailboxes(address: Option<&Address<'_>>) -> Vec<(String, String)> {
    let all = address.into_iter().flat_map(Address::iter);
    let pair = |one: &mail_parser::Addr<'_>| {
        (one.name().unwrap_or_default().to_owned(), one.address().unwrap_or_default().to_owned())
    };
    all.map(pair).collect()
}

fn check_checked(folder: &Folder, id: &str, day: &str) -> Result<()> {
    folder.set(&format!("listings/{id}.json"), "/checked", json!({"on": day, "by": "coordinator", "means": "called"}))
}

#[test]
fn each_partner_is_written_to_alone_with_their_own_entries_and_a_file_to_fill_in() -> Result<()> {
    let folder = with_partners()?;
    check_checked(&folder, "sleep-well", "2026-02-03")?;
    let said = on(&folder, "2026-11-21", &["--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let day = day_folder(&folder, "2026-11-21");
    let bytes = fs::read(day.join("rest.eml"))?;
    let mail = read(&bytes)?;
    let to = ["office@rest.example.org", "team@rest.example.org"];
    assert_eq!(mailboxes(mail.to()), to.map(|to| ("Rest “Zoë” & Söhne".to_owned(), to.to_owned())));
    assert_eq!(mailboxes(mail.from()), [("Testway".to_owned(), "directory@example.org".to_owned())]);
    assert_eq!(mail.subject(), Some("Please check your 3 entries in Testway"));
    assert_eq!(mail.date().map(mail_parser::DateTime::to_rfc3339).as_deref(), Some("2026-11-21T12:00:00Z"));
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    let text = mail.body_text(0).context("it has words")?.replace("\r\n", "\n");
    for part in [
        "Hello Rest “Zoë” & Söhne,\n\nPlease open the attached spreadsheet, choose Yes under \"Still right?\"",
        "- The sleep-well: last checked on 3 February 2026.\n",
        "- The rest-club: not checked yet.\n",
        "- The night-line: not checked yet. It is a crisis line: we need a second role and a test call too.",
        "Please send it to directory@example.org by 31 December 2026.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("update.html"), "no address is settled");
    assert_eq!(mail.attachments().count(), 1);
    let name = mail.attachment(0).and_then(MimeHeaders::attachment_name);
    assert_eq!(
        mail.attachment(0).map(mail_parser::MessagePart::contents),
        Some(&*fs::read(day.join(name.context("a name")?))?)
    );
    assert!(fs::read_to_string(day.join("rest.txt"))?.ends_with(&text), "the same to copy");
    for (path, bytes) in all(&day)?.iter().filter(|(path, _)| path.file_stem().is_some_and(|stem| stem == "rest")) {
        let mail = read(bytes)?;
        let text = format!("{}{}", String::from_utf8_lossy(bytes), mail.body_text(0).unwrap_or_default());
        assert!(!text.contains("talk.example.org") && !text.contains("talk-time"), "{}", path.display());
    }
    Ok(())
}

#[test]
fn no_name_and_no_mailbox_becomes_another_line_of_the_head() -> Result<()> {
    let folder = with_partners()?;
    let hostile = "Rest\r\nBcc: evil@example.com\r\n\r\nHello";
    folder.set("site.json", "/name", json!(hostile))?;
    folder.set("listings/talk-time.json", "/name", json!(format!("Talk{hostile}\u{2028}\u{7f}")))?;
    assert_eq!(on(&folder, "2026-11-21", &["--write"])?.code, Some(0));
    let bytes = fs::read(day_folder(&folder, "2026-11-21").join("talk.eml"))?;
    let mail = read(&bytes)?;
    let heads: Vec<_> = mail.headers_raw().map(|(name, _)| name).collect();
    assert_eq!(heads, ["X-Unsent", "Message-ID", "Date", "To", "Subject", "From", "MIME-Version", "Content-Type"]);
    assert_eq!(mailboxes(mail.to()), [("=Talk".to_owned(), "hello@talk.example.org".to_owned())]);
    assert!(mail.body_text(0).is_some_and(|text| text.contains("- TalkRest Bcc: evil@example.com Hello: not")));
    let wrong = json!([{"id": "talk", "name": "Talk", "mailboxes": ["a@b.example\r\nBcc: evil@example.com"]}]);
    partners(&folder, &wrong)?;
    let said = on(&folder, "2026-11-22", &["--write"])?;
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("partners[0].mailboxes[0]") && said.err.contains("Nobody is reminded"), "{}", said.err);
    assert!(!day_folder(&folder, "2026-11-22").exists());
    Ok(())
}

#[test]
fn nothing_is_written_until_it_is_asked_for_and_twice_is_as_once() -> Result<()> {
    let folder = with_partners()?;
    let before = all(folder.path())?;
    let said = on(&folder, "2026-11-21", &[])?;
    assert!(said.code == Some(0) && said.err.contains("Nothing is written"), "{}", said.err);
    assert_eq!(names(&folder.partners())?, BTreeSet::from(["partners.json".to_owned()]));
    on(&folder, "2026-11-21", &["--write"])?;
    let once = all(&folder.partners())?;
    on(&folder, "2026-11-21", &["--write"])?;
    assert!(once == all(&folder.partners())?, "running twice changes nothing");
    assert!(before == all(folder.path())?, "no reminder changes the data");
    assert!(once.iter().any(|(path, _)| path.ends_with("sent/rest/2026-11-21.json")));
    Ok(())
}

#[test]
fn a_second_reminder_says_so_and_goes_only_to_whoever_still_owes() -> Result<()> {
    let folder = with_partners()?;
    on(&folder, "2026-09-02", &["--write"])?;
    check_checked(&folder, "talk-time", "2026-09-20")?;
    check_checked(&folder, "advice-line", "2026-09-20")?;
    check_checked(&folder, "rest-club", "2026-09-21")?;
    let said = on(&folder, "2026-10-05", &["--write"])?;
    assert!(said.out.contains("2 of 3 entries, reminder 2. rest.eml"), "{}", said.out);
    assert!(!said.out.contains("talk.eml"), "{}", said.out);
    let day = day_folder(&folder, "2026-10-05");
    assert!(!day.join("talk.eml").exists());
    let bytes = fs::read(day.join("rest.eml"))?;
    let mail = read(&bytes)?;
    assert_eq!(mail.subject(), Some("Second reminder: please check your 2 entries in Testway"));
    let text = mail.body_text(0).unwrap_or_default();
    assert!(text.contains("We asked on 2 September 2026") && !text.contains("rest-club"), "{text}");
    // A new term begins anew, and asks for everything.
    let said = on(&folder, "2027-01-04", &["--write"])?;
    assert!(
        said.out.contains("2 of 2 entries. talk.eml") && said.out.contains("3 of 3 entries. rest.eml"),
        "{}",
        said.out
    );
    Ok(())
}

#[test]
fn whoever_answered_meanwhile_has_no_e_mail_waiting() -> Result<()> {
    let folder = with_partners()?;
    on(&folder, "2026-11-21", &["--write"])?;
    let day = day_folder(&folder, "2026-11-21");
    assert!(day.join("talk.eml").exists());
    check_checked(&folder, "talk-time", "2026-11-21")?;
    check_checked(&folder, "advice-line", "2026-11-21")?;
    on(&folder, "2026-11-21", &["--write", "--partner", "rest"])?;
    assert!(day.join("talk.eml").exists(), "the reminder of one leaves the others");
    on(&folder, "2026-11-21", &["--write"])?;
    assert!(!day.join("talk.eml").exists() && day.join("rest.eml").exists());
    Ok(())
}

#[test]
fn without_a_mailbox_or_a_partner_nobody_is_written_to_and_it_is_said_what_to_do() -> Result<()> {
    let folder = with_partners()?;
    partners(&folder, &json!([]))?;
    let said = on(&folder, "2026-11-21", &["--write"])?;
    for part in [
        "No mailbox is known. Find one, and write it into",
        "[ ] Wolf & Co.: 1 of 1 entry. wolf-and-co.txt",
        "Nobody answers for these.",
        "[ ] The sleep-well (sleep-well)",
        "0 e-mails written",
    ] {
        assert!(said.out.contains(part), "{part}\n{}", said.out);
    }
    let names = names(&day_folder(&folder, "2026-11-21"))?;
    assert!(names.contains("wolf-and-co.txt") && !names.iter().any(|name| name.ends_with(".eml")), "{names:?}");
    assert!(!folder.partners().join("log.jsonl").exists(), "nobody was asked");
    Ok(())
}

#[test]
fn a_folder_of_somebody_elses_is_left_alone() -> Result<()> {
    let folder = with_partners()?;
    let own = folder.partners().join("own");
    fs::create_dir_all(&own)?;
    for name in ["notes.txt", "rest.doc", "worklist.txt"] {
        fs::write(own.join(name), "Mine.")?;
        let said = on(&folder, "2026-11-21", &["--write", "--out", own.to_str().context("UTF-8")?])?;
        assert_eq!(said.code, Some(2), "{name}");
        assert!(said.err.contains(name) && said.err.contains("--out"), "{}", said.err);
        assert_eq!(names(&own)?.len(), 1, "{name}");
        fs::remove_file(own.join(name))?;
    }
    assert!(!folder.partners().join("log.jsonl").exists());
    let said = on(&folder, "2026-11-21", &["--out", own.to_str().context("UTF-8")?])?;
    assert!(said.out.contains("It is not kept that anybody was asked"), "{}", said.out);
    assert!(own.join("rest.eml").exists() && !folder.partners().join("log.jsonl").exists());
    Ok(())
}

#[test]
fn the_list_for_a_mail_merge_holds_no_formula_and_says_the_same() -> Result<()> {
    let folder = with_partners()?;
    on(&folder, "2026-11-21", &["--write"])?;
    let day = day_folder(&folder, "2026-11-21");
    let text = fs::read_to_string(day.join("mail-merge.csv"))?;
    let mut rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<_> = rows.records().collect::<Result<_, _>>()?;
    let to: Vec<_> = rows.iter().map(|row| (&row[0], &row[2])).collect();
    assert_eq!(to, [("talk", "hello@talk.example.org"), ("rest", "office@rest.example.org; team@rest.example.org")]);
    assert_eq!(&rows[0][1], "'=Talk");
    let plain = fs::read_to_string(day.join("rest.txt"))?;
    assert!(plain.ends_with(&rows[1][4]) && plain.contains(&format!("Subject: {}\n", &rows[1][3])));
    Ok(())
}

#[test]
fn a_published_directory_is_linked_with_the_entries_that_are_asked_about() -> Result<()> {
    let folder = with_partners()?;
    folder.set("site.json", "/publisher/address", json!("https://directory.example.org/"))?;
    let many: Vec<_> = (0..60).map(|number| format!("made-up-with-a-rather-long-id-{number:02}")).collect();
    for id in &many {
        folder.write(&format!("listings/{id}.json"), &listing(id).to_string())?;
    }
    partners(&folder, &json!([{"id": "many", "name": "Many", "mailboxes": ["a@b.example.org"], "entries": many}]))?;
    on(&folder, "2026-11-21", &["--write", "--partner", "many"])?;
    let text = fs::read_to_string(day_folder(&folder, "2026-11-21").join("many.txt"))?;
    let links: Vec<_> =
        text.lines().filter_map(|line| line.strip_prefix("https://directory.example.org/update.html#")).collect();
    assert!(links.len() > 1 && links.iter().all(|link| link.len() < 1_600));
    let asked: BTreeSet<_> = links.iter().flat_map(|link| link.split(',')).map(str::to_owned).collect();
    assert_eq!(asked, many.into_iter().collect());
    Ok(())
}

#[test]
fn wrong_use_is_answered_with_what_there_is() -> Result<()> {
    let folder = with_partners()?;
    let said = on(&folder, "2026-11-21", &["--partner", "rset"])?;
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("Do you mean rest") && said.err.contains("talk"), "{}", said.err);
    let said = on(&folder, "2026-11-21", &["--answer-by", "2026-11-20"])?;
    assert!(said.code == Some(2) && said.err.contains("name a later one"), "{}", said.err);
    Ok(())
}
