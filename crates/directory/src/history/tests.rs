use super::*;
use crate::area::Areas;
use crate::crisis::Crisis;
use crate::record::{ListingRecord, WordsRecord, listing};
use crate::site::Site;
use crate::{Directory, Listing};

const TODAY: &str = "2026-11-21";

fn day(iso: &str) -> Day {
    match Day::read(iso) {
        Some(day) => day,
        None => unreachable!("{iso} is a day"),
    }
}

fn entry(id: &str, change: impl FnOnce(&mut ListingRecord)) -> Listing {
    let mut record = ListingRecord { id: id.to_owned(), name: format!("The {id}"), ..ListingRecord::default() };
    record.kind = "service".to_owned();
    record.standing = "active".to_owned();
    record.summary = "Made up for tests.".to_owned();
    record.audience.push("parent".to_owned());
    change(&mut record);
    match listing(record, &mut Findings::default()) {
        Some(listing) => listing,
        None => unreachable!("{id} is a listing"),
    }
}

fn ended(record: &mut ListingRecord) {
    record.standing = "ended".to_owned();
    record.successor = Some("none-known".to_owned());
}

/// Changes from lines such as `2026-10-01 sleep changed ages,cost`.
fn history(lines: &[&str]) -> History {
    let change = |line: &&str| {
        let mut words = line.splitn(4, ' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        let (on, id, what, rest) = (next(), next(), next(), next());
        let mut record = ChangeRecord { on, id, what, ..ChangeRecord::default() };
        match record.what.as_str() {
            "renamed" => record.was = Some(rest),
            _ => record.fields = rest.split(',').filter(|field| !field.is_empty()).map(str::to_owned).collect(),
        }
        Change::read(&record, &mut Findings::default())
    };
    History::new(lines.iter().filter_map(change).collect())
}

fn directory(listings: Vec<Listing>, lines: &[&str]) -> Directory {
    let site = Site { name: "Testway".to_owned(), areas: Areas::default(), ..Site::default() };
    let mut directory = Directory::new(site, Crisis::default(), WordsRecord::default(), listings, day(TODAY));
    directory.history = history(lines);
    directory
}

/// The groups as words: `changed: sleep (ages, cost)`.
fn told(directory: &Directory, since: Since) -> Vec<String> {
    let changes = directory.changes(since.period(&directory.site.terms, directory.today));
    let of = |item: &Item<'_>| {
        let words: Vec<_> = item.fields.iter().map(|field| field.words()).collect();
        let fields = if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) };
        format!("{}{fields}", item.listing.id)
    };
    let group = |(what, items): &(What, Vec<Item<'_>>)| {
        format!("{}: {}", what.slug(), items.iter().map(of).collect::<Vec<_>>().join("; "))
    };
    let kept = changes.kept.iter().map(|item| format!("kept: {}", of(item)));
    changes.groups.iter().map(group).chain(kept).collect()
}

#[test]
fn what_was_gathered_is_not_called_new() {
    let of = directory(vec![entry("sleep", |_| {})], &["2026-11-21 sleep gathered"]);
    assert_eq!(told(&of, Since::ThisTerm), Vec::<String>::new());
    assert_eq!(of.history.of(&of.listings()[0]).len(), 1);
}

#[test]
fn a_field_that_changed_twice_is_told_once_with_its_last_day() {
    let lines =
        ["2026-10-02 sleep changed cost", "2026-09-01 sleep changed ages,cost", "2026-08-31 sleep changed hours"];
    let of = directory(vec![entry("sleep", |_| {})], &lines);
    assert_eq!(told(&of, Since::ThisTerm), ["changed: sleep (ages, cost)"]);
    assert_eq!(told(&of, Since::LastTerm), ["changed: sleep (hours)"]);
    let changes = of.changes(Since::ThisTerm.period(&of.site.terms, of.today));
    assert_eq!(changes.groups[0].1[0].on, day("2026-10-02"));
}

#[test]
fn a_new_entry_is_new_and_nothing_else() {
    let lines = ["2026-10-01 sleep new", "2026-10-02 sleep changed ages", "2026-10-03 sleep checked checked"];
    assert_eq!(told(&directory(vec![entry("sleep", |_| {})], &lines), Since::ThisTerm), ["new: sleep"]);
}

#[test]
fn what_is_told_of_closing_holds_today() {
    let lines = ["2026-10-01 sleep closed standing", "2026-10-02 sleep reopened standing"];
    assert_eq!(told(&directory(vec![entry("sleep", ended)], &lines), Since::ThisTerm), ["closed: sleep"]);
    let open = directory(vec![entry("sleep", |_| {})], &lines);
    assert_eq!(told(&open, Since::ThisTerm), ["reopened: sleep"]);
}

#[test]
fn held_entries_and_those_that_are_gone_are_in_no_answer() {
    let held = |record: &mut ListingRecord| record.standing = "held".to_owned();
    let lines = ["2026-10-01 sleep changed ages", "2026-10-01 sleep withdrawn standing", "2026-10-01 gone new"];
    assert_eq!(told(&directory(vec![entry("sleep", held)], &lines), Since::ThisTerm), Vec::<String>::new());
}

