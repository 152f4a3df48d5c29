//! What the reader has before them: the address, their own words, and what
//! they have opened. The page is drawn from this and from nothing else.

use super::OwnWords;
use directory::area::Areas;
use directory::filters::{Choice, Dropped, GROUPS, Group, options};
use directory::question::{Question, Urgency};
use directory::search::{Found, Query, Sort, View};
use directory::vocabulary::{Need, Thrive};
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
    pub own: OwnWords,
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
            own: OwnWords::default(),
            sort: Sort::Best,
            more: [0; 3],
            is_panel_open: false,
            results: None,
            entered,
        }
    }

    /// The same reader at another address. Their words go with them, unless it
    /// is one of a list or of the questions that has lost them.
    #[must_use]
    pub fn moved(&self, address: Address, dropped: Vec<Dropped>) -> Self {
        let is_page_of_choices = matches!(address, Address::Home(_) | Address::Results(_) | Address::StaffResults(_));
        let own = self.own.clone();
        let own = if is_page_of_choices { own.after(address.filters()) } else { own };
        if address.file() == self.address.file() {
            return Self { address, dropped, own, ..self.clone() };
        }
        let results = match &self.address {
            results @ (Address::Results(_) | Address::StaffResults(_)) => Some(results.clone()),
            _ => self.results.clone(),
        };
        Self { own, results, ..Self::at(address, dropped) }
    }

    /// The same reader with these words asked: at what fits, with what was
    /// understood among what they chose.
    #[must_use]
    pub fn asking(&self, typed: String, question: Option<Question>) -> Self {
        let (own, filters) = self.own.asked(self.address.filters(), typed, question);
        let address = match &self.address {
            Address::Home(_) => Address::Results(filters),
            other => other.clone().with_filters(filters),
        };
        Self { own, results: self.results.clone(), ..Self::at(address, Vec::new()) }
    }

    /// The same reader with a worry chosen instead of words.
    #[must_use]
    pub fn choosing(&self, need: Need) -> Self {
        let asked = self.asking(String::new(), None);
        let filters = asked.address.filters().and(Filters::default().toggled(Choice::Need(need)));
        Self { entered: filters, address: asked.address.clone().with_filters(filters), ..asked }
    }

    /// Who is looking.
    pub fn view(&self) -> View {
        if self.address.is_staff() { View::Staff } else { View::Families }
    }

    /// What they asked, if any word of it was understood or can be looked for.
    pub fn question(&self) -> Option<&Question> {
        let question = self.own.question.as_ref()?;
        (!question.understood.is_nothing() || !question.rest.is_empty()).then_some(question)
    }

    /// How urgent it is, by what they asked and by what they chose.
    pub fn urgency(&self) -> Option<Urgency> {
        let filters = self.address.filters();
        let is_crisis = filters.need.meets(Need::crisis_sensitive()) || filters.thrive.contains(Thrive::RiskSupport);
        let asked = self.question().and_then(|question| question.understood.urgency);
        asked.max(is_crisis.then_some(Urgency::Crisis))
    }

    /// Whether they came with a link, or read the page again, and so have lost
    /// the words that stood beside its filters.
    pub fn has_lost_words(&self) -> bool {
        self.address.filters().has_words && !self.own.has_rest()
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
    pub fn query(&self) -> Query<'_> {
        let (filters, question) = (self.address.filters(), self.question());
        Query { filters, view: self.view(), question, sort: self.sort }
    }

    /// Something was chosen in a form, by the name and the value of its field;
    /// or, where it `stands` chosen, is left as it is if they have it already.
    pub fn choose(&mut self, name: &str, value: &str, areas: &Areas, stands: bool) {
        if name == "sort" {
            self.sort = Sort::Best.by(value);
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
        let filters = self.changed(group, choice);
        self.own = std::mem::take(&mut self.own).after(filters);
        self.address = self.address.clone().with_filters(filters);
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

    fn asked(rest: &[&str]) -> Question {
        let mut question = Question::default();
        question.rest = rest.iter().map(|word| (*word).to_owned()).collect();
        question
    }

    #[test]
    fn words_go_along_and_an_open_panel_does_not() {
        let question = asked(&["piano"]);
        let reader = Reader::at(Address::Home(Filters::default()), Vec::new());
        let reader = reader.asking("piano".to_owned(), Some(question));
        let reader = Reader { is_panel_open: true, ..reader };
        let moved = reader.moved(Address::Urgent, Vec::new()).moved(reader.address.clone(), Vec::new());
        assert_eq!((moved.own.draft.as_str(), moved.is_panel_open), ("piano", false));
        assert_eq!(moved.question().map(|question| question.rest.len()), Some(1));
        // To start again is to start again.
        let again = reader.moved(Address::Home(Filters::default()), Vec::new());
        assert_eq!(again.own, OwnWords::default());
    }

    #[test]
    fn who_comes_by_a_link_has_lost_the_words_and_is_told() {
        let results = Address::Results(Filters::default().with_words(true));
        let reader = Reader::at(results, Vec::new());
        assert!(reader.has_lost_words());
        let question = asked(&["piano"]);
        assert!(!reader.asking("piano".to_owned(), Some(question)).has_lost_words());
        assert!(!reader.choosing(Need::Sleep).has_lost_words());
    }

    #[test]
    fn what_is_asked_and_what_is_chosen_are_urgent_alike() {
        let check = |needs: &[Need], asked: Option<Urgency>, expected: Option<Urgency>| {
            let filters = needs.iter().fold(Filters::default(), |all, need| all.toggled(Choice::Need(*need)));
            let mut question = self::asked(&["word"]);
            question.understood.urgency = asked;
            let reader = Reader::at(Address::Home(filters), Vec::new()).asking(String::new(), Some(question));
            assert_eq!(reader.urgency(), expected, "{needs:?} {asked:?}");
        };
        check(&[Need::Sleep], None, None);
        check(&[Need::Sleep], Some(Urgency::May), Some(Urgency::May));
        check(&[Need::Suicide], Some(Urgency::May), Some(Urgency::Crisis));
        check(&[Need::Suicide], Some(Urgency::Emergency), Some(Urgency::Emergency));
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
