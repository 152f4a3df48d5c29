//! The number beside an option is what a person finds who counts by hand: of
//! all that is listed, those that fit with this option alone in its group.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use directory::Directory;
use directory::filters::{Filters, options};
use directory::search::{Outcome as Fit, Query, View, judge};
use waymark_tests::{Engine, Manner, Outcome, Page, Visit, visit};

const CHOSEN: [&str; 6] = [
    "",
    "need=sleep",
    "age=primary&need=anxiety,school-avoidance&area=havering",
    "area=southwark&cost=free",
    "thrive=getting-help&access=parent",
    "age=y6&need=low-mood&kind=service",
];

/// Every option that is on show, with its number.
fn shown(page: &Page<'_>) -> Result<BTreeMap<String, usize>> {
    let found = page.ask(
        "return [...document.querySelectorAll('[data-count]')].map((item) => {
            const box = item.querySelector('input');
            return [box.name + '=' + box.value, item.dataset.count, item.querySelector('.choices__count').firstChild.data];
        })",
    )?;
    let mut all = BTreeMap::new();
    for item in found.as_array().context("no options")? {
        let word = |at: usize| item[at].as_str().unwrap_or_default().trim().to_owned();
        ensure!(word(1) == word(2), "{} says {} and shows {}", word(0), word(1), word(2));
        all.insert(word(0), word(1).parse()?);
    }
    Ok(all)
}

/// The same, counted one listing after another.
fn counted(directory: &Directory, filters: Filters, view: View) -> BTreeMap<String, usize> {
    let areas = &directory.site.areas;
    let everything = directory.search(Query { view, ..Query::default() });
    let rows = [everything.fits, everything.any, everything.may].concat();
    let listings: Vec<_> = rows.into_iter().filter_map(|row| directory.at(row)).collect();
    let all = directory::filters::GROUPS.into_iter().flat_map(|group| options(group, areas));
    all.map(|choice| {
        let alone = filters.lifted(choice.group()).toggled(choice);
        let fit = listings.iter().filter(|listing| judge(listing, alone, areas).0 == Fit::Fits).count();
        (format!("{}={}", choice.group().key(), choice.slug(areas)), fit)
    })
    .collect()
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let directory = crate::site::directory(&visit::fixtures()?)?;
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.browser(&Manner::DESKTOP)?;
    for (file, view) in [("results.html", View::Families), ("staff/results.html", View::Staff)] {
        for chosen in CHOSEN {
            page.open("about.html")?;
            page.open(&format!("{file}#{chosen}"))?;
            let (filters, _) = Filters::read(chosen, &directory.site.areas);
            let (shown, counted) = (shown(&page)?, counted(&directory, filters, view));
            ensure!(shown.len() > 30, "only {} options", shown.len());
            for (option, count) in shown {
                let true_count = counted.get(&option).with_context(|| format!("{option} is no option"))?;
                ensure!(count == *true_count, "{file}#{chosen}: {option} shows {count}, counted {true_count}");
            }
        }
    }
    page.audit()
}
