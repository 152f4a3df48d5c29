//! What one can tell of two addresses by looking at them: whether they are of one
//! site, lead to a home page, or ask to log in; and of a page by its first words.

use url::Url;

/// Words in an address that ask to log in.
const LOG_IN: [&str; 12] =
    ["login", "log-in", "signin", "sign-in", "sso", "auth", "oauth", "oauth2", "saml", "saml2", "adfs", "logon"];

/// Words at the start of a host that do.
const LOG_IN_HOSTS: [&str; 6] = ["login.", "signin.", "sso.", "auth.", "accounts.", "adfs."];

/// Hosts where addresses stand that nobody uses any more.
const PARKED_HOSTS: [&str; 9] = [
    "sedoparking.com",
    "sedo.com",
    "parkingcrew.net",
    "bodis.com",
    "dan.com",
    "afternic.com",
    "hugedomains.com",
    "undeveloped.com",
    "above.com",
];

/// What stands on their pages, in small letters.
const PARKED_WORDS: [&str; 12] = [
    "domain is for sale",
    "domain name is for sale",
    "buy this domain",
    "domain may be for sale",
    "this domain is parked",
    "domain parking",
    "parked free",
    "parkingcrew",
    "sedoparking",
    "this domain has expired",
    "domain has expired",
    "is parked at",
];

/// What the title of a page says that is not there, in small letters.
const NOT_THERE: [&str; 5] = ["404", "not found", "page cannot be found", "can't be found", "no longer available"];

/// An address that can be asked: of the web, with a host, without a password.
pub(super) fn read(web: &str) -> Result<Url, &'static str> {
    let url = Url::parse(web).map_err(|_| "it is no address; write one that begins with https://")?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err("it is no address of the web; write one that begins with https://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("it holds a name or a password; write it without");
    }
    if url.host_str().is_none_or(str::is_empty) { Err("it names no site; write the whole address") } else { Ok(url) }
}

/// The machine that answers for an address: what is asked one at a time.
pub(super) fn machine(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether two addresses are of one site: one host, or one within the other.
pub(super) fn is_one_site(one: &Url, other: &Url) -> bool {
    let bare = |url: &Url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned()).unwrap_or_default();
    let (one, other) = (bare(one), bare(other));
    let lies_in = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'));
    one == other || lies_in(&one, &other) || lies_in(&other, &one)
}

/// Whether an address is a site's first page.
pub(super) fn is_home(url: &Url) -> bool {
    let path = url.path().trim_matches('/').to_lowercase();
    url.query().is_none() && ["", "index.html", "index.php", "home", "en", "en-gb"].contains(&path.as_str())
}

/// Whether an address asks to log in.
pub(super) fn asks_to_log_in(url: &Url) -> bool {
    let mut parts = url.path_segments().into_iter().flatten().map(str::to_lowercase);
    let host = url.host_str().unwrap_or_default();
    let is_part = |part: String| LOG_IN.iter().any(|word| part.split('.').next() == Some(word));
    parts.any(is_part) || LOG_IN_HOSTS.iter().any(|start| host.starts_with(start))
}

/// Whether a host keeps addresses that nobody uses.
pub(super) fn is_parked_host(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    PARKED_HOSTS
        .iter()
        .any(|parked| host == *parked || host.strip_suffix(parked).is_some_and(|rest| rest.ends_with('.')))
}

/// What the beginning of a page says against it.
pub(super) fn doubt_of_page(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    if PARKED_WORDS.iter().any(|words| text.contains(words)) {
        return Some("its page says that the address is for sale, parked or expired");
    }
    let title = text.split_once("<title").and_then(|(_, rest)| rest.split_once('>')?.1.split("</title").next());
    let is_missing = title.is_some_and(|title| NOT_THERE.iter().any(|words| title.contains(words)));
    is_missing.then_some("it answers, but the title of the page says that it is not there")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn one_site_is_told_from_another() {
        let one = |one, other| is_one_site(&url(one), &url(other));
        assert!(
            one("http://www.example.org/a", "https://example.org/b")
                && one("https://help.example.org", "https://example.org")
        );
        assert!(
            !one("https://example.org", "https://badexample.org")
                && !one("https://a.example.org", "https://b.example.org")
        );
    }

    #[test]
    fn a_home_page_a_log_in_and_a_parked_address_are_known_by_their_address() {
        assert!(is_home(&url("https://example.org")) && is_home(&url("https://example.org/en/")));
        assert!(!is_home(&url("https://example.org/help")) && !is_home(&url("https://example.org/?page=7")));
        assert!(
            asks_to_log_in(&url("https://example.org/Account/Login.aspx"))
                && asks_to_log_in(&url("https://sso.example.org/"))
        );
        assert!(!asks_to_log_in(&url("https://example.org/blog-in-print/author")));
        assert!(is_parked_host(&url("https://www.sedo.com/x")) && !is_parked_host(&url("https://jordan.com")));
    }

    #[test]
    fn a_page_that_is_for_sale_or_not_there_is_doubted_and_no_other() {
        assert!(doubt_of_page(b"<p>Buy this DOMAIN now").is_some());
        assert!(doubt_of_page(b"<TITLE lang=en>Page not found | A</TITLE>").is_some());
        assert!(doubt_of_page(b"<title>Help</title><p>A record that was not found").is_none());
        assert!(doubt_of_page(b"\xff\xfe<title").is_none() && doubt_of_page(b"").is_none());
    }

    #[test]
    fn what_is_no_address_of_the_web_is_not_asked() {
        assert!(read("https://example.org/\u{e9}?q").is_ok());
        for wrong in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https://me:secret@example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
