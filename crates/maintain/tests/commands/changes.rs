//! `changes`: what changed, ready to be pasted.

use anyhow::Result;
use serde_json::{Value, json};

use crate::history::{SLEEP, known, on, recorded};

#[test]
fn changes_are_told_as_text_as_markdown_and_for_scripts() -> Result<()> {
    let folder = known()?;
    folder.set("site.json", "/publisher/address", json!("https://example.org/"))?;
    folder.set(SLEEP, "/ages", json!({"from": 5, "to": 12}))?;
    folder.set("listings/advice-line.json", "/sources/0/source", json!("Another made-up page"))?;
    recorded(&folder, "2026-12-01")?;
    let told = |arguments: &[&str]| on(&folder, "2026-12-02", arguments).map(|said| said.out);
    let text = told(&["changes"])?;
    assert!(text.starts_with("What changed in Testway, since 1 September 2026\n\nChanged (1)\n- The sleep-well: ages"));
    assert!(!text.contains("advice-line") && text.contains("https://example.org/staff/service/sleep-well.html"));
    let markdown = told(&["changes", "--since", "2026-12-01", "--format", "markdown"])?;
    assert!(
        markdown.contains("- [The sleep-well](https://example.org/staff/service/sleep-well.html): ages"),
        "{markdown}"
    );
    let json: Value = serde_json::from_str(&told(&["changes", "--term", "--format", "json"])?)?;
    let line = |what: &str, id: &str, field: &str| json!({"what": what, "id": id, "name": format!("The {id}"), "on": "2026-12-01", "fields": [field], "was": null, "by": null});
    let lines = json!([line("changed", "sleep-well", "ages"), line("kept", "advice-line", "sources")]);
    assert_eq!(json, json!({"from": "2026-09-01", "to": "2026-12-02", "changes": lines}));
    let nothing = "\nNothing was recorded as changed from 15 April 2026 to 31 August 2026.\n";
    assert!(told(&["changes", "--last-term"])?.contains(nothing));
    assert!(told(&["changes", "--since", "2026-12-02"])?.contains("since 2 December 2026.\n"));
    assert_eq!(on(&folder, "2026-12-02", &["changes", "--term", "--since", "2026-12-01"])?.code, Some(2));
    Ok(())
}
