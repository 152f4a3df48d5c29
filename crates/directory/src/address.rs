//! Addresses: every link of the site, spelt in one place.
//!
//! Each is a file, so that one build works at any folder of any host. What a
//! person chose stands after `#` and never reaches a server.

use crate::age::AgeChoice;
use crate::area::Areas;
use crate::closed::Closed;
use crate::filters::{Dropped, Filters};
use crate::id::ListingId;
use crate::vocabulary::{Need, Thrive};

mod file;
mod number;
mod staff;

pub use number::PageNumber;
pub use staff::StaffPage;

/// A page of the site, with what was chosen on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The questions for parents and carers.
    Home(Filters),
    /// What fits, for families.
    Results(Filters),
    /// The list for families goes on; drawn at build, with nothing chosen.
    ResultsPage(PageNumber),
    /// One listing, for families.
    Listing(ListingId),
    /// The page of a need; drawn at build, never opened by the app.
    Need(Need),
    /// The page of a need at an age; as that of a need.
    NeedAge(Need, AgeChoice),
    /// The page of an age group; drawn at build.
    Age(AgeChoice),
    /// The page of a THRIVE grouping; drawn at build.
    Thrive(Thrive),
    /// Urgent help.
    Urgent,
    /// About this directory.
    About,
    /// Privacy.
    Privacy,
    /// Accessibility.
    Accessibility,
    /// Kinds of support.
    Kinds,
    /// Every listing by name.
    AToZ,
    /// What "Leave this site" cannot hide.
    Leaving,
    /// Keeping a copy on the device, and removing it.
    Keep,
    /// What words of the field mean.
    Glossary,
    /// A short page for young people.
    Young,
    /// The entries that a reader has saved, or that somebody has sent them.
    List,
    /// A leaflet about a need, to print.
    Leaflet(Need),
    /// Every leaflet, and every page to read.
    Leaflets,
    /// Published pages to read about a need.
    SelfHelp(Need),
    /// A poster for a noticeboard, to print.
    Poster,
    /// The whole directory on one page, and the way to its booklet.
    Booklet,
    /// The same for the area of this slug.
    BookletOf(String),
    /// Whether a school is covered, for families.
    Schools,
    /// The schools go on, for families; drawn at build.
    SchoolsPage(PageNumber),
    /// What school staff come for, at a glance.
    Staff,
    /// A page for school staff with choices of its own.
    StaffPage(StaffPage),
    /// The schools go on, for school staff; drawn at build.
    StaffContactsPage(PageNumber),
    /// What fits, for school staff.
    StaffResults(Filters),
    /// The list for school staff goes on; drawn at build, with nothing chosen.
    StaffResultsPage(PageNumber),
    /// One listing, for school staff.
    StaffListing(ListingId),
    /// Where whoever answers for entries says that they are still right, or what
    /// has changed.
    Update,
    /// Where a coordinator takes in what came back.
    Merge,
    /// No such page.
    NotFound,
}

