//! The pages for school staff that have something of their own to choose.

use crate::closed::closed_set;

closed_set! {
    /// A page for school staff that has something of its own to choose, named
    /// as the row of links above these pages names it.
    StaffPage {
        Training: "training", "Training";
        Plan: "plan", "Plan for my school";
        Funding: "funding", "Funding";
        Resources: "resources", "Resources";
        Contacts: "contacts", "Contacts";
        Gaps: "gaps", "Where the gaps are";
        Changed: "changed", "What changed";
    }
}
