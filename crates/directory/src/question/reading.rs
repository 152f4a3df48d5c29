//! Reading a question: word by word, then what the words say together.

use super::ages::{SaidAge, ages};
use super::hearing::Hearing;
use super::names::Meant;
use super::{LONGEST, Mended, Question, Understood, Urgency};
use crate::closed::Choices;
use crate::filters::Choice;
use crate::vocabulary::{Audience, Need, Thrive};
use crate::words::is_letter_or_digit;
use crate::words::lexicon::Known;
use crate::words::saying::{Heard, Meaning, Mention};
use crate::words::tokens::{Token, tokens};

/// The most words of a question that are looked at.
const MOST_WORDS: usize = 400;

/// A word of a question, as it was typed and as it is read.
struct Spoken {
    token: Token,
    heard: Heard,
    /// As it is read, if it was typed otherwise.
    mended: Option<String>,
}

impl Hearing {
    /// Reads a question; `None` if no word stands in it.
    pub(crate) fn read(&self, typed: &str) -> Option<Question> {
        let typed: String = typed.trim_start().chars().take(LONGEST).collect();
        let is_open = typed.chars().next_back().is_some_and(is_letter_or_digit);
        let spoken = self.spoken(&typed, is_open);
        if spoken.is_empty() {
            return None;
        }
        let heard: Vec<Heard> = spoken.iter().map(|word| word.heard.clone()).collect();
        let words: Vec<&str> = spoken.iter().map(|word| word.token.word.as_str()).collect();
        let mut mentions = self.sayings.mentions(&heard);
        take_away_harmless(&mut mentions);
        let urgency = urgency(&mentions);
        keep_the_longest(&mut mentions);
        let alone = alone(&spoken);
        let ages = ages(&words, &alone);
        let is_filter = |at: usize| mentions.iter().any(|one| one.is_aside() && (one.from..one.to).contains(&at));
        let tells = |at: usize, word: &Heard| word.joined.is_some() || !word.is_small && !is_filter(at);
        let telling: Vec<bool> = heard.iter().enumerate().map(|(at, word)| tells(at, word)).collect();
        // The 2 of "year 2" is no word of "Place2Be".
        let counts = |at: usize, word: &str| {
            alone.get(at) == Some(&true) && word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let may_name: Vec<bool> =
            words.iter().zip(&telling).enumerate().map(|(at, (word, tells))| *tells && !counts(at, word)).collect();
        let free: Vec<bool> = (0..heard.len()).map(|at| !mentions.iter().any(|one| one.says_else(at))).collect();
        let names = self.names.meant(&heard, &may_name, &free, &self.areas_in(&mentions), &self.texts, &self.lexicon);
        let question = self.understood(typed, &spoken, mentions, ages, telling, names);
        Some(Question { understood: Understood { urgency, ..question.understood }, ..question })
    }

    /// What the words say together.
    fn understood(
        &self,
        typed: String,
        spoken: &[Spoken],
        mut mentions: Vec<Mention>,
        mut ages: Vec<SaidAge>,
        telling: Vec<bool>,
        meant: Vec<Meant>,
    ) -> Question {
        let in_name = |from: usize, to: usize| {
            meant.iter().any(|one| one.whole.is_some_and(|(first, after)| first <= from && to <= after))
        };
        mentions.retain(|one| !one.means_less_than_a_name() || !in_name(one.from, one.to));
        ages.retain(|said| !in_name(said.from, said.to));
        let mut understood = understand(&mentions, &ages);
        let others = (0..spoken.len()).filter(|at| telling.get(*at) == Some(&true) && !in_name(*at, at + 1)).count();
        understood.filters.need = beside_names(understood.filters.need, &meant, others);
        let in_age = |at: usize| ages.iter().any(|said| (said.from..said.to).contains(&at));
        let in_saying =
            |at: usize| mentions.iter().any(|one| one.meaning != Meaning::Harmless && (one.from..one.to).contains(&at));
        let said = |word: &Spoken| typed.get(word.token.start..word.token.end).unwrap_or_default().to_owned();
        let (mut rest, mut mended, mut told, mut left) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (at, (word, tells)) in spoken.iter().zip(telling).enumerate() {
            let is_used = in_age(at) || in_saying(at);
            if tells && !in_age(at) {
                told.push(word.heard.clone());
            }
            if tells && !is_used {
                left.push(word.heard.clone());
                rest.push(said(word));
            }
            if let Some(read) = word.mended.clone().filter(|_| tells || is_used) {
                mended.push(Mended { typed: said(word), read });
            }
        }
        rest.dedup();
        mended.dedup();
        Question { understood: Understood { mended, ..understood }, rest, telling: told, left, meant, typed }
    }

    /// The words of the places that were said: "Romford" is Havering.
    fn areas_in(&self, mentions: &[Mention]) -> Vec<u32> {
        let of = |one: &Mention| match one.meaning {
            Meaning::Filter(Choice::Area(place)) => {
                self.places.iter().find(|(one, _)| *one == place).map(|(_, stems)| stems.clone())
            }
            _ => None,
        };
        mentions.iter().filter_map(of).flatten().collect()
    }

    /// The words of a question, each with what it may be.
    fn spoken(&self, typed: &str, is_open: bool) -> Vec<Spoken> {
        let raw = tokens(typed, MOST_WORDS);
        let mut spoken = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(token) = raw.get(at) {
            let is_last = is_open && at + 1 == raw.len();
            let rest = raw.get(at..).unwrap_or_default();
            match self.misspelt_at(rest) {
                Some((count, right)) => {
                    let end = rest.get(count - 1).map_or(token.end, |last| last.end);
                    for word in right {
                        let token = Token { word: word.clone(), start: token.start, end };
                        spoken.push(self.word(token, Some(right.join(" ")), false));
                    }
                    at += count;
                }
                None => match raw.get(at + 1).and_then(|next| self.joined(token, next)) {
                    Some(joined) => {
                        spoken.push(joined);
                        at += 2;
                    }
                    None => {
                        self.hear(token, is_last, &mut spoken);
                        at += 1;
                    }
                },
            }
        }
        self.join(&mut spoken);
        spoken
    }

    fn misspelt_at(&self, rest: &[Token]) -> Option<(usize, &[String])> {
        let is_there = |wrong: &[String]| {
            wrong.len() <= rest.len() && wrong.iter().zip(rest).all(|(wrong, token)| *wrong == token.word)
        };
        let all = self.misspelt.iter().filter(|(wrong, _)| is_there(wrong));
        all.max_by_key(|(wrong, _)| wrong.len()).map(|(wrong, right)| (wrong.len(), right.as_slice()))
    }

    /// One word as typed: known, mended, or two that were run together.
    fn hear(&self, token: &Token, is_last: bool, spoken: &mut Vec<Spoken>) {
        if self.lexicon.stem(&token.word).is_some() {
            return spoken.push(self.word(token.clone(), None, is_last));
        }
        let squeezed = squeezed(&token.word);
        if squeezed != token.word && self.lexicon.stem(&squeezed).is_some() {
            let token = Token { word: squeezed, ..token.clone() };
            return spoken.push(self.word(token, None, false));
        }
        let begun = self.word(token.clone(), None, is_last);
        if begun.heard.is_begun {
            return spoken.push(begun);
        }
        // Two long words in one are surer than one with two letters wrong.
        let apart = self.spelling.apart(&token.word, &self.lexicon);
        let is_sure = apart.is_some_and(|(one, two)| one.len().min(two.len()) > 3);
        if let Some(meant) = self.spelling.mended(&squeezed, &self.lexicon).filter(|_| !is_sure) {
            let read = meant.letters.to_string();
            return spoken.push(self.word(Token { word: read.clone(), ..token.clone() }, Some(read), false));
        }
        if let Some((one, two)) = apart {
            let read = [one, " ", two].concat();
            for word in [one, two] {
                let token = Token { word: word.to_owned(), ..token.clone() };
                spoken.push(self.word(token, Some(read.clone()), false));
            }
            return;
        }
        spoken.push(begun);
    }

    /// A word as it is read; the last may not be whole yet.
    fn word(&self, token: Token, mended: Option<String>, is_last: bool) -> Spoken {
        let is_short = token.start < 20;
        // After other words a short one is more likely whole, and unknown.
        let shortest = if is_short { 3 } else { 5 };
        let stem = self.lexicon.stem(&token.word);
        let known = self.lexicon.word(&token.word).map(|word| word.known).unwrap_or_default();
        let is_digits = token.word.bytes().all(|byte| byte.is_ascii_digit());
        let is_small = known.meets(Known::SMALL) || token.word.chars().count() == 1 && !is_digits;
        let mut begun = Vec::new();
        // A word that is known is whole.
        if is_last && !is_digits && (stem.is_none() || token.word.len() == 1) {
            self.spelling.completions(&token.word, &self.lexicon, &mut |word| {
                if Some(word.stem) != stem && !begun.contains(&word.stem) {
                    begun.push(word.stem);
                }
            });
        }
        let is_begun = stem.is_none() && token.word.len() >= shortest && !begun.is_empty();
        let heard =
            Heard { stems: stem.into_iter().collect(), joined: None, is_number: is_digits, is_small, begun, is_begun };
        Spoken { token, heard, mended }
    }

    /// Two words that are one, where one of them is none by itself: "kids scape".
    fn joined(&self, one: &Token, two: &Token) -> Option<Spoken> {
        let is_word = |token: &Token| self.lexicon.stem(&token.word).is_some();
        let joined = [one.word.as_str(), two.word.as_str()].concat();
        let is_one = !(is_word(one) && is_word(two)) && self.lexicon.word(&joined).is_some();
        is_one.then(|| self.word(Token { word: joined, start: one.start, end: two.end }, None, false))
    }

    /// Two words that are also one if they are written together: "over dose".
    fn join(&self, spoken: &mut [Spoken]) {
        for at in 1..spoken.len() {
            if let Some([one, two]) = spoken.get_mut(at - 1..=at) {
                let joined = [one.token.word.as_str(), two.token.word.as_str()].concat();
                let word = self.lexicon.word(&joined).filter(|_| one.mended.is_none() && two.mended.is_none());
                let tells = Known::SAID.and(Known::GENERAL).and(Known::NAMED);
                one.heard.joined = word.filter(|word| word.known.meets(tells)).map(|word| word.stem);
            }
        }
    }
}

/// The same with no letter more than twice in a row: "sooo saaad".
fn squeezed(word: &str) -> String {
    let mut squeezed = String::with_capacity(word.len());
    let (mut last, mut again) = ('\0', 0);
    for letter in word.chars() {
        again = if letter == last { again + 1 } else { 0 };
        last = letter;
        if again < 2 {
            squeezed.push(letter);
        }
    }
    squeezed
}

/// Takes away what lies within harmless words.
fn take_away_harmless(mentions: &mut Vec<Mention>) {
    let harmless: Vec<Mention> = mentions.iter().copied().filter(|one| one.meaning == Meaning::Harmless).collect();
    mentions.retain(|one| {
        !harmless.iter().any(|safe| one.meaning != Meaning::Harmless && one.is_within(safe.from, safe.to))
    });
}

/// Which words stand alone: a number in "place2be" is no age.
fn alone(spoken: &[Spoken]) -> Vec<bool> {
    let is_same = |one: Option<&Spoken>, word: &Spoken| {
        one.is_some_and(|one| one.token.start == word.token.start && one.token.end == word.token.end)
    };
    let before = |at: usize| at.checked_sub(1).and_then(|at| spoken.get(at));
    let words = spoken.iter().enumerate();
    words.map(|(at, word)| !is_same(before(at), word) && !is_same(spoken.get(at + 1), word)).collect()
}

/// Of needs and filters that overlap, the one that lies within the other goes.
fn keep_the_longest(mentions: &mut Vec<Mention>) {
    let means = |one: &Mention| matches!(one.meaning, Meaning::Need(_) | Meaning::Faint(_) | Meaning::Filter(_));
    let all: Vec<Mention> = mentions.iter().copied().filter(means).collect();
    let is_inside = |one: &Mention| {
        all.iter().any(|other| one.is_within(other.from, other.to) && other.to - other.from > one.to - one.from)
    };
    mentions.retain(|one| !means(one) || !is_inside(one));
    // A word that is not whole yet is what it most likely becomes.
    mentions.retain(|one| !one.is_begun || matches!(one.meaning, Meaning::Need(_)));
    let begun = |need: &Need| mentions.iter().filter(|one| one.is_begun && one.meaning == Meaning::Need(*need)).count();
    let most = Need::ALL.iter().map(&begun).max();
    let likely: Choices<Need> = Need::ALL.iter().copied().filter(|need| Some(begun(need)) == most).collect();
    mentions.retain(|one| match one.meaning {
        Meaning::Need(need) if one.is_begun => likely.contains(need) || need.is_crisis_sensitive(),
        _ => true,
    });
}

/// How urgent it sounds. Whoever is bereaved by suicide means another need, and
/// is shown help all the same; whoever says that a child hits them is not
/// taken for one whom somebody hits.
fn urgency(mentions: &[Mention]) -> Option<Urgency> {
    let eating = mentions.iter().any(|one| one.meaning == Meaning::Need(Need::Eating));
    let is_inside = |one: &Mention| {
        mentions.iter().any(|other| {
            matches!(other.meaning, Meaning::Need(need) if !need.is_crisis_sensitive())
                && one.is_within(other.from, other.to)
                && other.to - other.from > one.to - one.from
        })
    };
    let of = |one: &Mention| match one.meaning {
        Meaning::Emergency => Some(Urgency::Emergency),
        Meaning::Crisis | Meaning::Filter(Choice::Thrive(Thrive::RiskSupport)) => Some(Urgency::Crisis),
        Meaning::WithEating if eating => Some(Urgency::Crisis),
        Meaning::Need(Need::AbuseSafety) if is_inside(one) => None,
        Meaning::Need(need) | Meaning::Faint(need) if need.is_crisis_sensitive() => Some(Urgency::Crisis),
        Meaning::MayBeCrisis => Some(Urgency::May),
        _ => None,
    };
    mentions.iter().filter_map(of).max()
}

fn understand(mentions: &[Mention], ages: &[SaidAge]) -> Understood {
    let mut understood = Understood::default();
    let mut faint = Choices::default();
    for said in ages {
        understood.filters.age = understood.filters.age.with(said.age);
    }
    for mention in mentions {
        match mention.meaning {
            Meaning::Need(Need::General) => understood.is_general = true,
            Meaning::Need(need) => understood.filters.need = understood.filters.need.with(need),
            Meaning::Faint(need) => faint = faint.with(need),
            // An exact age says more than "toddler".
            Meaning::Filter(Choice::Age(_)) if !ages.is_empty() => {}
            Meaning::Filter(choice) if !understood.filters.contains(choice) => {
                understood.filters = understood.filters.toggled(choice);
            }
            Meaning::Asker(asker) => understood.asker = Some(heard_first(understood.asker, asker)),
            _ => {}
        }
    }
    if understood.filters.need.is_empty() {
        understood.filters.need = faint;
    }
    // What is said of all of a school is no need beside one.
    if understood.filters.need.len() > 1 {
        understood.filters.need = understood.filters.need.without(Need::WholeSchool);
    }
    understood.is_general &= understood.filters.need.is_empty();
    understood
}

/// The needs that are meant beside names: not those of a whole school that the
/// named ones do not have ("ELSA supervision"), nor what one word beside a name
/// may mean otherwise ("the Lumi Nova game").
fn beside_names(needs: Choices<Need>, meant: &[Meant], others: usize) -> Choices<Need> {
    let has = |need: &Need| meant.iter().any(|one| one.needs.contains(*need));
    let is_whole = meant.iter().any(|one| one.whole.is_some());
    match meant.is_empty() {
        true => needs,
        false if is_whole && others <= 1 && !needs.iter().any(|need| has(&need)) => Choices::default(),
        false => needs.iter().filter(|need| need.is_for_families() || has(need)).collect(),
    }
}

/// School staff speak of parents and pupils; parents of children.
fn heard_first(before: Option<Audience>, now: Audience) -> Audience {
    match (before, now) {
        (Some(Audience::Staff), _) | (_, Audience::Staff) => Audience::Staff,
        (Some(Audience::Parent), _) | (_, Audience::Parent) => Audience::Parent,
        _ => now,
    }
}
