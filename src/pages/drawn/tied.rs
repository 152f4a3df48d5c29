//! Which schools a listing is for, on its own page, and the way to ask about one.

use crate::state::use_register;
use directory::Address;
use directory::address::StaffPage;
use directory::area::Schools;
use directory::listing::Listing;
use leptos::prelude::*;

/// How many schools are named at most; the rest are found on the page of schools.
const MOST_NAMED: usize = 12;

/// Which schools it is for, in words; nothing if it does not depend on them.
pub fn which(listing: &Listing) -> Option<impl IntoView + use<>> {
    let area = &listing.area;
    let words = match &area.schools {
        Schools::NotBySchool => return None,
        Schools::All => "All schools in the area have it.".to_owned(),
        Schools::Listed(list) => {
            let register = use_register();
            let known = list.ids.iter().filter_map(|id| Some(register.as_ref()?.find(id)?.name.clone()));
            let all: Vec<String> = known.chain(list.names.iter().cloned()).collect();
            match all.len().max(list.ids.len()) {
                0 => SOME.to_owned(),
                count if count > MOST_NAMED || all.is_empty() => format!("{count} schools have it, as far as we know."),
                _ => format!("At these schools: {}.", all.join(", ")),
            }
        }
        Schools::NotKnown => SOME.to_owned(),
    };
    let confirmed = area.coverage_confirmed.as_ref();
    let confirmed = confirmed.map(|one| format!(" Confirmed on {}, by: {}.", one.on.words(), one.by));
    Some(view! { <p>{words}{confirmed}</p> })
}

/// What is said where the schools are not known.
const SOME: &str = "Only some schools have it, and we do not know which. Ask your school.";

/// The way to ask about one school; for school staff also who answers for it.
pub fn ask(listing: &Listing, is_staff: bool) -> Option<impl IntoView + use<>> {
    if listing.area.schools == Schools::NotBySchool {
        return None;
    }
    let (page, words) = match is_staff {
        true => (Address::StaffPage(StaffPage::Contacts), "Find your school and its contacts"),
        false => (Address::Schools, "Is my school covered?"),
    };
    let file = page.file();
    let chosen = format!("{file}#service={}", listing.id);
    Some(view! {
        <p>
            <a class="link needs-app" href=chosen>{words}</a>
            <a class="link without-app" data-drawn="" href=file>{words}</a>
        </p>
    })
}
