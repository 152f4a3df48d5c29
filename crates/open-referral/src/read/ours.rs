//! What this software wrote, read back as it was: attributes for what Open
//! Referral has no field for.

use directory::closed::Closed;
use directory::record::{
    AccessRecord, ConfirmedRecord, CostRecord, ExtensionRecord, FundingRecord, ListingRecord, PriceRecord,
    ResourceRecord, TimeRecord, TrainingRecord,
};
use directory::resource::Sort;
use directory::training::Mode;
use directory::vocabulary::{Asker, Audience, CostKind, Format, Kind, LocalRule, Need, Phase, Role, Thrive, Way};
use serde_json::Value;

use super::came::Taking;
use super::value::text;
use crate::terms::{Choice, NO_GROUPING, Note, STATED, range, said_on};

/// Takes a choice from a vocabulary of ours; a word that is none of it is named.
pub(super) fn choice(choice: Choice, code: &str, taking: &mut Taking<'_, '_>) {
    let is_known = match choice {
        Choice::Need => knows::<Need>(code),
        Choice::Thrive => code == NO_GROUPING || knows::<Thrive>(code),
        Choice::Audience => knows::<Audience>(code),
        Choice::Access => knows::<Asker>(code),
        Choice::Format => knows::<Format>(code),
        Choice::Cost => knows::<CostKind>(code),
        Choice::Kind => knows::<Kind>(code),
        Choice::Way => knows::<Way>(code),
        Choice::LocalRule => knows::<LocalRule>(code),
        Choice::Role => knows::<Role>(code),
        Choice::CoursePhase | Choice::ResourcePhase => knows::<Phase>(code),
        Choice::CourseMode => knows::<Mode>(code),
        Choice::Sort => knows::<Sort>(code),
        Choice::Availability => ["open", "long-wait", "paused"].contains(&code),
        Choice::Place => code == "national" || taking.options.areas.iter().any(|(slug, _)| slug == code),
        Choice::Standing => return standing(code, taking),
    };
    if !is_known {
        return taking.left("terms", "no word of our vocabulary", &format!("{}: {code}", choice.link_type()));
    }
    put(choice, code, &mut taking.record);
    taking.took("terms");
}

fn knows<T: Closed>(slug: &str) -> bool {
    T::from_slug(slug).is_some()
}

/// Whatever they say of it, it waits for a person here. That it has ended there
/// is told.
fn standing(code: &str, taking: &mut Taking<'_, '_>) {
    if !["active", ""].contains(&code) {
        taking.record.imported.get_or_insert_default().status = Some(code.to_owned());
    }
    taking.left("standing", "an entry that comes in waits for a person's yes", code);
}

fn put(choice: Choice, code: &str, record: &mut ListingRecord) {
    let list = match choice {
        Choice::Need => &mut record.needs,
        Choice::Audience => &mut record.audience,
        Choice::Place => &mut record.area.places,
        Choice::LocalRule => &mut record.area.who_counts,
        Choice::Way => &mut record.contacts.ways,
        Choice::Access => record.access.who.get_or_insert_default(),
        Choice::Format => record.formats.get_or_insert_default(),
        Choice::Role => &mut training(record).roles,
        Choice::CoursePhase => &mut training(record).phases,
        Choice::CourseMode => &mut training(record).modes,
        Choice::Sort => &mut resource(record).sorts,
        Choice::ResourcePhase => resource(record).phases.get_or_insert_default(),
        Choice::Thrive => {
            let groupings = record.thrive.get_or_insert_default();
            if code == NO_GROUPING {
                return;
            }
            groupings
        }
        Choice::Kind => return code.clone_into(&mut record.kind),
        Choice::Availability => return record.availability.state = Some(code.to_owned()),
        Choice::Cost => return code.clone_into(&mut record.cost.get_or_insert_with(CostRecord::default).kind),
        Choice::Standing => return,
    };
    if list.iter().all(|one| one != code) {
        list.push(code.to_owned());
    }
}

fn training(record: &mut ListingRecord) -> &mut TrainingRecord {
    record.training.get_or_insert_with(TrainingRecord::default)
}

fn resource(record: &mut ListingRecord) -> &mut ResourceRecord {
    record.resource.get_or_insert_with(ResourceRecord::default)
}

fn funding(record: &mut ListingRecord) -> &mut FundingRecord {
    record.funding.get_or_insert_with(FundingRecord::default)
}

/// Takes a note: a field of ours, with its text.
pub(super) fn note(note: Note, attribute: &Value, taking: &mut Taking<'_, '_>) {
    let Some(says) = text(attribute, &["value"]) else { return };
    let label = text(attribute, &["label"]);
    if put_note(note, &says, label.as_deref(), taking).is_none() {
        taking.left(note.link_type(), "it is not written as this software writes it", &says);
    }
}

