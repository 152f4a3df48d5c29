//! Crisis help: the one place of its numbers, with its own shorter clock.
//!
//! Unless a publisher looks more often, a check is due at 30 days, warned at
//! 45; at 60 a release fails, while a site already published keeps showing the
//! numbers with their date. Nothing about crisis is ever hidden.

use crate::contact::{is_email, is_web_address};
use crate::day::Day;
use crate::finding::{Findings, Level};
use crate::listing::{Contacts, Number};
use crate::record::{CrisisRecord, RouteRecord, SourceRecord, StripLineRecord};
use crate::review::CrisisClock;

/// Every way to get help now.
#[derive(Clone, Debug, Default)]
pub struct Crisis {
    /// The three lines at the top of every page.
    pub strip: Vec<StripLine>,
    /// The routes, in the order in which people see them.
    pub routes: Vec<Route>,
}

/// A line of the strip: bold words, a link, the rest.
#[derive(Clone, Debug)]
pub struct StripLine {
    /// The bold words.
    pub lead: String,
    /// Where the link goes: `tel:` or `sms:`.
    pub href: String,
    /// The words of the link.
    pub link: String,
    /// What follows the link.
    pub tail: String,
}

impl StripLine {
    /// What stands between the link and what follows it.
    pub fn gap(&self) -> &'static str {
        if self.tail.is_empty() || self.tail.starts_with(',') { "" } else { " " }
    }
}

/// One way to get help now.
#[derive(Clone, Debug)]
pub struct Route {
    /// Its id; a crisis listing has the same.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Whom it is for: its part of the urgent page.
    pub group: Group,
    /// Whether it stands in the pinned crisis block.
    pub is_in_block: bool,
    /// What to do, in a plain sentence.
    pub says: String,
    /// How to reach it.
    pub contacts: Contacts,
    /// When it answers. `None`: not known.
    pub hours: Option<String>,
    /// When two roles last checked it. `None`: nobody yet.
    pub checked: Option<Day>,
    /// Where it was found.
    pub sources: Vec<SourceRecord>,
}

/// Whom a route is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Anyone.
    Everyone,
    /// Children and young people.
    Children,
    /// Adults who are worried about a child.
    WorriedAdults,
    /// Deaf and speech-impaired people.
    Deaf,
}

impl Crisis {
    /// The routes that a record spells.
    pub fn read(record: CrisisRecord, findings: &mut Findings) -> Self {
        let routes: Vec<_> = record.routes.into_iter().filter_map(|one| route(one, findings)).collect();
        for (at, route) in routes.iter().enumerate() {
            if route.id.is_empty() || routes.iter().take(at).any(|earlier| earlier.id == route.id) {
                findings.error("routes.id", &route.id, "Write an id of its own for each route.");
            }
        }
        let strip: Vec<_> = record.strip.into_iter().filter_map(|line| strip_line(line, &routes, findings)).collect();
        if strip.len() != 3 {
            findings.error("strip", strip.len(), "Write exactly three lines, each with a route.");
        }
        if !routes.iter().any(|route| route.is_in_block) {
            findings.error("routes", "", "Mark the routes of the pinned block with \"block\": true.");
        }
        Self { strip, routes }
    }

    /// The route with this id.
    pub fn route(&self, id: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.id == id)
    }

    /// The routes of the pinned crisis block.
    pub fn block(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter().filter(|route| route.is_in_block)
    }

    /// The routes for one group.
    pub fn group(&self, group: Group) -> impl Iterator<Item = &Route> {
        self.routes.iter().filter(move |route| route.group == group)
    }

    /// The day on which, or after which, every route was checked. `None`: one of
    /// them never was.
    pub fn checked(&self) -> Option<Day> {
        let mut days = self.routes.iter().map(|route| route.checked);
        let first = days.next()??;
        days.try_fold(first, |oldest, day| Some(oldest.min(day?)))
    }

    /// What the clock has to say on a day, as warnings.
    pub fn overdue(&self, clock: CrisisClock, today: Day, findings: &mut Findings) {
        for route in &self.routes {
            let Some(checked) = route.checked else {
                findings.add(
                    Level::Advice,
                    "routes.checked",
                    &route.id,
                    "Two roles call it, and write who, when and how.",
                );
                continue;
            };
            let days = checked.days_until(today);
            if days >= clock.due {
                let found = format!("{}: checked {days} days ago", route.id);
                let level = if days >= clock.warn { Level::Warning } else { Level::Advice };
                findings.add(level, "routes.checked", &found, "Check it again: two roles, with date and means.");
            }
        }
    }
}

