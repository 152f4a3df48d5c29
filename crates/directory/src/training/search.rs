//! Which courses answer what a school looks for, and how many each option
//! would find.
//!
//! The three outcomes are those of the whole directory: it fits, it may fit
//! and one has to ask, it does not fit. What is not known is never yes and
//! never no.

use super::wanted::{Choice, GROUPS, Group, Wanted, When, options};
use super::{Mode, Session, courses};
use crate::Directory;
use crate::closed::Choices;
use crate::fact::Answer;
use crate::filters::Filters;
use crate::listing::Listing;
use crate::search::{Outcome, area_answer, judge};
use crate::vocabulary::{Need, Role};

/// The options of one group that a course answers, and those that it may
/// answer, as bits.
#[derive(Clone, Copy, Debug, Default)]
struct Answers {
    yes: u64,
    maybe: u64,
}

impl Answers {
    fn known<T>(yes: Choices<T>) -> Self {
        Self { yes: yes.bits(), maybe: 0 }
    }

    /// What is known; where nothing is, any option may be right.
    fn of<T>(known: Option<Choices<T>>) -> Self {
        known.map_or(Self { yes: 0, maybe: u64::MAX }, Self::known)
    }

    fn to(self, chosen: u64) -> Answer {
        match (self.yes & chosen != 0, self.maybe & chosen != 0) {
            (true, _) => Answer::Yes,
            (false, true) => Answer::NotKnown,
            (false, false) => Answer::No,
        }
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// What fits, in the order of the directory.
    pub fits: Vec<&'a Listing>,
    /// What fits because it is for any worry.
    pub any: Vec<&'a Listing>,
    /// What may fit: ask.
    pub may: Vec<&'a Listing>,
    counts: [[u16; 64]; GROUPS.len()],
}

impl<'a> Found<'a> {
    /// How many fit if this alone is chosen in its group, everything else
    /// staying as it is.
    pub fn count(&self, choice: Choice<'_>) -> usize {
        let group = self.counts.get(choice.group as usize);
        group.and_then(|group| group.get(choice.bit as usize)).copied().unwrap_or(0).into()
    }

