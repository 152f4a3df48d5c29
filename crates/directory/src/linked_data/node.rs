//! A node of JSON-LD, put together property by property.

use serde_json::{Map, Value};

/// A thing of schema.org. What is not known is not written.
#[derive(Clone, Debug)]
pub struct Node(Map<String, Value>);

impl Node {
    /// A thing of this type.
    pub fn of(kind: &str) -> Self {
        Self(Map::new()).with("@type", kind)
    }

    /// The same with one property more.
    #[must_use]
    pub fn with(mut self, property: &str, value: impl Into<Value>) -> Self {
        self.0.insert(property.to_owned(), value.into());
        self
    }

    /// The same with a property that may not be known.
    #[must_use]
    pub fn maybe(self, property: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(property, value),
            None => self,
        }
    }

    /// The same with a property of any number of values: one stands alone.
    #[must_use]
    pub fn each<T: Into<Value>>(self, property: &str, values: impl IntoIterator<Item = T>) -> Self {
        let mut values: Vec<Value> = values.into_iter().map(Into::into).collect();
        match (values.pop(), values.is_empty()) {
            (None, _) => self,
            (Some(only), true) => self.with(property, only),
            (Some(last), false) => {
                values.push(last);
                self.with(property, values)
            }
        }
    }

    /// As it may stand in a `<script>`: nothing in it can end that element or
    /// begin another.
    pub fn written(self) -> String {
        Value::Object(self.0).to_string().replace('<', "\\u003c").replace('>', "\\u003e")
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_can_end_the_element() {
        let hostile = "</script><script>alert(1)</script><!-- \" \\ \u{2028} &";
        let written = Node::of("Service").with("name", hostile).written();
        assert!(!written.contains(['<', '>']), "{written}");
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["name"], hostile);
    }

    #[test]
    fn one_value_stands_alone_and_none_is_not_written() {
        let written = |values: &[&str]| Node::of("A").each("b", values.iter().copied()).written();
        assert_eq!(written(&[]), r#"{"@type":"A"}"#);
        assert_eq!(written(&["c"]), r#"{"@type":"A","b":"c"}"#);
        assert_eq!(written(&["c", "d"]), r#"{"@type":"A","b":["c","d"]}"#);
        assert_eq!(Node::of("A").maybe("b", None::<&str>).written(), r#"{"@type":"A"}"#);
    }
}
