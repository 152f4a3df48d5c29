//! The attributes of a service: what Open Referral has no field for.

use super::thing::{Ids, Thing};
use super::{Setting, Standard, has_ended};
use crate::terms::{Choice, FIELDS, NO_GROUPING, Note, OURS, STATED, id_of, range_words, said_on_words};
use directory::day::Day;
use directory::record::{HelpRecord, ListingRecord, TrainingRecord};
use uuid::Uuid;

/// Attributes as they are collected for one service.
pub(super) struct Attributes<'a> {
    setting: &'a Setting<'a>,
    ids: &'a mut Ids,
    all: Vec<Thing>,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(setting: &'a Setting<'a>, ids: &'a mut Ids) -> Self {
        Self { setting, ids, all: Vec::new() }
    }

    fn add(&mut self, link_type: &str, says: &str, term: Thing, value: Option<&str>, label: Option<&str>) {
        let id = self.ids.next("attribute", &format!("{link_type}/{says}"));
        let attribute = Thing::of(id)
            .with("link_id", self.ids.service())
            .with("link_type", link_type)
            .with("link_entity", "service")
            .text("value", value)
            .text("label", label)
            .with("taxonomy_term", term);
        self.all.push(attribute);
    }

    fn choice(&mut self, choice: Choice, code: &str) {
        let term = self.term(choice.term_id(code), code, self.words(choice, code), choice.label(), choice.taxonomy());
        self.add(choice.link_type(), code, term, None, None);
    }

    fn choices(&mut self, choice: Choice, codes: &[String]) {
        codes.iter().for_each(|code| self.choice(choice, code));
    }

    fn words(&self, choice: Choice, code: &str) -> String {
        let area = (choice == Choice::Place).then(|| self.setting.site.areas.named(code)).flatten();
        area.map_or_else(|| choice.term(code).to_owned(), |area| area.label.clone())
    }

    fn note(&mut self, note: Note, value: Option<&str>) {
        self.labelled(note, value, None);
    }

    fn labelled(&mut self, note: Note, value: Option<&str>, label: Option<&str>) {
        let Some(value) = value.filter(|value| !value.trim().is_empty()) else { return };
        let term = note_term(self.setting.standard, note);
        self.add(note.link_type(), &format!("{value}/{}", label.unwrap_or_default()), term, Some(value), label);
    }

    fn notes(&mut self, note: Note, values: &[String]) {
        values.iter().for_each(|value| self.note(note, Some(value)));
    }

    fn flag(&mut self, note: Note, is_so: Option<bool>) {
        self.note(note, is_so.map(|is_so| if is_so { "true" } else { "false" }));
    }

    fn term(&self, id: Uuid, code: &str, name: String, description: &str, taxonomy: &str) -> Thing {
        term(self.setting.standard, id, code, &name, description, taxonomy)
    }

    /// All of an entry.
    pub(super) fn of(mut self, record: &ListingRecord) -> Vec<Thing> {
        self.note(Note::Slug, Some(&record.id));
        self.notes(Note::FormerSlug, &record.former_slugs);
        self.notes(Note::FormerName, &record.former_names);
        self.choice(Choice::Kind, &record.kind);
        self.choice(Choice::Standing, &record.standing);
        self.note(Note::Doubt, record.doubt.as_deref());
        self.note(Note::Successor, record.successor.as_deref());
        if !has_ended(record) {
            self.sorting(record);
            self.reach(record);
            self.asking(record);
            self.help(&record.help);
            record.training.iter().for_each(|training| self.training(training));
            self.offers(record);
            self.checks(record);
        }
        self.all
    }

    fn sorting(&mut self, record: &ListingRecord) {
        self.choices(Choice::Need, &record.needs);
        match record.thrive.as_deref() {
            Some([]) => self.choice(Choice::Thrive, NO_GROUPING),
            groupings => self.choices(Choice::Thrive, groupings.unwrap_or_default()),
        }
        self.choices(Choice::Audience, &record.audience);
        self.choices(Choice::Format, record.formats.as_deref().unwrap_or_default());
        self.note(Note::FormatNote, record.format_note.as_deref());
        self.note(Note::Accessibility, record.accessibility.as_deref());
        self.flag(Note::Pilot, record.pilot);
        self.flag(Note::Evaluated, record.evaluated);
    }

    fn reach(&mut self, record: &ListingRecord) {
        for longer in &record.ages_extended {
            self.labelled(Note::AgeExtension, Some(&longer.to.to_string()), Some(&longer.condition));
        }
        self.note(Note::UserAges, record.user_ages.map(range_words).as_deref());
        let area = &record.area;
        self.choices(Choice::Place, &area.places);
        self.choices(Choice::LocalRule, &area.who_counts);
        self.note(Note::Coverage, area.coverage.as_deref());
        self.note(Note::Schools, area.schools.as_deref());
        self.notes(Note::SchoolName, &area.school_names);
        self.notes(Note::SchoolId, &area.school_ids);
        if let Some(confirmed) = &area.coverage_confirmed {
            self.labelled(Note::CoverageConfirmed, Some(&confirmed.on), Some(&confirmed.by));
        }
    }

    fn asking(&mut self, record: &ListingRecord) {
        let access = &record.access;
        self.choices(Choice::Access, access.who.as_deref().unwrap_or_default());
        self.note(Note::Youngest, access.youngest.map(|age| age.to_string()).as_deref());
        self.notes(Note::Step, &access.steps);
        self.notes(Note::HaveReady, &access.have_ready);
        self.notes(Note::Exclusion, &access.exclusions);
        self.note(Note::Threshold, access.threshold.as_deref());
        self.note(Note::Consent, access.consent.as_deref());
        self.notes(Note::PhoneWords, &access.phone_words);
        self.note(Note::CrisisRoute, record.crisis.as_deref());
        self.choices(Choice::Way, &record.contacts.ways);
        if let Some(cost) = &record.cost {
            self.choice(Choice::Cost, &cost.kind);
            self.note(Note::CostNote, Some(&cost.note));
        }
        let availability = &record.availability;
        availability.state.iter().for_each(|state| self.choice(Choice::Availability, state));
        let said_on = availability.said_on.as_deref().map(said_on_words);
        self.labelled(Note::Wait, availability.wait.as_deref(), said_on.as_deref());
        self.note(Note::OpensOn, availability.opens_on.as_deref());
    }

    fn help(&mut self, help: &HelpRecord) {
        self.note(Note::Next, help.next.as_deref());
        self.note(Note::IfNotRight, help.if_not_right.as_deref());
        self.note(Note::WhileWaiting, help.while_waiting.as_deref());
        self.note(Note::After, help.after.as_deref());
        self.note(Note::AtEighteen, help.at_18.as_deref());
    }

    fn training(&mut self, training: &TrainingRecord) {
        self.choices(Choice::Role, &training.roles);
        self.choices(Choice::CoursePhase, &training.phases);
        self.choices(Choice::CourseMode, &training.modes);
        self.note(Note::CourseSuits, Some(&training.suits));
        self.note(Note::CourseLength, training.length.as_deref());
        for time in &training.time {
            let to = time.to.map(|to| format!(" to {to}")).unwrap_or_default();
            self.labelled(Note::CourseTime, Some(&format!("{}{to} {}", time.from, time.unit)), time.mode.as_deref());
        }
        self.note(Note::CourseLevel, training.level.as_deref());
        self.note(Note::CourseFollowUp, training.follow_up.as_deref());
        self.note(Note::CourseNote, training.note.as_deref());
        if let Some(price) = &training.price {
            let pounds = format!("{}.{:02}", price.pounds, price.pence.unwrap_or_default());
            self.labelled(Note::CoursePrice, Some(&pounds), Some(&price.per));
        }
    }

    fn offers(&mut self, record: &ListingRecord) {
        if let Some(funding) = &record.funding {
            self.note(Note::FundingAmount, funding.amount.as_deref());
            self.note(Note::FundingWho, funding.who.as_deref());
            self.note(Note::FundingFor, funding.purpose.as_deref());
            self.note(Note::FundingOpens, funding.opens.as_deref());
            self.note(Note::FundingCloses, funding.closes.as_deref());
            self.flag(Note::FundingRolling, funding.rolling);
            self.notes(Note::FundingPaysFor, &funding.pays_for);
        }
        if let Some(resource) = &record.resource {
            self.choices(Choice::Sort, &resource.sorts);
            self.choices(Choice::ResourcePhase, resource.phases.as_deref().unwrap_or_default());
            self.note(Note::ResourceVersion, resource.version.as_deref());
            self.note(Note::ResourceDated, resource.dated.as_deref());
            self.note(Note::ResourceCheckAfter, resource.check_after.map(|months| months.to_string()).as_deref());
        }
    }

    /// When it was checked, when it is due again, and on whose word each field
    /// stands.
    fn checks(&mut self, record: &ListingRecord) {
        if let Some(imported) = &record.imported {
            self.labelled(Note::Source, Some(&imported.from), imported.licence.as_deref());
        }
        if let Some(check) = &record.checked {
            self.labelled(Note::Checked, Some(&check.means), Some(&check.by));
            let due = Day::read(&check.on).and_then(|on| self.setting.site.terms.due(on));
            self.note(Note::ReviewDue, due.map(Day::iso).as_deref());
        }
        for field in &record.stated {
            self.labelled(Note::Basis, Some(STATED), Some(field));
        }
        for field in given(record).filter(|field| record.stated.iter().all(|stated| stated != field)) {
            self.labelled(Note::Basis, Some(OURS), Some(field));
        }
    }
}

