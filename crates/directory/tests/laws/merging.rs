//! What partners send back changes what they changed, and nothing else.

mod desk;

use desk::{Desk, record, tick};
use directory::merging::{Doubt, Merged, Side, What};
use directory::record::ListingRecord;
use directory::sheet::{CLEAR, Column};
use proptest::prelude::*;
use serde_json::Value;

fn value(record: &ListingRecord) -> Value {
    serde_json::to_value(record).unwrap()
}

/// The one entry that is to be written.
fn changed(merged: &Merged) -> &ListingRecord {
    let all: Vec<_> = merged.changed().collect();
    assert_eq!(all.len(), 1, "{:#?}", merged.rows);
    all[0]
}

fn refused(merged: &Merged, words: &str) {
    assert_eq!(merged.changed().count(), 0, "{:#?}", merged.rows);
    let told: Vec<_> = merged.rows.iter().filter_map(|row| row.refused.as_deref()).collect();
    assert!(told.iter().any(|why| why.contains(words)), "{words}: {:#?}", merged.rows);
    assert!(!merged.is_settled());
}

fn unconfirmed(merged: &Merged, words: &str) {
    assert!(merged.changed().all(|record| record.checked.is_none()), "{:#?}", merged.rows);
    let told: Vec<_> = merged.rows.iter().filter_map(|row| row.unconfirmed.as_deref()).collect();
    assert!(told.iter().any(|why| why.contains(words)), "{words}: {:#?}", merged.rows);
}

#[test]
fn what_came_back_untouched_changes_nothing() {
    let desk = Desk::new([record("a"), record("b")]);
    let merged = desk.merge(&[desk.sent_to("made-up-trust")]);
    assert!(merged.rows.is_empty() && merged.is_settled());
    assert_eq!(merged.untouched, 2);
}

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
    desk::write(&mut back, "a", Column::StillRight, "mostly");
    unconfirmed(&desk.merge(&[back]), "whether this is a tick");
}

#[test]
fn a_tick_that_is_merged_over_several_rows_counts_for_none() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    for id in ["a", "b"] {
        tick(&mut back, id, "team", "3/9/26");
    }
    desk::cell(&mut back, "b", Column::StillRight).is_covered = true;
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
    desk::write(&mut back, "a", Column::CheckedOn, "2/9/26");
    let merged = first.merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    assert!(merged.rows[0].unconfirmed.as_ref().is_some_and(|why| why.contains("checked since")));
}

#[test]
fn a_changed_cell_becomes_stated_with_its_source_and_does_not_confirm() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Phones, "Duty line: 01632960001");
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
    desk::write(&mut back, "a", Column::Summary, "Said anew.");
    let merged = desk.merge(&[back.clone()]);
    assert_eq!(
        (changed(&merged).summary.as_str(), changed(&merged).hours.as_deref()),
        ("Said anew.", Some("Edited here"))
    );
    // Both changed it: neither is taken until somebody decides.
    desk::write(&mut back, "a", Column::Hours, "Changed there");
    let merged = desk.merge(&[back.clone()]);
    assert_eq!(changed(&merged).hours.as_deref(), Some("Edited here"));
    let cell = merged.rows[0].cells.iter().find(|cell| cell.column == Column::Hours).unwrap();
    assert_eq!(
        (&cell.what, cell.ours.as_str(), cell.theirs.as_str()),
        (&What::Conflict(None), "Edited here", "Changed there")
    );
    assert!(!merged.is_settled());
    let taken = desk.taking(Side::Theirs).merge(&[back.clone()]);
    assert_eq!(changed(&taken).hours.as_deref(), Some("Changed there"));
    let kept = desk.taking(Side::Ours).merge(&[back]);
    assert_eq!(changed(&kept).hours.as_deref(), Some("Edited here"));
    assert!(taken.is_settled() && kept.is_settled());
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
fn an_empty_cell_deletes_nothing_and_the_words_for_it_do() {
    let desk = Desk::new([record("a")]);
    for empty in ["", "-", "n/a", "none"] {
        let mut back = desk.sent_to("made-up-trust");
        desk::write(&mut back, "a", Column::Hours, empty);
        let merged = desk.merge(&[back]);
        assert_eq!(merged.changed().count(), 0, "{empty}");
        assert_eq!(merged.rows[0].cells[0].what, What::Emptied);
        assert!(!merged.is_settled());
    }
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Hours, CLEAR);
    let merged = desk.merge(&[back]);
    assert_eq!(changed(&merged).hours, None);
    assert!(!changed(&merged).stated.contains(&"hours".to_owned()));
}

