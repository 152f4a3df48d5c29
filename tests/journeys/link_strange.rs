//! Somebody spoils a link, by accident or on purpose. The page names what it
//! left out, runs none of it, and is still a page.

use anyhow::ensure;
use waymark_tests::page::nothing;
use waymark_tests::{Engine, Manner, Outcome, Visit};

use crate::site;

const STRANGE: [&str; 9] = [
    "need=<script>window.struck=1</script>",
    "need=%3Cimg%20src%3Dx%20onerror%3D%22window.struck%3D1%22%3E",
    "need=dragons&age=999&area=../../etc",
    "age=-1&age=1e9&age=NaN",
    "need=%00%FF%C3%28&thrive=%",
    "=&&&==&=",
    "__proto__=1&constructor=2",
    "need=sleep,,sleep,%73leep&need=dragons",
    "javascript:window.struck=1//=",
];

pub(crate) fn journey(engine: Engine) -> Outcome {
    let visit = Visit::to_fixtures(engine)?;
    let page = visit.open(&Manner::PHONE, "results.html")?;
    let all = site::rows(&page)?;
    for strange in STRANGE {
        page.open("about.html")?;
        page.open(&format!("results.html#{strange}"))?;
        page.heading("Places to try").see()?;
        page.link("call 999").see()?;
        if strange.contains("dragons") || strange.contains("script") {
            page.heading("Part of this link no longer works").see()?;
        }
        ensure!(!site::rows(&page)?.is_empty(), "{strange} has emptied the page");
        ensure!(page.ask("return window.struck === undefined")? == true, "{strange} was run");
    }
    page.audit()?;

    let long = "need=".to_owned() + &"sleep%2Cdragons,".repeat(100 * 1024 / 16);
    page.open("about.html")?;
    page.open(&format!("results.html#{long}"))?;
    page.heading("Part of this link no longer works").see()?;
    page.open("about.html")?;
    page.open("results.html")?;
    ensure!(site::rows(&page)? == all, "everything is back");
    nothing("the browser complains", &page.complaints()?)?;
    page.audit()
}
