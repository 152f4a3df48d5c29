//! Pages that others have published, to read while somebody waits or before
//! they ask: links with their dates, and no advice of our own.
//!
//! It is for pages that are drawn before anybody reads them: neither the apps
//! nor the bundles that they load have any of it.

use crate::catalogue::LoadError;
use crate::closed::{Choices, Closed};
use crate::contact::is_web_address;
use crate::day::Day;
use crate::finding::{Finding, Findings, listed};
use crate::json::Json;
use crate::record::{Fill, HelpPageRecord, Place, Reading};
use crate::resource::{Limit, limit};
use crate::vocabulary::{Audience, Need};

/// A page that somebody else has published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpPage {
    /// What it is about; [`Need::General`] is any worry.
    pub need: Need,
    /// What it calls itself.
    pub title: String,
    /// Who publishes it.
    pub organisation: String,
    /// Its address.
    pub web: String,
    /// Whom it speaks to.
    pub audience: Choices<Audience>,
    /// What it covers.
    pub says: String,
    /// How we know of it. `None`: not known.
    pub source: Option<String>,
    /// The date of the page, or of what told of it. `None`: not known.
    pub dated: Option<Day>,
    /// Whether nobody has looked at the page itself yet.
    pub is_unconfirmed: bool,
}

impl HelpPage {
    /// Whether it may be relied on, on a day, with the site's limit in months.
    pub fn limit(&self, months: u8, today: Day) -> Limit {
        limit(self.dated, months, today)
    }