#[test]
fn times_for_the_clock_go_when_the_hours_change() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Hours, "Tuesdays, 9am to noon");
    let merged = desk.merge(&[back.clone()]);
    assert!(changed(&merged).opening.is_empty());
    assert_eq!(merged.rows[0].follows[0].of, Column::Opening.label());
    desk::write(&mut back, "a", Column::Opening, "Tue 9am to noon");
    assert_eq!(changed(&desk.merge(&[back])).opening[0].to, "12:00");
}

#[test]
fn a_cell_that_cannot_be_read_is_refused_and_the_others_are_taken() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    desk::write(&mut back, "a", Column::Ages, "up to 18");
    desk::write(&mut back, "a", Column::Summary, "Said anew.");
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
    desk::write(&mut back, "a", Column::Phones, "01632960001");
    desk::cell(&mut back, "a", Column::Phones).doubt = Some(Doubt::LostZero("It lost its 0.".to_owned()));
    desk::write(&mut back, "a", Column::Coverage, "Only in the north");
    desk::cell(&mut back, "a", Column::Coverage).doubt = Some(Doubt::LostZero("It lost its 0.".to_owned()));
    let merged = desk.merge(&[back]);
    assert_eq!(
        (changed(&merged).contacts.phones[0].number.as_str(), changed(&merged).area.coverage.as_deref()),
        ("0800 1111", Some("Only in the north"))
    );
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
        desk::rename(&mut back, "a", id);
        desk::write(&mut back, id, Column::Summary, "Said anew.");
        refused(&desk.merge(&[back]), words);
    }
    // The file of one partner cannot be sent in as that of another.
    let mut back = desk.sent_to("another");
    desk::write(&mut back, "theirs", Column::Summary, "Said anew.");
    refused(&desk.as_partner("made-up-trust").merge(&[back]), "another partner");
}

#[test]
fn columns_that_were_not_sorted_together_are_refused() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    let marks = desk::cell(&mut back, "b", Column::Marks).text.clone();
    desk::cell(&mut back, "a", Column::Marks).text = marks;
    desk::write(&mut back, "a", Column::Summary, "Said anew.");
    refused(&desk.merge(&[back]), "not sorted together");
}

#[test]
fn two_rows_about_one_entry_are_refused_unless_they_say_the_same() {
    let desk = Desk::new([record("a")]);
    let mut one = desk.sent_to("made-up-trust");
    desk::write(&mut one, "a", Column::Summary, "Said anew.");
    let same = desk.merge(&[one.clone(), one.clone()]);
    assert_eq!((changed(&same).summary.as_str(), same.rows.len()), ("Said anew.", 1));
    let mut two = one.clone();
    desk::write(&mut two, "a", Column::Summary, "Said otherwise.");
    let merged = desk.merge(&[one, two]);
    assert_eq!(merged.rows.len(), 2);
    refused(&merged, "More than one row");
}

#[test]
fn without_marks_it_is_compared_with_what_was_written_down_when_it_was_sent() {
    let sent = Desk::new([record("a")]);
    let mut back = sent.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Summary, "Said anew.");
    desk::drop_column(&mut back, Column::Marks);
    refused_file(&sent.merge(&[back.clone()]), "Say which partner");
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

fn refused_file(merged: &Merged, words: &str) {
    assert_eq!(merged.changed().count(), 0);
    assert!(
        merged.files.iter().any(|file| file.refused.as_ref().is_some_and(|why| why.contains(words))),
        "{:?}",
        merged.files
    );
}

