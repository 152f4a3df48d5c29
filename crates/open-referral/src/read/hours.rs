//! When a service answers: for the clock only what a week can say, all else in
//! words.

use std::collections::BTreeMap;

use directory::day::Day;
use directory::record::OpeningRecord;
use serde_json::Value;

use super::came::Taking;
use super::days::{day, time};
use super::value::{number, text};
use super::words::line;

const DAYS: [(&str, &str, &str); 7] = [
    ("mon", "mo", "Mon"),
    ("tue", "tu", "Tue"),
    ("wed", "we", "Wed"),
    ("thu", "th", "Thu"),
    ("fri", "fr", "Fri"),
    ("sat", "sa", "Sat"),
    ("sun", "su", "Sun"),
];

/// Days as bits, Monday the lowest, by when it opens and closes.
pub(super) type Week = BTreeMap<(String, String), u8>;

/// Takes one schedule into a week, or says it in words.
pub(super) fn take(schedule: &Value, week: &mut Week, taking: &mut Taking<'_, '_>) {
    for name in ["description", "notes"] {
        if let Some(words) = text(schedule, &[name]).map(|words| line(&words)) {
            taking.add_hours(&words);
        }
    }
    attending(schedule, taking);
    let says = spelt(schedule);
    match read(schedule, taking.today()) {
        Ok((days, from, to)) => {
            // Past midnight is two rows: the rest of the night is of the next day.
            if from < to {
                *week.entry((from, to)).or_default() |= days;
            } else {
                let next = (days << 1 | days >> 6) & 0x7f;
                *week.entry((from, "24:00".to_owned())).or_default() |= days;
                if to != "00:00" {
                    *week.entry(("00:00".to_owned(), to)).or_default() |= next;
                }
            }
            taking.took("opening");
        }
        Err(why) => {
            taking.left("opening", why, &says);
            taking.keep("hours", &says);
        }
    }
}

/// How one can come to it, in their words: nobody says that these are ours.
pub(super) fn attending(schedule: &Value, taking: &mut Taking<'_, '_>) {
    let Some(words) = text(schedule, &["attending_type"]).map(|words| line(&words)) else { return };
    let format = match words.to_ascii_lowercase().as_str() {
        "phone" | "telephone" => "phone",
        "online" => "online",
        "home visit" | "home" => "home",
        _ => return taking.keep("how to attend", &words),
    };
    let formats = taking.record.formats.get_or_insert_default();
    if formats.iter().all(|one| one != format) {
        formats.push(format.to_owned());
        taking.stated("formats");
        taking.took("formats");
    }
}

/// The rows of a week, the first day first.
pub(super) fn opening(week: Week) -> Vec<OpeningRecord> {
    let mut rows: Vec<_> = week.into_iter().collect();
    rows.sort_by_key(|(hours, days)| (days.trailing_zeros(), hours.clone()));
    let names = |days: u8| {
        let at = DAYS.iter().enumerate().filter(move |(at, _)| days >> at & 1 == 1);
        at.map(|(_, (name, ..))| (*name).to_owned()).collect()
    };
    rows.into_iter().map(|((from, to), days)| OpeningRecord { days: names(days), from, to }).collect()
}

fn read(schedule: &Value, today: Day) -> Result<(u8, String, String), &'static str> {
    let of = |names: &[&str]| text(schedule, names);
    let ends = of(&["valid_to", "until"]).and_then(|text| day(&text));
    if ends.is_some_and(|ends| ends.days_until(today) > 0) {
        return Err("it has ended, by its own last day");
    }
    if of(&["valid_from"]).and_then(|text| day(&text)).is_some_and(|begins| today.days_until(begins) > 0) {
        return Err("it has not begun, by its own first day");
    }
    let often = of(&["freq"]).unwrap_or_default().to_ascii_lowercase();
    let is_weekly = ["", "weekly", "week"].contains(&often.as_str());
    let interval = number(schedule, &["interval"]).unwrap_or(1.0);
    #[allow(clippy::float_cmp, reason = "a whole number is written as one")]
    if !is_weekly || interval != 1.0 {
        return Err("it is not each week");
    }
    let days = of(&["byday", "weekday"]).ok_or("no day of the week is given")?;
    let days = days.split([',', ';', ' ']).filter(|word| !word.is_empty()).map(weekday);
    let days = days.into_iter().try_fold(0, |all, day| Some(all | day?)).ok_or("its days are not days of each week")?;
    let hour = |names: &[&str]| of(names).and_then(|text| time(&text));
    let (from, to) = (hour(&["opens_at"]), hour(&["closes_at"]));
    let (from, to) = from.zip(to).ok_or("its hours are no times")?;
    // The last minute of a day stands for its end.
    let to = if to == "23:59" { "24:00".to_owned() } else { to };
    if from == to { Err("it opens and closes in the same minute") } else { Ok((days, from, to)) }
}

/// The bit of a day of the week: `Monday`, `mon`, `MO`.
fn weekday(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let is_it = |(long, short, _): &(&str, &str, &str)| word == *short || (word.starts_with(long) && word.len() <= 9);
    DAYS.iter().position(is_it).map(|at| 1 << at)
}

/// A schedule in a line, as far as it says anything.
fn spelt(schedule: &Value) -> String {
    let of = |names: &[&str]| text(schedule, names).unwrap_or_default();
    let days: Vec<String> = of(&["byday", "weekday"]).split([',', ' ']).map(day_in_words).collect();
    let hours = [of(&["opens_at"]), of(&["closes_at"])].map(|text| time(&text).unwrap_or(text));
    let mut said =
        vec![days.join(", "), hours.iter().filter(|hour| !hour.is_empty()).cloned().collect::<Vec<_>>().join(" to ")];
    for (name, words) in
        [("freq", ""), ("bymonthday", "days of the month"), ("valid_from", "from"), ("valid_to", "until")]
    {
        let value = of(&[name]);
        if !value.is_empty() && !value.eq_ignore_ascii_case("weekly") {
            said.push(format!("{words} {value}"));
        }
    }
    let said: Vec<&str> = said.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    line(&said.join(", "))
}

fn day_in_words(word: &str) -> String {
    let at = weekday(word).map(|bit| bit.trailing_zeros() as usize);
    at.and_then(|at| DAYS.get(at)).map_or_else(|| word.to_owned(), |(.., label)| (*label).to_owned())
}
