//! Why a listing answers a question: what of it matched, or why it only may.

use directory::Directory;
use directory::closed::{Choices, Closed};
use directory::filters::Filters;
use directory::listing::Listing;
use directory::question::Question;
use directory::search::{Outcome, judge};
use directory::vocabulary::Audience;
use directory::words::{fold_apart, stem};

/// One sentence or several.
pub(super) fn why(
    directory: &Directory,
    listing: &Listing,
    question: &Question,
    also: Filters,
    outcome: Outcome,
) -> String {
    let filters = question.understood.filters;
    if outcome == Outcome::May {
        // A place that the question names is not asked for again.
        let also = if also.area.is_empty() { Filters { area: filters.area, ..also } } else { also };
        let mut reasons = Vec::new();
        for filters in [filters, also] {
            for reason in judge(listing, filters, &directory.site.areas).1 {
                let words = reason.words();
                if !reasons.contains(&words) {
                    reasons.push(words);
                }
            }
        }
        if !listing.is_for_families() && question.understood.asker != Some(Audience::Staff) {
            reasons.push("It is for school staff.".to_owned());
        }
        return reasons.join(" ");
    }
    let mut parts = matched(directory, listing, question, also);
    parts.extend(worded(listing, question));
    if parts.is_empty() {
        parts.push("nothing of the question rules it out".to_owned());
    }
    let mut sentence = parts.join("; ");
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence + "."
}

/// What of the filters matched.
fn matched(directory: &Directory, listing: &Listing, question: &Question, also: Filters) -> Vec<String> {
    let (asked, areas) = (question.understood.filters, &directory.site.areas);
    let mut parts = Vec::new();
    let mut push = |lead: &str, labels: Vec<&'static str>| {
        if !labels.is_empty() {
            parts.push(format!("{lead}{}", labels.join(", ")));
        }
    };
    let needs = common(listing.needs, question.understood.needs());
    let is_any = needs.is_empty() && !asked.need.is_empty();
    push("for ", if is_any { vec!["any worry"] } else { needs.iter().map(|need| need.label()).collect() });
    let thrive = listing.thrive.map(|thrive| common(thrive, asked.thrive)).unwrap_or_default();
    push("", thrive.iter().map(|one| one.label()).collect());
    let format = listing.format.as_ref().map(|fact| common(fact.value, asked.format)).unwrap_or_default();
    push("", format.iter().map(|one| one.label()).collect());
    let cost = listing.cost.as_ref().map(|fact| fact.value.kind).filter(|cost| asked.cost.contains(*cost));
    push("", cost.iter().map(|one| one.label()).collect());
    let askers = listing.access.askers.as_ref().map(|fact| common(fact.value, asked.access)).unwrap_or_default();
    push("", askers.iter().map(|one| one.label()).collect());
    push("", Some(listing.kind).filter(|kind| asked.kind.contains(*kind)).iter().map(|one| one.label()).collect());
    let ages = listing.ages.as_ref().filter(|_| !asked.age.is_empty() || !also.age.is_empty());
    parts.extend(ages.map(|ages| ages.value.words()));
    if !asked.area.is_empty() || !also.area.is_empty() {
        parts.push(listing.area.words(areas));
    }
    parts
}

fn common<T: Closed>(one: Choices<T>, other: Choices<T>) -> Choices<T> {
    one.iter().filter(|member| other.contains(*member)).collect()
}

/// Where the words that are left over stand.
fn worded(listing: &Listing, question: &Question) -> Option<String> {
    let stems = |text: &str| -> Vec<String> { fold_apart(text).split(' ').map(stem).collect() };
    let provider = listing.provider.as_ref().map(|fact| fact.value.as_str()).unwrap_or_default();
    let names = [listing.name.as_str(), provider].into_iter().chain(listing.former_names.iter().map(String::as_str));
    let names: Vec<String> = names.flat_map(stems).collect();
    let eligibility = listing.eligibility.as_ref().map(|fact| fact.value.as_str()).unwrap_or_default();
    let text: Vec<String> = [listing.summary.as_str(), eligibility].into_iter().flat_map(stems).collect();
    let read = |word: &String| {
        let mended = question.understood.mended.iter().find(|one| one.typed == *word);
        mended.map_or_else(|| word.clone(), |one| one.read.clone())
    };
    let stands_in =
        |place: &[String], word: &str| stems(word).iter().any(|stem| !stem.is_empty() && place.contains(stem));
    let words: Vec<String> = question.rest.iter().map(read).collect();
    let (in_name, others): (Vec<_>, Vec<_>) = words.iter().partition(|word| stands_in(&names, word));
    let in_text: Vec<_> = others.into_iter().filter(|word| stands_in(&text, word)).collect();
    let quoted = |words: &[&String]| words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ");
    match (in_name.is_empty(), in_text.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("its name or provider says {}", quoted(&in_name))),
        (true, false) => Some(format!("its text says {}", quoted(&in_text))),
        (false, false) => {
            Some(format!("its name or provider says {}; its text says {}", quoted(&in_name), quoted(&in_text)))
        }
    }
}
