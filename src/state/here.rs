//! Where the reader is: the address, and the only way to change it.
//!
//! The loop is address, filters, search, view; and back only through
//! [`Here::change`] and [`Here::go`]. There is no second copy.

use crate::browser;
use crate::state::use_catalogue;
use directory::filters::{Choice, Dropped, GROUPS, options};
use directory::{Address, Filters};
use leptos::prelude::*;

/// Where the reader arrived, and what of the address was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The page, with what is chosen on it.
    pub address: Address,
    /// What was dropped.
    pub dropped: Vec<Dropped>,
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub struct Here(RwSignal<Arrived>);

/// Gives the address to every page, and follows links, Back and Forward.
pub fn provide_here(start: Arrived) -> Here {
    let here = Here(RwSignal::new(start));
    provide_context(here);
    here
}

/// Where the reader is.
pub fn use_here() -> Here {
    expect_context()
}

/// The filters in the address, and the way to change them.
pub fn use_filters() -> (Memo<Filters>, Callback<Filters>) {
    let here = use_here();
    let filters = Memo::new(move |_| here.0.with(|arrived| arrived.address.filters()));
    let areas = use_catalogue().directory;
    let set = Callback::new(move |filters| {
        let address = here.0.with_untracked(|arrived| arrived.address.clone()).with_filters(filters);
        browser::place::change(&address.href(&areas.site.areas));
        here.0.set(Arrived { address, dropped: Vec::new() });
    });
    (filters, set)
}

/// What a choice with this name and value in a form is, if it is one.
pub fn choice(name: &str, value: &str) -> Option<Choice> {
    let directory = use_catalogue().directory;
    let areas = &directory.site.areas;
    let group = GROUPS.into_iter().find(|group| group.key() == name)?;
    options(group, areas).find(|choice| choice.slug(areas) == value)
}

impl Here {
    /// The page, without what is chosen on it.
    pub fn page(self) -> Address {
        self.0.with(|arrived| arrived.address.clone()).with_filters(Filters::default())
    }

    /// What of the address was not understood.
    pub fn dropped(self) -> Vec<Dropped> {
        self.0.with(|arrived| arrived.dropped.clone())
    }

    /// Opens an address: another page, or the same with other filters.
    pub fn go(self, address: Address) {
        let areas = use_catalogue_areas();
        let is_same_page = self.0.with_untracked(|now| now.address.file()) == address.file();
        match is_same_page {
            true => browser::place::change(&areas(&address)),
            false => browser::place::go(&areas(&address)),
        }
        self.0.set(Arrived { address, dropped: Vec::new() });
        browser::page::after_drawing(move || match is_same_page {
            true => browser::page::keep_focus(),
            false => browser::page::begin(),
        });
    }

    /// Follows links of the site, Back and Forward, from now on; a page that is
    /// drawn at build has no browser to follow them in.
    pub fn follow_in_browser(self) {
        if cfg!(not(target_arch = "wasm32")) {
            return;
        }
        let directory = use_catalogue().directory;
        let owner = Owner::current();
        let areas = directory.clone();
        browser::links::on_follow(move |file, fragment| {
            let (address, _) = Address::read(file, fragment, &areas.site.areas);
            if address == Address::NotFound {
                return false;
            }
            let go = || self.go(address.clone());
            owner.as_ref().map_or_else(go, |owner| owner.with(go));
            true
        });
        browser::place::on_travel(move || {
            let (file, fragment) = browser::place::here();
            let (address, dropped) = Address::read(&file, &fragment, &directory.site.areas);
            self.0.set(Arrived { address, dropped });
            browser::page::after_drawing(browser::place::restore_scroll);
        });
    }
}

fn use_catalogue_areas() -> impl Fn(&Address) -> String {
    let directory = use_catalogue().directory;
    move |address| address.href(&directory.site.areas)
}
