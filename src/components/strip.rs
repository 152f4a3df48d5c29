//! The help-now strip: three lines that are never shortened. It is drawn only
//! at build, into the page around the app, so that it stands without the app.

use super::markup::{Markup, el, link};
use directory::crisis::{Crisis, StripLine};

/// The three lines of help for now.
pub fn strip(crisis: &Crisis) -> Markup {
    let last = crisis.strip.len().saturating_sub(1);
    let line = |(at, line): (usize, &StripLine)| {
        let way = link("urgent__link", line.href.clone()).says(&line.link);
        let way = el("span", "").holds(way).says(line.gap()).says(&line.tail);
        let all = link("urgent__link", "urgent.html").says("All urgent help");
        let way = if at == last { way.says(" · ").holds(all) } else { way };
        el("li", "urgent__line").holds(el("span", "urgent__when").says(&line.lead)).says(" ").holds(way)
    };
    el("ul", "urgent__list wrap").each(crisis.strip.iter().enumerate().map(line).collect())
}
