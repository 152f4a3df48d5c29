//! What things are.

use std::fmt;

/// What a thing is, in the words of WAI-ARIA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are the standard's")]
pub enum Role {
    Alert,
    Article,
    Banner,
    Button,
    Cell,
    Checkbox,
    ColumnHeader,
    ComboBox,
    Complementary,
    ContentInfo,
    Dialog,
    Form,
    Group,
    Heading,
    Image,
    Link,
    List,
    ListBox,
    ListItem,
    Main,
    Navigation,
    Option,
    Radio,
    Region,
    Row,
    RowHeader,
    Search,
    SearchBox,
    Status,
    Table,
    TextBox,
}

impl Role {
    /// The word as it stands in markup.
    pub(super) fn word(self) -> String {
        match self {
            Self::Image => "img".to_owned(),
            other => format!("{other:?}").to_lowercase(),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.word())
    }
}
