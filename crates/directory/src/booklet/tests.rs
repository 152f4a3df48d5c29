use super::*;
use crate::day::Day;

const AREAS: &str = r#""areas":[
    {"slug":"havering","label":"Havering","within":"london","choice":true,"next_step":"Ask."},
    {"slug":"southwark","label":"Southwark","within":"london","choice":true,"next_step":"Ask."},
    {"slug":"london","label":"London","choice":false,"next_step":"Ask."}]"#;

fn directory(listings: &[String]) -> Directory {
    let text = format!(
        r#"{{"format":1,"made":"","site":{{{AREAS}}},"crisis":{{}},"words":{{}},"listings":[{}]}}"#,
        listings.join(",")
    );
    match Day::read("2026-11-21").map(|today| Directory::read(&text, today)) {
        Some(Ok((directory, _))) => directory,
        other => unreachable!("{other:?}"),
    }
}

fn listing(id: &str, place: &str, more: &str) -> String {
    let contacts = if more.contains("contacts") { "" } else { r#""contacts":{"web":"https://example.org"},"# };
    let standing = if more.contains("standing") { "" } else { r#""standing":"active","# };
    let audience = if more.contains("audience") { "" } else { r#""audience":["parent"],"# };
    let name = if more.contains(r#""name""#) { String::new() } else { format!(r#""name":"{id}","#) };
    format!(
        r#"{{"id":"{id}",{name}"kind":"service","summary":"",{standing}{audience}{contacts}
        "area":{{"places":["{place}"]}},"needs":["sleep"]{more}}}"#
    )
}

fn entries(directory: &Directory, scope: Scope) -> Vec<(String, Vec<String>)> {
    let contents = directory.booklet(scope);
    let ids = |place: &AtPlace<'_>| {
        let all = place.kinds.iter().flat_map(|(_, those)| those).map(|one| one.id.to_string());
        (place.label.clone(), all.collect())
    };
    contents.places.iter().map(ids).collect()
}

fn everything() -> Directory {
    directory(&[
        listing("borough", "havering", ""),
        listing("other-borough", "southwark", ""),
        listing("city", "london", ""),
        listing("nation", "national", ""),
        listing("county", "kent", ""),
        listing("no-contact", "havering", r#","contacts":{},"name":"A first name""#),
        listing("for-staff", "national", r#","audience":["staff"]"#),
        listing("held", "national", r#","standing":"held""#),
        listing("ended", "national", r#","standing":"ended","successor":"nation","former_names":["Older"]"#),
    ])
}

#[test]
fn each_entry_stands_once_under_where_it_is_for() {
    let all = entries(&everything(), Scope::Whole);
    let expected = [
        ("Havering", vec!["borough", "no-contact"]),
        ("Southwark", vec!["other-borough"]),
        ("London", vec!["city"]),
        ("All of England", vec!["nation"]),
        ("Elsewhere, or not known where", vec!["county"]),
    ];
    assert_eq!(all, expected.map(|(label, ids)| (label.to_owned(), ids.into_iter().map(str::to_owned).collect())));
}

#[test]
fn the_booklet_of_an_area_holds_what_serves_it_and_its_own_stands_first() {
    let directory = everything();
    let scopes = Scope::all(&directory.site.areas);
    let files: Vec<_> = scopes.iter().map(|scope| scope.file(&directory.site.areas)).collect();
    assert_eq!(files, ["booklet.pdf", "booklet/havering.pdf", "booklet/southwark.pdf"]);
    let southwark = Scope::of("southwark", &directory.site.areas);
    let all = southwark.map(|scope| entries(&directory, scope)).unwrap_or_default();
    let labels: Vec<_> = all.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Southwark", "London", "All of England"]);
    assert_eq!(Scope::of("london", &directory.site.areas), None);
    assert_eq!(Scope::of("elsewhere", &directory.site.areas), None);
}

#[test]
fn what_is_for_staff_alone_or_held_is_in_no_index_and_what_has_ended_leads_on() {
    let directory = everything();
    let contents = directory.booklet(Scope::Whole);
    let names: Vec<_> = contents.by_name.iter().map(|one| one.name).collect();
    let expected = ["A first name", "borough", "city", "county", "ended", "nation", "Older", "other-borough"];
    assert_eq!(names, expected);
    for gone in ["ended", "Older"] {
        let leads = contents.by_name.iter().find(|one| one.name == gone).map(|one| one.leads);
        assert!(matches!(leads, Some(Leads::Ended(Some(next))) if next.name == "nation"), "{gone}");
    }
    let ids = contents.by_need.iter().flat_map(|(_, those)| those).map(|one| one.id.as_str());
    let aged = contents.by_age.iter().flat_map(|(_, those)| those).map(|one| one.listing.id.as_str());
    assert!(ids.chain(aged).all(|id| !["for-staff", "held", "ended"].contains(&id)));
}

#[test]
fn what_has_ended_leads_to_nothing_that_is_not_in_the_booklet() {
    let directory = directory(&[
        listing("next", "havering", ""),
        listing("gone", "national", r#","standing":"ended","successor":"next""#),
    ]);
    let leads = |scope: Scope| {
        let contents = directory.booklet(scope);
        contents.by_name.iter().find(|one| one.name == "gone").map(|one| one.leads.next().is_some())
    };
    let [havering, southwark] = ["havering", "southwark"].map(|slug| Scope::of(slug, &directory.site.areas));
    assert_eq!(havering.and_then(leads), Some(true));
    assert_eq!(southwark.and_then(leads), Some(false));
}

#[test]
fn what_takes_an_age_under_a_condition_or_names_none_is_not_certain() {
    let directory = directory(&[
        listing("child", "national", r#","ages":{"from":5,"to":10}"#),
        listing("some", "national", r#","ages":{"from":5,"to":17},"ages_extended":[{"to":24,"condition":"SEND"}]"#),
        listing("unknown", "national", ""),
    ]);
    let contents = directory.booklet(Scope::Whole);
    let told = |slug: Option<&str>| {
        let group = contents.by_age.iter().find(|(age, _)| age.map(Closed::slug) == slug);
        let all = group.into_iter().flat_map(|(_, those)| those);
        all.map(|one| (one.listing.id.to_string(), one.is_certain)).collect::<Vec<_>>()
    };
    assert_eq!(told(Some("primary")), [("child".to_owned(), true), ("some".to_owned(), true)]);
    assert_eq!(told(Some("young-adult")), [("some".to_owned(), false)]);
    assert_eq!(told(None), [("unknown".to_owned(), false)]);
    assert_eq!(told(Some("early-years")), []);
}
