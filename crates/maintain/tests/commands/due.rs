//! `cargo maintain due` says the same in every form, and as pages do.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::folder::{Folder, maintain};
use crate::remind::{partners, with_partners};

fn told(folder: &Folder, day: &str, more: &[&str]) -> Result<String> {
    let data = folder.path().to_str().context("the path is UTF-8")?;
    let said = maintain(&[&["due", "--data", data, "--today", day], more].concat())?;
    assert_eq!(said.code, Some(0), "{}", said.err);
    Ok(said.out)
}

fn with_dates() -> Result<Folder> {
    let folder = with_partners()?;
    for (id, on) in [
        ("sleep-well", "2026-10-01"),
        ("rest-club", "2026-05-01"),
        ("talk-time", "2026-02-01"),
        ("advice-line", "2025-02-01"),
    ] {
        let checked = json!({"on": on, "by": "coordinator", "means": "called"});
        folder.set(&format!("listings/{id}.json"), "/checked", checked)?;
    }
    Ok(folder)
}

#[test]
fn the_numbers_are_the_same_as_text_data_picture_and_page() -> Result<()> {
    let folder = with_dates()?;
    let json: Value = serde_json::from_str(&told(&folder, "2026-11-21", &["--format", "json"])?)?;
    let counts = json!({"checked": 1, "to-check": 1, "late": 1, "never": 2, "very-late": 1});
    assert_eq!((&json["counts"], &json["from"], &json["to"]), (&counts, &json!("2026-09-01"), &json!("2026-12-31")));
    let rest = &json["partners"][1];
    assert_eq!((&rest["id"], &rest["counts"]["never"], &rest["asked"]), (&json!("rest"), &json!(1), &json!([])));
    let text = told(&folder, "2026-11-21", &[])?;
    let [svg, html] = ["svg", "html"].map(|form| told(&folder, "2026-11-21", &["--format", form]));
    let (svg, html) = (svg?, html?);
    for (count, words) in
        [(1, "checked this term"), (1, "to check this term"), (1, "late"), (2, "never checked"), (1, "very late")]
    {
        assert!(text.contains(&format!("{count:>5} {words}")), "{words}\n{text}");
        assert!(
            svg.contains(&format!(">{count} {words}: ")) && html.contains(&format!(">{count} {words}: ")),
            "{words}"
        );
    }
    assert!(html.contains("<strong>The advice-line</strong>: very late, last checked 1 February 2025</li>"));
    assert!(
        !html.contains("<script") && !html.contains("<strong>The sleep-well</strong>"),
        "what is checked is not owed"
    );
    Ok(())
}

#[test]
fn one_partner_is_told_entry_by_entry_and_when_they_were_asked() -> Result<()> {
    let folder = with_dates()?;
    let data = folder.path().to_str().context("the path is UTF-8")?;
    maintain(&["remind", "--write", "--data", data, "--today", "2026-10-05"])?;
    let text = told(&folder, "2026-11-21", &["--partner", "REST “Zoë” & Söhne"])?;
    assert!(text.contains("    The night-line (night-line): never checked\n"), "{text}");
    assert!(text.contains("    The rest-club (rest-club): to check this term, last checked 1 May 2026\n"), "{text}");
    assert!(text.contains("5 October 2026\n") && !text.contains("talk-time"), "{text}");
    assert!(text.ends_with("1 partner still to answer: 1 asked this term, 0 not yet asked.\n"), "{text}");
    Ok(())
}

#[test]
fn hostile_names_stay_words_on_the_page_and_in_the_picture() -> Result<()> {
    let folder = with_dates()?;
    partners(
        &folder,
        &json!([{"id": "rest", "name": "<script>alert(1)</script> & \"", "entries": ["sleep-well", "talk-time"]}]),
    )?;
    folder.set("listings/talk-time.json", "/name", json!("<img src=x onerror=alert(1)>"))?;
    for form in ["svg", "html"] {
        let page = told(&folder, "2026-11-21", &["--format", form])?;
        assert!(!page.contains("<script") && !page.contains("<img"), "{form}");
        assert!(page.contains("&lt;script&gt;"), "{form}");
    }
    Ok(())
}
