//! A parent has found whom to call, and puts the number and the day on which the
//! service opens again into the phone, where they will still be next week.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Page, Visit};

const PAGE: &str = "service/cards-clinic.html";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    // From the list, so that the page was put in place by the app.
    let page = visit.open(&Manner::PHONE, "results.html#need=sleep&area=southwark")?;
    page.link("Made-up Clinic*").click()?;
    page.is_at(PAGE)?;
    page.sees("It says it opens again on 11 January 2027.")?;
    page.sees("Whoever uses it, or shares its contacts or calendar, can see it.")?;
    page.audit()?;

    let card = taken(&visit, &page, "Save to your contacts", "cards-clinic.vcf", "text/vcard; charset=utf-8")?;
    for line in [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Made-up Clinic\\; for \"worries\"\\, fears\\\\and more",
        "ORG:Made-up Trust\\, North\\; South",
        "TEL;TYPE=WORK,VOICE:01632960401",
        "TEL;TYPE=CELL,MSG:07700900401",
        "END:VCARD",
    ] {
        ensure!(card.lines().any(|one| one == line), "no line {line} in {card}");
    }
    for words in ["Checked 3 November 2026.", "Text WORRY to 07700 900401", "made on 21 November 2026", "call 999"] {
        ensure!(card.contains(words), "the card lacks {words}: {card}");
    }
    let dates =
        taken(&visit, &page, "Put its dates in your calendar", "cards-clinic.ics", "text/calendar; charset=utf-8")?;
    ensure!(dates.contains("DTSTART;VALUE=DATE:20270111\r\n"), "{dates}");

    // Where there is nobody to call there is no card, and where no day is given
    // no calendar.
    page.open_plain("service/pebble-app.html")?;
    page.heading("Made-up Pebble*").see()?;
    page.link("Save to your contacts").is_gone()?;
    page.link("Put its dates in your calendar").is_gone()?;
    nothing("it left the site", &visit.server.left_the_site())?;
    nothing("kept on the device by the site", &page.kept()?)
}

/// Follows a link to a file: the page stays, and the file is asked for. Gives
/// what came, with no line folded.
fn taken(visit: &Visit, page: &Page<'_>, words: &str, name: &str, kind: &str) -> Result<String> {
    let link = page.link(words);
    ensure!(link.attribute("download")?.as_deref() == Some(name), "{words} is not saved as {name}");
    let file = link.href()?;
    let asked = || visit.server.requests().iter().filter(|request| request.target.ends_with(&file)).count();
    ensure!(asked() == 0, "{file} is fetched before anybody wants it");
    link.click()?;
    page.until(&format!("{file} to be asked for"), || Ok((asked() > 0).then_some(())))?;
    page.is_at(PAGE)?;
    page.heading("Made-up Clinic*").see()?;
    let came = page.session().script_later(
        "const [file, tell] = arguments;
         fetch(file).then(async (answer) => tell([answer.headers.get('content-type'), await answer.text()]))",
        &json!([file]),
    )?;
    ensure!(came[0] == kind, "{file} comes as {}", came[0]);
    Ok(came[1].as_str().context("no text")?.replace("\r\n ", ""))
}
