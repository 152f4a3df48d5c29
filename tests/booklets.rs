//! Booklets, as files: whose entries they hold, that every number and every day
//! of them can be read, and that their pages say of the PDF what is so.

use anyhow::{Context, Result, ensure};
use directory::booklet::{Leads, Scope};
use directory::day::Day;
use directory::listing::{Listing, Standing};
use directory::{Address, Directory};
use maintain::bundle;
use maintain::files::Folder;
use std::fs;
use waymark_tests::{Paper, Size};

use super::settled::{WHILE_WAITING, says};
use super::{Site, heads, staff, words};

fn all() -> Result<Vec<Site>> {
    Ok(heads::all_sites()?.into_iter().chain([staff()?]).collect())
}

/// The directory that a site was made of, on the day on which it was.
fn directory(site: &Site) -> Result<Directory> {
    let made = site.page("about.html").and_then(|page| page.split_once(" data-made=\""));
    let made = made.and_then(|(_, rest)| Day::read(rest.split('"').next()?)).context("a page names no day")?;
    let bundle = bundle::run(&Folder::read(&site.data)?, made)?.map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    Ok(Directory::read(&bundle, made).map_err(|why| anyhow::anyhow!("{why}"))?.0)
}

fn paper(site: &Site, scope: Scope, directory: &Directory) -> Result<Paper> {
    let path = scope.file(&directory.site.areas);
    Paper::read(fs::read(site.dist.join(&path)).with_context(|| format!("there is no {path}"))?)
}

/// Every way to reach it and every day of it.
fn must(listing: &Listing) -> Vec<String> {
    let contacts = &listing.contacts;
    let numbers = contacts.phones.iter().chain(&contacts.texts).map(|number| number.shown.clone());
    let written = contacts.emails.iter().chain(&contacts.web).cloned();
    let days = [listing.checked.as_ref().map(|check| check.on), listing.last_source, listing.availability.said_on];
    numbers.chain(written).chain(days.into_iter().flatten().map(Day::words)).chain([listing.name.clone()]).collect()
}

#[test]
fn every_number_and_every_day_of_what_a_booklet_holds_can_be_read() -> Result<()> {
    for site in all()? {
        let directory = directory(&site)?;
        for scope in Scope::all(&directory.site.areas) {
            let (paper, contents) = (paper(&site, scope, &directory)?, directory.booklet(scope));
            let listed = contents.places.iter().flat_map(|place| &place.kinds).flat_map(|(_, those)| those);
            let mut count = 0;
            for listing in listed {
                count += 1;
                for words in must(listing) {
                    ensure!(paper.says(&words), "{scope:?} lacks {words:?} of {}", listing.id);
                }
            }
            ensure!(count > 5, "{scope:?} holds only {count} entries");
            let routes = directory.crisis.routes.iter().flat_map(|route| &route.contacts.phones);
            for number in routes {
                ensure!(paper.says(&format!("Call {}", number.shown)), "{scope:?} lacks {}", number.shown);
            }
            ensure!(paper.says(WHILE_WAITING), "{scope:?} lacks the words while one waits");
            ensure!(paper.says(&directory.today.words()), "{scope:?} does not say when it was made");
            ensure!(
                directory.site.trial_words().is_none_or(|trial| paper.says(&trial)),
                "{scope:?} hides that it is a trial"
            );
        }
    }
    Ok(())
}

#[test]
fn what_is_for_staff_alone_is_in_no_booklet_nor_what_is_held() -> Result<()> {
    for site in all()? {
        let directory = directory(&site)?;
        let paper = paper(&site, Scope::Whole, &directory)?;
        let page = words(site.page("booklet.html").context("there is no booklet.html")?);
        let is_hidden = |listing: &&Listing| !listing.is_for_families() || listing.standing == Standing::Held;
        let hidden: Vec<_> = directory.listings().iter().filter(is_hidden).collect();
        ensure!(!hidden.is_empty(), "nothing is for staff alone");
        for listing in hidden {
            // Its summary, since another entry may speak of its name.
            ensure!(!paper.says(&listing.summary), "{} is in the booklet", listing.id);
            ensure!(!page.contains(&listing.summary), "{} is on the page of the booklet", listing.id);
        }
    }
    Ok(())
}

#[test]
fn what_has_ended_stands_in_the_index_alone_and_says_so() -> Result<()> {
    let mut seen = 0;
    for site in all()? {
        let directory = directory(&site)?;
        let paper = paper(&site, Scope::Whole, &directory)?;
        for name in directory.booklet(Scope::Whole).by_name {
            let Leads::Ended(next) = name.leads else { continue };
            let now = next.map(|next| format!(": see {}", next.name)).unwrap_or_default();
            ensure!(
                paper.says(&format!("{} (has ended{now})", name.name)),
                "{} does not say that it has ended",
                name.name
            );
            seen += 1;
        }
    }
    ensure!(seen > 3, "only {seen} have ended");
    Ok(())
}

#[test]
fn nothing_of_a_booklet_is_cut_off_pale_or_too_small_and_its_letters_are_in_it() -> Result<()> {
    for site in all()? {
        let directory = directory(&site)?;
        let paper = paper(&site, Scope::Whole, &directory)?;
        ensure!(paper.is_on(Size::A4)?, "it is on {:?}", paper.sizes()?);
        paper.is_sound("booklet")?;
    }
    Ok(())
}

#[test]
fn a_page_says_of_its_booklet_how_heavy_and_how_long_it_is() -> Result<()> {
    for site in all()? {
        let directory = directory(&site)?;
        for scope in Scope::all(&directory.site.areas) {
            let areas = &directory.site.areas;
            let address = scope.slug(areas).map_or(Address::Booklet, |slug| Address::BookletOf(slug.to_owned()));
            let text = site.page(&address.file()).with_context(|| format!("there is no {}", address.file()))?;
            let paper = paper(&site, scope, &directory)?;
            let pages = format!("{} pages", paper.sheets.len());
            ensure!(words(text).contains(&pages), "{} does not say {pages}", address.file());
            let bytes = paper.bytes().len();
            let weight = if bytes < 1_000_000 {
                format!("PDF, {} KB", bytes.div_ceil(1000))
            } else {
                format!("PDF, {}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
            };
            ensure!(words(text).contains(&weight), "{} does not say {weight}", address.file());
            ensure!(
                text.contains(&format!("href=\"{}\"", scope.file(areas))),
                "{} has no way to the PDF",
                address.file()
            );
            ensure!(says(text, WHILE_WAITING), "{} lacks the words while one waits", address.file());
        }
    }
    Ok(())
}
