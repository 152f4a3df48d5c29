use super::*;
use directory::day::Day;
use directory::shortlist::Code;

/// A directory of four entries: one that was called something else, one for
/// school staff alone, one that has ended, and what came after it.
fn directory() -> Arc<Directory> {
    let entry = |id: &str, audience: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "name": "The {id}", "kind": "service", "standing": "active", "summary": "Helps.",
            "needs": ["sleep"], "audience": ["{audience}"], "area": {{"places": ["national"]}}{more}}}"#
        )
    };
    let ended = entry("gone", "parent", r#", "successor": "next""#).replace("active", "ended");
    let entries = [
        entry("moon", "parent", r#", "former_slugs": ["lune"], "former_names": ["Lune"]"#),
        entry("team", "staff", ""),
        ended,
        entry("next", "parent", ""),
    ];
    let text = format!(
        r#"{{"format": 1, "made": "2026-11-21", "site": {{"name": "Way", "strapline": "", "publisher": {{"name": "x"}},
        "release": "none", "gathered": "2026-11-21", "leave_to": "https://example.org/", "advice": "moon", "areas": []}},
        "crisis": {{"format": 1, "strip": [], "routes": []}}, "words": {{}}, "listings": [{}]}}"#,
        entries.join(",")
    );
    let day = Day::read("2026-11-21").unwrap();
    Arc::new(Directory::read(&text, day).unwrap().0)
}

/// Somebody who has these on their own list.
pub(crate) fn list(own: &[&str]) -> OpenList {
    let mut list = OpenList::at(directory(), "https://example.org/a/".to_owned());
    list.own = Shortlist::of(own.iter().copied());
    list
}

fn ids(list: &OpenList) -> Vec<&str> {
    list.own.ids().iter().map(ListingId::as_str).collect()
}

#[test]
fn the_link_holds_codes_and_nothing_that_has_ended() {
    let list = list(&["moon", "gone", "nowhere", "next"]);
    let codes = ["moon", "next"].map(|id| Code::of(id).to_string()).join(",");
    assert_eq!(list.link(), format!("https://example.org/a/list.html#list={codes}"));
}

#[test]
fn a_list_that_was_sent_never_takes_the_place_of_ones_own() {
    let mut list = list(&["next"]);
    list.open(&format!("list={},{},lune", Code::of("moon"), Code::of("nowhere")));
    assert_eq!(list.shown().ids().iter().map(ListingId::as_str).collect::<Vec<_>>(), ["moon"]);
    assert_eq!(ids(&list), ["next"]);
    assert_eq!(list.press("keep").as_deref(), Some("list-title"));
    assert_eq!(ids(&list), ["next", "moon"]);
    assert!(list.sent.is_none() && list.said == "1 more in your list.");
    // What is no list of anything shows one's own, and is named.
    list.open("page=2");
    assert!(list.sent.is_none() && list.dropped.len() == 1);
}

#[test]
fn what_was_taken_out_can_be_brought_back_where_it_was() {
    let mut list = list(&["moon", "team", "next"]);
    list.choose("list-compare", "team");
    assert_eq!(list.press("remove-team").as_deref(), Some("list-undo"));
    assert_eq!((ids(&list), list.said.as_str()), (vec!["moon", "next"], "The team is taken out."));
    assert!(list.compared().is_empty());
    assert_eq!(list.press("undo").as_deref(), Some("list-remove-team"));
    assert_eq!(ids(&list), ["moon", "team", "next"]);
    assert_eq!(list.press("undo"), None);
    assert_eq!(list.press("down-moon").as_deref(), Some("list-down-moon"));
    assert_eq!((ids(&list), list.said.as_str()), (vec!["team", "moon", "next"], "The moon is number 2 of 3 now."));
    for nothing in ["", "up", "up-", "up-../x", "remove-nowhere", "paint-moon"] {
        let before = list.own.clone();
        list.press(nothing);
        assert_eq!(list.own, before, "{nothing}");
    }
}

#[test]
fn no_more_than_four_are_compared_and_none_that_has_ended() {
    let mut list = list(&["moon", "team", "gone", "next"]);
    for id in ["moon", "team", "gone", "next", "../x", "fifth"] {
        list.choose("list-compare", id);
    }
    assert_eq!(list.compared.len(), 4);
    assert_eq!(list.compared().iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["moon", "team", "next"]);
    list.choose("list-compare", "team");
    assert_eq!(list.compared().len(), 2);
}

#[test]
fn clearing_leaves_nothing_to_bring_back() {
    let mut list = list(&["moon", "next"]);
    let moon = ListingId::new("moon").unwrap();
    list.write_note(&moon, &"ask on Monday ".repeat(90));
    assert_eq!(list.note(&moon).chars().count(), LONGEST_NOTE);
    list.press("remove-next");
    list.open(&format!("list={}", Code::of("next")));
    list.clear();
    assert!(list.own.ids().is_empty() && list.notes.is_empty() && list.taken.is_none() && list.sent.is_none());
    assert_eq!(list.folder, "https://example.org/a/");
    assert_eq!(list.press("undo"), None);
}

#[test]
fn a_list_holds_as_many_wherever_it_is_kept() {
    // The browser's side uses nothing of ours, so it has a number of its own.
    assert_eq!(crate::browser::shortlist::MOST, directory::shortlist::MOST);
}
