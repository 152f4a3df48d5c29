//! What only a course has: lengths to count with, a price, dates with places.

use super::opening;
use super::words::{Refusal, lines, plain};
use crate::closed::Closed;
use crate::contact::is_web_address;
use crate::day::{Day, typed};
use crate::finding::Findings;
use crate::record::{PriceRecord, SessionRecord, TimeRecord};
use crate::training::{Mode, Per, Unit};
use crate::words::fold_apart;

/// Lengths as a cell says them: "2 days (In person)", one way on each line.
pub(super) fn times_written(times: &[TimeRecord]) -> String {
    let line = |time: &TimeRecord| {
        let to = time.to.map(|to| format!(" to {to}")).unwrap_or_default();
        let unit = Unit::from_slug(&time.unit).map_or(time.unit.as_str(), |unit| unit.label());
        let label = |slug: &String| Mode::from_slug(slug).map_or(slug.clone(), |mode| mode.label().to_owned());
        let mode = time.mode.as_ref().map(|mode| format!(" ({})", label(mode))).unwrap_or_default();
        format!("{}{to} {unit}{mode}", time.from)
    };
    times.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lengths that a cell says.
pub(super) fn times(text: &str) -> Result<Vec<TimeRecord>, Refusal> {
    lines(&text.replace(';', "\n")).iter().map(|line| time(line)).collect()
}

fn time(line: &str) -> Result<TimeRecord, Refusal> {
    let refused = || {
        Refusal::new(
            "Write a number and minutes, half days, days, sessions or weeks, as 2 days (Online). Write one way on each line.",
        )
    };
    let (line, mode) = match line.split_once('(') {
        Some((line, mode)) => {
            let mode = fold_apart(mode);
            let known = Mode::ALL.iter().find(|one| fold_apart(one.label()) == mode || fold_apart(one.slug()) == mode);
            (line, Some(known.ok_or_else(refused)?.slug().to_owned()))
        }
        None => (line, None),
    };
    let folded = fold_apart(&line.replace(['-', '–'], " to "));
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| match word {
        "half" | "one" | "a" => Some(1),
        other => other.parse::<u32>().ok().filter(|count| (1..=u32::from(u16::MAX)).contains(count)),
    };
    let (from, to, unit) = match words.as_slice() {
        ["half", "a", "day"] | ["half", "day"] => (1, None, vec!["half", "days"]),
        [from, "to", to, unit @ ..] => {
            (number(from).ok_or_else(refused)?, Some(number(to).ok_or_else(refused)?), unit.to_vec())
        }
        [from, unit @ ..] => (number(from).ok_or_else(refused)?, None, unit.to_vec()),
        [] => return Err(refused()),
    };
    let unit = unit.join(" ");
    let is_it = |one: &&Unit| unit == one.label() || format!("{unit}s") == one.label();
    let unit = Unit::ALL.iter().find(is_it).ok_or_else(refused)?;
    if to.is_some_and(|to| to <= from) {
        return Err(refused());
    }
    Ok(TimeRecord { unit: unit.slug().to_owned(), from, to, mode })
}

/// A price as a cell says it: "£45.50 a person".
pub(super) fn price_written(price: Option<&PriceRecord>) -> String {
    let Some(price) = price else { return String::new() };
    let pence = price.pence.map(|pence| format!(".{pence:02}")).unwrap_or_default();
    let per = Per::from_slug(&price.per).map_or(price.per.as_str(), |per| per.label());
    format!("£{}{pence} {per}", price.pounds)
}

/// The price that a cell says.
pub(super) fn price(text: &str) -> Result<PriceRecord, Refusal> {
    let refused =
        || Refusal::new("Write one price in pounds and what it is for, as £45.50 a person, a course or a school.");
    let text = plain(text);
    let bare = text.trim_start_matches('£').replace(',', "");
    let end = bare.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(bare.len());
    let (amount, rest) = bare.split_at(end);
    let (pounds, pence) = amount.split_once('.').map_or((amount, None), |(pounds, pence)| (pounds, Some(pence)));
    let pence = match pence {
        Some(pence) if pence.len() == 2 => Some(pence.parse().map_err(|_| refused())?),
        Some(_) => return Err(refused()),
        None => None,
    };
    let rest = fold_apart(rest);
    let unit = rest
        .strip_prefix("a ")
        .or_else(|| rest.strip_prefix("per "))
        .or_else(|| rest.strip_prefix("each "))
        .unwrap_or(&rest);
    let per = match unit {
        "person" | "head" | "place" | "delegate" => Per::Person,
        other => Per::from_slug(other).ok_or_else(refused)?,
    };
    Ok(PriceRecord { pounds: pounds.parse().map_err(|_| refused())?, pence, per: per.slug().to_owned() })
}

/// Dates as a cell says them, one on each line: days; hours; place; address.
pub(super) fn dates_written(dates: &[SessionRecord]) -> String {
    let line = |one: &SessionRecord| {
        let words = |iso: &String| Day::read(iso).map_or_else(|| iso.clone(), Day::words);
        let until = one.until.as_ref().map(|until| format!(" to {}", words(until))).unwrap_or_default();
        let hours = one.from.as_ref().map(|from| match &one.to {
            Some(to) => format!("{from} to {to}"),
            None => format!("from {from}"),
        });
        let days = Some(format!("{}{until}", words(&one.on)));
        let parts = [days, hours, one.place.clone(), one.web.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    dates.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The dates that a cell says.
pub(super) fn dates(text: &str) -> Result<Vec<SessionRecord>, Refusal> {
    lines(text).iter().map(|line| session(line)).collect()
}

fn session(line: &str) -> Result<SessionRecord, Refusal> {
    let refused = || {
        let line = crate::finding::cut(line, 60);
        Refusal::new(format!(
            "We do not understand “{line}”. Write one date on each line, as 12 January 2027; 09:30 to 16:00; Town Hall."
        ))
    };
    let mut parts = line.split(';').map(str::trim).filter(|part| !part.is_empty());
    let days = parts.next().ok_or_else(refused)?;
    let (on, until) = match days.split_once(" to ") {
        Some((on, until)) => (typed::day(on), Some(typed::day(until).ok_or_else(refused)?)),
        None => (typed::day(days), None),
    };
    let on = on.filter(|on| until.is_none_or(|until| *on <= until)).ok_or_else(refused)?;
    let mut session = SessionRecord { on: on.iso(), until: until.map(Day::iso), ..SessionRecord::default() };
    for part in parts {
        if let (true, Some((from, to))) = (session.from.is_none(), hours(part)) {
            (session.from, session.to) = (Some(from), to);
        } else if part.starts_with("http") && session.web.is_none() {
            let is_right = is_web_address(part, "", &mut Findings::default());
            session.web = Some(part.to_owned()).filter(|_| is_right);
            session.web.as_ref().ok_or_else(refused)?;
        } else if session.place.is_none() {
            session.place = Some(part.to_owned());
        } else {
            return Err(refused());
        }
    }
    Ok(session)
}

fn hours(part: &str) -> Option<(String, Option<String>)> {
    let written = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let lower = part.to_lowercase().replace(['–', '-'], " to ");
    let begins = |text: &str| opening::minute(text, false);
    match lower.split_once(" to ") {
        Some((from, to)) => {
            let (from, to) = (begins(from)?, begins(to)?);
            (from < to).then(|| (written(from), Some(written(to))))
        }
        None => Some((written(begins(lower.trim_start_matches("from "))?), None)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_with_their_unit() {
        let read = |text: &str| times(text).map(|all| times_written(&all)).ok();
        assert_eq!(read("2 days; 4 sessions (online)").as_deref(), Some("2 days\n4 sessions (Online)"));
        assert_eq!(read("5-6 days").as_deref(), Some("5 to 6 days"));
        assert_eq!(read("half a day").as_deref(), Some("1 half days"));
        assert_eq!(read("1 day (in person)").as_deref(), Some("1 days (In person)"));
        for text in ["2", "days", "2 pigeons", "2 days (moon)", "6 to 5 days", "0 days"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_price_has_an_amount_and_what_it_is_for() {
        let read = |text: &str| price(text).map(|one| price_written(Some(&one))).ok();
        assert_eq!(read("£45.50 per person").as_deref(), Some("£45.50 a person"));
        assert_eq!(read("1,200 a course").as_deref(), Some("£1200 a course"));
        for text in ["£45", "free", "£45.5 a person", "£10 to £20 a person", "£45 a pigeon", "£99999999999 a course"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_has_its_days_its_hours_and_its_place() {
        let read = |text: &str| dates(text).map(|all| dates_written(&all)).ok();
        let whole = "12 January 2027 to 19 January 2027; 09:30 to 16:00; Town Hall; https://example.org/book";
        assert_eq!(read(whole).as_deref(), Some(whole));
        assert_eq!(
            read("12/1/27; 9.30am - 4pm; town hall").as_deref(),
            Some("12 January 2027; 09:30 to 16:00; town hall")
        );
        for text in ["soon", "19/01/2027 to 12/01/2027", "12/01/2027; a; b", "31/02/2027", "12/01/2027; https://a b"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
