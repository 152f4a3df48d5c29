//! `import`: files of every kind, and those that are refused.

use std::fs;
use std::io::Write as _;

use anyhow::Result;
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::import::{entries, entry, feed};

#[test]
fn a_list_needs_a_mapping_and_a_first_one_is_written() -> Result<()> {
    let folder = Folder::sound()?;
    let at = |name: &str| folder.path().with_file_name(name).display().to_string();
    fs::write(
        at("list.csv"),
        "Service name;Telephone;Post Code;Category\nCaf\u{e9} Talk;0161 496 0000;M4 4DE;Worry\n",
    )?;
    let said = folder.maintain(&["import", &at("list.csv"), "--source", "A"])?;
    assert!(said.code == Some(2) && said.err.contains("--suggest-mapping"), "{}{}", said.out, said.err);
    let said = folder.maintain(&["import", &at("list.csv"), "--suggest-mapping", &at("mapping.json")])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let mut mapping: Value = serde_json::from_str(&fs::read_to_string(at("mapping.json"))?)?;
    assert_eq!(
        mapping["columns"],
        json!({"Service name": "name", "Telephone": "phone", "Post Code": "postcode", "Category": "terms"})
    );
    mapping["source"] = json!("Made-up Council");
    mapping["licence"] = json!("OGL v3");
    mapping["terms"] = json!({"worry": "need:anxiety"});
    fs::write(at("mapping.json"), mapping.to_string())?;
    let said = folder.maintain(&["import", &at("list.csv"), "--mapping", &at("mapping.json"), "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let one = entry(&folder, "cafe-talk")?;
    assert_eq!((&one["name"], &one["needs"]), (&json!("Caf\u{e9} Talk"), &json!(["anxiety"])));
    assert_eq!(one["contacts"]["phones"][0]["number"], "0161 496 0000");
    let again = folder.maintain(&["import", &at("list.csv"), "--suggest-mapping", &at("mapping.json")])?;
    assert!(again.code == Some(2) && again.err.contains("there already"), "{}", again.err);
    Ok(())
}

#[test]
fn a_feed_without_a_source_or_that_is_none_is_refused_and_nothing_is_touched() -> Result<()> {
    let folder = Folder::sound()?;
    let before = entries(&folder)?;
    let at = folder.path().with_file_name("feed.json").display().to_string();
    let deep = format!("{{\"contents\": {}1{}}}", "[".repeat(5_000), "]".repeat(5_000));
    let whole = feed().to_string();
    for (text, says) in [
        (deep, "nested deeper"),
        (whole[..whole.len() - 20].to_owned(), "no whole JSON"),
        ("{\"pages\": 3}".to_owned(), "no services that can be found"),
        ("[1, 2".to_owned(), "no whole JSON"),
        ("\u{1}\u{2}".to_owned(), ""),
    ] {
        fs::write(&at, &text)?;
        let said = folder.maintain(&["import", &at, "--source", "A", "--write"])?;
        assert!(said.code == Some(2) && said.err.contains(says), "{says}: {:?} {}{}", said.code, said.out, said.err);
        assert_eq!(entries(&folder)?, before);
    }
    fs::write(&at, whole)?;
    let said = folder.maintain(&["import", &at])?;
    assert!(said.code == Some(2) && said.err.contains("say whose data it is"), "{}", said.err);
    Ok(())
}

/// A package of tables, packed; its paths try to lead elsewhere.
fn packed(files: &[(&str, &[u8])]) -> Result<Vec<u8>> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default())?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[test]
fn a_packed_package_is_read_within_limits() -> Result<()> {
    let folder = Folder::sound()?;
    let at = folder.path().with_file_name("package.zip").display().to_string();
    let services = b"id,name,description\n../../1,Quiet Nights,Help\n";
    fs::write(&at, packed(&[("../../package/services.csv", services), ("notes.txt", b"x")])?)?;
    let said = folder.maintain(&["import", &at, "--source", "A", "--write"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(entry(&folder, "quiet-nights")?["imported"]["id"], "../../1");
    let before = entries(&folder)?;
    let bomb = vec![b'\n'; 65 * 1024 * 1024];
    fs::write(&at, packed(&[("services.csv", &bomb)])?)?;
    assert!(fs::metadata(&at)?.len() < 1024 * 1024);
    let said = folder.maintain(&["import", &at, "--source", "A", "--write"])?;
    assert!(said.code == Some(2) && said.err.contains("unpacks to more than 64 MB"), "{}{}", said.out, said.err);
    assert_eq!(entries(&folder)?, before);
    Ok(())
}

#[test]
fn pages_of_a_list_and_details_in_a_folder_are_one_import() -> Result<()> {
    let folder = Folder::sound()?;
    let feeds = folder.path().with_file_name("feeds");
    fs::create_dir_all(&feeds)?;
    let list = json!({ "contents": [{ "id": "a", "name": "Quiet Nights" }, { "id": "b", "name": "Loud Days" }] });
    let detail = json!({ "id": "a", "name": "Quiet Nights", "minimum_age": 5, "maximum_age": 11, "url": "https://quiet.example.org" });
    fs::write(feeds.join("1.json"), list.to_string())?;
    fs::write(feeds.join("2.json"), detail.to_string())?;
    let path = feeds.display().to_string();
    let said = folder.maintain(&["import", &path, "--source", "A", "--write", "--format", "json"])?;
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    let told: Value = serde_json::from_str(&said.out)?;
    assert_eq!((&told["entries"]["new"], &told["feed"]["counts"]["duplicates"]), (&json!(2), &json!(1)));
    let one = entry(&folder, "quiet-nights")?;
    assert_eq!(
        (&one["ages"], &one["contacts"]["web"]),
        (&json!({"from": 5, "to": 11}), &json!("https://quiet.example.org"))
    );
    let again = folder.maintain(&["import", &path, "--source", "A", "--write"])?;
    assert!(again.out.contains("0 new, 0 changed, 2 as they were"), "{}", again.out);
    Ok(())
}
