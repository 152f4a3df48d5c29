//! Every referral sheet of the directory is one sheet of paper: the longest are
//! printed, and what comes out is counted.

use std::cmp::Reverse;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Manner, Outcome, Visit, visit};

/// How many are printed: what is longer than all others is among them.
const LONGEST: usize = 24;

/// The pages with a sheet, the longest sheet first.
fn sheets(dist: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in fs::read_dir(dist.join("staff/service"))?.flatten() {
        let text = fs::read_to_string(file.path())?;
        if let Some((_, sheet)) = text.split_once("id=\"sheet\"") {
            let length = sheet.split("sheet__foot").next().unwrap_or_default().len();
            found.push((length, format!("staff/service/{}", file.file_name().to_string_lossy())));
        }
    }
    found.sort_by_key(|(length, page)| (Reverse(*length), page.clone()));
    Ok(found.into_iter().map(|(_, page)| page).collect())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    for (visit, dist) in [
        (Visit::to_real(engine)?, visit::published()?),
        (Visit::to_fixtures(engine)?, visit::fixtures()?),
        (Visit::to_staff(engine)?, visit::staff()?),
    ] {
        let all = sheets(&dist)?;
        ensure!(all.len() > 10, "only {} sheets in {}", all.len(), dist.display());
        let page = visit.browser(&Manner::DESKTOP)?;
        for place in all.into_iter().take(LONGEST) {
            page.open_plain(&place)?;
            let sheets = page.sheets()?;
            ensure!(sheets == 1, "{place} takes {sheets} sheets of paper");
        }
    }
    Ok(())
}
