//! A THRIVE grouping: a hue, a shape and a word, so that none stands alone.

use directory::closed::{Choices, Closed};
use directory::vocabulary::Thrive;
use leptos::prelude::*;

/// Which name a badge bears.
pub type Naming = fn(Thrive) -> &'static str;

fn shape(thrive: Thrive) -> &'static str {
    match thrive {
        Thrive::Thriving => "M12 1a11 11 0 0 0 0 22h11V12A11 11 0 0 0 12 1z",
        Thrive::Advice => "M2 2h20v20H2z",
        Thrive::Help => "M1 12a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z",
        Thrive::MoreHelp => "M12 0 24 12 12 24 0 12z",
        Thrive::RiskSupport => "M12 1.5 24 22.5H0z",
    }
}

/// The badge of one grouping.
#[component]
pub fn ThriveBadge(
    /// Which grouping.
    thrive: Thrive,
    /// The words for families, or the staff's own.
    naming: Naming,
) -> impl IntoView {
    view! {
        <span class=format!("thrive thrive--{}", thrive.slug())>
            <svg class="thrive__shape" viewBox="0 0 24 24" aria-hidden="true">
                <path d=shape(thrive)></path>
            </svg>
            {naming(thrive)}
        </span>
    }
}

/// The badges of a listing, in the order of the framework.
pub fn badges(thrive: Option<Choices<Thrive>>, naming: Naming) -> Vec<AnyView> {
    let badge = |thrive| view! { <ThriveBadge thrive naming/> " " }.into_any();
    thrive.unwrap_or_default().iter().map(badge).collect()
}
