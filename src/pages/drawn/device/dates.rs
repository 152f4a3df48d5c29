//! The dates of an entry for a calendar: those that its data gives, and that
//! are still to come on the day of the build.

use super::{numbers, origin};
use crate::components::table::wait;
use crate::pages::calendar::{self, Happening, When, session_id};
use directory::Directory;
use directory::coming::{Occasion, coming};
use directory::funding::Funding;
use directory::listing::Listing;
use directory::resource::Resource;
use directory::training::{Session, words};

/// The file of an entry that has any.
pub(super) fn dates(directory: &Directory, listing: &Listing) -> Option<String> {
    let today = directory.today;
    let coming = coming(listing, directory.site.resource_months, today);
    let mut sessions = 0..;
    let happenings = coming.iter().map(|occasion| {
        let at = if matches!(occasion, Occasion::Session(_)) { sessions.next() } else { None };
        happening(directory, listing, *occasion, at.unwrap_or(0))
    });
    (!coming.is_empty()).then(|| calendar::calendar("Dates of an entry", today, happenings))
}

/// `at` is which of the dates of a course it is, as a plan counts them.
fn happening<'a>(directory: &Directory, listing: &Listing, occasion: Occasion<'a>, at: usize) -> Happening<'a> {
    let name = &listing.name;
    let day = |what: &str, words: &str, day, category, lines: Vec<String>| Happening {
        id: format!("{}-{what}", listing.id),
        name: format!("{name}{words}"),
        when: When::Day(day),
        web: listing.contacts.web.clone(),
        category,
        lines,
    };
    let mut happening = match occasion {
        Occasion::OpensAgain(on) => {
            let said = wait(listing).map(|words| format!("{words}."));
            day("opens-again", ": it says it opens again", on, "Opening", said.into_iter().collect())
        }
        Occasion::Session(session) => Happening {
            id: session_id(&listing.id, session, at),
            name: name.clone(),
            when: When::Session(session),
            web: session.web.as_ref().or(listing.contacts.web.as_ref()).cloned(),
            category: "Training",
            lines: of_course(listing, session),
        },
        Occasion::FundingOpens(on) => day("opens", ": one can apply from today", on, "Funding", of_money(listing)),
        Occasion::FundingCloses(on) => day("closes", ": last day to apply", on, "Funding", of_money(listing)),
        Occasion::LookForNewer(on) => day("newer", ": look for a newer version", on, "Review", of_version(listing)),
    };
    happening.lines.extend(numbers(listing));
    happening.lines.extend(origin(directory, listing));
    happening
}

fn of_course(listing: &Listing, session: &Session) -> Vec<String> {
    let length = words::length(listing).unwrap_or_else(|| words::NOT_KNOWN.to_owned());
    vec![format!("When: {}", session.when()), format!("Length: {length}")]
}

fn of_money(listing: &Listing) -> Vec<String> {
    let lines = |funding: &Funding| {
        let known = |words: &Option<String>| words.clone().unwrap_or_else(|| "not known: ask".to_owned());
        let when = format!("{}.", funding.when().join(". "));
        vec![format!("How much: {}", known(&funding.amount)), format!("Who may apply: {}", known(&funding.who)), when]
    };
    listing.funding.as_ref().map(lines).unwrap_or_default()
}

