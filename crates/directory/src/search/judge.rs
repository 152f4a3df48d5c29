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

/// The answer to one group, and, if it is not known, why.
type Verdict = (Answer, Vec<Reason>);

/// Whether a listing fits what was chosen, with the reasons why it only may.
pub fn judge(listing: &Listing, filters: Filters, areas: &Areas) -> (Outcome, Vec<Reason>) {
    let needs = Some(listing.needs).filter(|needs| !needs.is_empty());
    let need = known(filters.need, needs, Reason::Need);
    let is_any = need.0 != Answer::Yes && serves_any_worry(listing, filters.need);
    let groups: [Verdict; 8] = [
        age(listing, filters.age),
        if is_any { (Answer::Yes, Vec::new()) } else { need },
        known(filters.thrive, listing.thrive, Reason::Thrive),
        area(listing, filters, areas),
        known(filters.access, askers(listing), Reason::Access),
        known(filters.format, listing.format.as_ref().map(|fact| fact.value), Reason::Format),
        known(filters.cost, listing.cost.as_ref().map(|cost| only(cost.value.kind)), Reason::Cost),
        (Answer::from(filters.kind.is_empty() || filters.kind.contains(listing.kind)), Vec::new()),
    ];
    let all = groups.iter().map(|(answer, _)| *answer).fold(Answer::Yes, Answer::and);
    let outcome = match all {
        Answer::No => return (Outcome::No, Vec::new()),
        Answer::NotKnown => Outcome::May,
        Answer::Yes if is_any => Outcome::AnyWorry,
        Answer::Yes => Outcome::Fits,
    };
    (outcome, groups.into_iter().flat_map(|(_, reasons)| reasons).collect())
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

fn known<T: Closed>(chosen: Choices<T>, value: Option<Choices<T>>, reason: Reason) -> Verdict {
    match value {
        _ if chosen.is_empty() => (Answer::Yes, Vec::new()),
        None => (Answer::NotKnown, vec![reason]),
        Some(value) => (Answer::from(value.meets(chosen)), Vec::new()),
    }
}

fn age(listing: &Listing, chosen: Choices<AgeChoice>) -> Verdict {
    let years = years_of(chosen);
    match &listing.ages {
        _ if chosen.is_empty() => (Answer::Yes, Vec::new()),
        None => (Answer::NotKnown, vec![Reason::Ages]),
        Some(ages) if ages.value.years().meets(years) => (Answer::Yes, Vec::new()),
        Some(_) => {
            let reaching = listing.ages_extended.iter().filter(|more| extended(listing, more.to).meets(years));
            let reasons: Vec<_> = reaching.map(|more| Reason::AgesIf(more.to, more.condition.clone())).collect();
            (if reasons.is_empty() { Answer::No } else { Answer::NotKnown }, reasons)
        }
    }
}

fn area(listing: &Listing, filters: Filters, areas: &Areas) -> Verdict {
    if filters.area.is_empty() {
        let answer = area_answer(listing, None, areas);
        let where_it_is = (!listing.area.is_national).then(|| Reason::LocalTo(listing.area.words(areas)));
        return (answer, why_area(listing, answer, where_it_is));
    }
    let chosen = areas.choices().filter(|place| filters.area.contains(*place));
    let by_place = chosen.map(|place| listing.area.serves(place, areas)).fold(Answer::No, Answer::or);
    let answer = limited(listing, by_place);
    let where_it_is = (by_place == Answer::NotKnown).then(|| Reason::MaybeIn(listing.area.words(areas)));
    (answer, why_area(listing, answer, where_it_is))
}

/// Whether a listing serves a place, its limits counted in; `None` is the
/// question not answered.
pub(super) fn area_answer(listing: &Listing, place: Option<Place>, areas: &Areas) -> Answer {
    let by_place = match place {
        Some(place) => listing.area.serves(place, areas),
        None if listing.area.is_national => Answer::Yes,
        None => Answer::NotKnown,
    };
    limited(listing, by_place)
}

/// With a limit beyond place, nothing is more than not known.
fn limited(listing: &Listing, by_place: Answer) -> Answer {
    if listing.area.is_limited() { by_place.and(Answer::NotKnown) } else { by_place }
}

fn why_area(listing: &Listing, answer: Answer, where_it_is: Option<Reason>) -> Vec<Reason> {
    if answer != Answer::NotKnown {
        return Vec::new();
    }
    let is_nowhere = listing.area.places.is_empty();
    let by_place = where_it_is.map(|reason| if is_nowhere { Reason::Area } else { reason });
    let by_limit = listing.area.coverage.clone().map(Reason::Coverage);
    let by_school = matches!(listing.area.schools, Schools::Listed(_) | Schools::NotKnown);
    by_place.into_iter().chain(by_limit).chain(by_school.then_some(Reason::SomeSchools)).collect()
}
