//! Cells that a partner changed, and those that somebody else did.

use super::desk::{Desk, record};
use super::typing::{self, tick};
use super::{changed, refused_file, unconfirmed};
use directory::merging::{Doubt, Side, What};
use directory::record::ListingRecord;
use directory::sheet::{CLEAR, Column};

#[test]
fn a_changed_cell_becomes_stated_with_its_source_and_does_not_confirm() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Phones, "Duty line: 01632960001");
    let merged = desk.merge(&[back]);
    let entry = changed(&merged);
    assert_eq!(entry.contacts.phones[0].number, "01632 960001");
    assert!(entry.checked.is_none() && !merged.rows[0].is_confirmed);
    assert!(entry.stated.contains(&"phone".to_owned()));
    let source = entry.sources.last().unwrap();
    assert_eq!((source.fields.join(" ").as_str(), source.kind.as_str()), ("phone", "partner's update"));
    assert_eq!(source.source, "told by Made-up Trust, 21 November 2026");
    let cell = &merged.rows[0].cells[0];
    assert_eq!((cell.column, cell.ours.as_str(), &cell.what), (Column::Phones, "0800 1111", &What::Changed));
    assert!(!cell.letter.is_empty());
}

#[test]
fn what_somebody_else_changed_meanwhile_is_never_lost() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    let edited = ListingRecord { hours: Some("Edited here".to_owned()), ..record("a") };
    let desk = Desk::new([edited]);
    // They changed something else: both hold.
    typing::write(&mut back, "a", Column::Summary, "Said anew.");
    let merged = desk.merge(&[back.clone()]);
    assert_eq!(
        (changed(&merged).summary.as_str(), changed(&merged).hours.as_deref()),
        ("Said anew.", Some("Edited here"))
    );
    // Both changed it: neither is taken until somebody decides.
    typing::write(&mut back, "a", Column::Hours, "Changed there");
    let merged = desk.merge(&[back.clone()]);
    assert_eq!(changed(&merged).hours.as_deref(), Some("Edited here"));
    let cell = merged.rows[0].cells.iter().find(|cell| cell.column == Column::Hours).unwrap();
    assert_eq!(
        (&cell.what, cell.ours.as_str(), cell.theirs.as_str()),
        (&What::Conflict(None), "Edited here", "Changed there")
    );
    assert!(!cell.is_as_sent);
    // They only ticked what was changed here: that too waits, and is told apart.
    let mut ticked = sent.sent_to("made-up-trust");
    tick(&mut ticked, "a", "team", "3/9/26");
    let told = desk.merge(&[ticked]);
    let cell = told.rows[0].cells.iter().find(|cell| cell.column == Column::Hours).unwrap();
    assert!(cell.is_as_sent && cell.what == What::Conflict(None) && !told.is_settled());
    assert!(!merged.is_settled());
    let taken = desk.taking(Side::Theirs).merge(&[back.clone()]);
    assert_eq!(changed(&taken).hours.as_deref(), Some("Changed there"));
    let kept = desk.taking(Side::Ours).merge(&[back]);
    assert_eq!(changed(&kept).hours.as_deref(), Some("Edited here"));
    assert!(taken.is_settled() && kept.is_settled());
}

#[test]
fn an_empty_cell_deletes_nothing_and_the_words_for_it_do() {
    let desk = Desk::new([record("a")]);
    for empty in ["", "-", "n/a", "none"] {
        let mut back = desk.sent_to("made-up-trust");
        typing::write(&mut back, "a", Column::Hours, empty);
        let merged = desk.merge(&[back]);
        assert_eq!(merged.changed().count(), 0, "{empty}");
        assert_eq!(merged.rows[0].cells[0].what, What::Emptied);
        assert!(!merged.is_settled());
    }
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Hours, CLEAR);
    let merged = desk.merge(&[back]);
    assert_eq!(changed(&merged).hours, None);
    assert!(!changed(&merged).stated.contains(&"hours".to_owned()));
}

#[test]
fn times_for_the_clock_go_when_the_hours_change() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Hours, "Tuesdays, 9am to noon");
    let merged = desk.merge(&[back.clone()]);
    assert!(changed(&merged).opening.is_empty());
    assert_eq!(merged.rows[0].follows[0].of, Column::Opening.label());
    typing::write(&mut back, "a", Column::Opening, "Tue 9am to noon");
    assert_eq!(changed(&desk.merge(&[back])).opening[0].to, "12:00");
}

#[test]
fn a_cell_that_cannot_be_read_is_refused_and_the_others_are_taken() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    typing::write(&mut back, "a", Column::Ages, "up to 18");
    typing::write(&mut back, "a", Column::Summary, "Said anew.");
    let merged = desk.merge(&[back]);
    assert_eq!(
        (changed(&merged).summary.as_str(), changed(&merged).ages.and_then(|ages| ages.to)),
        ("Said anew.", Some(11))
    );
    unconfirmed(&merged, Column::Ages.label());
    let is_asked =
        |cell: &directory::merging::CellMerged| matches!(&cell.what, What::Refused(why) if why.contains("0 to 17"));
    assert!(merged.rows[0].cells.iter().any(is_asked));
}

#[test]
fn what_a_spreadsheet_spoilt_is_named_where_it_matters() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Phones, "01632960001");
    typing::cell(&mut back, "a", Column::Phones).doubt = Some(Doubt::LostZero("It lost its 0.".to_owned()));
    typing::write(&mut back, "a", Column::Coverage, "Only in the north");
    typing::cell(&mut back, "a", Column::Coverage).doubt = Some(Doubt::LostZero("It lost its 0.".to_owned()));
    let merged = desk.merge(&[back]);
    assert_eq!(
        (changed(&merged).contacts.phones[0].number.as_str(), changed(&merged).area.coverage.as_deref()),
        ("0800 1111", Some("Only in the north"))
    );
}

#[test]
fn without_marks_it_is_compared_with_what_was_written_down_when_it_was_sent() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Summary, "Said anew.");
    typing::drop_column(&mut back, Column::Marks);
    refused_file(&sent.merge(&[back.clone()]), "its last column is gone");
    let desk = Desk::new([ListingRecord { hours: Some("Edited here".to_owned()), ..record("a") }]);
    let kept = desk.as_partner("made-up-trust").with_sent(sent.written_down("made-up-trust"));
    let merged = kept.merge(&[back.clone()]);
    assert_eq!(
        (changed(&merged).summary.as_str(), changed(&merged).hours.as_deref()),
        ("Said anew.", Some("Edited here"))
    );
    assert_eq!(merged.rows[0].cells[0].sent.as_deref(), Some("Made up for tests."));
    // With neither, nobody knows who changed what: it waits for a decision.
    let merged = desk.as_partner("made-up-trust").merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    assert!(merged.rows[0].cells.iter().all(|cell| cell.what == What::Conflict(None)));
}

#[test]
fn another_name_keeps_the_old_one() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Name, "Another name");
    let merged = desk.merge(&[back]);
    assert_eq!(
        (changed(&merged).id.as_str(), changed(&merged).former_names.as_slice()),
        ("a", ["The a".to_owned()].as_slice())
    );
}
