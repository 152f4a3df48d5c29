//! What can be read on paper: numbers, days, page numbers, and words that are
//! words.

use crate::book::{HOSTILE, book, checked, number};
use booklet::{MISSING, Paper, Printed, print};
use directory::booklet::Book;
use directory::day::Day;

/// More than a page of each index, and some that are longer than a page.
pub const COUNT: usize = 60;

/// A booklet, made on the day of the tests.
pub fn printed(book: &Book, paper: Paper) -> Printed {
    print(book, paper, Day::read("2026-11-21").unwrap()).unwrap()
}

/// The text of each page, with one space between words.
fn pages(printed: &Printed) -> Vec<String> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(&printed.bytes).unwrap();
    pages.iter().map(|page| bare(page)).collect()
}

/// Without spaces: a line may end anywhere.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn every_number_and_every_day_can_be_read_on_both_sizes_of_paper() {
    for paper in [Paper::A4, Paper::A5] {
        let printed = printed(&book(COUNT), paper);
        let text = pages(&printed).concat();
        assert_eq!(pages(&printed).len(), printed.pages);
        for at in 0..COUNT {
            assert!(text.contains(&bare(&number(at))), "{paper:?} {at}");
            assert!(text.contains(&bare(&format!("Checked {}. End of {at}.", checked(at)))), "{paper:?} {at}");
        }
        for way in ["Call 999", "Text WORD to 85258", "Call 116 123"] {
            assert!(text.contains(&bare(way)), "{paper:?} {way}");
        }
    }
}

#[test]
fn words_that_would_be_commands_are_words() {
    let printed = printed(&book(HOSTILE.len()), Paper::A4);
    let text = pages(&printed).concat();
    for words in HOSTILE {
        // As what it is, as the name of a fact, and as the fact.
        assert!(text.matches(&bare(words)).count() >= 3, "{words}");
    }
    assert!(printed.missing.is_empty());
}

#[test]
fn every_page_says_which_edition_it_is_and_has_its_number_and_help() {
    let printed = printed(&book(COUNT), Paper::A4);
    for (at, page) in pages(&printed).iter().enumerate() {
        assert!(page.contains("Madeup,editionof21November2026."), "page {}", at + 1);
        assert!(page.contains("Lifeatrisk:call999"), "page {}", at + 1);
        let foot = page.rsplit("Madeup,edition").next().unwrap();
        assert!(foot.contains(&(at + 1).to_string()), "page {}: {foot}", at + 1);
    }
}

#[test]
fn contents_and_indexes_name_the_right_pages() {
    let book = book(COUNT);
    let printed = printed(&book, Paper::A4);
    let pages = pages(&printed);
    let page_with = |words: &str| pages.iter().position(|page| page.contains(words)).map(|at| at + 1).unwrap();
    let of_indexes: Vec<&String> =
        pages.iter().filter(|page| page.contains("Gone(hasended)") || page.contains("....")).collect();
    for at in 0..COUNT {
        // Where it stands in full it says who provides it.
        let stands = page_with(&format!("Madeup{at}Madeupfortests"));
        let note = if at.is_multiple_of(3) { "(Havering)" } else { "" };
        let line = format!("Madeup{at}{note}");
        let named: Vec<usize> = of_indexes.iter().flat_map(|page| named_after(page, &line)).collect();
        assert_eq!(named, [stands, stands], "{line}");
    }
    for (title, words) in
        [("Here", "HereServices"), ("Everywhere", "EverywhereHelplines"), ("AtoZ", "AtoZOurownsorting.")]
    {
        let contents = pages.iter().find(|page| page.starts_with("Contents")).unwrap();
        assert_eq!(named_after(contents, title).first(), Some(&page_with(words)), "{title}");
    }
}

/// The numbers that follow these words, dots between.
fn named_after(page: &str, words: &str) -> Vec<usize> {
    let number = |rest: &str| {
        let dots = rest.trim_start_matches(['.', '\u{2060}']);
        let digits: String = dots.chars().take_while(char::is_ascii_digit).collect();
        // Page numbers of an index are followed by the next line's words.
        (dots.len() < rest.len()).then(|| digits.parse().ok()).flatten()
    };
    page.match_indices(words).filter_map(|(at, found)| number(&page[at + found.len()..])).collect()
}

#[test]
fn from_the_same_words_come_the_same_bytes() {
    let book = book(9);
    assert_eq!(printed(&book, Paper::A4), printed(&book, Paper::A4));
    assert_ne!(printed(&book, Paper::A4).bytes, printed(&book, Paper::A5).bytes);
}

#[test]
fn a_letter_that_the_typeface_lacks_is_marked_and_named() {
    let mut book = book(1);
    book.parts[0].groups[0].title = "A \u{1f642} and a \u{4e00}".to_owned();
    let printed = printed(&book, Paper::A4);
    assert_eq!(printed.missing.iter().copied().collect::<String>(), "\u{4e00}\u{1f642}");
    assert!(pages(&printed).concat().contains(&bare(&format!("A {MISSING} and a {MISSING}"))));
}
