//! The page that holds every service of an export, written one by one: it never
//! holds more than one of them.

use std::io::{Error, Result, Write};

use serde_json::Value;

/// A single page with so many services.
#[derive(Debug)]
pub struct Envelope<W> {
    out: W,
    total: usize,
    written: usize,
}

impl<W: Write> Envelope<W> {
    /// Begins the page. How many there will be must be known before the first.
    pub fn begin(mut out: W, total: usize) -> Result<Self> {
        write!(
            out,
            "{{\"total_items\":{total},\"total_pages\":1,\"page_number\":1,\"size\":{total},\
             \"first_page\":true,\"last_page\":true,\"empty\":{},\"contents\":[",
            total == 0
        )?;
        Ok(Self { out, total, written: 0 })
    }

    /// Writes one service.
    pub fn add(&mut self, service: &Value) -> Result<()> {
        self.out.write_all(if self.written == 0 { b"\n" } else { b",\n" })?;
        self.written += 1;
        Ok(serde_json::to_writer(&mut self.out, service)?)
    }

    /// Ends the page; it is none if it does not hold what it says.
    pub fn end(mut self) -> Result<W> {
        if self.written != self.total {
            let why = format!("{} services were announced and {} written", self.total, self.written);
            return Err(Error::other(why));
        }
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_says_how_much_it_holds_and_holds_that() {
        let mut page = Envelope::begin(Vec::new(), 2).unwrap();
        page.add(&json!({ "id": "a" })).unwrap();
        page.add(&json!({ "id": "b" })).unwrap();
        let read: Value = serde_json::from_slice(&page.end().unwrap()).unwrap();
        assert_eq!((read["total_items"].as_u64(), read["contents"].as_array().unwrap().len()), (Some(2), 2));
        assert_eq!((&read["total_pages"], &read["page_number"], &read["empty"]), (&json!(1), &json!(1), &json!(false)));
        let empty = Envelope::begin(Vec::new(), 0).unwrap().end().unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&empty).unwrap()["empty"], json!(true));
        assert!(Envelope::begin(Vec::new(), 1).unwrap().end().is_err());
    }
}
