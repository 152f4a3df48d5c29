//! Rules that depend on the date. They are warnings, so that no build turns
//! red by itself overnight; before a release they are made errors.

use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::first_step::FirstStep;
use directory::freshness::Freshness;
use directory::funding::Stage;
use directory::listing::Listing;
use directory::resource::Limit;
use directory::site::Site;

use super::{Ledger, Whole, guarded};
use crate::data::each_text;

/// The names of fields that hold a date.
const DATES: [&str; 10] =
    ["on", "dated", "until", "opens", "closes", "said_on", "opens_on", "last_source", "gathered", "taken_on"];

/// Days on which somebody did something with an entry.
const DONE: [&str; 3] = ["imported.on", "imported.accepted.on", "withdrawn.on"];

pub(super) fn check(whole: &Whole<'_>, today: Day, ledger: &mut Ledger) {
    if let (Some(file), Some(crisis)) = (&whole.data.crisis, &whole.crisis) {
        ledger.note(&file.path, |findings| {
            let clock = whole.site.as_ref().map(|site| site.crisis_clock).unwrap_or_default();
            crisis.overdue(clock, today, findings);
            for route in &crisis.routes {
                not_yet(route.checked, "routes.checked", today, findings);
            }
        });
    }
    ledger.note(&whole.data.history.path, |findings| {
        for line in &whole.data.history.lines {
            not_yet(Some(line.change.on), &format!("line {}, on", line.number), today, findings);
        }
    });
    if let Some(file) = &whole.data.glossary {
        ledger.note(&file.path, |findings| {
            for term in &file.record.terms {
                not_yet(term.dated.as_deref().and_then(Day::read), &format!("terms.{}", term.id), today, findings);
            }
        });
    }
    for (path, value) in whole.data.public() {
        ledger.note(path, |findings| {
            each_text(value, &mut |place, text| {
                too_long_ago(place, text, findings);
                if DONE.contains(&place) {
                    not_yet(Day::read(text), place, today, findings);
                }
            });
        });
    }
    if let (Some(file), Some(site)) = (&whole.data.site, &whole.site) {
        ledger.note(&file.path, |findings| {
            not_yet(site.gathered, "gathered", today, findings);
            not_yet(site.release.as_ref().map(|release| release.on), "release.on", today, findings);
            site.gap_notes.iter().for_each(|note| not_yet(Some(note.on), "gap_notes.on", today, findings));
            for step in FirstStep::all(&site.first_steps, &mut Findings::default()) {
                not_yet(Some(step.on), "first_steps.on", today, findings);
            }
            never_checked(whole, site, findings);
        });
        for entry in &whole.entries {
            let Some(listing) = &entry.listing else { continue };
            ledger.note(&entry.file.path, |findings| of_listing(listing, site, today, findings));
        }
    }
}

fn of_listing(listing: &Listing, site: &Site, today: Day, findings: &mut Findings) {
    let checked = listing.checked.as_ref().map(|check| check.on);
    not_yet(checked, "checked.on", today, findings);
    guarded::dates(listing, today, findings);
    not_yet(listing.last_source, "last_source", today, findings);
    not_yet(listing.availability.said_on, "availability.said_on", today, findings);
    opens_again(listing, today, findings);
    said_long_ago(listing, site, today, findings);
    offers(listing, site, today, findings);
    of_course(listing, today, findings);
    let (Some(on), true) = (checked, listing.standing.is_listed()) else { return };
    let level = match site.terms.freshness(checked, today) {
        Freshness::Late => Level::Advice,
        Freshness::VeryLate => Level::Warning,
        Freshness::Current | Freshness::NeverChecked => return,
    };
    findings.add(level, "checked.on", on.iso(), "Ask the service if it is still right, and write the new date.");
}