fn of_version(listing: &Listing) -> Vec<String> {
    let lines = |resource: &Resource| {
        let version = resource.version.as_ref().map(|version| format!("Version: {version}"));
        let from = format!("{}. Check before you use it after today.", resource.dated_words());
        version.into_iter().chain([from]).collect()
    };
    listing.resource.as_ref().map(lines).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::made_up;
    use super::*;
    use icalendar::{Calendar, CalendarComponent, Component, Event, EventLike};
    use serde_json::{Value, json};

    /// The events of an entry of this kind, as another hand reads them.
    fn read_back(kind: &str, field: &str, value: Value) -> Vec<Event> {
        let mut entry = made_up::clinic();
        (entry["kind"], entry[field]) = (json!(kind), value);
        let directory = made_up::directory(&entry, true);
        let text = dates(&directory, directory.listings().first().unwrap());
        let Some(text) = text else { return Vec::new() };
        // A folded line has 75 octets and the space that says so.
        assert!(text.lines().all(|line| line.trim_start_matches(' ').len() <= 75), "{text}");
        let read: Calendar = text.parse().unwrap();
        read.components.iter().filter_map(CalendarComponent::as_event).cloned().collect()
    }

    fn check(event: &Event, id: &str, name: &str, words: &[&str]) {
        assert_eq!(event.get_uid(), Some(id));
        let (summary, description) = (event.get_summary().unwrap(), event.get_description().unwrap());
        assert!(
            summary.starts_with("A made-up clinic; for \"worries\", a\\b and é") && summary.ends_with(name),
            "{summary}"
        );
        let origin = "made on 21 November 2026. This changes. Look at its page before you count on it.";
        for words in words.iter().chain(&["Call 01632 960401", "Checked 3 November 2026.", origin]) {
            assert!(description.contains(words), "no {words:?} in {description}");
        }
    }

    #[test]
    fn the_day_on_which_it_opens_again_is_its_own_word() {
        let now = json!({ "state": "paused", "said_on": "2026-11-02", "opens_on": "2027-01-11" });
        let events = read_back("service", "availability", now);
        let [event] = events.as_slice() else { unreachable!("{events:?}") };
        let said = "Paused: taking nobody (said 2 November 2026).";
        check(event, "clinic-opens-again@waymark", ": it says it opens again", &[said]);
        assert_eq!(event.property_value("DTSTART"), Some("20270111"));
        assert_eq!(event.property_value("DTEND"), Some("20270112"));
    }

    #[test]
    fn money_opens_and_closes_on_the_days_that_it_gives() {
        let mut entry = made_up::clinic();
        entry["availability"] = Value::Null;
        let money = json!({ "amount": "Up to £500", "opens": "2026-12-01", "closes": "2027-02-28" });
        let events = read_back("funding", "funding", money);
        let ids: Vec<_> = events.iter().filter_map(|event| event.get_uid()).collect();
        assert_eq!(ids, ["clinic-opens-again@waymark", "clinic-opens@waymark", "clinic-closes@waymark"]);
        let lines = ["How much: Up to £500", "Who may apply: not known: ask", "Closes on 28 February 2027."];
        check(&events[2], "clinic-closes@waymark", ": last day to apply", &lines);
        assert_eq!(events[2].property_value("DTSTART"), Some("20270228"));
    }

    #[test]
    fn a_date_of_a_course_is_known_by_the_name_that_it_has_in_a_plan() {
        let course = json!({ "dates": [{ "on": "2026-11-20" }, { "on": "2027-01-12", "from": "09:30", "to": "16:00", "place": "Hall" }] });
        let events = read_back("training", "training", course);
        assert_eq!(events.len(), 2, "the one that is past is none");
        check(&events[1], "clinic-20270112-1@waymark", "is folded", &["When: 12 January 2027, 9:30 to 16:00"]);
        assert_eq!(events[1].get_location(), Some("Hall"));
    }

    #[test]
    fn a_version_is_looked_for_anew_when_its_limit_has_come() {
        let events = read_back("resource", "resource", json!({ "version": "2", "dated": "2026-03-01" }));
        let lines = ["Version: 2", "From 1 March 2026. Check before you use it after today."];
        check(&events[1], "clinic-newer@waymark", ": look for a newer version", &lines);
    }

    #[test]
    fn an_entry_without_a_date_has_no_file() {
        assert!(read_back("service", "availability", json!({ "state": "open" })).is_empty());
        assert!(read_back("service", "availability", json!({ "state": "paused", "opens_on": "2027-01" })).is_empty());
    }
}
