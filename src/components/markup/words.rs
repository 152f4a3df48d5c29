//! Words in markup: fixed in the code, or read from the data.

/// A text, as it is read; it is escaped when it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Words that stand in the code.
    Fixed(&'static str),
    /// Words from the data.
    Read(String),
}

impl Words {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Fixed(words) => words,
            Self::Read(words) => words,
        }
    }

    /// Adds more of the same text.
    pub(super) fn add(&mut self, more: &str) {
        if !more.is_empty() {
            *self = Self::Read([self.as_str(), more].concat());
        }
    }
}

impl From<&'static str> for Words {
    fn from(words: &'static str) -> Self {
        Self::Fixed(words)
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self::Read(words)
    }
}

impl From<&String> for Words {
    fn from(words: &String) -> Self {
        Self::Read(words.clone())
    }
}

/// A text as it may stand in HTML, between tags and in quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
