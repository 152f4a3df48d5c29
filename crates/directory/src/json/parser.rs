//! From text to tree, byte by byte.

use super::Json;
use std::borrow::Cow;

/// The deepest nesting; a text of a hundred thousand brackets must not fill
/// the stack.
const DEEPEST: usize = 127;

/// A text on its way into a tree. Every step answers `None` where the text is
/// no JSON, and stays there.
pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The line it has come to, from 1.
    pub(super) fn line(&self) -> usize {
        1 + self.text.bytes().take(self.at).filter(|byte| *byte == b'\n').count()
    }

    /// The one value of the text, with nothing after it.
    pub(super) fn whole(&mut self) -> Option<Json<'a>> {
        let json = self.value()?;
        self.peek().is_none().then_some(json)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Most of the time of reading is spent here; it stands in the wasm once
    /// for each kind of byte that is skipped.
    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let skipped = rest.iter().position(|byte| !is_skipped(*byte)).unwrap_or(rest.len());
        self.at += skipped;
        skipped
    }

    fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn space(&mut self) {
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// A value, and the white space on both sides of it.
    fn value(&mut self) -> Option<Json<'a>> {
        self.space();
        let json = match self.peek()? {
            b'{' => {
                let mut fields = Vec::new();
                self.many(b'}', &mut |parser| {
                    parser.space();
                    let key = parser.string()?;
                    parser.space();
                    parser.eat(b':')?;
                    fields.push((key, parser.value()?));
                    Some(())
                })?;
                Json::Fields(fields)
            }
            b'[' => {
                let mut items = Vec::new();
                self.many(b']', &mut |parser| {
                    items.push(parser.value()?);
                    Some(())
                })?;
                Json::List(items)
            }
            b'"' => Json::Text(self.string()?),
            b'-' | b'0'..=b'9' => Json::Number(self.number()?),
            _ => self.word()?,
        };
        self.space();
        Some(json)
    }

    /// What stands between brackets, with commas between.
    fn many(&mut self, end: u8, one: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        self.at += 1;
        self.space();
        if self.eat(end).is_none() {
            one(self)?;
            while self.eat(end).is_none() {
                self.eat(b',')?;
                one(self)?;
            }
        }
        self.depth -= 1;
        Some(())
    }

    fn word(&mut self) -> Option<Json<'a>> {
        let rest = self.text.get(self.at..)?;
        let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        let (word, json) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
        self.at += word.len();
        Some(json)
    }

    fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        let _ = self.eat(b'-');
        // A nought leads no other digit.
        if self.eat(b'0').is_none() {
            self.digits()?;
        }
        if self.eat(b'.').is_some() {
            self.digits()?;
        }
        if self.eat(b'e').or_else(|| self.eat(b'E')).is_some() {
            let _ = self.eat(b'+').or_else(|| self.eat(b'-'));
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    fn digits(&mut self) -> Option<()> {
        (self.skip(|byte| byte.is_ascii_digit()) > 0).then_some(())
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.eat(b'"')?;
        let mut undone = String::new();
        let mut start = self.at;
        loop {
            self.skip(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            let plain = self.text.get(start..self.at)?;
            if self.eat(b'"').is_some() {
                return Some(if undone.is_empty() { Cow::Borrowed(plain) } else { Cow::Owned(undone + plain) });
            }
            undone.push_str(plain);
            self.eat(b'\\')?;
            undone.push(self.escaped()?);
            start = self.at;
        }
    }

    /// What an escape stands for, after its backslash.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.peek()?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = self.four()?;
                // The first half of a sign that UTF-16 writes in two.
                if let 0xd800..0xdc00 = code {
                    self.eat(b'\\')?;
                    self.eat(b'u')?;
                    let rest = self.four()?.checked_sub(0xdc00).filter(|rest| *rest < 0x400)?;
                    code = 0x1_0000 + ((code - 0xd800) << 10) + rest;
                }
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn four(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }
}
