use super::*;
use crate::record::{ContactsRecord, NumberRecord};

const REASON: &str = "The number may be wrong.";

fn today() -> Day {
    Day::of(2026, 11, 22).unwrap()
}

fn entry(standing: &str) -> ListingRecord {
    let phone = NumberRecord { number: "020 7946 0000".to_owned(), ..NumberRecord::default() };
    ListingRecord {
        id: "made-up".to_owned(),
        name: "Made up".to_owned(),
        kind: "service".to_owned(),
        standing: standing.to_owned(),
        doubt: (standing == "doubtful").then(|| "It may have moved.".to_owned()),
        summary: "Made up for tests.".to_owned(),
        hours: Some("Monday to Friday".to_owned()),
        contacts: ContactsRecord { phones: vec![phone], ..ContactsRecord::default() },
        ..ListingRecord::default()
    }
}

fn json(record: &ListingRecord) -> serde_json::Value {
    serde_json::to_value(record).unwrap()
}

#[test]
fn what_is_taken_out_and_put_back_is_as_it_was() {
    for standing in ["active", "doubtful"] {
        let before = entry(standing);
        let out = withdraw(&before, REASON, Some("coordinator"), today()).unwrap();
        assert_eq!((out.standing.as_str(), out.hours.as_deref()), (WITHDRAWN, Some("Monday to Friday")));
        let said = out.withdrawn.clone().unwrap();
        assert_eq!(
            (said.on.as_str(), said.reason.as_str(), said.by.as_deref()),
            ("2026-11-22", REASON, Some("coordinator"))
        );
        assert_eq!(json(&restore(&out, "Called: it is right.", Some("coordinator")).unwrap()), json(&before));
    }
}

#[test]
fn nothing_of_what_may_be_wrong_is_published_and_all_of_another_entry_is() {
    let out = withdraw(&entry("doubtful"), REASON, Some("coordinator"), today()).unwrap();
    let withdrawn = serde_json::json!({"on": "2026-11-22", "reason": REASON});
    let page = serde_json::json!({
        "id": "made-up", "name": "Made up", "kind": "service", "standing": "withdrawn", "withdrawn": withdrawn, "summary": "",
        "needs": [], "audience": [], "area": {"places": []}
    });
    assert_eq!(json(&out.published()), page);
    assert_eq!(json(&entry("active").published()), json(&entry("active")));
}

#[test]
fn what_cannot_be_taken_out_says_what_it_is() {
    let refused = |record: &ListingRecord| withdraw(record, REASON, None, today()).map(|_| ()).unwrap_err();
    let out = withdraw(&entry("active"), REASON, None, today()).unwrap();
    assert_eq!(refused(&out).to_string(), "It is taken out already, since 22 November 2026.");
    for (standing, refusal) in
        [("held", Refusal::Held), ("ended", Refusal::Ended), ("gone", Refusal::NoStanding("gone".to_owned()))]
    {
        assert_eq!(refused(&entry(standing)), refusal);
        assert_eq!(restore(&entry(standing), REASON, None).map(|_| ()), Err(Refusal::NotOut));
    }
    let mut lost = out;
    lost.withdrawn = None;
    assert_eq!(restore(&lost, REASON, None).map(|_| ()), Err(Refusal::NoStandingBefore));
}

#[test]
fn a_reason_is_short_and_leads_nowhere() {
    for right in [
        "It moved in 2026.",
        "Danger now: 999. Urgent: 111.",
        " Two\n lines, 21/09/2026 ",
        "The 3 groups closed on 21 September 2026",
    ] {
        assert_eq!(plain_reason(right, &[]), Ok(right.split_whitespace().collect::<Vec<_>>().join(" ")), "{right}");
    }
    for wrong in [
        "Call 020 7946 0000.",
        "Text 85258",
        "(0300) 123-4567",
        "٠٢٠٧٩",
        "Ask a@example.org",
        "See https://x",
        "www.example.org",
    ] {
        assert_eq!(plain_reason(wrong, &[]), Err(Refusal::NumberInReason), "{wrong}");
    }
    assert_eq!(plain_reason(" \u{a0}\t", &[]), Err(Refusal::NoReason));
    assert_eq!(plain_reason(&"é".repeat(LONGEST_REASON), &[]), Ok("é".repeat(LONGEST_REASON)));
    assert_eq!(plain_reason(&"é".repeat(LONGEST_REASON + 1), &[]), Err(Refusal::LongReason));
    let by = |by| withdraw(&entry("active"), REASON, Some(by), today()).map(|_| ());
    assert!(matches!(by("me@example.org"), Err(Refusal::NoRole(_))) && matches!(by("  "), Err(Refusal::NoRole(_))));
}

#[test]
fn what_leans_on_an_entry_is_named_with_what_else_to_do() {
    let mut record = entry("active");
    let site = |advice: &str, referrers: Option<&str>| SiteRecord {
        advice: advice.to_owned(),
        referrers_advice: referrers.map(str::to_owned),
        ..SiteRecord::default()
    };
    assert_eq!(leanings(&record, &site("other", None)), []);
    assert_eq!(leanings(&record, &site("made-up", Some("made-up"))), [Leaning::Advice, Leaning::ReferrersAdvice]);
    record.crisis = Some("night".to_owned());
    let all = leanings(&record, &site("other", Some("other")));
    assert_eq!(all, [Leaning::Crisis("night".to_owned())]);
    assert!(all.iter().all(|one| one.to_string().contains("crisis.json, under night")));
}

#[test]
fn no_person_is_named_by_whoever_takes_an_entry_out_or_puts_it_back() {
    let mut record = entry("active");
    record.provider = Some("St Mary’s Trust".to_owned());
    let out = withdraw(&record, "St Mary’s says it moved.", Some("head of St Mary’s"), today()).unwrap();
    assert!(restore(&out, "St Mary’s says it is right.", Some("head of St Mary’s")).is_ok());
    let named = "Sarah Smith rang them and it is right.";
    let refusal = Refusal::NameInReason("Sarah".to_owned());
    assert_eq!(withdraw(&record, named, None, today()).map(|_| ()), Err(refusal.clone()));
    assert_eq!(restore(&out, named, None).map(|_| ()), Err(refusal));
    for by in ["Sarah Smith", "Sarah, coordinator", "Smith", " "] {
        let refused = Err(Refusal::NoRole(by.trim().to_owned()));
        assert_eq!(withdraw(&record, REASON, Some(by), today()).map(|_| ()), refused, "{by}");
        assert_eq!(restore(&out, REASON, Some(by)).map(|_| ()), refused, "{by}");
    }
}