    /// All that were found: what fits first.
    pub fn all(&self) -> impl Iterator<Item = &'a Listing> + '_ {
        self.fits.iter().chain(&self.any).chain(&self.may).copied()
    }
}

/// The courses that fit or may fit.
pub fn find<'a>(directory: &'a Directory, wanted: Wanted) -> Found<'a> {
    let options = GROUPS.map(|group| options(group, &directory.site.areas));
    let mut found = Found { fits: Vec::new(), any: Vec::new(), may: Vec::new(), counts: [[0; 64]; GROUPS.len()] };
    for listing in courses(directory) {
        let answers = GROUPS.map(|group| answers(directory, listing, group));
        let asked = Asked::of(directory, listing, wanted, &answers);
        match asked.outcome() {
            Outcome::Fits => found.fits.push(listing),
            Outcome::AnyWorry => found.any.push(listing),
            Outcome::May => found.may.push(listing),
            Outcome::No => {}
        }
        for group in GROUPS.into_iter().filter(|group| asked.is_yes_but_for(*group)) {
            let at = group as usize;
            let yes = answers.get(at).map_or(0, |answers| answers.yes);
            let of_group = options.get(at).into_iter().flatten().filter(|choice| yes >> choice.bit & 1 == 1);
            for choice in of_group {
                if let Some(count) = found.counts.get_mut(at).and_then(|group| group.get_mut(choice.bit as usize)) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }
    found
}

/// Whether one course fits.
pub fn outcome(directory: &Directory, listing: &Listing, wanted: Wanted) -> Outcome {
    let answers = GROUPS.map(|group| answers(directory, listing, group));
    Asked::of(directory, listing, wanted, &answers).outcome()
}

/// Why a course only may fit, one sentence for each reason.
pub fn reasons(directory: &Directory, listing: &Listing, wanted: Wanted) -> Vec<String> {
    let answers = GROUPS.map(|group| answers(directory, listing, group));
    let asked = Asked::of(directory, listing, wanted, &answers);
    let unknown = |group: &Group| asked.answers.get(*group as usize) == Some(&Answer::NotKnown);
    GROUPS.into_iter().filter(unknown).flat_map(|group| reason(directory, listing, wanted, group)).collect()
}

fn reason(directory: &Directory, listing: &Listing, wanted: Wanted, group: Group) -> Vec<String> {
    let is_in_person = listing.training.as_ref().is_some_and(|training| training.modes.is_some());
    let words = match group {
        Group::Role => "We do not know which roles it is for.",
        Group::Need => "We do not know which worries it is about.",
        Group::Phase => "We do not know which phase it is for.",
        Group::Length => "We do not know how long it is.",
        Group::Mode if is_in_person => "It is held in person. We do not know where.",
        Group::Mode => "We do not know where it is held.",
        Group::Cost => "We do not know what it costs.",
        Group::When => "We know of no date to come. Ask.",
        Group::Area => {
            let filters = Filters { area: wanted.area, ..Filters::default() };
            return judge(listing, filters, &directory.site.areas).1.iter().map(|reason| reason.words()).collect();
        }
    };
    vec![words.to_owned()]
}

/// The answer of one course to each group that was asked.
struct Asked {
    answers: [Answer; GROUPS.len()],
    /// Whether it answers the needs by answering any.
    is_any: bool,
}

impl Asked {
    fn of(directory: &Directory, listing: &Listing, wanted: Wanted, answers: &[Answers; GROUPS.len()]) -> Self {
        let mut all = [Answer::Yes; GROUPS.len()];
        for ((group, answers), answer) in GROUPS.into_iter().zip(answers).zip(&mut all) {
            *answer = match (wanted.bits(group), group) {
                (0, Group::Area) => area_answer(listing, None, &directory.site.areas),
                (0, _) => Answer::Yes,
                (chosen, _) => answers.to(chosen),
            };
        }
        let is_general = listing.needs.contains(Need::General) && wanted.need.iter().any(Need::is_for_families);
        let need = all.get_mut(Group::Need as usize);
        let is_any = is_general && need.as_deref() != Some(&Answer::Yes);
        if let (Some(need), true) = (need, is_any) {
            *need = Answer::Yes;
        }
        Self { answers: all, is_any }
    }

    fn outcome(&self) -> Outcome {
        match self.answers.into_iter().fold(Answer::Yes, Answer::and) {
            Answer::No => Outcome::No,
            Answer::NotKnown => Outcome::May,
            Answer::Yes if self.is_any => Outcome::AnyWorry,
            Answer::Yes => Outcome::Fits,
        }
    }

    /// Whether every other group is answered, and the need by its name.
    fn is_yes_but_for(&self, group: Group) -> bool {
        let others = GROUPS.into_iter().zip(self.answers).filter(|(one, _)| *one != group);
        others.map(|(_, answer)| answer).all(|answer| answer == Answer::Yes) && (group == Group::Need || !self.is_any)
    }
}

/// What a course answers in one group, whatever was chosen.
fn answers(directory: &Directory, listing: &Listing, group: Group) -> Answers {
    let training = listing.training.as_ref();
    match group {
        Group::Role => match training.and_then(|training| training.roles_known()) {
            Some(roles) if roles.contains(Role::AllStaff) => Answers::known(Role::ALL.iter().copied().collect()),
            // A recommendation for some says nothing of those whom it does not name.
            Some(roles) if training.is_some_and(|training| training.roles.is_empty()) => {
                Answers { yes: roles.bits(), maybe: !roles.bits() }
            }
            roles => Answers::of(roles),
        },
        Group::Need => Answers::of(Some(listing.needs).filter(|needs| !needs.is_empty())),
        Group::Phase => Answers::of(training.map(|training| training.phases).filter(|phases| !phases.is_empty())),
        Group::Length => Answers::of(training.and_then(|training| training.bands())),
        Group::Mode => modes(training.and_then(|training| training.modes.as_ref()).map(|fact| fact.value)),
        Group::Cost => {
            let cost = listing.cost.as_ref();
            Answers::of(cost.map(|cost| Choices::default().with(cost.value.kind)))
        }
        Group::When => {
            let dates = training.map(|training| training.coming(directory.today)).unwrap_or_default();
            let all = dates.iter().flat_map(|session| times(directory, session));
            Answers::of((!dates.is_empty()).then(|| all.collect()))
        }
        Group::Area => {
            let areas = &directory.site.areas;
            areas.choices().fold(Answers::default(), |answers, place| {
                let bit = 1 << place.bit();
                match area_answer(listing, Some(place), areas) {
                    Answer::Yes => Answers { yes: answers.yes | bit, ..answers },
                    Answer::NotKnown => Answers { maybe: answers.maybe | bit, ..answers },
                    Answer::No => answers,
                }
            })
        }
    }
}

/// Held in a school or elsewhere is in person; only "in person" may be either.
fn modes(known: Option<Choices<Mode>>) -> Answers {
    let places: Choices<Mode> = [Mode::InSchool, Mode::Elsewhere].into_iter().collect();
    match known {
        Some(modes) if modes.meets(places) => Answers::known(modes.with(Mode::InPerson)),
        Some(modes) if modes.contains(Mode::InPerson) => Answers { yes: modes.bits(), maybe: places.bits() },
        known => Answers::of(known),
    }
}

/// When a coming date is. One that has begun counts as today.
fn times(directory: &Directory, session: &Session) -> Vec<When> {
    let today = directory.today;
    let day = session.on.max(today);
    let mut times = vec![When::Dated];
    if today.days_until(day) <= 30 {
        times.push(When::Month);
    }
    match directory.site.terms.between(today, day) {
        0 => times.push(When::ThisTerm),
        1 => times.push(When::NextTerm),
        _ => {}
    }
    times
}
