//! Why a listing only may fit, in words.

/// Why a listing may fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its ages are not known.
    Ages,
    /// It takes this age under a condition.
    AgesIf(u8, String),
    /// What it helps with is not known.
    Need,
    /// Its kind of support is not known.
    Thrive,
    /// Where it is for is not known.
    Area,
    /// It is local, and where the family is was not said.
    LocalTo(String),
    /// It is for this region, and the family is somewhere else.
    MaybeIn(String),
    /// It is limited: "only where the school pays".
    Coverage(String),
    /// It is at some schools only.
    SomeSchools,
    /// Who can ask is not known.
    Access,
    /// What it is like is not known.
    Format,
    /// What it costs is not known.
    Cost,
}

impl Reason {
    /// The reason in a plain sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Ages => "We do not know which ages it is for.".to_owned(),
            Self::AgesIf(to, condition) => match bare(condition) {
                "" => format!("Up to age {to} only for some. Ask."),
                condition => format!("Up to age {to} only for some: {condition}."),
            },
            Self::Need => "We do not know which worries it helps with.".to_owned(),
            Self::Thrive => "We do not know which kind of support it is.".to_owned(),
            Self::Area => "We do not know which area it is for.".to_owned(),
            Self::LocalTo(area) => {
                format!("Only for people in {area}. Tell us where you are, or ask.")
            }
            Self::MaybeIn(area) => format!("Only for people in {area}. Ask if you are in {area}."),
            Self::Coverage(limit) => match bare(limit) {
                "" => "Not everywhere. Ask.".to_owned(),
                limit => format!("Not everywhere: {limit}."),
            },
            Self::SomeSchools => "Only at some schools. Ask your school if it is one of them.".to_owned(),
            Self::Access => "We do not know who can ask for it.".to_owned(),
            Self::Format => "We do not know what the help is like.".to_owned(),
            Self::Cost => "We do not know what it costs.".to_owned(),
        }
    }
}

/// The words of a source without the full stop that a sentence brings.
fn bare(words: &str) -> &str {
    words.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn a_reason_is_one_sentence_whatever_its_source_wrote() {
        let words = |condition: &str| Reason::AgesIf(24, condition.to_owned()).words();
        assert_eq!(words("care leavers."), "Up to age 24 only for some: care leavers.");
        assert_eq!(words(" "), "Up to age 24 only for some. Ask.");
        assert_eq!(Reason::Coverage(String::new()).words(), "Not everywhere. Ask.");
    }
}
