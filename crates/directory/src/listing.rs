//! A listing: one entry of the directory. A service is one kind of it.
//!
//! A field that is `None` is not known; an empty list that may be empty says
//! so. Whoever shows a listing shows what is not known as "not known".

use crate::age::AgeRange;
use crate::area::Area;
use crate::closed::Choices;
use crate::day::Day;
use crate::fact::Fact;
use crate::funding::Funding;
use crate::id::ListingId;
use crate::resource::Resource;
use crate::vocabulary::{Asker, Audience, CostKind, Format, Kind, Need, Thrive};

pub use crate::contact::{Contacts, Number};
pub use crate::standing::{Standing, Successor};
pub use crate::training::Training;

/// One entry of the directory.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Names its file, page and link for ever.
    pub id: ListingId,
    /// Ids that it had before; each leads here.
    pub former_slugs: Vec<ListingId>,
    /// What it is called.
    pub name: String,
    /// What it was called before; each finds it.
    pub former_names: Vec<String>,
    /// Who provides it.
    pub provider: Option<Fact<String>>,
    /// Who commissions or pays for it.
    pub commissioner: Option<String>,
    /// Whether it is a pilot.
    pub is_pilot: Option<bool>,
    /// Whether it has been evaluated.
    pub is_evaluated: Option<bool>,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether it is shown, doubtful, held, taken out for now, or ended.
    pub standing: Standing,
    /// The crisis route that holds its numbers, if it is a crisis line.
    pub crisis_route: Option<String>,
    /// What it is, in one or two plain sentences.
    pub summary: String,
    /// Who it is for, in words.
    pub eligibility: Option<Fact<String>>,
    /// The ages of those whom it helps, in whole years.
    pub ages: Option<Fact<AgeRange>>,
    /// Older ages that it takes under a condition.
    pub ages_extended: Vec<AgeExtension>,
    /// The ages of those who may use it themselves, where that differs.
    pub user_ages: Option<AgeRange>,
    /// What it helps with; our own sorting. Empty: not known.
    pub needs: Choices<Need>,
    /// Its THRIVE groupings; our own sorting. `None`: not known. Crisis lines,
    /// safeguarding hubs, documents and training carry none.
    pub thrive: Option<Choices<Thrive>>,
    /// Whom it speaks to; our own sorting.
    pub audience: Choices<Audience>,
    /// Where it is for.
    pub area: Area,
    /// Who can ask, and how.
    pub access: Access,
    /// How to get in touch.
    pub contacts: Contacts,
    /// When it answers, in words.
    pub hours: Option<Fact<String>>,
    /// When it answers, for the clock. Empty: not known.
    pub opening: Vec<Opening>,
    /// What it costs whoever uses it.
    pub cost: Option<Fact<Cost>>,
    /// What the help is like.
    pub format: Option<Fact<Choices<Format>>>,
    /// The same in the source's words.
    pub format_note: Option<String>,
    /// Which languages. `None`: not known.
    pub languages: Option<Vec<String>>,
    /// Help for disabled people, in words.
    pub accessibility: Option<String>,
    /// How things stand today.
    pub availability: Availability,
    /// What happens next, and after.
    pub course_of_help: CourseOfHelp,
    /// For a course: for whom and how long.
    pub training: Option<Training>,
    /// For money to apply for: how much, who may, and when.
    pub funding: Option<Funding>,
    /// For something to read or use: what sort of thing, and of which date.
    pub resource: Option<Resource>,
    /// What supports which fields.
    pub sources: Vec<Source>,
    /// The date of the newest dated source: not a check by the publisher.
    pub last_source: Option<Day>,
    /// The publisher's own last check.
    pub checked: Option<Check>,
    /// Whose data it came in with. `None`: it was written here.
    pub imported: Option<Imported>,
}

impl Listing {
    /// Whether families see it in their view. Whom it speaks to may be not
    /// known, and then it may be families.
    pub fn is_for_families(&self) -> bool {
        let families = Choices::default().with(Audience::Parent).with(Audience::YoungPerson);
        self.audience.is_empty() || self.audience.meets(families)
    }
}

/// A longer reach under a condition: "to 25 with SEND".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeExtension {
    /// The last whole year under the condition.
    pub to: u8,
    /// The condition, in words.
    pub condition: String,
}

