//! Published pages to read at home: each way to be wrong is named, and what is
//! sound is in the bundle from which pages are drawn, and in no app's.

use anyhow::Result;
use directory::record::{bundle_for_lists, bundle_for_staff};
use serde_json::{Value, json};

use crate::check::expect;
use crate::folder::Folder;

const FILE: &str = "self-help.json";

/// Two pages that are sound.
fn sound() -> Result<Folder> {
    let folder = Folder::sound()?;
    let page = |need: &str, title: &str| {
        json!({
            "need": need, "title": title, "organisation": "A made-up charity", "audience": ["parent"],
            "web": "https://example.org/page", "says": "A made-up page.", "source": "the page itself",
            "dated": "2026-09",
        })
    };
    let pages = [page("sleep", "Bedtimes"), page("general", "Any worry at all")];
    folder.write(FILE, &json!({"format": 1, "pages": pages}).to_string())?;
    Ok(folder)
}

fn check(pointer: &str, value: Value, level: &str, field: &str, write: &str) -> Result<()> {
    let folder = sound()?;
    folder.set(FILE, pointer, value)?;
    expect(&folder, FILE, level, field, write)
}

#[test]
fn sound_pages_pass() -> Result<()> {
    let said = sound()?.maintain(&["check"])?;
    assert!(said.out.ends_with("3 listings checked: 0 errors, 0 warnings, 2 advice\n"), "{}", said.out);
    Ok(())
}

#[test]
fn a_page_that_cannot_be_read_or_followed_safely_is_an_error() -> Result<()> {
    check("/pages/0/need", json!("dragons"), "error", "pages[0].need", "Write one of: anxiety")?;
    check("/pages/0/title", json!(""), "error", "pages[0].title", "calls itself")?;
    check("/pages/0/organisation", json!(" "), "error", "pages[0].organisation", "who publishes")?;
    check("/pages/0/says", json!(""), "error", "pages[0].says", "what the page covers")?;
    check("/pages/0/audience", json!([]), "error", "pages[0].audience", "parent, young-person, staff")?;
    check("/pages/0/web", json!("javascript:1"), "error", "pages[0].web", "https://")?;
    check("/pages/0/web", json!("http://example.org/page"), "error", "pages.sleep.Bedtimes", "https://")?;
    check("/pages/0/dated", json!("last year"), "error", "pages[0].dated", "2026-09")?;
    check("/pages/1/need", json!("sleep"), "error", "pages[1].web", "has that page already")?;
    check("/pages/0/advice", json!("Sleep more."), "error", "pages[0].advice", "Nothing reads this field")?;
    check("/format", json!(2), "error", "format", "\"format\": 1")
}

#[test]
fn a_page_says_plainly_what_it_covers_and_how_it_is_known() -> Result<()> {
    let field = "pages.sleep.Bedtimes";
    let long = "word ".repeat(20) + "end.";
    check("/pages/0/says", json!(long), "advice", field, "21 words in a sentence")?;
    check("/pages/0/says", json!("One. Two. Three."), "advice", field, "2 sentences at most")?;
    check("/pages/0/says", json!("No end"), "advice", field, "full stop")?;
    check("/pages/0/source", json!(""), "warning", field, "how we know of the page")?;
    check("/pages/0/unconfirmed", json!(true), "advice", "pages.unconfirmed", "Open each")
}

#[test]
fn an_old_page_is_to_be_looked_at_and_one_of_tomorrow_is_a_slip() -> Result<()> {
    let field = "pages.sleep.Bedtimes";
    check("/pages/0/dated", json!("2025-11-20"), "advice", field, "check before they use it")?;
    check("/pages/0/dated", json!("2026-11-22"), "warning", field, "a day up to today")?;
    let folder = sound()?;
    folder.set(FILE, "/pages/0/dated", json!("2025-11-21"))?;
    assert!(!folder.maintain(&["check"])?.out.contains(field));
    Ok(())
}

#[test]
fn crisis_numbers_and_private_mailboxes_stand_in_no_page() -> Result<()> {
    check("/pages/0/says", json!("Call 0800 000 1234."), "error", "pages[0].says", "crisis.json alone")?;
    check("/pages/0/says", json!("Ask jo@gmail.com."), "error", "pages[0].says", "private mailbox")
}

#[test]
fn pages_are_bundled_for_drawing_and_no_app_loads_them() -> Result<()> {
    let folder = sound()?;
    folder.write("editor/self-help.json", r#"{"notes": "Bedtimes may have moved"}"#)?;
    assert!(folder.maintain(&["check"])?.out.ends_with("0 errors, 0 warnings, 2 advice\n"));
    let text = crate::bundle::bundled(&folder)?;
    let bundle: Value = serde_json::from_str(&text)?;
    assert_eq!(bundle["self_help"].as_array().map(Vec::len), Some(2));
    assert!(!text.contains("may have moved"));
    for shorter in [bundle_for_lists(&text), bundle_for_staff(&text)] {
        let shorter = shorter.map_err(|why| anyhow::anyhow!("{why}"))?;
        assert!(!shorter.contains("Bedtimes") && !shorter.contains("self_help"), "{shorter}");
    }
    std::fs::remove_file(folder.path().join(FILE))?;
    expect(&folder, "editor/self-help.json", "warning", "", "Name the note")
}
