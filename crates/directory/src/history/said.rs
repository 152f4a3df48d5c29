//! One change as a sentence: in the log of an entry's page, and in its story.

use super::{Change, What};

impl Change {
    /// What happened, and by which role, if that is known.
    pub fn said(&self) -> String {
        let words: Vec<_> = self.fields.iter().map(|field| field.words()).collect();
        let said = match self.what {
            What::Gathered => return "gathered from published pages.".to_owned(),
            What::New => "new in this directory.".to_owned(),
            What::Changed => format!("changed: {}.", words.join(", ")),
            What::Renamed => match &self.was {
                Some(was) => format!("renamed. It was called {was}."),
                None => "renamed.".to_owned(),
            },
            What::Closed => "it has closed.".to_owned(),
            What::Reopened => "listed again.".to_owned(),
            What::Checked => "checked.".to_owned(),
            What::Withdrawn => "taken out for now.".to_owned(),
        };
        let why = self.why.as_ref().map(|why| format!(" {why}")).unwrap_or_default();
        let by = self.by.as_ref().map(|by| format!(" By: {by}.")).unwrap_or_default();
        [said, why, by].concat()
    }
}
