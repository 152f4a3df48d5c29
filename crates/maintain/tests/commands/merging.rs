//! What partners send back is shown, and written only when it is asked for.

mod desk;

use std::fs;

use anyhow::Result;
use directory::sheet::Column;
use serde_json::{Value, json};

use desk::Desk;

#[test]
fn nothing_is_written_until_it_is_asked_for_and_twice_is_once() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.tick("sleep-well")?;
    back.write("sleep-well", Column::Phones, "Duty line 0300 123 4567")?;
    let file = desk.save("back.xlsx", back.workbook()?)?;
    let before = desk.all()?;
    let said = desk.merge(&[&file])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    for words in [
        "The sleep-well (sleep-well): changed, confirmed",
        "row 5",
        "0300 123 4567 (Duty line)",
        "1 untouched",
        "Nothing is written yet.",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert_eq!(desk.all()?, before);
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let entry = desk.entry("sleep-well")?;
    assert_eq!(entry["checked"], json!({"on": "2026-09-03", "by": "Service manager", "means": "the partner's yes"}));
    assert_eq!(entry["contacts"]["phones"][0], json!({"number": "0300 123 4567", "note": "Duty line"}));
    let history = fs::read_to_string(desk.folder.path().join("history.jsonl"))?;
    assert!(history.contains(r#""what":"checked""#) && !history.contains("0300"), "{history}");
    let written = desk.all()?;
    let said = desk.merge(&[&file, "--write"])?;
    assert!(said.out.contains("There is nothing to write."), "{}", said.out);
    assert_eq!(desk.all()?, written);
    assert_eq!(desk.folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn a_number_that_may_be_one_persons_is_not_taken() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Phones, "call Jane on 07700 900123")?;
    back.write("sleep-well", Column::Summary, "Call Jane on 07700 900123.")?;
    back.write("advice-line", Column::Summary, "Advice for tests.")?;
    let file = desk.save("back.csv", back.list())?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    let why = "This may be one person's own number or name. Ask for the number of the team.";
    assert_eq!(said.out.matches(why).count(), 2, "{}", said.out);
    let entry = desk.entry("sleep-well")?;
    assert!(!entry.to_string().contains("Jane") && entry.get("contacts").is_none(), "{entry}");
    assert_eq!(desk.entry("advice-line")?["summary"], "Advice for tests.");
    Ok(())
}

#[test]
fn a_list_in_old_letters_with_its_columns_turned_round_is_read_as_well() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Summary, "Sleep, for children’s nights.")?;
    let file = desk.save("back.csv", back.old_list())?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(desk.entry("sleep-well")?["summary"], "Sleep, for children’s nights.");
    Ok(())
}

#[test]
fn an_entry_in_which_the_check_finds_an_error_stays_and_the_others_are_written() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Emails, "help.team@gmail.com")?;
    back.write("advice-line", Column::Summary, "Advice for tests.")?;
    let file = desk.save("back.csv", back.list())?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.out.contains("The check would find an error in contacts.emails"), "{}", said.out);
    assert_eq!(desk.entry("sleep-well")?.get("contacts"), None);
    assert_eq!(desk.entry("advice-line")?["summary"], "Advice for tests.");
    Ok(())
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_hides_no_other() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Summary, "Said anew.")?;
    let good = desk.save("good.csv", back.list())?;
    let broken = desk.save("broken.xlsx", b"PK\x03\x04 and then nothing")?;
    let other = desk.save("other.csv", "Pigeons,Doves\n1,2\n")?;
    let said = desk.merge(&[&broken, &other, &good, "--write"])?;
    assert_eq!(said.code, Some(1));
    for name in ["broken.xlsx", "other.csv"] {
        assert!(said.out.lines().any(|line| line.starts_with("error: ") && line.contains(name)), "{}", said.out);
    }
    assert_eq!(desk.entry("sleep-well")?["summary"], "Said anew.");
    Ok(())
}

