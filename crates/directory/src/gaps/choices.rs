//! What was chosen on the gap map, as one value with one address.

use crate::age::AgeChoice;
use crate::area::{Areas, Place, Places};
use crate::closed::{Choices, Closed, closed_set};
use crate::filters::{Dropped, Filters};
use crate::fragment::{add_key, each_value};
use crate::search::View;
use crate::site::Site;
use crate::vocabulary::{CostKind, Kind, Need, Thrive};

/// What the map shows. The default shows all help, in all areas together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GapChoices {
    /// Seen from which area; `None` is from all of them together.
    pub area: Option<Place>,
    /// Which THRIVE groupings.
    pub layers: Layers,
    /// Which kind of entry; `None` is any help.
    pub kind: Option<Kind>,
    /// Only what is free to use, or only what is not; `None` is both.
    pub price: Option<Price>,
    /// Only what the publisher has checked.
    pub is_checked: bool,
}

/// Which THRIVE groupings a map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layers {
    /// All together, and what carries none.
    #[default]
    Together,
    /// One alone.
    One(Thrive),
    /// Each of the five, side by side.
    Each,
}

closed_set! {
    /// Whether somebody has to pay for it.
    Price {
        Free: "free", "Free to use";
        Paid: "paid", "Somebody pays";
    }
}

impl Price {
    /// The kinds of cost that it stands for: whoever may give has nothing to pay.
    pub fn costs(self) -> Choices<CostKind> {
        let is_paid = |cost: &CostKind| matches!(cost, CostKind::Paid | CostKind::SchoolPackage);
        CostKind::ALL.iter().copied().filter(|cost| is_paid(cost) == (self == Self::Paid)).collect()
    }
}

/// The kinds of entry that can be in a cell; a course and a grant never are.
pub fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.is_help() || *kind == Kind::Resource)
}

/// The keys of the address, in their order.
const KEYS: [&str; 6] = ["area", "thrive", "kind", "cost", "checked", SHOW];
/// The words for whatever is help.
pub const ANY_HELP: &str = "Any help";
const SHOW: &str = "show";
const EACH: &str = "each";
const PUBLISHER: &str = "publisher";

impl GapChoices {
    /// The areas to choose among: those of the site that are a choice.
    pub fn areas(areas: &Areas) -> impl Iterator<Item = Place> + '_ {
        areas.choices().filter(|place| *place != Place::Elsewhere)
    }

    /// The filters that find what the whole map counts, needs and ages left
    /// open. All areas together are all of them chosen.
    pub fn filters(self, areas: &Areas) -> Filters {
        let area = match self.area {
            Some(place) => Places::default().with(place),
            None => Self::areas(areas).fold(Places::default(), Places::with),
        };
        let help = || Kind::ALL.iter().copied().filter(|kind| kind.is_help()).collect();
        let kind = self.kind.map_or_else(help, |kind| Choices::default().with(kind));
        let cost = self.price.map(Price::costs).unwrap_or_default();
        Filters { area, kind, cost, ..Filters::default() }
    }

    /// The filters that find what one cell counts.
    pub fn of_cell(self, areas: &Areas, layer: Option<Thrive>, need: Need, age: AgeChoice) -> Filters {
        Filters {
            age: Choices::default().with(age),
            need: Choices::default().with(need),
            thrive: layer.into_iter().collect(),
            ..self.filters(areas)
        }
    }

    /// Reads what stands after `#`, with what was dropped. Of one key given
    /// twice the first counts; nothing dropped is read as "all" in silence.
    pub fn read(fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let mut choices = Self::default();
        let mut seen: Vec<&str> = Vec::new();
        let dropped = each_value(fragment, &KEYS, &mut |at, word| {
            let key = KEYS.get(at).copied().unwrap_or_default();
            // A grouping alone and each of them cannot both be shown.
            let one = if key == SHOW { "thrive" } else { key };
            let taken = if seen.contains(&one) { None } else { choices.with(key, word, areas) };
            seen.push(one);
            choices = taken.unwrap_or(choices);
            taken.is_some()
        });
        (choices, dropped)
    }

    /// These with one thing chosen, by its key and its word in the address. An
    /// empty word, and the word of the default, take the choice away. `None`:
    /// there is no such thing.
    #[must_use]
    pub fn with(self, key: &str, word: &str, areas: &Areas) -> Option<Self> {
        fn one<T: Closed>(word: &str) -> Option<Option<T>> {
            if word.is_empty() { Some(None) } else { T::from_slug(word).map(Some) }
        }
        Some(match key {
            "area" if word.is_empty() => Self { area: None, ..self },
            "area" => Self { area: Some(Self::areas(areas).find(|place| areas.slug(*place) == word)?), ..self },
            "thrive" => Self { layers: one(word)?.map_or(Layers::Together, Layers::One), ..self },
            "kind" if word.is_empty() => Self { kind: None, ..self },
            "kind" => Self { kind: Some(kinds().find(|kind| kind.slug() == word)?), ..self },
            "cost" => Self { price: one(word)?, ..self },
            "checked" if matches!(word, "" | "all" | PUBLISHER) => Self { is_checked: word == PUBLISHER, ..self },
            SHOW if word == EACH => Self { layers: Layers::Each, ..self },
            SHOW if matches!(word, "" | "one") && self.layers == Layers::Each => {
                Self { layers: Layers::Together, ..self }
            }
            SHOW if matches!(word, "" | "one") => self,
            _ => return None,
        })
    }

    /// In words, a few for each: where, which groupings, which kind, what
    /// it costs, and what is checked.
    pub fn words(self, site: &Site) -> [String; 5] {
        let area = self.area.map_or("All areas together", |place| site.areas.label(place));
        let layers = match self.layers {
            Layers::Together => "All THRIVE groupings together",
            Layers::One(thrive) => site.groupings.name(thrive, View::Staff),
            Layers::Each => "Each THRIVE grouping",
        };
        let kind = self.kind.map_or(ANY_HELP, Kind::label);
        let price = self.price.map_or("Free or paid", Price::label);
        let checked = if self.is_checked { "Checked by the publisher" } else { "Checked or not" };
        [area, layers, kind, price, checked].map(str::to_owned)
    }

    /// Writes what stands after `#`: one choice, one text; the default none.
    pub fn write(self, areas: &Areas) -> String {
        let (thrive, each) = match self.layers {
            Layers::Together => (None, None),
            Layers::One(thrive) => (Some(thrive.slug()), None),
            Layers::Each => (None, Some(EACH)),
        };
        let words = [
            self.area.map(|place| areas.slug(place)),
            thrive,
            self.kind.map(Closed::slug),
            self.price.map(Closed::slug),
            self.is_checked.then_some(PUBLISHER),
            each,
        ];
        let mut written = String::new();
        for (key, word) in KEYS.into_iter().zip(words) {
            add_key(&mut written, key, word.into_iter());
        }
        written
    }
}
