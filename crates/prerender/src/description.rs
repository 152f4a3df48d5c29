//! A sentence or two on each page, for whoever lists it: a search engine, or a
//! chat in which somebody shares the link. All of it is the directory's own.
//!
//! A page of a crisis-sensitive need says nothing that names the need: the
//! words may be seen over a shoulder.

use directory::age::AgeChoice;
use directory::area::Areas;
use directory::filters::Choice;
use directory::listing::{Listing, Standing};
use directory::search::{Query, View};
use directory::vocabulary::{Need, Thrive};
use directory::{Address, Directory, Filters};
use waymark_app::components::facts::capital;
use waymark_app::pages::drawn;

/// The most letters that search engines show.
const LONGEST: usize = 160;

/// What a page is called, without the name of the site.
pub fn heading(address: &Address, directory: &Directory) -> String {
    let (title, name) = (drawn::title(address, directory), &directory.site.name);
    let after = title.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(": "));
    let before = title.strip_suffix(name.as_str()).and_then(|rest| rest.strip_suffix(" · "));
    before.map(str::to_owned).or_else(|| after.map(capital)).unwrap_or_else(|| title.clone())
}

/// The description of the page with this heading.
pub fn description(address: &Address, heading: &str, directory: &Directory) -> String {
    let of_list = of_list(address, heading, directory);
    let said = of_list.or_else(|| of_prose(address).map(str::to_owned));
    shortened(&said.unwrap_or_else(|| of_any(heading, &area(&directory.site.areas))))
}

/// Of a page that shows entries.
fn of_list(address: &Address, heading: &str, directory: &Directory) -> Option<String> {
    let area = area(&directory.site.areas);
    let all = |view| places(found(directory, Filters::default(), view));
    Some(match address {
        Address::Home(_) => format!(
            "Find help for a child’s or young person’s mental health{area}: {} to try, by age, worry, cost and who can \
             ask.",
            all(View::Families)
        ),
        Address::Results(_) => format!(
            "{} to try for a child or young person{area}: who each one helps, who can ask, and how to get in touch.",
            capital(&all(View::Families))
        ),
        Address::StaffResults(_) => format!(
            "{} for school staff{area}: who may refer a pupil, and how, for which ages, and what it costs.",
            capital(&all(View::Staff))
        ),
        Address::Staff => format!(
            "Support for pupils and for your team{area}: who may refer, and how; training, resources and funding."
        ),
        Address::AToZ => format!("Every place in this directory by name, from A to Z{area}."),
        Address::Listing(id) | Address::StaffListing(id) => {
            of_listing(directory.find(id).listing()?, address.is_staff(), directory)
        }
        Address::ResultsPage(_) => format!("{heading}. Who each one helps, who can ask, and how to get in touch."),
        Address::StaffResultsPage(_) => {
            format!("{heading}, for school staff. Who may refer, and how, for which ages, and what it costs.")
        }
        Address::Need(need) => of_need(*need, None, heading, directory),
        Address::NeedAge(need, age) => of_need(*need, Some(*age), heading, directory),
        Address::Age(age) => of_age(*age, directory),
        Address::Thrive(thrive) => of_thrive(*thrive, directory),
        Address::Leaflet(_) => {
            format!("{heading}{area}: who to ask first, and numbers for help now. One side of paper, to print.")
        }
        Address::SelfHelp(_) => {
            format!("{heading}. Published pages for parents, young people and school staff, each with its date.")
        }
        _ => return None,
    })
}

/// Of a page to read.
fn of_prose(address: &Address) -> Option<&'static str> {
    Some(match address {
        Address::Urgent => {
            "Who to call or text now, day and night, when a child or young person is in danger or cannot cope. With \
             ways for deaf people."
        }
        Address::About => {
            "Where the facts in this directory come from, how far you can trust them, and whose words they are."
        }
        Address::Privacy => {
            "What this site does not collect, and what your browser, the host and your network may still show."
        }
        Address::Accessibility => {
            "How you can use this site with a keyboard, large text, dark colours or in print, and what is not done yet."
        }
        Address::Kinds => {
            "The five kinds of support for children and young people in plain words, and what school and health staff \
             call them."
        }
        Address::Glossary => {
            "CAMHS, MHST, SENCO, EHCP and other words, teams and jobs that families and new staff meet, each in plain \
             words."
        }
        Address::Young => {
            "Who you can call or text yourself, from what age, and what stays private. For children and young people."
        }
        Address::Leaflets => {
            "Leaflets to print about each worry of a child or young person, published pages to read meanwhile, and a \
             poster."
        }
        Address::Poster => "A poster for a noticeboard: numbers for help now, and the way to this directory.",
        Address::Update => {
            "For those who answer for an entry: say that it is still right, or what has changed. Nothing is sent."
        }
        Address::Merge => {
            "For coordinators: read what partners sent back, see each difference, and make the new files. Nothing is sent."
        }
        Address::Leaving => "What “Leave this site” does, and what it cannot hide.",
        _ => return None,
    })
}

