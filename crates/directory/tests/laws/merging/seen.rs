//! What a tick stands for: what the partner saw, and wrote, and nothing else.

use super::desk::{Desk, record};
use super::typing::{self, tick};
use super::{changed, paused, refused, unconfirmed};
use directory::merging::{Merged, Side, What};
use directory::record::{ListingRecord, NumberRecord};
use directory::sheet::Column;

fn what(merged: &Merged, column: Column) -> Option<What> {
    merged.rows[0].cells.iter().find(|cell| cell.column == column).map(|cell| cell.what.clone())
}

#[test]
fn a_tick_does_not_count_for_a_fact_that_the_partner_never_saw() {
    let text = NumberRecord { number: "01632 960005".to_owned(), ..NumberRecord::default() };
    let bare = ListingRecord { eligibility: None, ..record("a") };
    let mut added = record("a");
    added.contacts.texts = vec![text];
    let sent = Desk::new([bare]);
    for empty in [None, Some("-")] {
        let mut back = sent.sent_to("made-up-trust");
        tick(&mut back, "a", "team", "3/9/26");
        if let Some(empty) = empty {
            typing::write(&mut back, "a", Column::Texts, empty);
            typing::write(&mut back, "a", Column::Eligibility, empty);
        }
        let desk = Desk::new([added.clone()]);
        let merged = desk.merge(std::slice::from_ref(&back));
        assert_eq!(merged.changed().count(), 0);
        unconfirmed(&merged, "must be settled first");
        for column in [Column::Texts, Column::Eligibility] {
            assert_eq!(what(&merged, column), Some(What::Conflict(None)), "{column:?}");
            assert!(merged.rows[0].questions.iter().any(|ask| ask.contains(column.label())));
        }
        // An empty cell takes nothing out, whoever is believed.
        assert_eq!(desk.taking(Side::Theirs).merge(std::slice::from_ref(&back)).changed().count(), 0);
        let kept = desk.taking(Side::Ours).merge(&[back]);
        let entry = changed(&kept);
        assert!(kept.is_settled() && entry.checked.is_some() && entry.contacts.texts.len() == 1);
        assert!(!entry.stated.iter().any(|field| field == "text" || field == "eligibility"), "{:?}", entry.stated);
    }
}

#[test]
fn a_tick_does_not_count_for_a_column_that_was_left_out_and_changed_here() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    typing::drop_column(&mut back, Column::Phones);
    // As it was sent out, it may be left out.
    assert!(sent.merge(std::slice::from_ref(&back)).rows[0].is_confirmed);
    let mut edited = record("a");
    "01632 960005".clone_into(&mut edited.contacts.phones[0].number);
    let merged = Desk::new([edited]).merge(&[back]);
    assert_eq!((merged.changed().count(), what(&merged, Column::Phones)), (0, Some(What::Conflict(None))));
    unconfirmed(&merged, Column::Phones.label());
}

#[test]
fn what_follows_from_a_change_is_no_change_made_here_when_the_file_comes_again() {
    let desk = Desk::new([paused("a")]);
    for (column, text, follows) in [
        (Column::Hours, "Monday to Friday, 10am to 4pm", Column::Opening),
        (Column::Wait, "About six weeks", Column::SaidOn),
        (Column::Runs, "open", Column::OpensOn),
        (Column::Cost, "clear this", Column::CostNote),
    ] {
        let mut desk = desk.edited(&[("a".to_owned(), Column::CostNote, "Free for families".to_owned())]);
        let mut back = desk.sent_to("made-up-trust");
        tick(&mut back, "a", "team", "3/9/26");
        typing::write(&mut back, "a", column, text);
        let first = desk.merge(std::slice::from_ref(&back));
        assert!(first.is_settled() && first.rows[0].is_confirmed, "{column:?}: {:#?}", first.rows);
        assert!(first.rows[0].follows.iter().any(|one| one.of == follows.label()), "{column:?}");
        desk = desk.after(&first);
        for again in [desk.merge(std::slice::from_ref(&back)), desk.taking(Side::Theirs).merge(&[back])] {
            assert!(again.is_settled() && again.changed().count() == 0, "{column:?}: {:#?}", again.rows);
        }
    }
}

