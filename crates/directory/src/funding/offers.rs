//! What there is to apply for, by how it stands on the day, and by what was
//! chosen. Every offer stands in one place: nothing is sorted out in silence.

use super::{Funding, FundingChoice, Stage};
use crate::area::{Areas, Place};
use crate::catalogue::Directory;
use crate::closed::{Choices, Closed};
use crate::day::Day;
use crate::fact::Answer;
use crate::filters::Filters;
use crate::fragment::tally::Tally;
use crate::listing::{Listing, Standing};
use crate::search::{self, Outcome, Reason};
use crate::sorted;
use crate::vocabulary::{Kind, Need};
use std::borrow::Cow;

/// An offer of money, as it stands.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    /// Its entry.
    pub listing: &'a Listing,
    /// What is known of it; nothing where the entry says nothing.
    pub funding: Cow<'a, Funding>,
    /// How it stands on the day.
    pub stage: Stage,
    /// Whether it fits what was chosen.
    pub outcome: Outcome,
    /// Why it only may.
    pub why: Vec<Reason>,
}

/// All offers, by how they stand.
#[derive(Clone, Debug, Default)]
pub struct Offers<'a> {
    /// Those that are listed and fit or may fit, stage after stage.
    pub offers: Vec<Offer<'a>>,
    /// Schemes that have ended; each has a page that says so.
    pub ended: Vec<Offer<'a>>,
}

/// How many fit beside each option.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingCounts {
    /// For each stage.
    pub stages: Vec<(Stage, usize)>,
    /// For each need of which there is any offer.
    pub needs: Vec<(Need, usize)>,
    /// For each place.
    pub areas: Vec<(Place, usize)>,
}

impl Listing {
    /// What is known of it as an offer of money, if it is one.
    pub fn as_funding(&self) -> Option<Cow<'_, Funding>> {
        let known = || self.funding.as_ref().map_or(Cow::Owned(Funding::default()), Cow::Borrowed);
        (self.kind == Kind::Funding).then(known)
    }
}

impl Directory {
    /// The offers of money for a choice, on the directory's day.
    pub fn offers(&self, choice: FundingChoice) -> Offers<'_> {
        let mut offers = Offers::default();
        for listing in self.listings() {
            let Some(funding) = listing.as_funding() else { continue };
            let stage = funding.stage(self.today);
            let (outcome, why) = judge(listing, stage, &funding, choice, &self.site.areas, self.today);
            let offer = Offer { listing, funding, stage, outcome, why };
            match listing.standing {
                Standing::Ended(_) => offers.ended.push(offer),
                Standing::Active | Standing::Doubtful(_) if offer.outcome != Outcome::No => offers.offers.push(offer),
                _ => {}
            }
        }
        offers.offers = in_order(offers.offers);
        offers
    }

    /// How many offers fit with each option alone in its group.
    pub fn funding_counts(&self, mut choice: FundingChoice) -> FundingCounts {
        let areas = &self.site.areas;
        let mut tally = Tally::of([choice.stage.bits(), choice.need.bits(), *choice.area.bits_mut()]);
        for listing in self.listings().iter().filter(|listing| listing.standing.is_listed()) {
            let Some(funding) = listing.as_funding() else { continue };
            let stage = Choices::default().with(funding.stage(self.today));
            tally.add([stage.bits(), listing.needs.bits(), search::served(listing, areas)]);
        }
        let of = |group: usize, bit: usize| tally.count(group, bit as u32);
        FundingCounts {
            stages: Stage::ALL.iter().map(|one| (*one, of(0, one.index()))).collect(),
            needs: Need::for_staff()
                .filter(|one| tally.is_offered(1, one.index() as u32))
                .map(|one| (one, of(1, one.index())))
                .collect(),
            areas: areas.choices().map(|place| (place, tally.count(2, place.bit()))).collect(),
        }
    }

    /// The offers of money that say they pay for a course.
    pub fn funding_for(&self, course: &Listing) -> Vec<Offer<'_>> {
        let pays = |offer: &Offer<'_>| offer.funding.pays_for.contains(&course.id);
        self.offers(FundingChoice::default()).offers.into_iter().filter(pays).collect()
    }
}

