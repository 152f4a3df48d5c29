//! The columns of a template: a closed set in the order people read.
//!
//! A slug stands in what was sent out and in the marks of a file that somebody
//! still has, so it never changes. A heading may be worded anew: the old one
//! then stands among the other headings.

use crate::closed::{Closed, closed_set};
use crate::vocabulary::Kind;
use crate::words::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

closed_set! {
    /// A column of a template.
    Column {
        StillRight: "still-right", "Still right?";
        Name: "name", "Name";
        Summary: "summary", "What it is";
        Doubt: "doubt", "What we are not sure of";
        Runs: "runs", "Does it still run?";
        OpensOn: "opens-on", "Paused: takes people again on";
        Successor: "successor", "Ended: what to use instead";
        Phones: "phones", "Phone numbers";
        Texts: "texts", "Numbers to text";
        Emails: "emails", "E-mail addresses";
        Web: "web", "Website";
        Ways: "ways", "Other ways to get in touch";
        Hours: "hours", "When it answers";
        Opening: "opening", "Opening times, day by day";
        Eligibility: "eligibility", "Who it is for";
        Ages: "ages", "Ages it helps";
        AgesExtended: "ages-extended", "Older ages, and when";
        UserAges: "user-ages", "Ages of adults who use it";
        Needs: "needs", "What it helps with";
        Audience: "audience", "Whom it speaks to";
        Places: "places", "Where it is for";
        WhoCounts: "who-counts", "Who counts as local";
        Coverage: "coverage", "Limits on where";
        Schools: "schools", "Which schools";
        Askers: "askers", "Who can ask";
        Youngest: "youngest", "Youngest age to ask alone";
        Route: "route", "How to ask";
        Steps: "steps", "How to ask, step by step";
        HaveReady: "have-ready", "What to have ready";
        PhoneWords: "phone-words", "What to say on the phone";
        Threshold: "threshold", "How much must be the matter";
        Consent: "consent", "Whose consent is needed";
        Exclusions: "exclusions", "Who it cannot take";
        Cost: "cost", "What it costs";
        CostNote: "cost-note", "Cost in words";
        Formats: "formats", "What the help is like";
        FormatNote: "format-note", "What the help is like, in words";
        Languages: "languages", "Languages";
        Accessibility: "accessibility", "Help for disabled people";
        Wait: "wait", "How long the wait is";
        SaidOn: "said-on", "Date of what is said about the wait";
        Next: "next", "What happens after asking";
        IfNotRight: "if-not-right", "If it is not the right place";
        WhileWaiting: "while-waiting", "What to do while waiting";
        After: "after", "What happens when it ends";
        AtEighteen: "at-18", "What happens at 18";
        Provider: "provider", "Who runs it";
        Commissioner: "commissioner", "Who pays for it";
        Kind: "kind", "Kind of entry";
        Suits: "suits", "Course: who it is for";
        Roles: "roles", "Course: roles it suits";
        Length: "length", "Course: how long";
        Time: "time", "Course: length to count with";
        Modes: "modes", "Course: where";
        Level: "level", "Course: level";
        Price: "price", "Course: price";
        Dates: "dates", "Course: dates";
        FollowUp: "follow-up", "Course: what follows";
        CourseNote: "course-note", "Course: anything else";
        Amount: "amount", "Money: how much";
        Applicants: "applicants", "Money: who may apply";
        Purpose: "purpose", "Money: what it is for";
        Opens: "opens", "Money: first day to apply";
        Closes: "closes", "Money: last day to apply";
        Rolling: "rolling", "Money: apply at any time";
        Version: "version", "Resource: version";
        Dated: "dated", "Resource: date of the version";
        CheckedBy: "checked-by", "Checked by (role)";
        CheckedOn: "checked-on", "Checked on";
        Means: "means", "How it was checked";
        SecondRole: "second-role", "Second role";
        CalledOn: "called-on", "Test call made on";
        Note: "note", "A note to us";
        LastChecked: "last-checked", "Last checked (for you to see)";
        Id: "id", "Entry (leave as it is)";
        Marks: "marks", "Marks (leave as they are)";
    }
}

/// How a column is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cells {
    /// Yes, or nothing.
    Tick,
    /// Words.
    Text,
    /// Several things, each on a line of its own.
    Lines,
    /// One of a few words.
    One,
    /// Some of a few words, with `; ` between them.
    Several,
    /// A day, or the month or year of it.
    Day,
    /// It is shown, and nobody fills it in.
    Locked,
    /// How the file was when it was sent out.
    Marks,
}

impl Column {
    /// How it is filled in.
    pub fn kind(self) -> Cells {
        match self {
            Self::StillRight => Cells::Tick,
            Self::Doubt | Self::LastChecked | Self::Id => Cells::Locked,
            Self::Marks => Cells::Marks,
            Self::Runs | Self::Cost | Self::Kind | Self::Means | Self::Rolling => Cells::One,
            Self::Ways
            | Self::Needs
            | Self::Audience
            | Self::Places
            | Self::WhoCounts
            | Self::Askers
            | Self::Formats
            | Self::Roles
            | Self::Modes => Cells::Several,
            Self::Phones
            | Self::Texts
            | Self::Emails
            | Self::Opening
            | Self::AgesExtended
            | Self::Schools
            | Self::Steps
            | Self::HaveReady
            | Self::PhoneWords
            | Self::Exclusions
            | Self::Languages
            | Self::Time
            | Self::Dates => Cells::Lines,
            Self::OpensOn
            | Self::SaidOn
            | Self::Opens
            | Self::Closes
            | Self::Dated
            | Self::CheckedOn
            | Self::CalledOn => Cells::Day,
            _ => Cells::Text,
        }
    }

