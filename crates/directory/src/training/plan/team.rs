//! Who is at a school, and what its plan is to look for: the address of a plan.

use crate::area::{Areas, Places};
use crate::closed::{Choices, Closed};
use crate::filters::Dropped;
use crate::fragment::{add_key, each_value, whole};
use crate::training::DayLength;
use crate::training::wanted::{Choice, Group, Wanted, options};
use crate::vocabulary::{Need, Phase, Role};

/// The most people of one role.
pub const MOST_PEOPLE: u16 = 999;

/// The most hours that may be allowed for each person, in half hours.
pub const MOST_HOURS: u16 = 400;

/// The keys of the address, in their order.
const KEYS: [&str; 6] = ["have", "need", "phase", "area", "hours", "day"];

/// A team for which a plan is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Team {
    /// How many people there are of each role, by its place. Nought: the role
    /// is not ticked.
    ///
    /// Invariant: at most [`MOST_PEOPLE`] each, held by [`Team::with`].
    people: [u16; Role::ALL.len()],
    /// What the courses are to be about. Empty: anything.
    pub need: Choices<Need>,
    /// The phases of the school. Empty: not said.
    pub phase: Choices<Phase>,
    /// Where the school is. Empty: not said.
    pub area: Places,
    /// How long one person may spend on courses, in half hours; `None`: as long
    /// as it takes.
    ///
    /// Invariant: from 1 to [`MOST_HOURS`], held by [`Team::allowing`].
    hours: Option<u16>,
    /// How long the school counts for a day.
    pub day: DayLength,
}

impl Team {
    /// How many people have a role as the one that is counted.
    pub fn people(&self, role: Role) -> u16 {
        self.people.get(role.index()).copied().unwrap_or(0)
    }

    /// The roles that are ticked, with how many people have each.
    pub fn roles(&self) -> impl Iterator<Item = (Role, u16)> {
        let people = self.people;
        Role::ALL.iter().copied().zip(people).filter(|(_, people)| *people > 0)
    }

    /// The same with so many people of one role; with nought it is not ticked.
    #[must_use]
    pub fn with(mut self, role: Role, people: u16) -> Self {
        if let Some(before) = self.people.get_mut(role.index()) {
            *before = people.min(MOST_PEOPLE);
        }
        self
    }

    /// How long one person may spend on courses, in half hours.
    pub fn hours(&self) -> Option<u16> {
        self.hours
    }

    /// The same in minutes.
    pub fn minutes(&self) -> Option<u32> {
        self.hours.map(|half_hours| u32::from(half_hours) * 30)
    }

    /// The same with so many half hours for each person; with nought, or more
    /// than may be, as long as it takes.
    #[must_use]
    pub fn allowing(self, half_hours: u16) -> Self {
        Self { hours: Some(half_hours).filter(|hours| (1..=MOST_HOURS).contains(hours)), ..self }
    }

    /// The same with a day that counts for so long.
    #[must_use]
    pub fn counting(self, day: DayLength) -> Self {
        Self { day, ..self }
    }

    /// What it looks for among the courses, for any role.
    pub fn wanted(&self) -> Wanted {
        Wanted { need: self.need, phase: self.phase, area: self.area, ..Wanted::default() }
    }

    /// The same, looking for something else: needs, phases and areas.
    #[must_use]
    pub fn looking_for(self, wanted: Wanted) -> Self {
        Self { need: wanted.need, phase: wanted.phase, area: wanted.area, ..self }
    }

    /// Reads what stands after `#`, with what was dropped.
    pub fn read(fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let mut team = Self::default();
        let mut has_day = false;
        let dropped = each_value(fragment, &KEYS, &mut |at, value| match at {
            0 => team.take_role(value),
            1 => team.take(Group::Need, value, areas),
            2 => team.take(Group::Phase, value, areas),
            3 => team.take(Group::Area, value, areas),
            4 => {
                let hours = read_hours(value).filter(|_| team.hours.is_none());
                hours.is_some_and(|half_hours| {
                    team = team.allowing(half_hours);
                    team.hours.is_some()
                })
            }
            _ => {
                let day = read_hours(value).and_then(DayLength::new).filter(|_| !has_day);
                has_day |= day.is_some();
                team.day = day.unwrap_or(team.day);
                day.is_some()
            }
        });
        (team, dropped)
    }

