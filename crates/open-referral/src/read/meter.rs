//! A reader that gives up when one thing is too long to be what it should be.
//!
//! Parsers of JSON and of lists hold one value at a time, however long it is. A
//! file that is one endless value would fill the memory, so each service has an
//! allowance, which begins anew with the next.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// The most bytes that one service may have, beside what is read ahead.
pub const LONGEST: u64 = 4 * 1024 * 1024;

/// How much was read since the last service.
#[derive(Clone, Debug, Default)]
pub struct Meter(Rc<Cell<u64>>);

impl Meter {
    /// The next service begins.
    pub fn begin(&self) {
        self.0.set(0);
    }
}

/// Reads through a meter.
#[derive(Debug)]
pub struct Metered<R> {
    inner: R,
    meter: Meter,
}

impl<R: Read> Metered<R> {
    /// A reader and its meter.
    pub fn new(inner: R) -> (Self, Meter) {
        let meter = Meter::default();
        (Self { inner, meter: meter.clone() }, meter)
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.meter.0.get() > LONGEST {
            return Err(io::Error::other(format!("one service is longer than {} MB", LONGEST / (1024 * 1024))));
        }
        let count = self.inner.read(buffer)?;
        self.meter.0.set(self.meter.0.get().saturating_add(count as u64));
        Ok(count)
    }
}

impl<R: io::Seek> io::Seek for Metered<R> {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_value_is_given_up_and_the_next_begins_anew() {
        let (mut endless, meter) = Metered::new(io::repeat(b'a'));
        let mut buffer = vec![0; 64 * 1024];
        let mut read = 0_u64;
        let why = loop {
            match endless.read(&mut buffer) {
                Ok(count) => read += count as u64,
                Err(why) => break why,
            }
        };
        assert!(read <= LONGEST + 64 * 1024, "{read}");
        assert!(why.to_string().contains("longer than 4 MB"));
        meter.begin();
        assert!(endless.read(&mut buffer).is_ok());
    }
}
