//! What a school does first at each THRIVE grouping, before it refers: the
//! publisher's own sentences, each with who says so and when.

use super::markup::{Markup, el};
use directory::finding::Findings;
use directory::first_step::FirstStep;
use directory::search::View;
use directory::site::Site;
use directory::vocabulary::Thrive;

/// What stands where nobody has written anything.
pub const NONE: &str = "Not written yet by the publisher.";

/// What a school does first at one grouping.
pub fn first_steps_at(site: &Site, thrive: Thrive) -> Markup {
    let steps = FirstStep::all(&site.first_steps, &mut Findings::default());
    let steps = steps.into_iter().filter(|step| step.thrive == thrive).map(|step| {
        let source = format!(" {}, {}.", step.source.trim_end_matches('.'), step.on.words());
        el("li", "first-steps__step").says(step.says).holds(el("span", "first-steps__source").says(source))
    });
    let steps: Vec<_> = steps.collect();
    if steps.is_empty() { el("p", "").says(NONE) } else { el("ul", "first-steps__list").each(steps) }
}

/// What a school does first, at each grouping in the publisher's order.
pub fn first_steps(site: &Site) -> Markup {
    let grouping = |thrive: Thrive| {
        let name = site.groupings.name(thrive, View::Staff).to_owned();
        el("div", "first-steps__part").holds(el("h3", "").says(name)).holds(first_steps_at(site, thrive))
    };
    el("section", "first-steps")
        .with("aria-labelledby", "first-steps")
        .holds(el("h2", "").with("id", "first-steps").with("tabindex", "-1").says("What school does first"))
        .each(site.groupings.order().map(grouping).collect())
}
