//! JSON, as far as the directory needs it: a text becomes a tree, once, and
//! records are filled from that.
//!
//! Serde writes its reader out anew for every type, which was a fifth of what
//! a phone had to load; this one is there once. It takes what `serde_json`
//! takes, which a law holds it to, and keeps keys that stand twice.

mod parser;

use parser::Parser;
use std::borrow::Cow;
use std::fmt;

/// A value, borrowed from its text wherever that is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is spelt.
    Number(&'a str),
    /// A text, its escapes undone.
    Text(Cow<'a, str>),
    /// `[…]`.
    List(Vec<Self>),
    /// `{…}`, in the order of the text; a key may stand twice.
    Fields(Vec<(Cow<'a, str>, Self)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
}

impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no JSON", self.line)
    }
}

impl<'a> Json<'a> {
    /// The value that a whole text spells.
    pub fn parse(text: &'a str) -> Result<Self, NotJson> {
        let mut parser = Parser::new(text);
        parser.whole().ok_or(NotJson { line: parser.line() })
    }

    /// The first field with this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Fields(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The whole number that it is.
    pub fn whole(&self) -> Option<i64> {
        match self {
            Self::Number(spelt) => spelt.parse().ok(),
            _ => None,
        }
    }

    /// What people see of it in a finding.
    pub fn shown(&self) -> &str {
        match self {
            Self::Null => "null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number(spelt) => spelt,
            Self::Text(text) => text,
            Self::List(_) => "[…]",
            Self::Fields(_) => "{…}",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_json_is_said_with_its_line() {
        for (text, line) in [("", 1), ("{\n\"id\": }", 2), ("[1,\n2,\n]", 3), ("\"a", 1), ("1 2", 1), ("[01]", 1)] {
            assert_eq!(Json::parse(text), Err(NotJson { line }), "{text}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_kept_twice() {
        let twice = Json::parse(r#"{"a": 1, "a": -2}"#);
        assert_eq!(twice, Ok(Json::Fields(vec![("a".into(), Json::Number("1")), ("a".into(), Json::Number("-2"))])));
        assert_eq!(twice.ok().and_then(|twice| twice.get("a").and_then(Json::whole)), Some(1));
    }
}
