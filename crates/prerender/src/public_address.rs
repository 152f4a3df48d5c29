//! Where the publisher serves the site: what every absolute address begins
//! with, or why there is none.

use directory::listing::Standing;
use directory::site::Site;
use directory::{Address, Directory};
use std::fmt;

/// The folder where the site is served from. There is one only if somebody has
/// signed a release: a trial copy names itself nowhere as the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicAddress {
    /// Invariant: ends in `/`, has no `?` and no `#`; held by [`Site::folder`].
    folder: String,
}

/// Why there is no absolute address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// Nobody has signed a release.
    NoRelease,
    /// There is a release, and no address.
    NoAddress,
    /// The address is not that of a folder.
    NoFolder,
}

impl PublicAddress {
    /// The address that a site names.
    pub fn of(site: &Site) -> Result<Self, LeftOut> {
        if site.release.is_none() {
            return Err(LeftOut::NoRelease);
        }
        let why = if site.address.is_none() { LeftOut::NoAddress } else { LeftOut::NoFolder };
        site.folder().map(|folder| Self { folder }).ok_or(why)
    }

    /// A file of the site.
    pub fn of_file(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }

    /// A page. Home is the folder itself, as the publisher wrote it.
    pub fn of_page(&self, address: &Address) -> String {
        match address {
            Address::Home(_) => self.folder.clone(),
            other => self.of_file(&other.file()),
        }
    }

    /// Whether it is all of a host. Robots read `robots.txt` nowhere else.
    pub fn is_whole_host(&self) -> bool {
        let host = self.folder.split_once("://").map_or("", |(_, rest)| rest);
        host.find('/').is_some_and(|at| at + 1 == host.len())
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "Left out: canonical links, the address and picture of link previews, absolute addresses in JSON-LD, \
             and sitemap.xml.\n",
        )?;
        f.write_str(match self {
            Self::NoRelease => {
                "Nobody has signed a release, so search engines are asked to stay away. When somebody has, write \
                 \"release\" and the \"address\" of the \"publisher\" into site.json: see docs/DATA.md."
            }
            Self::NoAddress => {
                "There is a release, but nothing says where the site is served. Write the \"address\" of the \
                 \"publisher\" into site.json, such as https://directory.example.org/."
            }
            Self::NoFolder => {
                "The \"address\" of the \"publisher\" in site.json is no folder. Write it without a file, ? or #, \
                 such as https://directory.example.org/."
            }
        })
    }
}

/// The address by which a page is known: a page of a former name is known by
/// the present one, and the two pages of one entry by that of the readers whom
/// it is for. They are so alike that a search engine shows one of them alone,
/// and by itself it might show parents the one for school staff.
pub fn canonical(address: &Address, directory: &Directory) -> Address {
    let (Address::Listing(id) | Address::StaffListing(id)) = address else {
        return address.clone().with_filters(Default::default());
    };
    match directory.find(id).listing() {
        Some(listing) if listing.is_for_families() => Address::Listing(listing.id.clone()),
        Some(listing) => Address::StaffListing(listing.id.clone()),
        None => address.clone(),
    }
}

/// Whether search engines may list a page: never while nobody has signed, and
/// never what is no page, or is only there for somebody who is leaving
/// or who keeps the directory true. An entry
/// that is taken out is to go from there, too: they may still show its number.
pub fn is_for_search_engines(address: &Address, directory: &Directory) -> bool {
    let is_out = match address {
        Address::Listing(id) | Address::StaffListing(id) => {
            directory.find(id).listing().is_some_and(|listing| matches!(listing.standing, Standing::Withdrawn(_)))
        }
        Address::NotFound | Address::Leaving | Address::Update | Address::Merge => true,
        _ => false,
    };
    directory.site.release.is_some() && !is_out
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::day::Day;
    use directory::id::ListingId;
    use directory::site::Release;

    fn site(address: Option<&str>, is_released: bool) -> Site {
        let on = Day::read("2026-11-21").unwrap();
        let release = Release { by: "A".to_owned(), on, clinical_safety: "B".to_owned() };
        Site { address: address.map(str::to_owned), release: is_released.then_some(release), ..Site::default() }
    }

    #[test]
    fn a_folder_is_a_folder_with_or_without_its_slash() {
        for written in ["https://a.example/b", "https://a.example/b/", "https://a.example/b//"] {
            let address = PublicAddress::of(&site(Some(written), true)).unwrap();
            assert_eq!(address.of_page(&Address::Home(Default::default())), "https://a.example/b/");
            let page = Address::Listing(ListingId::new("kooth").unwrap());
            assert_eq!(address.of_page(&page), "https://a.example/b/service/kooth.html");
            assert!(!address.is_whole_host());
        }
        assert!(PublicAddress::of(&site(Some("https://a.example"), true)).unwrap().is_whole_host());
    }

    #[test]
    fn without_a_release_or_a_folder_there_is_no_absolute_address_and_the_reason_is_said() {
        let why = |address, is_released| PublicAddress::of(&site(address, is_released)).unwrap_err();
        assert_eq!(why(Some("https://a.example/"), false), LeftOut::NoRelease);
        assert_eq!(why(None, false), LeftOut::NoRelease);
        assert_eq!(why(None, true), LeftOut::NoAddress);
        for wrong in ["https://a.example/?b", "https://a.example/#b", "https://a.example/index.html"] {
            assert_eq!(why(Some(wrong), true), LeftOut::NoFolder);
        }
        for left_out in [LeftOut::NoRelease, LeftOut::NoAddress, LeftOut::NoFolder] {
            let words = left_out.to_string();
            assert!(words.contains("site.json") && words.contains("sitemap.xml"), "{words}");
            assert!(words.lines().count() == 2, "{words}");
        }
    }
}
