//! What a service costs. Free, paid and not known are three states.

use super::thing::{Ids, Thing};
use crate::terms::Choice;
use directory::closed::Closed;
use directory::record::{ListingRecord, PriceRecord};
use directory::vocabulary::CostKind;
use serde_json::Value;

/// The kind of cost, and the price of a course. Only what is free has an amount
/// of nothing: of all else the amount is not known unless it is given.
pub(super) fn costs(ids: &mut Ids, record: &ListingRecord) -> Vec<Thing> {
    let mut all = Vec::new();
    if let Some(cost) = &record.cost {
        let is_free = cost.kind == CostKind::Free.slug();
        let option = ids.thing("cost_option", &cost.kind).with("option", Choice::Cost.term(&cost.kind));
        let option = if is_free { option.with("amount", 0).with("currency", "GBP") } else { option };
        all.push(option.text("amount_description", Some(&cost.note)));
    }
    let price = record.training.as_ref().and_then(|training| training.price.as_ref());
    all.extend(price.map(|price| {
        ids.thing("cost_option", "price")
            .with("option", "Price")
            .with("amount", pounds(price))
            .with("currency", "GBP")
            .with("amount_description", format!("for a {}", price.per))
    }));
    all
}

fn pounds(price: &PriceRecord) -> Value {
    match price.pence {
        Some(pence) => Value::from(f64::from(price.pounds) + f64::from(pence) / 100.0),
        None => Value::from(price.pounds),
    }
}
