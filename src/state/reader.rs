//! What the reader has before them: the address, their own words, and what
//! they have opened. The page is drawn from this and from nothing else.

use directory::area::Areas;
use directory::filters::{Choice, Dropped, GROUPS, Group, options};
use directory::search::{Found, Query, Question, Sort, View};
use directory::{Address, Filters};

/// How many rows of a list stand in the page before "Show more", in all its
/// parts together.
pub const ROWS: usize = 20;

/// How many rows of a part stand in the page at least, if it has so many: below
/// twenty that fit, it is still seen that others may.
const FEWEST: usize = 5;

/// What the reader has before them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// The page, with what is chosen on it.
    pub address: Address,
    /// What of the address was not understood.
    pub dropped: Vec<Dropped>,
    /// Their own words. They stay in memory: never in an address, a title, a
    /// history entry or on the device.
    pub words: String,
    /// In which order the results stand.
    pub sort: Sort,
    /// How many rows more they have asked for, of each part of the list.
    pub more: [usize; 3],
    /// Whether the filter panel is open on a phone.
    pub is_panel_open: bool,
    /// The results that they were at last, for the way back from a listing.
    pub results: Option<Address>,
    /// What was chosen when the page was opened: it decides which long lists
    /// stand open, so that none closes under the reader.
    pub entered: Filters,
}

impl Reader {
    /// Someone who has just arrived.
    pub fn at(address: Address, dropped: Vec<Dropped>) -> Self {
        let entered = address.filters();
        Self {
            address,
            dropped,
            words: String::new(),
            sort: Sort::Best,
            more: [0; 3],
            is_panel_open: false,
            results: None,
            entered,
        }
    }

    /// The same reader at another address; their words go with them.
    #[must_use]
    pub fn moved(&self, address: Address, dropped: Vec<Dropped>) -> Self {
        if address.file() == self.address.file() {
            return Self { address, dropped, ..self.clone() };
        }
        let results = match &self.address {
            results @ (Address::Results(_) | Address::StaffResults(_)) => Some(results.clone()),
            _ => self.results.clone(),
        };
        Self { words: self.words.clone(), results, ..Self::at(address, dropped) }
    }

    /// Who is looking.
    pub fn view(&self) -> View {
        if self.address.is_staff() { View::Staff } else { View::Families }
    }

    /// Their words as a question, if any word of them tells something.
    pub fn question(&self) -> Option<Question> {
        Question::new(&self.words)
    }

    /// How many rows stand in the page, of each part of a list.
    pub fn shown(&self, found: &Found) -> [usize; 3] {
        let mut left = ROWS;
        let mut rows = [found.fits.len(), found.any.len(), found.may.len()];
        for (count, more) in rows.iter_mut().zip(self.more) {
            let first = left.max(FEWEST).min(*count);
            left = left.saturating_sub(first);
            *count = (*count).min(first + more);
        }
        rows
    }

    /// What is asked of the directory.
    pub fn query<'a>(&self, question: Option<&'a Question>) -> Query<'a> {
        Query { filters: self.address.filters(), view: self.view(), question, sort: self.sort }
    }

    /// Something was chosen in a form, by the name and the value of its field;
    /// or, where it `stands` chosen, is left as it is if they have it already.
    pub fn choose(&mut self, name: &str, value: &str, areas: &Areas, stands: bool) {
        if name == "sort" {
            self.sort = if value == "name" { Sort::Name } else { Sort::Best };
        }
        let Some(group) = GROUPS.into_iter().find(|group| group.key() == name) else { return };
        let choice = options(group, areas).find(|choice| choice.slug(areas) == value);
        // What stands chosen but is no choice, as "Rather not say", lifts nothing.
        if stands && choice.is_none_or(|choice| self.address.filters().contains(choice)) {
            return;
        }
        if !stands {
            self.dropped.clear();
        }
        self.address = self.address.clone().with_filters(self.changed(group, choice));
    }

    /// The filters after a change in a form. At home an age or a place replaces
    /// the one before; in the panel each is added or taken away.
    pub fn changed(&self, group: Group, choice: Option<Choice>) -> Filters {
        let filters = self.address.filters();
        let is_home = matches!(self.address, Address::Home(_));
        let lifted = if is_home && group != Group::Need { filters.lifted(group) } else { filters };
        choice.map_or(lifted, |choice| lifted.toggled(choice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::closed::Closed;
    use directory::search::Row;
    use directory::vocabulary::Need;

    #[test]
    fn words_go_along_and_an_open_panel_does_not() {
        let mut reader = Reader::at(Address::Home(Filters::default()), Vec::new());
        reader.words = "cannot sleep".to_owned();
        reader.is_panel_open = true;
        let moved = reader.moved(Address::Results(Filters::default()), Vec::new());
        assert_eq!((moved.words.as_str(), moved.is_panel_open), ("cannot sleep", false));
    }

    #[test]
    fn twenty_rows_stand_in_the_page_and_some_of_each_part() {
        let check = |rows: [u32; 3], more, expected| {
            let some = |count: u32| (0..count).map(Row).collect();
            let [fits, any, may] = rows.map(some);
            let found = Found { fits, any, may, ..Found::default() };
            let reader = Reader { more, ..Reader::at(Address::Results(Filters::default()), Vec::new()) };
            assert_eq!(reader.shown(&found), expected, "{rows:?} {more:?}");
        };
        check([84, 0, 61], [0; 3], [20, 0, 5]);
        check([84, 3, 61], [20, 0, 40], [40, 3, 45]);
        check([2, 3, 50], [0; 3], [2, 3, 15]);
        check([18, 30, 1], [0, 20, 20], [18, 25, 1]);
    }

    #[test]
    fn the_way_back_from_a_listing_leads_to_the_results_that_were_left() {
        let results = Address::Results(Filters::default().toggled(Choice::Need(Need::Sleep)));
        let reader = Reader::at(results.clone(), Vec::new()).moved(Address::Urgent, Vec::new());
        let reader = reader.moved(Address::About, Vec::new());
        assert_eq!(reader.results, Some(results));
    }

    #[test]
    fn at_home_one_age_replaces_another_and_worries_add_up() {
        let choose = |reader: &Reader, choice: Choice| {
            let filters = reader.changed(choice.group(), Some(choice));
            reader.moved(Address::Home(filters), Vec::new())
        };
        let age = |slug| directory::age::AgeChoice::from_slug(slug).map(Choice::Age);
        let reader = Reader::at(Address::Home(Filters::default()), Vec::new());
        let (Some(six), Some(seven)) = (age("6"), age("7")) else { unreachable!() };
        let reader = choose(&choose(&reader, six), seven);
        let reader = choose(&choose(&reader, Choice::Need(Need::Sleep)), Choice::Need(Need::Ocd));
        let filters = reader.address.filters();
        assert_eq!((filters.age.len(), filters.need.len()), (1, 2));
    }
}
