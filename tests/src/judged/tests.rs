use std::collections::BTreeMap;

use directory::day::Day;
use directory::question::Urgency;

use super::*;

const QUESTIONS: &str = r#"[
    {"ask": "sleep", "needs": ["sleep"]},
    {"ask": "sleep at 9 in anytown", "needs": ["sleep"], "ages": [9], "area": "anytown"},
    {"ask": "free sleep app", "needs": ["sleep"], "kinds": ["digital"], "free": true, "online": true},
    {"ask": "sleepy pupil", "needs": ["sleep"], "staff": true},
    {"ask": "kooth", "needs": [], "listings": ["kooth"]},
    {"ask": "hanging out", "needs": [], "listings": [], "crisis": null},
    {"ask": "cutting", "needs": ["self-harm"]},
    {"ask": "had enough", "needs": ["low-mood"], "crisis": "b"}
]"#;

fn questions() -> Vec<Asked> {
    of_group("lay", QUESTIONS).unwrap()
}

/// A directory of made-up listings, each with what is different in it.
fn directory(listings: &[(&str, Value)]) -> Directory {
    let listings: Vec<Value> = listings
        .iter()
        .map(|(id, other)| {
            let mut listing = serde_json::json!({
                "id": id, "name": id, "kind": "service", "standing": "active", "summary": "Helps.",
                "needs": ["sleep"], "audience": ["parent"], "area": {"places": ["national"]}, "sources": []
            });
            for (field, value) in other.as_object().unwrap() {
                listing[field] = value.clone();
            }
            listing
        })
        .collect();
    let area = |slug: &str| serde_json::json!({"slug": slug, "label": slug, "choice": true, "next_step": "Ask."});
    let bundle = serde_json::json!({
        "format": 1, "made": "2026-11-21", "crisis": {}, "words": {}, "listings": listings,
        "site": {"areas": [area("anytown"), area("otherton")]}
    });
    Directory::read(&bundle.to_string(), Day::read("2026-11-21").unwrap()).unwrap().0
}

fn right(question: usize, listings: &[(&str, Value)]) -> Vec<String> {
    questions()[question].right(&directory(listings)).into_iter().collect()
}

#[test]
fn a_question_is_read_with_the_level_that_is_due() {
    let levels: Vec<_> = questions().iter().map(|one| one.crisis).collect();
    assert_eq!(levels[5..], [None, Some(Urgency::Crisis), Some(Urgency::May)]);
    for wrong in [
        r#"[{"ask": "x", "needs": []}]"#,
        r#"[{"ask": "x", "needs": ["dragons"]}]"#,
        r#"[{"ask": "x", "needs": ["sleep"], "crisis": "c"}]"#,
        r#"[{"ask": "x", "needs": ["sleep"], "place": "anytown"}]"#,
        r#"[{"needs": ["sleep"]}]"#,
        r#"[{"ask": "x", "needs": ["sleep"], "ages": ["nine"]}]"#,
    ] {
        assert!(of_group("lay", wrong).is_err(), "{wrong}");
    }
}

#[test]
fn without_named_listings_right_is_what_names_the_need_and_is_shown_to_families() {
    let listings = [
        ("fits", serde_json::json!({})),
        ("doubtful", serde_json::json!({"standing": "doubtful", "doubt": "Old."})),
        ("ended", serde_json::json!({"standing": "ended", "successor": "none-known"})),
        ("worry", serde_json::json!({"needs": ["anxiety"]})),
        ("general", serde_json::json!({"needs": ["general"]})),
        ("staff", serde_json::json!({"audience": ["staff"]})),
    ];
    assert_eq!(right(0, &listings), ["doubtful", "fits"]);
    assert_eq!(right(3, &listings), ["doubtful", "fits", "staff"]);
    assert_eq!(right(4, &listings), ["kooth"]);
    assert_eq!(right(5, &listings), [""; 0]);
}

