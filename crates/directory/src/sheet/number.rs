//! Numbers to call and to text as people write them: with a label before or a
//! note behind, with brackets and hyphens, without a space.

use super::words::{Refusal, lines};
use crate::contact::Number;
use crate::record::NumberRecord;

/// Labels that say only that it is a number.
const LABELS: [&str; 14] = [
    "tel",
    "telephone",
    "phone",
    "call",
    "mobile",
    "mob",
    "number",
    "no",
    "t",
    "text",
    "sms",
    "main",
    "helpline",
    "ph",
];

/// Numbers as a cell says them, one on each line: "0800 1111 (day and night)".
pub(super) fn written(numbers: &[NumberRecord]) -> String {
    let line = |one: &NumberRecord| {
        let word = one.word.as_ref().map(|word| format!("{word} to ")).unwrap_or_default();
        let note = if one.note.is_empty() { String::new() } else { format!(" ({})", one.note) };
        format!("{word}{}{note}", one.number)
    };
    numbers.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The numbers that a cell says. Those that were there keep how their digits
/// are grouped.
pub(super) fn read(text: &str, before: &[NumberRecord]) -> Result<Vec<NumberRecord>, Refusal> {
    let mut numbers: Vec<NumberRecord> = Vec::new();
    for line in lines(text).iter().flat_map(|line| apart(line)) {
        let mut number = one(&line)?;
        let known = before.iter().find(|one| digits(&one.number) == digits(&number.number));
        if let Some(known) = known {
            number.number.clone_from(&known.number);
        }
        if numbers.iter().all(|one| digits(&one.number) != digits(&number.number)) {
            numbers.push(number);
        }
    }
    Ok(numbers)
}

/// Several numbers on one line, where a sign between them says so.
fn apart(line: &str) -> Vec<String> {
    for sign in [";", " / ", " or ", " and ", ","] {
        let pieces: Vec<&str> = line.split(sign).map(str::trim).filter(|piece| !piece.is_empty()).collect();
        let begins = |piece: &&str| piece.trim_start_matches(['+', '(']).starts_with(|one: char| one.is_ascii_digit());
        if pieces.len() > 1 && pieces.iter().all(begins) {
            let pieces: Vec<String> = pieces.into_iter().flat_map(apart).collect();
            if pieces.iter().all(|piece| one(piece).is_ok()) {
                return pieces;
            }
        }
    }
    vec![line.to_owned()]
}

fn one(line: &str) -> Result<NumberRecord, Refusal> {
    let refused = || {
        let line = crate::finding::cut(line, 60);
        Refusal::new(format!(
            "There is no number in “{line}” that can be dialled. Write one on each line, as 0800 068 4141 (evenings)."
        ))
    };
    let (word, line) = worded(line);
    let start = line.find(|sign: char| sign.is_ascii_digit() || sign == '+' || sign == '(').ok_or_else(refused)?;
    // A bracket before the number may open a label: "(evenings) 0800 1111".
    let start = line.get(start..).and_then(number_start).map(|more| start + more).ok_or_else(refused)?;
    let (label, rest) = line.split_at(start);
    let length = number_length(rest);
    let (number, note) = rest.split_at(length);
    let is_cut =
        note.starts_with(['E', 'e']) && note.get(1..).is_some_and(|note| note.starts_with(['+', '-', '0', '1']));
    if let Some(why) = lost(number).filter(|_| !is_cut) {
        return Err(why);
    }
    let number = shown(number).filter(|_| !is_cut).ok_or_else(refused)?;
    let note = match (tidy(label), tidy(note)) {
        (label, note) if label.is_empty() || is_label(&label) => note,
        (label, note) if note.is_empty() => label,
        (label, note) => format!("{label}, {note}"),
    };
    if note.chars().filter(char::is_ascii_digit).count() > 6 {
        return Err(Refusal::new("There is more than one number on this line. Write each on a line of its own."));
    }
    Ok(NumberRecord { number, word, note })
}

/// A number whose first nought a spreadsheet has dropped is asked about.
fn lost(number: &str) -> Option<Refusal> {
    let digits = digits(number);
    let is_short = digits.len() == 10 && digits.starts_with(['1', '2', '3', '7', '8']) && !number.contains('+');
    let whole = grouped(&format!("0{digits}"));
    is_short.then(|| {
        Refusal::new(format!("This number may have lost its first 0. If so, write {whole}, in a cell that is text."))
    })
}

/// "SHOUT to 85258" or "Text SHOUT to 85258": the word, and the rest.
fn worded(line: &str) -> (Option<String>, &str) {
    let Some((before, after)) = line.split_once(" to ") else { return (None, line) };
    let word = before.trim().trim_start_matches("Text ").trim_start_matches("text ").trim();
    let word = word.trim_matches(['"', '“', '”', '\'', '‘', '’']);
    let is_word = !word.is_empty() && !word.contains(' ') && word.chars().any(char::is_alphabetic);
    let follows = after.trim_start().starts_with(|one: char| one.is_ascii_digit() || one == '+');
    if is_word && follows { (Some(word.to_owned()), after) } else { (None, line) }
}

/// Where in a text the first run of three digits or more begins.
fn number_start(text: &str) -> Option<usize> {
    let starts = text.char_indices().filter(|(_, sign)| sign.is_ascii_digit() || "+(".contains(*sign));
    starts.map(|(at, _)| at).find(|at| {
        let rest = text.get(*at..).unwrap_or_default();
        digits(rest.get(..number_length(rest)).unwrap_or_default()).len() >= 3
    })
}

/// How far the number reaches: digits and what stands between them.
fn number_length(text: &str) -> usize {
    let is_of_number = |sign: char| sign.is_ascii_digit() || " -.()+‐‑–".contains(sign);
    let end = text.find(|sign: char| !is_of_number(sign)).unwrap_or(text.len());
    let run = text.get(..end).unwrap_or_default();
    // What opens a note is none of it: "0800 1111 (0 pence)".
    let last = run.rfind(|sign: char| sign.is_ascii_digit()).map_or(0, |at| at + 1);
    let opened = run.get(..last).and_then(|run| run.rfind(" (")).filter(|at| *at > 0);
    match opened.filter(|at| digits(run.get(..*at).unwrap_or_default()).len() >= 5) {
        Some(at) => at,
        None => last,
    }
}

/// A note or a label without the signs around it.
fn tidy(text: &str) -> String {
    let bare = text.trim_matches(|sign: char| sign.is_whitespace() || ":;,-–—.[]".contains(sign));
    let inner = bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.unwrap_or(bare).trim().to_owned()
}

fn is_label(text: &str) -> bool {
    let folded = crate::words::fold(text);
    folded.split(' ').all(|word| LABELS.contains(&word))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number with its digits grouped as people here say them; `+44` is the `0`
/// that it stands for. `None`: it is no number.
fn shown(text: &str) -> Option<String> {
    let text = text.trim();
    let at_home = text.strip_prefix("+44").map(|rest| format!("0{}", digits(rest.replace("(0)", "").as_str())));
    let all = at_home.clone().unwrap_or_else(|| digits(text));
    let is_abroad = text.starts_with('+') && at_home.is_none();
    let spaced: Vec<&str> = text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_grouped = spaced.len() > 1 && spaced.iter().all(|part| part.len() <= 6) && at_home.is_none();
    let shown = match (is_grouped, is_abroad) {
        (true, false) => spaced.join(" "),
        (_, true) => format!("+{}", spaced.join(" ")),
        _ => grouped(&all),
    };
    let number = Number { shown, word: None, note: String::new() };
    number.is_plain("", &mut crate::finding::Findings::default()).then_some(number.shown)
}

/// Digits in groups, by the lengths that area codes have in this country.
fn grouped(digits: &str) -> String {
    let lengths: &[usize] = match (digits.len(), digits) {
        (11, d) if d.starts_with("02") => &[3, 4, 4],
        (11, d) if d.starts_with("07") => &[5, 6],
        (11, d) if d.starts_with("011") || d.get(3..4) == Some("1") && d.starts_with("01") => &[4, 3, 4],
        (11, d) if d.starts_with("01") => &[5, 6],
        (11, d) if d.starts_with('0') => &[4, 3, 4],
        (10, d) if d.starts_with("08") => &[4, 6],
        (8, d) if d.starts_with("08") => &[4, 4],
        (6, d) if d.starts_with("116") => &[3, 3],
        _ => &[],
    };
    let mut rest = digits;
    let mut groups = Vec::new();
    for length in lengths {
        let (group, more) = rest.split_at_checked(*length).unwrap_or((rest, ""));
        groups.push(group);
        rest = more;
    }
    if !rest.is_empty() {
        groups.push(rest);
    }
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, lines: &str) {
        assert_eq!(read(text, &[]).map(|all| written(&all)).as_deref(), Ok(lines), "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        check("02079460000", "020 7946 0000");
        check("+44 (0)20 7946 0000", "020 7946 0000");
        check("(020) 7946-0000", "020 7946 0000");
        check("0800 1111", "0800 1111");
        check("08001111", "0800 1111");
        check("116123", "116 123");
        check("Tel: 01632 960001", "01632 960001");
        check("Duty line: 01632960001", "01632 960001 (Duty line)");
        check("01632 960001 ext 12", "01632 960001 (ext 12)");
        check("01632 960001 (evenings)\n07700900123 - Tuesdays", "01632 960001 (evenings)\n07700 900123 (Tuesdays)");
        check("01632 960001 / 01632 960002", "01632 960001\n01632 960002");
        check("01632 960001, 01632 960002; 01632 960001", "01632 960001\n01632 960002");
        check("SHOUT to 85258", "SHOUT to 85258");
        check("Text “HELP” to 85258 (day and night)", "HELP to 85258 (day and night)");
        check("+353 1 234 5678", "+353 1 234 5678");
        check("0800 1111 (5 days)", "0800 1111 (5 days)");
    }

    #[test]
    fn what_cannot_be_dialled_is_refused_and_never_cut() {
        for text in
            ["call us", "12", "7.7009E+09", "01632 960001 call 01632 960002 too", "1234567890123456", "1632960001"]
        {
            assert!(read(text, &[]).is_err(), "{text}: {:?}", read(text, &[]));
        }
    }

    #[test]
    fn a_number_that_was_there_keeps_how_it_is_said() {
        let before = [NumberRecord { number: "08000 562 561".to_owned(), ..NumberRecord::default() }];
        let after = read("08000562561", &before).unwrap();
        assert_eq!(after.first().map(|one| one.number.as_str()), Some("08000 562 561"));
    }
}
