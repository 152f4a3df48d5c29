//! Reading a question: what its words say together.

use super::ages::{SaidAge, ages};
use super::hearing::Hearing;
use super::names::Meant;
use super::spoken::{Spoken, alone};
use super::{LONGEST, Mended, Question, Understood, Urgency};
use crate::closed::Choices;
use crate::filters::Choice;
use crate::vocabulary::{Audience, Need, Thrive};
use crate::words::is_letter_or_digit;
use crate::words::saying::{Heard, Meaning, Mention};

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
        let ages = ages(&words, &alone(&spoken));
        let is_filter = |at: usize| mentions.iter().any(|one| one.is_aside() && (one.from..one.to).contains(&at));
        let tells = |at: usize, word: &Heard| word.joined.is_some() || !word.is_small && !is_filter(at);
        let telling: Vec<bool> = heard.iter().enumerate().map(|(at, word)| tells(at, word)).collect();
        let free: Vec<bool> = (0..heard.len()).map(|at| !mentions.iter().any(|one| one.says_else(at))).collect();
        let names = self.names.meant(&heard, &telling, &free, &self.areas_in(&mentions), &self.texts, &self.lexicon);
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
}

/// Takes away what lies within harmless words; an emergency only if nothing
/// else can stand between them.
fn take_away_harmless(mentions: &mut Vec<Mention>) {
    let harmless: Vec<Mention> = mentions.iter().copied().filter(|one| one.meaning == Meaning::Harmless).collect();
    mentions.retain(|one| {
        let is_emergency = one.meaning == Meaning::Emergency;
        let hides = |safe: &Mention| one.is_within(safe.from, safe.to) && !(is_emergency && safe.is_wide);
        one.meaning == Meaning::Harmless || !harmless.iter().any(hides)
    });
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
            matches!(other.meaning, Meaning::Need(Need::AngerBehaviour | Need::Substances))
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
