//! Money to apply for, and things to read or use: from a record to a value.

use super::fields::Reader;
use crate::contact::is_web_address;
use crate::fact::Fact;
use crate::finding::Findings;
use crate::funding::Funding;
use crate::listing::Access;
use crate::record::{FundingRecord, ResourceFileRecord, ResourceRecord};
use crate::resource::{Resource, ResourceFile};

/// How to apply, with the days on which one can, for a bundle that has no more
/// of an offer than its words.
pub(in crate::record) fn dated_route(route: Option<String>, funding: Option<&FundingRecord>) -> Option<String> {
    let Some(funding) = funding else { return route };
    let mut unheard = Findings::default();
    Reader { stated: &[], findings: &mut unheard }.funding(funding.clone()).route(route)
}

impl Reader<'_> {
    pub(super) fn funding(&mut self, record: FundingRecord) -> Funding {
        let mut day = |field: &str, text: Option<String>| text.and_then(|text| self.day(field, &text));
        let (opens, closes) = (day("funding.opens", record.opens), day("funding.closes", record.closes));
        let is_rolling = record.rolling == Some(true);
        let crossed = opens.zip(closes).filter(|(first, last)| last.last_day() < first.first_day());
        if let Some((first, last)) = crossed {
            let found = format_args!("{} to {}", first.iso(), last.iso());
            self.findings.error("funding.closes", found, "Write a last day that is not before the first.");
        }
        let is_both = is_rolling && closes.is_some();
        if is_both {
            let write = "Take it out, or take out closes: it has a last day, or none.";
            self.findings.error("funding.rolling", "true", write);
        }
        // Of dates that cannot all be right, none is known.
        let is_right = crossed.is_none() && !is_both;
        Funding {
            opens: opens.filter(|_| is_right),
            closes: closes.filter(|_| is_right),
            is_rolling: is_rolling && is_right,
            amount: record.amount,
            who: record.who,
            purpose: record.purpose,
            pays_for: self.ids("funding.pays_for", &record.pays_for),
        }
    }

    /// How to apply, with the days on which one can.
    pub(super) fn dated(&self, access: Access, funding: &Funding) -> Access {
        let (route, basis) = match access.route {
            Some(route) => (Some(route.value), route.basis),
            None => (None, self.basis("funding")),
        };
        Access { route: funding.route(route).map(|value| Fact { value, basis }), ..access }
    }

    pub(super) fn resource(&mut self, record: ResourceRecord) -> Resource {
        if record.check_after == Some(0) {
            self.findings.error("resource.check_after", "0", "Write a number of months from 1, or take it out.");
        }
        Resource {
            sorts: self.many("resource.sorts", &record.sorts),
            phases: record.phases.as_ref().and_then(|slugs| self.some("resource.phases", slugs)),
            version: record.version,
            dated: record.dated.and_then(|text| self.day("resource.dated", &text)),
            check_after: record.check_after.filter(|months| *months > 0),
            files: record.files.into_iter().filter_map(|file| self.file(file)).collect(),
        }
    }

    /// A file that is no file is left out: it would be a link to nowhere.
    fn file(&mut self, record: ResourceFileRecord) -> Option<ResourceFile> {
        let is_safe = is_web_address(&record.web, "resource.files.web", self.findings);
        let kind = self.one("resource.files.type", &record.kind).filter(|_| is_safe)?;
        let is_some = |count: &u32| *count > 0;
        Some(ResourceFile {
            kind,
            kilobytes: record.kilobytes.filter(is_some),
            pages: record.pages.filter(is_some),
            web: record.web,
        })
    }
}