#[test]
fn lines_under_a_former_id_belong_to_the_entry_of_today() {
    let moved = |record: &mut ListingRecord| record.former_slugs.push("rest".to_owned());
    let of = directory(vec![entry("sleep", moved)], &["2026-10-01 rest changed ages", "2026-10-02 sleep renamed Rest"]);
    assert_eq!(told(&of, Since::ThisTerm), ["changed: sleep (ages)", "renamed: sleep"]);
    assert_eq!(of.history.of(&of.listings()[0]).len(), 2);
}

#[test]
fn a_name_that_is_back_was_not_changed() {
    let lines = ["2026-10-01 sleep renamed The sleep", "2026-10-02 sleep renamed Rest"];
    assert_eq!(told(&directory(vec![entry("sleep", |_| {})], &lines), Since::ThisTerm), Vec::<String>::new());
}

#[test]
fn our_own_keeping_stands_apart() {
    let lines = ["2026-10-01 sleep changed sources,stated", "2026-10-01 rest changed sources,ages"];
    let of = directory(vec![entry("sleep", |_| {}), entry("rest", |_| {})], &lines);
    assert_eq!(told(&of, Since::ThisTerm), ["changed: rest (ages, sources)", "kept: sleep (sources)"]);
}

#[test]
fn what_two_copies_both_recorded_stands_once_in_the_log() {
    let of =
        directory(vec![entry("sleep", |_| {})], &["2026-10-01 sleep changed ages", "2026-10-01 sleep changed ages"]);
    assert_eq!(of.history.of(&of.listings()[0]).len(), 1);
}

#[test]
fn a_newsletter_names_each_entry_with_its_news() {
    let next = |record: &mut ListingRecord| {
        ended(record);
        record.successor = Some("rest".to_owned());
    };
    let lines =
        ["2026-10-01 rest renamed Rest *now*", "2026-10-02 old closed standing", "2026-10-03 rest changed ages"];
    let mut of = directory(vec![entry("rest", |_| {}), entry("old", next)], &lines);
    let write = |of: &Directory, style| {
        let changes = of.changes(Since::ThisTerm.period(&of.site.terms, of.today));
        Newsletter::new(of, &changes, style).write()
    };
    let text = write(&of, Style::Text);
    let expected = "What changed in Testway, since 1 September 2026\n\nChanged (1)\n- The rest: ages (3 October 2026)\n\n\
        Renamed (1)\n- The rest, which was called Rest *now* (1 October 2026)\n\n\
        Closed (1)\n- The old has closed. Use The rest instead (2 October 2026)\n\n\
        What changed before 1 October 2026 is not told here.\n\nTrial copy.";
    assert!(text.starts_with(expected), "{text}");
    of.site.address = Some("https://example.org/help".to_owned());
    let markdown = write(&of, Style::Markdown);
    assert!(markdown.contains(
        "- [The rest](https://example.org/help/staff/service/rest.html), which was called Rest \\*now\\* (1"
    ));
    assert!(
        markdown.starts_with("## What changed in Testway, since 1 September 2026\n\n### Changed (1)\n\n- [The rest]"),
        "{markdown}"
    );
    assert!(write(&of, Style::Text).contains("(3 October 2026)\n  https://example.org/help/staff/service/rest.html\n"));
    of.history = History::default();
    assert!(write(&of, Style::Text).contains("\nNothing was recorded as changed since 1 September 2026.\n"));
}

#[test]
fn staff_pages_hold_two_years_and_say_where_they_begin() {
    let line = |on: &str, id: &str, what: &str| format!(r#"{{"on": "{on}", "id": "{id}", "what": "{what}"}}"#);
    let kept = |lines: &[String]| {
        let text = format!("[{}, 1, {{}}]", lines.join(", "));
        let Ok(Json::List(lines)) = Json::parse(&text) else { unreachable!("{text}") };
        let told = |record: ChangeRecord| format!("{} {} {}", record.on, record.id, record.what);
        on_pages(&lines, Some(day("2028-02-29"))).into_iter().map(told).collect::<Vec<_>>()
    };
    let gathered = [line("2025-01-01", "a", "gathered"), line("2025-01-01", "b", "gathered")];
    let late = line("2026-02-28", "a", "changed");
    let all = [gathered.as_slice(), std::slice::from_ref(&late)].concat();
    assert_eq!(kept(&all), ["2026-02-28 a changed", "2025-01-01 a gathered"]);
    let all = [gathered.as_slice(), &[line("2026-02-27", "a", "changed"), late]].concat();
    assert_eq!(kept(&all), ["2026-02-28 a changed"]);
}

#[test]
fn a_newsletter_is_not_filled_with_checks() {
    let write = |count: usize| {
        let listings: Vec<_> = (0..count).map(|number| entry(&format!("e{number}"), |_| {})).collect();
        let lines: Vec<_> = (0..count).map(|number| format!("2026-10-01 e{number} checked")).collect();
        let of = directory(listings, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let changes = of.changes(Since::ThisTerm.period(&of.site.terms, of.today));
        Newsletter::new(&of, &changes, Style::Text).write()
    };
    assert_eq!(write(20).matches("- The e").count(), 20);
    let many = write(21);
    assert!(many.contains("Newly checked (21)\n- The page of each says when it was checked\n"), "{many}");
}
