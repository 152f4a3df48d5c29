//! A carer reads the copy on a train. The signal comes back, and the publisher
//! has changed a page meanwhile: what is being read stays as it is, the next
//! page is the new one, and the old copy is gone.

use anyhow::ensure;
use serde_json::json;
use waymark_tests::{Edition, Engine, Instead, Manner, Outcome, Visit, visit};

use crate::keep_copy::keep;

const WAS: &str = "Made-up Moon Sleep Workshops";
const IS: &str = "Made-up Moon Evening Workshops";
const PAGE: &str = "service/moon-sleep-workshops.html";

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    keep(&page)?;
    visit.server.cut();
    page.open(PAGE)?;
    page.sees("It was made today.")?;
    page.heading(WAS).see()?;

    let newer = || Edition::read(&visit::fixtures()?)?.saying(WAS, IS).noting("made", json!("2026-11-20"));
    visit.server.publish(newer()?.pages()?);
    visit.server.heal();
    visit.server.forget();
    page.ask("window.dispatchEvent(new Event('online'))")?;
    page.sees("A newer copy has come. You will see it on the next page.")?;
    page.heading(WAS).see()?;
    let fetched = visit.server.requests();
    let all = newer()?.names().count();
    ensure!(fetched.len() < all / 2, "of {all} files, {} were fetched anew", fetched.len());

    visit.server.cut();
    page.open(PAGE)?;
    page.heading(IS).see()?;
    page.sees("from 20 November 2026. It is 1 day old.")?;
    let caches = page.kept()?;
    ensure!(caches.len() == 3, "a note, one copy and its worker, but: {caches:?}");

    // A build that arrives in part changes nothing.
    visit.server.publish(Edition::read(&visit::fixtures()?)?.saying(WAS, "Half").pages()?);
    visit.server.heal();
    visit.server.answer("moon-sleep-workshops.html", Instead::CutOff);
    page.open("keep.html")?;
    page.button("Look for a newer copy").click()?;
    page.sees("The newer copy did not arrive whole. The one you have stays.")?;
    visit.server.cut();
    page.open(PAGE)?;
    page.heading(IS).see()?;

    // The site is gone: the copy stays, and says that nobody could tell.
    visit.server.heal();
    visit.server.answer("copy.json", Instead::Status(404));
    page.open("keep.html")?;
    page.button("Look for a newer copy").click()?;
    page.sees("This site may have moved: on 21 November 2026 we found no newer copy.")?;
    visit.server.cut();
    page.open(PAGE)?;
    page.sees("This site may have moved")?;

    // The publisher takes all copies back.
    visit.server.heal();
    visit.server.answer("copy.json", Instead::Body(b"{\"withdrawn\":true}".to_vec()));
    page.open("index.html")?;
    page.until("the copy to go away", || Ok(page.kept()?.is_empty().then_some(())))?;
    page.open("keep.html")?;
    page.sees("This site offers no copy just now.")
}
