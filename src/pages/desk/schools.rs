//! "Is my school covered?", for families: find the school, and see what it has,
//! what it has not, and what nobody knows. No contacts of school staff.

use super::find_school::{find_school, nowhere, plain_list, source};
use crate::components::coverage::{covering, tied_services};
use crate::components::markup::{Markup, el, link};
use crate::components::notice::not_understood;
use crate::state::{Desk, Schools};
use directory::fact::Answer;
use directory::id::ListingId;
use directory::schools::{Choice, Covering, School, tied};
use directory::search::View;
use directory::{Address, Filters};

/// The page.
pub fn draw(desk: &Desk) -> Markup {
    let (choice, dropped) = Choice::read(&desk.fragment);
    let lead = "Some help comes through school, and not every school has it. Find your child’s school to see.";
    let hero = el("div", "hero")
        .holds(el("h1", "hero__title").says(super::heading(&desk.address)))
        .holds(el("p", "hero__lead").says(lead));
    let school = choice.school.as_ref().and_then(|id| desk.schools.register()?.find(id));
    el("main", "wrap stack")
        .with("id", "main")
        .with("tabindex", "-1")
        .holds(hero)
        .maybe(not_understood(&dropped))
        .maybe(nowhere(desk, &choice))
        .holds(find_school(desk, "Your child’s school"))
        .maybe(school.map(|school| answer(desk, school, choice.service.as_ref())))
        .holds(everything(desk))
        .maybe(plain_list(desk, View::Families))
        .maybe(source(desk))
}

/// What is chosen next.
pub fn choose(desk: &Desk, name: &str, value: &str) -> String {
    super::find_school::choose(desk, name, value)
}

/// What a school has; the service that somebody came to ask about comes first.
fn answer(desk: &Desk, school: &School, asked: Option<&ListingId>) -> Markup {
    let directory = &desk.directory;
    let register = desk.schools.register();
    let all = register.map(|register| register.services(directory, school, View::Families)).unwrap_or_default();
    let asked: Vec<Covering<'_>> = all.iter().filter(|one| Some(&one.listing.id) == asked).copied().collect();
    let rest: Vec<Covering<'_>> =
        all.iter().filter(|one| Some(&one.listing.id) != asked.first().map(|one| &one.listing.id)).copied().collect();
    let answers = [Answer::Yes, Answer::NotKnown, Answer::No];
    let beside = school.beside();
    let first = answers.into_iter().filter_map(|answer| covering(&asked, answer, View::Families));
    let others = answers.into_iter().filter_map(|answer| covering(&rest, answer, View::Families));
    let none = all.is_empty().then(|| el("p", "").says("We know of nothing that is tied to schools."));
    let other = link("link", Address::Results(Filters::default()).file()).says("See all other help");
    el("div", "tie__school")
        .holds(el("h2", "").with("id", "school").with("tabindex", "-1").says(&school.name))
        .maybe((!beside.is_empty()).then(|| el("p", "").says(beside)))
        .each(first.collect())
        .each(others.collect())
        .maybe(none)
        .holds(el("p", "").says("To ask, talk to the school office or your child’s teacher. Much other help does not depend on the school. ").holds(other).says("."))
}

/// All that is tied to schools.
fn everything(desk: &Desk) -> Markup {
    let items = tied_services(tied(&desk.directory, View::Families), &desk.directory, View::Families);
    let none = items.is_empty().then(|| el("p", "").says("We know of nothing that is tied to schools."));
    let without = matches!(desk.schools, Schools::None)
        .then(|| el("p", "").says("Ask your child’s school which of these it has."));
    el("section", "tie")
        .with("aria-labelledby", "tied")
        .holds(el("h2", "").with("id", "tied").says("Help that is tied to schools"))
        .maybe(without)
        .maybe(none)
        .holds(el("ul", "tie__list").each(items))
}
