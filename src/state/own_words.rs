//! What the reader says in their own words: what stands in the field, what they
//! asked with it, and what that chose.
//!
//! None of it is ever in an address, a title, a history entry or on the device.

use directory::Filters;
use directory::question::Question;
use directory::words::is_letter_or_digit;

/// The reader's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// What stands in the field, asked or not.
    pub draft: String,
    /// What was asked. `None`: nothing.
    pub question: Option<Question>,
    /// What the question added to the address: the next one takes it out again,
    /// and leaves what the reader chose.
    put: Filters,
}

impl OwnWords {
    /// These words asked, where this is chosen: with what is chosen then.
    pub fn asked(&self, filters: Filters, typed: String, question: Option<Question>) -> (Self, Filters) {
        let chosen = filters.without(self.put).with_words(false);
        let understood = question.as_ref().map(|question| question.understood.filters).unwrap_or_default();
        let put = understood.without(chosen);
        let own = Self { draft: typed, question, put };
        let filters = chosen.and(understood).with_words(own.has_rest());
        (own, filters)
    }

    /// The same words as they are when their page is left with this in the
    /// field: where something was asked, that stands there, and no more what was
    /// begun after it.
    #[must_use]
    pub fn left(self, typed: String) -> Self {
        let draft = self.question.as_ref().map_or(typed, |question| question.typed.clone());
        Self { draft, ..self }
    }

    /// The same words when something else is chosen. They are gone with the mark
    /// of them, or with the last thing that was understood of them.
    #[must_use]
    pub fn after(self, filters: Filters) -> Self {
        let is_kept = match &self.question {
            None => true,
            Some(_) if self.has_rest() => filters.has_words,
            Some(question) => question.understood.filters.shared(filters) != Filters::default(),
        };
        if is_kept { Self { put: self.put.shared(filters), ..self } } else { Self::default() }
    }

    /// Whether the question asks for more than its filters say: words that are
    /// left over, or help with any worry. A link cannot keep that.
    pub fn has_rest(&self) -> bool {
        self.question.as_ref().is_some_and(|question| {
            let understood = &question.understood;
            !question.rest.is_empty() || understood.is_general && understood.filters.need.is_empty()
        })
    }

    /// The words that are left over, as they are shown; where none is, all of
    /// what was typed.
    pub fn rest(&self) -> Option<String> {
        let question = self.question.as_ref().filter(|_| self.has_rest())?;
        Some(if question.rest.is_empty() { question.typed.trim().to_owned() } else { rest_of(question) })
    }
}

/// The words of a question that are left over, as they are shown.
pub fn rest_of(question: &Question) -> String {
    let words: Vec<_> = question.rest.iter().map(|word| bare(word)).collect();
    words.join(" ")
}

/// A word without the commas and quotes around it.
pub fn bare(word: &str) -> &str {
    word.trim_matches(|sign: char| !is_letter_or_digit(sign))
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::filters::Choice;
    use directory::vocabulary::Need;

    fn some(needs: &[Need]) -> Filters {
        needs.iter().fold(Filters::default(), |filters, need| filters.toggled(Choice::Need(*need)))
    }

    fn question(needs: &[Need], rest: &[&str]) -> Option<Question> {
        let mut question = Question::default();
        question.typed = "as it was typed".to_owned();
        question.understood.filters = some(needs);
        question.rest = rest.iter().map(|word| (*word).to_owned()).collect();
        Some(question)
    }

    fn asked(own: &OwnWords, filters: Filters, needs: &[Need], rest: &[&str]) -> (OwnWords, Filters) {
        own.asked(filters, String::new(), question(needs, rest))
    }

    #[test]
    fn a_question_takes_out_what_the_one_before_put_in_and_nothing_that_was_chosen() {
        let chosen = some(&[Need::Sleep]);
        let (own, filters) = asked(&OwnWords::default(), chosen, &[Need::Sleep, Need::Anxiety], &[]);
        assert_eq!(filters, some(&[Need::Sleep, Need::Anxiety]));
        let (own, filters) = asked(&own, filters, &[Need::Ocd], &["piano"]);
        assert_eq!(filters, some(&[Need::Sleep, Need::Ocd]).with_words(true));
        let (_, filters) = own.asked(filters, String::new(), None);
        assert_eq!(filters, chosen);
    }

    #[test]
    fn words_stay_while_their_mark_or_something_understood_of_them_does() {
        let (own, filters) = asked(&OwnWords::default(), Filters::default(), &[Need::Sleep, Need::Ocd], &["piano"]);
        assert_eq!(own.clone().after(filters.toggled(Choice::Need(Need::Sleep))).rest().as_deref(), Some("piano"));
        assert_eq!(own.after(some(&[Need::Sleep])), OwnWords::default());
        let (own, filters) = asked(&OwnWords::default(), Filters::default(), &[Need::Sleep, Need::Ocd], &[]);
        let fewer = filters.toggled(Choice::Need(Need::Sleep));
        assert!(own.clone().after(fewer).question.is_some());
        assert_eq!(own.after(Filters::default()), OwnWords::default());
    }

    #[test]
    fn a_page_that_is_left_keeps_what_it_was_for() {
        let begun = || "begun".to_owned();
        assert_eq!(OwnWords::default().left(begun()).draft, "begun");
        let (own, _) = asked(&OwnWords::default(), Filters::default(), &[Need::Sleep], &[]);
        assert_eq!(own.left(begun()).draft, "as it was typed");
    }

    #[test]
    fn help_with_any_worry_is_no_filter_and_is_lost_with_the_words() {
        let mut question = Question::default();
        question.typed = " someone to talk to ".to_owned();
        question.understood.is_general = true;
        let (own, filters) = OwnWords::default().asked(Filters::default(), String::new(), Some(question));
        assert!(filters.has_words);
        assert_eq!(own.rest().as_deref(), Some("someone to talk to"));
    }
}
