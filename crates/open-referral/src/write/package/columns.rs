//! The tables of a package, and their columns, as HSDS names them. Columns that
//! nothing of ours could ever fill are left out, as the standard allows.

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// Who provides services.
    Organizations,
    /// Each service.
    Services,
    /// How to reach it.
    Contacts,
    /// Its numbers.
    Phones,
    /// When it answers.
    Schedules,
    /// Where it is for.
    ServiceAreas,
    /// Its languages.
    Languages,
    /// Who pays for it.
    Funding,
    /// What it costs.
    CostOptions,
    /// Its other web addresses.
    Urls,
    /// What HSDS has no field for.
    Attributes,
    /// The words of our vocabularies.
    TaxonomyTerms,
    /// Our vocabularies.
    Taxonomies,
}

impl Table {
    /// Every table, what others are joined to first.
    pub const ALL: [Self; 13] = [
        Self::Organizations,
        Self::Services,
        Self::Contacts,
        Self::Phones,
        Self::Schedules,
        Self::ServiceAreas,
        Self::Languages,
        Self::Funding,
        Self::CostOptions,
        Self::Urls,
        Self::Attributes,
        Self::TaxonomyTerms,
        Self::Taxonomies,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Organizations => "organizations",
            Self::Services => "services",
            Self::Contacts => "contacts",
            Self::Phones => "phones",
            Self::Schedules => "schedules",
            Self::ServiceAreas => "service_areas",
            Self::Languages => "languages",
            Self::Funding => "funding",
            Self::CostOptions => "cost_options",
            Self::Urls => "url",
            Self::Attributes => "attributes",
            Self::TaxonomyTerms => "taxonomy_terms",
            Self::Taxonomies => "taxonomies",
        }
    }

    /// The file that it stands in.
    pub fn file(self) -> String {
        format!("{}.csv", self.name())
    }

    /// Its columns.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Organizations => &["id", "name", "description"],
            Self::Services => &[
                "id",
                "organization_id",
                "name",
                "alternate_name",
                "description",
                "url",
                "email",
                "status",
                "application_process",
                "fees_description",
                "wait_time",
                "eligibility_description",
                "minimum_age",
                "maximum_age",
                "assured_date",
                "alert",
                "last_modified",
            ],
            Self::Contacts => &["id", "service_id", "name", "email"],
            Self::Phones => &["id", "contact_id", "number", "type", "description"],
            Self::Schedules => &[
                "id",
                "service_id",
                "valid_from",
                "valid_to",
                "dtstart",
                "freq",
                "interval",
                "byday",
                "description",
                "opens_at",
                "closes_at",
                "schedule_link",
            ],
            Self::ServiceAreas => &["id", "service_id", "name", "description", "uri"],
            Self::Languages => &["id", "service_id", "name"],
            Self::Funding => &["id", "service_id", "source"],
            Self::CostOptions => &["id", "service_id", "option", "currency", "amount", "amount_description"],
            Self::Urls => &["id", "label", "url", "service_id"],
            Self::Attributes => &["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value", "label"],
            Self::TaxonomyTerms => &["id", "code", "name", "description", "taxonomy", "taxonomy_id"],
            Self::Taxonomies => &["id", "name", "description"],
        }
    }

    /// Whether several services may share a row of it.
    pub(super) fn is_shared(self) -> bool {
        matches!(self, Self::Organizations | Self::TaxonomyTerms | Self::Taxonomies)
    }

    /// The table that a column is joined to.
    pub(super) fn joined(self, column: &str) -> Option<Self> {
        match column {
            "organization_id" => Some(Self::Organizations),
            "service_id" => Some(Self::Services),
            "contact_id" => Some(Self::Contacts),
            "taxonomy_term_id" => Some(Self::TaxonomyTerms),
            "taxonomy_id" => Some(Self::Taxonomies),
            _ => None,
        }
    }
}
