//! Markup: a page, or a piece of one, as a plain value.
//!
//! One type for every element, so that it is compiled once and not once for
//! each shape of view. Drawn in the browser and to HTML alike; from one value
//! to the next only what differs is touched.

mod draw;
mod patch;
mod words;

pub use words::{Words, escaped};

/// An element with its attributes and what it holds.
///
/// Attributes are written as text and never as markup, so that nothing in the
/// data can become an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markup(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<Child>,
}

/// An attribute that says something; or one that is there or not, or holds what
/// was typed, and then is a property of the element: `checked`, `value`.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Words(Words),
    Is(bool),
    Now(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Child {
    Element(Markup),
    Words(Words),
}

/// An element of this class, which may be empty.
pub fn el(tag: &'static str, class: &'static str) -> Markup {
    let mut markup = Markup(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }));
    if !class.is_empty() {
        markup.0.attributes.push(("class", Value::Words(Words::Fixed(class))));
    }
    markup
}

/// An element that only the build draws. The app takes it out of the page that
/// it takes over: until then the style must have hidden it, or it stands where
/// nothing below it can move.
pub fn drawn_only(element: impl FnOnce() -> Markup) -> Option<Markup> {
    cfg!(not(target_arch = "wasm32")).then(|| element().with("data-drawn", ""))
}

/// A link of this class.
pub fn link(class: &'static str, href: impl Into<Words>) -> Markup {
    el("a", class).with("href", href)
}

impl Markup {
    /// The same with one attribute more.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.with_words(name, value.into())
    }

    #[inline(never)]
    fn with_words(mut self, name: &'static str, value: Words) -> Self {
        self.0.attributes.push((name, Value::Words(value)));
        self
    }

    /// The same, and it is or is not so: `checked`, `selected`, `open`.
    #[must_use]
    #[inline(never)]
    pub fn is(mut self, name: &'static str, is_so: bool) -> Self {
        self.0.attributes.push((name, Value::Is(is_so)));
        self
    }

    /// The same, with a field that now holds this text: `value`.
    #[must_use]
    #[inline(never)]
    pub fn now(mut self, name: &'static str, text: &str) -> Self {
        self.0.attributes.push((name, Value::Now(text.to_owned())));
        self
    }

    /// The same with these words after all that it holds. Words after words are
    /// one text, and no words are none, as in a page that is read from HTML.
    #[must_use]
    pub fn says(self, words: impl Into<Words>) -> Self {
        self.says_words(words.into())
    }

    #[inline(never)]
    fn says_words(mut self, words: Words) -> Self {
        match self.0.children.last_mut() {
            Some(Child::Words(before)) => before.add(words.as_str()),
            _ if words.as_str().is_empty() => {}
            _ => self.0.children.push(Child::Words(words)),
        }
        self
    }

    /// The same with one element after all that it holds.
    #[must_use]
    #[inline(never)]
    pub fn holds(mut self, child: Self) -> Self {
        self.0.children.push(Child::Element(child));
        self
    }

    /// The same with an element after all that it holds, if there is one.
    #[must_use]
    #[inline(never)]
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.holds(child),
            None => self,
        }
    }

    /// The same with each of these after all that it holds.
    #[must_use]
    #[inline(never)]
    pub fn each(mut self, children: Vec<Self>) -> Self {
        self.0.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// Its tag.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Adds all words to a text, in their order, and counts the elements within.
    pub fn read(&self, words: &mut String) -> u32 {
        let one = |child: &Child| match child {
            Child::Element(child) => 1 + child.read(words),
            Child::Words(said) => {
                words.push_str(said.as_str());
                0
            }
        };
        self.0.children.iter().map(one).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_after_words_are_one_text_and_no_words_are_none() {
        let page = el("p", "").says("a").says(" ").says("").holds(el("b", "").says("")).says("c".to_owned());
        let mut words = String::new();
        assert_eq!(page.read(&mut words), 1);
        assert_eq!((words.as_str(), page.0.children.len()), ("a c", 3));
    }
}
