//! Facts as icon and word: ages, cost, what it is like, where.

use super::icon::{Icon, picture};
use super::markup::{Markup, el};
use directory::Listing;
use directory::area::Areas;
use directory::closed::Choices;
use directory::fact::Basis;
use directory::vocabulary::{CostKind, Format, LocalRule};

/// What school staff read where a fact is not known.
pub const NOT_KNOWN: &str = "Not known: ask";

/// What stands beside a fact that nobody states but us.
pub const OURS: &str = " (we believe, not checked)";

/// A fact in words, and whether it is our own reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words. `None`: not known.
    pub words: Option<String>,
    /// Whether nobody states it but us.
    pub is_ours: bool,
}

impl Said {
    fn of(words: Option<(String, Basis)>) -> Self {
        let is_ours = words.as_ref().is_some_and(|(_, basis)| *basis == Basis::Ours);
        Self { words: words.map(|(words, _)| words), is_ours }
    }
}

/// The ages of those whom it helps.
pub fn ages(listing: &Listing) -> Said {
    let ages = listing.ages.as_ref();
    let more = listing.ages_extended.iter().map(|more| format!(", up to {} for some ({})", more.to, more.condition));
    let more: String = more.collect();
    Said::of(ages.map(|ages| (format!("{}{more}", ages.value.words()), ages.basis)))
}

/// What it costs whoever uses it.
pub fn cost(listing: &Listing) -> Said {
    Said::of(listing.cost.as_ref().map(|cost| {
        let label = match cost.value.kind {
            CostKind::Free => "Free",
            CostKind::FreeToSchools => "Free to schools",
            CostKind::Donation => "By donation",
            CostKind::Paid => "You pay",
            CostKind::SchoolPackage => "Part of a school package",
        };
        let note = cost.value.note.trim_end_matches('.');
        let words = if note.is_empty() { label.to_owned() } else { format!("{label} ({note})") };
        (words, cost.basis)
    }))
}

/// When it answers.
pub fn hours(listing: &Listing) -> Said {
    Said::of(listing.hours.as_ref().map(|hours| (hours.value.clone(), hours.basis)))
}

/// What the help is like: "phone, text or chat".
pub fn format(listing: &Listing) -> Said {
    let words = |formats: Choices<Format>| {
        let words = formats.iter().map(Format::label).collect::<Vec<_>>().join(", ");
        words.to_ascii_lowercase()
    };
    Said::of(listing.format.as_ref().map(|fact| (words(fact.value), fact.basis)))
}

/// Where it is for, with who counts as local where that is known.
pub fn area(listing: &Listing, areas: &Areas) -> String {
    let place = listing.area.words(areas);
    let rule = |rule| match rule {
        LocalRule::LivesHere => "living",
        LocalRule::SchoolHere => "at school",
        LocalRule::GpHere => "with a GP",
    };
    let rules: Vec<_> = listing.area.rules.iter().map(rule).collect();
    if rules.is_empty() { place } else { format!("{place} (for those {} there)", rules.join(" or ")) }
}

/// The facts of a card.
pub fn card_facts(listing: &Listing, areas: &Areas) -> Markup {
    let area = Said { words: Some(area(listing, areas)), is_ours: false };
    let item = |icon, name: &'static str, unknown: &'static str, said: Said| match said.words {
        Some(words) => {
            let name = el("span", "hidden").says(name);
            el("li", "facts__item").holds(picture(icon)).holds(el("span", "").holds(name).says(capital(&words)))
        }
        None => el("li", "facts__item facts__item--unknown").holds(picture(icon)).holds(el("span", "").says(unknown)),
    };
    el("ul", "facts card__facts")
        .holds(item(Icon::Age, "Ages: ", "Ages not known", ages(listing)))
        .holds(item(Icon::Cost, "Cost: ", "Cost not known", cost(listing)))
        .holds(item(Icon::Format, "What it is like: ", "What it is like: not known", format(listing)))
        .holds(item(Icon::Area, "Where: ", "", area))
}

/// Which facts of a listing are our own reading, in one line; nothing if none
/// is.
pub fn our_reading(listing: &Listing) -> Option<String> {
    let is_ours = |basis: Option<Basis>| basis == Some(Basis::Ours);
    let all = [
        ("who provides it", is_ours(listing.provider.as_ref().map(|fact| fact.basis))),
        ("who can ask", is_ours(listing.access.askers.as_ref().map(|fact| fact.basis))),
        ("ages", ages(listing).is_ours),
        ("cost", cost(listing).is_ours),
        ("what it is like", format(listing).is_ours),
        ("where", is_ours(Some(listing.area.basis))),
    ];
    let ours: Vec<_> = all.into_iter().filter(|(_, is_ours)| *is_ours).map(|(name, _)| name).collect();
    (!ours.is_empty()).then(|| format!("We believe, not checked: {}.", ours.join(", ")))
}

/// The words with a capital at their beginning.
pub fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