    /// `senco:2`; of two for one role the first stands.
    fn take_role(&mut self, value: &str) -> bool {
        let Some((slug, people)) = value.split_once(':') else { return false };
        let role = Role::from_slug(slug).filter(|role| self.people(*role) == 0);
        let people = whole(people).filter(|people| (1..=MOST_PEOPLE).contains(people));
        let Some((role, people)) = role.zip(people) else { return false };
        *self = self.with(role, people);
        true
    }

    fn take(&mut self, group: Group, slug: &str, areas: &Areas) -> bool {
        let choice = options(group, areas).into_iter().find(|choice| choice.slug == slug);
        let wanted = self.wanted();
        if let Some(choice) = choice.filter(|choice| !wanted.contains(*choice)) {
            *self = self.looking_for(wanted.toggled(choice));
        }
        choice.is_some()
    }

    /// Writes what stands after `#`: one team, one text.
    pub fn write(&self, areas: &Areas) -> String {
        let mut written = String::new();
        let wanted = self.wanted();
        let chosen = |group: Group| {
            let is_chosen = move |choice: &Choice<'_>| wanted.contains(*choice);
            options(group, areas).into_iter().filter(is_chosen).map(|choice| choice.slug)
        };
        let [have, need, phase, area, hours, day] = KEYS;
        add_key(&mut written, have, self.roles().map(|(role, people)| format!("{}:{people}", role.slug())));
        add_key(&mut written, need, chosen(Group::Need));
        add_key(&mut written, phase, chosen(Group::Phase));
        add_key(&mut written, area, chosen(Group::Area));
        add_key(&mut written, hours, self.hours.map(written_hours).into_iter());
        let own_day = Some(self.day).filter(|day| *day != DayLength::default());
        add_key(&mut written, day, own_day.map(|day| written_hours(day.half_hours())).into_iter());
        written
    }
}

/// Hours as people type them, in half hours: `6`, `1.5`.
pub fn read_hours(text: &str) -> Option<u16> {
    let (whole_hours, half) = match text.split_once('.') {
        Some((hours, "5")) => (whole(hours)?, 1),
        Some((hours, "0")) => (whole(hours)?, 0),
        Some(_) => return None,
        None => (whole(text)?, 0),
    };
    whole_hours.checked_mul(2)?.checked_add(half)
}

/// Half hours as people write hours: `6`, `1.5`.
pub fn written_hours(half_hours: u16) -> String {
    format!("{}{}", half_hours / 2, if half_hours.is_multiple_of(2) { "" } else { ".5" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fragment: &str, canonical: &str, dropped: usize) {
        let (team, lost) = Team::read(fragment, &Areas::default());
        assert_eq!(team.write(&Areas::default()), canonical, "{fragment}");
        assert_eq!(lost.len(), dropped, "{fragment}: {lost:?}");
    }

    #[test]
    fn a_team_is_read_from_its_address() {
        check("have=senco:1,class-teacher:12", "have=class-teacher:12,senco:1", 0);
        check("day=6&hours=6&have=dsl:02", "have=dsl:2&hours=6", 0);
        check("hours=1.5&day=5.5", "hours=1.5&day=5.5", 0);
        check("need=suicide,sleep&phase=primary", "need=sleep,suicide&phase=primary", 0);
    }

    #[test]
    fn what_is_no_number_of_people_or_hours_is_dropped() {
        check("have=senco:0,senco:1000,senco,senco:-1,senco:1.5,cook:2", "", 6);
        check("have=senco:1,senco:2", "have=senco:1", 1);
        check("hours=0", "", 1);
        check("hours=6,7&hours=201", "hours=6", 2);
        check("day=25&day=0&day=1.25", "", 3);
        check("people=3&", "", 1);
    }
}