#[test]
fn a_slip_in_the_name_of_a_file_is_said_in_words() -> Result<()> {
    let desk = Desk::new()?;
    let said = desk.merge(&["answers/nope.xlsx"])?;
    assert!(said.code == Some(1) && said.err.contains("there is no file answers/nope.xlsx; look at"), "{}", said.err);
    let folder = desk.folder.path().join("listings").display().to_string();
    let said = desk.merge(&[&folder])?;
    assert!(said.code == Some(1), "{}", said.err);
    assert!(said.err.contains(&format!("{folder} is a folder; name what is in it")), "{}", said.err);
    Ok(())
}

#[test]
fn whose_file_it_is_must_be_known() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Summary, "Said anew.")?;
    let marks = back.column(Column::Marks)?;
    back.rows.iter_mut().for_each(|row| row[marks].clear());
    let file = desk.save("back.csv", back.list())?;
    let said = desk.merge(&[&file])?;
    assert!(said.code == Some(1) && said.out.contains("gone. Run it again with --partner and"), "{}", said.out);
    let said = desk.merge(&[&file, "--partner", "pigeons"])?;
    assert!(said.code == Some(2) && said.err.contains("pigeons"), "{}", said.err);
    // What was written down when it was sent tells what they changed.
    let said = desk.merge(&[&file, "--partner", "Made-up Trust", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(desk.entry("sleep-well")?["summary"], "Said anew.");
    Ok(())
}

#[test]
fn what_both_changed_waits_until_somebody_decides() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Summary, "Theirs.")?;
    let file = desk.save("back.csv", back.list())?;
    desk.folder.set("listings/sleep-well.json", "/summary", json!("Ours."))?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(1));
    assert!(
        said.out.contains("--take sleep-well.summary=theirs") && said.out.contains("sent out: Talks about sleep."),
        "{}",
        said.out
    );
    assert_eq!(desk.entry("sleep-well")?["summary"], "Ours.");
    let said = desk.merge(&[&file, "--write", "--take", "ours"])?;
    assert_eq!((said.code, desk.entry("sleep-well")?["summary"].as_str()), (Some(0), Some("Ours.")));
    let said = desk.merge(&[&file, "--write", "--take", "sleep-well.summary=theirs"])?;
    assert_eq!((said.code, desk.entry("sleep-well")?["summary"].as_str()), (Some(0), Some("Theirs.")));
    assert_eq!(desk.merge(&[&file, "--take", "mine"])?.code, Some(2));
    Ok(())
}

#[test]
fn a_tick_below_words_that_changed_here_is_not_called_a_change_of_theirs() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.tick("sleep-well")?;
    let file = desk.save("back.csv", back.list())?;
    desk.folder.set("listings/sleep-well.json", "/summary", json!("Ours."))?;
    let said = desk.merge(&[&file])?;
    assert!(said.out.contains("you changed it after it was sent, and they ticked the old words"), "{}", said.out);
    assert!(said.out.contains("--take sleep-well.summary=theirs (the old words), or ours (yours)"), "{}", said.out);
    assert!(!said.out.contains("both changed") && !said.out.contains("sent out:"), "{}", said.out);
    Ok(())
}

