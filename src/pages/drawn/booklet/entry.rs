//! An entry of a booklet: all that a family needs of it, in words that are
//! still there on paper.

use crate::components::facts::{Said as Fact, ages, area, capital, cost, format, hours};
use crate::components::fresh::checked;
use crate::components::how::how_words;
use crate::components::table::wait;
use directory::Directory;
use directory::booklet::{Entry, Row, Said};
use directory::fact::Basis;
use directory::freshness::Freshness;
use directory::listing::{AvailabilityState, Listing, Number, Standing};
use directory::resource::Limit;
use directory::training::words;
use directory::vocabulary::Need;

/// What stands beside a fact that nobody states but us.
const OURS: &str = " (we believe, not checked)";

/// The row of all that nobody knows, and that a family asks for.
const NOT_KNOWN: &str = "Not known, ask";

/// What to do if things get worse while one waits.
pub(super) fn worse() -> String {
    let mut words = String::new();
    crate::components::worse::worse("").read(&mut words);
    words
}

/// An entry in full.
pub(super) fn entry(directory: &Directory, listing: &Listing) -> Entry {
    let provider = listing.provider.as_ref().filter(|provider| provider.value != listing.name);
    Entry {
        id: listing.id.to_string(),
        name: listing.name.clone(),
        by: provider.map(|provider| format!("{}{}", provider.value, ours(Some(provider.basis)))),
        summary: listing.summary.clone(),
        notices: notices(directory, listing),
        rows: [asking(listing), facts(directory, listing), help(listing)].concat(),
        last: last(directory, listing),
    }
}

fn ours(basis: Option<Basis>) -> &'static str {
    if basis == Some(Basis::Ours) { OURS } else { "" }
}

fn plain(words: impl Into<String>) -> Said {
    Said { words: words.into(), href: None }
}

fn row(term: &str, words: impl Into<String>) -> Row {
    Row { term: term.to_owned(), says: vec![plain(words)] }
}

/// A row of what is known; nothing where it is not.
fn known(term: &str, words: Option<&String>) -> Option<Row> {
    words.map(|words| row(term, words.clone()))
}

/// A row of several lines; nothing where there are none.
fn lines(term: &str, all: &[String]) -> Option<Row> {
    let says = all.iter().map(|one| plain(one.clone())).collect();
    (!all.is_empty()).then(|| Row { term: term.to_owned(), says })
}

/// What has to be read first: doubt, an old check, a pause, an old version.
fn notices(directory: &Directory, listing: &Listing) -> Vec<String> {
    let doubt = match &listing.standing {
        Standing::Doubtful(why) => Some(format!("Ask if this still runs. {why}")),
        _ => None,
    };
    let is_late = directory.freshness(listing) == Freshness::VeryLate;
    let late = is_late.then(|| format!("{}.", checked(listing, directory)));
    let is_paused = listing.availability.state == Some(AvailabilityState::Paused);
    let paused = is_paused.then(|| wait(listing)).flatten();
    let limit = |one: &directory::resource::Resource| one.limit(directory.site.resource_months, directory.today);
    let old = listing.resource.as_ref().filter(|one| matches!(limit(one), Limit::Past(_)));
    let old = old.map(|one| format!("Check before you use it: {}.", one.dated_words()));
    [doubt, late, paused, old].into_iter().flatten().collect()
}

/// Who can ask, how, and every way to get in touch.
fn asking(listing: &Listing) -> Vec<Row> {
    let access = &listing.access;
    let basis = access.askers.as_ref().map(|fact| fact.basis);
    let who = row("Who can ask", format!("{}{}", how_words(listing).as_str(), ours(basis)));
    let route = access.route.as_ref().map(|route| format!("{}{}", route.value, ours(Some(route.basis))));
    let how: Vec<String> = route.into_iter().chain(access.steps.iter().cloned()).collect();
    let how = lines("How to get it", &how)
        .unwrap_or_else(|| row("How to get it", "Not known. Your GP or your child’s school may know."));
    let ready = lines("What to have ready", &access.have_ready);
    let not_for = lines("Who it does not take", &access.exclusions);
    [who].into_iter().chain(contacts(listing)).chain([how]).chain(ready).chain(not_for).collect()
}

