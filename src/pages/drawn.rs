//! Pages without anything to choose, drawn at build only.

mod about;
mod a_to_z;
mod accessibility;
pub mod booklet;
mod browse;
mod continued;
pub mod device;
mod glossary;
mod keep;
mod kinds;
mod leaflet;
mod leaflets;
mod leaving;
mod list;
mod not_found;
pub mod listing;
mod log;
mod names;
mod offers;
mod origin;
mod parts;
mod poster;
mod self_help;
mod told;
mod course;
mod referral;
mod sheet;
mod tombstone;
mod withdrawn;
mod privacy;
mod schools;
mod tied;
mod upkeep;
mod urgent;
mod young;

use crate::components::school_list::last_page;
use crate::state::use_directory;
use directory::address::{PageNumber, StaffPage};
use directory::booklet::Scope;
use directory::closed::Closed;
use directory::schools::Register;
use directory::search::View;
use directory::vocabulary::Need;
use directory::{Address, Directory};
use leptos::prelude::*;

/// Draws the page at an address, if it is one of these.
pub fn page(address: Address) -> Option<AnyView> {
    Some(match address {
        Address::Listing(id) => view! { <listing::ListingPage id is_staff=false/> }.into_any(),
        Address::StaffListing(id) => view! { <listing::ListingPage id is_staff=true/> }.into_any(),
        Address::ResultsPage(number) => view! { <continued::Continued view_of=View::Families number/> }.into_any(),
        Address::StaffResultsPage(number) => view! { <continued::Continued view_of=View::Staff number/> }.into_any(),
        Address::SchoolsPage(number) => view! { <schools::SchoolsPage view_of=View::Families number/> }.into_any(),
        Address::StaffContactsPage(number) => view! { <schools::SchoolsPage view_of=View::Staff number/> }.into_any(),
        Address::NeedAge(need, age) => view! { <browse::NeedAgePage need age/> }.into_any(),
        Address::Need(need) => view! { <browse::NeedPage need/> }.into_any(),
        Address::Age(age) => view! { <browse::AgePage age/> }.into_any(),
        Address::Thrive(thrive) => view! { <browse::ThrivePage thrive/> }.into_any(),
        Address::Urgent => view! { <urgent::Urgent/> }.into_any(),
        Address::About => view! { <about::About/> }.into_any(),
        Address::Privacy => view! { <privacy::Privacy/> }.into_any(),
        Address::Accessibility => view! { <accessibility::Accessibility/> }.into_any(),
        Address::Kinds => view! { <kinds::Kinds/> }.into_any(),
        Address::AToZ => view! { <a_to_z::AToZ/> }.into_any(),
        Address::Leaving => view! { <leaving::Leaving/> }.into_any(),
        Address::Keep => view! { <keep::Keep/> }.into_any(),
        Address::Glossary => view! { <glossary::GlossaryPage/> }.into_any(),
        Address::Young => view! { <young::Young/> }.into_any(),
        Address::NotFound => view! { <not_found::NotFound/> }.into_any(),
        Address::Home(_) | Address::Results(_) | Address::StaffResults(_) => return None,
        Address::Staff | Address::StaffPage(_) | Address::Schools => return None,
        Address::List => view! { <list::List/> }.into_any(),
        Address::Update => view! { <upkeep::Update/> }.into_any(),
        Address::Merge => view! { <upkeep::Merge/> }.into_any(),
        Address::Leaflet(need) => view! { <leaflet::LeafletPage need/> }.into_any(),
        Address::Leaflets => view! { <leaflets::Leaflets/> }.into_any(),
        Address::SelfHelp(need) => view! { <self_help::SelfHelpPage need/> }.into_any(),
        Address::Poster => view! { <poster::Poster/> }.into_any(),
        Address::Booklet => view! { <booklet::BookletPage scope=Scope::Whole/> }.into_any(),
        Address::BookletOf(area) => booklet_of(&area)?,
    })
}

/// The page of the booklet of an area, if the site has that.
fn booklet_of(area: &str) -> Option<AnyView> {
    let scope = Scope::of(area, &use_directory().site.areas)?;
    Some(view! { <booklet::BookletPage scope/> }.into_any())
}

