//! Which page a file is: the other way round of [`Address::file`].

use super::{Address, PageNumber, StaffPage};
use crate::age::AgeChoice;
use crate::closed::Closed;
use crate::filters::Filters;
use crate::id::ListingId;
use crate::vocabulary::{Need, Thrive};

impl Address {
    /// The page of a file, relative to the folder of the site.
    pub(super) fn page(file: &str) -> Self {
        let name = file.strip_suffix(".html").unwrap_or(file);
        let none = Filters::default();
        match name {
            "" | "index" => Self::Home(none),
            "results" => Self::Results(none),
            "urgent" => Self::Urgent,
            "about" => Self::About,
            "privacy" => Self::Privacy,
            "accessibility" => Self::Accessibility,
            "kinds" => Self::Kinds,
            "a-z" => Self::AToZ,
            "leaving" => Self::Leaving,
            "keep" => Self::Keep,
            "glossary" => Self::Glossary,
            "young" => Self::Young,
            "list" => Self::List,
            "leaflets" => Self::Leaflets,
            "poster" => Self::Poster,
            "booklet" => Self::Booklet,
            "schools" => Self::Schools,
            "update" => Self::Update,
            "merge" => Self::Merge,
            "staff" | "staff/index" | "staff/" => Self::Staff,
            "staff/results" => Self::StaffResults(none),
            _ => Self::page_in_folder(name).unwrap_or(Self::NotFound),
        }
    }

    fn page_in_folder(name: &str) -> Option<Self> {
        let (folder, slug) = name.rsplit_once('/')?;
        match folder {
            "results" => PageNumber::read(slug).map(Self::ResultsPage),
            "staff/results" => PageNumber::read(slug).map(Self::StaffResultsPage),
            "schools" => PageNumber::read(slug).map(Self::SchoolsPage),
            "staff/contacts" => PageNumber::read(slug).map(Self::StaffContactsPage),
            "staff" => StaffPage::from_slug(slug).map(Self::StaffPage),
            "service" => ListingId::new(slug).map(Self::Listing),
            "staff/service" => ListingId::new(slug).map(Self::StaffListing),
            "need" => Need::from_page_slug(slug).map(Self::Need),
            "leaflet" => Need::from_page_slug(slug).map(Self::Leaflet),
            "self-help" => Need::from_page_slug(slug).map(Self::SelfHelp),
            "booklet" => Some(Self::BookletOf(slug.to_owned())),
            "age" => age_group(slug).map(Self::Age),
            "kind" => Thrive::from_slug(slug).map(Self::Thrive),
            _ => {
                let need = Need::from_page_slug(folder.strip_prefix("need/")?)?;
                need.is_for_families().then(|| age_group(slug)).flatten().map(|age| Self::NeedAge(need, age))
            }
        }
    }
}

fn age_group(slug: &str) -> Option<AgeChoice> {
    AgeChoice::from_slug(slug).filter(|age| age.is_group())
}
