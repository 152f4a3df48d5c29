//! Rules of entries that came in from elsewhere.

use directory::finding::{Finding, Findings, Level};
use directory::person;
use directory::record::ListingRecord;

use crate::import::is_touched;

pub(super) fn check(record: &ListingRecord, findings: &mut Findings) {
    let Some(imported) = &record.imported else { return };
    // What waits is nobody's to publish yet; `import` says what it lacks.
    if record.standing == "held" {
        return;
    }
    if imported.licence.as_deref().is_none_or(|licence| licence.trim().is_empty()) {
        let write = "Ask whose data it is, and write its licence. Without one it may not be published.";
        findings.add(Level::Warning, "imported.licence", &imported.from, write);
    }
    if let Some(status) = &imported.status {
        let write = "Ask if it still runs. Take this out if it does, or write \"standing\": \"ended\".";
        findings.add(Level::Warning, "imported.status", status, write);
    }
    if imported.came.get("summary").is_some() && !is_touched(record, "summary") {
        let write = "Say it in plain words of your own: this is the beginning of what they say.";
        findings.add(Level::Advice, "summary", &record.summary, write);
    }
    match &imported.accepted {
        None => {
            let write = "Write who said yes to it (on, by), or \"standing\": \"held\".";
            findings.add(Level::Warning, "imported.accepted", "", write);
        }
        Some(yes) => {
            if let Some(why) = person::no_role(&yes.by, &[]) {
                findings.error("imported.accepted.by", &yes.by, format!("Write a role, never a person: {why}."));
            }
        }
    }
}

/// Whether a finding is for anybody to mend. What others said and call their
/// services is theirs and never published, so that only what may not lie here at
/// all is found in it: a private mailbox, a crisis number.
pub(super) fn matters(finding: &Finding) -> bool {
    let is_theirs = ["imported.said", "imported.id"].iter().any(|field| finding.field.starts_with(field));
    !is_theirs || finding.level == Level::Error
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::{AcceptedRecord, ImportedRecord};

    fn check_one(standing: &str, imported: ImportedRecord, fields: &[(&str, Level)]) {
        let mut findings = Findings::of_file("x.json");
        check(
            &ListingRecord { standing: standing.to_owned(), imported: Some(imported), ..ListingRecord::default() },
            &mut findings,
        );
        let found: Vec<_> = findings.into_vec().into_iter().map(|one| (one.field, one.level)).collect();
        let expected: Vec<_> = fields.iter().map(|(field, level)| ((*field).to_owned(), *level)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_listed_needs_a_licence_and_a_yes_by_a_role() {
        let bare = ImportedRecord { from: "A".to_owned(), id: "1".to_owned(), ..ImportedRecord::default() };
        check_one("held", bare.clone(), &[]);
        check_one(
            "active",
            bare.clone(),
            &[("imported.licence", Level::Warning), ("imported.accepted", Level::Warning)],
        );
        let yes = |by: &str| Some(AcceptedRecord { on: "2026-11-21".to_owned(), by: by.to_owned() });
        let licence = Some("OGL v3".to_owned());
        let whole = ImportedRecord { licence, accepted: yes("coordinator"), ..bare };
        check_one("active", whole.clone(), &[]);
        check_one(
            "active",
            ImportedRecord { accepted: yes("Sarah"), ..whole.clone() },
            &[("imported.accepted.by", Level::Error)],
        );
        check_one(
            "doubtful",
            ImportedRecord { status: Some("defunct".to_owned()), ..whole },
            &[("imported.status", Level::Warning)],
        );
    }

    #[test]
    fn nobody_is_asked_to_mend_what_others_said() {
        let found = |field: &str, level: Level| {
            let mut findings = Findings::of_file("x.json");
            findings.add(level, field, "", "Mend it.");
            findings.list().iter().all(matters)
        };
        assert!(!found("imported.said.description[0]", Level::Warning) && !found("imported.id", Level::Advice));
        assert!(found("imported.said.description[0]", Level::Error) && found("imported.licence", Level::Warning));
    }
}