/// The fields of an entry that are our own reading unless it says that they are
/// stated.
pub(super) fn given(record: &ListingRecord) -> impl Iterator<Item = &'static str> {
    let all = [
        ("provider", record.provider.is_some()),
        ("eligibility", record.eligibility.is_some()),
        ("ages", record.ages.is_some()),
        ("needs", !record.needs.is_empty()),
        ("thrive", record.thrive.as_ref().is_some_and(|groupings| !groupings.is_empty())),
        ("audience", !record.audience.is_empty()),
        ("area", !record.area.places.is_empty()),
        ("access", record.access.who.is_some() || record.access.route.is_some()),
        ("hours", record.hours.is_some()),
        ("cost", record.cost.is_some()),
        ("formats", record.formats.is_some()),
        ("training", record.training.is_some()),
    ];
    all.into_iter().filter_map(|(field, is_given)| is_given.then_some(field))
}

/// The term of a note.
pub(super) fn note_term(standard: Standard, note: Note) -> Thing {
    term(standard, note.term_id(), note.link_type(), note.label(), note.label(), FIELDS)
}

fn term(standard: Standard, id: Uuid, code: &str, name: &str, description: &str, taxonomy: &str) -> Thing {
    let term =
        Thing::of(id).with("code", code).with("name", name).with("description", description).with("taxonomy", taxonomy);
    if standard == Standard::Oruk {
        return term;
    }
    let detail = Thing::of(id_of("taxonomy", taxonomy))
        .with("name", taxonomy)
        .with("description", format!("Words of this directory: {taxonomy}"));
    term.with("taxonomy_id", id_of("taxonomy", taxonomy).to_string()).with("taxonomy_detail", detail)
}