/// A wait that was said terms ago tells nobody how long it is now.
fn said_long_ago(listing: &Listing, site: &Site, today: Day, findings: &mut Findings) {
    let now = &listing.availability;
    let is_said = (now.state.is_some() || now.wait.is_some()) && listing.standing.is_listed();
    let Some(said_on) = now.said_on.filter(|_| is_said) else { return };
    if site.terms.freshness(Some(said_on), today) == Freshness::VeryLate {
        let write = "Ask how long the wait is now, and write the new date; or take it out.";
        findings.add(Level::Warning, "availability.said_on", said_on.iso(), write);
    }
}

/// The day that was promised has come: nobody may be kept away any longer.
fn opens_again(listing: &Listing, today: Day, findings: &mut Findings) {
    let promised = listing.availability.opens_on.filter(|_| listing.standing.is_listed());
    if let Some(day) = promised.filter(|day| today.days_until(day.last_day()) <= 0) {
        let write = "Ask if it takes people again, and write how things stand.";
        findings.add(Level::Warning, "availability.opens_on", day.iso(), write);
    }
}

/// What is past is shown apart, with its date: somebody may know of more.
fn offers(listing: &Listing, site: &Site, today: Day, findings: &mut Findings) {
    let resource = listing.resource.as_ref().filter(|_| listing.standing.is_listed());
    not_yet(resource.and_then(|resource| resource.dated), "resource.dated", today, findings);
    if let Some(Limit::Past(last)) = resource.map(|resource| resource.limit(site.resource_months, today)) {
        let write = "Look for a newer version, and write its date; readers are told to check before they use it.";
        findings.add(Level::Advice, "resource.dated", format_args!("past its limit of {}", last.iso()), write);
    }
    let funding = listing.funding.as_ref().filter(|_| listing.standing.is_listed());
    let closed = funding.filter(|funding| funding.stage(today) == Stage::Closed).and_then(|funding| funding.closes);
    if let Some(closes) = closed {
        let write = "Ask if it opens again, and write the new dates; or write \"standing\": \"ended\".";
        findings.add(Level::Advice, "funding.closes", closes.iso(), write);
    }
}

/// A date that is past is shown to nobody, and makes a file harder to read.
fn of_course(listing: &Listing, today: Day, findings: &mut Findings) {
    let Some(training) = &listing.training else { return };
    for one in &training.recommended {
        not_yet(Some(one.on), "training.recommended.on", today, findings);
    }
    let past = training.dates.iter().filter(|session| !session.is_coming(today));
    for session in past.filter(|_| listing.standing.is_listed()) {
        let write = "Take it out: it is past, and no page shows it.";
        findings.add(Level::Advice, "training.dates", session.last().iso(), write);
    }
}

/// A day that has not come is a slip of the pen.
pub(super) fn not_yet(day: Option<Day>, field: &str, today: Day, findings: &mut Findings) {
    if let Some(day) = day.filter(|day| today.days_until(*day) > 0) {
        findings.add(Level::Warning, field, day.iso(), format!("Write a day up to today, {}.", today.iso()));
    }
}

/// A date of a time in which no such thing was written down is a slip of the
/// pen, or an empty cell of somebody's table.
fn too_long_ago(place: &str, text: &str, findings: &mut Findings) {
    const FIRST: i32 = 1980;
    let name = place.rsplit('.').next().unwrap_or_default();
    if !DATES.contains(&name) {
        return;
    }
    if let Some(day) = Day::read(text).filter(|day| day.year() < FIRST) {
        findings.add(Level::Warning, place, day.iso(), "Look the year up again: nothing here is as old as this.");
    }
}

/// One line for all entries: while nobody has checked any, it is no news.
fn never_checked(whole: &Whole<'_>, site: &Site, findings: &mut Findings) {
    let listings = whole.entries.iter().filter_map(|entry| entry.listing.as_ref());
    let never = listings.filter(|listing| listing.standing.is_listed() && listing.checked.is_none()).count();
    if never > 0 {
        let level = if site.release.is_some() { Level::Warning } else { Level::Advice };
        let found = format!("{} that no publisher has checked", crate::record::entries(never));
        findings.add(
            level,
            "release",
            &found,
            "Check each with its service, and write in \"checked\" when, by which role and how.",
        );
    }
}