impl Address {
    /// The file of the page, from the folder of the site.
    pub fn file(&self) -> String {
        match self {
            Self::Home(_) => "index.html".to_owned(),
            Self::Results(_) => "results.html".to_owned(),
            Self::ResultsPage(number) => format!("results/{number}.html"),
            Self::Listing(id) => format!("service/{id}.html"),
            Self::Need(need) => format!("need/{}.html", need.page_slug()),
            Self::NeedAge(need, age) => format!("need/{}/{}.html", need.page_slug(), age.slug()),
            Self::Age(age) => format!("age/{}.html", age.slug()),
            Self::Thrive(thrive) => format!("kind/{}.html", thrive.slug()),
            Self::Urgent => "urgent.html".to_owned(),
            Self::About => "about.html".to_owned(),
            Self::Privacy => "privacy.html".to_owned(),
            Self::Accessibility => "accessibility.html".to_owned(),
            Self::Kinds => "kinds.html".to_owned(),
            Self::AToZ => "a-z.html".to_owned(),
            Self::Leaving => "leaving.html".to_owned(),
            Self::Keep => "keep.html".to_owned(),
            Self::Glossary => "glossary.html".to_owned(),
            Self::Young => "young.html".to_owned(),
            Self::List => "list.html".to_owned(),
            Self::Leaflet(need) => format!("leaflet/{}.html", need.page_slug()),
            Self::Leaflets => "leaflets.html".to_owned(),
            Self::SelfHelp(need) => format!("self-help/{}.html", need.page_slug()),
            Self::Poster => "poster.html".to_owned(),
            Self::Booklet => "booklet.html".to_owned(),
            Self::BookletOf(area) => format!("booklet/{area}.html"),
            Self::Schools => "schools.html".to_owned(),
            Self::SchoolsPage(number) => format!("schools/{number}.html"),
            Self::Staff => "staff.html".to_owned(),
            Self::StaffPage(page) => format!("staff/{}.html", page.slug()),
            Self::StaffContactsPage(number) => format!("staff/contacts/{number}.html"),
            Self::StaffResults(_) => "staff/results.html".to_owned(),
            Self::StaffResultsPage(number) => format!("staff/results/{number}.html"),
            Self::StaffListing(id) => format!("staff/service/{id}.html"),
            Self::Update => "update.html".to_owned(),
            Self::Merge => "merge.html".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// The filters that stand in it.
    pub fn filters(&self) -> Filters {
        match self {
            Self::Home(filters) | Self::Results(filters) | Self::StaffResults(filters) => *filters,
            _ => Filters::default(),
        }
    }

    /// The need that the page is about; what a reader chose is none.
    pub fn need(&self) -> Option<Need> {
        match self {
            Self::Need(need) | Self::NeedAge(need, _) => Some(*need),
            _ => None,
        }
    }

    /// The same page with other filters.
    #[must_use]
    pub fn with_filters(self, filters: Filters) -> Self {
        match self {
            Self::Home(_) => Self::Home(filters),
            Self::Results(_) => Self::Results(filters),
            Self::StaffResults(_) => Self::StaffResults(filters),
            other => other,
        }
    }

    /// The link, relative to the folder of the site: file, `#` and filters.
    pub fn href(&self, areas: &Areas) -> String {
        let filters = self.filters().write(areas);
        let file = self.file();
        if filters.is_empty() { file } else { format!("{file}#{filters}") }
    }

    /// Whether it belongs to the view for school staff.
    pub fn is_staff(&self) -> bool {
        let is_list = matches!(self, Self::StaffResults(_) | Self::StaffResultsPage(_) | Self::StaffListing(_));
        is_list || matches!(self, Self::Staff | Self::StaffPage(_) | Self::StaffContactsPage(_))
    }

    /// Whether the app of the staff pages works it: what is chosen on it stands
    /// after `#`, in words of its own.
    pub fn is_of_desk(&self) -> bool {
        matches!(self, Self::Staff | Self::StaffPage(_) | Self::Schools)
    }

    /// Whether the app of those who keep the directory true works it, which
    /// nobody else loads.
    pub fn is_of_upkeep(&self) -> bool {
        matches!(self, Self::Update | Self::Merge)
    }

    /// Whether it is something to take away: it has a style of its own.
    pub fn is_to_take_away(&self) -> bool {
        let is_sheet = matches!(self, Self::Leaflet(_) | Self::Leaflets | Self::SelfHelp(_) | Self::Poster);
        is_sheet || matches!(self, Self::List | Self::Booklet | Self::BookletOf(_))
    }

    /// Reads a file, relative to the folder of the site, and what stands after
    /// `#`; with what was dropped.
    pub fn read(file: &str, fragment: &str, areas: &Areas) -> (Self, Vec<Dropped>) {
        let page = Self::page(file);
        match page {
            Self::Home(_) | Self::Results(_) | Self::StaffResults(_) if fragment.as_bytes().contains(&b'=') => {
                let (filters, dropped) = Filters::read(fragment, areas);
                (page.with_filters(filters), dropped)
            }
            Self::BookletOf(area) if !areas.named.iter().any(|one| one.is_choice && one.slug == area) => {
                (Self::NotFound, Vec::new())
            }
            _ => (page, Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str) {
        let (address, _) = Address::read(file, "", &Areas::default());
        assert_eq!(address.file(), file);
    }

    #[test]
    fn every_page_leads_back_from_its_file() {
        for file in [
            "index.html",
            "results.html",
            "results/2.html",
            "service/kooth.html",
            "need/sleep.html",
            "need/someone-to-talk-to.html",
            "need/sleep/primary.html",
            "need/someone-to-talk-to/young-adult.html",
            "age/primary.html",
            "kind/getting-help.html",
            "urgent.html",
            "about.html",
            "privacy.html",
            "accessibility.html",
            "kinds.html",
            "a-z.html",
            "leaving.html",
            "keep.html",
            "glossary.html",
            "young.html",
            "list.html",
            "leaflet/sleep.html",
            "leaflets.html",
            "self-help/someone-to-talk-to.html",
            "poster.html",
            "booklet.html",
            "schools.html",
            "schools/2.html",
            "staff/contacts/34.html",
            "staff.html",
            "staff/training.html",
            "staff/plan.html",
            "staff/changed.html",
            "staff/results.html",
            "staff/results/12.html",
            "staff/service/kooth.html",
            "update.html",
            "merge.html",
            "404.html",
        ] {
            check(file);
        }
    }

    #[test]
    fn what_is_no_page_is_not_found_and_never_home() {
        for file in [
            "nowhere",
            "service/..",
            "service/A.html",
            "need/general.html",
            "need/self-harm.html",
            "need/sleep/y6.html",
            "need/general/primary.html",
            "need/whole-school/primary.html",
            "need/sleep/primary/2.html",
            "staff/nowhere.html",
            "schools/1.html",
            "booklet/nowhere.html",
            "booklet/../a.html",
            "leaflet/self-harm.html",
            "results/1.html",
            "staff/results/02.html",
            "age/y6.html",
            "a/b/c/d",
            "//",
        ] {
            assert_eq!(Address::read(file, "", &Areas::default()).0, Address::NotFound, "{file}");
        }
    }
}
