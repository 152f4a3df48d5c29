//! Everything that a question is compared with, made ready once: sayings,
//! words, names and texts.

use super::names::Names;
use super::texts::{Texts, stems_of};
use crate::age::AgeChoice;
use crate::area::{Areas, ELSEWHERE, Place};
use crate::closed::Closed;
use crate::filters::Choice;
use crate::listing::Listing;
use crate::record::{Named, WordsRecord};
use crate::vocabulary::{Asker, Audience, CostKind, Format, Kind, Need, Thrive};
use crate::words::lexicon::{Known, Lexicon};
use crate::words::saying::{Meaning, Sayings};
use crate::words::spelling::Spelling;
use crate::words::tokens::tokens;

/// What a question is compared with.
#[derive(Debug)]
pub(crate) struct Hearing {
    pub(crate) lexicon: Lexicon,
    pub(crate) sayings: Sayings,
    pub(crate) spelling: Spelling,
    pub(crate) texts: Texts,
    pub(crate) names: Names,
    /// The words of each place.
    pub(crate) places: Vec<(Place, Vec<u32>)>,
    /// What is mistyped, word by word, and what is meant.
    pub(crate) misspelt: Vec<(Vec<String>, Vec<String>)>,
}

/// The needs whose slug is no saying, unless the data gives it: "how do I send
/// a form", "an online form".
const SAID_OF_MUCH_ELSE: [Need; 4] = [Need::Send, Need::Online, Need::Family, Need::General];

fn words_of(text: &str) -> Vec<String> {
    tokens(text, 20).into_iter().map(|token| token.word).collect()
}

impl Hearing {
    /// Of people's words, and of these listings.
    pub(crate) fn of(words: &WordsRecord, listings: &[Listing], areas: &Areas) -> Self {
        let mut lexicon = Lexicon::default();
        for (list, known) in [(&words.small, Known::SMALL), (&words.ordinary, Known::ORDINARY)] {
            for word in list.iter().flat_map(|word| words_of(word)) {
                lexicon.learn(&word, known);
            }
        }
        let mut sayings = Sayings::default();
        sayings.learn_classes(&words.people, &mut lexicon);
        learn_needs(words, &mut sayings, &mut lexicon);
        let plain = [
            (&words.harmless, Meaning::Harmless),
            (&words.emergency, Meaning::Emergency),
            (&words.a, Meaning::Crisis),
            (&words.b, Meaning::MayBeCrisis),
            (&words.with_eating, Meaning::WithEating),
        ];
        for (list, meaning) in plain {
            list.iter().for_each(|saying| sayings.learn(saying, meaning, &mut lexicon));
        }
        learn_filters(words, areas, &mut sayings, &mut lexicon);
        let mut misspelt: Vec<_> =
            words.misspelt.0.iter().map(|(wrong, right)| (words_of(wrong), words_of(right))).collect();
        misspelt.retain(|(wrong, right)| !wrong.is_empty() && !right.is_empty());
        let texts = Texts::of(listings, areas, &mut lexicon);
        let places: Vec<_> = areas.choices().map(|place| (place, stems_of(areas.label(place), &lexicon))).collect();
        let names = Names::of(listings, places.iter().flat_map(|(_, stems)| stems.iter().copied()).collect(), &lexicon);
        let spelling = Spelling::of(&lexicon);
        Self { lexicon, sayings, spelling, texts, names, places, misspelt }
    }
}

/// A need is also said by its label and, but for some, by its slug.
fn learn_needs(words: &WordsRecord, sayings: &mut Sayings, lexicon: &mut Lexicon) {
    for need in Need::ALL.iter().copied() {
        let slug = (!SAID_OF_MUCH_ELSE.contains(&need)).then_some(need.slug());
        let own = [need.label()].into_iter().chain(slug);
        let given = words.needs.get(need.slug()).into_iter().flatten().map(String::as_str);
        given.chain(own).for_each(|saying| sayings.learn(saying, Meaning::Need(need), lexicon));
        let faint = words.faint.get(need.slug()).into_iter().flatten();
        faint.for_each(|saying| sayings.learn(saying, Meaning::Faint(need), lexicon));
    }
}

fn learn_filters(words: &WordsRecord, areas: &Areas, sayings: &mut Sayings, lexicon: &mut Lexicon) {
    let mut learn = |given: &Named<Vec<String>>, meanings: &dyn Fn(&str) -> Vec<Meaning>| {
        for (slugs, list) in &given.0 {
            for meaning in slugs.split(',').flat_map(meanings) {
                list.iter().for_each(|saying| sayings.learn(saying, meaning, lexicon));
            }
        }
    };
    fn of<T: Closed>(choice: fn(T) -> Choice) -> impl Fn(&str) -> Vec<Meaning> {
        move |slug| T::from_slug(slug.trim()).map(choice).map(Meaning::Filter).into_iter().collect()
    }
    learn(&words.ages, &of::<AgeChoice>(Choice::Age));
    learn(&words.formats, &of::<Format>(Choice::Format));
    learn(&words.cost, &of::<CostKind>(Choice::Cost));
    learn(&words.kinds, &of::<Kind>(Choice::Kind));
    learn(&words.access, &of::<Asker>(Choice::Access));
    learn(&words.thrive, &of::<Thrive>(Choice::Thrive));
    learn(&words.who, &|slug| Audience::from_slug(slug).map(Meaning::Asker).into_iter().collect());
    let place = |slug: &str| -> Option<Place> {
        areas.choices().find(|place| match place {
            Place::Elsewhere => slug == ELSEWHERE,
            named => areas.slug(*named) == slug,
        })
    };
    let meaning = |slug: &str| place(slug).map(Choice::Area).map(Meaning::Filter).into_iter().collect();
    learn(&words.places, &meaning);
    for place in areas.choices().filter(|place| *place != Place::Elsewhere) {
        sayings.learn(areas.label(place), Meaning::Filter(Choice::Area(place)), lexicon);
    }
}
