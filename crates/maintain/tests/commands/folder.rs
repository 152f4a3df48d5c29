//! A folder of made-up data that is sound, to be broken one way at a time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use serde_json::{Value, json};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// The day that these tests take as today.
pub(crate) const TODAY: &str = "2026-11-21";

/// A folder of data, in a folder of its own beside which partners may stand; all
/// of it goes when it is dropped.
pub(crate) struct Folder(PathBuf);

/// What a command said.
pub(crate) struct Said {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// A sound one: two listings, one crisis line, one private note.
    pub(crate) fn sound() -> Result<Self> {
        let name = format!("waymark-maintain-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(std::env::temp_dir().join(name).join("data"));
        folder.write("site.json", &site().to_string())?;
        folder.write("crisis.json", &crisis().to_string())?;
        for (file, words) in words() {
            folder.write(file, &words.to_string())?;
        }
        let mut advice = listing("advice-line");
        advice["contacts"] = json!({"phones": [{"number": "0300 000 0000"}]});
        folder.write("listings/advice-line.json", &advice.to_string())?;
        folder.write("listings/sleep-well.json", &listing("sleep-well").to_string())?;
        let mut line = listing("night-line");
        line["crisis"] = json!("night-line");
        folder.write("listings/night-line.json", &line.to_string())?;
        folder.write("editor/sleep-well.json", r#"{"notes": "Jo says never to publish 07700 900123"}"#)?;
        Ok(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Where partners are kept, beside it.
    pub(crate) fn partners(&self) -> PathBuf {
        self.0.with_file_name("partners")
    }

    pub(crate) fn write(&self, file: &str, text: &str) -> Result<()> {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().context("a file stands in a folder")?)?;
        Ok(fs::write(path, text)?)
    }

    /// Sets one value of a file, named by a JSON pointer; the last part may be
    /// new.
    pub(crate) fn set(&self, file: &str, pointer: &str, value: Value) -> Result<()> {
        let mut whole: Value = serde_json::from_str(&fs::read_to_string(self.0.join(file))?)?;
        let (above, key) = pointer.rsplit_once('/').context("a pointer starts with /")?;
        let above = whole.pointer_mut(above).context("what is above the new value is there")?;
        match above {
            Value::Array(items) => items[key.parse::<usize>()?] = value,
            other => other[key] = value,
        }
        self.write(file, &whole.to_string())
    }

    /// Runs the command over this folder on [`TODAY`].
    pub(crate) fn maintain(&self, arguments: &[&str]) -> Result<Said> {
        let data = self.0.to_str().context("the path is UTF-8")?;
        maintain(&[arguments, &["--data", data, "--today", TODAY]].concat())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.0.parent().map(|whole| fs::remove_dir_all(whole).ok());
    }
}

/// Runs the command.
pub(crate) fn maintain(arguments: &[&str]) -> Result<Said> {
    let output = Command::new(env!("CARGO_BIN_EXE_maintain")).args(arguments).output()?;
    let (out, err) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    Ok(Said { code: output.status.code(), out, err })
}

/// A sound listing.
pub(crate) fn listing(id: &str) -> Value {
    json!({
        "format": 1, "id": id, "name": format!("The {id}"), "kind": "service", "standing": "active",
        "summary": "Talks about sleep.", "needs": ["sleep"], "audience": ["parent"],
        "area": {"places": ["national"]}, "ages": {"from": 5, "to": 11},
        "sources": [{"fields": ["summary"], "source": "A made-up page", "type": "official page"}],
        "stated": ["summary", "ages"],
    })
}

fn site() -> Value {
    json!({
        "format": 1, "name": "Testway", "strapline": "Anytown", "publisher": {"name": "A made-up publisher"},
        "release": "none", "gathered": "2026-11-20", "leave_to": "https://example.org", "advice": "advice-line",
        "areas": [
            {"slug": "anytown", "label": "Anytown", "within": "shire", "choice": true, "next_step": "Ask your GP."},
            {"slug": "shire", "label": "The Shire", "choice": false, "next_step": "Ask your GP."},
        ],
        "terms": ["01-01", "04-15", "09-01"],
    })
}

fn words() -> [(&'static str, Value); 6] {
    let needs = json!({"sleep": ["tired", "@parent never sleeps"], "bullying": ["picked on"]});
    let asks = json!({"format": 1, "cost": {"free": ["free"]}, "places": {"anytown": ["old town"]}});
    let spelling =
        json!({"format": 1, "misspelt": {"tierd": "tired"}, "small": ["help", "in", "the"], "ordinary": ["tiled"]});
    [
        ("words/needs.json", json!({"format": 1, "needs": needs, "faint": {"sleep": ["night"]}})),
        (
            "words/crisis.json",
            json!({"format": 1, "emergency": ["took tablets"], "a": ["ran away"], "b": ["had enough"], "with_eating": ["fainting"]}),
        ),
        ("words/alike.json", json!({"format": 1, "harmless": ["night out"]})),
        ("words/people.json", json!({"format": 1, "people": {"parent": ["mum", "dad"]}})),
        ("words/asks.json", asks),
        ("words/spelling.json", spelling),
    ]
}

fn crisis() -> Value {
    let sources = json!([{"fields": ["call"], "source": "A made-up page", "type": "official page"}]);
    let checked = json!({"on": "2026-11-01", "by": ["coordinator", "deputy"], "means": "called"});
    let route = |id: &str, call: &str| {
        json!({
            "id": id, "name": id, "group": "everyone", "block": true, "says": "Call now.", "call": call,
            "checked": checked, "sources": sources
        })
    };
    let line = |id: &str| json!({"lead": "Now:", "route": id, "link": "call", "tail": ""});
    json!({
        "format": 1, "strip": [line("emergency"), line("urgent"), line("night-line")],
        "routes": [route("emergency", "999"), route("urgent", "111"), route("night-line", "0800 000 1234")],
    })
}
