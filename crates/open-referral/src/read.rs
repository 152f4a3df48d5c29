//! Other directories' data as entries of ours that wait for a person's yes.
//!
//! Feeds are dirty in regular ways: nothing here is strict, everything that is
//! left out is counted with its reason, and nothing is made up to fill a blank.
//! Each service is handed over as it comes, so that a feed of any length needs
//! no more memory than its longest service.

mod ages;
mod came;
mod cost;
mod days;
mod hours;
mod json;
mod mapping;
mod meter;
mod ours;
mod outpost;
mod own;
mod package;
mod phones;
mod places;
mod reach;
mod refused;
mod report;
mod service;
mod sheet;
mod terms_in;
mod value;
mod words;

pub use came::{Came, Offer, Options};
pub use json::json;
pub use mapping::{Mapping, suggest};
pub use package::{Source, Tables, package};
pub use refused::Refused;
pub use report::{Left, Report, Tally};
pub use sheet::sheet;

use came::Seen;
use serde_json::Value;

/// Takes services in, one after the other, of one file or of several.
#[derive(Debug)]
pub struct Reader<'o> {
    options: &'o Options,
    /// What became of all of it so far.
    pub report: Report,
    seen: Seen,
}

/// What is done with each service. An error of it ends the reading.
pub type Tell<'t> = dyn FnMut(Came, &mut Report) -> Result<(), Refused> + 't;

impl<'o> Reader<'o> {
    /// Nothing read yet.
    pub fn new(options: &'o Options) -> Self {
        Self { options, report: Report::default(), seen: Seen::default() }
    }

    /// What kind of file it is; the first of several says so.
    fn is_format(&mut self, format: &str) {
        if self.report.format.is_empty() {
            format.clone_into(&mut self.report.format);
        }
    }

    /// One service, as the JSON of its feed.
    fn take(&mut self, service: &Value, is_counted: bool, tell: &mut Tell<'_>) -> Result<(), Refused> {
        let came = service::take(service, is_counted, (&mut self.report, &mut self.seen, self.options));
        came.map_or(Ok(()), |came| tell(came, &mut self.report))
    }
}
