//! Ticks: whose they are, of which day, and what they do not cover.

use super::desk::{Desk, record};
use super::typing::{self, tick};
use super::{changed, refused, unconfirmed};
use directory::merging::{Merged, Side};
use directory::record::ListingRecord;
use directory::sheet::Column;

#[test]
fn one_tick_confirms_an_entry_with_role_date_and_means() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "Service manager", "3/9/26");
    let merged = desk.merge(&[back]);
    let entry = changed(&merged);
    let check = entry.checked.as_ref().unwrap();
    assert_eq!((entry.id.as_str(), check.on.as_str(), check.by.as_str()), ("a", "2026-09-03", "Service manager"));
    assert_eq!(check.means, "the partner's yes");
    assert!(merged.rows[0].is_confirmed && merged.is_settled());
    // What was our own reading is stated now; how we sort it is not.
    assert!(entry.stated.contains(&"ages".to_owned()) && !entry.stated.contains(&"needs".to_owned()));
    assert!(
        entry
            .sources
            .iter()
            .any(|source| source.fields.contains(&"ages".to_owned()) && source.source.contains("Service manager"))
    );
}

#[test]
fn a_tick_settles_what_we_were_not_sure_of() {
    let doubtful =
        ListingRecord { standing: "doubtful".to_owned(), doubt: Some("Is it there?".to_owned()), ..record("a") };
    let desk = Desk::new([doubtful]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3 Sept 2026");
    let merged = desk.merge(&[back]);
    assert_eq!((changed(&merged).standing.as_str(), changed(&merged).doubt.as_ref()), ("active", None));
    assert_eq!(merged.rows[0].follows[0].was, "Is it there?");
}

#[test]
fn a_tick_without_a_role_a_day_or_a_clear_yes_is_not_taken() {
    for (role, day, words) in [
        ("", "3/9/26", "role"),
        ("Sarah Smith", "3/9/26", "must be a role"),
        ("team", "", "day"),
        ("team", "soon", "no day"),
        ("team", "3/9/2030", "has not come"),
        ("team", "9/21/2026", "no day"),
    ] {
        let desk = Desk::new([record("a")]);
        let mut back = desk.sent_to("made-up-trust");
        tick(&mut back, "a", role, day);
        unconfirmed(&desk.merge(&[back]), words);
    }
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    typing::write(&mut back, "a", Column::StillRight, "mostly");
    unconfirmed(&desk.merge(&[back]), "whether this is a tick");
}

#[test]
fn a_tick_that_is_merged_over_several_rows_counts_for_none() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    for id in ["a", "b"] {
        tick(&mut back, id, "team", "3/9/26");
    }
    typing::cell(&mut back, "b", Column::StillRight).is_covered = true;
    let merged = desk.merge(&[back]);
    assert_eq!(changed(&merged).id, "a");
    unconfirmed(&Merged { rows: merged.rows[1..].to_vec(), ..Merged::default() }, "Tick each row");
}

#[test]
fn an_older_check_does_not_replace_a_newer_one() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    let first = desk.after(&desk.merge(std::slice::from_ref(&back)));
    typing::write(&mut back, "a", Column::CheckedOn, "2/9/26");
    let merged = first.merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    assert!(merged.rows[0].unconfirmed.as_ref().is_some_and(|why| why.contains("checked since")));
}

#[test]
fn a_tick_of_what_was_changed_here_meanwhile_waits_for_a_decision() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    let desk = Desk::new([ListingRecord { hours: Some("Edited here".to_owned()), ..record("a") }]);
    let merged = desk.merge(&[back.clone()]);
    assert_eq!(merged.changed().count(), 0);
    unconfirmed(&merged, "must be settled first");
    let kept = desk.taking(Side::Ours).merge(&[back]);
    assert!(changed(&kept).checked.is_some() && changed(&kept).hours.as_deref() == Some("Edited here"));
}

#[test]
fn where_a_life_may_hang_on_it_a_tick_is_not_enough() {
    let guarded = ListingRecord { needs: vec!["suicide".to_owned()], ..record("a") };
    let desk = Desk::new([guarded]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    refused(&desk.merge(&[back.clone()]), "help with suicidal thoughts");
    typing::write(&mut back, "a", Column::SecondRole, "Team");
    typing::write(&mut back, "a", Column::CalledOn, "2/9/26");
    refused(&desk.merge(&[back.clone()]), "another role");
    typing::write(&mut back, "a", Column::SecondRole, "safeguarding lead");
    typing::write(&mut back, "a", Column::CalledOn, "2/6/26");
    refused(&desk.merge(&[back.clone()]), "Call the number again");
    typing::write(&mut back, "a", Column::CalledOn, "2/9/26");
    let merged = desk.merge(&[back]);
    let check = changed(&merged).checked.clone().unwrap();
    assert_eq!((check.second.as_deref(), check.called_on.as_deref()), (Some("safeguarding lead"), Some("2026-09-02")));
    // A change of it asks for as much.
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Phones, "01632 960001");
    refused(&desk.merge(&[back]), "Write also");
}
