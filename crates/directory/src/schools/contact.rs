//! Who answers for a school: roles on both sides, never people.
//!
//! A role is of one school, or of a service for all schools of an area. The
//! nearest counts: what is said of the school itself goes before its area.

use super::{Register, School};
use crate::area::{Areas, Confirmed};
use crate::closed::{Closed, closed_set};
use crate::contact::is_email;
use crate::day::Day;
use crate::finding::{Findings, listed};
use crate::id::{ListingId, SchoolId};
use crate::record::{CoverRecord, RoleContactRecord, school_id};

closed_set! {
    /// A role that answers for a school, on the school's side or on a service's.
    ContactRole {
        MentalHealthLead: "mental-health-lead", "Mental health lead";
        Senco: "senco", "SENCO";
        Dsl: "dsl", "Designated safeguarding lead (DSL)";
        CamhsLinkWorker: "camhs-link-worker", "Link worker in CAMHS";
        Mhst: "mhst", "Mental Health Support Team (MHST)";
        EducationalPsychologist: "educational-psychologist", "Educational psychologist";
        SchoolNurse: "school-nurse", "School nurse";
        EarlyHelp: "early-help", "Early help";
    }
}

/// On which side a role is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the school.
    School,
    /// In a service.
    Service,
}

impl ContactRole {
    /// On which side it is.
    pub fn side(self) -> Side {
        match self {
            Self::MentalHealthLead | Self::Senco | Self::Dsl => Side::School,
            _ => Side::Service,
        }
    }
}

/// For whom a role answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// One school.
    School(SchoolId),
    /// All schools of the area with this slug.
    Area(String),
}

/// A role that answers for a school. Each `None` is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleContact {
    /// Which role.
    pub role: ContactRole,
    /// For whom.
    pub reach: Reach,
    /// The listing of the service that it belongs to.
    pub service: Option<ListingId>,
    /// The mailbox of the role.
    pub mailbox: Option<String>,
    /// When it was last confirmed.
    pub confirmed: Option<Confirmed>,
    /// Who answers in absence.
    pub cover: Option<Cover>,
}

/// Who answers in absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Which role, in words.
    pub says: String,
    /// The mailbox of that role.
    pub mailbox: Option<String>,
}

impl Register {
    /// Who has a role for a school: those of the school itself, else those of
    /// its area. Empty: not known.
    pub fn contacts(&self, role: ContactRole, school: &School, areas: &Areas) -> Vec<&RoleContact> {
        let own = |one: &&RoleContact| matches!(&one.reach, Reach::School(id) if *id == school.id);
        let near = |one: &&RoleContact| match (&one.reach, &school.area) {
            (Reach::Area(slug), Some(area)) => areas.lies_in(area, slug),
            _ => false,
        };
        let of_role = || self.contacts.iter().flatten().filter(move |one| one.role == role);
        let own: Vec<_> = of_role().filter(own).collect();
        if own.is_empty() { of_role().filter(near).collect() } else { own }
    }
}

/// The contact that a record spells. Without its role or its reach there is none.
pub(super) fn read(record: RoleContactRecord, findings: &mut Findings) -> Option<RoleContact> {
    let Some(role) = ContactRole::from_slug(&record.role) else {
        let write = format_args!("Write one of: {}.", listed(ContactRole::slugs()));
        findings.error("contacts.role", &record.role, write);
        return None;
    };
    let reach = match (record.school, record.area, role.side()) {
        (Some(school), None, _) => Reach::School(school_id("contacts.school", &school, findings)?),
        (None, Some(area), Side::Service) => Reach::Area(area),
        (None, Some(area), Side::School) => {
            findings.error("contacts.area", &area, "Write the school's id as school: this role is of one school.");
            return None;
        }
        _ => {
            findings.error("contacts.school", role.slug(), "Write either school, its id, or area, the slug of one.");
            return None;
        }
    };
    Some(RoleContact {
        role,
        reach,
        service: record.service.and_then(|id| service(&id, findings)),
        mailbox: record.mailbox.filter(|mailbox| is_email(mailbox, "contacts.mailbox", findings)),
        confirmed: record.confirmed.and_then(|one| {
            let on = Day::read(&one.on);
            if on.is_none() {
                findings.error("contacts.confirmed", &one.on, "Write a date as 2026-09-21, 2026-09 or 2026.");
            }
            Some(Confirmed { on: on?, by: one.by })
        }),
        cover: record.cover.and_then(|one| cover(one, findings)),
    })
}

fn service(id: &str, findings: &mut Findings) -> Option<ListingId> {
    let service = ListingId::new(id);
    if service.is_none() {
        findings.error("contacts.service", id, "Write the id of a listing.");
    }
    service
}

fn cover(record: CoverRecord, findings: &mut Findings) -> Option<Cover> {
    if record.says.trim().is_empty() {
        findings.error("contacts.cover", "", "Say which role answers in absence.");
        return None;
    }
    let mailbox = record.mailbox.filter(|mailbox| is_email(mailbox, "contacts.cover.mailbox", findings));
    Some(Cover { says: record.says, mailbox })
}
