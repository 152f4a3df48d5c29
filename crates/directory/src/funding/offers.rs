//! What there is to apply for, by how it stands on the day, and by what was
//! chosen. Every offer stands in one place: nothing is sorted out in silence.

use super::{Funding, Stage};
use crate::area::{Areas, Places};
use crate::catalogue::Directory;
use crate::closed::{Choices, Closed};
use crate::day::Day;
use crate::fact::Answer;
use crate::filters::{Dropped, Filters};
use crate::fragment::groups::{self, Group, ROWS};
use crate::listing::{Listing, Standing};
use crate::search::{self, Outcome, Reason};
use crate::sorted;
use crate::vocabulary::{Kind, Need};
use std::borrow::Cow;

/// What a reader has chosen among offers of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FundingChoice {
    /// How they stand.
    pub stage: Choices<Stage>,
    /// What they are for.
    pub need: Choices<Need>,
    /// Where the school is. Empty: not answered, and no place is left out.
    pub area: Places,
    /// How many rows of a list stand open.
    pub rows: u16,
}

impl Default for FundingChoice {
    fn default() -> Self {
        Self { stage: Choices::default(), need: Choices::default(), area: Places::default(), rows: ROWS }
    }
}

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
    /// Those that are listed and fit or may fit: what closes first comes first.
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
    pub areas: Vec<(crate::area::Place, usize)>,
}

impl FundingChoice {
    fn groups<'a>(&'a mut self, areas: &'a Areas, needs: &[Need]) -> [Group<'a>; 3] {
        [
            Group::of("stage", Stage::ALL, &mut self.stage),
            Group::of("need", needs, &mut self.need),
            Group::of_areas(areas, &mut self.area),
        ]
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(text: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let (mut choice, mut rows) = (Self::default(), ROWS);
        let needs: Vec<_> = Need::for_staff().collect();
        let dropped = groups::read(text, &mut choice.groups(areas, &needs), &mut rows);
        (Self { rows, ..choice }, dropped)
    }

    /// Writes what stands after `#`: one choice, one text.
    pub fn write(mut self, areas: &Areas) -> String {
        let (rows, needs) = (self.rows, Need::for_staff().collect::<Vec<_>>());
        groups::write(&self.groups(areas, &needs), rows)
    }

    /// With one option added if it was not chosen, taken away if it was; the
    /// list begins anew.
    #[must_use]
    pub fn toggled(mut self, key: &str, slug: &str, areas: &Areas) -> Self {
        let needs: Vec<_> = Need::for_staff().collect();
        groups::toggle(&mut self.groups(areas, &needs), key, slug);
        Self { rows: ROWS, ..self }
    }

    /// With more rows open.
    #[must_use]
    pub fn with_more(self) -> Self {
        Self { rows: groups::more(self.rows), ..self }
    }

    /// Whether nothing is chosen.
    pub fn is_empty(self) -> bool {
        Self { rows: ROWS, ..self } == Self::default()
    }
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
    pub fn funding_counts(&self, choice: FundingChoice) -> FundingCounts {
        let count = |choice| self.offers(choice).fit();
        let stage = |stage: &Stage| (*stage, count(FundingChoice { stage: Choices::default().with(*stage), ..choice }));
        let need = |need| (need, count(FundingChoice { need: Choices::default().with(need), ..choice }));
        let area = |place| (place, count(FundingChoice { area: Places::default().with(place), ..choice }));
        let offered = |need: &Need| {
            let is_for_it = |listing: &Listing| {
                listing.kind == Kind::Funding && listing.standing.is_listed() && listing.needs.contains(*need)
            };
            choice.need.contains(*need) || self.listings().iter().any(is_for_it)
        };
        FundingCounts {
            stages: Stage::ALL.iter().map(stage).collect(),
            needs: Need::for_staff().filter(offered).map(need).collect(),
            areas: self.site.areas.choices().map(area).collect(),
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

    /// Those on which one can apply on the day, as far as anyone knows: what
    /// closes first comes first.
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

/// What closes first comes first, what opens first among those that open
/// later; what closed last among the closed. Of equals, as the directory has
/// them: doubtful ones last.
fn in_order(offers: Vec<Offer<'_>>) -> Vec<Offer<'_>> {
    let day = |day: Option<Day>| day.map_or(u32::MAX >> 8, in_calendar);
    let key = |offer: &Offer<'_>| {
        let within = match offer.stage {
            Stage::Opening => day(offer.funding.opens.map(Day::first_day)),
            Stage::Closed => (u32::MAX >> 8) - day(offer.funding.closes.map(Day::last_day)),
            _ => day(offer.funding.closes.map(Day::first_day)),
        };
        // A day of the calendar has fewer bits than what stands before it.
        (offer.stage.index() as u32) << 24 | within
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
