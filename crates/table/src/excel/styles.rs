//! How the cells of a workbook show their numbers.

use std::collections::BTreeMap;

use crate::number::Format;
use crate::refused::Why;
use crate::xml::{Next, Xml, attribute};

/// The formats that cells name by number.
#[derive(Default)]
pub(crate) struct Styles(Vec<Format>);

impl Styles {
    pub(crate) fn read(text: &str) -> Result<Self, Why> {
        let (mut xml, mut own, mut styles) = (Xml::of(text), BTreeMap::new(), Vec::new());
        let mut is_of_cells = false;
        while let Some(next) = xml.next()? {
            match next {
                Next::Begin(element) => match element.local_name().as_ref() {
                    "numFmt" => {
                        let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                        own.extend(id.zip(attribute(&element, "formatCode")));
                    }
                    "cellXfs" => is_of_cells = true,
                    "xf" if is_of_cells => {
                        let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                        styles.push(own.get(&id).map_or_else(|| Format::built_in(id), |code| Format::of(code)));
                    }
                    _ => {}
                },
                Next::End(name) if name == "cellXfs" => is_of_cells = false,
                _ => {}
            }
        }
        Ok(Self(styles))
    }

    /// The format of a style.
    pub(crate) fn get(&self, at: usize) -> &Format {
        self.0.get(at).unwrap_or(&Format::General)
    }
}
