//! What is known of an entry, and on whose word.
//!
//! Nothing of a fact is `None`: *not known*, which is never yes, never no.

/// On whose word a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Some source states it.
    Stated,
    /// Our own reading, and nobody's statement. It matches as known, ranks
    /// after what is stated, and says so on screen.
    Ours,
}

/// A value and its basis. An `Option<Fact<T>>` that is `None` is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// On whose word.
    pub basis: Basis,
}

/// Whether a listing answers what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It does.
    Yes,
    /// It may: ask.
    NotKnown,
    /// It does not.
    No,
}

impl Answer {
    /// Inside a group: any *yes* is yes, else any *not known* is not known.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::NotKnown, _) | (_, Self::NotKnown) => Self::NotKnown,
            _ => Self::No,
        }
    }

    /// Between groups: any *no* is out, else any *not known* may fit.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::NotKnown, _) | (_, Self::NotKnown) => Self::NotKnown,
            _ => Self::Yes,
        }
    }
}

impl From<bool> for Answer {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}
