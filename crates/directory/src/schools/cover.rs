//! Whether a service covers a school: yes, no, or not known, with the reason.
//!
//! Only what the service itself said is a yes. A no needs a list that the
//! service has confirmed, not too long ago, of which every school is known:
//! whoever is told no wrongly does not ask again.

use super::{Register, School};
use crate::Directory;
use crate::area::{Area, SchoolList, Schools};
use crate::day::Day;
use crate::fact::Answer;
use crate::freshness::Freshness;
use crate::listing::Listing;
use crate::search::View;
use crate::vocabulary::Audience;
use crate::words::fold;

/// Whether a service covers a school, and why we say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// It does, may, or does not.
    pub answer: Answer,
    /// The reason.
    pub why: Why,
}

/// Why a service covers a school, or does not, or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It covers all schools of the school's area.
    WholeArea,
    /// It covers all schools of an area where the school does not lie.
    OtherArea,
    /// It covers all schools of an area; where the school lies is not known.
    AreaNotKnown,
    /// There is a limit on it, in words.
    Limited,
    /// The school is on its list.
    OnList,
    /// Its list names a school of this name, and there are several.
    NameShared,
    /// The school is not on its list, which was confirmed.
    NotOnList,
    /// Its list names schools that the register does not know.
    ListUnclear,
    /// The school is not on its list, which nobody has confirmed.
    ListNotConfirmed,
    /// The school is not on its list, which was confirmed too long ago.
    ListOld,
    /// It covers some schools; which is not known.
    NoList,
}

impl Why {
    /// The answer that it gives.
    fn answer(self) -> Answer {
        match self {
            Self::WholeArea | Self::OnList => Answer::Yes,
            Self::OtherArea | Self::NotOnList => Answer::No,
            _ => Answer::NotKnown,
        }
    }

    /// The reason in a plain sentence, given when the list was confirmed.
    pub fn words(self, confirmed: Option<Day>) -> String {
        let on = confirmed.map(|day| format!(" on {}", day.words())).unwrap_or_default();
        match self {
            Self::WholeArea => "It is for all schools in this area.".to_owned(),
            Self::OtherArea => "It is for schools in another area.".to_owned(),
            Self::AreaNotKnown => "We do not know if this school is in its area. Ask.".to_owned(),
            Self::Limited => "There is a limit on it. Ask if it counts for this school.".to_owned(),
            Self::OnList if confirmed.is_some() => format!("The service confirmed its list of schools{on}."),
            Self::OnList => "This school is on its list. The service has not confirmed the list yet.".to_owned(),
            Self::NameShared => "Its list names a school like this, and there are several. Ask.".to_owned(),
            Self::NotOnList => format!("The service confirmed its list{on}. This school is not on it."),
            Self::ListUnclear => "Its list has names that we cannot match to a school. Ask.".to_owned(),
            Self::ListNotConfirmed => {
                "This school is not on the list that we have. The service has not confirmed that list. Ask.".to_owned()
            }
            Self::ListOld => format!("This school was not on its list{on}. Ask if that is still so."),
            Self::NoList => "Only some schools have it. We do not know which. Ask.".to_owned(),
        }
    }
}

/// A service that is tied to schools, and whether it covers the one chosen.
#[derive(Clone, Copy, Debug)]
pub struct Covering<'a> {
    /// Which service.
    pub listing: &'a Listing,
    /// Whether it covers the school.
    pub coverage: Coverage,
}

impl Register {
    /// Whether a service covers a school. `None`: it does not depend on the
    /// school.
    pub fn covers(&self, listing: &Listing, school: &School, directory: &Directory) -> Option<Coverage> {
        let area = &listing.area;
        let why = match &area.schools {
            Schools::NotBySchool => return None,
            Schools::NotKnown => Why::NoList,
            Schools::All => whole_area(area, school, directory),
            Schools::Listed(list) => self.on_list(list, area, school, directory),
        };
        Some(Coverage { answer: why.answer(), why })
    }

    fn on_list(&self, list: &SchoolList, area: &Area, school: &School, directory: &Directory) -> Why {
        if list.ids.contains(&school.id) {
            return Why::OnList;
        }
        let name = fold(&school.name);
        if list.names.iter().any(|one| fold(one) == name) {
            return if self.named(&school.name) > 1 { Why::NameShared } else { Why::OnList };
        }
        let freshness =
            directory.site.terms.freshness(area.coverage_confirmed.as_ref().map(|one| one.on), directory.today);
        match freshness {
            _ if list.ids.is_empty() && list.names.is_empty() => Why::NoList,
            _ if list.names.iter().any(|one| self.named(one) == 0) => Why::ListUnclear,
            Freshness::NeverChecked => Why::ListNotConfirmed,
            Freshness::VeryLate => Why::ListOld,
            Freshness::Current | Freshness::Late => Why::NotOnList,
        }
    }

    /// Every service that is tied to schools: those that cover this one, then
    /// those that may, then those that do not; each in the order of equals.
    pub fn services<'a>(&self, directory: &'a Directory, school: &School, view: View) -> Vec<Covering<'a>> {
        let all: Vec<_> = tied(directory, view)
            .filter_map(|listing| Some(Covering { listing, coverage: self.covers(listing, school, directory)? }))
            .collect();
        let of = |answer| all.iter().filter(move |one| one.coverage.answer == answer);
        [Answer::Yes, Answer::NotKnown, Answer::No].into_iter().flat_map(of).copied().collect()
    }
}

/// Every listing of a view that is tied to schools, in the order of equals.
pub fn tied(directory: &Directory, view: View) -> impl Iterator<Item = &Listing> {
    let families = [Audience::Parent, Audience::YoungPerson].into_iter().collect();
    let is_seen = move |listing: &&Listing| view == View::Staff || listing.audience.meets(families);
    let is_tied = |listing: &&Listing| listing.standing.is_listed() && listing.area.schools != Schools::NotBySchool;
    directory.listings().iter().filter(is_tied).filter(is_seen)
}

fn whole_area(area: &Area, school: &School, directory: &Directory) -> Why {
    if area.coverage.is_some() {
        return Why::Limited;
    }
    if area.is_national {
        return Why::WholeArea;
    }
    let Some(slug) = school.area.as_deref() else { return Why::AreaNotKnown };
    let areas = &directory.site.areas;
    let answer = |place: &String| match () {
        () if areas.lies_in(slug, place) => Answer::Yes,
        () if areas.lies_in(place, slug) => Answer::NotKnown,
        () => Answer::No,
    };
    match area.places.iter().map(answer).reduce(Answer::or) {
        Some(Answer::Yes) => Why::WholeArea,
        Some(Answer::No) => Why::OtherArea,
        _ => Why::AreaNotKnown,
    }
}
