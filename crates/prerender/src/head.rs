//! The head of a page: what it is called, what is said of it, and by which
//! address it is known.

use crate::description::{description, heading};
use crate::linked_data::{self, Page};
use crate::public_address::{PublicAddress, canonical, is_for_search_engines};
use crate::shell::POLICY;
use directory::{Address, Directory};
use waymark_app::components::markup::escaped;
use waymark_app::pages::drawn;

/// What a page says to browsers, chats and search engines: markup.
#[derive(Clone, Debug)]
pub struct Head {
    /// For the head of the page.
    pub tags: String,
    /// For its end, so that nobody waits for it.
    pub linked_data: String,
}

impl Head {
    /// The head of a page whose main part has been drawn.
    pub fn of(address: &Address, drawn: &str, directory: &Directory, public: Option<&PublicAddress>) -> Self {
        let heading = heading(address, directory);
        let description = description(address, &heading, directory);
        let page = Page { address, heading: &heading, description: &description, drawn };
        Self { tags: tags(&page, directory, public), linked_data: linked_data::script(&page, directory, public) }
    }
}

fn tags(page: &Page<'_>, directory: &Directory, public: Option<&PublicAddress>) -> String {
    let site = &directory.site;
    let depth = page.address.file().matches('/').count();
    let base = if depth == 0 { "./".to_owned() } else { "../".repeat(depth) };
    let mut tags = vec![
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
        format!("<base href=\"{base}\">"),
        format!("<title>{}</title>", escaped(&drawn::title(page.address, directory))),
        named("description", page.description),
    ];
    if !is_for_search_engines(page.address, directory) {
        tags.push(named("robots", "noindex"));
    }
    let previews = [
        ("og:title", page.heading),
        ("og:description", page.description),
        ("og:type", "website"),
        ("og:site_name", site.name.as_str()),
        ("og:locale", "en_GB"),
    ];
    tags.extend(previews.map(|(property, content)| preview(property, content)));
    if let Some(public) = public {
        let own = public.of_page(&canonical(page.address, directory));
        tags.push(format!("<link rel=\"canonical\" href=\"{}\">", escaped(&own)));
        tags.push(preview("og:url", &own));
        tags.push(preview("og:image", &public.of_file("icon-512.png")));
        tags.push(preview("og:image:alt", &site.name));
    }
    // It works the buttons there, and nowhere else unless a copy is kept.
    if *page.address == Address::Keep {
        tags.push("<script src=\"keep.js\" defer></script>".to_owned());
    }
    tags.join("\n")
}

fn named(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{}\">", escaped(content))
}

fn preview(property: &str, content: &str) -> String {
    format!("<meta property=\"{property}\" content=\"{}\">", escaped(content))
}
