//! The one fact that decides: who may ask.

use super::facts::NOT_KNOWN;
use super::icon::{Icon, picture};
use super::markup::{Markup, Words, el};
use directory::closed::Choices;
use directory::listing::{Access, Listing};
use directory::vocabulary::{Asker, Audience};

/// How a family gets a service, by who may ask.
struct How {
    icon: Icon,
    variant: &'static str,
    words: &'static str,
}

fn how(askers: Option<Choices<Asker>>) -> How {
    let Some(askers) = askers else {
        return How { icon: Icon::Unknown, variant: "how how--unknown", words: "We do not know who can ask" };
    };
    let has = |asker| askers.contains(asker);
    let (parent, young) = (has(Asker::Parent), has(Asker::YoungPerson));
    let (icon, variant, words) = match () {
        () if has(Asker::TurnUp) => (Icon::Person, "how", "Just turn up. Nobody needs to ask for you"),
        () if parent && young => (Icon::Phone, "how", "You or your child can contact them"),
        () if parent => (Icon::Phone, "how", "You can contact them yourself"),
        () if young => (Icon::Phone, "how", "Young people contact them themselves"),
        () if has(Asker::School) && has(Asker::Gp) => {
            (Icon::School, "how how--school", "Ask your child’s school or GP to refer")
        }
        () if has(Asker::School) => (Icon::School, "how how--school", "Ask your child’s school"),
        () if has(Asker::Gp) => (Icon::Gp, "how how--gp", "Ask your GP to refer"),
        () if has(Asker::Professional) => (Icon::Gp, "how how--gp", "A professional asks for you"),
        () => (Icon::Known, "how how--known", "Through a team that already knows your child"),
    };
    How { icon, variant, words }
}

fn how_of(listing: &Listing) -> (How, Words) {
    let families = Choices::default().with(Audience::Parent).with(Audience::YoungPerson);
    let how = match listing.audience.meets(families) {
        true => how(listing.access.askers.as_ref().map(|fact| fact.value)),
        false => How { icon: Icon::School, variant: "how how--school", words: "For school staff" },
    };
    let words = match listing.access.youngest_asker {
        Some(age) => format!("{} (from age {age})", how.words).into(),
        None => Words::from(how.words),
    };
    (how, words)
}

/// Who may ask, as families read it.
pub fn how_to_ask(listing: &Listing) -> Markup {
    let (How { icon, variant, .. }, words) = how_of(listing);
    el("span", variant).holds(picture(icon)).holds(el("span", "").says(words))
}

/// The same in words alone.
pub fn how_words(listing: &Listing) -> Words {
    how_of(listing).1
}

/// Who may refer, as staff read it: every route by name.
pub fn referrers(access: &Access) -> String {
    let Some(askers) = &access.askers else { return NOT_KNOWN.to_owned() };
    let word = |asker| match asker {
        Asker::YoungPerson => "young person",
        Asker::Parent => "parent or carer",
        Asker::School => "school",
        Asker::Gp => "GP",
        Asker::Professional => "any professional",
        Asker::TurnUp => "nobody needs to: just turn up",
        Asker::Known => "a team that already knows them",
    };
    let words: Vec<_> = askers.value.iter().map(word).collect();
    let mut words = words.join(", ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