fn route(record: RouteRecord, findings: &mut Findings) -> Option<Route> {
    let group = match record.group.as_str() {
        "everyone" => Group::Everyone,
        "children" => Group::Children,
        "worried-adults" => Group::WorriedAdults,
        "deaf" => Group::Deaf,
        other => {
            findings.error("routes.group", other, "Write everyone, children, worried-adults or deaf.");
            return None;
        }
    };
    let call = record.call.map(|call| Number { shown: call, word: None, note: String::new() });
    let text = record.text.map(|text| Number { shown: text.number, word: text.word, note: text.note });
    let contacts = Contacts {
        phones: call.into_iter().filter(|call| call.is_plain("routes.call", findings)).collect(),
        texts: text.into_iter().filter(|text| text.is_plain("routes.text", findings)).collect(),
        emails: record.email.into_iter().filter(|email| is_email(email, "routes.email", findings)).collect(),
        web: record.web.filter(|web| is_web_address(web, "routes.web", findings)),
        ways: Default::default(),
    };
    let checked = record.checked.and_then(|check| {
        let day = Day::read(&check.on);
        if day.is_none() || check.by.len() != 2 || check.means.is_empty() {
            findings.error("routes.checked", &record.id, "Write when (on), by which two roles (by) and how (means).");
        }
        day
    });
    if record.says.trim().is_empty() {
        findings.error("routes.says", &record.id, "Say what to do, in a plain sentence.");
    }
    Some(Route {
        group,
        id: record.id,
        name: record.name,
        is_in_block: record.block,
        says: record.says,
        contacts,
        hours: record.hours,
        checked,
        sources: record.sources,
    })
}

fn strip_line(record: StripLineRecord, routes: &[Route], findings: &mut Findings) -> Option<StripLine> {
    let route = routes.iter().find(|route| route.id == record.route);
    let call = || route.and_then(|route| route.contacts.phones.first()).map(Number::call_link);
    let text = || route.and_then(|route| route.contacts.texts.first()).map(Number::text_link);
    let href = call().or_else(text);
    if href.is_none() {
        findings.error("strip.route", &record.route, "Write the id of a route with a number to call or text.");
    }
    Some(StripLine { lead: record.lead, href: href?, link: record.link, tail: record.tail })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::NumberRecord;

    #[test]
    fn one_route_that_nobody_has_checked_leaves_all_unchecked() {
        let route = |day: &str| Route {
            id: String::new(),
            name: String::new(),
            group: Group::Everyone,
            is_in_block: false,
            says: String::new(),
            contacts: Contacts::default(),
            hours: None,
            checked: Day::read(day),
            sources: Vec::new(),
        };
        let check = |days: &[&str], expected: Option<&str>| {
            let crisis = Crisis { routes: days.iter().map(|day| route(day)).collect(), ..Crisis::default() };
            assert_eq!(crisis.checked().map(Day::iso).as_deref(), expected, "{days:?}");
        };
        check(&["2026-09-03", "2026-08-01", "2026-10-01"], Some("2026-08-01"));
        check(&["2026-09-03", ""], None);
        check(&["", "2026-09-03"], None);
        check(&[], None);
    }

    #[test]
    fn a_route_keeps_only_what_is_safe_to_follow_and_is_never_hidden() {
        let route = RouteRecord {
            id: "one".to_owned(),
            group: "everyone".to_owned(),
            says: "Call.".to_owned(),
            call: Some("call us".to_owned()),
            text: Some(NumberRecord { number: "85258".to_owned(), ..NumberRecord::default() }),
            email: Some("nobody".to_owned()),
            web: Some("javascript:alert(1)".to_owned()),
            ..RouteRecord::default()
        };
        let mut findings = Findings::default();
        let crisis = Crisis::read(CrisisRecord { routes: vec![route], ..CrisisRecord::default() }, &mut findings);
        let contacts = crisis.route("one").map(|route| &route.contacts);
        assert!(contacts.is_some_and(|all| all.phones.is_empty() && all.emails.is_empty() && all.web.is_none()));
        assert!(contacts.is_some_and(|all| all.texts.len() == 1));
        for field in ["routes.call", "routes.email", "routes.web"] {
            assert!(findings.list().iter().any(|finding| finding.field == field), "{field}");
        }
    }
}
