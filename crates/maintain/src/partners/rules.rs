//! What is wrong with the file of partners: a reminder must reach whoever
//! answers for an entry, and nobody else.

use std::collections::{BTreeMap, BTreeSet};

use directory::contact::is_email;
use directory::finding::{Finding, Findings, Level};
use directory::id::ListingId;
use directory::partner::slug;
use directory::record::{ListingRecord, PartnerRecord, PartnersRecord};

/// Every fault of it, where these are the entries.
pub(super) fn run<'a>(
    path: &str,
    record: &'a PartnersRecord,
    listings: impl IntoIterator<Item = &'a ListingRecord> + Clone,
) -> Vec<Finding> {
    let mut findings = Findings::of_file(path);
    let known: BTreeSet<&str> = listings.clone().into_iter().map(|listing| listing.id.as_str()).collect();
    let named: BTreeSet<&str> = record.partners.iter().flat_map(|one| &one.entries).map(String::as_str).collect();
    let others = listings.into_iter().filter(|one| one.standing != "ended" && !named.contains(one.id.as_str()));
    let providers: BTreeSet<String> = others.filter_map(|one| slug(one.provider.as_deref()?)).collect();
    let (mut ids, mut owners) = (BTreeSet::new(), BTreeMap::new());
    for (at, partner) in record.partners.iter().enumerate() {
        let place = format!("partners[{at}]");
        if ListingId::new(&partner.id).is_none() {
            let write = "Write a short word of small letters, digits and hyphens: \"tide-trust\".";
            findings.error(&format!("{place}.id"), &partner.id, write);
        } else if !ids.insert(partner.id.as_str()) {
            findings.error(&format!("{place}.id"), &partner.id, "Give each partner an id of its own.");
        }
        if partner.name.trim().is_empty() || partner.name.chars().any(char::is_control) {
            findings.error(&format!("{place}.name"), &partner.name, "Write what the partner is called, on one line.");
        }
        if let Some(own) = slug(&partner.name).filter(|own| *own != partner.id && providers.contains(own)) {
            let write = format!("Name all its entries, or give it the id {own}: then it answers for the rest too.");
            findings.add(Level::Warning, &format!("{place}.entries"), &partner.name, write);
        }
        mailboxes(partner, &place, &mut findings);
        for (number, entry) in partner.entries.iter().enumerate() {
            let field = format!("{place}.entries[{number}]");
            if !known.contains(entry.as_str()) {
                let write = "Write the id of an entry, as its file is called, or take it out.";
                findings.add(Level::Warning, &field, entry, write);
            } else if let Some(first) = owners.insert(entry.as_str(), partner.id.as_str()) {
                let write = format!("Leave it with one partner. Now only {first} is asked about it.");
                findings.add(Level::Warning, &field, entry, write);
                owners.insert(entry.as_str(), first);
            }
        }
    }
    findings.into_vec()
}

fn mailboxes(partner: &PartnerRecord, place: &str, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (number, mailbox) in partner.mailboxes.iter().enumerate() {
        let field = format!("{place}.mailboxes[{number}]");
        if is_email(mailbox, &field, findings) && !seen.insert(mailbox.to_lowercase()) {
            findings.add(Level::Warning, &field, mailbox, "Write each mailbox once.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(id: &str, mailbox: &str, entry: &str) -> PartnerRecord {
        PartnerRecord {
            id: id.to_owned(),
            name: "Made up for tests".to_owned(),
            mailboxes: vec![mailbox.to_owned()],
            entries: vec![entry.to_owned()],
        }
    }

    fn check(partners: Vec<PartnerRecord>, expected: &[(Level, &str)]) {
        let listing = ListingRecord { id: "sleep-well".to_owned(), ..ListingRecord::default() };
        let record = PartnersRecord { format: 1, partners };
        let found = run("partners.json", &record, [&listing]);
        let told: Vec<_> = found.iter().map(|finding| (finding.level, finding.field.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_reminder_can_reach_only_a_mailbox_and_an_id_names_only_a_file() {
        check(vec![partner("rest", "office@example.org", "sleep-well")], &[]);
        check(vec![partner("../rest", "office@example.org", "sleep-well")], &[(Level::Error, "partners[0].id")]);
        for mailbox in ["office", "a@b.org, c@d.org", "a@b.org\r\nBcc: x@y.org", "Jo <jo@b.org>", "a@@b.org", ""] {
            check(vec![partner("rest", mailbox, "sleep-well")], &[(Level::Error, "partners[0].mailboxes[0]")]);
        }
        let nameless = PartnerRecord { name: "One\nTwo".to_owned(), ..partner("rest", "a@b.org", "sleep-well") };
        check(vec![nameless], &[(Level::Error, "partners[0].name")]);
    }

    #[test]
    fn an_entry_of_a_partner_under_its_providers_name_does_not_fall_beside_it() {
        let entry = |id: &str| ListingRecord {
            id: id.to_owned(),
            provider: Some("The Trust".to_owned()),
            ..ListingRecord::default()
        };
        let named = |id: &str| PartnerRecord { name: "The Trust".to_owned(), ..partner(id, "a@b.org", "one") };
        for (id, entries, expected) in [("trust", 2, 1), ("the-trust", 2, 0), ("trust", 1, 0)] {
            let entries: Vec<_> = ["one", "two"].into_iter().take(entries).map(entry).collect();
            let record = PartnersRecord { format: 1, partners: vec![named(id)] };
            assert_eq!(run("partners.json", &record, &entries).len(), expected, "{id}");
        }
    }

    #[test]
    fn an_entry_belongs_to_one_partner_and_is_there() {
        let one = partner("one", "a@b.org", "sleep-well");
        check(
            vec![one.clone(), partner("one", "c@b.org", "gone")],
            &[(Level::Error, "partners[1].id"), (Level::Warning, "partners[1].entries[0]")],
        );
        check(vec![one, partner("two", "c@b.org", "sleep-well")], &[(Level::Warning, "partners[1].entries[0]")]);
    }
}
