//! `find`: what search makes of a question, for people and for scripts.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, Said, TODAY, maintain};

/// The objects that the command writes, one a line.
fn objects(said: &Said) -> Result<Vec<Value>> {
    said.out.lines().map(|line| serde_json::from_str(line).context("each line is one object")).collect()
}

fn asked(folder: &Folder, question: &str) -> Result<Value> {
    let said = folder.maintain(&["find", question, "--json"])?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    objects(&said)?.pop().context("one question has one object")
}

fn ids(told: &Value) -> Vec<&str> {
    told["results"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect()
}

/// Runs the command over a folder with these bytes as its standard input.
fn told(folder: &Folder, arguments: &[&str], bytes: &[u8]) -> Result<Said> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maintain"));
    command.args(arguments).args(["--today", TODAY, "--data"]).arg(folder.path());
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().context("it starts")?;
    let mut input = child.stdin.take().context("it reads")?;
    // It answers while it reads, and would wait for whoever does not listen.
    let output = std::thread::scope(|scope| {
        let written = scope.spawn(move || input.write_all(bytes));
        let output = child.wait_with_output();
        assert!(written.join().is_ok());
        output
    })?;
    let (out, err) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    Ok(Said { code: output.status.code(), out, err })
}

#[test]
fn an_object_holds_the_question_what_was_understood_and_each_result_with_a_reason() -> Result<()> {
    let folder = Folder::sound()?;
    let mut unknown = crate::folder::listing("dreams");
    unknown["ages"] = Value::Null;
    unknown["stated"] = json!(["summary"]);
    folder.write("listings/dreams.json", &unknown.to_string())?;
    let said = folder.maintain(&["find", "my 9 year old is tierd", "--json"])?;
    let keys = [
        "\"question\"",
        "\"understood\":{\"needs\"",
        "\"ages\"",
        "\"kinds\"",
        "\"areas\"",
        "\"formats\"",
        "\"costs\"",
        "\"access\"",
        "\"thrive\"",
        "\"asker\"",
        "\"mended\":[{\"typed\"",
        "\"read\"",
        "\"rest\"",
        "\"crisis\"",
        "\"results\":[{\"id\"",
        "\"score\"",
        "\"fit\"",
        "\"why\"",
    ];
    let places: Vec<_> = keys.iter().map(|key| said.out.find(key)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}: {}", said.out);
    let told = asked(&folder, "my 9 year old is tierd")?;
    assert_eq!(told["question"], "my 9 year old is tierd");
    assert_eq!(told["understood"]["needs"], json!(["sleep"]));
    assert_eq!(told["understood"]["ages"], json!([9]));
    assert_eq!(told["understood"]["mended"], json!([{"typed": "tierd", "read": "tired"}]));
    assert_eq!(told["crisis"], Value::Null);
    let results = told["results"].as_array().context("a list")?;
    assert_eq!(results.len(), 4);
    assert_eq!((&results[0]["fit"], &results[0]["why"]), (&json!("fits"), &json!("For Sleep; aged 5 to 11.")));
    let may = results.iter().find(|one| one["id"] == "dreams").context("it may fit")?;
    assert_eq!((&may["fit"], &may["why"]), (&json!("may"), &json!("We do not know which ages it is for.")));
    let scores: Vec<_> = results.iter().filter_map(|one| one["score"].as_u64()).collect();
    assert!(scores.len() == 4 && scores.is_sorted_by(|one, next| one > next), "{scores:?}");
    Ok(())
}

#[test]
fn people_read_what_was_understood_and_one_line_for_each_result() -> Result<()> {
    let said = Folder::sound()?.maintain(&["find", "free help, tierd in Old Town"])?;
    let lines: Vec<_> = said.out.lines().collect();
    assert_eq!(
        lines.first(),
        Some(&"“free help, tierd in Old Town”: Sleep · Anytown · Free; read “tired” (typed “tierd”)")
    );
    assert_eq!(lines.len(), 5, "{}", said.out);
    for id in ["advice-line", "sleep-well", "night-line"] {
        let line = lines.iter().skip(1).find(|line| line.contains(id)).context("a line for each")?;
        assert!(line.ends_with("may   We do not know what it costs."), "{line}");
    }
    Ok(())
}

#[test]
fn words_need_no_quotes_and_an_age_leaves_out_what_is_for_others() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("listings/sleep-well.json", "/ages", json!({"from": 12, "to": 17}))?;
    let said = folder.maintain(&["find", "picked", "on", "and", "tired", "--json", "--age", "9"])?;
    let told = objects(&said)?.pop().context("one object")?;
    assert_eq!(told["question"], "picked on and tired");
    assert_eq!(told["understood"]["needs"], json!(["sleep", "bullying"]));
    assert_eq!(told["understood"]["ages"], json!([]));
    assert!(ids(&told).contains(&"advice-line") && !ids(&told).contains(&"sleep-well"), "{told}");
    for age in ["26", "-1", "nine", ""] {
        assert_eq!(maintain(&["find", "tired", "--age", age])?.code, Some(2), "{age}");
    }
    Ok(())
}

#[test]
fn how_urgent_it_sounds_is_told() -> Result<()> {
    let folder = Folder::sound()?;
    for (question, level) in [
        ("she took tablets", json!("emergency")),
        ("he ran away", json!("a")),
        ("ive had enough", json!("b")),
        ("a night out", Value::Null),
    ] {
        assert_eq!(asked(&folder, question)?["crisis"], level, "{question}");
    }
    let said = folder.maintain(&["find", "took tablets"])?;
    assert!(said.out.contains("CRISIS: emergency"), "{}", said.out);
    Ok(())
}