impl<'a> Offers<'a> {
    /// How many fit; not those for any need, nor those that only may.
    pub fn fit(&self) -> usize {
        self.offers.iter().filter(|offer| offer.outcome == Outcome::Fits).count()
    }

    /// Those at one stage.
    pub fn at(&self, stage: Stage) -> impl Iterator<Item = &Offer<'a>> {
        self.offers.iter().filter(move |offer| offer.stage == stage)
    }

    /// Those on which one can apply on the day, as far as anyone knows.
    pub fn open(&self) -> impl Iterator<Item = &Offer<'a>> {
        self.offers.iter().filter(|offer| offer.stage.is_open())
    }
}

/// Whether an offer fits, and why it only may.
fn judge(
    listing: &Listing,
    stage: Stage,
    funding: &Funding,
    choice: FundingChoice,
    areas: &Areas,
    today: Day,
) -> (Outcome, Vec<Reason>) {
    let mut why = Vec::new();
    let (need, is_any) = search::need(listing, choice.need, &mut why);
    let filters = Filters { area: choice.area, ..Filters::default() };
    // With no place chosen, none is left out and none is asked after.
    let area = if choice.area.is_empty() { Answer::Yes } else { search::area(listing, filters, areas, &mut why) };
    let answers = [by_stage(stage, funding, choice.stage, today), need, area];
    match answers.into_iter().fold(Answer::Yes, Answer::and) {
        Answer::No => (Outcome::No, Vec::new()),
        Answer::NotKnown => (Outcome::May, why),
        Answer::Yes if is_any => (Outcome::AnyWorry, why),
        Answer::Yes => (Outcome::Fits, why),
    }
}

/// Where the dates are not known it may be whatever they leave open.
fn by_stage(stage: Stage, funding: &Funding, chosen: Choices<Stage>, today: Day) -> Answer {
    let month = |day: Day| (day.year(), day.month());
    let may_be = |one: Stage| match one {
        Stage::Closing => funding.closes.is_none_or(|closes| month(closes.first_day()) <= month(today)),
        Stage::Open => funding.closes.is_none_or(|closes| month(closes.last_day()) > month(today)),
        Stage::Opening => funding.opens.is_none_or(|opens| opens.last_day() > today),
        Stage::Closed => funding.closes.is_none_or(|closes| closes.first_day() < today),
        Stage::NotKnown => true,
    };
    match stage {
        _ if chosen.is_empty() || chosen.contains(stage) => Answer::Yes,
        Stage::NotKnown if chosen.iter().any(may_be) => Answer::NotKnown,
        _ => Answer::No,
    }
}

/// At each stage what fits comes before what only may, and what runs before
/// what is in doubt. Then what closes first, what opens first among those that
/// open later, what closed last among the closed; of equals, as the directory
/// has them.
fn in_order(offers: Vec<Offer<'_>>) -> Vec<Offer<'_>> {
    let day = |day: Option<Day>| day.map_or(u32::MAX >> 8, in_calendar);
    let key = |offer: &Offer<'_>| {
        let fit = match offer.outcome {
            Outcome::Fits => 0,
            Outcome::AnyWorry => 1,
            Outcome::May | Outcome::No => 2,
        };
        let rank = fit * 2 + u32::from(offer.listing.standing != Standing::Active);
        let within = match offer.stage {
            Stage::Opening => day(offer.funding.opens.map(Day::first_day)),
            Stage::Closed => (u32::MAX >> 8) - day(offer.funding.closes.map(Day::last_day)),
            _ => day(offer.funding.closes.map(Day::first_day)),
        };
        // A day of the calendar has fewer bits than what stands before it.
        (offer.stage.index() as u32) << 27 | rank << 24 | within
    };
    let rows = sorted::by_key((0..offers.len() as u32).collect(), &|row| offers.get(row as usize).map_or(0, key));
    let mut given: Vec<Option<Offer<'_>>> = offers.into_iter().map(Some).collect();
    rows.into_iter().filter_map(|row| given.get_mut(row as usize).and_then(Option::take)).collect()
}

/// A day as one number that grows with the calendar.
fn in_calendar(day: Day) -> u32 {
    let year = u32::try_from(day.year()).unwrap_or(0);
    (year * 12 + u32::from(day.month())) * 32 + u32::from(day.day_of_month())
}
