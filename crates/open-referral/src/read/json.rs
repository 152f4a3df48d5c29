//! Feeds of JSON: the envelopes of Open Referral UK and Outpost, a list, or one
//! service. Read as a stream: one service is in the memory at a time.

use std::io::Read;

use serde_json::{Map, Value};
use struson::reader::{JsonReader, JsonStreamReader, ReaderError, ReaderSettings, ValueType};

use super::meter::{Meter, Metered};
use super::value::{as_text, said};
use super::{Reader, Refused, Tell};

/// How deep a service may be nested. The deepest of the standards is 12.
const DEEPEST: u32 = 40;

/// Under which names envelopes hold their services.
const CONTENTS: [&str; 3] = ["contents", "content", "services"];

/// Reads a feed of JSON.
pub fn json(source: impl Read, reader: &mut Reader<'_>, tell: &mut Tell<'_>) -> Result<(), Refused> {
    let (source, meter) = Metered::new(WithoutMark::new(source));
    let settings = ReaderSettings {
        max_nesting_depth: Some(DEEPEST),
        track_path: false,
        // One number that is none spoils one field, and not the feed.
        restrict_number_values: false,
        ..ReaderSettings::default()
    };
    let mut stream = Stream { json: JsonStreamReader::new_custom(source, settings), meter };
    stream.whole(reader, tell)?;
    stream.json.consume_trailing_whitespace().map_err(|why| refused(&why))
}

struct Stream<R: Read> {
    json: JsonStreamReader<Metered<R>>,
    meter: Meter,
}

impl<R: Read> Stream<R> {
    fn whole(&mut self, reader: &mut Reader<'_>, tell: &mut Tell<'_>) -> Result<(), Refused> {
        match self.json.peek().map_err(|why| refused(&why))? {
            ValueType::Array => self.list(&Value::Null, reader, tell),
            ValueType::Object => self.envelope(reader, tell),
            _ => Err(Refused::because(
                "This JSON holds no services. Save the services of the feed as a list, and try again.",
            )),
        }
    }

    /// What is around the services, or one service itself.
    fn envelope(&mut self, reader: &mut Reader<'_>, tell: &mut Tell<'_>) -> Result<(), Refused> {
        let mut fields = Map::new();
        let mut has_services = false;
        self.json.begin_object().map_err(|why| refused(&why))?;
        while self.json.has_next().map_err(|why| refused(&why))? {
            let name = self.json.next_name_owned().map_err(|why| refused(&why))?;
            let is_list = self.json.peek().map_err(|why| refused(&why))? == ValueType::Array;
            if is_list && CONTENTS.contains(&name.as_str()) {
                has_services = true;
                // The services of an organisation stand within it.
                let outer = Value::Object(std::mem::take(&mut fields));
                self.list(&outer, reader, tell)?;
                if let Value::Object(outer) = outer {
                    fields = outer;
                }
            } else {
                let value = self.value()?;
                fields.insert(name, value);
            }
        }
        self.json.end_object().map_err(|why| refused(&why))?;
        let fields = Value::Object(fields);
        if !has_services {
            reader.is_format(format_of(&fields));
            if said(&fields, "id").is_none() && said(&fields, "name").is_none() {
                let why = "This JSON holds no services that can be found: no contents, content or services, and no service of its own.";
                return Err(Refused::because(why));
            }
            return reader.take(&fields, false, tell);
        }
        let told = ["total_items", "totalElements"].iter().find_map(|name| said(&fields, name)).and_then(as_text);
        let rows = reader.report.counted("rows");
        if let Some(told) = told.filter(|told| *told != rows.to_string()) {
            reader.report.note(
                "The feed says that it has another number of services than came: more pages?",
                &format!("{told}, and {rows} came"),
            );
        }
        Ok(())
    }

    fn list(&mut self, outer: &Value, reader: &mut Reader<'_>, tell: &mut Tell<'_>) -> Result<(), Refused> {
        self.json.begin_array().map_err(|why| refused(&why))?;
        while self.json.has_next().map_err(|why| refused(&why))? {
            self.meter.begin();
            let mut service = self.value()?;
            reader.is_format(format_of(&service));
            let is_organisation = said(outer, "name").is_some();
            if let (Value::Object(fields), true) = (&mut service, is_organisation) {
                fields.entry("organization").or_insert_with(|| outer.clone());
            }
            reader.take(&service, false, tell)?;
        }
        self.json.end_array().map_err(|why| refused(&why))
    }

    fn value(&mut self) -> Result<Value, Refused> {
        self.json.deserialize_next().map_err(|why| {
            use struson::serde::DeserializerError;
            match why {
                DeserializerError::ReaderError(why) => refused(&why),
                other => Refused::because(format!(
                    "This is no JSON that can be read: {other}. Save the feed again, and try once more."
                )),
            }
        })
    }
}

/// What kind of feed a service is of.
fn format_of(service: &Value) -> &'static str {
    let has = |name: &str| service.get(name).is_some();
    if has("target_directories") || has("send_needs") || (has("organisation") && has("min_age")) {
        "Outpost JSON"
    } else if ["eligibilitys", "eligibilities", "service_taxonomys", "service_taxonomies", "regular_schedules"]
        .iter()
        .any(|name| has(name))
    {
        "Open Referral UK 1.0 JSON"
    } else {
        "Open Referral UK 3.0 or HSDS 3 JSON"
    }
}

fn refused(why: &ReaderError) -> Refused {
    let place = |at: &dyn std::fmt::Display| at.to_string();
    Refused::because(match why {
        ReaderError::MaxNestingDepthExceeded { location, .. } => format!(
            "This JSON is nested deeper than any feed of services (at {}). Ask for the feed again from whoever keeps it.",
            place(location)
        ),
        ReaderError::SyntaxError(error) => {
            format!("This is no whole JSON: {error}. It may be cut off, or be another kind of file. Fetch it again.")
        }
        ReaderError::IoError { error, .. } => {
            format!("This cannot be read as JSON in UTF-8: {error}. Save it as UTF-8, and try again.")
        }
        other => format!("This JSON is not a feed of services: {other}."),
    })
}

/// A reader without the mark that some programs write before UTF-8.
struct WithoutMark<R> {
    inner: R,
    is_begun: bool,
    begun: std::io::Cursor<Vec<u8>>,
}

impl<R: Read> WithoutMark<R> {
    fn new(inner: R) -> Self {
        Self { inner, is_begun: false, begun: std::io::Cursor::default() }
    }
}

impl<R: Read> Read for WithoutMark<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if !self.is_begun {
            self.is_begun = true;
            let mut first = Vec::new();
            self.inner.by_ref().take(3).read_to_end(&mut first)?;
            if first == [0xef, 0xbb, 0xbf] {
                first.clear();
            }
            self.begun = std::io::Cursor::new(first);
        }
        match self.begun.read(buffer)? {
            0 => self.inner.read(buffer),
            count => Ok(count),
        }
    }
}