#[test]
fn questions_come_from_a_file_or_the_standard_input_one_a_line() -> Result<()> {
    let folder = Folder::sound()?;
    let text = "\u{feff}tired\r\n\n   \n\tpicked on\nlast one without an end";
    let expected = ["tired", "picked on", "last one without an end"];
    let file = folder.path().join("questions.txt");
    std::fs::write(&file, text)?;
    let file = file.display().to_string();
    for arguments in [
        &["find", "--json", "--from", &file][..],
        &["find", "--json", "--from", "-"],
        &["find", "--json"],
        &["find", "-", "--json"],
    ] {
        let said = told(&folder, arguments, text.as_bytes())?;
        let asked: Vec<_> = objects(&said)?.into_iter().map(|one| one["question"].clone()).collect();
        assert_eq!((asked, said.code), (expected.map(Value::from).to_vec(), Some(0)), "{arguments:?}");
    }
    let missing = folder.maintain(&["find", "--from", "/no/such/file"])?;
    assert!(missing.code == Some(1) && missing.err.contains("/no/such/file"), "{}", missing.err);
    assert_eq!(maintain(&["find", "tired", "--from", &file])?.code, Some(2));
    Ok(())
}

#[test]
fn nothing_asked_is_no_failure() -> Result<()> {
    let folder = Folder::sound()?;
    for question in ["", "   ", "???", "\u{200b}"] {
        let told = asked(&folder, question)?;
        assert!(told["results"] == json!([]) && told["crisis"] == Value::Null, "{told}");
        assert_eq!(folder.maintain(&["find", question])?.code, Some(0));
    }
    let none = told(&folder, &["find", "--json"], b"\n\n")?;
    assert_eq!((none.out.as_str(), none.code), ("", Some(0)));
    Ok(())
}

#[test]
fn whatever_stands_in_a_line_is_answered() -> Result<()> {
    let folder = Folder::sound()?;
    let mut bytes = Vec::new();
    bytes.extend("tired ".repeat(17_000).as_bytes());
    bytes.extend(b"\ntired\0and \xff\xfe\x1b[31m odd\n");
    bytes.extend("疲れた 😴 ".repeat(9_000).as_bytes());
    bytes.extend(b"\npicked on\n");
    let said = told(&folder, &["find", "--json"], &bytes)?;
    let all = objects(&said)?;
    assert_eq!((all.len(), said.code), (4, Some(0)), "{}", said.err);
    assert_eq!(all[0]["understood"]["needs"], json!(["sleep"]));
    assert_eq!(all[1]["understood"]["needs"], json!(["sleep"]));
    assert_eq!(all[3]["understood"]["needs"], json!(["bullying"]));
    // A terminal is not told to do anything.
    let shown = told(&folder, &["find"], &bytes)?;
    assert!(!shown.out.contains(['\0', '\u{1b}']) && shown.out.lines().all(|line| line.len() < 1_000));
    Ok(())
}

#[test]
fn words_can_be_tried_while_the_data_has_an_error() -> Result<()> {
    let folder = Folder::sound()?;
    folder.set("listings/sleep-well.json", "/kind", json!("miracle"))?;
    let said = folder.maintain(&["find", "tired", "--json"])?;
    assert_eq!(said.code, Some(0));
    assert!(said.err.contains("1 error"), "{}", said.err);
    assert_eq!(ids(&objects(&said)?[0]), ["advice-line", "night-line"]);
    std::fs::remove_file(folder.path().join("words/needs.json"))?;
    let said = folder.maintain(&["find", "tired"])?;
    assert!(said.code == Some(1) && said.err.contains("the check says why"), "{}", said.err);
    Ok(())
}

#[test]
fn what_is_for_staff_alone_stands_after_what_families_see_unless_staff_ask_or_name_it() -> Result<()> {
    let folder = Folder::sound()?;
    let mut course = crate::folder::listing("a-course");
    course["name"] = json!("Aardvark Course");
    course["audience"] = json!(["staff"]);
    course["contacts"] = json!({"phones": [{"number": "0300 000 0001"}]});
    folder.write("listings/a-course.json", &course.to_string())?;
    folder.set("words/asks.json", "/who", json!({"staff": ["pupil"]}))?;
    let family = asked(&folder, "tired")?;
    let last = family["results"].as_array().and_then(|all| all.last()).context("a result")?;
    assert_eq!(last["id"], "a-course");
    assert_eq!((&last["fit"], &last["why"]), (&json!("may"), &json!("It is for school staff.")));
    let staff = asked(&folder, "a tired pupil")?;
    let course = staff["results"].as_array().into_iter().flatten().find(|one| one["id"] == "a-course");
    assert_eq!(course.context("it is told")?["fit"], "fits");
    assert_eq!(ids(&asked(&folder, "aardvark course")?).first(), Some(&"a-course"));
    Ok(())
}

#[test]
fn at_most_fifty_results_are_told() -> Result<()> {
    let folder = Folder::sound()?;
    for number in 0..60 {
        let id = format!("made-up-{number}");
        folder.write(&format!("listings/{id}.json"), &crate::folder::listing(&id).to_string())?;
    }
    assert_eq!(ids(&asked(&folder, "tired")?).len(), 50);
    Ok(())
}
