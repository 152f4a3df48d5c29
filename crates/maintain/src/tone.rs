//! How the command speaks: in colour on a terminal and nowhere else, and no more
//! than was asked for.
//!
//! Colour is laid over what is written, by the word at the start of a line, so
//! that no command has to think of it and no file ever holds any.

use std::io::{self, IsTerminal, Write};

use crate::spelling::Spelling;
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The words that begin a line, and how they are painted: bold, in red, yellow
/// and cyan, which every terminal has.
const WORDS: [(&str, &str); 3] =
    [("error:", "\u{1b}[1;31m"), ("warning:", "\u{1b}[1;33m"), ("advice:", "\u{1b}[1;36m")];

const PLAIN: &str = "\u{1b}[0m";

impl Colour {
    /// Whether what is written to a stream is painted.
    pub fn paints(self, stream: &(impl anstream::stream::RawStream + anstream::stream::AsLockedWrite)) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => AutoStream::choice(stream) != ColorChoice::Never,
        }
    }
}

/// A stream on which the first word of a line is painted, if it says how much
/// the line matters, and commands are spelt as the program has them.
pub struct Painted<W: Write> {
    inner: W,
    is_painting: bool,
    spelling: Spelling,
    line: Vec<u8>,
}

impl<W: Write> Painted<W> {
    /// Paints what is written to a stream, or leaves it as it is.
    pub fn new(inner: W, is_painting: bool, spelling: Spelling) -> Self {
        Self { inner, is_painting, spelling, line: Vec::new() }
    }

    fn line_out(&mut self) -> io::Result<()> {
        if let Ok(text) = std::str::from_utf8(&self.line) {
            self.line = self.spelling.spell(text).into_bytes();
        }
        let word = WORDS.iter().find(|(word, _)| self.is_painting && self.line.starts_with(word.as_bytes()));
        if let Some((word, paint)) = word {
            self.inner.write_all(paint.as_bytes())?;
            self.inner.write_all(word.as_bytes())?;
            self.inner.write_all(PLAIN.as_bytes())?;
            self.line.drain(..word.len());
        }
        self.inner.write_all(&self.line)?;
        self.line.clear();
        Ok(())
    }
}

impl<W: Write> Write for Painted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_painting && self.spelling.is_as_written() {
            return self.inner.write(bytes);
        }
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(line);
            if line.ends_with(b"\n") {
                self.line_out()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.line_out()?;
        self.inner.flush()
    }
}

impl<W: Write> Drop for Painted<W> {
    fn drop(&mut self) {
        // There is nobody left to tell that the last words did not get through.
        let _ = self.flush();
    }
}

/// A bar for work that takes a while: so many steps, each a "web address" or an
/// "entry". It is seen on a terminal alone, and not where quiet was asked for;
/// it leaves no line behind.
pub fn bar(is_quiet: bool, steps: Option<u64>, what: &str) -> ProgressBar {
    if is_quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, shape) = match steps {
        Some(steps) => (ProgressBar::new(steps), "{bar:30} {pos} of {len} {prefix}, {eta} left  {msg}"),
        None => (ProgressBar::new_spinner(), "{spinner} {pos} {prefix} in {elapsed}  {msg}"),
    };
    bar.set_draw_target(ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template(shape).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style).with_prefix(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn painted(pieces: &[&str], is_painting: bool) -> String {
        let mut out = Vec::new();
        let mut stream = Painted::new(&mut out, is_painting, Spelling::cargo(Path::new("data")));
        pieces.iter().for_each(|piece| stream.write_all(piece.as_bytes()).unwrap());
        drop(stream);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_first_word_alone_is_painted_however_a_line_comes() {
        for pieces in [
            &["error: a\n    error: b\nwarn", "ing: c\nadvice: d"][..],
            &["error: a\n    error: b\nwarning: c\nadvice: d"],
        ] {
            let expected = "\u{1b}[1;31merror:\u{1b}[0m a\n    error: b\n\u{1b}[1;33mwarning:\u{1b}[0m c\n\u{1b}[1;36madvice:\u{1b}[0m d";
            assert_eq!(painted(pieces, true), expected);
            assert_eq!(painted(pieces, false), pieces.concat());
        }
        assert_eq!(painted(&["errors: 3\n", ""], true), "errors: 3\n");
    }

    #[test]
    fn a_bar_is_hidden_where_nobody_looks_at_a_terminal() {
        assert!(bar(true, Some(3), "entries").is_hidden());
    }
}
