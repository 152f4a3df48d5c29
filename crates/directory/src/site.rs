//! The site: who publishes, for which areas, and whether anyone has signed it.

use crate::area::{Areas, ELSEWHERE, MOST_AREAS, NamedArea};
use crate::contact::{is_email, is_web_address};
use crate::day::Day;
use crate::finding::{Findings, listed};
use crate::freshness::Terms;
use crate::gaps::{self, GapNote};
use crate::groupings::Groupings;
use crate::id::ListingId;
use crate::record::{FirstStepRecord, ReleaseRecord, SiteRecord, WHOLE};
use crate::review::{self, CrisisClock};

/// Where "Leave this site" goes when the site's own address is not safe to
/// follow: it must lead away whatever happens. Reading says so as an error.
pub const LEAVE_TO: &str = "https://www.bbc.co.uk/weather";

/// Who publishes, and where.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What the directory is called.
    pub name: String,
    /// A few words under the name.
    pub strapline: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where corrections go. `None`: there is no address.
    pub email: Option<String>,
    /// Where the site is served from. `None`: not settled.
    pub address: Option<String>,
    /// Who signed it. `None`: nobody; it is a trial copy.
    pub release: Option<Release>,
    /// The day on which the entries were gathered.
    pub gathered: Option<Day>,
    /// Where "Leave this site" goes.
    pub leave_to: String,
    /// The listing that gives advice today.
    pub advice: Option<ListingId>,
    /// The listing that gives advice to whoever refers a pupil. `None`: not
    /// known.
    pub referrers_advice: Option<ListingId>,
    /// What a school does first, as it is written: [`FirstStep::all`](crate::first_step::FirstStep::all) reads it.
    /// The app for families has no code for what only school staff read.
    pub first_steps: Vec<FirstStepRecord>,
    /// Its areas.
    pub areas: Areas,
    /// Its school terms, and after how many of them a check is late.
    pub terms: Terms,
    /// After how many months a resource is to be checked before use.
    pub resource_months: u8,
    /// After how many days crisis help is to be checked again.
    pub crisis_clock: CrisisClock,
    /// What it calls the THRIVE groupings, in the order people see.
    pub groupings: Groupings,
    /// What the group that plans provision has noted of emerging needs.
    pub gap_notes: Vec<GapNote>,
}

/// A publisher's signature under the whole directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// By which role.
    pub by: String,
    /// When.
    pub on: Day,
    /// Which role answers for clinical safety.
    pub clinical_safety: String,
}

impl Site {
    /// The site that a record spells.
    pub fn read(record: SiteRecord, findings: &mut Findings) -> Self {
        let gathered = Day::read(&record.gathered);
        if gathered.is_none() {
            findings.error("gathered", &record.gathered, "Write the day on which the entries were gathered.");
        }
        let terms = Terms::new(record.terms.iter().map(String::as_str));
        if terms.is_none() {
            findings.error("terms", listed(&record.terms), "Write the first day of each term as 09-01.");
        }
        let terms = terms.unwrap_or_default();
        let review = record.review.as_ref();
        let (lateness, crisis_clock) = review::read(review, terms.in_a_year(), findings);
        let resource_months = review::resource_months(review, findings);
        let advice = ListingId::new(&record.advice);
        if advice.is_none() {
            findings.error("advice", &record.advice, "Write the id of the listing that gives advice today.");
        }
        let referrers_advice = record.referrers_advice.as_deref().and_then(|id| {
            let read = ListingId::new(id);
            if read.is_none() {
                findings.error("referrers_advice", id, "Write the id of the listing that advises whoever refers.");
            }
            read
        });
        let is_safe = record.leave_to.starts_with("https://");
        if !is_safe {
            findings.error("leave_to", &record.leave_to, "Write an address that starts with https://.");
        }
        let is_safe = is_safe && is_web_address(&record.leave_to, "leave_to", findings);
        let leave_to = if is_safe { record.leave_to } else { LEAVE_TO.to_owned() };
        let email = record.publisher.email.filter(|email| is_email(email, "publisher.email", findings));
        let address = record.publisher.address.filter(|web| is_web_address(web, "publisher.address", findings));
        Self {
            release: release(record.release, findings),
            areas: areas(record.areas, findings),
            name: record.name,
            strapline: record.strapline,
            publisher: record.publisher.name,
            email,
            address,
            gathered,
            leave_to,
            advice,
            terms: terms.late_after(lateness),
            resource_months,
            crisis_clock,
            groupings: Groupings::read(record.thrive, findings),
            gap_notes: if WHOLE { gaps::read_notes(record.gap_notes, findings) } else { Vec::new() },
            first_steps: record.first_steps,
            referrers_advice,
        }
    }

    /// The folder where it is served from, with its last `/`. `None`: not
    /// settled, or the address is that of something else.
    pub fn folder(&self) -> Option<String> {
        let address = self.address.as_deref().filter(|address| is_folder(address))?;
        Some(format!("{}/", address.trim_end_matches('/')))
    }

    /// The same, once somebody has signed a release: a trial copy names itself
    /// nowhere as the directory, and no paper leads to it for years.
    pub fn public_folder(&self) -> Option<String> {
        self.release.as_ref().and_then(|_| self.folder())
    }

    /// What every page says while nobody has signed a release.
    pub fn trial_words(&self) -> Option<String> {
        let gathered = self.gathered.map_or("an unknown day".to_owned(), Day::words);
        self.release.is_none().then(|| {
            format!(
                "Trial copy. Gathered from published pages on {gathered}. Not checked by the council or the services. \
                 In an emergency call 999."
            )
        })
    }
}

/// Whether a web address is that of a folder: not of a page, nor with `?` or `#`.
pub fn is_folder(address: &str) -> bool {
    !address.contains(['?', '#']) && !address.ends_with(".html")
}

fn release(record: ReleaseRecord, findings: &mut Findings) -> Option<Release> {
    let found = match record {
        ReleaseRecord::Word(word) if word == "none" => return None,
        ReleaseRecord::Word(word) => word,
        ReleaseRecord::Signed(signed) => {
            let on = Day::read(&signed.on);
            let has_roles = [&signed.by, &signed.clinical_safety].into_iter().all(|role| !role.trim().is_empty());
            if let (Some(on), true) = (on, has_roles) {
                return Some(Release { by: signed.by, on, clinical_safety: signed.clinical_safety });
            }
            [signed.by, signed.on, signed.clinical_safety].join(", ")
        }
    };
    findings.error("release", &found, "Write \"none\", or by, on and clinical_safety: two roles and a date.");
    None
}

fn areas(records: Vec<crate::record::AreaRecord>, findings: &mut Findings) -> Areas {
    if records.is_empty() || records.len() > MOST_AREAS {
        findings.error("areas", records.len(), format_args!("Write from 1 to {MOST_AREAS} areas."));
    }
    let mut named: Vec<NamedArea> = Vec::new();
    for record in records.into_iter().take(MOST_AREAS) {
        let is_new = named.iter().all(|area| area.slug != record.slug);
        if ListingId::new(&record.slug).is_none() || !is_new || [ELSEWHERE, "national"].contains(&record.slug.as_str())
        {
            findings.error("areas.slug", &record.slug, "Write a slug of its own, of a-z, 0-9 and -.");
            continue;
        }
        if record.choice && record.next_step.trim().is_empty() {
            findings.error("areas.next_step", "", "Say what to do next when nothing fits here.");
        }
        named.push(NamedArea {
            slug: record.slug,
            label: record.label,
            within: record.within,
            is_choice: record.choice,
            next_step: record.next_step,
        });
    }
    Areas { named }
}