/// Of a page that has nothing better to say: its heading makes it its own.
fn of_any(heading: &str, area: &str) -> String {
    format!("{heading}. Support for children and young people’s mental health{area}: who can ask, and how.")
}

/// What it is; doubt and an end come first, since no list of results shows the
/// page's own warning.
fn of_listing(listing: &Listing, is_staff: bool, directory: &Directory) -> String {
    let Listing { name, summary, .. } = listing;
    let doubt = match &listing.standing {
        Standing::Ended(_) => {
            let whom = if is_staff { "For school staff: " } else { "" };
            return match directory.successor(listing) {
                Some(next) => format!("{whom}{name} has ended. This page leads to what replaced it: {}.", next.name),
                None => format!("{whom}{name} has ended. We know of nothing that replaced it."),
            };
        }
        Standing::Withdrawn(_) => {
            let whom = if is_staff { "For school staff: " } else { "" };
            return format!("{whom}{name} is taken out for now. Its page says why, and where to turn instead.");
        }
        Standing::Doubtful(_) => " Ask if this still runs.",
        Standing::Active | Standing::Held => "",
    };
    match (is_staff, listing.kind.is_help()) {
        (true, true) => format!("{name}, for school staff: who may refer, and how.{doubt} {summary}"),
        (true, false) => format!("{name}, for school staff.{doubt} {summary}"),
        (false, true) => format!("{name}:{doubt} {summary} Who can ask, and how to get in touch."),
        (false, false) => format!("{name}:{doubt} {summary}"),
    }
}

fn of_need(need: Need, age: Option<AgeChoice>, heading: &str, directory: &Directory) -> String {
    if need.is_crisis_sensitive() {
        return format!("{heading}: who can ask, and how to get in touch. Help for now stands at the top of the page.");
    }
    let filters = Filters::default().toggled(Choice::Need(need));
    let filters = age.map_or(filters, |age| filters.toggled(Choice::Age(age)));
    let view = if need.is_for_families() { View::Families } else { View::Staff };
    let places = places(found(directory, filters, view));
    let age = age.map(|age| format!(", {}", age.short())).unwrap_or_default();
    format!("{}{age}: {places} to try. Who each one helps, who can ask, and how to get in touch.", need.label())
}

fn of_age(age: AgeChoice, directory: &Directory) -> String {
    let places = places(found(directory, Filters::default().toggled(Choice::Age(age)), View::Families));
    format!("{}: {places} to try that help at this age. Who can ask, and how to get in touch.", age.label())
}

fn of_thrive(thrive: Thrive, directory: &Directory) -> String {
    let places = places(found(directory, Filters::default().toggled(Choice::Thrive(thrive)), View::Families));
    format!("{}: {places} to try. {}.", thrive.plain(), thrive.line())
}

fn found(directory: &Directory, filters: Filters, view: View) -> usize {
    directory.search(Query { filters, view, ..Query::default() }).to_try()
}

/// How many there are; of none nothing is said, since some may fit.
fn places(count: usize) -> String {
    match count {
        0 => "places".to_owned(),
        1 => "1 place".to_owned(),
        _ => format!("{count} places"),
    }
}

/// " in Havering and Southwark": the areas that families choose from.
fn area(areas: &Areas) -> String {
    let labels: Vec<_> = areas.named.iter().filter(|area| area.is_choice).map(|area| area.label.as_str()).collect();
    match labels.as_slice() {
        [] => String::new(),
        [one] => format!(" in {one}"),
        [one, two] => format!(" in {one} and {two}"),
        [one, two, ..] => format!(" in {one}, {two} and other areas"),
    }
}

/// As much as is shown of it, cut after a word.
fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return text;
    }
    let end = text.char_indices().nth(LONGEST - 1).map_or(text.len(), |(at, _)| at);
    let cut = text.get(..end).unwrap_or_default();
    let whole = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_after_a_word_and_says_so() {
        let long = "worry ".repeat(60);
        let short = shortened(&long);
        assert!(short.ends_with("worry…") && short.chars().count() <= LONGEST, "{short}");
        assert_eq!(shortened(&"é".repeat(161)).chars().count(), LONGEST);
        assert_eq!(shortened(&"é".repeat(160)), "é".repeat(160));
        assert_eq!(shortened(" one\n two "), "one two");
    }

    #[test]
    fn what_is_shared_of_a_worry_that_nobody_should_see_does_not_name_it() {
        let directory = Directory::new(
            Default::default(),
            Default::default(),
            Default::default(),
            Vec::new(),
            directory::day::Day::of(2026, 11, 21).unwrap(),
        );
        let said = |need| description(&Address::Need(need), "Heading", &directory);
        let sensitive: Vec<_> = Need::crisis_sensitive().iter().map(said).collect();
        assert!(sensitive.iter().all(|said| said.starts_with("Heading: who can ask")), "{sensitive:?}");
        assert!(said(Need::Sleep).starts_with("Sleep: places to try."));
    }
}