#[test]
fn age_and_place_rule_out_what_is_known_to_be_for_others() {
    let aged = |from: u8, to: u8| serde_json::json!({"ages": {"from": from, "to": to}});
    let extended =
        serde_json::json!({"ages": {"from": 3, "to": 8}, "ages_extended": [{"to": 12, "condition": "SEND"}]});
    let placed = |place: &str| serde_json::json!({"area": {"places": [place]}});
    let listings = [
        ("any-age", serde_json::json!({})),
        ("nine", aged(9, 9)),
        ("teens", aged(11, 17)),
        ("extended", extended),
        ("here", placed("anytown")),
        ("there", placed("otherton")),
        ("nowhere", serde_json::json!({"area": {"places": []}})),
    ];
    assert_eq!(right(1, &listings), ["any-age", "extended", "here", "nine", "nowhere"]);
}

#[test]
fn kind_cost_and_format_rule_out_only_what_is_known_to_be_otherwise() {
    let app = |other: Value| {
        let mut app = serde_json::json!({"kind": "digital"});
        for (field, value) in other.as_object().unwrap() {
            app[field] = value.clone();
        }
        app
    };
    let listings = [
        ("unknown", app(serde_json::json!({}))),
        ("paid", app(serde_json::json!({"cost": {"kind": "paid"}}))),
        ("donation", app(serde_json::json!({"cost": {"kind": "donation"}}))),
        ("chat", app(serde_json::json!({"formats": ["text-chat", "group"]}))),
        ("group", app(serde_json::json!({"formats": ["group"]}))),
        ("service", serde_json::json!({"formats": ["online"]})),
    ];
    assert_eq!(right(2, &listings), ["chat", "donation", "unknown"]);
}

#[test]
fn figures_are_means_over_the_questions_that_they_are_about() {
    let ids = |given: &[&str]| given.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let answered = |given: &[&str], needs: &[Need], urgency| Answered {
        given: ids(given),
        needs: Some(needs.iter().copied().collect()),
        urgency,
    };
    let mut figures = Figures::default();
    let all = questions();
    let add = |figures: &mut Figures, at: usize, right: &[&str], answered: Answered| {
        figures.add(&all[at], &ids(right).into_iter().collect(), &answered);
    };
    add(&mut figures, 0, &["a", "b"], answered(&["a"], &[Need::Sleep], None));
    add(&mut figures, 4, &["kooth"], answered(&["x", "kooth"], &[Need::Anxiety], None));
    add(&mut figures, 6, &[], answered(&[], &[Need::SelfHarm], Some(Urgency::Emergency)));
    add(&mut figures, 6, &[], answered(&[], &[], Some(Urgency::May)));
    add(&mut figures, 7, &[], answered(&[], &[], Some(Urgency::May)));
    assert_eq!((figures.recall.of(), figures.recall.mean()), (2, Some(0.75)));
    assert_eq!(figures.mrr.mean(), Some(0.75));
    assert_eq!(figures.wrong_need.mean(), Some(0.2));
    assert_eq!((figures.level_a.mean(), figures.level_b.mean()), (Some(0.5), Some(1.0)));
    assert_eq!((figures.emergency.mean(), figures.pinned.of()), (None, 0));
    let mut alike = Figures::default();
    let harmless = Asked { group: "alike".to_owned(), ..all[5].clone() };
    alike.add(&harmless, &BTreeSet::new(), &answered(&[], &[], Some(Urgency::Crisis)));
    assert_eq!((alike.pinned.mean(), alike.recall.mean()), (Some(1.0), None));
    let table = table(&BTreeMap::from([("lay".to_owned(), figures), ("alike".to_owned(), alike)]));
    let last: Vec<_> = table.lines().last().unwrap().split_whitespace().collect();
    assert_eq!(last, ["all", "6", "0.750", "0.750", "0.167", "-", "0.500", "1.000", "1.000"]);
}
