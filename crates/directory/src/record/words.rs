//! People's words, as files in `data/words/` and as they stand in a bundle.

use super::Named;
use super::fill::record;
use serde::Serialize;

record! {
    /// Everything of `data/words/`, as a bundle holds it.
    #[derive(Clone, Debug, Default, Serialize)]
    pub struct WordsRecord {
        /// Sayings that mean a need, by its slug.
        pub needs: Named<Vec<String>>,
        /// Sayings that mean a need only where nothing else does.
        pub faint: Named<Vec<String>>,
        /// Sayings of an emergency.
        pub emergency: Vec<String>,
        /// Sayings of a crisis, level A, that mean no need by themselves.
        pub a: Vec<String>,
        /// Sayings that may mean a crisis: level B.
        pub b: Vec<String>,
        /// Sayings of a crisis, level A, if eating is meant too.
        pub with_eating: Vec<String>,
        /// Sayings that only look like one of the others.
        pub harmless: Vec<String>,
        /// Classes of words, by the name that sayings call them.
        pub people: Named<Vec<String>>,
        /// Sayings of an age, by slugs with commas between them.
        pub ages: Named<Vec<String>>,
        /// Sayings of a format, by its slug.
        pub formats: Named<Vec<String>>,
        /// Sayings of a cost, by its slug.
        pub cost: Named<Vec<String>>,
        /// Sayings of a kind of entry, by its slug.
        pub kinds: Named<Vec<String>>,
        /// Sayings of who is to ask, by slug.
        pub access: Named<Vec<String>>,
        /// Sayings of a THRIVE grouping, by its slug.
        pub thrive: Named<Vec<String>>,
        /// Sayings of a place, by the slug of an area, or `elsewhere`.
        pub places: Named<Vec<String>>,
        /// Sayings of who is looking, by the slug of an audience.
        pub who: Named<Vec<String>>,
        /// What is mistyped, and what is meant.
        pub misspelt: Named<String>,
        /// Words that tell nothing.
        pub small: Vec<String>,
        /// Everyday words that are never taken for a misspelt one.
        pub ordinary: Vec<String>,
    }
}

record! {
    /// `data/words/needs.json`: what people say for each need.
    #[derive(Clone, Debug, Default)]
    pub struct NeedWordsRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Sayings, by the slug of the need.
        pub needs: Named<Vec<String>>,
        /// Sayings that count only where nothing else means a need.
        pub faint: Named<Vec<String>>,
        /// Sayings that mean several needs, on purpose.
        pub several: Vec<String>,
    }
}

record! {
    /// `data/words/crisis.json`: what people say in danger.
    #[derive(Clone, Debug, Default)]
    pub struct CrisisWordsRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Sayings of an emergency.
        pub emergency: Vec<String>,
        /// Sayings of a crisis, level A, that mean no need by themselves.
        pub a: Vec<String>,
        /// Sayings that may mean a crisis: level B.
        pub b: Vec<String>,
        /// Sayings of a crisis, level A, if eating is meant too.
        pub with_eating: Vec<String>,
    }
}

record! {
    /// `data/words/alike.json`: what only looks like something else.
    #[derive(Clone, Debug, Default)]
    pub struct AlikeRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Sayings without a meaning of their own.
        pub harmless: Vec<String>,
    }
}

record! {
    /// `data/words/people.json`: classes of words, for `@class` in sayings.
    #[derive(Clone, Debug, Default)]
    pub struct PeopleRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Words, by the name of their class.
        pub people: Named<Vec<String>>,
    }
}

record! {
    /// `data/words/asks.json`: what becomes a filter, and who is looking.
    #[derive(Clone, Debug, Default)]
    pub struct AsksRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// Sayings of an age, by slugs with commas between them.
        pub ages: Named<Vec<String>>,
        /// Sayings of a format, by its slug.
        pub formats: Named<Vec<String>>,
        /// Sayings of a cost, by its slug.
        pub cost: Named<Vec<String>>,
        /// Sayings of a kind of entry, by its slug.
        pub kinds: Named<Vec<String>>,
        /// Sayings of who is to ask, by slug.
        pub access: Named<Vec<String>>,
        /// Sayings of a THRIVE grouping, by its slug.
        pub thrive: Named<Vec<String>>,
        /// Sayings of a place, by the slug of an area, or `elsewhere`.
        pub places: Named<Vec<String>>,
        /// Sayings of who is looking, by the slug of an audience.
        pub who: Named<Vec<String>>,
    }
}

record! {
    /// `data/words/spelling.json`: mistakes, small words, everyday words.
    #[derive(Clone, Debug, Default)]
    pub struct SpellingRecord {
        /// The version: [`FORMAT`](super::FORMAT).
        pub format: u32,
        /// What is mistyped, and what is meant.
        pub misspelt: Named<String>,
        /// Words that tell nothing.
        pub small: Vec<String>,
        /// Everyday words that are never taken for a misspelt one.
        pub ordinary: Vec<String>,
    }
}
