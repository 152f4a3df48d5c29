//! The judged set of questions, `tests/search/`: what a good librarian would
//! hear in each and hand over, and how answers are measured against it. Its
//! README has the rules; this is their only other home.

mod figures;
mod measures;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use directory::Directory;
use directory::age::Years;
use directory::closed::{Choices, Closed};
use directory::fact::Answer;
use directory::listing::Listing;
use directory::question::Urgency;
use directory::vocabulary::{CostKind, Format, Kind, Need};
use serde_json::Value;

pub use figures::{Answered, Figures, table};
pub use measures::{FIRST, recall, reciprocal_rank};

/// One question of the set.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name of its file, without `.json`.
    pub group: String,
    /// What a person types.
    pub ask: String,
    /// Every need that may be heard in it, any worry among them.
    pub needs: Choices<Need>,
    /// The right listings, where needs alone do not say it.
    pub listings: Option<Vec<String>>,
    /// Whole years of the child. Empty: not said.
    pub ages: Years,
    /// The slug of a place.
    pub area: Option<String>,
    /// Kinds of entry. Empty: not said.
    pub kinds: Choices<Kind>,
    /// Whether it asks for what is free.
    pub is_free: bool,
    /// Whether it asks for help through the internet.
    pub is_online: bool,
    /// Whether it is asked on behalf of a school.
    pub is_staff: bool,
    /// How urgent it is.
    pub crisis: Option<Urgency>,
}

/// Every question in a folder and the folders in it, in the order of its files.
pub fn read(folder: &Path) -> Result<Vec<Asked>> {
    let cannot = || format!("cannot read {}", folder.display());
    let entries = fs::read_dir(folder).with_context(cannot)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>().with_context(cannot)?;
    paths.sort();
    let mut all = Vec::new();
    for path in paths {
        if path.is_dir() {
            all.extend(read(&path)?);
        } else if path.extension().is_some_and(|end| end == "json") {
            let group = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            all.extend(of_group(&group, &text).with_context(|| path.display().to_string())?);
        }
    }
    Ok(all)
}

/// The questions of one file.
fn of_group(group: &str, text: &str) -> Result<Vec<Asked>> {
    let questions: Vec<Value> = serde_json::from_str(text)?;
    questions.iter().map(|one| Asked::of(group, one).with_context(|| one.to_string())).collect()
}

const FIELDS: [&str; 10] = ["ask", "needs", "listings", "ages", "area", "kinds", "free", "online", "staff", "crisis"];

impl Asked {
    fn of(group: &str, one: &Value) -> Result<Self> {
        let fields = one.as_object().context("a question is an object")?;
        if let Some(strange) = fields.keys().find(|key| !FIELDS.contains(&key.as_str())) {
            bail!("nothing reads {strange}");
        }
        let needs: Choices<Need> = slugs(one, "needs")?;
        let crisis = match &one["crisis"] {
            Value::Null if fields.contains_key("crisis") => None,
            Value::Null => needs.iter().any(Need::is_crisis_sensitive).then_some(Urgency::Crisis),
            level => Some(urgency(level.as_str().unwrap_or_default())?),
        };
        let asked = Self {
            group: group.to_owned(),
            ask: one["ask"].as_str().context("what is typed is a text")?.to_owned(),
            needs,
            listings: fields.contains_key("listings").then(|| texts(one, "listings")).transpose()?,
            ages: years(one)?,
            area: one["area"].as_str().map(str::to_owned),
            kinds: slugs(one, "kinds")?,
            is_free: one["free"] == true,
            is_online: one["online"] == true,
            is_staff: one["staff"] == true,
            crisis,
        };
        ensure!(!asked.needs.is_empty() || asked.listings.is_some(), "without a need, name the right listings");
        Ok(asked)
    }

    /// The ids of the right listings. None: the question is in neither recall
    /// nor MRR.
    pub fn right(&self, directory: &Directory) -> BTreeSet<String> {
        if let Some(listings) = &self.listings {
            return listings.iter().cloned().collect();
        }
        let listings = directory.listings().iter().filter(|listing| self.is_right(listing, directory));
        listings.map(|listing| listing.id.to_string()).collect()
    }

    fn is_right(&self, listing: &Listing, directory: &Directory) -> bool {
        let areas = &directory.site.areas;
        let has_age = || match &listing.ages {
            Some(ages) => {
                let extended = listing.ages_extended.iter().map(|more| more.to).max().unwrap_or(0);
                let oldest = ages.value.oldest().max(extended);
                Years::between(ages.value.youngest(), oldest).meets(self.ages)
            }
            None => true,
        };
        let place = self.area.as_deref().and_then(|slug| areas.from_slug(slug));
        let formats = || listing.format.as_ref().map(|fact| fact.value);
        let has_screen = |formats: Choices<Format>| formats.contains(Format::Online) || formats.contains(Format::Chat);
        let cost = || listing.cost.as_ref().map(|cost| cost.value.kind);
        listing.standing.is_listed()
            && listing.needs.meets(self.needs)
            && (self.is_staff || listing.is_for_families())
            && (self.ages == Years::default() || has_age())
            && place.is_none_or(|place| listing.area.serves(place, areas) != Answer::No)
            && (self.kinds.is_empty() || self.kinds.contains(listing.kind))
            && (!self.is_free || !cost().is_some_and(costs_something))
            && (!self.is_online || formats().is_none_or(has_screen))
    }

    /// Whether these needs hold one that nobody could hear in it.
    pub fn is_wrong(&self, understood: Choices<Need>) -> bool {
        understood.iter().any(|need| !self.needs.contains(need))
    }
}

/// Somebody pays for it, and knows so before.
fn costs_something(cost: CostKind) -> bool {
    matches!(cost, CostKind::Paid | CostKind::SchoolPackage)
}

fn texts(one: &Value, field: &str) -> Result<Vec<String>> {
    let list = one[field].as_array().with_context(|| format!("{field} is a list"))?;
    list.iter().map(|text| Ok(text.as_str().with_context(|| format!("{field} holds texts"))?.to_owned())).collect()
}

/// The members of a closed set that a field names; none if it is absent.
fn slugs<T: Closed>(one: &Value, field: &str) -> Result<Choices<T>> {
    let given = if one[field].is_null() { Vec::new() } else { texts(one, field)? };
    let member = |slug: &String| T::from_slug(slug).with_context(|| format!("{field} has no {slug}"));
    given.iter().map(member).collect()
}

fn years(one: &Value) -> Result<Years> {
    let ages = one["ages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let year = |age: &Value| {
        let age = age.as_u64().and_then(|age| u8::try_from(age).ok());
        let age = age.context("an age is a whole year")?;
        Ok(Years::between(age, age))
    };
    ages.iter().map(year).try_fold(Years::default(), |all, one: Result<Years>| Ok(all.and(one?)))
}

fn urgency(word: &str) -> Result<Urgency> {
    let all = [Urgency::May, Urgency::Crisis, Urgency::Emergency];
    all.into_iter().find(|one| one.word() == word).with_context(|| format!("crisis has no {word}"))
}

#[cfg(test)]
mod tests;
