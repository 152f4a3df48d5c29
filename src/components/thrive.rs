//! A THRIVE grouping: a hue, a shape and a word, so that none stands alone.

use super::icon::drawing;
use super::markup::{Markup, el};
use directory::closed::Choices;
use directory::groupings::Groupings;
use directory::search::View;
use directory::vocabulary::Thrive;

fn look(thrive: Thrive) -> (&'static str, &'static str) {
    match thrive {
        Thrive::Thriving => ("thrive thrive--thriving", "M12 1a11 11 0 0 0 0 22h11V12A11 11 0 0 0 12 1z"),
        Thrive::Advice => ("thrive thrive--getting-advice", "M2 2h20v20H2z"),
        Thrive::Help => ("thrive thrive--getting-help", "M1 12a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z"),
        Thrive::MoreHelp => ("thrive thrive--getting-more-help", "M12 0 24 12 12 24 0 12z"),
        Thrive::RiskSupport => ("thrive thrive--getting-risk-support", "M12 1.5 24 22.5H0z"),
    }
}

/// The badge of one grouping, with its name in a view.
pub fn badge(groupings: &Groupings, thrive: Thrive, view: View) -> Markup {
    let (class, shape) = look(thrive);
    el("span", class).holds(drawing("thrive__shape", shape)).says(groupings.name(thrive, view).to_owned())
}

/// The badges of a listing, in the publisher's order.
pub fn badges(groupings: &Groupings, thrive: Option<Choices<Thrive>>, view: View) -> Vec<Markup> {
    let has = thrive.unwrap_or_default();
    groupings.order().filter(|one| has.contains(*one)).map(|one| badge(groupings, one, view)).collect()
}
