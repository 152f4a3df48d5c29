//! Rules of web and e-mail addresses, wherever they stand in a text.
//!
//! What would be no link at all is the core's rule. Here it is what a link
//! should not be: a way round through somebody's mail or a shortener, a
//! number that tells where readers came from, a letter that looks like another.

use directory::finding::{Findings, Level};
use url::{Host, Url};

/// Parts of an address that tell its owner where a reader came from.
const TRACKERS: [&str; 16] = [
    "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "igsh", "mc_cid",
    "mc_eid", "_ga", "_gl", "mkt_tok",
];

/// Hosts that only lead on to another address.
const SHORTENERS: [&str; 9] =
    ["bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "buff.ly", "is.gd", "rebrand.ly", "lnkd.in"];

/// Hosts that stand before an address which somebody was sent, with that
/// person's own mark in it.
const WAYS_ROUND: [&str; 5] = [
    "safelinks.protection.outlook.com",
    "urldefense.com",
    "urldefense.proofpoint.com",
    "l.facebook.com",
    "l.instagram.com",
];

/// Mailboxes that nobody reads.
const UNREAD: [&str; 5] = ["noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon"];

pub(super) fn check(place: &str, text: &str, findings: &mut Findings) {
    if text.contains("://") || text.contains("www.") {
        for word in text.split_whitespace() {
            web(place, text, word, findings);
        }
    }
    if text.contains('@') {
        mail(place, text, findings);
    }
}

fn web(place: &str, text: &str, word: &str, findings: &mut Findings) {
    let is_field = word == text.trim() && is_link(place);
    let word = word.trim_start_matches(['(', '"', '“', '<', '[']);
    let bare = word.trim_end_matches([',', '.', ';', ')', '"', '”', '>', ']']);
    if bare.starts_with("www.") {
        if is_field {
            findings.add(Level::Warning, place, bare, format_args!("Write the whole address: https://{bare}."));
        }
        return;
    }
    if !bare.starts_with("http://") && !bare.starts_with("https://") {
        return;
    }
    let Ok(address) = Url::parse(bare) else {
        findings.error(place, bare, "Copy the address again from the page: no browser can open this one.");
        return;
    };
    if is_field && bare != word {
        findings.add(Level::Warning, place, text, format_args!("Take the last sign off: {bare}."));
    }
    for (level, write) in faults(&address, bare) {
        findings.add(level, place, bare, write);
    }
    let is_plain = address.scheme() == "http" && is_link(place) && !place.starts_with("pages[");
    if is_plain {
        let write = format_args!("Try https{}, and write that if the page opens.", bare.trim_start_matches("http"));
        findings.add(Level::Advice, place, bare, write);
    }
}

/// Whether what stands here becomes a link on a page.
fn is_link(place: &str) -> bool {
    let name = place.rsplit('.').next().unwrap_or_default();
    matches!(name, "web" | "leave_to" | "address" | "wait_link")
}

fn faults(address: &Url, written: &str) -> Vec<(Level, String)> {
    let mut faults = Vec::new();
    let mut add = |level, write: &str| faults.push((level, write.to_owned()));
    if !address.username().is_empty() || address.password().is_some() {
        add(Level::Error, "Take out the name and password before the @: everybody could read them.");
    }
    let host = address.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
    let is_private = match address.host() {
        Some(Host::Domain(domain)) => !domain.contains('.') || domain.ends_with(".local"),
        Some(Host::Ipv4(_) | Host::Ipv6(_)) | None => true,
    };
    if is_private {
        add(Level::Error, "Write the address that everybody uses: this one is that of a computer or a network.");
    }
    if host.split('.').any(|label| label.starts_with("xn--")) {
        let write = format!("Type the address by hand: it holds letters that only look like others. It is {host}.");
        add(Level::Warning, &write);
    }
    let is_of = |known: &&str| host == **known || host.ends_with(&format!(".{known}"));
    if WAYS_ROUND.iter().any(&is_of) || is_search_result(address, &host) {
        add(
            Level::Error,
            "Open it, and write the address at which you arrive: this one is a way round, sent to one person.",
        );
    } else if SHORTENERS.iter().any(is_of) {
        add(
            Level::Warning,
            "Open it, and write the address at which you arrive: this one may lead elsewhere tomorrow.",
        );
    }
    if let Some(shorter) = untracked(address, written) {
        let write = format!("Write {shorter}, if it opens the same page: the rest only tells where readers came from.");
        add(Level::Warning, &write);
    }
    faults
}

/// Whether it is what a search engine or a shared screen puts before an address.
fn is_search_result(address: &Url, host: &str) -> bool {
    let is_google = host.starts_with("google.") && address.path() == "/url";
    is_google || (host == "bing.com" && address.path().starts_with("/ck"))
}

/// The same address without what only tells where a reader came from, if it has
/// any of that.
fn untracked(address: &Url, written: &str) -> Option<String> {
    let query = address.query()?;
    let is_tracker = |part: &&str| {
        let name = part.split('=').next().unwrap_or_default().to_ascii_lowercase();
        name.starts_with("utm_") || TRACKERS.contains(&name.as_str())
    };
    let kept: Vec<&str> = query.split('&').filter(|part| !is_tracker(part)).collect();
    if kept.len() == query.split('&').count() {
        return None;
    }
    let start = written.split('?').next().unwrap_or_default();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let end = address.fragment().map(|end| format!("#{end}")).unwrap_or_default();
    Some(format!("{start}{query}{end}"))
}

fn mail(place: &str, text: &str, findings: &mut Findings) {
    let words = text.split(|sign: char| sign.is_whitespace() || "<>()[],;:".contains(sign));
    for (word, local, host) in words.filter_map(|word| word.split_once('@').map(|(local, host)| (word, local, host))) {
        let name = local.to_ascii_lowercase();
        if UNREAD.contains(&name.as_str()) {
            findings.add(Level::Warning, place, word, "Write a mailbox that somebody reads: this one is none.");
        }
        let end = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let is_broken = host.contains("..") || local.contains("..") || host.starts_with('.') || local.starts_with('.');
        let slip = [("con", "com"), ("cmo", "com"), ("ogr", "org"), ("ukk", "uk"), ("kuk", "uk")];
        if is_broken {
            findings.error(
                place,
                word,
                "Copy the mailbox again: no post arrives with two dots together, or one in front.",
            );
        } else if let Some((_, meant)) = slip.iter().find(|(slip, _)| *slip == end) {
            findings.add(Level::Warning, place, word, format_args!("Look at its end again: .{end} may be .{meant}."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_text(place: &str, text: &str, expected: Option<(Level, &str)>) {
        let mut findings = Findings::of_file("x.json");
        check(place, text, &mut findings);
        let found = findings.into_vec();
        assert_eq!(found.first().map(|one| one.level), expected.map(|(level, _)| level), "{text}: {found:?}");
        assert!(expected.is_none_or(|(_, write)| found.iter().any(|one| one.write.contains(write))), "{found:?}");
        assert!(found.len() <= 1, "{found:?}");
    }

    #[test]
    fn a_plain_address_is_left_alone() {
        for text in ["https://example.org/a?id=7#top", "See https://example.org.", "a: b", "(https://www.nhs.uk/a)"] {
            check_text("summary", text, None);
        }
        check_text("contacts.web", "https://example.org/?page=2", None);
        check_text("contacts.emails[0]", "help@example.org", None);
    }

    #[test]
    fn what_follows_readers_is_taken_out_and_the_rest_stays() {
        let write = "Write https://example.org/a?id=7#top, if";
        let text = "https://example.org/a?utm_source=x&id=7&fbclid=y#top";
        check_text("contacts.web", text, Some((Level::Warning, write)));
        check_text(
            "summary",
            "At https://example.org/?utm_medium=mail.",
            Some((Level::Warning, "https://example.org/, if")),
        );
    }

    #[test]
    fn a_way_round_is_no_address_of_a_service() {
        let safe = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org";
        check_text("contacts.web", safe, Some((Level::Error, "at which you arrive")));
        check_text("contacts.web", "https://www.google.com/url?q=x", Some((Level::Error, "at which you arrive")));
        check_text("contacts.web", "https://bit.ly/abc", Some((Level::Warning, "at which you arrive")));
        check_text("contacts.web", "https://me:word@example.org/", Some((Level::Error, "password")));
        for private in ["https://localhost/a", "https://192.168.0.1/", "https://intranet/page", "https://[::1]/"] {
            check_text("contacts.web", private, Some((Level::Error, "everybody uses")));
        }
        check_text("contacts.web", "https://аpple.example/", Some((Level::Warning, "look like others")));
    }

    #[test]
    fn an_address_is_whole_and_has_nothing_at_its_end() {
        check_text("contacts.web", "https://example.org/a,", Some((Level::Warning, "https://example.org/a.")));
        check_text("contacts.web", "www.example.org", Some((Level::Warning, "https://www.example.org")));
        check_text("contacts.web", "http://example.org", Some((Level::Advice, "https://example.org")));
        check_text("contacts.web", "https://exa%mple:99999/", Some((Level::Error, "Copy the address again")));
        check_text("sources[0].source", "http://example.org/a (2006)", None);
    }

    #[test]
    fn a_mailbox_is_read_and_reached() {
        check_text("contacts.emails[0]", "no-reply@example.org", Some((Level::Warning, "somebody reads")));
        check_text("contacts.emails[0]", "help@example..org", Some((Level::Error, "Copy the mailbox")));
        check_text("contacts.emails[0]", "help@example.con", Some((Level::Warning, ".com")));
    }
}
