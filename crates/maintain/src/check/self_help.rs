//! Rules of published pages to read at home, and of our own words on leaflets:
//! a link is safe and says plainly what it covers, and words about health name
//! the clinical role that approved them.

use directory::day::Day;
use directory::finding::{Findings, Level};
use directory::leaflet::LeafletTexts;
use directory::record::LeafletRecord;
use directory::resource::Limit;
use directory::self_help::{HelpPage, SelfHelp};

use super::dates::not_yet;
use directory::person;

use super::{Ledger, Whole, plain};

/// The most sentences that say what a page covers.
const MOST: usize = 2;
/// The most sentences of a part of a leaflet: it is one side of paper.
const MOST_ON_PAPER: usize = 5;

pub(super) fn check(whole: &Whole<'_>, today: Day, ledger: &mut Ledger) {
    if let Some(file) = &whole.data.self_help {
        ledger.note(&file.path, |findings| {
            let pages = SelfHelp::read(file.record.pages.clone(), findings);
            pages.pages().iter().for_each(|page| of_page(page, findings));
            let unseen = pages.pages().iter().filter(|page| page.is_unconfirmed).count();
            if unseen > 0 {
                let found = format_args!("{unseen} pages that nobody has looked at");
                let write = "Open each; if title and words are right, take \"unconfirmed\" out.";
                findings.add(Level::Advice, "pages.unconfirmed", found, write);
            }
        });
    }
    if let Some(file) = &whole.data.leaflets {
        ledger.note(&file.path, |findings| {
            LeafletTexts::read(&file.record.leaflets, today, findings);
            file.record.leaflets.iter().for_each(|leaflet| of_leaflet(leaflet, findings));
        });
    }
}

/// What depends on the date.
pub(super) fn check_dates(whole: &Whole<'_>, today: Day, ledger: &mut Ledger) {
    let months = whole.site.as_ref().map(|site| site.resource_months);
    if let (Some(file), Some(months)) = (&whole.data.self_help, months) {
        ledger.note(&file.path, |findings| {
            for page in SelfHelp::read(file.record.pages.clone(), &mut Findings::default()).pages() {
                let field = place(page);
                not_yet(page.dated, &field, today, findings);
                if let Limit::Past(last) = page.limit(months, today) {
                    let write = "Open the page and write its newer date; readers are told to check before they use it.";
                    findings.add(Level::Advice, &field, format_args!("past its limit of {}", last.iso()), write);
                }
            }
        });
    }
    if let (Some(file), Some(months)) = (&whole.data.leaflets, months) {
        ledger.note(&file.path, |findings| {
            for leaflet in &file.record.leaflets {
                let on = leaflet.approved.as_ref().and_then(|approved| Day::read(&approved.on));
                let field = format!("leaflets.{}", leaflet.need);
                not_yet(on, &field, today, findings);
                if let Limit::Past(last) = directory::resource::limit(on, months, today) {
                    let found = format_args!("approved for use up to {}", last.iso());
                    findings.add(Level::Warning, &field, found, "Ask the clinical role to approve the words again.");
                }
            }
        });
    }
}

/// Where a page stands, by need and title, since its place tells nobody.
fn place(page: &HelpPage) -> String {
    use directory::closed::Closed;
    format!("pages.{}.{}", page.need.slug(), page.title)
}

fn of_page(page: &HelpPage, findings: &mut Findings) {
    let field = place(page);
    if !page.web.starts_with("https://") {
        findings.error(&field, &page.web, "Write an address that starts with https://.");
    }
    plainly(&field, &page.says, MOST, findings);
    if page.source.is_none() {
        findings.add(Level::Warning, &field, "", "Write in \"source\" how we know of the page.");
    }
}

fn of_leaflet(leaflet: &LeafletRecord, findings: &mut Findings) {
    let field = format!("leaflets.{}", leaflet.need);
    match &leaflet.approved {
        None => {
            let write = "Not published until \"approved\" names a clinical role and a day.";
            findings.add(Level::Advice, &field, "approved by nobody", write);
        }
        Some(approved) => {
            if let Some(name) = person::named_in(&approved.role, &[]) {
                let write = format_args!("Write the role alone: “{name}” looks like a person's name or title.");
                findings.error(&field, &approved.role, write);
            }
        }
    }
    for part in [&leaflet.what_it_is, &leaflet.what_helps] {
        part.iter().for_each(|said| plainly(&field, said, MOST, findings));
        if part.len() > MOST_ON_PAPER {
            let write = format_args!("Keep {MOST_ON_PAPER} at most: the leaflet is one side of paper.");
            findings.add(Level::Warning, &field, format_args!("{} sentences", part.len()), write);
        }
    }
}

/// What would make words plainer.
fn plainly(field: &str, said: &str, most: usize, findings: &mut Findings) {
    for (count, sentence) in plain::long_sentences(said) {
        findings.add(Level::Advice, field, sentence, plain::shorter(count));
    }
    if plain::sentences(said) > most {
        findings.add(Level::Advice, field, said, format_args!("Say it in {most} sentences at most."));
    }
    if !said.ends_with(['.', '!', '?']) {
        findings.add(Level::Advice, field, said, "End it with a full stop.");
    }
}
