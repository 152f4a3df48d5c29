//! What is taken away from the gap map can be read by others: its rows by a
//! reader of comma-separated values, its picture by one of XML.

use crate::made_up::{bundle, records, today};
use directory::age::AgeChoice;
use directory::closed::Closed;
use directory::csv::row;
use directory::gaps::{GapChoices, Layers, State};
use directory::vocabulary::Need;
use directory::{Directory, record::ListingRecord};
use proptest::collection::vec;
use proptest::prelude::*;

/// A publisher whose own words would break what is written without care.
fn hostile(records: &[ListingRecord]) -> Directory {
    let mut bundle: serde_json::Value = serde_json::from_str(&bundle(records)).unwrap();
    bundle["site"]["name"] = "=cmd|' /C calc'!A1 <script>alert(1)</script> & \"quoted\" \u{1b}[31m".into();
    bundle["site"]["areas"][0]["label"] = "@Havering, \"north\" & <south>".into();
    Directory::read(&bundle.to_string(), today()).unwrap().0
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn map_of(directory: &Directory, layers: Layers) -> directory::gaps::GapMap {
    let area = GapChoices::areas(&directory.site.areas).next();
    directory.gaps(GapChoices { area, layers, ..GapChoices::default() })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_words_come_back_from_a_row_and_none_begins_a_formula(words in vec(".{0,12}", 1..6)) {
        let back = cells(&row(&words)).pop().unwrap_or_default();
        // A row of one empty cell is an empty line, which readers pass over; so
        // is the mark of the byte order where a file begins.
        prop_assume!(words != [""] && !words[0].starts_with('\u{feff}'));
        for (word, read) in words.iter().zip(&back) {
            let is_formula = word.starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert_eq!(read.strip_prefix('\'').filter(|_| is_formula).unwrap_or(read), word);
            prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
        prop_assert_eq!(back.len(), words.len());
    }

    #[test]
    fn each_cell_of_the_map_is_one_row_that_says_of_what_it_is(records in records(24)) {
        let directory = hostile(&records);
        for layers in [Layers::Together, Layers::Each] {
            let map = map_of(&directory, layers);
            let rows = cells(&map.csv(&directory));
            prop_assert_eq!(rows.len(), 1 + map.layers.len() * 28 * 5);
            for row in rows.iter().skip(1) {
                let layer = map.layers.iter().position(|one| one.map_or("all", Closed::slug) == row[4]).unwrap();
                let (need, age) = (Need::from_slug(&row[1]).unwrap(), AgeChoice::from_slug(&row[3]).unwrap());
                let cell = map.cell(layer, need, age);
                let counts = [cell.local, cell.wider, cell.national, cell.doubtful, cell.ask];
                let counts = counts.map(|count| count.to_string());
                prop_assert_eq!(&row[6..11], counts.as_slice());
                prop_assert_eq!((row[0].as_str(), row[5].as_str()), (need.label(), cell.state().slug()));
                prop_assert_eq!(row[11].as_str(), "'@Havering, \"north\" & <south>");
                prop_assert_eq!(row[15].as_str(), "2026-11-21");
            }
        }
    }

    #[test]
    fn the_picture_draws_each_cell_in_its_state_and_has_no_colour_of_its_own(records in records(24)) {
        let directory = hostile(&records);
        for layers in [Layers::Together, Layers::Each] {
            let map = map_of(&directory, layers);
            let picture = map.picture(&directory);
            let read = roxmltree::Document::parse(&picture).unwrap();
            for state in State::ALL {
                let drawn = read.descendants().filter(|node| node.attribute("class") == Some(state.slug())).count();
                let counted: usize = (0..map.layers.len()).map(|layer| map.how_many(layer, *state)).sum();
                prop_assert_eq!(drawn, counted, "{:?}", state);
            }
            prop_assert!(read.descendants().all(|node| !["script", "style", "a"].contains(&node.tag_name().name())));
            for paint in read.descendants().flat_map(|node| node.attributes().collect::<Vec<_>>()) {
                if ["fill", "stroke"].contains(&paint.name()) {
                    prop_assert!(paint.value() == "currentColor" || paint.value().starts_with("url(#"), "{:?}", paint);
                }
            }
            let title = read.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "desc"))).unwrap();
            prop_assert!(title.text().unwrap().contains("@Havering, \"north\" & <south>"));
            prop_assert!(title.text().unwrap().contains("21 November 2026"));
        }
    }
}
