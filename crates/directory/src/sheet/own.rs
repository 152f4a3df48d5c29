//! Cells that speak of more than one field.

use super::Column;
use super::cell::{ALL_SCHOOLS, NONE_KNOWN, NOTHING_KNOWN, SCHOOLS_LISTED, SCHOOLS_NOT_KNOWN};
use super::chosen::ENDED;
use super::words::{Refusal, lines, plain};
use crate::id::ListingId;
use crate::record::ListingRecord;
use crate::words::fold;

/// The state that keeps people away for now.
const PAUSED: &str = "paused";

/// Whether it runs, and how.
pub(super) fn runs(record: &mut ListingRecord, slug: &str) {
    if slug == ENDED {
        ENDED.clone_into(&mut record.standing);
        record.doubt = None;
        // Readers are told that none is known until somebody names one.
        record.successor.get_or_insert_with(|| NONE_KNOWN.to_owned());
        return;
    }
    record.availability.state = Some(slug.to_owned());
    if slug != PAUSED {
        record.availability.opens_on = None;
    }
}

/// What replaces an entry that has ended, by its id.
pub(super) fn successor(record: &mut ListingRecord, text: &str) -> Result<(), Refusal> {
    if record.standing != ENDED {
        return Err(Refusal::new(format!("Choose “It has ended” under “{}” first.", Column::Runs.label())));
    }
    let text = plain(text);
    if [NONE_KNOWN, NOTHING_KNOWN].iter().any(|none| fold(none) == fold(&text)) {
        record.successor = Some(NONE_KNOWN.to_owned());
        return Ok(());
    }
    let id = ListingId::new(&text).filter(|id| id.as_str() != record.id);
    let id = id.ok_or_else(|| Refusal::new("No entry has this name. Write the name of an entry of the directory."))?;
    record.successor = Some(id.as_str().to_owned());
    Ok(())
}

/// Which schools: a word, or names.
pub(super) fn schools(record: &mut ListingRecord, text: &str) -> Result<(), Refusal> {
    if !record.area.school_ids.is_empty() {
        return Err(Refusal::new(
            "We keep the schools of this entry as a list. Send us the list of schools, and leave this cell as it is.",
        ));
    }
    let folded = fold(text);
    let (word, names) = if folded == fold(ALL_SCHOOLS) || folded == "all" {
        ("all", Vec::new())
    } else if folded == fold(SCHOOLS_NOT_KNOWN) || folded == "some schools" || folded == "some" {
        ("not-known", Vec::new())
    } else if folded == fold(SCHOOLS_LISTED) {
        ("listed", Vec::new())
    } else {
        ("listed", lines(&text.replace(';', "\n")))
    };
    record.area.schools = Some(word.to_owned());
    record.area.school_names = names;
    Ok(())
}

/// Makes not known what has a form of its own.
pub(super) fn clear(column: Column, record: &mut ListingRecord) {
    match column {
        Column::Phones => record.contacts.phones.clear(),
        Column::Texts => record.contacts.texts.clear(),
        Column::Ages => {
            record.ages = None;
            record.ages_extended.clear();
        }
        Column::UserAges => record.user_ages = None,
        Column::AgesExtended => record.ages_extended.clear(),
        Column::Youngest => record.access.youngest = None,
        Column::Opening => record.opening.clear(),
        Column::Schools => (record.area.schools, record.area.school_names) = (None, Vec::new()),
        Column::Cost => record.cost = None,
        Column::CostNote => record.cost.iter_mut().for_each(|cost| cost.note.clear()),
        Column::Runs => (record.availability.state, record.availability.opens_on) = (None, None),
        Column::Time => record.training.iter_mut().for_each(|one| one.time.clear()),
        Column::Price => record.training.iter_mut().for_each(|one| one.price = None),
        Column::Dates => record.training.iter_mut().for_each(|one| one.dates.clear()),
        Column::Rolling => record.funding.iter_mut().for_each(|one| one.rolling = None),
        _ => {}
    }
}

/// What must hold of an entry once a column of it was changed.
pub(super) fn after(column: Column, record: &mut ListingRecord) -> Result<(), Refusal> {
    let is_paused = record.availability.state.as_deref() == Some(PAUSED);
    if column == Column::OpensOn && record.availability.opens_on.is_some() && !is_paused {
        return Err(Refusal::new(format!("Choose “It is paused” under “{}” as well.", Column::Runs.label())));
    }
    let oldest = record.ages.and_then(|ages| ages.to);
    if column == Column::Ages {
        // Whoever it reaches now under no condition needs none.
        record.ages_extended.retain(|one| oldest.is_some_and(|oldest| one.to > oldest));
    }
    let is_longer = record.ages_extended.iter().all(|one| oldest.is_some_and(|oldest| one.to > oldest));
    if matches!(column, Column::AgesExtended) && !is_longer {
        let ages = Column::Ages.label();
        return Err(Refusal::new(format!("Write an age above those under “{ages}”, or put it there.")));
    }
    let funding =
        record.funding.as_ref().filter(|_| matches!(column, Column::Opens | Column::Closes | Column::Rolling));
    let day = |text: &Option<String>| text.as_deref().and_then(crate::day::Day::read);
    let crossed = |one: &crate::record::FundingRecord| {
        day(&one.opens).zip(day(&one.closes)).is_some_and(|(first, last)| last.last_day() < first.first_day())
    };
    if funding.is_some_and(crossed) {
        return Err(Refusal::new("The last day to apply is before the first. Write both days anew."));
    }
    if funding.is_some_and(|one| one.rolling == Some(true) && one.closes.is_some()) {
        return Err(Refusal::new("It cannot have a last day and be open at any time. Clear one of the two."));
    }
    Ok(())
}
