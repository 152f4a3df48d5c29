//! A mother has a link to a line whose number may be wrong. Its page says so at
//! once, shows nothing that could send her astray, and leads on.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Key, Manner, Outcome, Page, Visit};

/// What its page said before; it must not be seen again.
const BEFORE: [&str; 6] =
    ["960455", "tin@example.org", "tin-lamp.example", "Tin hours", "Ring the tin bell", "tin worries"];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_staff(engine)?;
    let page = visit.open(&Manner::PHONE, "service/withdraw-oil-lamp.html")?;
    it_says_so_and_leads_on(&page)?;
    in_no_list(&page)?;
    a_list_that_holds_it_says_so(&page)?;
    school_staff_read_since_when(&page)?;
    for manner in [Manner::NARROW, Manner { dark: true, ..Manner::DESKTOP }] {
        let page = visit.open(&manner, "service/withdraw-tin-lamp.html")?;
        page.heading("We have taken this entry out for now").see()?;
        nothing("the page is wider than the screen", &page.sideways()?)?;
        page.audit()?;
    }
    nothing("it left the site", &visit.server.left_the_site())
}

fn shows_nothing_of_before(page: &Page<'_>) -> Outcome {
    let text = page.ask("return document.documentElement.outerHTML")?.to_string();
    let shown: Vec<_> = BEFORE.iter().filter(|words| text.contains(**words)).map(|words| (*words).to_owned()).collect();
    nothing("what may be wrong is shown", &shown)
}

fn it_says_so_and_leads_on(page: &Page<'_>) -> Outcome {
    page.heading("Made-up Tin Lamp Line").see()?;
    page.heading("We have taken this entry out for now").see()?;
    page.sees("15 June 2026: Made up for tests. Callers reach somebody else at its number.")?;
    page.sees("do not rely on them")?;
    // She may have come because of self-harm: help now is there as before.
    page.heading("Get help now").see()?;
    page.heading("Where to turn instead").see()?;
    page.sees("For advice today:")?;
    ensure!(page.css("#main a[href='tel:999']").with("return 1")? == 1, "no way to call 999");
    shows_nothing_of_before(page)?;
    page.button("Save*").is_gone()?;
    page.audit()?;
    page.tab_to("Look for something else", 40)?;
    page.press(Key::Enter)?;
    page.is_at("results.html")
}

fn in_no_list(page: &Page<'_>) -> Outcome {
    page.open("results.html#age=secondary&need=self-harm&area=southwark")?;
    page.sees("Made-up Kestrel")?;
    page.sees_no("Tin Lamp")?;
    page.open("a-z.html")?;
    page.sees_no("Tin Lamp")?;
    page.sees_no("Oil Lamp")
}

fn a_list_that_holds_it_says_so(page: &Page<'_>) -> Outcome {
    page.open("list.html#list=withdraw-tin-lamp,beacon-helpline")?;
    page.heading("Made-up Tin Lamp Line is taken out for now").see()?;
    page.heading("Made-up Beacon Parents Helpline").see()?;
    page.sees("What it said may be wrong.")?;
    shows_nothing_of_before(page)?;
    page.audit()
}

fn school_staff_read_since_when(page: &Page<'_>) -> Outcome {
    page.open("staff/service/withdraw-tin-lamp.html")?;
    page.sees("15 June 2026: taken out for now. Made up for tests.")?;
    shows_nothing_of_before(page)?;
    page.audit()?;
    page.open("staff/changed.html#since=last-term")?;
    page.sees("Taken out for now 1 entry")?;
    page.css("[data-id=withdraw-tin-lamp]").says("Callers reach somebody else at its number.")
}