#[test]
fn columns_may_be_renamed_moved_and_left_out_and_what_is_unknown_is_named() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Summary, "Said anew.");
    desk::head(&mut back, Column::Summary, "Description");
    desk::head(&mut back, Column::Hours, "Pigeons");
    desk::turn_round(&mut back);
    desk::drop_column(&mut back, Column::Id);
    let merged = desk.merge(&[back]);
    assert_eq!(changed(&merged).summary, "Said anew.");
    assert_eq!(merged.files[0].unread.iter().map(|(_, heading)| heading.as_str()).collect::<Vec<_>>(), ["Pigeons"]);
    let nothing = desk.merge(&[desk::list(&[&["Pigeons", "Doves"], &["1", "2"]])]);
    refused_file(&nothing, "no row of headings");
}

#[test]
fn where_a_life_may_hang_on_it_a_tick_is_not_enough() {
    let guarded = ListingRecord { needs: vec!["suicide".to_owned()], ..record("a") };
    let desk = Desk::new([guarded]);
    let mut back = desk.sent_to("made-up-trust");
    tick(&mut back, "a", "team", "3/9/26");
    refused(&desk.merge(&[back.clone()]), "help with suicidal thoughts");
    desk::write(&mut back, "a", Column::SecondRole, "Team");
    desk::write(&mut back, "a", Column::CalledOn, "2/9/26");
    refused(&desk.merge(&[back.clone()]), "another role");
    desk::write(&mut back, "a", Column::SecondRole, "safeguarding lead");
    desk::write(&mut back, "a", Column::CalledOn, "2/6/26");
    refused(&desk.merge(&[back.clone()]), "Call the number again");
    desk::write(&mut back, "a", Column::CalledOn, "2/9/26");
    let merged = desk.merge(&[back]);
    let check = changed(&merged).checked.clone().unwrap();
    assert_eq!((check.second.as_deref(), check.called_on.as_deref()), (Some("safeguarding lead"), Some("2026-09-02")));
    // A change of it asks for as much.
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Phones, "01632 960001");
    refused(&desk.merge(&[back]), "Write also");
}

#[test]
fn what_has_ended_becomes_a_page_that_says_so() {
    let desk = Desk::new([record("a"), record("b")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Runs, "It has ended");
    let merged = desk.merge(std::slice::from_ref(&back));
    let entry = changed(&merged);
    assert_eq!((entry.standing.as_str(), entry.successor.as_deref()), ("ended", Some("none-known")));
    assert!(merged.rows[0].is_gone && merged.rows[0].questions[0].contains("instead"));
    assert_eq!(desk.after(&merged).merge(std::slice::from_ref(&back)).changed().count(), 0);
    desk::write(&mut back, "a", Column::Successor, "The b");
    assert_eq!(changed(&desk.merge(&[back])).successor.as_deref(), Some("b"));
    // Every page sends people to the entry of advice.
    let desk = Desk::new([record("advice-line")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "advice-line", Column::Runs, "closed");
    refused(&desk.merge(&[back]), "for advice");
}

#[test]
fn something_new_is_held_with_what_they_said_of_it() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    let row = desk::blank(&mut back);
    for (column, text) in [
        (Column::Name, "The new one"),
        (Column::Summary, "A group for tests."),
        (Column::Kind, "Service"),
        (Column::Audience, "Parents and carers; Young people"),
        (Column::Phones, "0800 1111"),
        (Column::CheckedBy, "team lead"),
    ] {
        desk::write_row(&mut back, row, column, text);
    }
    refused(&desk.merge(&[back.clone()]), Column::Places.label());
    desk::write_row(&mut back, row, Column::Places, "all of england");
    let merged = desk.merge(&[back.clone()]);
    let entry = changed(&merged);
    assert_eq!((entry.id.as_str(), entry.standing.as_str(), entry.kind.as_str()), ("the-new-one", "held", "service"));
    assert_eq!(entry.sources[0].source, "told by Made-up Trust (team lead), 21 November 2026");
    assert!(entry.checked.is_none() && entry.stated.contains(&"phone".to_owned()));
    assert!(merged.rows[0].is_new && merged.rows[0].questions[0].contains("The a (a)"));
    // The same file again tells of nothing new, not even on another day.
    let after = desk.after(&merged);
    assert_eq!(after.merge(std::slice::from_ref(&back)).rows.len(), 0);
    assert_eq!(after.on("2026-12-01").merge(&[back]).rows.len(), 0);
}

#[test]
fn a_new_entry_with_the_name_of_their_own_is_that_entry() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    let row = desk::blank(&mut back);
    desk::write_row(&mut back, row, Column::Name, "THE A");
    desk::write_row(&mut back, row, Column::Summary, "Said anew.");
    let merged = desk.merge(&[back]);
    assert_eq!(merged.changed().count(), 0);
    assert_eq!(merged.rows[0].id, "a");
}

