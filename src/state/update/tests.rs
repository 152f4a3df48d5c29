use super::*;
use directory::day::Day;

/// Made up for tests: two services that run, a crisis line, one that has ended,
/// and one that is taken out.
pub(crate) fn update() -> Update {
    let text = text();
    let day = Day::read("2026-11-21").unwrap();
    let (directory, _) = Directory::read(&text, day).unwrap();
    let (_, records) = crate::state::published(&text).unwrap();
    Update::at(Arc::new(directory), records.into())
}

/// The same as a bundle.
pub(crate) fn text() -> String {
    let entry = |id: &str, standing: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "name": "The {id}", "provider": "Moonlight", "kind": "service", "standing": "{standing}",
            "summary": "Helps.", "needs": ["sleep"], "audience": ["parent"], "area": {{"places": ["national"]}}{more}}}"#
        )
    };
    let phones = r#", "contacts": {"phones": [{"number": "01632 960001"}]}, "stated": ["phone"]"#;
    let entries = [
        entry("moon", "active", phones),
        entry("line", "active", "").replace("sleep", "suicide"),
        entry("next", "active", ", \"former_slugs\": [\"last\"]"),
        entry("gone", "ended", r#", "successor": "next""#),
        entry("out", "withdrawn", r#", "withdrawn": {"on": "2026-11-01", "reason": "The hours may be wrong."}"#),
    ];
    format!(
        r#"{{"format": 1, "made": "2026-11-21", "site": {{"name": "Way", "strapline": "", "publisher": {{"name": "x"}},
        "release": "none", "gathered": "2026-11-21", "leave_to": "https://example.org/", "advice": "moon", "areas": []}},
        "crisis": {{"format": 1, "strip": [], "routes": []}}, "words": {{}}, "listings": [{}]}}"#,
        entries.join(",")
    )
}

fn ids(update: &Update) -> Vec<&str> {
    update.entries.iter().map(|one| one.record.id.as_str()).collect()
}

fn cell<'a>(sheet: &'a directory::sheet::Sheet, id: &str, column: Column) -> &'a str {
    let at = sheet.columns.iter().position(|one| one.column == column).unwrap();
    &sheet.rows.iter().find(|row| row.id == id).unwrap().cells[at]
}

#[test]
fn what_a_link_names_and_cannot_be_updated_is_said() {
    let mut update = update();
    update.open("moon,moon,gone,nowhere,out,../x,last,");
    assert_eq!(ids(&update), ["moon", "next"]);
    let names: Vec<_> = update.missing.iter().map(|one| format!("{one:?}")).collect();
    assert!(names.iter().any(|one| one.starts_with("Ended(\"The gone\"")), "{names:?}");
    assert!(names.iter().any(|one| one.starts_with("Withdrawn(\"The out\"")), "{names:?}");
    assert!(update.missing.contains(&Missing::Unknown("nowhere".to_owned())));
    assert!(update.missing.contains(&Missing::Unknown("../x".to_owned())));
}

#[test]
fn what_was_written_is_kept_when_the_link_changes() {
    let mut update = update();
    update.open("moon,next");
    assert!(update.write("update-0-phones", "01632 960002") && update.would_be_lost());
    update.open("next");
    assert_eq!(ids(&update), ["next", "moon"]);
    assert_eq!(update.entries[1].changed().count(), 1);
    assert!(update.press("undo-1").is_some());
    update.open("next");
    assert_eq!(ids(&update), ["next"]);
}

#[test]
fn a_wrong_cell_is_answered_while_it_is_typed_and_stops_the_file() {
    let mut update = update();
    update.open("moon");
    update.write("update-0-said-on", "the day after");
    assert!(update.wrong()[0].0 == "update-0-said-on", "{:?}", update.wrong());
    update.write("update-0-said-on", "");
    assert!(update.wrong().is_empty(), "{:?}", update.wrong());
    for day in ["3/9/27", "soon"] {
        update.write("update-on", day);
        assert!(update.wrong_day().is_some(), "{day}");
    }
    update.write("update-on", "3/9/26");
    assert_eq!(update.wrong_day(), None);
    update.write("update-role", "Sarah");
    assert!(update.wrong_role().is_some());
}

#[test]
fn one_button_confirms_and_asks_who_says_so() {
    let mut update = update();
    update.open("moon,next");
    assert!(update.press("right-0").is_some());
    let fields: Vec<_> = update.wrong().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["update-role"]);
    update.write("update-role", "team manager");
    update.write("update-means", "Called");
    assert!(update.wrong().is_empty(), "{:?}", update.wrong());
    let sheet = update.sheet();
    assert_eq!(sheet.rows.len(), 1);
    assert_eq!(cell(&sheet, "moon", Column::StillRight), directory::sheet::TICK);
    assert_eq!(cell(&sheet, "moon", Column::CheckedBy), "team manager");
    assert_eq!(cell(&sheet, "moon", Column::Phones), "01632 960001");
}

#[test]
fn a_guarded_entry_takes_two_roles_and_a_call() {
    let mut update = update();
    update.open("line");
    assert!(update.entries[0].guard.is_some());
    update.press("right-0");
    for (field, text) in [("update-role", "team manager"), ("update-means", "Called")] {
        update.write(field, text);
    }
    assert_eq!(update.wrong().len(), 2, "{:?}", update.wrong());
    update.write("update-0-second-role", "Team Manager");
    update.write("update-0-called-on", "20/11/2026");
    assert!(update.wrong()[0].1.contains("two different people"), "{:?}", update.wrong());
    update.write("update-0-second-role", "duty worker");
    assert!(update.wrong().is_empty(), "{:?}", update.wrong());
}

#[test]
fn a_changed_number_stands_in_the_file() {
    let mut update = update();
    update.open("moon,next");
    update.write("update-0-phones", "01632 960002");
    update.write("update-1-needs", "Worry and anxiety");
    let sheet = update.sheet();
    assert_eq!(cell(&sheet, "moon", Column::Phones), "01632 960002");
    assert_eq!(cell(&sheet, "next", Column::Needs), "Worry and anxiety; Sleep");
    assert_eq!(cell(&sheet, "moon", Column::StillRight), "");
}

#[test]
fn what_whoever_takes_it_in_would_refuse_is_said_here() {
    let mut update = update();
    update.open("moon");
    update.press("right-0");
    update.write("update-role", "team manager");
    assert!(update.wrong().is_empty(), "{:?}", update.wrong());
    let mut checked = update.entries[0].record.clone();
    let before = directory::record::CheckRecord { on: "2026-11-20".to_owned(), ..Default::default() };
    checked.checked =
        Some(directory::record::CheckRecord { by: "lead".to_owned(), means: "called".to_owned(), ..before });
    update.records = [checked.clone()].into();
    update.entries[0].record = checked;
    update.write("update-on", "3 September 2026");
    let wrong = update.wrong();
    assert!(wrong.len() == 1 && wrong[0].0 == "update-right-0", "{wrong:?}");
}
