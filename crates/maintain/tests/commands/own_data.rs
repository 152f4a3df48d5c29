//! The data of this repository: sound, whole, and nothing private in what is
//! made from it.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use directory::day::Day;
use directory::finding::Level;
use directory::glossary::Glossary;
use directory::leaflet::{LeafletTexts, may_be_told};
use directory::record::bundle_for_lists;
use directory::self_help::SelfHelp;
use directory::vocabulary::Need;
use directory::{Directory, listing::Standing};
use maintain::check::{self, Dates};
use maintain::data::Data;
use maintain::files::Folder;
use maintain::{bundle, numbers, private};

use crate::folder::TODAY;

/// As many entries as the directory began with. An entry that goes leaves a
/// tombstone, so there are never fewer.
const FIRST: usize = 212;

fn folder() -> Result<Folder> {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"))
}

fn today() -> Result<Day> {
    Day::read(TODAY).context("a day")
}

fn bundled(folder: &Folder) -> Result<String> {
    bundle::run(folder, today()?)?.map_err(|errors| anyhow!("{errors:#?}"))
}

#[test]
fn the_data_has_no_error() -> Result<()> {
    let findings = check::run(&Data::read(&folder()?), today()?, Dates::Lenient);
    let errors: Vec<_> = findings.iter().filter(|finding| finding.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    Ok(())
}

#[test]
fn every_entry_is_there_and_all_but_the_held_are_bundled() -> Result<()> {
    let folder = folder()?;
    assert!(folder.listings.len() >= FIRST, "{}", folder.listings.len());
    let text = bundled(&folder)?;
    let (directory, findings) = Directory::read(&text, today()?).map_err(|why| anyhow!("{why}"))?;
    assert_eq!(findings.iter().filter(|finding| finding.level == Level::Error).count(), 0, "{findings:#?}");
    let bundled: BTreeSet<_> = directory.listings().iter().map(|listing| listing.id.to_string()).collect();
    let data = Data::read(&folder);
    let held = |id: &str| data.listings.iter().any(|file| file.record.id == id && file.record.standing == "held");
    let expected: BTreeSet<_> = folder.listings.iter().map(|file| file.stem.clone()).filter(|id| !held(id)).collect();
    assert_eq!(bundled, expected);
    assert!(directory.listings().iter().all(|listing| listing.standing != Standing::Held));
    Ok(())
}

#[test]
fn no_number_that_stands_only_in_private_notes_is_bundled() -> Result<()> {
    let folder = folder()?;
    let private = private::numbers(&folder);
    assert!(!private.is_empty(), "the notes name numbers that must not be published");
    assert_eq!(private::leaked(&private, &bundled(&folder)?), Vec::<String>::new());
    Ok(())
}

#[test]
fn no_sentence_of_the_private_notes_is_bundled() -> Result<()> {
    let folder = folder()?;
    let text = bundled(&folder)?;
    for note in Data::read(&folder).editor {
        let notes = &note.record.notes;
        assert!(notes.len() < 20 || !text.contains(notes.as_str()), "{}", note.path);
    }
    Ok(())
}

#[test]
fn every_crisis_number_is_in_the_crisis_part_of_the_bundle_alone() -> Result<()> {
    let whole: serde_json::Value = serde_json::from_str(&bundled(&folder()?)?)?;
    let listings = whole["listings"].to_string();
    let routes = whole["crisis"]["routes"].as_array().context("a list")?;
    let shown = routes.iter().flat_map(|route| [&route["call"], &route["text"]["number"]]).filter_map(|n| n.as_str());
    for number in shown.map(numbers::digits).filter(|number| number.len() > 3) {
        assert!(!numbers::names(&listings, &number), "{number}");
    }
    Ok(())
}

/// As many words as were explained first; none goes, since links lead to it.
const FIRST_WORDS: usize = 80;

#[test]
fn every_word_is_explained_and_none_stands_in_the_bundle_for_lists() -> Result<()> {
    let text = bundled(&folder()?)?;
    let (glossary, findings) = Glossary::of_bundle(&text).map_err(|why| anyhow!("{why}"))?;
    assert!(findings.is_empty(), "{findings:#?}");
    assert!(glossary.terms().len() >= FIRST_WORDS, "{}", glossary.terms().len());
    let lists = bundle_for_lists(&text).map_err(|why| anyhow!("{why}"))?;
    let (none, _) = Glossary::of_bundle(&lists).map_err(|why| anyhow!("{why}"))?;
    assert!(none.terms().is_empty());
    let says = &glossary.terms().first().context("a word")?.says;
    assert!(text.contains(says.as_str()) && !lists.contains(says.as_str()));
    Ok(())
}

#[test]
fn published_pages_are_there_for_families_and_no_words_of_ours_are_unapproved() -> Result<()> {
    let text = bundled(&folder()?)?;
    let (pages, findings) = SelfHelp::of_bundle(&text).map_err(|why| anyhow!("{why}"))?;
    assert!(findings.is_empty(), "{findings:#?}");
    let told = Need::for_families().filter(|need| pages.has(*need)).count();
    assert!(told > 20, "{told} needs have a page to read");
    let (texts, findings) = LeafletTexts::of_bundle(&text, today()?).map_err(|why| anyhow!("{why}"))?;
    assert!(findings.is_empty(), "{findings:#?}");
    assert!(texts.texts().iter().all(|text| may_be_told(text.need)));
    Ok(())
}
