//! The term as lines for a terminal, and as one object for scripts.

use anyhow::Result;
use directory::closed::Closed;
use directory::day::Day;
use directory::term::{Entry, Share, State, Tally};
use serde_json::{Value, json};

use super::Told;

/// How many signs a bar has.
const BAR: usize = 24;

/// A name that is longer stands on a line of its own.
const LONGEST_NAME: usize = 38;

/// The sign of each state in a bar.
fn sign(state: State) -> char {
    match state {
        State::Checked => '#',
        State::ToCheck => '.',
        State::Late => 'l',
        State::Never => '?',
        State::VeryLate => '!',
    }
}

/// A bar that is divided as the entries are.
fn bar(tally: Tally) -> String {
    let (mut bar, mut before) = (String::new(), 0);
    let place = |count: usize| BAR * count / tally.all().max(1);
    for state in State::ALL {
        let until = before + tally.count(*state);
        bar.extend(std::iter::repeat_n(sign(*state), place(until) - place(before)));
        before = until;
    }
    format!("[{bar:<BAR$}]")
}

/// Lines for a terminal.
pub(super) fn text(told: &Told<'_>) -> String {
    let (term, tally) = (&told.term, told.term.tally());
    let mut text = format!("{}\n\n", told.heading());
    for state in State::ALL {
        text += &format!("{:>5} {:<20} {}  {}\n", tally.count(*state), state.label(), sign(*state), state.meaning());
    }
    text += &format!("{:>5} {:<20} {}\n", tally.all(), "all", bar(tally));
    let names = term.answering().map(|share| share.name.chars().count()).filter(|wide| *wide <= LONGEST_NAME).max();
    let names = names.unwrap_or_default().max("Partner".len());
    let numbers = |cells: [String; 6]| cells.map(|cell| format!("{cell:>10}")).concat();
    let heads = ["checked", "to check", "late", "never", "very late", "all"].map(str::to_owned);
    text += &format!("\n{:<names$}  {:<wide$}{}  asked\n", "Partner", "", numbers(heads), wide = BAR + 2);
    for share in term.answering() {
        let tally = share.tally();
        let count = |state| tally.count(state).to_string();
        let all = [State::Checked, State::ToCheck, State::Late, State::Never, State::VeryLate].map(count);
        let [checked, to_check, late, never, very_late] = all;
        let cells = numbers([checked, to_check, late, never, very_late, tally.all().to_string()]);
        let is_long = share.name.chars().count() > names;
        let name = if is_long { format!("{}\n{:<names$}", share.name, "") } else { format!("{:<names$}", share.name) };
        text += &format!("{name}  {}{cells}  {}\n", bar(tally), told.asked(share.id).unwrap_or_else(|| "-".to_owned()));
    }
    if told.with_entries {
        term.shares.iter().for_each(|share| text += &entries(share));
    }
    told.notes().iter().for_each(|note| text += &format!("\n{note}\n"));
    text
}

/// Each entry of a partner on a line.
fn entries(share: &Share<'_>) -> String {
    let mut text = format!("\n{}\n", share.name);
    for entry in &share.entries {
        text += &format!("    {} ({}): {}\n", entry.listing.name, entry.listing.id, said(entry));
    }
    for listing in &share.apart {
        text += &format!("    {} ({}): shown nowhere until you decide\n", listing.name, listing.id);
    }
    text
}

/// How an entry stands: "late, last checked 3 May 2026".
pub(super) fn said(entry: &Entry<'_>) -> String {
    let state = entry.state.label();
    match &entry.listing.checked {
        Some(check) if entry.state != State::Never => format!("{state}, last checked {}", check.on.words()),
        _ => state.to_owned(),
    }
}

/// One object.
pub(super) fn json(told: &Told<'_>) -> Result<String> {
    let counts = |tally: Tally| -> Value {
        State::ALL.iter().map(|state| (state.slug().to_owned(), json!(tally.count(*state)))).collect()
    };
    let entry = |entry: &Entry<'_>| {
        json!({
            "id": entry.listing.id.as_str(), "name": entry.listing.name, "state": entry.state.slug(),
            "checked": entry.listing.checked.as_ref().map(|check| check.on.iso()),
            "late_from": entry.late_from.map(Day::iso),
        })
    };
    let partners = told.term.shares.iter().map(|share| {
        json!({
            "id": share.id, "name": share.name, "counts": counts(share.tally()),
            "asked": told.log.days(share.id, told.term.first).iter().map(|day| day.iso()).collect::<Vec<_>>(),
            "entries": share.entries.iter().map(entry).collect::<Vec<_>>(),
            "not_shown": share.apart.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        })
    });
    let term = &told.term;
    let told = json!({
        "day": term.today.iso(), "from": term.first.iso(), "to": term.last().map(Day::iso),
        "counts": counts(term.tally()), "partners": partners.collect::<Vec<_>>(),
    });
    Ok(serde_json::to_string_pretty(&told)? + "\n")
}
