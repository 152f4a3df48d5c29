//! Directories of any size, made up and the same on every run. They lie under
//! `target` and are made once.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use directory::closed::Closed;
use directory::day::Day;
use directory::vocabulary::{Asker, CostKind, Format, Need};
use serde_json::{Value, json};

/// The day that is taken as today.
pub(crate) fn today() -> Day {
    Day::of(2026, 11, 21).unwrap()
}

/// The most entries of one partner: a list of more would not be read.
const PARTNER: usize = 20_000;

/// A directory of so many entries, and the same as somebody else's feed.
pub(crate) struct MadeUp {
    /// Its folder of data.
    pub(crate) data: PathBuf,
    /// One with a site and a single entry, to take things in.
    pub(crate) empty: PathBuf,
    /// The entries as another directory would send them.
    pub(crate) feed: PathBuf,
}

/// Numbers that look like chance and are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn some<T: Closed>(&mut self, most: usize) -> Vec<&'static str> {
        let count = 1 + self.below(most);
        let mut slugs: Vec<_> = (0..count).map(|_| T::all()[self.below(T::all().len())].slug()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        slugs
    }

    fn of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

fn folder(size: usize) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../target/upkeep/{size}"))
}

/// Whether a directory of this size has been made.
pub(crate) fn is_made(size: usize) -> bool {
    folder(size).join("done").is_file()
}

impl MadeUp {
    pub(crate) fn of(size: usize) -> Self {
        let root = folder(size);
        let made = Self { data: root.join("data"), empty: root.join("empty/data"), feed: root.join("feed.json") };
        if !is_made(size) {
            fs::remove_dir_all(&root).ok();
            around(&made.data);
            around(&made.empty);
            made.entries(size);
            fs::write(root.join("done"), "").unwrap();
        }
        made
    }

    /// A copy of the empty directory, to be written into.
    pub(crate) fn fresh(&self) -> PathBuf {
        let fresh = self.empty.join("../../fresh");
        fs::remove_dir_all(&fresh).ok();
        let data = fresh.join("data");
        around(&data);
        data
    }

    fn entries(&self, size: usize) {
        let (mut dice, mut history) = (Dice(2026), String::new());
        let mut feed = String::from("{\"contents\":[");
        for at in 1..size {
            let entry = entry(at, &mut dice);
            fs::write(self.data.join(format!("listings/made-up-{}.json", word(at))), format!("{entry:#}\n")).unwrap();
            writeln!(history, r#"{{"on":"2026-11-20","id":"made-up-{}","what":"gathered"}}"#, word(at)).unwrap();
            let comma = if at == 1 { "" } else { ",\n" };
            write!(feed, "{comma}{}", service(&entry, at)).unwrap();
        }
        feed.push_str("]}");
        let partner = |at: usize| {
            let first = at * PARTNER;
            let entries: Vec<_> =
                (first..size.min(first + PARTNER)).map(|at| format!("made-up-{}", word(at))).collect();
            json!({ "id": format!("made-up-{at}"), "name": format!("Made-up partner {at}"), "entries": entries })
        };
        let partners: Vec<_> = (0..size.div_ceil(PARTNER)).map(partner).collect();
        let folder = self.data.join("../partners");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("partners.json"), json!({ "format": 1, "partners": partners }).to_string()).unwrap();
        fs::write(self.data.join("history.jsonl"), history).unwrap();
        fs::write(&self.feed, feed).unwrap();
    }
}