/// The title of the page at an address: neutral for a need that somebody
/// should not see over a shoulder.
pub fn title(address: &Address, directory: &Directory) -> String {
    let name = &directory.site.name;
    let page = match address {
        Address::Listing(id) | Address::StaffListing(id) => listing::name_of(id, directory),
        Address::ResultsPage(number) => continued::heading(directory, View::Families, *number),
        Address::StaffResultsPage(number) => continued::heading(directory, View::Staff, *number),
        Address::SchoolsPage(number) => schools::heading(View::Families, *number),
        Address::StaffContactsPage(number) => schools::heading(View::Staff, *number),
        Address::Need(need) => title_of(*need),
        Address::NeedAge(need, age) => format!("{}: {}", title_of(*need), age.short()),
        Address::Age(age) => format!("Support by age: {}", age.label()),
        Address::Thrive(thrive) => {
            format!("Kind of support: {}", directory.site.groupings.name(*thrive, View::Families))
        }
        Address::Urgent => "Urgent help".to_owned(),
        Address::About => "About this directory".to_owned(),
        Address::Privacy => "Privacy".to_owned(),
        Address::Accessibility => "Accessibility".to_owned(),
        Address::Kinds => "Kinds of support".to_owned(),
        Address::AToZ => "A to Z".to_owned(),
        Address::Leaving => "About leaving this site".to_owned(),
        Address::Keep => "Keep a copy on this device".to_owned(),
        Address::Glossary => "What the words mean".to_owned(),
        Address::Young => "For young people".to_owned(),
        Address::List => "My list".to_owned(),
        Address::Update => "Keep your entries right".to_owned(),
        Address::Merge => "Take in what came back".to_owned(),
        Address::Leaflet(need) => format!("Leaflet: {}", quiet(*need)),
        Address::Leaflets => "Leaflets and pages to read".to_owned(),
        Address::SelfHelp(need) => format!("Pages to read: {}", quiet(*need)),
        Address::Poster => "Poster for a noticeboard".to_owned(),
        Address::Booklet => booklet::heading(directory, Scope::Whole),
        Address::BookletOf(area) => Scope::of(area, &directory.site.areas)
            .map_or_else(|| "The booklet".to_owned(), |scope| booklet::heading(directory, scope)),
        Address::Staff | Address::StaffPage(_) | Address::Schools => super::desk::heading(address).to_owned(),
        Address::NotFound => "This page is not here".to_owned(),
        other => return super::title(other, &directory.site).unwrap_or_else(|| name.clone()),
    };
    let staff = if matches!(address, Address::StaffListing(_)) { " (school staff)" } else { "" };
    format!("{page}{staff} · {name}")
}

fn title_of(need: Need) -> String {
    need.quiet_title().map_or_else(|| format!("Help with: {}", need.label()), str::to_owned)
}

/// What a title calls a need: nothing, where nobody should see it over a
/// shoulder.
fn quiet(need: Need) -> &'static str {
    need.quiet_title().unwrap_or(need.label())
}

/// Every address that is drawn at build.
pub fn all(directory: &Directory, register: Option<&Register>) -> Vec<Address> {
    use directory::age::AgeChoice;
    use directory::listing::Standing;
    use directory::vocabulary::Thrive;
    let none = directory::Filters::default();
    let fixed = [
        Address::Home(none),
        Address::Results(none),
        Address::Urgent,
        Address::About,
        Address::Privacy,
        Address::Accessibility,
        Address::Kinds,
        Address::AToZ,
        Address::Leaving,
        Address::Keep,
        Address::Glossary,
        Address::Young,
        Address::List,
        Address::Leaflets,
        Address::Poster,
        Address::Staff,
        Address::StaffResults(none),
        Address::Schools,
        Address::Update,
        Address::Merge,
        Address::NotFound,
    ];
    let shown = directory.listings().iter().filter(|listing| listing.standing != Standing::Held);
    let ids = shown.flat_map(|listing| listing.former_slugs.iter().chain([&listing.id]));
    let listings = ids.flat_map(|id| [Address::Listing(id.clone()), Address::StaffListing(id.clone())]);
    let needs = Need::for_staff().map(Address::Need);
    let staff = StaffPage::ALL.iter().copied().map(Address::StaffPage);
    let thrive = Thrive::all().iter().copied().map(Address::Thrive);
    let pairs = directory.pairs().map(|(need, age)| Address::NeedAge(need, age));
    let numbers = |view| (2..=continued::last_page(directory, view)).filter_map(PageNumber::new);
    let families = numbers(View::Families).map(Address::ResultsPage);
    let lists = families.chain(numbers(View::Staff).map(Address::StaffResultsPage));
    let leaflets = Need::for_families().map(Address::Leaflet);
    let needs = needs.chain(pairs).chain(leaflets).chain(Need::for_staff().map(Address::SelfHelp));
    let last = register.map_or(1, last_page);
    let schools = (2..=last).filter_map(PageNumber::new);
    let schools = schools.flat_map(|number| [Address::SchoolsPage(number), Address::StaffContactsPage(number)]);
    let booklets = Scope::all(&directory.site.areas).into_iter().map(|scope| booklet::address(directory, scope));
    fixed
        .into_iter()
        .chain(booklets)
        .chain(lists)
        .chain(listings)
        .chain(needs)
        .chain(AgeChoice::groups().map(Address::Age))
        .chain(thrive)
        .chain(staff)
        .chain(schools)
        .collect()
}