    /// The site that a link to it leads to: "nhs.uk".
    pub fn host(&self) -> &str {
        let host = self.web.split('/').nth(2).unwrap_or(&self.web);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

/// Every such page, in the order of its file.
///
/// Invariant: each has a need, a title, an organisation, an audience and a safe
/// address, and no need has one address twice; held by [`SelfHelp::read`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelfHelp(Vec<HelpPage>);

impl SelfHelp {
    /// The pages of a bundle; none, where it has no such part.
    pub fn of_bundle(text: &str) -> Result<(Self, Vec<Finding>), LoadError> {
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text).map_err(|why| LoadError::NotABundle(why.to_string()))?;
        let mut findings = Findings::of_file("self_help");
        let mut records: Vec<HelpPageRecord> = Vec::new();
        if let Some(pages) = json.get("self_help") {
            records.fill(pages, &Place::Whole, &mut Reading::new(&mut findings));
        }
        let pages = Self::read(records, &mut findings);
        Ok((pages, findings.into_vec()))
    }

    /// What records spell. A page that cannot be read is left out, and named.
    pub fn read(records: Vec<HelpPageRecord>, findings: &mut Findings) -> Self {
        let mut all: Vec<HelpPage> = Vec::new();
        for (at, record) in records.into_iter().enumerate() {
            let field = |name: &str| format!("pages[{at}].{name}");
            let Some(page) = page(record, &field, findings) else { continue };
            if all.iter().any(|other| other.need == page.need && other.web == page.web) {
                findings.error(&field("web"), &page.web, "Take it out: this need has that page already.");
            } else {
                all.push(page);
            }
        }
        Self(all)
    }

    /// Each page.
    pub fn pages(&self) -> &[HelpPage] {
        &self.0
    }

    /// The pages on a need for some readers; those that somebody has looked at
    /// come first.
    pub fn of(&self, need: Need, audience: Audience) -> Vec<&HelpPage> {
        let own = self.0.iter().filter(|page| page.need == need && page.audience.contains(audience));
        let (unconfirmed, seen): (Vec<_>, Vec<_>) = own.partition(|page| page.is_unconfirmed);
        seen.into_iter().chain(unconfirmed).collect()
    }

    /// Whether there is a page on a need.
    pub fn has(&self, need: Need) -> bool {
        self.0.iter().any(|page| page.need == need)
    }
}

fn page(record: HelpPageRecord, field: &dyn Fn(&str) -> String, findings: &mut Findings) -> Option<HelpPage> {
    let HelpPageRecord { need, title, organisation, web, audience, says, source, dated, unconfirmed } = record;
    let known = Need::from_slug(&need);
    if known.is_none() {
        findings.error(&field("need"), &need, format_args!("Write one of: {}.", listed(Need::slugs())));
    }
    let mut is_whole = true;
    for (name, text, write) in [
        ("title", &title, "Write what the page calls itself."),
        ("organisation", &organisation, "Write who publishes the page."),
        ("says", &says, "Say in a plain sentence what the page covers."),
    ] {
        if text.trim().is_empty() {
            findings.error(&field(name), "", write);
            is_whole = false;
        }
    }
    let is_safe = is_web_address(&web, &field("web"), findings);
    let mut readers = Choices::default();
    for slug in audience {
        match Audience::from_slug(&slug) {
            Some(one) => readers = readers.with(one),
            None => {
                let write = format_args!("Write one of: {}.", listed(Audience::slugs()));
                findings.error(&field("audience"), &slug, write);
            }
        }
    }
    if readers.is_empty() {
        findings.error(&field("audience"), "", "Write whom it speaks to: parent, young-person, staff.");
    }
    let day = dated.and_then(|text| {
        let day = Day::read(&text);
        if day.is_none() {
            findings.error(&field("dated"), &text, "Write 2026, 2026-09 or 2026-09-21.");
        }
        day
    });
    let need = known.filter(|_| is_whole && is_safe && !readers.is_empty())?;
    Some(HelpPage {
        need,
        title,
        organisation,
        web,
        audience: readers,
        says,
        source: source.filter(|words| !words.trim().is_empty()),
        dated: day,
        is_unconfirmed: unconfirmed == Some(true),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(need: &str, web: &str) -> HelpPageRecord {
        let [need, web, title, organisation, says] =
            [need, web, "A page", "A made-up body", "A made-up page."].map(str::to_owned);
        HelpPageRecord {
            need,
            web,
            title,
            organisation,
            says,
            audience: vec!["parent".to_owned()],
            ..Default::default()
        }
    }

    fn check(record: HelpPageRecord, fields: &[&str]) {
        let mut findings = Findings::default();
        let pages = SelfHelp::read(vec![record], &mut findings);
        let found: Vec<_> = findings.list().iter().map(|finding| finding.field.as_str()).collect();
        assert_eq!(found, fields);
        let is_lost = fields.iter().any(|field| !field.ends_with("dated"));
        assert_eq!(pages.pages().len(), usize::from(!is_lost));
    }

    #[test]
    fn a_page_without_need_name_reader_or_safe_address_is_left_out_and_named() {
        let sound = || record("sleep", "https://example.org/sleep");
        check(sound(), &[]);
        check(record("general", "https://example.org/"), &[]);
        check(record("dragons", "https://example.org/"), &["pages[0].need"]);
        check(record("sleep", "javascript:alert(1)"), &["pages[0].web"]);
        check(HelpPageRecord { title: " ".to_owned(), ..sound() }, &["pages[0].title"]);
        check(HelpPageRecord { organisation: String::new(), ..sound() }, &["pages[0].organisation"]);
        check(HelpPageRecord { says: String::new(), ..sound() }, &["pages[0].says"]);
        let nobody = HelpPageRecord { audience: vec!["pets".to_owned()], ..sound() };
        check(nobody, &["pages[0].audience", "pages[0].audience"]);
    }

    #[test]
    fn a_date_that_cannot_be_read_is_not_known_and_the_page_stays() {
        check(
            HelpPageRecord { dated: Some("last year".to_owned()), ..record("sleep", "https://example.org/") },
            &["pages[0].dated"],
        );
    }

    #[test]
    fn a_need_has_each_address_once_and_what_was_looked_at_comes_first() {
        let mut findings = Findings::default();
        let unseen = HelpPageRecord { unconfirmed: Some(true), ..record("sleep", "https://www.example.org/a") };
        let records = vec![
            unseen,
            record("sleep", "https://www.example.org/b"),
            record("sleep", "https://www.example.org/b"),
            record("anxiety", "https://www.example.org/b"),
        ];
        let pages = SelfHelp::read(records, &mut findings);
        assert_eq!(findings.list().iter().map(|one| one.field.as_str()).collect::<Vec<_>>(), ["pages[2].web"]);
        let order: Vec<_> = pages.of(Need::Sleep, Audience::Parent).iter().map(|page| page.web.as_str()).collect();
        assert_eq!(order, ["https://www.example.org/b", "https://www.example.org/a"]);
        assert!(pages.of(Need::Sleep, Audience::Staff).is_empty());
        assert!(pages.has(Need::Anxiety) && !pages.has(Need::General));
        assert!(pages.pages().iter().all(|page| page.host() == "example.org"));
    }
}
