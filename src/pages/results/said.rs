//! What was understood of somebody's own words, said so that nothing is
//! rewritten in silence; and what became of words that are not there any more.

use crate::components::facts::capital;
use crate::components::markup::{Markup, el, link};
use crate::components::tags::choice_words;
use crate::state::{Reader, bare, rest_of};
use directory::age::AgeChoice;
use directory::filters::Choice;
use directory::question::{Mended, Question};
use directory::vocabulary::Audience;
use directory::{Address, Directory};

/// What is said of somebody's own words, above the list.
pub fn said(directory: &Directory, reader: &Reader, is_lost: bool) -> Vec<Markup> {
    // Of words that nobody knows there is nothing to say here.
    let question = reader.question().filter(|_| !is_lost);
    let mut said = Vec::new();
    said.extend(question.and_then(|question| showing(directory, reader, question)));
    said.extend(question.and_then(mended));
    said.extend(question.and_then(|question| for_staff(directory, reader, question)));
    let has_filters = !reader.address.filters().with_words(false).is_empty();
    said.extend(reader.has_lost_words().then(|| not_kept(has_filters)));
    said
}

/// What the list is for, and what was typed.
fn showing(directory: &Directory, reader: &Reader, question: &Question) -> Option<Markup> {
    let understood = question.understood.filters.shared(reader.address.filters());
    let words = |choice: &Choice| match choice {
        Choice::Age(age) => aged(*age),
        choice => choice_words(*choice, &directory.site, reader.view()),
    };
    // The worry comes first, as people say it.
    let (worries, others): (Vec<_>, Vec<_>) =
        understood.chosen(&directory.site.areas).into_iter().partition(|choice| matches!(choice, Choice::Need(_)));
    let mut parts: Vec<_> = worries.iter().chain(&others).map(words).collect();
    if question.understood.is_general {
        parts.push("any worry".to_owned());
    }
    let rest = rest_of(question);
    if !rest.is_empty() {
        parts.push(["“", &rest, "”"].concat());
    }
    let typed = question.typed.trim();
    let what = capital(&parts.join(" · "));
    let is_same = rest == typed && parts.len() == 1;
    let typed = if is_same { String::new() } else { [" (you typed “", typed, "”)"].concat() };
    let what = el("b", "").says(what);
    (!parts.is_empty()).then(|| el("p", "said").says("Showing results for: ").holds(what).says(typed))
}

/// "aged 10", "Year 6", "aged 5 to 11", "under 5".
fn aged(age: AgeChoice) -> String {
    let words = age.short();
    if words.starts_with(|first: char| first.is_ascii_digit()) { ["aged ", &words].concat() } else { words }
}

/// Words that were read otherwise than they were typed.
fn mended(question: &Question) -> Option<Markup> {
    let one = |mended: &Mended| ["“", bare(&mended.typed), "” as “", &mended.read, "”"].concat();
    let all: Vec<_> = question.understood.mended.iter().map(one).collect();
    (!all.is_empty()).then(|| el("p", "said said--soft").says("We read ").says(all.join(", ")).says("."))
}

/// For whoever seems to work in a school, the way to the list for staff.
fn for_staff(directory: &Directory, reader: &Reader, question: &Question) -> Option<Markup> {
    let is_staff = question.understood.asker == Some(Audience::Staff) && !reader.address.is_staff();
    is_staff.then(|| {
        let href = Address::StaffResults(reader.address.filters()).href(&directory.site.areas);
        let way = link("link", href).says("See this for school staff");
        el("p", "said said--soft").says("Do you work in a school? ").holds(way)
    })
}

/// Whoever reads the page again, or comes by a link, has the filters alone.
fn not_kept(has_filters: bool) -> Markup {
    let words = "Your words were not kept: they stay only on the page where you typed them.";
    let filters = if has_filters { "Your filters were kept. " } else { "" };
    el("p", "notice").says(filters).says(words)
}
