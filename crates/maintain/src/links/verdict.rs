//! What came of visiting an address, and what to write.

use serde::{Deserialize, Serialize};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(super) enum Verdict {
    /// The page is gone for good: 404 or 410.
    Gone {
        /// What the site answers.
        why: String,
    },
    /// It leads where it should not.
    Suspicious {
        /// What is odd.
        why: String,
        /// Where it leads.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// The site says that the page has another address now.
    Moved {
        /// The new address.
        to: String,
    },
    /// Nothing answers. The reason may lie on this side.
    Unreachable {
        /// What happened.
        why: String,
    },
    /// The site does not answer programs, or not now.
    NotCheckable {
        /// What it said.
        why: String,
    },
    /// The site asks programs to stay away, so it was not visited.
    NotVisited,
    /// It works.
    Works,
}

impl Verdict {
    /// Each kind in the order in which it matters, with its heading and what to
    /// do about it.
    pub(super) const KINDS: [(&str, &str, &str); 7] = [
        ("gone", "Gone", "Find the new address, or take it out. If the service has ended, say so in its entry."),
        ("suspicious", "Suspicious", "Open each yourself before anybody else does, and write the right address."),
        ("moved", "Moved", "Write the new address, after a look at it."),
        ("unreachable", "Not reached", "Try once more later: the fault may lie here. If it stays, ask the service."),
        ("not-checkable", "Not checkable", "The site does not answer programs. Open each in a browser."),
        ("not-visited", "Not visited", "The site asks programs to stay away (robots.txt). Open each in a browser."),
        ("works", "Works", ""),
    ];

    /// Its place among the kinds.
    pub(super) fn place(&self) -> usize {
        match self {
            Self::Gone { .. } => 0,
            Self::Suspicious { .. } => 1,
            Self::Moved { .. } => 2,
            Self::Unreachable { .. } => 3,
            Self::NotCheckable { .. } => 4,
            Self::NotVisited => 5,
            Self::Works => 6,
        }
    }

    /// What was found, in a few words; nothing if the heading says it.
    pub(super) fn found(&self) -> Option<&str> {
        match self {
            Self::Gone { why } | Self::Unreachable { why } | Self::NotCheckable { why } => Some(why),
            Self::Suspicious { why, .. } => Some(why),
            Self::Moved { .. } | Self::NotVisited | Self::Works => None,
        }
    }

    /// Where it leads now.
    pub(super) fn to(&self) -> Option<&str> {
        match self {
            Self::Moved { to } | Self::Suspicious { to: Some(to), .. } => Some(to),
            _ => None,
        }
    }

    /// Whether it is to be looked at first next time.
    pub(super) fn is_doubtful(&self) -> bool {
        *self != Self::Works
    }
}
