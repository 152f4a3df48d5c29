//! Whoever chooses self-harm, suicidal thoughts, voices or abuse sees whom to
//! call now, before any list, wherever they came in.

use anyhow::{Result, ensure};
use waymark_tests::{Engine, Instead, Manner, Outcome, Page, Visit};

fn is_pinned(page: &Page<'_>) -> Result<()> {
    let block = page.region("Get help now");
    block.see()?;
    for (name, href) in [("Call 999", "tel:999"), ("Call 111", "tel:111"), ("Text SHOUT to 85258", "sms:85258*")] {
        let found = block.link(name).href()?;
        ensure!(found.starts_with(href.trim_end_matches('*')), "{name} leads to {found}");
    }
    let before = page.ask(
        "const list = document.querySelector('main [data-id], main .listing');
         const block = document.querySelector('main .crisis');
         return !list || !!(block.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING)",
    )?;
    ensure!(before == true, "help now stands above what is listed");
    Ok(())
}

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "")?;
    page.checkbox("Self-harm").click()?;
    is_pinned(&page)?;
    page.audit()?;
    page.link("Show * to try*").click()?;
    page.is_at("results.html#need=self-harm")?;
    is_pinned(&page)?;
    page.audit()?;
    page.link("Made-up Kestrel Chat").click()?;
    page.is_on("Made-up Kestrel Chat")?;
    is_pinned(&page)?;
    page.audit()?;

    for need in ["suicide", "psychosis"] {
        page.open(&format!("results.html#need={need}"))?;
        is_pinned(&page)?;
    }
    page.open("staff/results.html#need=self-harm")?;
    is_pinned(&page)?;
    page.open("results.html#need=abuse-safety")?;
    is_pinned(&page)?;
    page.sees("If someone may see this phone, use another one")?;
    page.open("results.html#thrive=getting-risk-support")?;
    is_pinned(&page)?;
    page.sees("This help usually comes through a team that already knows your child.")?;

    // Where nobody is in danger, nobody is frightened.
    page.open("results.html#need=sleep")?;
    page.region("Get help now").is_gone()?;

    // Pages of a need say it without the app, and no title gives it away.
    visit.server.answer(".wasm", Instead::Status(404));
    for place in ["need/someone-to-talk-to.html", "need/someone-to-talk-to/secondary.html"] {
        page.open_plain(place)?;
        is_pinned(&page)?;
        page.heading("Self-harm*").see()?;
        ensure!(!page.title()?.to_lowercase().contains("harm"), "the title says {}", page.title()?);
        page.audit()?;
    }
    Ok(())
}
