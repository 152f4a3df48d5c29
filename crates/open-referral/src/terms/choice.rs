//! Attributes that are choices from a vocabulary of ours.

use super::{id_of, names};
use directory::closed::Closed;
use directory::resource::Sort;
use directory::training::Mode;
use directory::vocabulary::{Asker, Audience, CostKind, Format, Kind, LocalRule, Need, Phase, Role, Thrive, Way};
use uuid::Uuid;

names! {
    /// What is chosen. Each has a taxonomy of its own, whose codes are our
    /// slugs.
    Choice {
        Need: "need", "What it helps with";
        Thrive: "thrive_group", "THRIVE grouping";
        Audience: "intended_audience", "Whom it speaks to";
        Access: "access_route", "Who can ask";
        Format: "delivery_format", "What the help is like";
        Cost: "cost_kind", "Kind of cost";
        Kind: "resource_type", "Kind of entry";
        Way: "contact_way", "Way to get in touch";
        Place: "place", "Area that it is for";
        LocalRule: "local_rule", "Who counts as local";
        Standing: "standing", "Whether it runs";
        Availability: "availability", "Whether it takes people";
        Role: "role", "Role that a course suits";
        CoursePhase: "course_phase", "Phase of education";
        CourseMode: "course_mode", "Where a course is held";
        Sort: "resource_sort", "Sort of resource";
        ResourcePhase: "resource_phase", "Phase of education";
    }
}

/// The code that says that an entry carries no THRIVE grouping, which is not
/// the same as one of which nothing is known.
pub const NO_GROUPING: &str = "none";

impl Choice {
    /// The name of its taxonomy.
    pub fn taxonomy(self) -> &'static str {
        match self {
            Self::Need => "waymark-needs",
            Self::Thrive => "thrive",
            Self::Audience => "waymark-audience",
            Self::Access => "waymark-access",
            Self::Format => "waymark-formats",
            Self::Cost => "waymark-costs",
            Self::Kind => "waymark-kinds",
            Self::Way => "waymark-ways",
            Self::Place => "waymark-places",
            Self::LocalRule => "waymark-local-rules",
            Self::Standing => "waymark-standing",
            Self::Availability => "waymark-availability",
            Self::Role => "waymark-roles",
            Self::CoursePhase | Self::ResourcePhase => "waymark-phases",
            Self::CourseMode => "waymark-course-modes",
            Self::Sort => "waymark-resource-sorts",
        }
    }

    /// The id of one of its terms.
    pub fn term_id(self, code: &str) -> Uuid {
        id_of("term", &format!("{}/{code}", self.taxonomy()))
    }

    /// What a code says, for people; the code itself where its words are the
    /// site's own, as those of places.
    pub fn term(self, code: &str) -> &str {
        let label = match self {
            Self::Need => Need::from_slug(code).map(Need::label),
            Self::Thrive if code == NO_GROUPING => Some("Carries no grouping"),
            Self::Thrive => Thrive::from_slug(code).map(Thrive::label),
            Self::Audience => Audience::from_slug(code).map(Audience::label),
            Self::Access => Asker::from_slug(code).map(Asker::label),
            Self::Format => Format::from_slug(code).map(Format::label),
            Self::Cost => CostKind::from_slug(code).map(CostKind::label),
            Self::Kind => Kind::from_slug(code).map(Kind::label),
            Self::Way => Way::from_slug(code).map(Way::label),
            Self::LocalRule => LocalRule::from_slug(code).map(LocalRule::label),
            Self::Role => Role::from_slug(code).map(Role::label),
            Self::CoursePhase | Self::ResourcePhase => Phase::from_slug(code).map(Phase::label),
            Self::CourseMode => Mode::from_slug(code).map(Mode::label),
            Self::Sort => Sort::from_slug(code).map(Sort::label),
            Self::Availability => match code {
                "open" => Some("It takes people"),
                "long-wait" => Some("It takes people after a long wait"),
                "paused" => Some("It takes nobody for now"),
                _ => None,
            },
            Self::Standing => match code {
                "active" => Some("A source describes it running"),
                "doubtful" => Some("Doubtful or old"),
                "ended" => Some("It has ended"),
                _ => None,
            },
            Self::Place => (code == super::ENGLAND[0]).then_some("All of England"),
        };
        label.unwrap_or(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: Closed>(choice: Choice) {
        for slug in T::slugs() {
            assert_ne!(choice.term(slug), *slug, "{choice:?} has no words for it");
        }
    }

    #[test]
    fn every_word_of_the_vocabulary_has_a_term() {
        check::<Need>(Choice::Need);
        check::<Thrive>(Choice::Thrive);
        check::<Audience>(Choice::Audience);
        check::<Asker>(Choice::Access);
        check::<Format>(Choice::Format);
        check::<CostKind>(Choice::Cost);
        check::<Kind>(Choice::Kind);
        check::<Way>(Choice::Way);
        check::<LocalRule>(Choice::LocalRule);
        check::<Role>(Choice::Role);
        check::<Phase>(Choice::CoursePhase);
        check::<Mode>(Choice::CourseMode);
        check::<Sort>(Choice::Sort);
    }

    #[test]
    fn a_word_of_the_site_itself_stands_for_itself() {
        assert_eq!(Choice::Place.term("havering"), "havering");
        assert_eq!(Choice::CoursePhase.term_id("primary"), Choice::ResourcePhase.term_id("primary"));
    }
}