/// `None`: what it says could not be read.
fn put_note(note: Note, says: &str, label: Option<&str>, taking: &mut Taking<'_, '_>) -> Option<()> {
    let record = &mut taking.record;
    let words = || says.to_owned();
    match note {
        // Who reads these is not whoever wrote them: see `service`.
        Note::Slug | Note::TextWord | Note::ReviewDue | Note::Source => {}
        Note::FormerSlug | Note::Successor | Note::Doubt => {
            taking.left(note.link_type(), "it speaks of entries and readers there", says);
        }
        Note::Checked => {
            taking.left(note.link_type(), "it is their check, not yours", says);
            taking.keep("checked there", &format!("{}: {says}", label.unwrap_or_default()));
        }
        Note::FormerName => record.former_names.push(words()),
        Note::Pilot => record.pilot = Some(says.parse().ok()?),
        Note::Evaluated => record.evaluated = Some(says.parse().ok()?),
        Note::CrisisRoute => record.crisis = Some(words()),
        Note::AgeExtension => {
            let condition = label?.to_owned();
            record.ages_extended.push(ExtensionRecord { to: says.parse().ok()?, condition });
        }
        Note::UserAges => record.user_ages = Some(range(says)?),
        Note::Coverage => record.area.coverage = Some(words()),
        Note::Schools => record.area.schools = Some(words()),
        Note::SchoolName => record.area.school_names.push(words()),
        Note::SchoolId => record.area.school_ids.push(words()),
        Note::CoverageConfirmed => {
            record.area.coverage_confirmed = Some(ConfirmedRecord { on: words(), by: label?.to_owned() });
        }
        Note::Youngest => record.access.youngest = Some(says.parse().ok()?),
        Note::CostNote => record.cost.get_or_insert_with(CostRecord::default).note = words(),
        Note::FormatNote => record.format_note = Some(words()),
        Note::Accessibility => record.accessibility = Some(words()),
        Note::Wait => {
            record.availability.wait = Some(words());
            record.availability.said_on = label.and_then(said_on).map(str::to_owned);
        }
        Note::OpensOn => record.availability.opens_on = Some(words()),
        Note::Next => record.help.next = Some(words()),
        Note::IfNotRight => record.help.if_not_right = Some(words()),
        Note::WhileWaiting => record.help.while_waiting = Some(words()),
        Note::After => record.help.after = Some(words()),
        Note::AtEighteen => record.help.at_18 = Some(words()),
        Note::Basis => {
            let field = label?;
            if says == STATED && record.stated.iter().all(|one| one != field) {
                record.stated.push(field.to_owned());
            }
        }
        Note::Step | Note::HaveReady | Note::Exclusion | Note::Threshold | Note::Consent | Note::PhoneWords => {
            access(note, says, &mut record.access);
        }
        _ => return offer(note, says, label, record),
    }
    Some(())
}

fn access(note: Note, says: &str, access: &mut AccessRecord) {
    let words = says.to_owned();
    match note {
        Note::Step => access.steps.push(words),
        Note::HaveReady => access.have_ready.push(words),
        Note::Exclusion => access.exclusions.push(words),
        Note::PhoneWords => access.phone_words.push(words),
        Note::Threshold => access.threshold = Some(words),
        _ => access.consent = Some(words),
    }
}

/// What belongs to a course, to money, or to something to read.
fn offer(note: Note, says: &str, label: Option<&str>, record: &mut ListingRecord) -> Option<()> {
    let words = says.to_owned();
    match note {
        Note::CourseSuits => training(record).suits = words,
        Note::CourseLength => training(record).length = Some(words),
        Note::CourseLevel => training(record).level = Some(words),
        Note::CourseFollowUp => training(record).follow_up = Some(words),
        Note::CourseNote => training(record).note = Some(words),
        Note::CourseTime => training(record).time.push(time(says, label)?),
        Note::CoursePrice => {
            let (pounds, pence) = says.split_once('.')?;
            let pence = Some(pence.parse().ok()?).filter(|pence| *pence > 0);
            training(record).price = Some(PriceRecord { pounds: pounds.parse().ok()?, pence, per: label?.to_owned() });
        }
        Note::FundingAmount => funding(record).amount = Some(words),
        Note::FundingWho => funding(record).who = Some(words),
        Note::FundingFor => funding(record).purpose = Some(words),
        Note::FundingOpens => funding(record).opens = Some(words),
        Note::FundingCloses => funding(record).closes = Some(words),
        Note::FundingRolling => funding(record).rolling = Some(says.parse().ok()?),
        Note::FundingPaysFor => funding(record).pays_for.push(words),
        Note::ResourceVersion => resource(record).version = Some(words),
        Note::ResourceDated => resource(record).dated = Some(words),
        Note::ResourceCheckAfter => resource(record).check_after = Some(says.parse().ok()?),
        _ => return None,
    }
    Some(())
}

/// `2 days`, `5 to 6 days`; the label says where it is held then.
fn time(says: &str, mode: Option<&str>) -> Option<TimeRecord> {
    let mut words = says.split(' ');
    let from = words.next()?.parse().ok()?;
    let rest: Vec<&str> = words.collect();
    let (to, unit) = match rest.as_slice() {
        ["to", to, unit] => (Some(to.parse().ok()?), *unit),
        [unit] => (None, *unit),
        _ => return None,
    };
    Some(TimeRecord { unit: unit.to_owned(), from, to, mode: mode.map(str::to_owned) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_of_a_course_is_read_back() {
        let spelt = |says: &str| time(says, None).map(|time| (time.from, time.to, time.unit));
        assert_eq!(spelt("2 days"), Some((2, None, "days".to_owned())));
        assert_eq!(spelt("5 to 6 half-days"), Some((5, Some(6), "half-days".to_owned())));
        assert_eq!(spelt("two days"), None);
    }

    #[test]
    fn ages_without_an_end_are_read_back() {
        assert!(range("18 to").is_some_and(|ages| ages.from == Some(18) && ages.to.is_none()));
    }
}
