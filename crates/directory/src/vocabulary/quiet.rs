//! The names of the pages of needs, as they stand in a history, in the log of a
//! network and over a shoulder: where a need is crisis-sensitive, its slug and
//! its title say nothing of it. The page itself says plainly what it is.

use super::Need;
use crate::closed::Closed;

impl Need {
    /// The slug of its page. It never changes once published; addresses after
    /// `#`, which no network sees, use [`Closed::slug`].
    pub fn page_slug(self) -> &'static str {
        match self {
            Self::SelfHarm => "someone-to-talk-to",
            Self::Suicide => "places-to-start",
            Self::Psychosis => "finding-support",
            Self::AbuseSafety => "help-and-advice",
            other => other.slug(),
        }
    }

    /// The need whose page has this slug.
    pub fn from_page_slug(slug: &str) -> Option<Self> {
        Self::for_staff().find(|need| need.page_slug() == slug)
    }

    /// The title of its page where the title must not name it.
    pub fn quiet_title(self) -> Option<&'static str> {
        match self {
            Self::SelfHarm => Some("Someone to talk to"),
            Self::Suicide => Some("Places to start"),
            Self::Psychosis => Some("Finding support"),
            Self::AbuseSafety => Some("Help and advice"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_slug_leads_back_to_its_need_alone() {
        for need in Need::for_staff() {
            assert_eq!(Need::from_page_slug(need.page_slug()), Some(need));
        }
        assert_eq!(Need::from_page_slug("general"), None);
    }

    #[test]
    fn nothing_gives_away_a_need_that_nobody_should_see() {
        for need in Need::for_staff() {
            assert_eq!(need.quiet_title().is_some(), need.is_crisis_sensitive(), "{need:?}");
            assert_eq!(need.page_slug() != need.slug(), need.is_crisis_sensitive(), "{need:?}");
            assert_eq!(Need::from_page_slug(need.slug()).is_none(), need.is_crisis_sensitive(), "{need:?}");
        }
        let told = Need::crisis_sensitive().iter().map(|need| [need.page_slug(), need.quiet_title().unwrap_or("")]);
        for words in told.flatten().map(str::to_lowercase) {
            for word in ["harm", "suicid", "psycho", "voice", "abuse", "safe", "crisis", "violen", "hurt"] {
                assert!(!words.contains(word), "{words}");
            }
        }
    }
}
