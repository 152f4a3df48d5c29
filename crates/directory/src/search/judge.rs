//! One listing against what was chosen: the rule itself, and its reasons.
//!
//! The index answers the same for all listings at once; a property test holds
//! the two together. Whether a listing is shown at all is not asked here.

use super::reason::Reason;
use crate::age::{AgeChoice, Years, years_of};
use crate::area::{Areas, Place, Schools};
use crate::closed::{Choices, Closed};
use crate::fact::Answer;
use crate::filters::Filters;
use crate::listing::Listing;
use crate::vocabulary::{Asker, Need};

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

/// Whether a listing fits what was chosen, with the reasons why it only may.
pub fn judge(listing: &Listing, filters: Filters, areas: &Areas) -> (Outcome, Vec<Reason>) {
    let mut why = Vec::new();
    let age = age(listing, filters.age, &mut why);
    let (need, is_any) = need(listing, filters.need, &mut why);
    let thrive = noted(answer(filters.thrive, listing.thrive), Reason::Thrive, &mut why);
    let area = area(listing, filters, areas, &mut why);
    let formats = listing.format.as_ref().map(|fact| fact.value);
    let costs = listing.cost.as_ref().map(|cost| only(cost.value.kind));
    let answers = [
        age,
        need,
        thrive,
        area,
        noted(answer(filters.access, askers(listing)), Reason::Access, &mut why),
        noted(answer(filters.format, formats), Reason::Format, &mut why),
        noted(answer(filters.cost, costs), Reason::Cost, &mut why),
        answer(filters.kind, Some(only(listing.kind))),
    ];
    let outcome = match answers.into_iter().fold(Answer::Yes, Answer::and) {
        Answer::No => return (Outcome::No, Vec::new()),
        Answer::NotKnown => Outcome::May,
        Answer::Yes if is_any => Outcome::AnyWorry,
        Answer::Yes => Outcome::Fits,
    };
    (outcome, why)
}

/// The answer to the needs alone, and whether it is one for any worry.
pub(crate) fn need(listing: &Listing, chosen: Choices<Need>, why: &mut Vec<Reason>) -> (Answer, bool) {
    let needs = Some(listing.needs).filter(|needs| !needs.is_empty());
    let exact = answer(chosen, needs);
    let is_any = exact != Answer::Yes && serves_any_worry(listing, chosen);
    (if is_any { Answer::Yes } else { noted(exact, Reason::Need, why) }, is_any)
}

pub(super) fn only<T: Closed>(choice: T) -> Choices<T> {
    Choices::default().with(choice)
}

/// Who can ask, where "just turn up" lets families in too.
pub(super) fn askers(listing: &Listing) -> Option<Choices<Asker>> {
    let askers = listing.access.askers.as_ref()?.value;
    let turn_up = askers.contains(Asker::TurnUp);
    Some(if turn_up { askers.with(Asker::YoungPerson).with(Asker::Parent) } else { askers })
}

/// The years that a listing takes under some condition.
pub(super) fn years_if(listing: &Listing) -> Years {
    listing.ages_extended.iter().map(|more| extended(listing, more.to)).fold(Years::default(), Years::and)
}

fn extended(listing: &Listing, to: u8) -> Years {
    listing.ages.as_ref().map_or(Years::default(), |ages| Years::between(ages.value.oldest(), to))
}

/// Whether it answers a family's worry by answering any.
fn serves_any_worry(listing: &Listing, chosen: Choices<Need>) -> bool {
    listing.needs.contains(Need::General) && chosen.iter().any(Need::is_for_families)
}

/// The answer to one group; `None` is not known.
pub(crate) fn answer<T>(chosen: Choices<T>, value: Option<Choices<T>>) -> Answer {
    match value.map(Choices::bits) {
        _ if chosen.bits() == 0 => Answer::Yes,
        None => Answer::NotKnown,
        Some(value) => Answer::from(value & chosen.bits() != 0),
    }
}

/// The same answer, its reason noted if it is not known.
fn noted(answer: Answer, reason: Reason, why: &mut Vec<Reason>) -> Answer {
    if answer == Answer::NotKnown {
        why.push(reason);
    }
    answer
}

fn age(listing: &Listing, chosen: Choices<AgeChoice>, why: &mut Vec<Reason>) -> Answer {
    let years = years_of(chosen);
    match &listing.ages {
        _ if chosen.is_empty() => Answer::Yes,
        None => noted(Answer::NotKnown, Reason::Ages, why),
        Some(ages) if ages.value.years().meets(years) => Answer::Yes,
        Some(_) => {
            let before = why.len();
            for more in listing.ages_extended.iter().filter(|more| extended(listing, more.to).meets(years)) {
                why.push(Reason::AgesIf(more.to, more.condition.clone()));
            }
            if why.len() == before { Answer::No } else { Answer::NotKnown }
        }
    }
}

/// Whether a listing helps a child of these ages: what it takes under a
/// condition is not known.
pub(crate) fn age_answer(listing: &Listing, years: Years) -> Answer {
    match &listing.ages {
        None => Answer::NotKnown,
        Some(ages) if ages.value.years().meets(years) => Answer::Yes,
        Some(_) if years_if(listing).meets(years) => Answer::NotKnown,
        Some(_) => Answer::No,
    }
}

pub(crate) fn area(listing: &Listing, filters: Filters, areas: &Areas, why: &mut Vec<Reason>) -> Answer {
    let area = &listing.area;
    let is_asked = !filters.area.is_empty();
    let chosen = areas.choices().filter(|place| filters.area.contains(*place));
    let by_place = chosen.map(|place| area.serves(place, areas)).fold(Answer::No, Answer::or);
    let answer = if is_asked { limited(listing, by_place) } else { area_answer(listing, None, areas) };
    if answer == Answer::NotKnown {
        let is_by_place = if is_asked { by_place == Answer::NotKnown } else { !area.is_national };
        why.extend(is_by_place.then(|| match (area.places.is_empty(), is_asked) {
            (true, _) => Reason::Area,
            (_, true) => Reason::MaybeIn(area.words(areas)),
            (_, false) => Reason::LocalTo(area.words(areas)),
        }));
        why.extend(area.coverage.clone().map(Reason::Coverage));
        let by_school = matches!(area.schools, Schools::Listed(_) | Schools::NotKnown);
        why.extend(by_school.then_some(Reason::SomeSchools));
    }
    answer
}

/// Whether a listing serves a place, its limits counted in; `None` is the
/// question not answered.
pub(crate) fn area_answer(listing: &Listing, place: Option<Place>, areas: &Areas) -> Answer {
    let by_place = match place {
        Some(place) => listing.area.serves(place, areas),
        None if listing.area.is_national => Answer::Yes,
        None => Answer::NotKnown,
    };
    limited(listing, by_place)
}

/// The places that a listing serves for certain, as bits.
pub(crate) fn served(listing: &Listing, areas: &Areas) -> u64 {
    let served = areas.choices().filter(|place| area_answer(listing, Some(*place), areas) == Answer::Yes);
    served.fold(0, |bits, place| bits | 1 << place.bit())
}

/// With a limit beyond place, nothing is more than not known.
fn limited(listing: &Listing, by_place: Answer) -> Answer {
    if listing.area.is_limited() { by_place.and(Answer::NotKnown) } else { by_place }
}