/// What stands around the entries, with one that can be called for advice.
fn around(data: &Path) {
    fs::create_dir_all(data.join("listings")).unwrap();
    fs::create_dir_all(data.join("words")).unwrap();
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    for file in ["crisis.json", "words/crisis.json", "words/needs.json"] {
        fs::copy(ours.join(file), data.join(file)).unwrap();
    }
    let area = |slug: &str, is_choice: bool| json!({ "slug": slug, "label": slug, "choice": is_choice, "next_step": "Ask your GP." });
    let site = json!({ "format": 1, "name": "Made up", "strapline": "For tests", "publisher": { "name": "Made up" },
        "release": "none", "gathered": "2026-11-20", "leave_to": "https://example.org", "advice": "made-up-a",
        "areas": [area("anytown", true), area("shire", false)], "terms": ["01-01", "04-15", "09-01"] });
    fs::write(data.join("site.json"), site.to_string()).unwrap();
    let advice = json!({ "format": 1, "id": "made-up-a", "name": "Made-up advice line", "kind": "helpline",
        "standing": "active", "summary": "Made up for tests.", "needs": ["general"], "audience": ["parent"],
        "area": { "places": ["national"] }, "contacts": { "phones": [{ "number": "01632 960000" }] },
        "sources": [{ "fields": ["phone"], "source": "Made up for tests", "type": "made up" }] });
    fs::write(data.join("listings/made-up-a.json"), advice.to_string()).unwrap();
}

/// A number in letters: in digits it would be that of some helpline.
fn word(at: usize) -> String {
    at.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

fn entry(at: usize, dice: &mut Dice) -> Value {
    let word = word(at);
    let names = ["Harbour", "Willow", "Bridge", "Lantern", "Meadow", "Compass", "Acorn", "Beacon"];
    let name = format!("{} {} {word}", dice.of(&names), dice.of(&["group", "line", "project", "club", "service"]));
    let from = dice.below(14);
    let mut entry = json!({
        "format": 1, "id": format!("made-up-{word}"), "name": name, "provider": format!("Made-up Trust {}", at % 4_000),
        "kind": dice.of(&["service", "helpline", "digital"]), "standing": "active",
        "summary": "Made up for tests. Help for children and families with worry and sleep.",
        "ages": { "from": from, "to": from + 4 + dice.below(8) }, "needs": dice.some::<Need>(4),
        "thrive": [dice.of(&["getting-help", "getting-advice"])], "audience": ["parent"],
        "area": { "places": [dice.of(&["national", "anytown", "shire"])] },
        "access": { "who": dice.some::<Asker>(2), "route": "Call, or ask your school. Made up for tests." },
        "contacts": { "phones": [{ "number": format!("01632 96{:04}", at % 10_000) }],
            "emails": [format!("office@made-up-{word}.example.org")], "web": format!("https://made-up-{word}.example.org/") },
        "hours": "Monday to Friday, 9am to 5pm",
        "opening": [{ "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "17:00" }],
        "cost": { "kind": dice.some::<CostKind>(1)[0] }, "formats": dice.some::<Format>(3),
        "sources": [{ "fields": ["ages", "phone"], "source": "Made up for tests", "type": "made up" }],
        "last_source": "2026-10-01", "stated": ["ages", "phone", "hours"],
    });
    // Not everything is known of each.
    for field in ["ages", "cost", "hours", "formats", "thrive"] {
        if dice.below(4) == 0 {
            entry.as_object_mut().unwrap().remove(field);
        }
    }
    entry
}

/// The same as another directory would send it: Open Referral UK, and dirty in
/// the usual ways.
fn service(entry: &Value, at: usize) -> Value {
    let id = |kind: &str| open_referral::terms::id_of(kind, &format!("elsewhere-{at}")).to_string();
    json!({
        "id": id("service"), "name": entry["name"], "status": "Active",
        "description": "<p>Help for children &amp; families.</p><p>Made up for tests, aged 5 to 11.</p>",
        "url": entry["contacts"]["web"], "email": "", "minimum_age": -1, "maximum_age": -1,
        "organization": { "id": id("organization"), "name": entry["provider"], "description": "" },
        "contacts": [{ "id": id("contact"), "name": "Office", "phones": [{ "number": entry["contacts"]["phones"][0]["number"] }] }],
        "schedules": [{ "id": id("schedule"), "freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00" }],
        "service_areas": [{ "id": id("area"), "service_area": "Anytown" }], "assured_date": "2026-01-31",
        "cost_options": [], "last_modified": "2026-02-01T00:00:00",
    })
}
