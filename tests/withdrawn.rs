//! What is taken out for now, in all that is built: one page of its own in each
//! view, and nothing anywhere of what may be wrong.

use anyhow::{Context, Result, ensure};
use waymark_tests::page::nothing;

use super::settled::says;
use super::staff;

const ID: &str = "withdraw-tin-lamp";
const NAME: &str = "Tin Lamp Line";

/// What its file says, and no page may.
const BEFORE: [&str; 7] =
    ["960455", "tin@example.org", "example.org/tin-lamp", "Tin hours", "tin bell", "tin worries", "Tin Trust"];

/// The pages of its ids, what is made for lists, for staff, and to be kept; and
/// the page that tells school staff what changed.
fn may_name_it(path: &str) -> bool {
    let is_data = ["directory-", "staff-", "copy-"].iter().any(|start| path.starts_with(start));
    let is_own = ["withdraw-tin-lamp.html", "withdraw-oil-lamp.html"].iter().any(|end| path.ends_with(end));
    is_data || is_own || path == "staff/changed.html"
}

#[test]
fn nothing_of_what_is_taken_out_is_in_any_file_but_its_name_and_the_reason() -> Result<()> {
    let site = staff()?;
    let has = |path: &str, text: &str| {
        let before = BEFORE.iter().filter(|words| text.contains(**words)).map(|words| format!("{path} has {words}"));
        let named = (text.contains(NAME) && !may_name_it(path)).then(|| format!("{path} names it"));
        before.chain(named).collect::<Vec<_>>()
    };
    let wrong: Vec<_> = site.files.iter().flat_map(|(path, text)| has(path, text)).collect();
    nothing("what is taken out is still told of", &wrong)?;
    let file = |path: &str| site.files.iter().any(|(one, _)| one == path);
    ensure!(!file(&format!("service/{ID}.vcf")) && !file(&format!("service/{ID}.ics")), "it can still be saved");
    Ok(())
}

#[test]
fn each_page_of_what_is_taken_out_says_so_and_leads_on_and_asks_search_engines_to_forget_it() -> Result<()> {
    let site = staff()?;
    for id in [ID, "withdraw-oil-lamp"] {
        for folder in ["service", "staff/service"] {
            let path = format!("{folder}/{id}.html");
            let page = site.pages().find(|(one, _)| *one == path).with_context(|| format!("no {path}"))?.1;
            for words in [
                "We have taken this entry out for now",
                "15 June 2026: Made up for tests. Callers reach somebody else at its number.",
                "Where to turn instead",
                "For advice today: ",
            ] {
                ensure!(says(page, words), "{path} does not say {words}");
            }
            let is_noindex = page.contains("<meta name=\"robots\" content=\"noindex\">");
            let has_title = page.contains("Line (taken out for now)");
            ensure!(is_noindex && has_title, "{path}: {is_noindex} {has_title}");
        }
    }
    Ok(())
}