/// Who can ask, and how.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Who can ask. `None`: not known.
    pub askers: Option<Fact<Choices<Asker>>>,
    /// The youngest age at which a young person can ask alone.
    pub youngest_asker: Option<u8>,
    /// Who may refer and how, in the source's words.
    pub route: Option<Fact<String>>,
    /// Step by step.
    pub steps: Vec<String>,
    /// What to have ready.
    pub have_ready: Vec<String>,
    /// Who is not taken: "not while with CAMHS".
    pub exclusions: Vec<String>,
    /// How much must be the matter before it takes somebody, in the source's
    /// words.
    pub threshold: Option<Fact<String>>,
    /// Whose consent it asks for, in the source's words.
    pub consent: Option<Fact<String>>,
    /// Words to say on the phone, as the service gives them. Empty: not known.
    pub phone_words: Vec<String>,
}

/// Hours on some days of the week, in minutes after midnight, UK time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Days as bits, Monday the lowest.
    pub days: u8,
    /// The first minute.
    pub from: u16,
    /// The minute it closes; 1440 is midnight.
    pub to: u16,
}

impl Opening {
    /// Whether it is open on a day (0 is Monday) at a minute.
    pub fn is_open(self, day: u8, minute: u16) -> bool {
        self.days >> day.min(7) & 1 == 1 && (self.from..self.to).contains(&minute)
    }
}

/// What it costs whoever uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Which kind of cost.
    pub kind: CostKind,
    /// The rest in words, or empty: an amount and its unit, who pays.
    pub note: String,
}

/// How things stand today. Each `None` is not known.
#[derive(Clone, Debug, Default)]
pub struct Availability {
    /// Open, a long wait, or paused.
    pub state: Option<AvailabilityState>,
    /// The wait, in words.
    pub wait: Option<String>,
    /// The date of that statement.
    pub said_on: Option<Day>,
    /// The first day on which it says that it takes people again. In no bundle
    /// for lists.
    pub opens_on: Option<Day>,
}

/// Whether a service takes people today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AvailabilityState {
    /// It takes people.
    Open,
    /// It does, after a long wait.
    LongWait,
    /// It takes nobody for now.
    Paused,
}

/// What happens after someone has asked. Each `None` is not known.
#[derive(Clone, Debug, Default)]
pub struct CourseOfHelp {
    /// What happens next, and when.
    pub next: Option<String>,
    /// What happens if it is not the right place.
    pub if_not_right: Option<String>,
    /// What to do while waiting.
    pub while_waiting: Option<String>,
    /// What happens after it ends.
    pub after: Option<String>,
    /// What happens at 18.
    pub at_18: Option<String>,
}

/// What supports which fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The fields, as the record names them.
    pub fields: Vec<String>,
    /// Which page or list, with its date.
    pub says: String,
    /// What kind of source it is: "official page".
    pub kind: String,
}

/// A check by the publisher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// When.
    pub on: Day,
    /// By which role, never by a named person.
    pub by: String,
    /// By what means: "called", "the partner's yes".
    pub means: String,
    /// Which other role looked as well, where one is not enough. In no bundle
    /// for lists.
    pub second: Option<String>,
    /// On which day somebody dialled its number. In no bundle for lists.
    pub called_on: Option<Day>,
}

/// Another directory's data, of which an entry was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Whose data it is, in words.
    pub from: String,
    /// Under which licence. `None`: not known, so it may not be published.
    pub licence: Option<String>,
    /// The day on which it last came in.
    pub on: Day,
    /// What it is called there.
    pub id: String,
}

#[cfg(test)]
mod tests {
    use super::Opening;

    #[test]
    fn a_place_is_open_from_its_first_minute_until_the_one_it_closes_at() {
        let weekdays = Opening { days: 0b1_1111, from: 570, to: 960 };
        for (day, minute, is_open) in [
            (0, 569, false),
            (0, 570, true),
            (4, 959, true),
            (4, 960, false),
            (5, 600, false),
            (7, 600, false),
            (200, 600, false),
        ] {
            assert_eq!(weekdays.is_open(day, minute), is_open, "{day} {minute}");
        }
        let all_day = Opening { days: 0b111_1111, from: 0, to: 1440 };
        assert!(all_day.is_open(6, 0) && all_day.is_open(6, 1439));
    }
}