    /// Whether it holds a fact of the entry, and not who checked it.
    pub fn is_fact(self) -> bool {
        !matches!(self.kind(), Cells::Locked | Cells::Marks | Cells::Tick) && !self.is_about_check()
    }

    /// Whether it says who looked at the entry, and how.
    pub fn is_about_check(self) -> bool {
        matches!(self, Self::CheckedBy | Self::CheckedOn | Self::Means | Self::SecondRole | Self::CalledOn | Self::Note)
    }

    /// Whether an entry of this kind has it.
    pub fn is_for(self, kind: Kind) -> bool {
        match self {
            Self::Suits
            | Self::Roles
            | Self::Length
            | Self::Time
            | Self::Modes
            | Self::Level
            | Self::Price
            | Self::Dates
            | Self::FollowUp
            | Self::CourseNote => kind == Kind::Training,
            Self::Amount | Self::Applicants | Self::Purpose | Self::Opens | Self::Closes | Self::Rolling => {
                kind == Kind::Funding
            }
            Self::Version | Self::Dated => kind == Kind::Resource,
            _ => true,
        }
    }

    /// The name that `stated` and `sources` have for what it holds. `None`:
    /// whose word that is, is kept nowhere.
    pub fn stated(self) -> Option<&'static str> {
        Some(match self {
            Self::Name => "name",
            Self::Summary => "summary",
            Self::Runs | Self::OpensOn | Self::Wait | Self::SaidOn => "availability",
            Self::Phones => "phone",
            Self::Texts => "text",
            Self::Emails => "email",
            Self::Web => "web",
            Self::Hours | Self::Opening => "hours",
            Self::Eligibility => "eligibility",
            Self::Ages => "ages",
            Self::AgesExtended => "ages_extended",
            Self::UserAges => "user_ages",
            Self::Needs => "needs",
            Self::Audience => "audience",
            Self::Places | Self::WhoCounts | Self::Coverage | Self::Schools => "area",
            Self::Askers
            | Self::Youngest
            | Self::Route
            | Self::Steps
            | Self::HaveReady
            | Self::PhoneWords
            | Self::Threshold
            | Self::Consent
            | Self::Exclusions
            | Self::Ways => "access",
            Self::Cost | Self::CostNote => "cost",
            Self::Formats | Self::Modes => "formats",
            Self::FormatNote => "format_note",
            Self::Languages => "languages",
            Self::Accessibility => "accessibility",
            Self::Next | Self::IfNotRight | Self::WhileWaiting | Self::After | Self::AtEighteen => "help",
            Self::Provider => "provider",
            Self::Commissioner => "commissioner",
            Self::Kind => "kind",
            Self::Successor => "standing",
            _ if !self.is_fact() => return None,
            _ if self.is_for(Kind::Training) && !self.is_for(Kind::Funding) => "training",
            _ if self.is_for(Kind::Funding) => "funding",
            _ => "resource",
        })
    }

    /// The column that a heading names, however it is written.
    pub fn of_heading(heading: &str) -> Option<Self> {
        if heading.len() > LONGEST_HEADING {
            return None;
        }
        HEADINGS.get(&fold(heading)).copied()
    }
}

/// No heading is longer, in bytes.
const LONGEST_HEADING: usize = 200;

/// Each column by all that its heading may be, folded.
static HEADINGS: LazyLock<BTreeMap<String, Column>> = LazyLock::new(|| {
    let names = |column: &Column| {
        let all = [column.label(), column.slug()].into_iter().chain(column.other_headings().iter().copied());
        all.map(|name| (fold(name), *column)).collect::<Vec<_>>()
    };
    Column::ALL.iter().flat_map(names).filter(|(name, _)| !name.is_empty()).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_leads_to_its_column_alone() {
        let mut seen: Vec<(String, Column)> = Vec::new();
        for column in Column::ALL.iter().copied() {
            for name in [column.label(), column.slug()].iter().chain(column.other_headings()) {
                assert_eq!(Column::of_heading(name), Some(column), "{name}");
                assert_eq!(Column::of_heading(&name.to_uppercase()), Some(column), "{name}");
                let taken = seen.iter().find(|(one, other)| *one == fold(name) && *other != column);
                assert!(taken.is_none(), "{name}: {taken:?}");
                seen.push((fold(name), column));
            }
        }
        for heading in ["", "  ", "Pigeons", "?"] {
            assert_eq!(Column::of_heading(heading), None, "{heading}");
        }
    }

    #[test]
    fn what_only_a_course_has_is_for_no_other_kind() {
        assert!(Column::Dates.is_for(Kind::Training) && !Column::Dates.is_for(Kind::Service));
        assert!(Column::Closes.is_for(Kind::Funding) && !Column::Closes.is_for(Kind::Training));
        assert!(Kind::ALL.iter().all(|kind| Column::Phones.is_for(*kind)));
    }

    #[test]
    fn the_word_of_a_fact_has_a_name_and_what_is_about_a_check_has_none() {
        assert_eq!(Column::Length.stated(), Some("training"));
        assert_eq!(Column::Amount.stated(), Some("funding"));
        assert_eq!(Column::Version.stated(), Some("resource"));
        assert_eq!(Column::Opening.stated(), Some("hours"));
        for column in Column::ALL {
            assert_eq!(column.stated().is_some(), column.is_fact(), "{column:?}");
        }
    }
}
