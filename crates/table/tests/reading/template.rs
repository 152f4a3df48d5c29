//! The template that goes out is the template that comes back.

use std::io::{Cursor, Read};

use directory::day::Day;
use directory::finding::Findings;
use directory::record::{ListingRecord, SiteRecord};
use directory::sheet::{Column, Sheet, Wanted};
use directory::site::Site;
use table::{Book, Headings, plain, read, template};
use zip::ZipArchive;

/// A template with two made-up entries and some empty rows.
fn made_up() -> Sheet {
    let site =
        Site::read(SiteRecord { name: "Made up & Co".to_owned(), ..SiteRecord::default() }, &mut Findings::default());
    let entry = |id: &str, name: &str, summary: &str| ListingRecord {
        id: id.to_owned(),
        name: name.to_owned(),
        summary: summary.to_owned(),
        kind: "service".to_owned(),
        standing: "active".to_owned(),
        ..ListingRecord::default()
    };
    let long = "Made up for tests. ".repeat(60);
    let entries = [entry("nest", "The “Nest”, Zoë’s & more", "=1+1"), entry("hill", "Hill <View>", long.trim())];
    let wanted = Wanted {
        partner: "made-up",
        partner_name: "Made up",
        site: &site,
        sent_on: Day::of(2026, 11, 21).unwrap(),
        blank: 3,
    };
    Sheet::of(&wanted, &entries.iter().collect::<Vec<_>>())
}

fn headings(book: &Book) -> Vec<Option<Headings<Column>>> {
    book.sheets.iter().map(|sheet| sheet.headings(Column::of_heading)).collect()
}

/// Every cell of every entry, as it is read again.
fn returned(book: &Book, sheet: &Sheet) -> Vec<Vec<String>> {
    let (place, headings) = headings(book).into_iter().enumerate().find_map(|(at, one)| Some((at, one?))).unwrap();
    assert_eq!(headings.row, 1);
    assert_eq!(headings.unread().count(), 0);
    let rows = book.sheets[place].below(headings.row);
    let column = |one: &directory::sheet::Heading| headings.column(one.column).unwrap();
    rows.iter().map(|row| sheet.columns.iter().map(|one| row.text(column(one)).to_owned()).collect()).collect()
}

fn sent(sheet: &Sheet) -> Vec<Vec<String>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(|cell| plain(cell)).collect()).collect()
}

#[test]
fn a_template_comes_back_as_it_went_out() {
    let sheet = made_up();
    let book = read(&template::xlsx(&sheet).unwrap(), "template.xlsx").unwrap();
    assert_eq!(returned(&book, &sheet), sent(&sheet));
    let book = read(template::list(&sheet).as_bytes(), "template.csv").unwrap();
    assert_eq!(returned(&book, &sheet), sent(&sheet));
}

#[test]
fn of_its_sheets_one_alone_looks_like_entries() {
    let book = read(&template::xlsx(&made_up()).unwrap(), "template.xlsx").unwrap();
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["How to fill this in", "Entries", "Words to choose from"]);
    let is_there: Vec<_> = headings(&book).iter().map(Option::is_some).collect();
    assert_eq!(is_there, [false, true, false]);
}

#[test]
fn the_same_template_makes_the_same_bytes() {
    assert_eq!(template::xlsx(&made_up()).unwrap(), template::xlsx(&made_up()).unwrap());
}

#[test]
fn a_template_says_in_words_how_each_column_is_filled_in() {
    let sheet = made_up();
    let book = read(&template::xlsx(&sheet).unwrap(), "template.xlsx").unwrap();
    let guide: Vec<&str> =
        book.sheets[0].rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.text.as_str())).collect();
    for column in sheet.columns.iter().filter(|one| one.column != Column::Marks) {
        assert!(guide.contains(&column.heading.as_str()), "{}", column.heading);
        assert!(guide.iter().any(|said| said.starts_with(plain(&column.note).as_str())), "{}", column.note);
    }
    for paragraph in &sheet.guidance {
        assert!(guide.contains(&plain(paragraph).as_str()), "{paragraph}");
    }
}

/// A part of the workbook, as it is packed.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn words_are_offered_headings_stay_in_sight_and_nothing_is_changed_by_typing() {
    let bytes = template::xlsx(&made_up()).unwrap();
    let entries = part(&bytes, "xl/worksheets/sheet2.xml");
    let lists = entries.matches("<dataValidation type=\"list\"").count();
    let offered = made_up().columns.iter().filter(|one| !one.choices.is_empty()).count();
    assert!(lists >= offered && offered > 10, "{lists} of {offered}");
    assert!(entries.contains("state=\"frozen\""));
    assert!(entries.contains("<tableParts"));
    assert!(!entries.contains("<f>"), "a formula was written");
    assert!(part(&bytes, "xl/styles.xml").contains("numFmtId=\"49\""), "cells are not text");
    let notes = part(&bytes, "xl/comments1.xml").matches("<comment ").count();
    assert_eq!(notes, made_up().columns.len() - 1);
}
