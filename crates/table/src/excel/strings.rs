//! The texts of a workbook, each once, and how Excel writes signs in them.

use crate::limits::{MOST_CELLS, MOST_IN_CELL};
use crate::refused::Why;
use crate::xml::{Next, Xml};

/// The texts that cells name by number.
#[derive(Default)]
pub(crate) struct Strings(Vec<String>);

impl Strings {
    pub(crate) fn read(text: &str) -> Result<Self, Why> {
        let (mut xml, mut all) = (Xml::of(text), Vec::new());
        while let Some(next) = xml.next()? {
            if matches!(&next, Next::Begin(element) if element.local_name().as_ref() == "si") {
                all.push(rich(&mut xml, "si")?);
                if all.len() > MOST_CELLS {
                    return Err(Why::TooManyCells);
                }
            }
        }
        Ok(Self(all))
    }

    pub(crate) fn get(&self, at: usize) -> Option<&str> {
        self.0.get(at).map(String::as_str)
    }
}

/// A text in pieces, each with a look of its own, as one. Readings of it, as in
/// Japanese, are left out.
pub(crate) fn rich(xml: &mut Xml, until: &str) -> Result<String, Why> {
    let mut text = String::new();
    while let Some(next) = xml.next()? {
        match next {
            Next::Begin(element) if element.local_name().as_ref() == "t" => text += &xml.text()?,
            Next::Begin(element) if element.local_name().as_ref() == "rPh" => xml.skip()?,
            Next::End(name) if name == until => return Ok(unescaped(&text)),
            _ => {}
        }
        if text.len() > MOST_IN_CELL * 4 {
            return Err(Why::TooManyCells);
        }
    }
    Ok(unescaped(&text))
}

/// A text with the signs that Excel writes as `_x000D_`.
pub(crate) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        plain += before;
        let code = after.get(2..6).filter(|_| after.get(6..7) == Some("_"));
        let is_hex = |code: &&str| code.bytes().all(|sign| sign.is_ascii_hexdigit());
        let sign = code.filter(is_hex).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let length = if let Some(sign) = sign {
            plain.push(sign);
            7
        } else {
            plain += "_x";
            2
        };
        rest = after.get(length..).unwrap_or_default();
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_read_as_excel_writes_them() {
        for (written, text) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x12_", "_x12_"),
            ("_xé000_", "_xé000_"),
            ("_x", "_x"),
        ] {
            assert_eq!(unescaped(written), text);
        }
    }

    #[test]
    fn a_text_in_pieces_is_one_without_its_readings() {
        let strings = Strings::read(
            "<sst uniqueCount=\"99999999999999\"><si><r><t>Hill </t></r><r><t>View</t></r><rPh><t>x</t></rPh></si><si><t/></si></sst>",
        );
        let Ok(strings) = strings else { panic!("not read") };
        assert_eq!((strings.get(0), strings.get(1), strings.get(2)), (Some("Hill View"), Some(""), None));
    }
}
