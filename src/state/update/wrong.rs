//! What must be put right before anything is taken away: what the core would
//! refuse when it comes back.

use super::{Edited, Update};
use directory::closed::Closed;
use directory::day::{Day, typed};
use directory::person;
use directory::sheet::{Cells, Column};

/// The id of the field for the role.
pub const ROLE: &str = "update-role";
/// The id of the field for the day.
pub const ON: &str = "update-on";
/// The id of the list of how they know.
pub const MEANS: &str = "update-means";

impl Update {
    /// Everything that is wrong, each with the id of its field.
    pub fn wrong(&self) -> Vec<(String, String)> {
        let mut all = Vec::new();
        let mut add = |field: String, says: Option<String>| all.extend(says.map(|says| (field, says)));
        let is_confirmed = self.entries.iter().any(|one| one.is_right);
        let needed = |is_empty: bool, says: &str| (is_confirmed && is_empty).then(|| says.to_owned());
        let asked = |text: &str, says: &str| text.trim().is_empty().then(|| says.to_owned());
        add(ROLE.to_owned(), self.wrong_role());
        add(ROLE.to_owned(), needed(self.who.role.trim().is_empty(), "Write your role, under “Who says so”."));
        add(ON.to_owned(), self.wrong_day());
        add(ON.to_owned(), needed(self.who.on.trim().is_empty(), "Write the day on which you looked."));
        for (at, one) in self.entries.iter().enumerate().filter(|(_, one)| one.says_anything()) {
            let name = &one.record.name;
            let id = |column: Column| format!("update-{at}-{}", column.slug());
            for fact in &one.facts {
                let says = fact.wrong.as_ref().map(|wrong| [name, ", ", fact.column.label(), ": ", wrong].concat());
                add(id(fact.column), says);
            }
            if one.guard.is_none() {
                continue;
            }
            let of = |says: String| [name, ": ", &says].concat();
            let second = asked(&one.second, "Write the role of a second person who looked.");
            add(id(Column::SecondRole), second.or_else(|| self.wrong_second(one)).map(of));
            let call = asked(&one.called_on, "Write the day on which somebody dialled the number.");
            add(id(Column::CalledOn), call.or_else(|| self.wrong_call(one)).map(of));
        }
        // What is missing is said first, in the words of this page.
        if all.is_empty() { self.answered() } else { all }
    }

    /// What is wrong with the role that is written.
    pub fn wrong_role(&self) -> Option<String> {
        no_role(&self.who.role)
    }

    /// What is wrong with the day that is written.
    pub fn wrong_day(&self) -> Option<String> {
        no_day(&self.who.on, self.directory.today)
    }

    /// What is wrong with the second role of an entry.
    pub fn wrong_second(&self, one: &Edited) -> Option<String> {
        let is_same = directory::words::fold(&one.second) == directory::words::fold(&self.who.role);
        match is_same && !one.second.trim().is_empty() {
            true => Some("That is the first role again. It takes two different people.".to_owned()),
            false => no_role(&one.second),
        }
    }

    /// What is wrong with the day of the test call of an entry.
    pub fn wrong_call(&self, one: &Edited) -> Option<String> {
        no_day(&one.called_on, self.directory.today)
    }

    /// Whether the field of this id is filled in by choosing.
    pub fn is_chosen(&self, id: &str) -> bool {
        let slug = id.strip_prefix("update-").and_then(|rest| rest.split_once('-')).map(|(_, slug)| slug);
        let column = slug.and_then(Column::from_slug);
        id == MEANS || column.is_some_and(|column| matches!(column.kind(), Cells::One | Cells::Several))
    }

    /// Opens the entry in which the field of this id stands.
    pub fn reveal(&mut self, id: &str) {
        let rest = id.strip_prefix("update-").and_then(|rest| rest.split_once('-'));
        let is_fact = rest.and_then(|(_, slug)| Column::from_slug(slug)).is_some_and(Column::is_fact);
        let entry = rest.and_then(|(at, _)| at.parse().ok()).and_then(|at: usize| self.entries.get_mut(at));
        if let Some(entry) = entry.filter(|_| is_fact) {
            entry.is_open = true;
        }
    }

    /// Every field for own words, with what stands in it.
    pub fn fields(&self) -> Vec<(String, String)> {
        let mut all = vec![(ROLE.to_owned(), self.who.role.clone()), (ON.to_owned(), self.who.on.clone())];
        all.push(("update-find".to_owned(), self.wanted.clone()));
        for (at, one) in self.entries.iter().enumerate() {
            let facts = one.facts.iter().map(|fact| (fact.column, &fact.now));
            let others =
                [(Column::SecondRole, &one.second), (Column::CalledOn, &one.called_on), (Column::Note, &one.note)];
            let words =
                facts.chain(others).map(|(column, now)| (format!("update-{at}-{}", column.slug()), now.clone()));
            all.extend(words);
        }
        all
    }
}

fn no_role(text: &str) -> Option<String> {
    let why = person::no_role(text, &[]).filter(|_| !text.trim().is_empty())?;
    Some(format!("Write a role, such as “team manager”: {why}."))
}

fn no_day(text: &str, today: Day) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    match typed::day(text.trim()) {
        None => Some("This is no date that we can read. Write it as 3/9/2026 or 3 September 2026.".to_owned()),
        Some(day) if today.days_until(day) > 0 => {
            Some("This day is still to come. Write a day that has been.".to_owned())
        }
        Some(_) => None,
    }
}