#[test]
fn another_name_keeps_the_old_one() {
    let desk = Desk::new([record("a")]);
    let mut back = desk.sent_to("made-up-trust");
    desk::write(&mut back, "a", Column::Name, "Another name");
    let merged = desk.merge(&[back]);
    assert_eq!(
        (changed(&merged).id.as_str(), changed(&merged).former_names.as_slice()),
        ("a", ["The a".to_owned()].as_slice())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_touches_no_cell_that_the_partner_did_not_and_twice_is_once(edits in desk::edits(), mine in desk::edits()) {
        let desk = Desk::new([record("a"), record("b"), record("c")]);
        let mut back = desk.sent_to("made-up-trust");
        for (id, column, text) in &edits {
            desk::write(&mut back, id, *column, text);
        }
        let now = desk.edited(&mine);
        let merged = now.merge(std::slice::from_ref(&back));
        for record in merged.changed() {
            let row = merged.rows.iter().find(|row| row.id == record.id).unwrap();
            let before = now.record(&record.id);
            for column in Column::ALL.iter().copied().filter(|column| column.is_fact()) {
                let is_told = row.cells.iter().any(|cell| cell.column == column) || row.follows.iter().any(|one| one.of == column.label());
                let is_same = column.cell(record, &now.site) == column.cell(before, &now.site);
                prop_assert!(is_told || is_same, "{column:?}");
                if !edits.iter().any(|(id, one, _)| *id == record.id && *one == column) && !is_same {
                    prop_assert!(row.follows.iter().any(|one| one.of == column.label()), "{column:?}");
                }
            }
        }
        let after = now.after(&merged);
        let again = after.merge(&[back]);
        prop_assert_eq!(again.changed().count(), 0, "{:#?}", again.rows);
    }

    #[test]
    fn the_files_of_two_partners_give_the_same_in_either_order(edits in desk::edits(), others in desk::edits()) {
        let theirs = |id: &str| ListingRecord { provider: Some("Another".to_owned()), ..record(&format!("other-{id}")) };
        let desk = Desk::new([record("a"), record("b"), record("c"), theirs("a"), theirs("b"), theirs("c")]);
        let (mut one, mut two) = (desk.sent_to("made-up-trust"), desk.sent_to("another"));
        edits.iter().for_each(|(id, column, text)| desk::write(&mut one, id, *column, text));
        others.iter().for_each(|(id, column, text)| desk::write(&mut two, &format!("other-{id}"), *column, text));
        let all = |files: &[_]| {
            let mut all: Vec<Value> = desk.merge(files).changed().map(value).collect();
            all.sort_by_key(Value::to_string);
            all
        };
        prop_assert_eq!(all(&[one.clone(), two.clone()]), all(&[two.clone(), one.clone()]));
        let first = desk.after(&desk.merge(std::slice::from_ref(&one)));
        let both = first.after(&first.merge(&[two]));
        let together = desk.after(&desk.merge(&[one, desk.sent_to("another")]));
        prop_assert_eq!(value(both.record("a")), value(together.record("a")));
    }

    #[test]
    fn no_table_panics(rows in prop::collection::vec(prop::collection::vec("[a-z0-9✓ =;/.-]{0,12}", 0..8), 0..8)) {
        let desk = Desk::new([record("a")]);
        let headings = ["Still right?", "Name", "Phone", "Ages", "Checked by (role)", "Checked on", "Entry", "Marks"];
        let rows: Vec<Vec<&str>> = std::iter::once(headings.to_vec()).chain(rows.iter().map(|row| row.iter().map(String::as_str).collect())).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let _ = desk.as_partner("made-up-trust").merge(&[desk::list(&rows)]);
    }
}
