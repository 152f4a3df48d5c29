//! Readers who asked their system for dark pages, for less motion, or for
//! colours of their own: every kind of page keeps its contrast.

use anyhow::ensure;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let dark = Manner { dark: true, ..Manner::DESKTOP };
    let calm = Manner { calm: true, dark: true, ..Manner::PHONE };
    let forced = Manner { forced_colours: true, ..Manner::PHONE };
    for manner in [dark, calm, forced] {
        let page = visit.browser(&manner)?;
        for kind in site::KINDS {
            page.open_plain("404.html")?;
            page.open(kind)?;
            page.audit()?;
        }
        if manner.calm {
            let moving = page.ask(
                "return [...document.querySelectorAll('*')].filter((one) => {
                    const style = getComputedStyle(one);
                    return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
                }).length",
            )?;
            ensure!(moving == 0, "{moving} things move");
        }
    }
    Ok(())
}
