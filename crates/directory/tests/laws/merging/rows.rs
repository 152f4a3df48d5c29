//! Rows: whose entry they are about, what is new and what has ended.

use super::desk::{Desk, record};
use super::typing;
use super::{changed, refused, refused_file};
use directory::record::ListingRecord;
use directory::sheet::Column;

#[test]
fn what_came_back_untouched_changes_nothing() {
    let desk = Desk::new([record("a"), record("b")]);
    let merged = desk.merge(&[desk.sent_to("made-up-trust")]);
    assert!(merged.rows.is_empty() && merged.is_settled());
    assert_eq!(merged.untouched, 2);
}

#[test]
fn only_a_partners_own_listed_entries_can_be_touched() {
    let other = ListingRecord { provider: Some("Another".to_owned()), ..record("theirs") };
    let held = ListingRecord { standing: "held".to_owned(), ..record("held") };
    let ended =
        ListingRecord { standing: "ended".to_owned(), successor: Some("none-known".to_owned()), ..record("ended") };
    let desk = Desk::new([record("a"), other, held, ended]);
    for (id, words) in
        [("theirs", "another partner"), ("held", "held"), ("ended", "has ended"), ("pigeons", "No entry")]
    {
        let mut back = desk.sent_to("made-up-trust");
        typing::rename(&mut back, "a", id);
        typing::write(&mut back, id, Column::Summary, "Said anew.");
        refused(&desk.merge(&[back]), words);
    }
    // The file of one partner cannot be sent in as that of another.
    let mut back = desk.sent_to("another");
    typing::write(&mut back, "theirs", Column::Summary, "Said anew.");
    refused(&desk.as_partner("made-up-trust").merge(&[back]), "another partner");
}

#[test]
fn columns_that_were_not_sorted_together_are_refused() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    let marks = typing::cell(&mut back, "b", Column::Marks).text.clone();
    typing::cell(&mut back, "a", Column::Marks).text = marks;
    typing::write(&mut back, "a", Column::Summary, "Said anew.");
    refused(&desk.merge(&[back]), "not sorted together");
}

#[test]
fn two_rows_about_one_entry_are_refused_unless_they_say_the_same() {
    let desk = Desk::new([record("a")]);
    let mut one = desk.sent_to("made-up-trust");
    typing::write(&mut one, "a", Column::Summary, "Said anew.");
    let same = desk.merge(&[one.clone(), one.clone()]);
    assert_eq!((changed(&same).summary.as_str(), same.rows.len()), ("Said anew.", 1));
    let mut two = one.clone();
    typing::write(&mut two, "a", Column::Summary, "Said otherwise.");
    let merged = desk.merge(&[one, two]);
    assert_eq!(merged.rows.len(), 2);
    refused(&merged, "More than one row");
}

#[test]
fn columns_may_be_renamed_moved_and_left_out_and_what_is_unknown_is_named() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Summary, "Said anew.");
    typing::head(&mut back, Column::Summary, "Description");
    typing::head(&mut back, Column::Hours, "Pigeons");
    typing::turn_round(&mut back);
    typing::drop_column(&mut back, Column::Id);
    let merged = desk.merge(&[back]);
    assert_eq!(changed(&merged).summary, "Said anew.");
    assert_eq!(merged.files[0].unread.iter().map(|(_, heading)| heading.as_str()).collect::<Vec<_>>(), ["Pigeons"]);
    let nothing = desk.merge(&[typing::list(&[&["Pigeons", "Doves"], &["1", "2"]])]);
    refused_file(&nothing, "no row of headings");
}

#[test]
fn what_has_ended_becomes_a_page_that_says_so() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "a", Column::Runs, "It has ended");
    let merged = desk.merge(std::slice::from_ref(&back));
    let entry = changed(&merged);
    assert_eq!((entry.standing.as_str(), entry.successor.as_deref()), ("ended", Some("none-known")));
    assert!(merged.rows[0].is_gone && merged.rows[0].questions[0].contains("instead"));
    assert_eq!(desk.after(&merged).merge(std::slice::from_ref(&back)).changed().count(), 0);
    typing::write(&mut back, "a", Column::Successor, "The b");
    assert_eq!(changed(&desk.merge(&[back])).successor.as_deref(), Some("b"));
    // Every page sends people to the entry of advice.
    let desk = Desk::new([record("advice-line")]);
    let mut back = desk.sent_to("made-up-trust");
    typing::write(&mut back, "advice-line", Column::Runs, "closed");
    refused(&desk.merge(&[back]), "for advice");
}

