//! `404.html`: a whole page in one file.
//!
//! A host answers with it for any missing address, however deep, so it loads
//! nothing, and holds no link whose end depends on where it is read. Its style
//! stands inside, and its own policy allows exactly that text, by its hash.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use directory::Directory;
use directory::crisis::{Crisis, Route, StripLine};
use directory::day::Day;
use directory::listing::Number;
use leptos::prelude::RenderHtml;
use sha2::{Digest, Sha256};
use waymark_app::components::contact::text_words;
use waymark_app::components::crisis::checked;
use waymark_app::components::foot::made_on;
use waymark_app::components::markup::{Markup, el, escaped, link};

/// The colours, spaces and sizes of the site.
const TOKENS: &str = include_str!("../../../style/tokens.css");
/// How the page uses them.
const STYLE: &str = include_str!("not_found.css");

/// The style inside the page.
pub fn style() -> String {
    let tokens = TOKENS.lines().map(str::trim).filter(|line| match line.split_once(':') {
        Some((name, _)) if name.starts_with("--") => STYLE.contains(&format!("var({name})")),
        _ => true,
    });
    let lines = tokens.chain(STYLE.lines().map(str::trim));
    without_comments(&lines.collect::<Vec<_>>().join("\n"))
}

/// How a policy names that style: `'sha256-…'`.
pub fn style_source() -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(style())))
}

/// The policy in the page itself. Pictures are its own only because browsers
/// ask for `/favicon.ico` by themselves, and would complain.
pub fn policy() -> String {
    format!("default-src 'none'; style-src {}; img-src 'self'; base-uri 'none'; form-action 'none'", style_source())
}

/// The whole page around its main part, given as markup.
pub fn page(directory: &Directory, title: &str, main: &str) -> String {
    let site = &directory.site;
    let trial = site.trial_words().map(|words| el("footer", "").says(words).to_html()).unwrap_or_default();
    let leave = link("leave", site.leave_to.clone()).with("rel", "noreferrer noopener").says("Leave this site");
    let top = el("header", "").holds(el("p", "name").says(&site.name)).holds(leave);
    let urgent = el("section", "urgent").with("aria-label", "Help now").holds(strip(&directory.crisis));
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<title>{}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<style>{}</style>\n</head>\n<body>\n{}\n{}\n{}\n{main}\n\
         {}\n{trial}\n</body>\n</html>\n",
        policy(),
        escaped(title),
        style(),
        link("skip", "#main").says("Skip to the main part").to_html(),
        urgent.to_html(),
        top.to_html(),
        more(&directory.crisis, directory.made).to_html(),
    )
}

/// The three lines, without the link to a page that nobody could find.
fn strip(crisis: &Crisis) -> Markup {
    let line = |line: &StripLine| {
        let space = if line.tail.is_empty() || line.tail.starts_with(',') { "" } else { " " };
        let way = link("", line.href.clone()).says(&line.link);
        el("li", "").says(&line.lead).says(" ").holds(way).says(space).says(&line.tail)
    };
    el("ul", "").each(crisis.strip.iter().map(line).collect())
}

/// Every way to get help now, since the page of urgent help is out of reach; and
/// when the page was made.
fn more(crisis: &Crisis, made: Option<Day>) -> Markup {
    el("section", "more")
        .with("aria-labelledby", "more")
        .holds(el("h2", "").with("id", "more").says("Who to call or text now"))
        .holds(el("p", "").says(checked(crisis)))
        .holds(el("ul", "").each(crisis.routes.iter().map(route).collect()))
        .maybe(made.map(|day| el("p", "").says(made_on(day))))
}

fn route(route: &Route) -> Markup {
    let call = |number: &Number| link("", number.call_link()).says(format!("Call {}", number.shown));
    let text = |number: &Number| link("", number.text_link()).says(text_words(number));
    let web = |web: &String| link("", web).with("rel", "noreferrer").says(format!("Website of {}", route.name));
    let contacts = &route.contacts;
    let ways = contacts.phones.iter().map(call).chain(contacts.texts.iter().map(text));
    let hours = route.hours.as_ref().map(|hours| format!(" {hours}.")).unwrap_or_default();
    el("li", "")
        .holds(el("b", "").says(&route.name))
        .holds(el("div", "").says(&route.says).says(hours))
        .each(ways.chain(contacts.web.iter().map(web)).collect())
}

fn without_comments(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/")).map(|(_, after)| after);
    let lines = rest.fold(first, |whole, part| whole + part);
    lines.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_that_the_page_names_stands_in_it() {
        let style = style();
        for name in STYLE.split("var(").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(style.contains(&format!("\n{name}:")), "{name}");
        }
        assert!(!style.contains("--thriving") && !style.contains("/*") && !style.contains('<'));
        assert_eq!(style.matches('{').count(), style.matches('}').count());
    }

    #[test]
    fn the_policy_names_the_style_by_its_hash() {
        let source = style_source();
        assert!(source.starts_with("'sha256-") && source.len() == "'sha256-'".len() + 44, "{source}");
        assert!(policy().contains(&format!("style-src {source};")));
    }
}
