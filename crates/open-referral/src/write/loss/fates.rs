//! What becomes of each field of ours in each format.

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Open Referral UK 3.0.
    Oruk,
    /// HSDS 3.1, as JSON or as tables.
    Hsds,
    /// One table, a row for each entry.
    Flat,
    /// schema.org.
    LinkedData,
}

impl Target {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Oruk => "Open Referral UK 3.0",
            Self::Hsds => "HSDS 3.1",
            Self::Flat => "one table",
            Self::LinkedData => "schema.org",
        }
    }
}

/// What becomes of a field.
pub(super) enum Fate {
    /// A field of theirs carries it.
    Carried,
    /// Something carries it that not everybody reads.
    Apart(&'static str),
    /// Nothing does.
    Lost(&'static str),
}

/// The parts of an entry whose fields have fates of their own.
pub(super) fn is_part(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "access"
            | "contacts"
            | "cost"
            | "availability"
            | "help"
            | "training"
            | "funding"
            | "resource"
            | "checked"
            | "imported"
    )
}

/// What is told of an entry that has ended.
pub(super) fn of_ended(name: &str) -> bool {
    const TOLD: [&str; 9] =
        ["name", "former_names", "former_slugs", "id", "provider", "summary", "standing", "successor", "kind"];
    TOLD.contains(&name)
}

/// Fields of the UK's profile.
const NATIVE: &str = "format name provider commissioner standing doubt summary ages hours opening area.places \
    contacts.web contacts.emails cost.kind cost.note checked.on training.dates training.price";

/// Fields that HSDS has and the UK's profile has not. It allows them.
const BEYOND: &str = "contacts.phones contacts.texts eligibility ages_extended access.route availability.wait languages \
    former_names area.coverage resource.files";

/// Fields that stand in attributes.
const ATTRIBUTES: &str = "id former_slugs kind successor crisis pilot evaluated user_ages needs thrive audience formats \
    format_note accessibility stated area.who_counts area.schools area.school_names area.school_ids \
    area.coverage_confirmed access.who access.youngest access.steps access.have_ready access.exclusions access.threshold \
    access.consent access.phone_words contacts.ways availability.state availability.said_on availability.opens_on \
    help.next help.if_not_right help.while_waiting help.after help.at_18 checked.by checked.means training.roles \
    training.suits training.phases training.length training.time training.modes training.level training.follow_up \
    training.note funding.amount funding.who funding.for funding.opens funding.closes funding.rolling funding.pays_for imported.from imported.licence imported.id \
    resource.sorts resource.phases resource.version resource.dated resource.check_after";

/// What schema.org has words for, where a source states it.
const LINKED: &str = "format id stated name former_names provider summary standing kind ages ages_extended area.places \
    contacts.phones contacts.texts contacts.web opening cost.kind training.suits training.level checked.on";

/// What one table has columns for: those of the template, and two more.
const FLAT: &str = "format id name summary doubt standing successor contacts.phones contacts.texts contacts.emails \
    contacts.web contacts.ways hours opening eligibility ages ages_extended user_ages needs thrive audience area.places \
    area.who_counts area.coverage area.schools area.school_names access.who access.youngest access.route access.steps \
    access.have_ready access.phone_words access.threshold access.consent access.exclusions cost.kind cost.note formats \
    format_note languages accessibility availability.state availability.wait availability.said_on availability.opens_on \
    help.next help.if_not_right help.while_waiting help.after help.at_18 provider commissioner kind training.suits \
    training.roles training.length training.time training.modes training.level training.price training.dates \
    training.follow_up training.note funding.amount funding.who funding.for funding.opens funding.closes funding.rolling \
    resource.version resource.dated checked.on stated";

fn is_in(list: &str, name: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == name)
}

/// What becomes of a field, by its name in our files.
pub(super) fn fate(target: Target, name: &str) -> Fate {
    match (target, name) {
        (_, "sources" | "last_source") => Fate::Lost("Where a fact was found is kept here."),
        (Target::LinkedData, name) if is_in(LINKED, name) => Fate::Carried,
        (Target::LinkedData, _) => Fate::Lost("schema.org has no word for it."),
        (Target::Flat, name) if is_in(FLAT, name) => Fate::Carried,
        (Target::Flat, _) => Fate::Lost("The table has no column for it."),
        (_, name) if is_in(NATIVE, name) => Fate::Carried,
        (Target::Hsds, name) if is_in(BEYOND, name) => Fate::Carried,
        (Target::Oruk, name) if is_in(BEYOND, name) => {
            Fate::Apart("The UK's profile has no field for it; it has the name that HSDS gives it.")
        }
        (Target::Oruk | Target::Hsds, name) if is_in(ATTRIBUTES, name) => {
            Fate::Apart("It is an attribute, with a vocabulary of ours.")
        }
        _ => Fate::Lost("The format has no field for it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use directory::record::{Fields, ListingRecord};

    #[test]
    fn every_field_of_an_entry_has_a_fate_that_somebody_wrote_down() {
        // Said in `fate` itself, or lost on purpose.
        const LOST: &str = "sources last_source withdrawn training.recommended";
        let mut record = ListingRecord::default();
        let names: Vec<_> = record.names().to_vec();
        for (at, name) in names.iter().enumerate() {
            let known = |name: &str| [NATIVE, BEYOND, ATTRIBUTES, LOST].iter().any(|list| is_in(list, name));
            let has_parts = is_part(name);
            assert!(record.field(at).is_some(), "{name}");
            assert!(has_parts || known(name), "nobody has said what becomes of {name}");
        }
    }
}