#[test]
fn what_a_tick_left_open_the_first_time_is_no_change_made_here_either() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "", "3/9/26");
    typing::write(&mut back, "a", Column::Hours, "Monday to Friday, 10am to 4pm");
    let desk = desk.after(&desk.merge(std::slice::from_ref(&back)));
    typing::write(&mut back, "a", Column::CheckedBy, "team");
    let merged = desk.merge(&[back]);
    assert!(merged.is_settled() && merged.rows[0].is_confirmed, "{:#?}", merged.rows);
    assert!(changed(&merged).opening.is_empty());
}

#[test]
fn an_entry_that_becomes_guarded_by_a_row_asks_for_two_roles_and_a_call() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    typing::write(&mut back, "a", Column::Name, "Made-up CAMHS crisis team");
    refused(&desk.merge(&[back.clone()]), "a CAMHS team");
    typing::write(&mut back, "a", Column::SecondRole, "safeguarding lead");
    typing::write(&mut back, "a", Column::CalledOn, "2/9/26");
    assert!(changed(&desk.merge(&[back])).checked.as_ref().unwrap().called_on.is_some());
}

#[test]
fn a_second_role_and_a_call_of_the_same_day_are_added_to_a_check() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    let desk = desk.after(&desk.merge(std::slice::from_ref(&back)));
    typing::write(&mut back, "a", Column::SecondRole, "safeguarding lead");
    typing::write(&mut back, "a", Column::CalledOn, "2/9/26");
    let merged = desk.merge(std::slice::from_ref(&back));
    let check = changed(&merged).checked.clone().unwrap();
    assert_eq!((check.by.as_str(), check.second.as_deref()), ("team", Some("safeguarding lead")));
    assert_eq!(check.called_on.as_deref(), Some("2026-09-02"));
    assert_eq!(desk.after(&merged).merge(std::slice::from_ref(&back)).changed().count(), 0);
    // A check of the same day that says less takes nothing away.
    typing::write(&mut back, "a", Column::SecondRole, "");
    typing::write(&mut back, "a", Column::CalledOn, "");
    assert_eq!(desk.after(&merged).merge(&[back]).changed().count(), 0);
}

#[test]
fn our_words_are_never_confirmed_by_a_partner_who_wrote_otherwise() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    let edited = ListingRecord { eligibility: Some("Edited here".to_owned()), ..record("a") };
    let desk = Desk::new([edited]).taking(Side::Ours);
    // They tick what was sent out: the rest is confirmed, and this is not.
    let entry = changed(&desk.merge(&[back.clone()])).clone();
    assert!(entry.checked.is_some() && entry.stated.contains(&"ages".to_owned()));
    assert!(!entry.stated.contains(&"eligibility".to_owned()), "{:?}", entry.stated);
    // They wrote otherwise: the tick is not for what stands here.
    typing::write(&mut back, "a", Column::Eligibility, "Changed there");
    let merged = desk.merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    unconfirmed(&merged, Column::Eligibility.label());
}

#[test]
fn without_marks_a_cell_of_an_older_file_undoes_no_newer_change() {
    let older = Desk::new([record("a")]);
    let mut edited = record("a");
    "01632 960005".clone_into(&mut edited.contacts.phones[0].number);
    let desk = Desk::new([edited]);
    let mut newest = desk.written_down("made-up-trust");
    "2026-11-20".clone_into(&mut newest.on);
    let mut back = older.sent_to("made-up-trust");
    typing::drop_column(&mut back, Column::Marks);
    tick(&mut back, "a", "team", "20/11/26");
    let desk = desk.as_partner("made-up-trust").with_sent(older.written_down("made-up-trust")).with_sent(newest);
    let merged = desk.merge(&[back.clone()]);
    assert_eq!((merged.changed().count(), what(&merged, Column::Phones)), (0, Some(What::Conflict(None))));
    // What no copy ever had is their own change.
    typing::write(&mut back, "a", Column::Phones, "01632 960006");
    assert_eq!(changed(&desk.merge(&[back])).contacts.phones[0].number, "01632 960006");
}
