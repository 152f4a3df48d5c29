//! Facts as icon and word: ages, cost, what it is like, where.

use super::icon::{Icon, Picture};
use directory::Listing;
use directory::area::Areas;
use directory::closed::Choices;
use directory::fact::Basis;
use directory::vocabulary::{CostKind, Format, LocalRule};
use leptos::prelude::*;

/// A fact in words, and whether it is our own reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words. `None`: not known.
    pub words: Option<String>,
    /// Whether nobody states it but us.
    pub is_ours: bool,
}

impl Words {
    fn of(words: Option<(String, Basis)>) -> Self {
        let is_ours = words.as_ref().is_some_and(|(_, basis)| *basis == Basis::Ours);
        Self { words: words.map(|(words, _)| words), is_ours }
    }
}

/// The ages of those whom it helps.
pub fn ages(listing: &Listing) -> Words {
    let ages = listing.ages.as_ref();
    let more = listing.ages_extended.iter().map(|more| format!(", up to {} for some ({})", more.to, more.condition));
    let more: String = more.collect();
    Words::of(ages.map(|ages| (format!("{}{more}", ages.value.words()), ages.basis)))
}

/// What it costs whoever uses it.
pub fn cost(listing: &Listing) -> Words {
    Words::of(listing.cost.as_ref().map(|cost| {
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

/// What the help is like.
pub fn format(listing: &Listing) -> Words {
    let words = |formats: Choices<Format>| formats.iter().map(Format::label).collect::<Vec<_>>().join(", ");
    Words::of(listing.format.as_ref().map(|fact| (words(fact.value), fact.basis)))
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

/// The facts of a card, with what is our own reading said in one line.
#[component]
pub fn CardFacts<'a>(
    /// Whose facts.
    listing: &'a Listing,
    /// The areas of the site.
    areas: &'a Areas,
) -> impl IntoView + use<> {
    let (ages, cost, format) = (ages(listing), cost(listing), format(listing));
    let area = Words { words: Some(area(listing, areas)), is_ours: false };
    let all = [
        (Icon::Age, "Ages", "Ages not known", ages),
        (Icon::Cost, "Cost", "Cost not known", cost),
        (Icon::Format, "What it is like", "What it is like: not known", format),
        (Icon::Area, "Where", "Where: not known", area),
    ];
    let ours: Vec<_> =
        all.iter().filter(|(_, _, _, words)| words.is_ours).map(|(_, name, ..)| name.to_lowercase()).collect();
    let ours = (!ours.is_empty()).then(|| format!("Our own reading, not checked: {}.", ours.join(", ")));
    let item = |(icon, name, unknown, words): (Icon, &'static str, &'static str, Words)| {
        match words.words {
        Some(words) => view! {
            <li class="facts__item"><Picture icon/><span><span class="hidden">{name}": "</span>{capital(&words)}</span></li>
        }
        .into_any(),
        None => view! { <li class="facts__item facts__item--unknown"><Picture icon/><span>{unknown}</span></li> }.into_any(),
    }
    };
    view! {
        <ul class="facts card__facts">{all.map(item).into_iter().collect_view()}</ul>
        {ours.map(|ours| view! { <p class="card__ours">{ours}</p> })}
    }
}

/// The words with a capital at their beginning.
pub fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