#[test]
fn something_new_is_held_with_what_they_said_of_it() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    let row = typing::blank(&mut back);
    for (column, text) in [
        (Column::Name, "The new one"),
        (Column::Summary, "A group for tests."),
        (Column::Kind, "Service"),
        (Column::Audience, "Parents and carers; Young people"),
        (Column::Phones, "0800 1111"),
        (Column::CheckedBy, "team lead"),
    ] {
        typing::write_row(&mut back, row, column, text);
    }
    refused(&desk.merge(&[back.clone()]), Column::Places.label());
    typing::write_row(&mut back, row, Column::Places, "all of england");
    let merged = desk.merge(&[back.clone()]);
    let entry = changed(&merged);
    assert_eq!((entry.id.as_str(), entry.standing.as_str(), entry.kind.as_str()), ("the-new-one", "held", "service"));
    assert_eq!(entry.sources[0].source, "told by Made-up Trust (team lead), 21 November 2026");
    assert!(entry.checked.is_none() && entry.stated.contains(&"phone".to_owned()));
    assert!(merged.rows[0].is_new && merged.rows[0].questions[0].contains("The a (a)"));
    // A file that cannot be read is not written over; it may be the same.
    refused(&desk.with_unread("the-new-one").merge(std::slice::from_ref(&back)), "the-new-one.json is there");
    let other = Desk::new([record("a"), ListingRecord { id: "the-new-one".to_owned(), ..record("b") }]);
    let merged = other.with_unread("the-new-one-2").merge(std::slice::from_ref(&back));
    assert_eq!(changed(&merged).id, "the-new-one-3");
    // The same file again tells of nothing new, not even on another day.
    let after = desk.after(&merged);
    assert_eq!(after.merge(std::slice::from_ref(&back)).rows.len(), 0);
    assert_eq!(after.on("2026-12-01").merge(&[back]).rows.len(), 0);
}

#[test]
fn a_new_entry_with_the_name_of_their_own_is_that_entry() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    let row = typing::blank(&mut back);
    typing::write_row(&mut back, row, Column::Name, "THE A");
    typing::write_row(&mut back, row, Column::Summary, "Said anew.");
    let merged = desk.merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    assert_eq!(merged.rows[0].id, "a");
}

#[test]
fn a_file_that_moved_or_ended_the_last_entry_of_its_partner_may_come_again() {
    for (column, text) in [(Column::Provider, "Another trust"), (Column::Runs, "It has ended")] {
        let other = ListingRecord { provider: Some("Another".to_owned()), ..record("b") };
        let desk = Desk::new([record("a"), other]);
        let mut back = desk.sent_to("made-up-trust");
        typing::write(&mut back, "a", column, text);
        let first = desk.merge(std::slice::from_ref(&back));
        assert!(first.is_settled(), "{:#?}", first.rows);
        let desk = desk.after(&first);
        let again = desk.merge(std::slice::from_ref(&back));
        assert!(again.is_settled() && again.changed().count() == 0, "{:?} {:#?}", again.files, again.rows);
        // It is theirs no more, so nothing else of it is taken.
        typing::write(&mut back, "a", Column::Summary, "Said anew.");
        let more = desk.merge(std::slice::from_ref(&back));
        assert_eq!(more.changed().count(), 0);
        assert_eq!(more.is_settled(), column == Column::Runs, "{:#?}", more.rows);
        // Nor is anything new taken from somebody whom nobody knows.
        let row = typing::blank(&mut back);
        typing::write_row(&mut back, row, Column::Name, "The new one");
        refused(&desk.merge(&[back.clone()]), "no such partner");
        // What names an entry that is nowhere is nobody's file.
        typing::rename(&mut back, "a", "pigeons");
        refused_file(&desk.merge(&[back]), "no such partner");
    }
}