fn contacts(listing: &Listing) -> Vec<Row> {
    let contacts = &listing.contacts;
    let number = |term: &str, number: &Number, words: String, href: String| {
        let note = if number.note.is_empty() { String::new() } else { format!(" ({})", number.note) };
        Row { term: term.to_owned(), says: vec![Said { words: words + &note, href: Some(href) }] }
    };
    let call = contacts.phones.iter().map(|one| number("Call", one, one.shown.clone(), one.call_link()));
    let text = contacts.texts.iter().map(|one| {
        let words = one.word.as_ref().map_or(one.shown.clone(), |word| format!("{word} to {}", one.shown));
        number("Text", one, words, one.text_link())
    });
    let link = |term: &str, words: &str, href: String| Row {
        term: term.to_owned(),
        says: vec![Said { words: words.to_owned(), href: Some(href) }],
    };
    let mail = contacts.emails.iter().map(|mail| link("E-mail", mail, format!("mailto:{mail}")));
    let web = contacts.web.iter().map(|web| link("Website", web, web.clone()));
    let ways: Vec<_> = contacts.ways.iter().map(|way| way.label()).collect();
    let ways = (!ways.is_empty()).then(|| row("Ways to get in touch", capital(&ways.join(", ").to_lowercase())));
    let none = contacts.is_empty().then(|| {
        let help = if listing.kind.is_help() { " Ask your GP or your child’s school." } else { "" };
        row("Get in touch", format!("We have no contact yet.{help}"))
    });
    call.chain(text).chain(mail).chain(web).chain(ways).chain(none).collect()
}

/// Whom it helps, what it costs, when and where; what is not known says so, in a
/// row of its own.
fn facts(directory: &Directory, listing: &Listing) -> Vec<Row> {
    let fact = |term: &str, said: Fact| {
        said.words.map(|words| row(term, format!("{}{}", capital(&words), if said.is_ours { OURS } else { "" })))
    };
    let whom =
        listing.eligibility.as_ref().map(|one| row("Who it is for", format!("{}{}", one.value, ours(Some(one.basis)))));
    let place = format!("{}{}", area(listing, &directory.site.areas), ours(Some(listing.area.basis)));
    let limit = listing.area.coverage.as_ref();
    let place = [Some(plain(place)), limit.map(|limit| plain(format!("Not everywhere: {limit}.")))];
    let place = Row { term: "Where".to_owned(), says: place.into_iter().flatten().collect() };
    // Nobody waits for something to read, a course for staff or a grant.
    let wait = Fact { words: wait(listing), is_ours: false };
    let is_waited_for = listing.kind.is_help() || wait.words.is_some();
    let length = listing.training.as_ref().map(|_| Fact { words: words::length(listing), is_ours: false });
    let asked = [
        ("Ages", Some(ages(listing))),
        ("Cost", Some(cost(listing))),
        ("Hours", Some(hours(listing))),
        ("Wait", is_waited_for.then_some(wait)),
        ("What it is like", Some(format(listing))),
        ("Length", length),
    ];
    let asked: Vec<_> = asked.into_iter().filter_map(|(term, said)| Some((term, said?))).collect();
    let unknown = asked.iter().filter(|(_, said)| said.words.is_none()).map(|(term, _)| term.to_lowercase());
    let unknown = unknown.collect::<Vec<_>>().join(", ");
    let unknown = (!unknown.is_empty()).then(|| row(NOT_KNOWN, capital(&unknown)));
    let languages = listing.languages.as_ref().map(|languages| languages.join(", "));
    let resource = listing.resource.as_ref().filter(|one| one.version.is_some() || one.dated.is_some());
    let version = resource.map(|one| {
        let version = one.version.as_ref().map(|version| format!("{version}. ")).unwrap_or_default();
        row("Version", format!("{version}{}", one.dated_words()))
    });
    whom.into_iter()
        .chain(asked.into_iter().filter_map(|(term, said)| fact(term, said)))
        .chain([place])
        .chain(version)
        .chain(known("Languages", languages.as_ref()))
        .chain(known("Access for disabled people", listing.accessibility.as_ref()))
        .chain(unknown)
        .collect()
}

/// What happens then, and under which worries it stands.
fn help(listing: &Listing) -> Vec<Row> {
    let help = &listing.course_of_help;
    let needs: Vec<_> = listing.needs.iter().map(Need::label).collect();
    let needs = if needs.is_empty() { "Not known".to_owned() } else { needs.join("; ") };
    [
        known("What happens next", help.next.as_ref()),
        known("If it is not the right place", help.if_not_right.as_ref()),
        known("While you wait", help.while_waiting.as_ref()),
        known("After it ends", help.after.as_ref()),
        known("At 18", help.at_18.as_ref()),
        Some(row("Listed under", format!("{needs} (our own sorting)"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What to do if things get worse, where there is a wait; when it was checked,
/// by whom, and how old its sources are.
fn last(directory: &Directory, listing: &Listing) -> Vec<String> {
    let has_wait =
        listing.availability.wait.is_some() || listing.availability.state == Some(AvailabilityState::LongWait);
    let worse = has_wait.then(worse);
    let check = match &listing.checked {
        None => "Not yet checked by the publisher.".to_owned(),
        Some(check) => format!("{}. By: {}. How: {}.", checked(listing, directory), check.by, check.means),
    };
    let source = match listing.last_source {
        Some(day) => format!("The newest dated source is from {}.", day.words()),
        None => "None of our sources has a date.".to_owned(),
    };
    worse.into_iter().chain([format!("{check} {source}")]).collect()
}
