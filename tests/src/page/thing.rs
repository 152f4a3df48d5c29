//! Something on a page, named as a person would name it: "the button Send".

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::words::matches;
use super::{Page, Role};
use crate::tools;

// Looking for things, on a page or within another thing. In every name `*`
// stands for any words, and capitals do not count.
macro_rules! looking {
    ($of:lifetime) => {
        /// The thing with this role and this accessible name.
        #[must_use]
        pub fn find(&self, role: Role, name: &str) -> Thing<$of> {
            let step = json!({ "role": role.word(), "name": name });
            self.look(step, format!("the {role} \"{name}\""))
        }

        /// Anything with this role.
        #[must_use]
        pub fn any(&self, role: Role) -> Thing<$of> {
            self.look(json!({ "role": role.word() }), format!("a {role}"))
        }

        /// What the contract's attributes name, where no person could.
        #[must_use]
        pub fn css(&self, selector: &str) -> Thing<$of> {
            self.look(json!({ "css": selector }), selector.to_owned())
        }

        /// A button.
        #[must_use]
        pub fn button(&self, name: &str) -> Thing<$of> {
            self.find(Role::Button, name)
        }

        /// A link.
        #[must_use]
        pub fn link(&self, name: &str) -> Thing<$of> {
            self.find(Role::Link, name)
        }

        /// A heading of any level.
        #[must_use]
        pub fn heading(&self, name: &str) -> Thing<$of> {
            self.find(Role::Heading, name)
        }

        /// A box to tick.
        #[must_use]
        pub fn checkbox(&self, name: &str) -> Thing<$of> {
            self.find(Role::Checkbox, name)
        }

        /// One of several choices.
        #[must_use]
        pub fn radio(&self, name: &str) -> Thing<$of> {
            self.find(Role::Radio, name)
        }

        /// A named part of the page.
        #[must_use]
        pub fn region(&self, name: &str) -> Thing<$of> {
            self.find(Role::Region, name)
        }
    };
}

/// What was seen of a thing at one moment.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The driver's handle.
    pub(super) element: String,
    /// Its role, empty when it has none.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// Its visible text, with white space folded.
    pub text: String,
}

/// Something to be looked for anew each time that it is needed.
#[derive(Clone)]
pub struct Thing<'a> {
    pub(super) page: &'a Page<'a>,
    path: Vec<Value>,
    pub(super) words: String,
}

impl Page<'_> {
    looking!('_);

    fn look(&self, step: Value, words: String) -> Thing<'_> {
        Thing { page: self, path: vec![step], words }
    }
}

impl<'a> Thing<'a> {
    looking!('a);

    fn look(&self, step: Value, words: String) -> Thing<'a> {
        let mut path = self.path.clone();
        path.push(step);
        Thing { page: self.page, path, words: format!("{words} in {}", self.words) }
    }

    /// The one at this place among those that answer to the description.
    #[must_use]
    pub fn nth(mut self, place: usize) -> Self {
        if let Some(step) = self.path.last_mut() {
            step["nth"] = json!(place);
        }
        self.words = format!("number {} of {}", place + 1, self.words);
        self
    }

    /// All that answer to the description now.
    ///
    /// # Errors
    /// When there is no page.
    pub fn all(&self) -> Result<Vec<Seen>> {
        let session = self.page.session();
        let eyes = include_str!("../eyes.js");
        let mut answer = session.script(eyes, &json!([self.path]))?;
        if answer["blind"] == json!(true) {
            session.script(&tools::axe()?, &json!([]))?;
            answer = session.script(eyes, &json!([self.path]))?;
        }
        let found = answer["found"].as_array().into_iter().flatten();
        let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(found
            .map(|one| Seen {
                element: one["element"]
                    .as_object()
                    .and_then(|object| object.values().next())
                    .map(word)
                    .unwrap_or_default(),
                role: word(&one["role"]),
                name: word(&one["name"]),
                text: word(&one["text"]),
            })
            .collect())
    }

