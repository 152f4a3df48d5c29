//! The maps for search engines: which pages there are, and since when.
//!
//! The pages of crisis-sensitive needs are among them: somebody who searches
//! for such help must find it, and neither their address nor their title names
//! the need. What has ended is not, nor what is known by another address.

use crate::Output;
use crate::public_address::{PublicAddress, canonical, is_for_search_engines};
use directory::listing::Standing;
use directory::schools::Register;
use directory::{Address, Directory};
use waymark_app::components::markup::escaped;
use waymark_app::pages::drawn;

/// The most addresses that one map may hold, by the protocol of sitemaps.org.
const MOST: usize = 50_000;

/// The maps, and the file that names them to robots where they read it.
pub fn files(directory: &Directory, register: Option<&Register>, public: &PublicAddress) -> Vec<Output> {
    let pages: Vec<_> =
        drawn::all(directory, register).into_iter().filter(|page| is_on_the_map(page, directory)).collect();
    let lines: Vec<_> = pages.iter().map(|page| line(page, directory, public)).collect();
    let mut files = maps(&lines, public, MOST);
    // Anywhere but at the root of a host it would never be read.
    if public.is_whole_host() {
        let text = format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", public.of_file("sitemap.xml"));
        files.push(Output { path: "robots.txt".to_owned(), text });
    }
    files
}

fn is_on_the_map(page: &Address, directory: &Directory) -> bool {
    let has_ended = match page {
        Address::Listing(id) | Address::StaffListing(id) => {
            directory.find(id).listing().is_none_or(|listing| matches!(listing.standing, Standing::Ended(_)))
        }
        _ => false,
    };
    !has_ended && is_for_search_engines(page, directory) && canonical(page, directory) == *page
}

/// One page. When it last changed is said only of an entry that was checked:
/// on that day its page changed, and of other changes the data knows nothing.
fn line(page: &Address, directory: &Directory, public: &PublicAddress) -> String {
    let listing = match page {
        Address::Listing(id) | Address::StaffListing(id) => directory.find(id).listing(),
        _ => None,
    };
    let checked = listing.and_then(|listing| listing.checked.as_ref());
    let changed = checked.map(|check| format!("<lastmod>{}</lastmod>", check.on.iso())).unwrap_or_default();
    format!("<url><loc>{}</loc>{changed}</url>\n", escaped(&public.of_page(page)))
}

/// One map, or several and a map of them.
fn maps(lines: &[String], public: &PublicAddress, most: usize) -> Vec<Output> {
    let output = |path: String, kind: &str, lines: &[String]| {
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <{kind} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</{kind}>\n",
            lines.concat()
        );
        Output { path, text }
    };
    let first = "sitemap.xml".to_owned();
    if lines.len() <= most {
        return vec![output(first, "urlset", lines)];
    }
    let parts = lines.chunks(most).enumerate();
    let mut files: Vec<_> =
        parts.map(|(at, lines)| output(format!("sitemap-{}.xml", at + 1), "urlset", lines)).collect();
    let place = |file: &Output| format!("<sitemap><loc>{}</loc></sitemap>\n", escaped(&public.of_file(&file.path)));
    let places: Vec<_> = files.iter().map(place).collect();
    files.push(output(first, "sitemapindex", &places));
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::day::Day;
    use directory::site::{Release, Site};

    fn public(address: &str) -> PublicAddress {
        let on = Day::read("2026-11-21").unwrap();
        let release = Some(Release { by: "A".to_owned(), on, clinical_safety: "B".to_owned() });
        PublicAddress::of(&Site { address: Some(address.to_owned()), release, ..Site::default() }).unwrap()
    }

    #[test]
    fn more_pages_than_one_map_may_hold_stand_in_several_and_in_a_map_of_them() {
        let lines: Vec<_> = (0..5).map(|number| format!("<url><loc>{number}</loc></url>\n")).collect();
        let files = maps(&lines, &public("https://a.example/"), 2);
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let counts: Vec<_> = files.iter().map(|file| file.text.matches("<url>").count()).collect();
        assert_eq!(counts, [2, 2, 1, 0]);
        assert!(files[3].text.contains("<sitemap><loc>https://a.example/sitemap-3.xml</loc></sitemap>"));
        assert_eq!(maps(&lines, &public("https://a.example/"), 5).len(), 1);
    }
}
