//! One listing against what was chosen: the rule itself, and its reasons.
//!
//! The index answers the same for all listings at once; a property test holds
//! the two together.

use super::index::askers;
use crate::age::{Years, years_of};
use crate::area::{Areas, Place, Schools};
use crate::closed::{Choices, Closed};
use crate::fact::Answer;
use crate::filters::Filters;
use crate::listing::Listing;
use crate::vocabulary::Need;

/// Whether a listing fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It fits.
    Fits,
    /// It fits, and serves any worry.
    AnyWorry,
    /// It may fit: ask.
    May,
    /// It does not fit.
    No,
}

impl Outcome {
    /// The word in pages: `data-fit`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::AnyWorry => "any",
            Self::May => "may",
            Self::No => "no",
        }
    }
}

/// Why a listing may fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its ages are not known.
    Ages,
    /// It takes this age under a condition.
    AgesIf(u8, String),
    /// What it helps with is not known.
    Need,
    /// Its kind of support is not known.
    Thrive,
    /// It is local, and where the family is was not said.
    LocalTo(String),
    /// It is for this region, and the family is somewhere else.
    MaybeIn(String),
    /// It is limited: "only where the school pays".
    Coverage(String),
    /// It is at some schools only.
    SomeSchools,
    /// Who can ask is not known.
    Access,
    /// What it is like is not known.
    Format,
    /// What it costs is not known.
    Cost,
}

impl Reason {
    /// The reason in a plain sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Ages => "We do not know which ages it is for.".to_owned(),
            Self::AgesIf(to, condition) => format!("Up to age {to} only for some: {condition}."),
            Self::Need => "We do not know which worries it helps with.".to_owned(),
            Self::Thrive => "We do not know which kind of support it is.".to_owned(),
            Self::LocalTo(area) => {
                format!("Only for people in {area}. Tell us where you are, or ask.")
            }
            Self::MaybeIn(area) => format!("Only for people in {area}. Ask if you are in {area}."),
            Self::Coverage(limit) => format!("Not everywhere: {limit}."),
            Self::SomeSchools => "Only at some schools. Ask your school if it is one of them.".to_owned(),
            Self::Access => "We do not know who can ask for it.".to_owned(),
            Self::Format => "We do not know what the help is like.".to_owned(),
            Self::Cost => "We do not know what it costs.".to_owned(),
        }
    }
}

/// Whether a listing fits what was chosen, with the reasons why it only may.
pub fn judge(listing: &Listing, filters: Filters, areas: &Areas) -> (Outcome, Vec<Reason>) {
    let mut reasons = Vec::new();
    let mut all = Answer::Yes;
    let mut note = |answer: Answer, reason: Option<Reason>| {
        all = all.and(answer);
        reasons.extend(reason.filter(|_| answer == Answer::NotKnown));
    };
    let (age, reason) = age_answer(listing, years_of(filters.age), filters.age.is_empty());
    note(age, reason);
    let is_general = listing.needs.contains(Need::General) && filters.need.iter().any(Need::is_for_families);
    let need = known(filters.need, (!listing.needs.is_empty()).then_some(listing.needs));
    let is_any = need != Answer::Yes && is_general;
    note(if is_any { Answer::Yes } else { need }, Some(Reason::Need));
    note(known(filters.thrive, listing.thrive), Some(Reason::Thrive));
    let chosen = areas.choices().filter(|place| filters.area.contains(*place));
    let answers: Vec<_> = chosen.map(|place| area_answer(listing, Some(place), areas)).collect();
    let area = answers.into_iter().reduce(Answer::or).unwrap_or_else(|| area_answer(listing, None, areas));
    note(area, None);
    if area == Answer::NotKnown {
        reasons.extend(area_reasons(listing, filters, areas));
    }
    let mut note = |answer: Answer, reason: Reason| {
        all = all.and(answer);
        reasons.extend(Some(reason).filter(|_| answer == Answer::NotKnown));
    };
    note(known(filters.access, askers(listing)), Reason::Access);
    note(known(filters.format, listing.format.as_ref().map(|fact| fact.value)), Reason::Format);
    let cost = listing.cost.as_ref().map(|cost| Choices::default().with(cost.value.kind));
    note(known(filters.cost, cost), Reason::Cost);
    note(known(filters.kind, Some(Choices::default().with(listing.kind))), Reason::Access);
    match all {
        Answer::No => (Outcome::No, Vec::new()),
        Answer::NotKnown => (Outcome::May, reasons),
        Answer::Yes if is_any => (Outcome::AnyWorry, reasons),
        Answer::Yes => (Outcome::Fits, reasons),
    }
}

fn known<T: Closed>(chosen: Choices<T>, value: Option<Choices<T>>) -> Answer {
    match value {
        _ if chosen.is_empty() => Answer::Yes,
        None => Answer::NotKnown,
        Some(value) => Answer::from(value.meets(chosen)),
    }
}

fn age_answer(listing: &Listing, years: Years, is_open: bool) -> (Answer, Option<Reason>) {
    let Some(ages) = &listing.ages else {
        return (if is_open { Answer::Yes } else { Answer::NotKnown }, Some(Reason::Ages));
    };
    if is_open || ages.value.years().meets(years) {
        return (Answer::Yes, None);
    }
    let reaches = listing.ages_extended.iter().find(|more| Years::between(ages.value.oldest(), more.to).meets(years));
    match reaches {
        Some(more) => (Answer::NotKnown, Some(Reason::AgesIf(more.to, more.condition.clone()))),
        None => (Answer::No, None),
    }
}

/// Whether a listing serves a place, its limits counted in; `None` is the
/// question not answered.
pub(super) fn area_answer(listing: &Listing, place: Option<Place>, areas: &Areas) -> Answer {
    let by_place = match place {
        Some(place) => listing.area.serves(place, areas),
        None if listing.area.is_national => Answer::Yes,
        None => Answer::NotKnown,
    };
    if listing.area.is_limited() { by_place.and(Answer::NotKnown) } else { by_place }
}

fn area_reasons(listing: &Listing, filters: Filters, areas: &Areas) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let places = areas.choices().filter(|place| filters.area.contains(*place));
    let by_place = places.map(|place| listing.area.serves(place, areas)).reduce(Answer::or);
    match by_place {
        None if !listing.area.is_national => reasons.push(Reason::LocalTo(listing.area.words(areas))),
        Some(Answer::NotKnown) => reasons.push(Reason::MaybeIn(listing.area.words(areas))),
        _ => {}
    }
    reasons.extend(listing.area.coverage.clone().map(Reason::Coverage));
    if matches!(listing.area.schools, Schools::Listed(_) | Schools::NotKnown) {
        reasons.push(Reason::SomeSchools);
    }
    reasons
}