    /// Waits for it and tells what it is.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn see(&self) -> Result<Seen> {
        self.page.until(&self.words, || Ok(self.all()?.into_iter().next()))
    }

    /// Waits until there is no such thing.
    ///
    /// # Errors
    /// When it stays.
    pub fn is_gone(&self) -> Result<()> {
        self.page.until(&format!("{} to be gone", self.words), || Ok(self.all()?.is_empty().then_some(())))
    }

    /// Types into it, after what is already there.
    ///
    /// # Errors
    /// When it does not appear or takes no text.
    pub fn write(&self, text: &str) -> Result<()> {
        self.page.until(&format!("{} to be written in", self.words), || {
            let Some(seen) = self.all()?.into_iter().next() else {
                return Ok(None);
            };
            let path = format!("/element/{}/value", seen.element);
            self.page.session().send("POST", &path, Some(&json!({ "text": text })))?;
            Ok(Some(()))
        })
    }

    /// Chooses the option with this text in a list that opens.
    ///
    /// # Errors
    /// When there is no such option.
    pub fn choose(&self, option: &str) -> Result<()> {
        let wanted = json!(option);
        self.page.until(&format!("the option \"{option}\" in {}", self.words), || {
            let done = self.with_value(
                "const option = [...thing.options].find((one) => one.label.trim() === value);
                 if (!option) return false;
                 thing.focus();
                 thing.value = option.value;
                 thing.dispatchEvent(new Event('input', { bubbles: true }));
                 thing.dispatchEvent(new Event('change', { bubbles: true }));
                 return true;",
                &wanted,
            )?;
            Ok((done == json!(true)).then_some(()))
        })
    }

    /// Whether the box is ticked or the choice made.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn is_ticked(&self) -> Result<bool> {
        Ok(self.with("return thing.checked === true")? == json!(true))
    }

    /// Waits until the box is ticked, or is not.
    ///
    /// # Errors
    /// When it does not become so.
    pub fn becomes_ticked(&self, ticked: bool) -> Result<()> {
        let state = if ticked { "ticked" } else { "not ticked" };
        self.page.until(&format!("{} to be {state}", self.words), || Ok((self.is_ticked()? == ticked).then_some(())))
    }

    /// One of its attributes, or nothing.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn attribute(&self, name: &str) -> Result<Option<String>> {
        let value = self.with_value("return thing.getAttribute(value)", &json!(name))?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Where it leads, as the page spells it.
    ///
    /// # Errors
    /// When it does not appear or is no link.
    pub fn href(&self) -> Result<String> {
        self.attribute("href")?.with_context(|| format!("{} leads nowhere", self.words))
    }

    /// Waits until it says these words; `*` stands for any others.
    ///
    /// # Errors
    /// When it does not.
    pub fn says(&self, words: &str) -> Result<()> {
        let wanted = format!("*{words}*");
        self.page.until(&format!("{} to say \"{words}\"", self.words), || {
            Ok(self.all()?.into_iter().next().filter(|seen| matches(&seen.text, &wanted)).map(|_| ()))
        })
    }

    /// Its width and height in CSS pixels.
    ///
    /// # Errors
    /// When it does not appear.
    pub fn size(&self) -> Result<(f64, f64)> {
        let size = self.with("const box = thing.getBoundingClientRect(); return [box.width, box.height]")?;
        let side = |at: usize| size[at].as_f64().context("no size");
        Ok((side(0)?, side(1)?))
    }

    /// Runs a script in which it is called `thing`.
    ///
    /// # Errors
    /// When it does not appear, or what the script throws.
    pub fn with(&self, script: &str) -> Result<Value> {
        self.with_value(script, &Value::Null)
    }

    pub(super) fn with_value(&self, script: &str, value: &Value) -> Result<Value> {
        let script = format!("const [thing, value] = arguments; {script}");
        self.page.until(&self.words, || {
            let Some(seen) = self.all()?.into_iter().next() else {
                return Ok(None);
            };
            let handle = json!({ "element-6066-11e4-a52e-4f735466cecf": seen.element });
            self.page.session().script(&script, &json!([handle, value])).map(Some)
        })
    }
}
