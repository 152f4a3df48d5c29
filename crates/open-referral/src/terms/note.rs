//! Attributes that are notes: a field of ours, with a text beside it.

use super::{id_of, names};
use uuid::Uuid;

names! {
    /// A field of ours. Its `value` is the text, its `label` what belongs to it,
    /// as each says here.
    Note {
        Slug: "slug", "Id of the entry in the directory that wrote this";
        FormerSlug: "former_slug", "Id that it had before";
        FormerName: "former_name", "Name that it had before";
        Pilot: "pilot", "Whether it is a pilot";
        Evaluated: "evaluated", "Whether it has been evaluated";
        Doubt: "doubt", "Why it is doubtful";
        Successor: "successor", "Id of what replaced it";
        CrisisRoute: "crisis_route", "Way to get help now that holds its numbers";
        AgeExtension: "age_extension", "Last year of age under a condition, which the label says";
        UserAges: "user_ages", "Ages of those who may use it themselves";
        Coverage: "coverage", "Limit of the area";
        Schools: "schools", "Which schools";
        SchoolName: "school_name", "Name of a school that it covers";
        SchoolId: "school_id", "Number of a school that it covers";
        CoverageConfirmed: "coverage_confirmed", "Day on which it confirmed its schools, with the role";
        Youngest: "youngest_asker", "Youngest age at which a young person can ask alone";
        Step: "access_step", "Step on the way to it";
        HaveReady: "have_ready", "What to have ready";
        Exclusion: "exclusion", "Who is not taken";
        Threshold: "threshold", "How much must be the matter";
        Consent: "consent", "Whose consent it asks for";
        PhoneWords: "phone_words", "Words to say on the phone";
        TextWord: "text_word", "Word to text";
        CostNote: "cost_note", "Cost in words";
        FormatNote: "format_note", "What the help is like, in words";
        Accessibility: "accessibility", "Help for disabled people";
        Wait: "waiting_time", "Waiting time; the label says as of when";
        OpensOn: "opens_on", "First day on which it takes people again";
        Next: "help_next", "What happens next";
        IfNotRight: "help_if_not_right", "If it is not the right place";
        WhileWaiting: "help_while_waiting", "While you wait";
        After: "help_after", "After it ends";
        AtEighteen: "help_at_18", "At 18";
        CourseSuits: "course_suits", "Who a course is for";
        CourseLength: "course_length", "Length of a course";
        CourseTime: "course_time", "Time that a course takes; the label says where it is held then";
        CourseLevel: "course_level", "Level of a course";
        CourseFollowUp: "course_follow_up", "What goes on after a course";
        CourseNote: "course_note", "Note on a course";
        CoursePrice: "course_price", "Pounds that a course costs; the label says for what";
        FundingAmount: "funding_amount", "Amount of money";
        FundingWho: "funding_who", "Who may apply for money";
        FundingFor: "funding_for", "What money is for";
        FundingOpens: "funding_opens", "First day on which one can apply";
        FundingCloses: "funding_closes", "Last day on which one can apply";
        FundingRolling: "funding_rolling", "Whether one can apply at any time";
        FundingPaysFor: "funding_pays_for", "Id of a course that money pays for";
        ResourceVersion: "resource_version", "Version of a resource";
        ResourceDated: "resource_dated", "Date of that version";
        ResourceCheckAfter: "resource_check_after", "Months after which to look for a newer one";
        Checked: "checked", "Means of the last check; the label says by which role";
        ReviewDue: "review_due", "Day from which a check is due again";
        Source: "source", "Where the record came from; the label says its licence";
        Basis: "basis", "On whose word a field stands: stated or ours; the label names the field";
    }
}

/// The taxonomy of notes: its codes are their link types.
pub const FIELDS: &str = "waymark-fields";

/// What a basis says of a field that some source states.
pub const STATED: &str = "stated";

/// What a basis says of a field that is our own reading.
pub const OURS: &str = "ours";

impl Note {
    /// The id of its term.
    pub fn term_id(self) -> Uuid {
        id_of("term", &format!("{FIELDS}/{}", self.link_type()))
    }
}
