//! Why a whole file is not taken in, in a sentence for whoever sent it.

use std::fmt;

/// A file that is refused: what is wrong with it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl Refused {
    /// With these words.
    pub fn because(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}