#[test]
fn something_new_is_held_and_belongs_to_who_told_of_it() -> Result<()> {
    let desk = Desk::new()?;
    fs::create_dir_all(desk.folder.partners())?;
    let partners = json!({"format": 1, "partners": [{"id": "trust", "name": "The Trust", "entries": ["sleep-well"]}]});
    fs::write(desk.folder.partners().join("partners.json"), partners.to_string())?;
    let mut back = desk.sent_to("trust")?;
    let mut row = vec![String::new(); back.rows[0].len()];
    for (column, text) in [
        (Column::Name, "Quiet nights"),
        (Column::Summary, "A group about sleep."),
        (Column::Kind, "service"),
        (Column::Audience, "parents"),
        (Column::Places, "Anytown"),
        (Column::Needs, "Sleep"),
    ] {
        row[back.column(column)?] = text.to_owned();
    }
    back.rows.push(row);
    let file = desk.save("back.csv", back.list())?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert!(said.out.contains("new, held until somebody says yes"), "{}", said.out);
    let entry = desk.entry("quiet-nights")?;
    assert_eq!((entry["standing"].as_str(), entry["area"]["places"][0].as_str()), (Some("held"), Some("anytown")));
    let partners = fs::read_to_string(desk.folder.partners().join("partners.json"))?;
    assert!(partners.contains("quiet-nights"), "{partners}");
    assert_eq!(desk.folder.maintain(&["check"])?.code, Some(0));
    let written = desk.all()?;
    desk.merge(&[&file, "--write"])?;
    assert_eq!(desk.all()?, written);
    // Nothing of it is in the history before somebody says yes; how is told.
    for words in ["1 entry written.\n", "It is held: nobody sees it yet", "--accept quiet-nights --by ROLE --write"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    let yes = ["import", "--accept", "quiet-nights", "--by", "directory coordinator", "--write"];
    let said = desk.folder.maintain(&yes)?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let entry = desk.entry("quiet-nights")?;
    assert_eq!((&entry["standing"], entry.get("imported")), (&json!("active"), None));
    let history = fs::read_to_string(desk.folder.path().join("history.jsonl"))?;
    let line = history.lines().find(|line| line.contains("quiet-nights")).unwrap_or_default();
    assert!(line.contains("\"new\"") && line.contains("directory coordinator"), "{history}");
    assert_eq!(desk.folder.maintain(&["check"])?.code, Some(0));
    Ok(())
}

#[test]
fn something_new_is_never_written_over_a_file_that_cannot_be_read() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    let broken = desk.folder.path().join("listings/night-line.json");
    fs::write(&broken, r#"{"format": 1 "id": "night-line"}"#)?;
    let mut row = vec![String::new(); back.rows[0].len()];
    for (column, text) in [
        (Column::Name, "Night line"),
        (Column::Summary, "A group about sleep."),
        (Column::Kind, "service"),
        (Column::Audience, "parents"),
        (Column::Places, "Anytown"),
        (Column::Needs, "Sleep"),
    ] {
        row[back.column(column)?] = text.to_owned();
    }
    back.rows.push(row);
    let file = desk.save("back.csv", back.list())?;
    let before = desk.all()?;
    let said = desk.merge(&[&file, "--write"])?;
    assert_eq!(said.code, Some(1), "{}{}", said.out, said.err);
    assert!(said.out.contains("night-line.json is there and cannot be read"), "{}", said.out);
    assert_eq!(desk.all()?, before);
    Ok(())
}

#[test]
fn a_script_is_told_the_same() -> Result<()> {
    let desk = Desk::new()?;
    let mut back = desk.sent_to("made-up-trust")?;
    back.write("sleep-well", Column::Ages, "up to 18")?;
    let file = desk.save("back.csv", back.list())?;
    let said = desk.merge(&[&file, "--format", "json"])?;
    let told: Value = serde_json::from_str(&said.out)?;
    assert_eq!((said.code, &told["settled"], &told["written"]), (Some(1), &json!(false), &json!(false)));
    let cell = &told["rows"][0]["cells"][0];
    assert_eq!((cell["column"].as_str(), cell["what"].as_str()), (Some("ages"), Some("refused")));
    Ok(())
}

#[test]
fn a_check_names_two_roles_and_a_call_where_a_life_may_hang_on_it() -> Result<()> {
    let desk = Desk::new()?;
    let check = json!({"on": "2026-09-03", "by": "manager", "means": "called"});
    desk.folder.set("listings/sleep-well.json", "/needs", json!(["suicide"]))?;
    desk.folder.set("listings/sleep-well.json", "/checked", check.clone())?;
    let told = || -> Result<String> { Ok(desk.folder.maintain(&["check"])?.out) };
    assert!(told()?.contains("one look is not enough"), "{}", told()?);
    for (second, words) in [("Manager", "another role"), ("Sarah", "a person's name")] {
        desk.folder.set("listings/sleep-well.json", "/checked/second", json!(second))?;
        assert!(told()?.contains(words), "{}", told()?);
    }
    desk.folder.set("listings/sleep-well.json", "/checked/second", json!("safeguarding lead"))?;
    desk.folder.set("listings/sleep-well.json", "/checked/called_on", json!("2026-09-02"))?;
    assert!(!told()?.contains("one look is not enough") && !told()?.contains("checked.second"), "{}", told()?);
    desk.folder.set("listings/sleep-well.json", "/checked/called_on", json!("2027-09-02"))?;
    assert!(told()?.contains("checked.called_on"), "{}", told()?);
    Ok(())
}
