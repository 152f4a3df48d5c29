//! Names in the files of words: each must be one that search knows.

use directory::age::AgeChoice;
use directory::area::ELSEWHERE;
use directory::closed::Closed;
use directory::finding::Findings;
use directory::record::{AsksRecord, Named};
use directory::vocabulary::{Asker, Audience, CostKind, Format, Kind, Need, Thrive};

use super::super::{Ledger, Whole};

/// The lists that become filters, by their names.
pub(super) fn filters(asks: &AsksRecord) -> [(&'static str, &Named<Vec<String>>); 7] {
    [
        ("ages", &asks.ages),
        ("formats", &asks.formats),
        ("cost", &asks.cost),
        ("kinds", &asks.kinds),
        ("access", &asks.access),
        ("thrive", &asks.thrive),
        ("places", &asks.places),
    ]
}

pub(super) fn check(whole: &Whole<'_>, ledger: &mut Ledger) {
    let words = &whole.data.words;
    if let Some(file) = &words.needs {
        ledger.note(&file.path, |findings| {
            all_known("needs", &file.record.needs, Need::slugs(), findings);
            all_known("faint", &file.record.faint, Need::slugs(), findings);
        });
    }
    let Some(file) = &words.asks else { return };
    let areas = whole.data.site.iter().flat_map(|site| &site.record.areas).filter(|area| area.choice);
    let mut places: Vec<_> = areas.map(|area| area.slug.as_str()).collect();
    places.push(ELSEWHERE);
    ledger.note(&file.path, |findings| {
        let asks = &file.record;
        all_known("ages", &asks.ages, AgeChoice::slugs(), findings);
        all_known("formats", &asks.formats, Format::slugs(), findings);
        all_known("cost", &asks.cost, CostKind::slugs(), findings);
        all_known("kinds", &asks.kinds, Kind::slugs(), findings);
        all_known("access", &asks.access, Asker::slugs(), findings);
        all_known("thrive", &asks.thrive, Thrive::slugs(), findings);
        all_known("who", &asks.who, Audience::slugs(), findings);
        // Without the site nobody knows which places there are.
        if whole.data.site.is_some() {
            all_known("places", &asks.places, &places, findings);
        }
    });
}

/// Names every slug that is none of these. Only an age may be several.
fn all_known(list: &str, named: &Named<Vec<String>>, known: &[&str], findings: &mut Findings) {
    for (name, _) in &named.0 {
        let slugs: Vec<_> = if list == "ages" { name.split(',').collect() } else { vec![name.as_str()] };
        for slug in slugs.into_iter().filter(|slug| !known.contains(slug)) {
            findings.error(&format!("{list}.{name}"), slug, format!("Write one of: {}.", known.join(", ")));
        }
    }
}
